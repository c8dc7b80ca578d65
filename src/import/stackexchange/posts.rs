//! What the rows of a dump mean, one row at a time: both passes read them through here, so that what passed the first
//! cannot fail the second.

use std::borrow::Cow;

use chrono::{DateTime, Utc};

use super::rows::Row;
use crate::domain::resolution::CloseReason;
use crate::import::error::Fault;
use crate::import::record::{Author, SourceId};

/// A row of `Posts.xml`.
pub enum PostRow<'a> {
    /// Post type 1.
    Question(QuestionRow<'a>),
    /// Post type 2.
    Answer(AnswerRow<'a>),
    /// Any other post type.
    Other(i64),
}

/// A question as it stands in the dump.
pub struct QuestionRow<'a> {
    /// What every post has.
    pub post: PostFields<'a>,
    /// Plain text.
    pub title: Cow<'a, str>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The answer that the asker accepted.
    pub accepted_answer: Option<SourceId>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// How often it was read.
    pub view_count: i64,
}

/// An answer as it stands in the dump.
pub struct AnswerRow<'a> {
    /// What every post has.
    pub post: PostFields<'a>,
    /// The question.
    pub parent: SourceId,
}

/// What every post has.
pub struct PostFields<'a> {
    /// The number of the post.
    pub id: SourceId,
    /// HTML.
    pub body: Cow<'a, str>,
    /// Who wrote it, when the account may still be there.
    pub owner: Option<SourceId>,
    /// The name that is left of an account that is gone.
    pub owner_name: Option<Cow<'a, str>>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
}

impl<'a> PostRow<'a> {
    /// Reads a row of `Posts.xml`.
    ///
    /// # Errors
    /// An attribute is missing or bad.
    pub fn read(row: &'a Row<'_>) -> Result<Self, Fault> {
        let id = row.needs_id("Id")?;
        Ok(match row.needs_number("PostTypeId")? {
            1 => Self::Question(QuestionRow {
                post: PostFields::read(row, id)?,
                title: row.needs_text("Title")?,
                tags: tags_in(&row.text("Tags")?.unwrap_or_default()),
                accepted_answer: row.number("AcceptedAnswerId")?,
                closed_at: row.time("ClosedDate")?,
                view_count: row.number("ViewCount")?.unwrap_or(0).max(0),
            }),
            2 => Self::Answer(AnswerRow {
                post: PostFields::read(row, id)?,
                parent: row.needs_id("ParentId")?,
            }),
            other => Self::Other(other),
        })
    }
}

impl<'a> PostFields<'a> {
    fn read(row: &'a Row<'_>, id: SourceId) -> Result<Self, Fault> {
        Ok(Self {
            id,
            body: row.needs_text("Body")?,
            owner: row.number("OwnerUserId")?,
            owner_name: row.text("OwnerDisplayName")?,
            created_at: row.needs_time("CreationDate")?,
            edited_at: row.time("LastEditDate")?,
        })
    }
}

/// A row of `Comments.xml`.
pub struct CommentRow<'a> {
    /// The number of the comment.
    pub id: SourceId,
    /// The post that it stands under.
    pub post: SourceId,
    /// Markdown.
    pub text: Cow<'a, str>,
    /// Who wrote it, when the account may still be there.
    pub owner: Option<SourceId>,
    /// The name that is left of an account that is gone.
    pub owner_name: Option<Cow<'a, str>>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// How many people found it good.
    pub score: i64,
}

impl<'a> CommentRow<'a> {
    /// Reads a row of `Comments.xml`.
    ///
    /// # Errors
    /// An attribute is missing or bad.
    pub fn read(row: &'a Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: row.needs_id("Id")?,
            post: row.needs_id("PostId")?,
            text: row.needs_text("Text")?,
            owner: row.number("UserId")?,
            owner_name: row.text("UserDisplayName")?,
            created_at: row.needs_time("CreationDate")?,
            score: row.number("Score")?.unwrap_or(0).max(0),
        })
    }
}

/// Who wrote something: an account of the dump, the name that is left, or nobody.
///
/// An account that the dump no longer has is called by its number, as Stack Exchange does it.
#[must_use]
pub fn author(owner: Option<SourceId>, name: Option<&str>, is_known: impl Fn(SourceId) -> bool) -> Author {
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    match (owner, name) {
        (Some(id), _) if is_known(id) => Author::Person(id),
        (_, Some(name)) => Author::Named(name.to_owned()),
        (Some(id), None) => Author::Named(format!("user{id}")),
        (None, None) => Author::Gone,
    }
}

/// The tags in `<a><b>`, or in `|a|b|` as newer dumps write it.
#[must_use]
pub fn tags_in(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(['<', '>', '|']).map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// What a close reason of `PostHistory.xml` means; the numbers below 100 are of before 2013.
#[must_use]
pub fn closed_for(comment: &str) -> CloseReason {
    match comment.trim() {
        "1" | "101" => CloseReason::Duplicate,
        "2" | "102" | "3" | "105" => CloseReason::OffTopic,
        "4" | "103" | "104" => CloseReason::Unclear,
        _ => CloseReason::Other,
    }
}

/// Why a post of this type is skipped.
#[must_use]
pub fn other_post(kind: i64) -> String {
    let words = match kind {
        3 | 5 => "a tag's page",
        4 => "a tag's summary",
        6 => "a candidate in an election",
        7 => "a placeholder",
        8 => "a page on privileges",
        _ => "neither a question nor an answer",
    };
    format!("{words} (post type {kind})")
}

/// Why a vote of this type is skipped.
#[must_use]
pub fn other_vote(kind: i64) -> String {
    let words = match kind {
        1 => "accepted, on an answer that is not accepted now",
        4 => "offensive",
        5 => "favourite",
        6 => "close",
        7 => "reopen",
        8 => "bounty offered",
        9 => "bounty given",
        10 => "deletion",
        11 => "undeletion",
        12 => "spam",
        15 => "moderator review",
        16 => "edit approved",
        _ => "unknown",
    };
    format!("{words} (vote type {kind})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_in_two_forms() {
        assert_eq!(tags_in("<proof-of-work><c++><c++>"), ["proof-of-work", "c++"]);
        assert_eq!(tags_in("|proof-of-work|c++|"), ["proof-of-work", "c++"]);
        assert_eq!(tags_in(""), [""; 0]);
    }

    #[test]
    fn authors_that_are_gone_keep_their_name() {
        let known = |id| id == -1 || id == 7;
        assert_eq!(author(Some(7), Some("x"), known), Author::Person(7));
        assert_eq!(author(Some(-1), None, known), Author::Person(-1));
        assert_eq!(author(Some(8), None, known), Author::Named("user8".into()));
        assert_eq!(author(None, Some(" user23 "), known), Author::Named("user23".into()));
        assert_eq!(author(None, Some(" "), known), Author::Gone);
    }
}
