//! What people write: bodies of posts, comments, and the short reasons of an act.

use super::problem::Fault;

/// The longest body of a post, in bytes of UTF-8.
pub const LONGEST_BODY: usize = 64 * 1024;
/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 1_000;
/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// The Markdown of a thread or a reply: not blank, at most 64 kB, no null character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body(String);

impl Body {
    /// Reads a form's body; line ends become `\n`, blank ends are cut.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let body = lines(text)?;
        if body.is_empty() {
            return Err(Fault::new("problem-body-missing"));
        }
        if body.len() > LONGEST_BODY {
            return Err(Fault::with_limit("problem-body-long", LONGEST_BODY as i64 / 1024));
        }
        Ok(Self(body))
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The Markdown of a comment: not blank, at most 1,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentBody(String);

impl CommentBody {
    /// Reads a form's comment.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let body = lines(text)?;
        match body.chars().count() {
            0 => Err(Fault::new("problem-comment-missing")),
            1..=LONGEST_COMMENT => Ok(Self(body)),
            _ => Err(Fault::with_limit("problem-comment-long", LONGEST_COMMENT as i64)),
        }
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why something was done, in the doer's words: at most 500 characters, perhaps none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// Reads a reason that may be left out.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let reason = lines(text)?;
        if reason.chars().count() > LONGEST_REASON {
            return Err(Fault::with_limit("problem-reason-long", LONGEST_REASON as i64));
        }
        Ok(Self(reason))
    }

    /// Reads a reason that must be given.
    pub fn required(text: &str) -> Result<Self, Fault> {
        match Self::parse(text)? {
            reason if reason.0.is_empty() => Err(Fault::new("problem-reason-missing")),
            reason => Ok(reason),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads text of several lines: line ends become `\n`, blank ends are cut, control characters are refused.
pub(super) fn lines(text: &str) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let strange = |character: char| character.is_control() && character != '\n' && character != '\t';
    if text.contains(strange) {
        return Err(Fault::new("problem-control-characters"));
    }
    Ok(text.trim_end().trim_start_matches('\n').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_not_blank_and_at_most_64_kilobytes() {
        assert_eq!(Body::parse(" \r\n ").unwrap_err().key, "problem-body-missing");
        assert_eq!(Body::parse("a\0b").unwrap_err().key, "problem-control-characters");
        assert!(Body::parse(&"x".repeat(LONGEST_BODY)).is_ok());
        assert!(Body::parse(&"é".repeat(LONGEST_BODY / 2 + 1)).is_err());
        assert_eq!(Body::parse("one\r\n  two\r").unwrap().as_str(), "one\n  two");
    }
}
