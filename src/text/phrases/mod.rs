//! Every visible string, in the reader's language: Fluent files in `assets/locales/<language>/`.
//!
//! English is complete; a phrase that another language lacks is said in English. What is said where is the views' and
//! the letters' business.

mod loading;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

use crate::domain::language::Language;
use loading::load_language;

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
    spoken: Vec<(LanguageIdentifier, Language, Phrases)>,
    english: Phrases,
}

/// The phrases of one language; cheap to clone.
#[derive(Clone)]
pub struct Phrases {
    language: Arc<Words>,
    english: Arc<Words>,
    missing: Arc<Missing>,
}

/// All that is said in one language.
struct Words {
    language: Language,
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
        for language in Language::ALL {
            if let Some(bundle) = load_language(language)? {
                bundles.insert(language, Arc::new(Words { language, bundle }));
            }
        }
        let english = bundles
            .get(&Language::English)
            .cloned()
            .ok_or(PhrasesError::NoEnglish)?;
        let speak = |language: &Arc<Words>| Phrases {
            language: language.clone(),
            english: english.clone(),
            missing: missing.clone(),
        };
        let mut spoken = Vec::new();
        for words in Language::ALL.iter().filter_map(|language| bundles.get(language)) {
            let code = words.language.code();
            let identifier = code.parse().map_err(|_| PhrasesError::NoLanguage(code.to_owned()))?;
            spoken.push((identifier, words.language, speak(words)));
        }
        Ok(Languages {
            spoken,
            english: speak(&english),
        })
    }

    /// The language that suits an `Accept-Language` header best; `None` when none does.
    pub fn suiting(&self, accept_language: &str) -> Option<Language> {
        let requested = accepted(accept_language);
        let available: Vec<&LanguageIdentifier> = self.spoken.iter().map(|(identifier, ..)| identifier).collect();
        let best = negotiate_languages(&requested, &available, None, NegotiationStrategy::Lookup);
        let best = best.first()?;
        let found = self.spoken.iter().find(|(identifier, ..)| identifier == **best);
        found.map(|(_, language, _)| *language)
    }

    /// The phrases of the language that a header asks for or that is named; in English when there is none such.
    pub fn choose(&self, accept_language: &str) -> Phrases {
        self.speak(self.suiting(accept_language).unwrap_or(Language::English))
    }

    /// The phrases of a language; in English when it has none.
    pub fn speak(&self, language: Language) -> Phrases {
        let found = self.spoken.iter().find(|(_, spoken, _)| *spoken == language);
        found.map_or_else(|| self.english.clone(), |(.., phrases)| phrases.clone())
    }

    /// The phrases of a language by its name, such as `en`; `None` when it has none.
    pub fn named(&self, name: &str) -> Option<Phrases> {
        Language::parse(name).map(|language| self.speak(language))
    }

    /// How often a phrase was asked for that its language lacks, or without a value that it names.
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
        let said = self.language.say(key, &arguments);
        // What the language lacks is said in English, and counts as missing too.
        let said = said.or_else(|| Some((self.english.say(key, &arguments)?.0, false)));
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

    /// The language.
    pub fn spoken(&self) -> Language {
        self.language.language
    }

    /// The name of the language, for `<html lang>`.
    pub fn language(&self) -> &'static str {
        self.language.language.code()
    }

    /// The direction of its script, for `<html dir>`.
    pub fn direction(&self) -> &'static str {
        if self.language.language.runs_from_the_right() {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// How often a phrase was asked for that its language lacks, or without a value that it names.
    pub fn missing_count(&self) -> u64 {
        self.missing.count.load(Ordering::Relaxed)
    }
}

fn argument(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Number(number) => FluentValue::from(*number),
        Value::Words(words) if words.chars().any(runs_from_the_right) => {
            FluentValue::from(format!("\u{2068}{words}\u{2069}"))
        }
        Value::Words(words) => FluentValue::from(words.as_str()),
    }
}

/// Whether a letter belongs to a script that runs from right to left: words with such letters are set apart, as
/// `<bdi>` does, so that a name does not turn round what stands beside it.
fn runs_from_the_right(letter: char) -> bool {
    matches!(u32::from(letter), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

impl Words {
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
    /// Counts a key that a language lacks or that was not told what it names, and warns the first time.
    fn note(&self, key: &str) {
        self.count.fetch_add(1, Ordering::Relaxed);
        let is_new = self
            .keys
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned());
        if is_new {
            tracing::warn!(key, "a phrase is missing in some language, or lacks a value");
        }
    }
}
