//! The title of a thread.

use super::problem::Fault;

/// The longest title of a form, in characters; an import may bring longer ones.
pub const LONGEST_TITLE: usize = 200;

/// A good title: one line, between 6 and 200 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// Reads a form's title; runs of white space become one blank.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            return Err(Fault::new("problem-title-missing"));
        }
        if title.chars().any(char::is_control) {
            return Err(Fault::new("problem-control-characters"));
        }
        match title.chars().count() {
            0..6 => Err(Fault::with_limit("problem-title-short", 6)),
            6..=LONGEST_TITLE => Ok(Self(title)),
            _ => Err(Fault::with_limit("problem-title-long", LONGEST_TITLE as i64)),
        }
    }

    /// The title's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
