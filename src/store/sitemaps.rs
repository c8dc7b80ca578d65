//! What the sitemap lists: threads in the order of their ids, by short pages, and the tags that have any.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::schema::{closures, tags, thread_tags, threads};
use super::threads::hidden_categories;
use super::time::utc;
use super::{Db, StoreError};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;

/// A thread as the sitemap lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadPlace {
    /// Its id.
    pub id: ThreadId,
    /// Its title, of which its address is made.
    pub title: String,
    /// When something on its page last changed.
    pub changed_at: DateTime<Utc>,
}

/// The next threads behind `after`, up to the id `last`; duplicates stand under their originals' addresses.
pub fn threads(db: &mut Db, sight: Sight, after: i64, last: i64, size: i64) -> Result<Vec<ThreadPlace>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let repeats = closures::table
        .filter(closures::thread_id.eq(threads::id))
        .filter(closures::ended_at.is_null())
        .filter(closures::original_id.is_not_null());
    let rows: Vec<(i64, String, NaiveDateTime, Option<NaiveDateTime>)> = threads::table
        .filter(threads::id.gt(after))
        .filter(threads::id.le(last))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .filter(not(exists(repeats)))
        .order(threads::id)
        .limit(size)
        .select((threads::id, threads::title, threads::active_at, threads::edited_at))
        .load(db)?;
    let place = |(id, title, active_at, edited_at): (i64, String, NaiveDateTime, Option<NaiveDateTime>)| ThreadPlace {
        id: ThreadId::stored(id),
        title,
        changed_at: utc(edited_at.map_or(active_at, |edited_at| edited_at.max(active_at))),
    };
    Ok(rows.into_iter().map(place).collect())
}

/// When something on the page of a listed thread behind `after`, up to the id `last`, last changed; reads all of them.
pub fn changed_at(db: &mut Db, sight: Sight, after: i64, last: i64) -> Result<Option<DateTime<Utc>>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let (active_at, edited_at): (Option<NaiveDateTime>, Option<NaiveDateTime>) = threads::table
        .filter(threads::id.gt(after))
        .filter(threads::id.le(last))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .select((
            diesel::dsl::max(threads::active_at),
            diesel::dsl::max(threads::edited_at),
        ))
        .first(db)?;
    Ok(active_at.max(edited_at).map(utc))
}

/// The id of the last thread, listed or not; 0 when there is none.
pub fn last_id(db: &mut Db) -> Result<i64, StoreError> {
    let last: Option<i64> = threads::table
        .order(threads::id.desc())
        .select(threads::id)
        .first(db)
        .optional()?;
    Ok(last.unwrap_or_default())
}

/// The names of the tags that a thread in sight carries, the most used first.
pub fn tags(db: &mut Db, sight: Sight, most: i64) -> Result<Vec<String>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let carried = thread_tags::table
        .inner_join(threads::table)
        .filter(thread_tags::tag_id.eq(tags::id))
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .select(thread_tags::tag_id)
        .limit(1)
        .single_value();
    // One look for each tag: as a join, PostgreSQL would read every thread there is.
    Ok(tags::table
        .filter(tags::thread_count.gt(0))
        .filter(carried.is_not_null())
        .order((tags::thread_count.desc(), tags::name))
        .limit(most)
        .select(tags::name)
        .load(db)?)
}
