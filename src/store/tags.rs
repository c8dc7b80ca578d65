//! What threads are about: the tags, their use, and their completion.

mod changing;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among, beginning_with};
use super::schema::{categories, tags, thread_tags, threads};
use super::time::row_time;
use super::{Db, StoreError, tag_synonyms};
use crate::domain::category::Audience;
use crate::domain::id::TagId;
use crate::domain::sight::{Shared, Sight};
use crate::domain::tag::TagName;

pub use changing::{Renaming, change, delete};

/// A tag with its use.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Tag {
    id: i64,
    /// Its name.
    pub name: String,
    /// What it stands for, in a sentence; may be empty.
    pub description: String,
    /// How many live threads in sight carry it.
    pub thread_count: i64,
}

impl Tag {
    /// Its id.
    pub fn id(&self) -> TagId {
        TagId::stored(self.id)
    }
}

/// Asks with the count of those threads that are in sight; one that sees everything also sees tags without a thread.
macro_rules! in_sight {
    ($sight:expr, |$count:ident, $least:ident| $ask:expr) => {{
        let least_of_staff = if $sight.is_whole() { 0_i64 } else { 1_i64 };
        match $sight.widest() {
            Shared::Staff => {
                let ($count, $least) = (tags::thread_count, least_of_staff);
                $ask
            }
            Shared::SignedIn => {
                let ($count, $least) = (tags::signed_in_count, 1_i64);
                $ask
            }
            Shared::Public => {
                let ($count, $least) = (tags::public_count, 1_i64);
                $ask
            }
        }
    }};
}

/// The tags in sight in order of use, `size` from the place behind `skip`; there are at most some thousands.
pub fn page(db: &mut Db, sight: Sight, beginning: &str, skip: i64, size: i64) -> Result<Vec<Tag>, StoreError> {
    in_sight!(sight, |count, least| {
        let query = tags::table
            .filter(count.ge(least))
            .order((count.desc(), tags::name))
            .limit(size)
            .offset(skip)
            .select((tags::id, tags::name, tags::description, count));
        if beginning.is_empty() {
            return Ok(query.load(db)?);
        }
        Ok(query
            .filter(tags::name.like(beginning_with(beginning)).escape('!'))
            .load(db)?)
    })
}

/// The tag with this name, or to which it leads; absent when no thread in sight carries it.
pub fn by_name(db: &mut Db, sight: Sight, name: &str) -> Result<Tag, StoreError> {
    match called(db, sight, name) {
        Err(StoreError::NotFound) => {
            let meant = tag_synonyms::meant(db, &[name.to_owned()])?;
            let meant = meant.iter().find(|proper| *proper != name);
            meant.map_or(Err(StoreError::NotFound), |proper| called(db, sight, proper))
        }
        found => found,
    }
}

/// The tag with this very name; absent when no thread in sight carries it.
pub fn called(db: &mut Db, sight: Sight, name: &str) -> Result<Tag, StoreError> {
    in_sight!(sight, |count, least| {
        Ok(tags::table
            .filter(tags::name.eq(name))
            .filter(count.ge(least))
            .select((tags::id, tags::name, tags::description, count))
            .first(db)?)
    })
}

/// Those of these names whose tags are in sight.
pub(super) fn in_sight_of(db: &mut Db, sight: Sight, names: &[String]) -> Result<Vec<String>, StoreError> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    in_sight!(sight, |count, least| {
        Ok(tags::table
            .filter(among(tags::name, names.to_vec()))
            .filter(count.ge(least))
            .order(tags::name)
            .select(tags::name)
            .load(db)?)
    })
}

/// The tags in sight that begin so, the most used first, then those with a synonym that does: for completion.
pub fn complete(db: &mut Db, sight: Sight, beginning: &str, size: i64) -> Result<Vec<Tag>, StoreError> {
    let beginning = beginning.to_lowercase();
    let mut found = page(db, sight, &beginning, 0, size)?;
    let most = usize::try_from(size).unwrap_or_default();
    if beginning.is_empty() || found.len() >= most {
        return Ok(found);
    }
    let names = tag_synonyms::tags_behind(db, &beginning, size)?;
    let behind: Vec<Tag> = in_sight!(sight, |count, least| {
        tags::table
            .filter(among(tags::name, names))
            .filter(count.ge(least))
            .order((count.desc(), tags::name))
            .select((tags::id, tags::name, tags::description, count))
            .load(db)?
    });
    for tag in behind {
        if found.len() < most && !found.contains(&tag) {
            found.push(tag);
        }
    }
    Ok(found)
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
    let audience = audience_of_thread(tx, thread)?;
    let before = carried(tx, thread)?;
    let mut after = Vec::new();
    for name in sorted(names) {
        after.push(ensure(tx, name, now)?);
    }
    // Two names may mean one tag.
    after.sort_unstable();
    after.dedup();
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
    changes
        .into_iter()
        .try_for_each(|(tag, more)| count(tx, tag, audience, more))
}

/// Counts a thread out of its tags when it is deleted (−1), and in again when it comes back (1).
pub(super) fn count_of_thread(tx: &mut Db, thread: i64, more: i64) -> Result<(), StoreError> {
    let audience = audience_of_thread(tx, thread)?;
    carried(tx, thread)?
        .into_iter()
        .try_for_each(|tag| count(tx, tag, audience, more))
}

/// Counts a live thread for other readers after it was moved out of the category `from`.
pub(super) fn count_moved(tx: &mut Db, thread: i64, from: i64) -> Result<(), StoreError> {
    let to: i64 = threads::table.find(thread).select(threads::category_id).first(tx)?;
    // Both are held in one order, whichever way a thread moves.
    let first = audience_of(tx, from.min(to))?;
    let second = audience_of(tx, from.max(to))?;
    let (before, after) = if from < to { (first, second) } else { (second, first) };
    if before == after {
        return Ok(());
    }
    for tag in carried(tx, thread)? {
        count(tx, tag, before, -1)?;
        count(tx, tag, after, 1)?;
    }
    Ok(())
}

/// Counts the threads of a category for other readers after its audience was changed.
pub(super) fn count_shown(tx: &mut Db, category: i64, before: Audience, after: Audience) -> Result<(), StoreError> {
    if before == after {
        return Ok(());
    }
    let used: Vec<(i64, i64)> = thread_tags::table
        .inner_join(threads::table)
        .filter(threads::category_id.eq(category))
        .filter(threads::deleted_at.is_null())
        .group_by(thread_tags::tag_id)
        .order(thread_tags::tag_id)
        .select((thread_tags::tag_id, diesel::dsl::count_star()))
        .load(tx)?;
    for (tag, threads) in used {
        count(tx, tag, before, -threads)?;
        count(tx, tag, after, threads)?;
    }
    Ok(())
}

/// The tags of a thread, in the order in which everybody counts.
fn carried(tx: &mut Db, thread: i64) -> Result<Vec<i64>, StoreError> {
    Ok(thread_tags::table
        .filter(thread_tags::thread_id.eq(thread))
        .order(thread_tags::tag_id)
        .select(thread_tags::tag_id)
        .load(tx)?)
}

fn audience_of_thread(tx: &mut Db, thread: i64) -> Result<Audience, StoreError> {
    let category: i64 = threads::table.find(thread).select(threads::category_id).first(tx)?;
    audience_of(tx, category)
}

/// Who a category is for; it stays so until the counts are written, as the category is held.
pub(super) fn audience_of(tx: &mut Db, category: i64) -> Result<Audience, StoreError> {
    if let Db::Postgres(db) = tx {
        categories::table
            .find(category)
            .select(categories::id)
            .for_no_key_update()
            .first::<i64>(db)?;
    }
    let audience: String = categories::table
        .find(category)
        .select(categories::audience)
        .first(tx)?;
    Audience::parse(&audience).ok_or_else(|| StoreError::Unexpected(format!("category {category}: audience")))
}

fn count(tx: &mut Db, tag: i64, audience: Audience, more: i64) -> Result<(), StoreError> {
    // Threads of a private category count for nobody: most readers of a count would learn of them.
    if audience.is_private() {
        return Ok(());
    }
    let for_all = if audience == Audience::Public { more } else { 0 };
    let for_members = if audience == Audience::Staff { 0 } else { more };
    diesel::update(tags::table.find(tag))
        .set((
            tags::thread_count.eq(tags::thread_count + more),
            tags::public_count.eq(tags::public_count + for_all),
            tags::signed_in_count.eq(tags::signed_in_count + for_members),
        ))
        .execute(tx)?;
    Ok(())
}

/// The ids of the tags with these names, for what is no thread: such a tag is made, and counted for nobody.
pub(super) fn ensure_all(tx: &mut Db, names: &[TagName], now: DateTime<Utc>) -> Result<Vec<i64>, StoreError> {
    let mut ids = Vec::new();
    for name in sorted(names) {
        ids.push(ensure(tx, name, now)?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn ensure(tx: &mut Db, name: &TagName, now: DateTime<Utc>) -> Result<i64, StoreError> {
    if let Some(tag) = tag_synonyms::tag_of(tx, name.as_str())? {
        return Ok(tag);
    }
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

/// In one order everywhere, so that two writers never wait for each other.
fn sorted(names: &[TagName]) -> Vec<&TagName> {
    let mut names: Vec<_> = names.iter().collect();
    names.sort();
    names
}
