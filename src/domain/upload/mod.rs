//! Uploads: pictures and files that stand in posts, what they are called, and how many somebody may bring.

mod attachment;
mod kind;
mod name;
mod place;
mod rules;

use super::id::{ReplyId, ThreadId, UploadId, UserId};

pub use attachment::{FileField, REFUSALS};
pub use kind::{Pixels, SMALLER_WIDTHS, UploadKind};
pub use name::FileName;
pub use place::{Bucket, Place};
pub use rules::{MOST_MEGABYTES, UploadLimit, UploadRules, UploadRulesInput};

/// The longest description of a picture, in characters.
pub const LONGEST_ALT: usize = 300;
/// How many uploads of one text are looked after.
pub const MOST_IN_A_TEXT: usize = 100;

/// The number of a post: of a thread, for its own text, or of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostId {
    /// A thread's own text.
    Thread(ThreadId),
    /// A reply.
    Reply(ReplyId),
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its number.
    pub id: UploadId,
    /// Who brought it; nobody for a picture that was copied from elsewhere.
    pub owner: Option<UserId>,
    /// What it is called.
    pub name: FileName,
    /// What it is.
    pub kind: UploadKind,
    /// How many bytes it has.
    pub bytes: i64,
    /// How large a picture is.
    pub pixels: Option<Pixels>,
    /// What a picture shows, in words; may be empty.
    pub alt: String,
    /// Under which name the store of bytes has it.
    pub key: String,
}

/// The description of a picture as a form brought it: one line without control characters, cut where it is too long.
pub fn alt(typed: &str) -> String {
    let plain: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_ALT).collect()
}

/// A text with a line of Markdown at its end, as a paragraph of its own.
pub fn with_line(body: &str, line: &str) -> String {
    let body = body.trim_end();
    let gap = if body.is_empty() { "" } else { "\n\n" };
    format!("{body}{gap}{line}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_one_line() {
        assert_eq!(alt(" a\n b\u{7}c "), "a b c");
        assert_eq!(alt(&"x".repeat(400)).len(), LONGEST_ALT);
        assert_eq!(with_line("so:\n", "![](x)"), "so:\n\n![](x)\n");
        assert_eq!(with_line("", "![](x)"), "![](x)\n");
    }
}
