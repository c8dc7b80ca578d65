//! Every visible string, in the reader's language: Fluent files in `assets/locales/<language>/`.
//!
//! English is complete; a phrase that another language lacks is said in English. What is said where is the views' and
//! the letters' business.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/locales/"]
struct Locales;

/// The languages that the forum knows of, and how each parts thousands. English stands first.
const KNOWN: &[(&str, char)] = &[("en", ','), ("id", '.'), ("fil", ',')];

/// Other names by which browsers ask for these languages.
const OTHER_NAMES: &[(&str, &str)] = &[("tl", "fil"), ("in", "id")];

/// Why the phrases could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum PhrasesError {
    /// A file is not in the Fluent format.
    #[error("{file} cannot be read: {reason}")]
    Unreadable {
        /// Its path below `assets/locales/`.
        file: String,
        /// What the parser says.
        reason: String,
    },
    /// Two entries of one language have the same key.
    #[error("{file} says \"{key}\" again")]
    Repeated {
        /// The path of the second one below `assets/locales/`.
        file: String,
        /// The key.
        key: String,
    },
    /// The language that all others fall back to is not there.
    #[error("there are no English phrases")]
    NoEnglish,
    /// A name in this module is not the name of a language.
    #[error("\"{0}\" is not a language")]
    NoLanguage(String),
}

/// All languages that have phrases.
#[derive(Clone)]
pub struct Languages {
    spoken: Vec<(LanguageIdentifier, Phrases)>,
    english: Phrases,
}

/// The phrases of one language; cheap to clone.
#[derive(Clone)]
pub struct Phrases {
    language: Arc<Language>,
    english: Arc<Language>,
    missing: Arc<Missing>,
}

struct Language {
    name: &'static str,
    bundle: FluentBundle<FluentResource>,
}

#[derive(Default)]
struct Missing {
    keys: Mutex<HashSet<String>>,
    count: AtomicU64,
}

/// What a phrase is told: a number or some words.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number: shown with its thousands parted, and deciding between singular and plural.
    Number(i64),
    /// Words, shown as they are.
    Words(String),
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Value {
        Value::Number(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Number(number.into())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Value {
        Value::Words(words.to_owned())
    }
}

impl From<String> for Value {
    fn from(words: String) -> Value {
        Value::Words(words)
    }
}

impl Languages {
    /// Loads the phrases that travel inside the program.
    ///
    /// # Errors
    ///
    /// A file that cannot be parsed, a key that stands twice, or no English at all.
    pub fn load() -> Result<Languages, PhrasesError> {
        let missing = Arc::new(Missing::default());
        let mut bundles = HashMap::new();
        for (name, thousands) in KNOWN {
            if let Some(bundle) = load_language(name, *thousands)? {
                bundles.insert(*name, Arc::new(Language { name, bundle }));
            }
        }
        let english = bundles.get("en").cloned().ok_or(PhrasesError::NoEnglish)?;
        let speak = |language: &Arc<Language>| Phrases {
            language: language.clone(),
            english: english.clone(),
            missing: missing.clone(),
        };
        let mut spoken = Vec::new();
        for language in KNOWN.iter().filter_map(|(name, _)| bundles.get(name)) {
            let identifier = language
                .name
                .parse()
                .map_err(|_| PhrasesError::NoLanguage(language.name.to_owned()))?;
            spoken.push((identifier, speak(language)));
        }
        Ok(Languages {
            spoken,
            english: speak(&english),
        })
    }

    /// The phrases in the language that suits an `Accept-Language` header best; English when none does.
    pub fn choose(&self, accept_language: &str) -> Phrases {
        let requested = accepted(accept_language);
        let available: Vec<&LanguageIdentifier> = self.spoken.iter().map(|(identifier, _)| identifier).collect();
        let best = negotiate_languages(&requested, &available, None, NegotiationStrategy::Lookup);
        best.first()
            .and_then(|best| self.spoken.iter().find(|(identifier, _)| identifier == **best))
            .map_or_else(|| self.english.clone(), |(_, phrases)| phrases.clone())
    }

    /// The phrases of a language by its name, such as `en`; `None` when it has none.
    pub fn named(&self, name: &str) -> Option<Phrases> {
        self.spoken
            .iter()
            .map(|(_, phrases)| phrases)
            .find(|phrases| phrases.language() == name)
            .cloned()
    }

    /// The names of the languages that have phrases, English first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.spoken.iter().map(|(_, phrases)| phrases.language())
    }

    /// How often a phrase was asked for that no language has, or without a value that it names.
    pub fn missing_count(&self) -> u64 {
        self.english.missing_count()
    }
}

/// The languages of an `Accept-Language` header, the most welcome first.
fn accepted(header: &str) -> Vec<LanguageIdentifier> {
    let mut weighted: Vec<(f32, LanguageIdentifier)> = Vec::new();
    for part in header.split(',').take(20) {
        let mut pieces = part.split(';').map(str::trim);
        let tag = pieces.next().unwrap_or_default();
        let weight = pieces
            .find_map(|piece| piece.strip_prefix("q="))
            .map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
        let (language, region) = tag
            .split_once('-')
            .map_or((tag, ""), |(language, region)| (language, region));
        let known = OTHER_NAMES
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(language));
        let tag = known.map_or(tag.to_owned(), |(_, name)| {
            format!("{name}-{region}").trim_end_matches('-').to_owned()
        });
        if let Ok(identifier) = tag.parse()
            && weight > 0.0
        {
            weighted.push((weight, identifier));
        }
    }
    weighted.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    weighted.into_iter().map(|(_, identifier)| identifier).collect()
}

fn load_language(name: &str, thousands: char) -> Result<Option<FluentBundle<FluentResource>>, PhrasesError> {
    let identifier = name.parse().map_err(|_| PhrasesError::NoLanguage(name.to_owned()))?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // The marks would show up as boxes in letters, and every language here runs from left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(if thousands == '.' { with_points } else { with_commas }));
    bundle
        .add_builtins()
        .map_err(|error| unreadable(name, &error.to_string()))?;
    let folder = format!("{name}/");
    let mut is_empty = true;
    for file in Locales::iter().filter(|file| file.starts_with(&folder) && file.ends_with(".ftl")) {
        add_file(&mut bundle, &file)?;
        is_empty = false;
    }
    Ok((!is_empty).then_some(bundle))
}

fn add_file(bundle: &mut FluentBundle<FluentResource>, file: &str) -> Result<(), PhrasesError> {
    let embedded = Locales::get(file).ok_or_else(|| unreadable(file, "it is not there"))?;
    let source = String::from_utf8(embedded.data.into_owned()).map_err(|error| unreadable(file, &error.to_string()))?;
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| {
        let reasons: Vec<String> = errors
            .iter()
            .map(|error| format!("{error} at byte {}", error.pos.start))
            .collect();
        unreadable(file, &reasons.join("; "))
    })?;
    bundle.add_resource(resource).map_err(|errors| {
        let keys: Vec<String> = errors
            .iter()
            .map(|error| match error {
                fluent_bundle::FluentError::Overriding { id, .. } => id.clone(),
                other => other.to_string(),
            })
            .collect();
        PhrasesError::Repeated {
            file: file.to_owned(),
            key: keys.join(", "),
        }
    })
}

fn unreadable(file: &str, reason: &str) -> PhrasesError {
    PhrasesError::Unreadable {
        file: file.to_owned(),
        reason: reason.to_owned(),
    }
}

fn with_commas<M>(value: &FluentValue, _memoizer: &M) -> Option<String> {
    with_thousands_parted(value, ',')
}

fn with_points<M>(value: &FluentValue, _memoizer: &M) -> Option<String> {
    with_thousands_parted(value, '.')
}

fn with_thousands_parted(value: &FluentValue, sign: char) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            let plain = number.as_string().into_owned();
            let whole = plain.split('.').next().unwrap_or_default();
            let fraction = plain.get(whole.len()..).unwrap_or_default();
            let digits = whole.trim_start_matches('-');
            let mut parted = whole.get(..whole.len() - digits.len()).unwrap_or_default().to_owned();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && (digits.len() - index).is_multiple_of(3) {
                    parted.push(sign);
                }
                parted.push(digit);
            }
            Some(parted + fraction)
        }
        _ => None,
    }
}

impl Phrases {
    /// Says a phrase, or the attribute of one by `key.attribute`.
    ///
    /// A key that no language has is said itself: a page never fails for a word.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// Says a phrase that depends on values.
    pub fn tell(&self, key: &str, values: &[(&str, Value)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, argument(value));
        }
        let said = self
            .language
            .say(key, &arguments)
            .or_else(|| self.english.say(key, &arguments));
        let (said, is_whole) = said.unwrap_or_else(|| (key.to_owned(), false));
        if !is_whole {
            self.missing.note(key);
        }
        said
    }

    /// Whether some language has this phrase.
    pub fn has(&self, key: &str) -> bool {
        self.language.has(key) || self.english.has(key)
    }

    /// The name of the language, for `<html lang>`.
    pub fn language(&self) -> &str {
        self.language.name
    }

    /// The direction of its script, for `<html dir>`: every language that the forum knows of runs from left to right.
    pub fn direction(&self) -> &'static str {
        "ltr"
    }

    /// How often a phrase was asked for that no language has, or without a value that it names.
    pub fn missing_count(&self) -> u64 {
        self.missing.count.load(Ordering::Relaxed)
    }
}

fn argument(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Number(number) => FluentValue::from(*number),
        Value::Words(words) => FluentValue::from(words.as_str()),
    }
}

impl Language {
    /// The phrase, and whether everything that it names was told.
    fn say(&self, key: &str, arguments: &FluentArgs) -> Option<(String, bool)> {
        let (key, attribute) = parted(key);
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let said = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors)
            .into_owned();
        Some((said, errors.is_empty()))
    }

    fn has(&self, key: &str) -> bool {
        let (key, attribute) = parted(key);
        self.bundle.get_message(key).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }
}

fn parted(key: &str) -> (&str, Option<&str>) {
    key.split_once('.')
        .map_or((key, None), |(key, attribute)| (key, Some(attribute)))
}

impl Missing {
    /// Counts a key that is nowhere or was not told what it names, and warns the first time.
    fn note(&self, key: &str) {
        self.count.fetch_add(1, Ordering::Relaxed);
        let is_new = self
            .keys
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned());
        if is_new {
            tracing::warn!(key, "a phrase is missing, or lacks a value");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &'static str, thousands: char, source: &str) -> Arc<Language> {
        let mut bundle = load_language("en", thousands).unwrap().unwrap();
        bundle.add_resource_overriding(FluentResource::try_new(source.to_owned()).unwrap());
        Arc::new(Language { name, bundle })
    }

    fn phrases(source: &str) -> Phrases {
        let english = of("en", ',', source);
        Phrases {
            language: english.clone(),
            english,
            missing: Arc::default(),
        }
    }

    #[test]
    fn every_file_parses_and_no_key_stands_twice() {
        let languages = Languages::load().unwrap();
        assert_eq!(languages.names().next(), Some("en"));
        for file in Locales::iter() {
            let folder = file.split('/').next().unwrap();
            assert!(
                KNOWN.iter().any(|(name, _)| *name == folder),
                "{file} is in no known language"
            );
            assert!(file.ends_with(".ftl"), "{file} is no Fluent file");
        }
    }

    #[test]
    fn numbers_have_their_thousands_parted() {
        let phrases = phrases(
            "answers = { $count ->\n    [one] { $count } answer\n   *[other] { $count } answers\n }\nyear = { NUMBER($year, useGrouping: \"false\") }\n",
        );
        for (count, said) in [
            (1, "1 answer"),
            (999, "999 answers"),
            (1204, "1,204 answers"),
            (-12_345_678, "-12,345,678 answers"),
        ] {
            assert_eq!(phrases.tell("answers", &[("count", count.into())]), said);
        }
        assert_eq!(phrases.tell("year", &[("year", 2021.into())]), "2021");
        assert_eq!(
            with_thousands_parted(&FluentValue::from(1204), '.'),
            Some("1.204".into())
        );
        assert_eq!(
            with_thousands_parted(&FluentValue::from(1204.5), ','),
            Some("1,204.5".into())
        );
    }

    #[test]
    fn words_are_told_without_marks() {
        let phrases = phrases("hello = Hello, { $name }!\n    .title = Greets { $name }\n");
        assert_eq!(phrases.tell("hello", &[("name", "Ada".into())]), "Hello, Ada!");
        assert_eq!(
            phrases.tell("hello.title", &[("name", String::from("Ada").into())]),
            "Greets Ada"
        );
        assert!(phrases.has("hello.title") && !phrases.has("hello.other") && !phrases.has("bye"));
    }

    #[test]
    fn a_phrase_that_is_nowhere_is_its_key_and_counts() {
        let phrases = phrases("");
        assert_eq!(phrases.say("no-such-phrase"), "no-such-phrase");
        assert_eq!(phrases.say("no-such-phrase"), "no-such-phrase");
        assert_eq!(phrases.missing_count(), 2);
        assert_eq!(phrases.missing.keys.lock().unwrap().len(), 1);
    }

    #[test]
    fn a_phrase_without_its_value_counts_too() {
        let phrases = phrases("hello = Hello, { $name }!\n");
        assert_eq!(phrases.say("hello"), "Hello, {$name}!");
        assert_eq!(phrases.missing_count(), 1);
    }

    #[test]
    fn a_phrase_that_one_language_lacks_is_said_in_english() {
        let language = of("id", '.', "tanya = Tanya { $count }\n");
        let english = of("en", ',', "ask = Ask\n");
        let phrases = Phrases {
            language,
            english,
            missing: Arc::default(),
        };
        assert_eq!(phrases.tell("tanya", &[("count", 1204.into())]), "Tanya 1.204");
        assert_eq!(phrases.say("ask"), "Ask");
        assert_eq!(phrases.language(), "id");
        assert_eq!(phrases.missing_count(), 0);
    }

    #[test]
    fn the_reader_gets_a_language_that_they_accept() {
        let languages = Languages::load().unwrap();
        for header in [
            "",
            "en-GB,en;q=0.9",
            "de",
            "*",
            ";;;,,q=",
            "\u{0}é",
            "fr;q=0.9, en;q=0.1",
        ] {
            assert_eq!(languages.choose(header).language(), "en", "{header}");
        }
        assert!(languages.named("en").is_some() && languages.named("xx").is_none());
    }

    #[test]
    fn the_most_welcome_language_is_named_first() {
        let names = |header| accepted(header).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(
            names("en;q=0.3, id-ID;q=0.8, tl-PH, de;q=0, in;q=0.5"),
            ["fil-PH", "id-ID", "id", "en"]
        );
    }

    #[test]
    fn phrases_may_be_shared_between_threads() {
        fn shared<T: Send + Sync + Clone>() {}
        shared::<Phrases>();
        shared::<Languages>();
    }
}
