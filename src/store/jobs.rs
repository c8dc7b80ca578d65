//! Later work as rows: written with the fact that asks for it, claimed by any node, tried again, and dead in plain sight.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::schema::jobs;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::JobId;
use crate::domain::job::{Job, MOST_ATTEMPTS, delay_after};

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

/// A job as the page of jobs shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRow {
    /// Its id.
    pub id: JobId,
    /// The kind's name.
    pub kind: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it is to run.
    pub run_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempt_count: i64,
    /// Whether a worker has it in hand.
    pub is_claimed: bool,
    /// When it was given up.
    pub dead_at: Option<DateTime<Utc>>,
    /// What went wrong the last time.
    pub last_error: Option<String>,
}

/// Writes a job, in the transaction of the fact that asks for it.
pub fn enqueue(tx: &mut Db, job: &Job, run_at: DateTime<Utc>) -> Result<(), StoreError> {
    let payload = serde_json::to_string(job).map_err(|error| StoreError::Unexpected(error.to_string()))?;
    diesel::insert_into(jobs::table)
        .values((
            jobs::kind.eq(job.kind()),
            jobs::payload.eq(payload),
            jobs::created_at.eq(row_time(run_at)),
            jobs::run_at.eq(row_time(run_at)),
        ))
        .execute(tx)?;
    Ok(())
}

/// Writes a job unless one of its kind is waiting already: for what the schedule asks for.
pub fn enqueue_once(tx: &mut Db, job: &Job, run_at: DateTime<Utc>) -> Result<(), StoreError> {
    let waiting = jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::kind.eq(job.kind()));
    if diesel::select(diesel::dsl::exists(waiting)).get_result(tx)? {
        return Ok(());
    }
    enqueue(tx, job, run_at)
}

/// Whether a job waits whose time has come.
pub fn is_any_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let due = jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::run_at.le(row_time(now)))
        .filter(
            jobs::claimed_at
                .is_null()
                .or(jobs::claimed_at.lt(row_time(now - CLAIM))),
        );
    Ok(diesel::select(diesel::dsl::exists(due)).get_result(db)?)
}

/// Claims the next job that is due: a conditional update, so that two workers never have the same.
pub fn claim(tx: &mut Db, worker: &str, now: DateTime<Utc>) -> Result<Option<Claimed>, StoreError> {
    let free = || {
        jobs::claimed_at
            .is_null()
            .or(jobs::claimed_at.lt(row_time(now - CLAIM)))
    };
    let due: Option<(i64, String, i64, chrono::NaiveDateTime)> = jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::run_at.le(row_time(now)))
        .filter(free())
        .order((jobs::run_at, jobs::id))
        .select((jobs::id, jobs::payload, jobs::attempt_count, jobs::created_at))
        .first(tx)
        .optional()?;
    let Some((id, payload, attempts, made_at)) = due else {
        return Ok(None);
    };
    let taken = diesel::update(
        jobs::table
            .filter(jobs::id.eq(id))
            .filter(jobs::dead_at.is_null())
            .filter(free()),
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
    let is_dead = attempt >= MOST_ATTEMPTS;
    let error: String = error.chars().take(2_000).collect();
    let claim = jobs::table
        .filter(jobs::id.eq(id.get()))
        .filter(jobs::attempt_count.eq(attempt));
    let settled = diesel::update(claim)
        .set((
            jobs::claimed_at.eq(None::<chrono::NaiveDateTime>),
            jobs::claimed_by.eq(None::<String>),
            jobs::run_at.eq(row_time(now + delay_after(attempt))),
            jobs::dead_at.eq(is_dead.then(|| row_time(now))),
            jobs::last_error.eq(Some(error)),
        ))
        .execute(tx)?;
    Ok(is_dead && settled == 1)
}

/// Gives a dead job another round of tries; answers whether it was dead.
pub fn retry(tx: &mut Db, id: JobId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let count = diesel::update(
        jobs::table
            .filter(jobs::id.eq(id.get()))
            .filter(jobs::dead_at.is_not_null()),
    )
    .set((
        jobs::dead_at.eq(None::<chrono::NaiveDateTime>),
        jobs::attempt_count.eq(0),
        jobs::run_at.eq(row_time(now)),
    ))
    .execute(tx)?;
    if count == 0 {
        jobs::table.find(id.get()).select(jobs::id).first::<i64>(tx)?;
    }
    Ok(count == 1)
}

/// How many jobs wait, and how many are dead.
pub fn counts(db: &mut Db) -> Result<(i64, i64), StoreError> {
    let waiting = jobs::table.filter(jobs::dead_at.is_null()).count().get_result(db)?;
    let dead = jobs::table.filter(jobs::dead_at.is_not_null()).count().get_result(db)?;
    Ok((waiting, dead))
}

type Row = (
    i64,
    String,
    chrono::NaiveDateTime,
    chrono::NaiveDateTime,
    i64,
    Option<chrono::NaiveDateTime>,
    Option<chrono::NaiveDateTime>,
    Option<String>,
);

/// The waiting jobs in the order in which they will run, or the dead ones from the newest.
pub fn page(db: &mut Db, dead: bool, after: Option<Cursor>, size: i64) -> Result<PageOf<JobRow>, StoreError> {
    let mut query = jobs::table
        .select((
            jobs::id,
            jobs::kind,
            jobs::created_at,
            jobs::run_at,
            jobs::attempt_count,
            jobs::claimed_at,
            jobs::dead_at,
            jobs::last_error,
        ))
        .limit(size + 1)
        .into_boxed();
    if dead {
        query = query
            .filter(jobs::dead_at.is_not_null())
            .order((jobs::dead_at.desc(), jobs::id.desc()));
    } else {
        query = query.filter(jobs::dead_at.is_null()).order((jobs::run_at, jobs::id));
    }
    if let Some(after) = after {
        let (time, id) = (after.moment().unwrap_or_default().naive_utc(), after.id);
        query = if dead {
            query
                .filter(jobs::dead_at.le(time))
                .filter(jobs::dead_at.lt(time).or(jobs::id.lt(id)))
        } else {
            query
                .filter(jobs::run_at.ge(time))
                .filter(jobs::run_at.gt(time).or(jobs::id.gt(id)))
        };
    }
    let rows: Vec<Row> = query.load(db)?;
    let rows = rows.into_iter().map(job_row).collect();
    let position = |row: &JobRow| Cursor::at(row.dead_at.unwrap_or(row.run_at), row.id.get());
    Ok(PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position))
}

fn job_row((id, kind, created_at, run_at, attempt_count, claimed_at, dead_at, last_error): Row) -> JobRow {
    JobRow {
        id: JobId::stored(id),
        kind,
        created_at: utc(created_at),
        run_at: utc(run_at),
        attempt_count,
        is_claimed: claimed_at.is_some(),
        dead_at: dead_at.map(utc),
        last_error,
    }
}
