//! Duplicates: which thread a duplicate points to in the end, and which ones point to a thread.
//!
//! A duplicate of a duplicate points to the last original, and what points to a merged thread points to where that stands. The
//! rows keep what was said of each; the way is walked when it is read, so that nothing is lost when one of it is opened again.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::finding::{SimilarThread, named};
use super::native::{NativeDsl, among};
use super::schema::{categories, closures, duplicate_links, merges, threads};
use super::{Db, StoreError};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;

/// How many steps the way to the last original is walked at most.
const MOST_STEPS: usize = 30;
/// How many duplicates of a thread are named.
const MOST_NAMED: usize = 10;
/// How many threads are walked to at most.
const MOST_WALKED: usize = 2_000;

/// The thread to which another one points: where it was merged into, else what it was closed as a duplicate of.
fn next(db: &mut Db, id: i64) -> Result<Option<i64>, StoreError> {
    let merged = merges::table
        .filter(merges::thread_id.eq(id))
        .filter(merges::undone_at.is_null())
        .select(merges::target_id)
        .single_value();
    let repeats = closures::table
        .filter(closures::thread_id.eq(id))
        .filter(closures::ended_at.is_null())
        .select(closures::original_id.assume_not_null())
        .single_value();
    let (merged, repeats): (Option<i64>, Option<i64>) = diesel::select((merged, repeats)).get_result(db)?;
    Ok(merged.or(repeats))
}

/// The threads on the way from one to the last original, itself the first.
fn way(db: &mut Db, from: ThreadId) -> Result<Vec<i64>, StoreError> {
    let mut way = vec![from.get()];
    while way.len() < MOST_STEPS
        && let Some(last) = way.last().copied()
        && let Some(next) = next(db, last)?
        && !way.contains(&next)
    {
        way.push(next);
    }
    Ok(way)
}

/// Whether a thread's original leads back to the thread: then each would be the duplicate of the other.
pub fn leads_back(db: &mut Db, id: ThreadId, original: ThreadId) -> Result<bool, StoreError> {
    let way = way(db, original)?;
    // A way that is too long to be walked is no way.
    Ok(way.len() >= MOST_STEPS || way.contains(&id.get()))
}

/// Holds all threads on the way, in the order of their ids, so that two who close at once cannot make a circle.
pub(super) fn hold_way(tx: &mut Db, id: ThreadId, original: ThreadId) -> Result<(), StoreError> {
    let mut way = way(tx, original)?;
    way.push(id.get());
    way.sort_unstable();
    way.dedup();
    if let Db::Postgres(db) = tx {
        for thread in way {
            threads::table
                .find(thread)
                .select(threads::id)
                .for_no_key_update()
                .first::<i64>(db)
                .optional()?;
        }
    }
    Ok(())
}

/// The last thread in sight on the way from an original.
pub fn last_original(db: &mut Db, sight: Sight, original: ThreadId) -> Result<Option<SimilarThread>, StoreError> {
    let way: Vec<ThreadId> = way(db, original)?.into_iter().map(ThreadId::stored).collect();
    Ok(named(db, sight, &way)?.pop())
}

/// The threads that ask the same as another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// How many there are, those of duplicates and of merged threads among them.
    pub count: i64,
    /// The newest of them with their titles.
    pub newest: Vec<(ThreadId, String)>,
}

/// The threads in sight that point to this one.
pub fn of(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Duplicates, StoreError> {
    let mut rows: Vec<(i64, String)> = threads::table
        .inner_join(categories::table)
        .filter(among(threads::id, pointing(db, id)?))
        .filter(threads::deleted_at.is_null())
        .filter(among(categories::audience, sight.audience_names()))
        .order(threads::id.desc())
        .select((threads::id, threads::title))
        .load(db)?;
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    rows.truncate(MOST_NAMED);
    let titled = rows.into_iter().map(|(id, title)| (ThreadId::stored(id), title));
    Ok(Duplicates {
        count,
        newest: titled.collect(),
    })
}

/// What points to a thread, straight or by others, in sight or not.
fn pointing(db: &mut Db, id: ThreadId) -> Result<Vec<i64>, StoreError> {
    let (mut known, mut last) = (vec![id.get()], vec![id.get()]);
    let mut found = Vec::new();
    for _ in 0..MOST_STEPS {
        let rows = straight(db, &last)?;
        last = rows.iter().map(|(thread, _)| *thread).collect();
        last.sort_unstable();
        last.dedup();
        last.retain(|one| !known.contains(one));
        if last.is_empty() || known.len() > MOST_WALKED {
            break;
        }
        known.extend(&last);
        let repeats = rows
            .into_iter()
            .filter(|(thread, repeats)| *repeats && last.contains(thread));
        found.extend(repeats.map(|(thread, _)| thread));
    }
    Ok(found)
}

/// What points straight to one of these threads: duplicates, and merged threads, which are none themselves.
fn straight(db: &mut Db, threads: &[i64]) -> Result<Vec<(i64, bool)>, StoreError> {
    let repeats = duplicate_links::table
        .filter(among(duplicate_links::original_id, threads.iter().copied()))
        .select((duplicate_links::thread_id, sql::<Bool>("true")));
    let merged = merges::table
        .filter(among(merges::target_id, threads.iter().copied()))
        .filter(merges::undone_at.is_null())
        .select((merges::thread_id, sql::<Bool>("false")));
    Ok(repeats.union_all(merged).native().load(db)?)
}
