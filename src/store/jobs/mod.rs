//! Later work as rows: written with the fact that asks for it, claimed by any node, tried again, and dead in plain sight.

mod dead;
mod lists;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::jobs;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::id::JobId;
use crate::domain::job::{Job, Lane, MOST_ATTEMPTS, delay_after};

pub use dead::{LETTERS_KEPT_FOR, discard, retry, retry_some, sweep_letters};
pub use lists::{JobRow, counts, page, page_of_letters};

/// How long a claim holds; a worker that has not renewed it by then has died.
const CLAIM: Duration = Duration::minutes(2);

/// A job that a worker has claimed.
#[derive(Debug)]
pub struct Claimed {
    /// Its id.
    pub id: JobId,
    /// What is to be done; an error when a newer program wrote it.
    pub job: Result<Job, String>,
    /// Which try this is, from 1; together with the id it says whose claim it is.
    pub attempt: i64,
    /// When it was made; together with the id, which a later job may get again, it names the job for ever.
    pub made_at: DateTime<Utc>,
}

/// Writes a job, in the transaction of the fact that asks for it.
pub fn enqueue(tx: &mut Db, job: &Job, run_at: DateTime<Utc>) -> Result<(), StoreError> {
    let payload = serde_json::to_string(job).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    diesel::insert_into(jobs::table)
        .values((
            jobs::kind.eq(job.kind()),
            jobs::lane.eq(job.lane().as_str()),
            jobs::payload.eq(payload),
            jobs::created_at.eq(row_time(run_at)),
            jobs::run_at.eq(row_time(run_at)),
        ))
        .execute(tx)?;
    Ok(())
}

/// Writes a job unless one of its kind is waiting already: for what the schedule asks for.
pub fn enqueue_once(tx: &mut Db, job: &Job, run_at: DateTime<Utc>) -> Result<(), StoreError> {
    if is_waiting(tx, job)? {
        return Ok(());
    }
    enqueue(tx, job, run_at)
}

/// Whether a job of this kind waits or is in hand.
pub fn is_waiting(db: &mut Db, job: &Job) -> Result<bool, StoreError> {
    let waiting = jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::kind.eq(job.kind()));
    Ok(diesel::select(diesel::dsl::exists(waiting)).get_result(db)?)
}

/// When claims were made that have run out by now.
fn claimed_before(now: DateTime<Utc>) -> NaiveDateTime {
    row_time(now - CLAIM)
}

#[diesel::dsl::auto_type]
fn is_free(claimed_before: NaiveDateTime) -> _ {
    jobs::claimed_at.is_null().or(jobs::claimed_at.lt(claimed_before))
}

/// The jobs whose time has come and that nobody has in hand.
#[diesel::dsl::auto_type]
fn due(now: NaiveDateTime, claimed_before: NaiveDateTime) -> _ {
    let free: is_free = is_free(claimed_before);
    jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::run_at.le(now))
        .filter(free)
}

/// Whether a job waits whose time has come.
pub fn is_any_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let due = due(row_time(now), claimed_before(now));
    Ok(diesel::select(diesel::dsl::exists(due)).get_result(db)?)
}

/// The same of one lane.
pub fn is_any_due_in(db: &mut Db, lane: Lane, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let due = due(row_time(now), claimed_before(now)).filter(jobs::lane.eq(lane.as_str()));
    Ok(diesel::select(diesel::dsl::exists(due)).get_result(db)?)
}

/// A job that could be claimed: its id, what is to be done, how often it was tried, and when it was made.
type Due = (i64, String, i64, NaiveDateTime);

/// Claims the next job that is due, in whichever lane: a conditional update, so that two workers never have the same.
pub fn claim(tx: &mut Db, worker: &str, now: DateTime<Utc>) -> Result<Option<Claimed>, StoreError> {
    let due: Option<Due> = due(row_time(now), claimed_before(now))
        .order((jobs::run_at, jobs::id))
        .select((jobs::id, jobs::payload, jobs::attempt_count, jobs::created_at))
        .first(tx)
        .optional()?;
    due.map_or(Ok(None), |due| take(tx, due, worker, now))
}

/// Claims the next jobs of a lane that are due, so many at most.
pub fn claim_in(
    tx: &mut Db,
    lane: Lane,
    worker: &str,
    most: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Claimed>, StoreError> {
    let due: Vec<Due> = due(row_time(now), claimed_before(now))
        .filter(jobs::lane.eq(lane.as_str()))
        .order((jobs::run_at, jobs::id))
        .select((jobs::id, jobs::payload, jobs::attempt_count, jobs::created_at))
        .limit(most)
        .load(tx)?;
    let mut claimed = Vec::new();
    for due in due {
        claimed.extend(take(tx, due, worker, now)?);
    }
    Ok(claimed)
}

/// Claims a job, unless somebody was faster.
fn take(
    tx: &mut Db,
    (id, payload, attempts, made_at): Due,
    worker: &str,
    now: DateTime<Utc>,
) -> Result<Option<Claimed>, StoreError> {
    let taken = diesel::update(
        jobs::table
            .filter(jobs::id.eq(id))
            .filter(jobs::dead_at.is_null())
            .filter(is_free(claimed_before(now))),
    )
    .set((
        jobs::claimed_at.eq(Some(row_time(now))),
        jobs::claimed_by.eq(Some(worker)),
        jobs::attempt_count.eq(attempts + 1),
    ))
    .execute(tx)?;
    let job = serde_json::from_str(&payload).map_err(|error| error.to_string());
    Ok((taken == 1).then(|| Claimed {
        id: JobId::stored(id),
        job,
        attempt: attempts + 1,
        made_at: utc(made_at),
    }))
}

/// Gives jobs back that were claimed and not begun: others take them at once, and no try is counted.
pub fn release(tx: &mut Db, claims: &[(JobId, i64)]) -> Result<(), StoreError> {
    for (id, attempt) in claims {
        put_back(tx, *id, *attempt, None, None)?;
    }
    Ok(())
}

/// Puts a job off that could not be begun, as when its turn has not come: no try is counted.
pub fn postpone(tx: &mut Db, id: JobId, attempt: i64, why: &str, until: DateTime<Utc>) -> Result<(), StoreError> {
    put_back(tx, id, attempt, Some(why), Some(until))
}

fn put_back(
    tx: &mut Db,
    id: JobId,
    attempt: i64,
    why: Option<&str>,
    until: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let claim = jobs::table
        .filter(jobs::id.eq(id.get()))
        .filter(jobs::attempt_count.eq(attempt));
    let free = (
        jobs::claimed_at.eq(None::<NaiveDateTime>),
        jobs::claimed_by.eq(None::<String>),
        jobs::attempt_count.eq(attempt - 1),
    );
    match until {
        Some(until) => diesel::update(claim)
            .set((free, jobs::run_at.eq(row_time(until)), jobs::last_error.eq(why)))
            .execute(tx)?,
        None => diesel::update(claim).set(free).execute(tx)?,
    };
    Ok(())
}

/// Says that a worker still has its jobs in hand: their claims hold as if they had just been made.
pub fn renew(tx: &mut Db, worker: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    let claims = jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::claimed_at.is_not_null())
        .filter(jobs::claimed_by.eq(worker));
    diesel::update(claims)
        .set(jobs::claimed_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}

/// Takes away a job that is done; nothing happens when another worker has claimed it since.
pub fn finish(tx: &mut Db, id: JobId, attempt: i64) -> Result<(), StoreError> {
    let claim = jobs::table
        .filter(jobs::id.eq(id.get()))
        .filter(jobs::attempt_count.eq(attempt));
    diesel::delete(claim).execute(tx)?;
    Ok(())
}

/// Puts a failed job back with a growing delay, or gives it up after the last try; answers whether it is dead. Nothing
/// happens when another worker has claimed it since.
pub fn fail(tx: &mut Db, id: JobId, attempt: i64, error: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    fail_after(tx, id, attempt, MOST_ATTEMPTS, error, now)
}

/// The same of a job that is tried so often at most: for one that no further try would help, as often as it was tried.
pub fn fail_after(
    tx: &mut Db,
    id: JobId,
    attempt: i64,
    most: i64,
    error: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let is_dead = attempt >= most;
    let error: String = error.chars().take(2_000).collect();
    let claim = jobs::table
        .filter(jobs::id.eq(id.get()))
        .filter(jobs::attempt_count.eq(attempt));
    let settled = diesel::update(claim)
        .set((
            jobs::claimed_at.eq(None::<NaiveDateTime>),
            jobs::claimed_by.eq(None::<String>),
            jobs::run_at.eq(row_time(now + delay_after(attempt))),
            jobs::dead_at.eq(is_dead.then(|| row_time(now))),
            jobs::last_error.eq(Some(error)),
        ))
        .execute(tx)?;
    Ok(is_dead && settled == 1)
}
