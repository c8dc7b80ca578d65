//! Every saved version of a thread or a reply; those of articles stand with the articles.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::schema::revisions;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::category::TemplateAnswer;
use crate::domain::id::{ReplyId, ThreadId, UserId};

/// The most versions that the page of a history shows, the newest.
pub(super) const MOST_SHOWN: i64 = 50;

/// A saved version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number, from 1.
    pub number: i64,
    /// Who saved it.
    pub editor: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Why, in the editor's words.
    pub reason: String,
    /// The title at the time; threads and articles only.
    pub title: Option<String>,
    /// The short answer at the time; articles only.
    pub short_answer: Option<String>,
    /// The tags at the time, separated by commas; threads and articles only.
    pub tags: Option<String>,
    /// The answers to the category's template at the time; threads only.
    pub answers: Vec<TemplateAnswer>,
    /// The body at the time.
    pub body: String,
}

/// A version to save.
pub(super) struct NewRevision<'a> {
    pub(super) thread: ThreadId,
    pub(super) reply: Option<ReplyId>,
    pub(super) editor: Option<UserId>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) reason: &'a str,
    pub(super) title: Option<&'a str>,
    pub(super) tags: Option<&'a str>,
    /// As the thread's own row has them.
    pub(super) answers: Option<&'a str>,
    pub(super) body: &'a str,
}

/// Whether a post has a history yet: its first version is saved when it is first edited.
pub(super) fn last_number(db: &mut Db, thread: ThreadId, reply: Option<ReplyId>) -> Result<i64, StoreError> {
    let numbers = revisions::table
        .select(revisions::number)
        .order(revisions::number.desc())
        .into_boxed();
    let last: Option<i64> = match reply {
        Some(reply) => numbers
            .filter(revisions::reply_id.eq(reply.get()))
            .first(db)
            .optional()?,
        None => numbers
            .filter(revisions::thread_id.eq(thread.get()))
            .filter(revisions::reply_id.is_null())
            .first(db)
            .optional()?,
    };
    Ok(last.unwrap_or(0))
}

/// Saves a version under the next number, and answers that.
pub(super) fn save(tx: &mut Db, revision: &NewRevision<'_>) -> Result<i64, StoreError> {
    let number = last_number(tx, revision.thread, revision.reply)? + 1;
    diesel::insert_into(revisions::table)
        .values((
            revisions::thread_id.eq(revision.thread.get()),
            revisions::reply_id.eq(revision.reply.map(ReplyId::get)),
            revisions::number.eq(number),
            revisions::editor_id.eq(revision.editor.map(UserId::get)),
            revisions::created_at.eq(row_time(revision.created_at)),
            revisions::reason.eq(revision.reason),
            revisions::title.eq(revision.title),
            revisions::tags.eq(revision.tags),
            revisions::body_markdown.eq(revision.body),
            revisions::template_answers.eq(revision.answers),
        ))
        .execute(tx)?;
    Ok(number)
}

#[derive(Queryable)]
struct Row {
    number: i64,
    editor_id: Option<i64>,
    created_at: chrono::NaiveDateTime,
    reason: String,
    title: Option<String>,
    tags: Option<String>,
    body: String,
    answers: Option<String>,
}

/// The history of a thread (`reply` is `None`) or of a reply, the newest first. The caller has seen to the sight.
pub fn history(db: &mut Db, thread: ThreadId, reply: Option<ReplyId>) -> Result<Vec<Revision>, StoreError> {
    let mut query = revisions::table
        .order(revisions::number.desc())
        .limit(MOST_SHOWN)
        .select((
            revisions::number,
            revisions::editor_id,
            revisions::created_at,
            revisions::reason,
            revisions::title,
            revisions::tags,
            revisions::body_markdown,
            revisions::template_answers,
        ))
        .into_boxed();
    query = match reply {
        Some(reply) => query.filter(revisions::reply_id.eq(reply.get())),
        None => query
            .filter(revisions::thread_id.eq(thread.get()))
            .filter(revisions::reply_id.is_null()),
    };
    let rows: Vec<Row> = query.load(db)?;
    let editors = Authors::load(db, rows.iter().map(|row| row.editor_id))?;
    let revision = |row: Row| -> Result<Revision, StoreError> {
        let answers = row.answers.map_or(Ok(Vec::new()), |json| serde_json::from_str(&json));
        Ok(Revision {
            number: row.number,
            editor: editors.of(row.editor_id, None),
            created_at: utc(row.created_at),
            reason: row.reason,
            title: row.title,
            short_answer: None,
            tags: row.tags,
            answers: answers.map_err(|error| StoreError::Unexpected(error.to_string()))?,
            body: row.body,
        })
    };
    rows.into_iter().map(revision).collect()
}
