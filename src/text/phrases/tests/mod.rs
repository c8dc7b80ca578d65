//! How phrases are said, and, in `translations.rs`, whether each language says all of them.

mod translations;

use super::loading::{Locales, with_thousands_parted};
use super::*;

fn of(language: Language, source: &str) -> Arc<Words> {
    let mut bundle = load_language(language).unwrap().unwrap();
    bundle.add_resource_overriding(FluentResource::try_new(source.to_owned()).unwrap());
    Arc::new(Words { language, bundle })
}

fn phrases(source: &str) -> Phrases {
    let english = of(Language::English, source);
    Phrases {
        language: english.clone(),
        english,
        missing: Arc::default(),
    }
}

#[test]
fn every_file_parses_and_no_key_stands_twice() {
    let languages = Languages::load().unwrap();
    assert_eq!(languages.spoken.len(), Language::ALL.len());
    for file in Locales::iter() {
        let folder = file.split('/').next().unwrap();
        assert!(Language::parse(folder).is_some(), "{file} is in no known language");
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
        (-12_345_678, "\u{2212}12,345,678 answers"),
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
fn words_that_run_the_other_way_are_set_apart() {
    let phrases = phrases("hello = Hello, { $name }!\n");
    assert_eq!(
        phrases.tell("hello", &[("name", "\u{5d3}\u{5df} 2".into())]),
        "Hello, \u{2068}\u{5d3}\u{5df} 2\u{2069}!"
    );
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
    let language = of(Language::Indonesian, "tanya = Tanya { $count }\n");
    let english = of(Language::English, "only-english = Ask\n");
    let phrases = Phrases {
        language,
        english,
        missing: Arc::default(),
    };
    assert_eq!(phrases.tell("tanya", &[("count", 1204.into())]), "Tanya 1.204");
    assert_eq!((phrases.language(), phrases.missing_count()), ("id", 0));
    assert_eq!(phrases.say("only-english"), "Ask");
    assert_eq!(phrases.missing_count(), 1, "and it counts");
}

#[test]
fn the_reader_gets_a_language_that_they_accept() {
    let languages = Languages::load().unwrap();
    for header in ["", "de", "*", ";;;,,q=", "\u{0}é", "ms", "en;q=0", "iden"] {
        assert_eq!(languages.suiting(header), None, "{header}");
    }
    for (header, language) in [
        ("en-GB,en;q=0.9", Language::English),
        ("fr;q=0.9, en;q=0.1", Language::English),
        ("id-ID,id;q=0.9,en-US;q=0.8", Language::Indonesian),
        ("in", Language::Indonesian),
        ("en;q=0.5, fil-PH", Language::Filipino),
        ("tl-PH", Language::Filipino),
    ] {
        assert_eq!(languages.suiting(header), Some(language), "{header}");
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
