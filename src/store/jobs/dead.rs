//! Jobs that were given up: another round for them, or none.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::super::schema::jobs;
use super::super::time::row_time;
use super::super::{Db, StoreError};
use crate::domain::id::JobId;
use crate::domain::job::Lane;

/// How long a letter that was given up is kept. Some are given up every day, as those to an address to which nothing is sent, and after
/// so long nobody wants them any more.
pub const LETTERS_KEPT_FOR: Duration = Duration::days(30);
/// How many rows a sweep deletes at once.
const SWEPT_AT_ONCE: i64 = 500;

/// Gives a dead job another round of tries; answers whether it was dead.
pub fn retry(tx: &mut Db, id: JobId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let count = diesel::update(
        jobs::table
            .filter(jobs::id.eq(id.get()))
            .filter(jobs::dead_at.is_not_null()),
    )
    .set(another_round(row_time(now)))
    .execute(tx)?;
    if count == 0 {
        jobs::table.find(id.get()).select(jobs::id).first::<i64>(tx)?;
    }
    Ok(count == 1)
}

/// Gives the dead jobs of a lane another round of tries, so many at most; answers how many there were.
pub fn retry_some(tx: &mut Db, lane: Lane, most: i64, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let dead: Vec<i64> = jobs::table
        .filter(jobs::lane.eq(lane.as_str()))
        .filter(jobs::dead_at.is_not_null())
        .order((jobs::dead_at, jobs::id))
        .limit(most)
        .select(jobs::id)
        .load(tx)?;
    let count = diesel::update(jobs::table.filter(jobs::id.eq_any(dead)))
        .set(another_round(row_time(now)))
        .execute(tx)?;
    Ok(count)
}

#[diesel::dsl::auto_type]
fn another_round(now: NaiveDateTime) -> _ {
    let (never, none): (Option<NaiveDateTime>, i64) = (None, 0);
    (
        jobs::dead_at.eq(never),
        jobs::attempt_count.eq(none),
        jobs::run_at.eq(now),
    )
}

/// Takes a dead job away, which is never done then; answers whether it was dead.
pub fn discard(tx: &mut Db, id: JobId) -> Result<bool, StoreError> {
    let dead = jobs::table
        .filter(jobs::id.eq(id.get()))
        .filter(jobs::dead_at.is_not_null());
    if diesel::delete(dead).execute(tx)? == 1 {
        return Ok(true);
    }
    jobs::table.find(id.get()).select(jobs::id).first::<i64>(tx)?;
    Ok(false)
}

/// Forgets some letters that were given up long ago; answers how many. Other jobs stay until somebody looks at them.
pub fn sweep_letters(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let mut count = 0;
    for lane in Lane::OF_LETTERS {
        let old: Vec<i64> = jobs::table
            .filter(jobs::lane.eq(lane.as_str()))
            .filter(jobs::dead_at.is_not_null())
            .filter(jobs::dead_at.lt(Some(row_time(now - LETTERS_KEPT_FOR))))
            .order((jobs::dead_at, jobs::id))
            .limit(SWEPT_AT_ONCE)
            .select(jobs::id)
            .load(tx)?;
        count += diesel::delete(jobs::table.filter(jobs::id.eq_any(old))).execute(tx)?;
    }
    Ok(count)
}
