//! What a search index reads: threads whole, with their answers, and which threads a change concerns.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::imports::OriginNoun;
use super::native::among;
use super::schema::{acceptances, origins, replies, tags, thread_tags, threads};
use super::time::utc;
use super::written::shown_body;
use super::{Db, StoreError};
use crate::domain::id::{CategoryId, ReplyId, TagId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::thread::Standing;
use crate::text::SafeHtml;

/// How many answers of a thread are read: what a long talk says at its end seldom answers its beginning.
const MOST_REPLIES: i64 = 60;

/// A thread as an index reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeThread {
    /// Its id.
    pub id: ThreadId,
    /// Where it lives.
    pub category: CategoryId,
    /// Who started it.
    pub author: Option<UserId>,
    /// Where it stands.
    pub standing: Standing,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// Its title.
    pub title: String,
    /// What it says.
    pub body: SafeHtml,
    /// The accepted answer.
    pub accepted: Option<SafeHtml>,
    /// The other answers.
    pub answers: Vec<SafeHtml>,
    /// Its tags: their ids and names.
    pub tags: Vec<(TagId, String)>,
}

type ThreadRow = (
    i64,
    (i64, Option<i64>),
    String,
    NaiveDateTime,
    String,
    (String, i16, String),
);

/// These threads whole; those that are deleted or not in sight are left out.
///
/// The Markdown is read beside the HTML only for what an older renderer made.
pub fn whole(db: &mut Db, sight: Sight, ids: &[ThreadId]) -> Result<Vec<WholeThread>, StoreError> {
    let rows = rows_of(db, sight, ids)?;
    let mut tags = tags_of(db, rows.iter().map(|row| row.0))?;
    let mut whole = Vec::with_capacity(rows.len());
    for row in rows {
        let (accepted, answers) = replies_of(db, row.0)?;
        let tags = tags.remove(&row.0).unwrap_or_default();
        whole.push(whole_of(row, tags, accepted, answers)?);
    }
    Ok(whole)
}

/// These threads with their accepted answers and without the others, as a page shows them: in a fixed number of queries.
pub fn with_accepted(db: &mut Db, sight: Sight, ids: &[ThreadId]) -> Result<Vec<WholeThread>, StoreError> {
    let rows = rows_of(db, sight, ids)?;
    let mut tags = tags_of(db, rows.iter().map(|row| row.0))?;
    let mut accepted = accepted_of(db, rows.iter().map(|row| row.0))?;
    let whole = rows.into_iter().map(|row| {
        let tags = tags.remove(&row.0).unwrap_or_default();
        let accepted = accepted.remove(&row.0);
        whole_of(row, tags, accepted, Vec::new())
    });
    whole.collect()
}

fn rows_of(db: &mut Db, sight: Sight, ids: &[ThreadId]) -> Result<Vec<ThreadRow>, StoreError> {
    let hidden = super::threads::hidden_categories(db, sight)?;
    let rows = threads::table
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .order(threads::id)
        .select((
            threads::id,
            (threads::category_id, threads::author_id),
            threads::standing,
            threads::created_at,
            threads::title,
            (threads::body_html, threads::renderer, threads::body_markdown),
        ))
        .load(db)?;
    Ok(rows)
}

fn whole_of(
    row: ThreadRow,
    tags: Vec<(TagId, String)>,
    accepted: Option<SafeHtml>,
    answers: Vec<SafeHtml>,
) -> Result<WholeThread, StoreError> {
    let (id, (category, author), standing, created_at, title, body) = row;
    Ok(WholeThread {
        id: ThreadId::stored(id),
        category: CategoryId::stored(category),
        author: author.map(UserId::stored),
        standing: Standing::parse(&standing).ok_or_else(|| StoreError::Unexpected(format!("thread {id}")))?,
        created_at: utc(created_at),
        title,
        body: shown_body(body.0, body.1, || body.2),
        accepted,
        answers,
        tags,
    })
}

/// The accepted answers of these threads.
pub(super) fn accepted_of(db: &mut Db, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, SafeHtml>, StoreError> {
    let rows: Vec<(i64, (String, i16, String))> = acceptances::table
        .inner_join(replies::table)
        .filter(among(acceptances::thread_id, ids))
        .filter(acceptances::ended_at.is_null())
        .filter(replies::deleted_at.is_null())
        .select((
            acceptances::thread_id,
            (replies::body_html, replies::renderer, replies::body_markdown),
        ))
        .load(db)?;
    let shown = rows
        .into_iter()
        .map(|(thread, body)| (thread, shown_body(body.0, body.1, || body.2)));
    Ok(shown.collect())
}

fn tags_of(db: &mut Db, ids: impl Iterator<Item = i64>) -> Result<HashMap<i64, Vec<(TagId, String)>>, StoreError> {
    let rows: Vec<(i64, i64, String)> = thread_tags::table
        .inner_join(tags::table)
        .filter(among(thread_tags::thread_id, ids))
        .select((thread_tags::thread_id, tags::id, tags::name))
        .load(db)?;
    let mut found: HashMap<i64, Vec<(TagId, String)>> = HashMap::new();
    for (thread, id, name) in rows {
        found.entry(thread).or_default().push((TagId::stored(id), name));
    }
    Ok(found)
}

/// The accepted answer of a thread and the most helpful others.
fn replies_of(db: &mut Db, thread: i64) -> Result<(Option<SafeHtml>, Vec<SafeHtml>), StoreError> {
    let accepted: Option<i64> = acceptances::table
        .filter(acceptances::thread_id.eq(thread))
        .filter(acceptances::ended_at.is_null())
        .select(acceptances::reply_id)
        .first(db)
        .optional()?;
    let columns = (
        replies::id,
        (replies::body_html, replies::renderer, replies::body_markdown),
    );
    let mut rows: Vec<(i64, (String, i16, String))> = replies::table
        .filter(replies::thread_id.eq(thread))
        .filter(replies::deleted_at.is_null())
        .order((replies::score.desc(), replies::id.desc()))
        .limit(MOST_REPLIES)
        .select(columns)
        .load(db)?;
    if let Some(accepted) = accepted
        && rows.iter().all(|row| row.0 != accepted)
    {
        let beyond = replies::table.find(accepted).filter(replies::deleted_at.is_null());
        rows.extend(beyond.select(columns).first(db).optional()?);
    }
    let shown = rows
        .into_iter()
        .map(|(id, body)| (id, shown_body(body.0, body.1, || body.2)));
    let (mut first, mut others) = (None, Vec::new());
    for (id, body) in shown {
        if Some(id) == accepted {
            first = Some(body);
        } else {
            others.push(body);
        }
    }
    Ok((first, others))
}

/// The next threads behind an id, in the order of their ids, deleted ones too.
pub fn ids_after(db: &mut Db, after: i64, size: i64) -> Result<Vec<ThreadId>, StoreError> {
    let ids: Vec<i64> = threads::table
        .filter(threads::id.gt(after))
        .order(threads::id)
        .limit(size)
        .select(threads::id)
        .load(db)?;
    Ok(ids.into_iter().map(ThreadId::stored).collect())
}

/// The threads that these replies stand in.
pub fn threads_of(db: &mut Db, ids: &[ReplyId]) -> Result<Vec<ThreadId>, StoreError> {
    let found: Vec<i64> = replies::table
        .filter(among(replies::id, ids.iter().map(|id| id.get())))
        .select(replies::thread_id)
        .load(db)?;
    Ok(found.into_iter().map(ThreadId::stored).collect())
}

/// Where these threads came from: `source:number` of the forum that they were imported from.
pub fn origins_of(db: &mut Db, ids: &[ThreadId]) -> Result<HashMap<ThreadId, String>, StoreError> {
    let rows: Vec<(i64, String, i64)> = origins::table
        .filter(origins::noun.eq(OriginNoun::Thread.as_str()))
        .filter(among(origins::noun_id, ids.iter().map(|id| id.get())))
        .select((origins::noun_id, origins::family, origins::source_id))
        .load(db)?;
    let origin = |(id, family, number)| (ThreadId::stored(id), format!("{family}:{number}"));
    Ok(rows.into_iter().map(origin).collect())
}
