//! Jobs as pages list them.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::super::schema::jobs;
use super::super::time::utc;
use super::super::{Db, StoreError};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::JobId;
use crate::domain::job::Lane;

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
    let rows = rows_of(db, None, dead, after, size)?;
    Ok(cut(rows, size))
}

/// The same of letters, in whichever lane.
pub fn page_of_letters(
    db: &mut Db,
    dead: bool,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<JobRow>, StoreError> {
    // Each lane by its index; of both the first ones are the first of all.
    let mut rows = Vec::new();
    for lane in Lane::OF_LETTERS {
        rows.extend(rows_of(db, Some(lane), dead, after, size)?);
    }
    if dead {
        rows.sort_by_key(|row| Reverse((row.dead_at, row.id)));
    } else {
        rows.sort_by_key(|row| (row.run_at, row.id));
    }
    rows.truncate(usize::try_from(size + 1).unwrap_or_default());
    Ok(cut(rows, size))
}

fn cut(rows: Vec<JobRow>, size: i64) -> PageOf<JobRow> {
    let position = |row: &JobRow| Cursor::at(row.dead_at.unwrap_or(row.run_at), row.id.get());
    PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position)
}

/// The rows of a page, and one more if there are more.
fn rows_of(
    db: &mut Db,
    lane: Option<Lane>,
    dead: bool,
    after: Option<Cursor>,
    size: i64,
) -> Result<Vec<JobRow>, StoreError> {
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
    if let Some(lane) = lane {
        query = query.filter(jobs::lane.eq(lane.as_str()));
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
    Ok(rows.into_iter().map(job_row).collect())
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
