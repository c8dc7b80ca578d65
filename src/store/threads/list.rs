//! Lists of threads: keyset pages in every order, and the pinned ones of a category.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::hidden_categories;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{CategoryId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::thread::{Is, Listing, Sort, Standing, ThreadKind};
use crate::store::authors::{Author, Authors};
use crate::store::native::among;
use crate::store::schema::{categories, thread_tags, threads};
use crate::store::time::utc;
use crate::store::{Db, StoreError, tags};

/// How many threads stand on a page.
pub const LIST_SIZE: i64 = 30;
/// How many pinned threads stand on top at most.
const MOST_PINNED: i64 = 5;

/// A thread as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadRow {
    /// Its id.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// Who started it.
    pub author: Author,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// When it was last replied to.
    pub active_at: DateTime<Utc>,
    /// How many replies it has.
    pub reply_count: i64,
    /// Up votes minus down votes.
    pub score: i64,
    /// How many people have this problem too, the asker not counted.
    pub me_too_count: i64,
    /// How often it was read.
    pub view_count: i64,
    /// How many replies came since this viewer was there; 0 when they never were.
    pub new_count: i64,
    /// The slug and the name of its category.
    pub category: (String, String),
    /// Whether no other category is in sight.
    pub is_only_category: bool,
    /// The names of its tags.
    pub tags: Vec<String>,
    /// Whether it is kept on top.
    pub is_pinned: bool,
    /// Whether new posts are kept out.
    pub is_locked: bool,
}

#[derive(Queryable)]
struct Row {
    id: i64,
    title: String,
    kind: String,
    standing: String,
    author: (Option<i64>, Option<String>),
    category_id: i64,
    created_at: chrono::NaiveDateTime,
    active_at: chrono::NaiveDateTime,
    counts: (i64, i64, i64, i64),
    pinned_at: Option<chrono::NaiveDateTime>,
    locked_at: Option<chrono::NaiveDateTime>,
}

macro_rules! columns {
    () => {
        (
            threads::id,
            threads::title,
            threads::kind,
            threads::standing,
            (threads::author_id, threads::author_name),
            threads::category_id,
            threads::created_at,
            threads::active_at,
            (
                threads::reply_count,
                threads::score,
                threads::me_too_count,
                threads::view_count,
            ),
            threads::pinned_at,
            threads::locked_at,
        )
    };
}

/// Puts a query in the order of a column, from behind a position.
///
/// Two conditions rather than an OR alone: the first is a range of the index.
macro_rules! in_order {
    ($query:ident, $column:expr, $behind:expr) => {{
        $query = $query.order(($column.desc(), threads::id.desc()));
        if let Some((key, id)) = $behind {
            $query = $query
                .filter($column.le(key))
                .filter($column.lt(key).or(threads::id.lt(id)));
        }
    }};
}

/// A page of a list. The caller has looked up category and tag in its own sight.
///
/// Every filter but the tag is a range of one index in the order of the list, so that a page reads about as many rows as it
/// shows. A tag's threads are looked up in an index of their own and sorted, as many as carry the tag: to read them in order,
/// each row of `thread_tags` would have to carry three sort keys, the standing and the category, and every reply and every vote
/// would have to write them anew. Few people ask for the list of a tag, everybody replies.
pub fn list(
    db: &mut Db,
    sight: Sight,
    listing: &Listing,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<ThreadRow>, StoreError> {
    let mut query = threads::table
        .filter(threads::deleted_at.is_null())
        .select(columns!())
        .limit(size + 1)
        .into_boxed();
    match listing.category {
        Some(category) => query = query.filter(threads::category_id.eq(category.get())),
        None => {
            let hidden = hidden_categories(db, sight)?;
            if !hidden.is_empty() {
                query = query.filter(threads::category_id.ne_all(hidden));
            }
        }
    }
    match listing.is {
        Some(Is::Unanswered) => query = query.filter(threads::standing.eq(Standing::Unanswered.as_str())),
        Some(Is::Resolved) => query = query.filter(threads::standing.eq(Standing::Resolved.as_str())),
        // The words of the partial indexes, so that they are found.
        Some(Is::Open) => query = query.filter(sql::<Bool>("standing not in ('talk', 'resolved', 'closed')")),
        None => {}
    }
    if let Some(tag) = listing.tag {
        let tagged = thread_tags::table
            .filter(thread_tags::tag_id.eq(tag.get()))
            .select(thread_tags::thread_id);
        query = query.filter(threads::id.eq_any(tagged));
    }
    match listing.sort {
        Sort::Active => in_order!(query, threads::active_at, time_cursor(after)),
        Sort::New => in_order!(query, threads::created_at, time_cursor(after)),
        Sort::Votes => in_order!(query, threads::score, after.map(|cursor| (cursor.key, cursor.id))),
    }
    let rows: Vec<Row> = query.load(db)?;
    let rows = dress(db, sight, rows)?;
    let position = |row: &ThreadRow| Cursor {
        key: match listing.sort {
            Sort::Active => row.active_at.timestamp_micros(),
            Sort::New => row.created_at.timestamp_micros(),
            Sort::Votes => row.score,
        },
        id: row.id.get(),
    };
    Ok(PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position))
}

/// The pinned threads of a category, the latest pin first.
pub fn pinned(db: &mut Db, sight: Sight, category: CategoryId) -> Result<Vec<ThreadRow>, StoreError> {
    let rows: Vec<Row> = threads::table
        .filter(threads::deleted_at.is_null())
        .filter(threads::pinned_at.is_not_null())
        .filter(threads::category_id.eq(category.get()))
        .order((threads::pinned_at.desc(), threads::id.desc()))
        .limit(MOST_PINNED)
        .select(columns!())
        .load(db)?;
    dress(db, sight, rows)
}

/// The threads with these ids, in this order; those that are not in sight are left out.
pub(in crate::store) fn rows_of(db: &mut Db, sight: Sight, ids: &[i64]) -> Result<Vec<ThreadRow>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let rows: Vec<Row> = threads::table
        .filter(among(threads::id, ids.iter().copied()))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .select(columns!())
        .load(db)?;
    let mut rows = dress(db, sight, rows)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.get()));
    Ok(rows)
}

/// Adds names, categories and tags: three queries, however many rows there are.
fn dress(db: &mut Db, sight: Sight, rows: Vec<Row>) -> Result<Vec<ThreadRow>, StoreError> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let authors = Authors::load(db, rows.iter().map(|row| row.author.0))?;
    let homes: Vec<(i64, String, String)> = categories::table
        .filter(among(categories::audience, sight.audience_names()))
        .select((categories::id, categories::slug, categories::name))
        .load(db)?;
    let is_only_category = homes.len() == 1;
    let homes: HashMap<i64, (String, String)> = homes.into_iter().map(|(id, slug, name)| (id, (slug, name))).collect();
    let mut tags = tags::of_threads(db, &ids)?;
    let dressed = rows.into_iter().map(|row| {
        let strange = || StoreError::Unexpected(format!("thread {}", row.id));
        Ok(ThreadRow {
            kind: ThreadKind::parse(&row.kind).ok_or_else(strange)?,
            standing: Standing::parse(&row.standing).ok_or_else(strange)?,
            category: homes.get(&row.category_id).cloned().ok_or_else(strange)?,
            is_only_category,
            id: ThreadId::stored(row.id),
            title: row.title,
            author: authors.of(row.author.0, row.author.1),
            created_at: utc(row.created_at),
            active_at: utc(row.active_at),
            reply_count: row.counts.0,
            score: row.counts.1,
            me_too_count: row.counts.2,
            view_count: row.counts.3,
            new_count: 0,
            tags: tags.remove(&row.id).unwrap_or_default(),
            is_pinned: row.pinned_at.is_some(),
            is_locked: row.locked_at.is_some(),
        })
    });
    dressed.collect()
}

fn time_cursor(after: Option<Cursor>) -> Option<(chrono::NaiveDateTime, i64)> {
    after.and_then(|cursor| cursor.moment().map(|at| (at.naive_utc(), cursor.id)))
}
