//! Words that are watched: what is looked for in a post, and what happens when it stands there.

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::problem::{Fault, Problems};
use super::setting::line;
use super::spam::Folded;
use super::tag::TagName;

/// How many there may be.
pub const MOST_WATCHED: i64 = 200;
/// How many of them may be patterns.
pub const MOST_PATTERNS: i64 = 30;
/// The longest words or pattern, in characters.
pub const LONGEST_WATCHED: usize = 120;
/// The longest text that stands in their place, in characters.
pub const LONGEST_REPLACEMENT: usize = 60;
/// The most words of a phrase.
const MOST_WORDS: usize = 10;
/// The most that a pattern may take when it is made ready, in bytes.
const PATTERN_SIZE: usize = 256 * 1024;
/// The most that looking for it may take, in bytes.
const PATTERN_CACHE: usize = 512 * 1024;
/// How deep the brackets of a pattern may nest.
const PATTERN_DEPTH: u32 = 12;

crate::named! {
    /// How it is looked for.
    pub enum WatchedForm {
        /// A whole word, or several whole words after each other.
        Words = "words",
        /// A regular expression.
        Pattern = "pattern",
    }
}

crate::named! {
    /// What happens when it stands in a post.
    pub enum WatchedDeed {
        /// It is not posted.
        Block = "block",
        /// It waits for a moderator.
        Hold = "hold",
        /// Something else stands there.
        Replace = "replace",
        /// Its thread gets a tag.
        Tag = "tag",
    }
}

/// The form of a watched word, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WatchedInput {
    /// The words, or the pattern.
    #[serde(default)]
    pub watched_text: String,
    /// How it is looked for.
    #[serde(default)]
    pub watched_form: String,
    /// What happens.
    #[serde(default)]
    pub watched_deed: String,
    /// What stands in their place, or the tag.
    #[serde(default)]
    pub watched_with: String,
}

/// A watched word, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedDraft {
    /// The words, or the pattern.
    pub text: String,
    /// How it is looked for.
    pub form: WatchedForm,
    /// What happens.
    pub deed: WatchedDeed,
    /// What stands in their place, or the tag; else empty.
    pub with: String,
}

impl WatchedInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<WatchedDraft, Problems> {
        let mut problems = Problems::none();
        let choice = Fault::new("problem-choice");
        let form = problems.keep("watched_form", WatchedForm::parse(&self.watched_form).ok_or(choice));
        let deed = problems.keep("watched_deed", WatchedDeed::parse(&self.watched_deed).ok_or(choice));
        let text = match form {
            Some(WatchedForm::Pattern) => pattern(&self.watched_text),
            Some(WatchedForm::Words) | None => words(&self.watched_text),
        };
        let text = problems.keep("watched_text", text);
        let with = deed.and_then(|deed| problems.keep("watched_with", with(deed, &self.watched_with)));
        match (form, deed, text, with) {
            (Some(form), Some(deed), Some(text), Some(with)) => Ok(WatchedDraft { text, form, deed, with }),
            _ => Err(problems),
        }
    }
}

fn words(typed: &str) -> Result<String, Fault> {
    let text = line(typed, 1, LONGEST_WATCHED)?;
    match Folded::of(&text).words().len() {
        0 => Err(Fault::new("problem-watched-no-word")),
        1..=MOST_WORDS => Ok(text),
        _ => Err(Fault::with_limit("problem-watched-words", MOST_WORDS as i64)),
    }
}

fn pattern(typed: &str) -> Result<String, Fault> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::new("problem-missing"));
    }
    if text.chars().count() > LONGEST_WATCHED {
        return Err(Fault::with_limit("problem-line-long", LONGEST_WATCHED as i64));
    }
    let ready = compiled(text).ok_or(Fault::new("problem-watched-pattern"))?;
    if ready.is_match("") {
        return Err(Fault::new("problem-watched-empty"));
    }
    Ok(text.to_owned())
}

/// A pattern, ready to be looked for in a folded text; `None` when it is none, or takes too much.
pub(super) fn compiled(pattern: &str) -> Option<Regex> {
    let ready = RegexBuilder::new(pattern)
        .case_insensitive(true)
        .size_limit(PATTERN_SIZE)
        .dfa_size_limit(PATTERN_CACHE)
        .nest_limit(PATTERN_DEPTH)
        .build();
    ready.ok()
}

fn with(deed: WatchedDeed, typed: &str) -> Result<String, Fault> {
    match deed {
        WatchedDeed::Replace => line(typed, 1, LONGEST_REPLACEMENT),
        WatchedDeed::Tag => TagName::parse(typed).map(|tag| tag.as_str().to_owned()),
        WatchedDeed::Block | WatchedDeed::Hold => Ok(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(form: &str, text: &str, deed: &str, with: &str) -> Result<WatchedDraft, Vec<(&'static str, &'static str)>> {
        let input = WatchedInput {
            watched_text: text.to_owned(),
            watched_form: form.to_owned(),
            watched_deed: deed.to_owned(),
            watched_with: with.to_owned(),
        };
        let faults = |problems: Problems| problems.iter().map(|problem| (problem.field, problem.key)).collect();
        input.parse().map_err(faults)
    }

    #[test]
    fn what_cannot_be_watched_is_refused() {
        let long = "a".repeat(LONGEST_WATCHED + 1);
        for (form, text, deed, with, field, key) in [
            ("words", "", "block", "", "watched_text", "problem-missing"),
            ("words", "!?", "block", "", "watched_text", "problem-watched-no-word"),
            (
                "words",
                "a b c d e f g h i j k",
                "block",
                "",
                "watched_text",
                "problem-watched-words",
            ),
            ("words", &long, "block", "", "watched_text", "problem-line-long"),
            ("pattern", "(", "block", "", "watched_text", "problem-watched-pattern"),
            (
                "pattern",
                r"(\w{1000}){1000}",
                "block",
                "",
                "watched_text",
                "problem-watched-pattern",
            ),
            (
                "pattern",
                "((((((((((((((a))))))))))))))",
                "block",
                "",
                "watched_text",
                "problem-watched-pattern",
            ),
            ("pattern", "a*", "block", "", "watched_text", "problem-watched-empty"),
            ("words", "casino", "replace", " ", "watched_with", "problem-missing"),
            (
                "words",
                "casino",
                "tag",
                "a/b",
                "watched_with",
                "problem-tag-characters",
            ),
            ("guess", "casino", "block", "", "watched_form", "problem-choice"),
            ("words", "casino", "burn", "", "watched_deed", "problem-choice"),
        ] {
            assert_eq!(
                read(form, text, deed, with),
                Err(vec![(field, key)]),
                "{form} {text} {deed}"
            );
        }
    }

    #[test]
    fn what_is_not_needed_is_left_out() {
        let draft = read("words", " Free   money ", "hold", "whatever").unwrap();
        assert_eq!((draft.text.as_str(), draft.with.as_str()), ("Free money", ""));
        assert_eq!(
            read("pattern", r"\bviagr[a4]\b", "tag", "Sus Picious").unwrap().with,
            "sus-picious"
        );
    }
}
