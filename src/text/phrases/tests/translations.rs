//! Whether each language says all that English says, and says it in its own words.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::serializer::serialize;

use super::*;

/// Words that are the same as in English, each with its reason.
const SAME_WORDS: &[(&str, &[&str], &str)] = &[
    (
        "id",
        &[
            "month-1", "month-2", "month-3", "month-4", "month-6", "month-7", "month-9", "month-11",
        ],
        "the months are shortened alike (CLDR)",
    ),
    (
        "id",
        &["time-day", "time-day-of-year"],
        "a date stands in the same order (CLDR)",
    ),
    (
        "id",
        &[
            "layout-menu",
            "removal-spam",
            "role-moderator",
            "role-admin",
            "setting-logo",
            "problem-field-file",
        ],
        "the words are Indonesian too",
    ),
    ("fil", &["month-3", "month-5"], "the months are shortened alike (CLDR)"),
    (
        "fil",
        &["time-minutes", "figure-short-millions"],
        "the short form is the same (CLDR)",
    ),
    (
        "fil",
        &[
            "layout-menu",
            "category-slug",
            "draft-browser",
            "draft-system",
            "field-password",
            "field-code",
            "settings-profile",
            "problem-field-password",
            "problem-field-code",
            "problem-field-slug",
            "feed-link",
            "settings-password",
            "session-browser",
            "session-network",
            "person-account",
            "removal-spam",
            "role-moderator",
            "role-admin",
            "role-staff",
            "audience-staff",
            "way-home",
            "fault-way-home",
            "setting-logo",
            "problem-field-file",
            "document-privacy",
            "sample-tag",
            "cases-row-thread",
            "cases-row-reply",
        ],
        "people who speak Filipino use the English word",
    ),
];

/// What has no words of any language: signs, and numbers alone.
const WORDLESS: &[&str] = &[
    "letter-told-sentence",
    "letter-told-subject",
    "figure",
    "editor-help-block-sign",
    "editor-help-code-sign",
    "problem-in-field",
    "picture-alt",
    "agree-joint",
    "draft-cited",
    "repeats-score",
    "chart-percent",
    "chart-share",
    "chart-interval",
    "report-money",
    "report-tenths",
    "size-kilobytes",
    "size-megabytes",
];

/// One phrase, or one attribute of one.
#[derive(Debug, Clone)]
struct Said {
    source: String,
    shown: BTreeSet<String>,
    chosen_by: BTreeSet<String>,
    variants: BTreeSet<String>,
}

impl Said {
    fn read(pattern: &Pattern<&str>) -> Self {
        let mut said = Self {
            source: format!("{pattern:?}"),
            shown: BTreeSet::new(),
            chosen_by: BTreeSet::new(),
            variants: BTreeSet::new(),
        };
        said.look_into(pattern);
        said
    }

    fn look_into(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else {
                continue;
            };
            match expression {
                Expression::Inline(shown) => self.shown.extend(variables(shown)),
                Expression::Select { selector, variants } => {
                    self.chosen_by.extend(variables(selector));
                    for variant in variants {
                        if let VariantKey::Identifier { name } = variant.key {
                            self.variants.insert(name.to_owned());
                        }
                        self.look_into(&variant.value);
                    }
                }
            }
        }
    }

    fn all_variables(&self) -> BTreeSet<String> {
        self.shown.union(&self.chosen_by).cloned().collect()
    }
}

fn variables(expression: &InlineExpression<&str>) -> Vec<String> {
    match expression {
        InlineExpression::VariableReference { id } => vec![id.name.to_owned()],
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().flat_map(variables).collect()
        }
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inside) => variables(inside),
            Expression::Select { selector, .. } => variables(selector),
        },
        _ => Vec::new(),
    }
}

/// Everything that a language says: by file and key, attributes as `key.attribute`.
fn all_of(language: Language) -> BTreeMap<(String, String), Said> {
    let folder = format!("{}/", language.code());
    let mut all = BTreeMap::new();
    for path in Locales::iter().filter(|path| path.starts_with(&folder)) {
        let file = path.trim_start_matches(&folder).to_owned();
        let source = String::from_utf8(Locales::get(&path).unwrap().data.into_owned()).unwrap();
        let resource = parser::parse(source.as_str()).unwrap();
        assert!(!serialize(&resource).is_empty(), "{path} says nothing");
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name.to_owned();
            for attribute in &message.attributes {
                let key = format!("{key}.{}", attribute.id.name);
                all.insert((file.clone(), key), Said::read(&attribute.value));
            }
            if let Some(value) = &message.value {
                all.insert((file.clone(), key), Said::read(value));
            }
        }
    }
    all
}

fn others() -> impl Iterator<Item = Language> {
    Language::ALL
        .into_iter()
        .filter(|language| *language != Language::English)
}

#[test]
fn every_language_says_all_that_english_says_and_nothing_else() {
    let english = all_of(Language::English);
    let mut wrong = Vec::new();
    for language in others() {
        let (code, own) = (language.code(), all_of(language));
        for (file, key) in english.keys().filter(|place| !own.contains_key(*place)) {
            wrong.push(format!("{code}/{file} lacks {key}"));
        }
        for (file, key) in own.keys().filter(|place| !english.contains_key(*place)) {
            wrong.push(format!("{code}/{file} has {key}, which English has not"));
        }
        for (place, said) in &own {
            let Some(first) = english.get(place) else { continue };
            for variable in first.shown.difference(&said.all_variables()) {
                wrong.push(format!("{code}: {} does not say ${variable}", place.1));
            }
            for variable in said.all_variables().difference(&first.all_variables()) {
                wrong.push(format!("{code}: {} names ${variable}, which it is not told", place.1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn plural_forms_are_those_of_the_language() {
    for language in Language::ALL {
        let forms: &[&str] = match language {
            Language::English | Language::Filipino => &["one", "other"],
            Language::Indonesian => &["other"],
        };
        for ((file, key), said) in all_of(language) {
            let strange: Vec<_> = said
                .variants
                .iter()
                .filter(|form| !forms.contains(&form.as_str()))
                .collect();
            assert!(strange.is_empty(), "{}/{file} {key}: {strange:?}", language.code());
        }
    }
}

#[test]
fn what_is_said_as_in_english_is_meant_to_be() {
    let english = all_of(Language::English);
    let mut wrong = Vec::new();
    for language in others() {
        let code = language.code();
        let listed: BTreeSet<&str> = SAME_WORDS
            .iter()
            .filter(|(of, ..)| *of == code)
            .flat_map(|(_, keys, _)| keys.iter().copied())
            .collect();
        let same: BTreeSet<String> = all_of(language)
            .into_iter()
            .filter(|(place, said)| english.get(place).is_some_and(|first| first.source == said.source))
            .map(|((_, key), _)| key)
            .filter(|key| !WORDLESS.contains(&key.as_str()))
            .collect();
        let untranslated = same.iter().filter(|key| !listed.contains(key.as_str()));
        wrong.extend(untranslated.map(|key| format!("{code}: {key} is English")));
        let translated = listed.iter().filter(|key| !same.contains(**key));
        wrong.extend(translated.map(|key| format!("{code}: {key} has words of its own: take it off the list")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_phrase_is_said_whole_with_any_count() {
    let languages = Languages::load().unwrap();
    for language in Language::ALL {
        let phrases = languages.speak(language);
        for ((file, key), said) in all_of(language) {
            let chosen_by = &said.chosen_by;
            for count in [0, 1, 2, 4, 5, 1204] {
                let values: Vec<(String, Value)> = said
                    .all_variables()
                    .into_iter()
                    .map(|name| {
                        let is_number = chosen_by.contains(&name) || name == "count";
                        let value = if is_number { Value::from(count) } else { "words".into() };
                        (name, value)
                    })
                    .collect();
                let values: Vec<(&str, Value)> = values.iter().map(|(name, value)| (&**name, value.clone())).collect();
                let text = phrases.tell(&key, &values);
                assert!(!text.is_empty() && !text.contains("{$"), "{file} {key}: {text}");
            }
            assert_eq!(phrases.missing_count(), 0, "{}/{file} {key}", language.code());
        }
    }
}

#[test]
fn counts_choose_the_words_that_the_language_uses() {
    let languages = Languages::load().unwrap();
    let said = |language, count: i64| {
        languages
            .speak(language)
            .tell("thread-answers", &[("count", count.into())])
    };
    assert_eq!(said(Language::English, 1), "1 answer");
    assert_eq!(said(Language::English, 1204), "1,204 answers");
    assert_eq!(said(Language::Indonesian, 0), "Belum ada jawaban");
    assert_eq!(said(Language::Indonesian, 1204), "1.204 jawaban");
    assert_eq!(said(Language::Filipino, 0), "Wala pang sagot");
    assert_eq!(said(Language::Filipino, 4), "4 sagot");
    // CLDR: in Filipino 1, 2, 3 and what ends in none of 4, 6 and 9 is "one".
    let source = "form = { $count ->\n    [one] one\n   *[other] other\n }\n";
    let words = of(Language::Filipino, source);
    let phrases = Phrases {
        language: words.clone(),
        english: words,
        missing: Arc::default(),
    };
    for (count, form) in [
        (0, "one"),
        (1, "one"),
        (3, "one"),
        (4, "other"),
        (5, "one"),
        (16, "other"),
        (1204, "other"),
    ] {
        assert_eq!(phrases.tell("form", &[("count", count.into())]), form, "{count}");
    }
}
