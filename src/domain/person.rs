//! The name that people see.

use super::problem::Fault;
use super::slug::fold;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// The name of a person: 2 to 40 characters on one line, with a letter or a digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a form's name; runs of white space become one blank.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = name.chars().count();
        if name.chars().any(|c| c.is_control() || is_invisible(c)) || name.contains(['@', '<', '>', '/']) {
            return Err(Fault::new("problem-name-characters"));
        }
        if !name.chars().any(char::is_alphanumeric) || length < 2 {
            return Err(Fault::with_limit("problem-name-short", 2));
        }
        if length > LONGEST_NAME {
            return Err(Fault::with_limit("problem-name-long", LONGEST_NAME as i64));
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name folded for comparing.
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

/// Characters that nobody sees, by which one name could pass for another.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}
