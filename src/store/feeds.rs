//! What feeds tell: the newest threads of a list, the newest replies of a thread, and the newest articles, with their texts.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::native::among;
use super::schema::{articles, replies, threads};
use super::threads::{ThreadRow, list, title_of};
use super::time::utc;
use super::written::shown_body;
use super::{Db, StoreError};
use crate::domain::article::ArticleState;
use crate::domain::id::{ArticleId, ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::thread::Listing;
use crate::text::SafeHtml;

/// How many entries stand in a feed.
pub const FEED_SIZE: i64 = 30;

/// A thread as a feed tells it.
#[derive(Debug, Clone)]
pub struct ThreadEntry {
    /// Its line in lists.
    pub thread: ThreadRow,
    /// Its text.
    pub body: SafeHtml,
    /// When it was written or last changed.
    pub updated_at: DateTime<Utc>,
}

/// A reply as a feed tells it.
#[derive(Debug, Clone)]
pub struct ReplyEntry {
    /// Its id.
    pub id: ReplyId,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was written or last changed.
    pub updated_at: DateTime<Utc>,
    /// Its text.
    pub body: SafeHtml,
}

/// An article as a feed tells it.
#[derive(Debug, Clone)]
pub struct ArticleEntry {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Author,
    /// When it was last published.
    pub published_at: DateTime<Utc>,
    /// When it was last published or changed.
    pub updated_at: DateTime<Utc>,
    /// Its text.
    pub body: SafeHtml,
}

type BodyRow = (i64, Option<NaiveDateTime>, i16, String);

/// The first threads of a list, with their texts.
pub fn threads(db: &mut Db, sight: Sight, listing: &Listing) -> Result<Vec<ThreadEntry>, StoreError> {
    let rows = list(db, sight, listing, None, FEED_SIZE)?.items;
    let ids: Vec<i64> = rows.iter().map(|row| row.id.get()).collect();
    let bodies: Vec<BodyRow> = threads::table
        .filter(among(threads::id, ids))
        .select((threads::id, threads::edited_at, threads::renderer, threads::body_html))
        .load(db)?;
    let markdown: HashMap<i64, String> = match stale(bodies.iter().map(|body| (body.0, body.2))) {
        stale if stale.is_empty() => HashMap::new(),
        stale => threads::table
            .filter(threads::id.eq_any(stale))
            .select((threads::id, threads::body_markdown))
            .load::<(i64, String)>(db)?
            .into_iter()
            .collect(),
    };
    let mut bodies: HashMap<i64, BodyRow> = bodies.into_iter().map(|body| (body.0, body)).collect();
    let entry = |thread: ThreadRow| {
        let (id, edited_at, renderer, html) = bodies.remove(&thread.id.get())?;
        Some(ThreadEntry {
            updated_at: edited_at.map_or(thread.created_at, utc),
            body: shown_body(html, renderer, || markdown.get(&id).cloned().unwrap_or_default()),
            thread,
        })
    };
    Ok(rows.into_iter().filter_map(entry).collect())
}

#[derive(Queryable)]
struct ReplyRow {
    id: i64,
    author: (Option<i64>, Option<String>),
    times: (NaiveDateTime, Option<NaiveDateTime>),
    renderer: i16,
    body_html: String,
}

/// The title of a thread and its newest replies; absent when it is out of sight.
pub fn replies(db: &mut Db, sight: Sight, thread: ThreadId) -> Result<(String, Vec<ReplyEntry>), StoreError> {
    let title = title_of(db, sight, thread)?;
    let rows: Vec<ReplyRow> = replies::table
        .filter(replies::thread_id.eq(thread.get()))
        .filter(replies::deleted_at.is_null())
        .order((replies::created_at.desc(), replies::id.desc()))
        .limit(FEED_SIZE)
        .select((
            replies::id,
            (replies::author_id, replies::author_name),
            (replies::created_at, replies::edited_at),
            replies::renderer,
            replies::body_html,
        ))
        .load(db)?;
    let markdown: HashMap<i64, String> = match stale(rows.iter().map(|row| (row.id, row.renderer))) {
        stale if stale.is_empty() => HashMap::new(),
        stale => replies::table
            .filter(replies::id.eq_any(stale))
            .select((replies::id, replies::body_markdown))
            .load::<(i64, String)>(db)?
            .into_iter()
            .collect(),
    };
    let authors = Authors::load(db, rows.iter().map(|row| row.author.0))?;
    let entry = |row: ReplyRow| ReplyEntry {
        id: ReplyId::stored(row.id),
        author: authors.of(row.author.0, row.author.1),
        created_at: utc(row.times.0),
        updated_at: utc(row.times.1.unwrap_or(row.times.0)),
        body: shown_body(row.body_html, row.renderer, || {
            markdown.get(&row.id).cloned().unwrap_or_default()
        }),
    };
    Ok((title, rows.into_iter().map(entry).collect()))
}

#[derive(Queryable)]
struct ArticleLine {
    id: i64,
    title: String,
    author_id: Option<i64>,
    published_at: Option<NaiveDateTime>,
    edited_at: NaiveDateTime,
    renderer: i16,
    body_html: String,
}

/// The articles that were published last, with their texts.
pub fn articles(db: &mut Db, sight: Sight) -> Result<Vec<ArticleEntry>, StoreError> {
    let rows: Vec<ArticleLine> = articles::table
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(among(articles::audience, sight.audience_names()))
        .order((articles::published_at.desc(), articles::id.desc()))
        .limit(FEED_SIZE)
        .select((
            articles::id,
            articles::title,
            articles::author_id,
            articles::published_at,
            articles::edited_at,
            articles::renderer,
            articles::body_html,
        ))
        .load(db)?;
    let markdown: HashMap<i64, String> = match stale(rows.iter().map(|row| (row.id, row.renderer))) {
        stale if stale.is_empty() => HashMap::new(),
        stale => articles::table
            .filter(articles::id.eq_any(stale))
            .select((articles::id, articles::body_markdown))
            .load::<(i64, String)>(db)?
            .into_iter()
            .collect(),
    };
    let authors = Authors::load(db, rows.iter().map(|row| row.author_id))?;
    let entry = |row: ArticleLine| {
        let published_at = row.published_at.unwrap_or(row.edited_at);
        ArticleEntry {
            id: ArticleId::stored(row.id),
            title: row.title,
            author: authors.of(row.author_id, None),
            published_at: utc(published_at),
            updated_at: utc(published_at.max(row.edited_at)),
            body: shown_body(row.body_html, row.renderer, || {
                markdown.get(&row.id).cloned().unwrap_or_default()
            }),
        }
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The ids of those that an older renderer made.
fn stale(rows: impl Iterator<Item = (i64, i16)>) -> Vec<i64> {
    rows.filter(|(_, renderer)| *renderer != crate::text::RENDERER_VERSION)
        .map(|(id, _)| id)
        .collect()
}
