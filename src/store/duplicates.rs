//! Duplicates: which thread a duplicate points to in the end, and which ones point to a thread.
//!
//! A duplicate of a duplicate points to the last original, and what points to a merged thread points to where that stands. The
//! rows keep what was said of each; the way is walked when it is read, so that nothing is lost when one of it is opened again.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

use super::finding::SimilarThread;
use super::native::{NativeDsl, among};
use super::schema::{closures, duplicate_links, merges, threads};
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::category::Audience;
use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};

/// How many steps the way to the last original is walked at most.
const MOST_STEPS: usize = 30;
/// How many duplicates of a thread are named.
const MOST_NAMED: usize = 10;
/// How many threads that lead to one are told of it at most.
const MOST_LED: usize = 100;
/// How many of them are counted at most.
const MOST_COUNTED: usize = 1_000;

/// The threads to which these point: where one was merged into, and what it was closed as a duplicate of, which counts again once
/// the merge is undone.
fn next(db: &mut Db, ids: &[i64]) -> Result<Vec<i64>, StoreError> {
    let mut next: Vec<i64> = merges::table
        .filter(among(merges::thread_id, ids.iter().copied()))
        .filter(merges::undone_at.is_null())
        .select(merges::target_id)
        .load(db)?;
    let originals: Vec<i64> = closures::table
        .filter(among(closures::thread_id, ids.iter().copied()))
        .filter(closures::ended_at.is_null())
        .filter(closures::original_id.is_not_null())
        .select(closures::original_id.assume_not_null())
        .load(db)?;
    next.extend(originals);
    Ok(next)
}

/// The threads to which one leads, over others or not, and itself.
fn way(db: &mut Db, from: ThreadId) -> Result<Vec<i64>, StoreError> {
    let (mut way, mut last) = (vec![from.get()], vec![from.get()]);
    while way.len() < MOST_STEPS && !last.is_empty() {
        last = next(db, &last)?;
        last.sort_unstable();
        last.dedup();
        last.retain(|id| !way.contains(id));
        way.extend(&last);
    }
    Ok(way)
}

/// Whether a thread's original leads back to the thread, or would once a merge is undone: then each would be the duplicate of the
/// other.
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

/// From now on a thread lists another one as asking the same.
pub(super) fn link(
    tx: &mut Db,
    id: ThreadId,
    original: ThreadId,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let link = (
        duplicate_links::thread_id.eq(id.get()),
        duplicate_links::original_id.eq(original.get()),
        duplicate_links::linked_by_id.eq(Some(by.get())),
        duplicate_links::linked_at.eq(row_time(now)),
    );
    diesel::insert_into(duplicate_links::table)
        .values(link)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    Ok(())
}

#[derive(QueryableByName)]
struct OnTheWay {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    standing: String,
    #[diesel(sql_type = Text)]
    audience: String,
}

/// The last thread in sight on the way from an original: one query, however long the way is.
pub fn last_original(db: &mut Db, sight: Sight, original: ThreadId) -> Result<Option<SimilarThread>, StoreError> {
    let rows: Vec<OnTheWay> = diesel::sql_query(format!(
        "with recursive way(id, step) as (select cast($1 as bigint), 0 union all \
             select coalesce((select merges.target_id from merges \
                     where merges.thread_id = way.id and merges.undone_at is null), \
                 (select closures.original_id from closures \
                     where closures.thread_id = way.id and closures.ended_at is null)), way.step + 1 \
             from way where way.id is not null and way.step < {MOST_STEPS}) \
         select threads.id as id, threads.title as title, threads.kind as kind, threads.standing as standing, \
             categories.audience as audience \
         from way inner join threads on threads.id = way.id inner join categories on categories.id = threads.category_id \
         where threads.deleted_at is null order by way.step"
    ))
    .bind::<BigInt, _>(original.get())
    .load(db)?;
    let mut known = Vec::new();
    let mut last = None;
    for row in rows {
        // An import may have brought a circle.
        if known.contains(&row.id) {
            break;
        }
        known.push(row.id);
        if Audience::parse(&row.audience).is_some_and(|audience| sight.includes(audience)) {
            last = Some(row);
        }
    }
    last.map(similar).transpose()
}

fn similar(row: OnTheWay) -> Result<SimilarThread, StoreError> {
    let strange = || StoreError::Unexpected(format!("thread {}", row.id));
    Ok(SimilarThread {
        id: ThreadId::stored(row.id),
        kind: ThreadKind::parse(&row.kind).ok_or_else(strange)?,
        standing: Standing::parse(&row.standing).ok_or_else(strange)?,
        title: row.title,
    })
}

/// The threads that ask the same as another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// How many there are, those of duplicates and of merged threads among them.
    pub count: i64,
    /// The newest of them with their titles.
    pub newest: Vec<(ThreadId, String)>,
}

#[derive(QueryableByName)]
struct Pointing {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    audience: String,
}

/// The threads in sight that point to this one, straight or by others.
pub fn of(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Duplicates, StoreError> {
    let steps = steps(db);
    let rows: Vec<Pointing> = diesel::sql_query(format!(
        "with recursive pointing(id, is_merged) as (select cast($1 as bigint), 1 union {steps}) \
         select threads.id as id, threads.title as title, categories.audience as audience from threads \
         inner join categories on categories.id = threads.category_id \
         where threads.id in (select id from pointing where is_merged = 0 limit {MOST_COUNTED}) \
         and threads.id <> $1 and threads.deleted_at is null order by threads.id desc"
    ))
    .bind::<BigInt, _>(id.get())
    .load(db)?;
    let seen = |row: &Pointing| Audience::parse(&row.audience).is_some_and(|audience| sight.includes(audience));
    let mut titled: Vec<_> = rows
        .into_iter()
        .filter(seen)
        .map(|row| (ThreadId::stored(row.id), row.title))
        .collect();
    let count = i64::try_from(titled.len()).unwrap_or(i64::MAX);
    titled.truncate(MOST_NAMED);
    Ok(Duplicates { count, newest: titled })
}

/// What leads to a thread, over others or not, whoever sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Leading {
    /// Threads that were closed as its duplicates.
    pub(super) duplicates: Vec<i64>,
    /// Threads that are part of it, or of one of its duplicates.
    pub(super) merged: Vec<i64>,
}

#[derive(QueryableByName)]
struct LeadingRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Bool)]
    is_deleted: bool,
}

fn steps(db: &Db) -> &'static str {
    if db.is_postgres() {
        STEPS_OF_POSTGRES
    } else {
        STEPS_OF_SQLITE
    }
}

/// The threads that lead to this one; of very many only the newest, as each is looked at when this one is solved.
pub(super) fn leading_to(db: &mut Db, id: i64) -> Result<Leading, StoreError> {
    let steps = steps(db);
    let rows: Vec<LeadingRow> = diesel::sql_query(format!(
        "with recursive pointing(id, is_merged) as (select cast($1 as bigint), 1 union {steps}) \
         select threads.id as id, (threads.deleted_at is not null) as is_deleted from threads \
         where threads.id in (select id from pointing limit {MOST_COUNTED}) and threads.id <> $1 \
         order by threads.id desc limit {MOST_LED}"
    ))
    .bind::<BigInt, _>(id)
    .load(db)?;
    // What is merged is deleted; what was deleted otherwise leads nowhere when its way is walked.
    let (merged, duplicates): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_deleted);
    let ids = |rows: Vec<LeadingRow>| rows.into_iter().map(|row| row.id).collect();
    Ok(Leading {
        duplicates: ids(duplicates),
        merged: ids(merged),
    })
}

/// What points straight to what was found: duplicates, and merged threads, which are none themselves. SQLite looks into an
/// index for each of two steps, PostgreSQL takes no more than one.
const STEPS_OF_SQLITE: &str = "select link.thread_id, 0 from pointing \
        inner join duplicate_links as link on link.original_id = pointing.id \
    union select merges.thread_id, 1 from pointing \
        inner join merges on merges.target_id = pointing.id and merges.undone_at is null";
const STEPS_OF_POSTGRES: &str = "select step.thread_id, step.is_merged from pointing cross join lateral (\
        select thread_id, 0 as is_merged from duplicate_links where original_id = pointing.id \
        union all select thread_id, 1 from merges where target_id = pointing.id and undone_at is null\
    ) as step";
