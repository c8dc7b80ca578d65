//! What varies between the questions: systems, browsers, versions, the fields of a template, tags.
//!
//! The rules, all of them: a system or browser is one of a short list of names, as it is typed, with the number that follows it; a
//! version is a number with two points (`1.2.3`), one behind a `v`, or one behind the word *version*, with the name before it when that
//! begins with a capital; a field of the category's template counts with whatever was written into it. A kind is told when there are
//! at least two different values of it; of tags those that several questions have and not all. What only answers say does not count.

use std::collections::BTreeMap;

use crate::store::evidence::AskedQuestion;
use crate::text::passages::{Sentence, passages};

/// The most values of a kind.
const MOST_VALUES: usize = 6;
/// The most kinds.
const MOST_KINDS: usize = 6;
/// The longest value, in characters.
const LONGEST: usize = 60;

/// Names of systems as people type them, and what they are called here.
const SYSTEMS: &[(&str, &str)] = &[
    ("Windows", "Windows"),
    ("windows", "Windows"),
    ("Win", "Windows"),
    ("win", "Windows"),
    ("macOS", "macOS"),
    ("MacOS", "macOS"),
    ("OSX", "macOS"),
    ("Mac", "macOS"),
    ("mac", "macOS"),
    ("Macbook", "macOS"),
    ("MacBook", "macOS"),
    ("Linux", "Linux"),
    ("linux", "Linux"),
    ("Ubuntu", "Ubuntu"),
    ("ubuntu", "Ubuntu"),
    ("Debian", "Debian"),
    ("debian", "Debian"),
    ("Fedora", "Fedora"),
    ("CentOS", "CentOS"),
    ("Android", "Android"),
    ("android", "Android"),
    ("iOS", "iOS"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("Raspberry", "Raspberry Pi"),
    ("raspberry", "Raspberry Pi"),
    ("ChromeOS", "ChromeOS"),
];
/// A number must follow these, as they mean other things too.
const NUMBERED: &[&str] = &["Win", "win"];
/// Names of browsers.
const BROWSERS: &[(&str, &str)] = &[
    ("Chrome", "Chrome"),
    ("chrome", "Chrome"),
    ("Chromium", "Chromium"),
    ("Firefox", "Firefox"),
    ("firefox", "Firefox"),
    ("Brave", "Brave"),
];
/// Browsers whose names mean other things too: they count where a browser is named or a number follows.
const DOUBTFUL: &[(&str, &str)] = &[("Safari", "Safari"), ("Edge", "Edge"), ("Opera", "Opera")];

/// What kind of detail it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An operating system.
    System,
    /// A browser.
    Browser,
    /// A version of something.
    Version,
    /// A field of the category's template, by its label.
    Field(String),
    /// A tag.
    Tag,
}

/// A kind of detail with its values, each with the question that names it first.
pub(super) type Varied<'a> = (Kind, Vec<(String, &'a AskedQuestion)>);

/// What varies between these questions.
pub(super) fn varied<'a>(questions: &[&'a AskedQuestion]) -> Vec<Varied<'a>> {
    let mut found: BTreeMap<Kind, Vec<(String, &AskedQuestion)>> = BTreeMap::new();
    for question in questions {
        for (kind, value) in details(question) {
            let values = found.entry(kind).or_default();
            let is_known = values.iter().any(|(known, _)| known.eq_ignore_ascii_case(&value));
            if !is_known && value.chars().count() <= LONGEST {
                values.push((value, question));
            }
        }
    }
    if let Some(tags) = found.get_mut(&Kind::Tag) {
        // What one question alone has may be anything; what all have does not vary.
        let with = |tag: &String| questions.iter().filter(|question| question.tags.contains(tag)).count();
        tags.retain(|(tag, _)| with(tag) > 1 && with(tag) < questions.len());
    }
    let mut varied: Vec<Varied<'_>> = found.into_iter().filter(|(_, values)| values.len() > 1).collect();
    for (_, values) in &mut varied {
        values.truncate(MOST_VALUES);
    }
    varied.truncate(MOST_KINDS);
    varied
}

fn details(question: &AskedQuestion) -> Vec<(Kind, String)> {
    let fields = question
        .template_answers
        .iter()
        .filter(|field| !field.answer.trim().is_empty());
    let fields = fields.map(|field| (Kind::Field(field.label.clone()), one_line(&field.answer)));
    let tags = question.tags.iter().map(|tag| (Kind::Tag, tag.clone()));
    let passages = passages(&question.body)
        .into_iter()
        .flat_map(|passage| passage.sentences);
    let texts = [question.title.clone()]
        .into_iter()
        .chain(passages.map(|one: Sentence| one.plain()));
    let text = texts.collect::<Vec<_>>().join(" \n ");
    let words: Vec<&str> = text
        .split([' ', '(', ')', ',', ';', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    fields.chain(tags).chain(said(&words)).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The systems, browsers and versions that these words name.
fn said(words: &[&str]) -> Vec<(Kind, String)> {
    let is_about_browsers = words
        .iter()
        .any(|word| word.to_lowercase().starts_with("browser") || named(BROWSERS, word).is_some());
    let mut said = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).and_then(|next| number(next));
        let before = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .copied()
            .unwrap_or_default();
        let with_number = |name: &str| next.map_or_else(|| name.to_owned(), |number| format!("{name} {number}"));
        if let Some((name, number)) = named(SYSTEMS, word).filter(|_| next.is_some() || !NUMBERED.contains(word)) {
            said.push((
                Kind::System,
                number.map_or_else(|| with_number(name), |number| format!("{name} {number}")),
            ));
        } else if let Some((name, _)) = named(BROWSERS, word) {
            said.push((Kind::Browser, with_number(name)));
        } else if let Some((name, _)) = named(DOUBTFUL, word).filter(|_| is_about_browsers || next.is_some()) {
            said.push((Kind::Browser, with_number(name)));
        } else if let Some(version) = version(word, before) {
            let of = product(
                before,
                at.checked_sub(2)
                    .and_then(|at| words.get(at))
                    .copied()
                    .unwrap_or_default(),
            );
            if named(SYSTEMS, of).is_none() && named(BROWSERS, of).is_none() && named(DOUBTFUL, of).is_none() {
                said.push((Kind::Version, format!("{of} {version}").trim().to_owned()));
            }
        }
    }
    said
}

/// The name that a word is, and the number at its end, as in `Windows10`.
fn named<'a>(names: &[(&'static str, &'static str)], word: &'a str) -> Option<(&'static str, Option<&'a str>)> {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let letters = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = word.get(letters.len()..).filter(|number| !number.is_empty());
    let name = names.iter().find(|(typed, _)| *typed == letters)?.1;
    Some((name, number))
}

/// A number such as `10` or `20.04`.
fn number(word: &str) -> Option<&str> {
    let word = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let is_number = word.starts_with(|sign: char| sign.is_ascii_digit()) && word.len() <= 8;
    (is_number && word.chars().all(|sign| sign.is_ascii_digit() || sign == '.')).then_some(word)
}

fn version<'a>(word: &'a str, before: &str) -> Option<&'a str> {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let (is_marked, figures) = match word.strip_prefix(['v', 'V']) {
        Some(figures) => (true, figures),
        None => (false, word),
    };
    let parts: Vec<&str> = figures.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_version = (1..=3).contains(&parts.len()) && parts.iter().all(is_number);
    let is_date = parts.last().is_some_and(|last| last.len() == 4) && parts.len() == 3;
    let is_told = is_marked || parts.len() == 3 || is_version_word(before);
    (is_version && is_told && !is_date).then_some(figures)
}

fn is_version_word(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    matches!(word.as_str(), "version" | "ver" | "versi" | "bersyon")
}

/// What a version is of: the name before it, or before the word *version*.
fn product<'a>(before: &'a str, earlier: &'a str) -> &'a str {
    let name = if is_version_word(before) { earlier } else { before };
    let name = name.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '-');
    let is_name = name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().count() > 2
        && name.chars().all(|sign| sign.is_alphanumeric() || sign == '-');
    if is_name && !is_version_word(name) { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let words: Vec<&str> = text
            .split([' ', '(', ')', ',', ';', '/'])
            .filter(|word| !word.is_empty())
            .collect();
        said(&words)
            .into_iter()
            .map(|(kind, value)| format!("{kind:?} {value}"))
            .collect()
    }

    #[test]
    fn systems_browsers_and_versions_are_known_by_their_names_and_numbers() {
        assert_eq!(
            of("On Windows 10, with Daedalus 1.3.1."),
            ["System Windows 10", "Version Daedalus 1.3.1"]
        );
        assert_eq!(
            of("ubuntu 20.04 (Firefox 78)"),
            ["System Ubuntu 20.04", "Browser Firefox 78"]
        );
        assert_eq!(
            of("win10 and version 4 of v2.1"),
            ["System Windows 10", "Version 4", "Version 2.1"]
        );
        assert_eq!(of("Opera is fun, a safari in May"), [""; 0]);
        assert_eq!(of("My browser is Opera"), ["Browser Opera"]);
        assert_eq!(of("I sent 3.5 ADA on 01.02.2020 to 10.0.0.1"), [""; 0]);
        assert_eq!(of("Unity version 5.3"), ["Version Unity 5.3"]);
    }
}
