//! What threads are about: the tags, their use, and their completion.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among, beginning_with};
use super::schema::{tags, thread_tags, threads};
use super::time::row_time;
use super::{Db, StoreError, changes};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::TagId;
use crate::domain::tag::TagName;

/// A tag with its use.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Tag {
    id: i64,
    /// Its name.
    pub name: String,
    /// What it stands for, in a sentence; may be empty.
    pub description: String,
    /// How many threads carry it.
    pub thread_count: i64,
}

impl Tag {
    /// Its id.
    pub fn id(&self) -> TagId {
        TagId::stored(self.id)
    }
}

macro_rules! columns {
    () => {
        (tags::id, tags::name, tags::description, tags::thread_count)
    };
}

/// The tags in order of use, `size` from the place behind `skip`; there are at most some thousands.
pub fn page(db: &mut Db, beginning: &str, skip: i64, size: i64) -> Result<Vec<Tag>, StoreError> {
    let query = tags::table
        .order((tags::thread_count.desc(), tags::name))
        .limit(size)
        .offset(skip)
        .select(columns!());
    if beginning.is_empty() {
        return Ok(query.load(db)?);
    }
    Ok(query
        .filter(tags::name.like(beginning_with(beginning)).escape('!'))
        .load(db)?)
}

/// The tag with this name.
pub fn by_name(db: &mut Db, name: &str) -> Result<Tag, StoreError> {
    Ok(tags::table.filter(tags::name.eq(name)).select(columns!()).first(db)?)
}

/// The tags that begin so, the most used first: for completion.
pub fn complete(db: &mut Db, beginning: &str, size: i64) -> Result<Vec<Tag>, StoreError> {
    page(db, &beginning.to_lowercase(), 0, size)
}

/// The names of the tags of each of these threads.
pub(super) fn of_threads(db: &mut Db, ids: &[i64]) -> Result<HashMap<i64, Vec<String>>, StoreError> {
    let rows: Vec<(i64, String)> = thread_tags::table
        .inner_join(tags::table)
        .filter(among(thread_tags::thread_id, ids.iter().copied()))
        .order((thread_tags::thread_id, tags::name))
        .select((thread_tags::thread_id, tags::name))
        .load(db)?;
    let mut names: HashMap<i64, Vec<String>> = HashMap::new();
    for (thread, name) in rows {
        names.entry(thread).or_default().push(name);
    }
    Ok(names)
}

/// Gives a live thread exactly these tags; new ones are made.
pub(super) fn put(tx: &mut Db, thread: i64, names: &[TagName], now: DateTime<Utc>) -> Result<(), StoreError> {
    let before: Vec<i64> = thread_tags::table
        .filter(thread_tags::thread_id.eq(thread))
        .select(thread_tags::tag_id)
        .load(tx)?;
    let mut after = Vec::new();
    for name in sorted(names) {
        after.push(ensure(tx, name, now)?);
    }
    let gone: Vec<i64> = before.iter().copied().filter(|tag| !after.contains(tag)).collect();
    let come: Vec<i64> = after.iter().copied().filter(|tag| !before.contains(tag)).collect();
    let lost = thread_tags::table
        .filter(thread_tags::thread_id.eq(thread))
        .filter(thread_tags::tag_id.eq_any(&gone));
    diesel::delete(lost).execute(tx)?;
    for tag in &come {
        diesel::insert_into(thread_tags::table)
            .values((thread_tags::thread_id.eq(thread), thread_tags::tag_id.eq(tag)))
            .execute(tx)?;
    }
    let changes = gone
        .into_iter()
        .map(|tag| (tag, -1))
        .chain(come.into_iter().map(|tag| (tag, 1)));
    let mut changes: Vec<(i64, i64)> = changes.collect();
    changes.sort_unstable();
    changes.into_iter().try_for_each(|(tag, more)| count(tx, tag, more))
}

/// Counts a thread out of its tags when it is deleted (−1), and in again when it comes back (1).
pub(super) fn count_of_thread(tx: &mut Db, thread: i64, more: i64) -> Result<(), StoreError> {
    let touched: Vec<i64> = thread_tags::table
        .filter(thread_tags::thread_id.eq(thread))
        .order(thread_tags::tag_id)
        .select(thread_tags::tag_id)
        .load(tx)?;
    touched.into_iter().try_for_each(|tag| count(tx, tag, more))
}

fn count(tx: &mut Db, tag: i64, more: i64) -> Result<(), StoreError> {
    diesel::update(tags::table.find(tag))
        .set(tags::thread_count.eq(tags::thread_count + more))
        .execute(tx)?;
    Ok(())
}

/// How changing a tag ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renaming {
    /// It has the new name and description.
    Renamed,
    /// The name was another tag's: the two are one now.
    Merged,
    /// The name is this other tag's, and merging was not asked for.
    NameTaken(Tag),
}

/// Gives a tag another name and description; a name that is another tag's merges the two, when that is meant.
pub fn change(
    tx: &mut Db,
    id: TagId,
    name: &TagName,
    description: &str,
    may_merge: bool,
    now: DateTime<Utc>,
) -> Result<Renaming, StoreError> {
    let twin: Option<Tag> = tags::table
        .filter(tags::name.eq(name.as_str()))
        .filter(tags::id.ne(id.get()))
        .select(columns!())
        .first(tx)
        .optional()?;
    if let Some(twin) = twin {
        if !may_merge {
            return Ok(Renaming::NameTaken(twin));
        }
        merge(tx, id.get(), twin.id, description)?;
        changes::record(tx, Noun::Tag(id), ChangeVerb::Deleted, now)?;
        changes::record(tx, Noun::Tag(twin.id()), ChangeVerb::Changed, now)?;
        return Ok(Renaming::Merged);
    }
    let row = (tags::name.eq(name.as_str()), tags::description.eq(description));
    if diesel::update(tags::table.find(id.get())).set(row).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    changes::record(tx, Noun::Tag(id), ChangeVerb::Changed, now)?;
    Ok(Renaming::Renamed)
}

/// Moves every thread of a tag to its twin; the twin keeps its description unless there is another one.
fn merge(tx: &mut Db, tag: i64, twin: i64, description: &str) -> Result<(), StoreError> {
    let both = thread_tags::table
        .filter(thread_tags::tag_id.eq(twin))
        .select(thread_tags::thread_id);
    let both: Vec<i64> = both.load(tx)?;
    for part in both.chunks(500) {
        let doubled = thread_tags::table
            .filter(thread_tags::tag_id.eq(tag))
            .filter(thread_tags::thread_id.eq_any(part));
        diesel::delete(doubled).execute(tx)?;
    }
    diesel::update(thread_tags::table.filter(thread_tags::tag_id.eq(tag)))
        .set(thread_tags::tag_id.eq(twin))
        .execute(tx)?;
    if diesel::delete(tags::table.find(tag)).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    if !description.is_empty() {
        diesel::update(tags::table.find(twin))
            .set(tags::description.eq(description))
            .execute(tx)?;
    }
    recount(tx, twin)
}

/// Takes a tag off every thread.
pub fn delete(tx: &mut Db, id: TagId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::delete(thread_tags::table.filter(thread_tags::tag_id.eq(id.get()))).execute(tx)?;
    if diesel::delete(tags::table.find(id.get())).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    changes::record(tx, Noun::Tag(id), ChangeVerb::Deleted, now)
}

fn ensure(tx: &mut Db, name: &TagName, now: DateTime<Utc>) -> Result<i64, StoreError> {
    let row = (tags::name.eq(name.as_str()), tags::created_at.eq(row_time(now)));
    diesel::insert_into(tags::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    Ok(tags::table
        .filter(tags::name.eq(name.as_str()))
        .select(tags::id)
        .first(tx)?)
}

fn recount(tx: &mut Db, tag: i64) -> Result<(), StoreError> {
    let count: i64 = thread_tags::table
        .inner_join(threads::table)
        .filter(thread_tags::tag_id.eq(tag))
        .filter(threads::deleted_at.is_null())
        .count()
        .get_result(tx)?;
    diesel::update(tags::table.find(tag))
        .set(tags::thread_count.eq(count))
        .execute(tx)?;
    Ok(())
}

/// In one order everywhere, so that two writers never wait for each other.
fn sorted(names: &[TagName]) -> Vec<&TagName> {
    let mut names: Vec<_> = names.iter().collect();
    names.sort();
    names
}
