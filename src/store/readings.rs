//! What each person has read of a thread, and what is new to them since.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among};
use super::schema::{readings, replies};
use super::threads::ThreadRow;
use super::time::{row_time, utc};
use super::{Db, StoreError, notifications};
use crate::domain::id::{ReplyId, ThreadId, UserId};

/// The most new replies that a thread's page counts.
const MOST_NEW: i64 = 100;

/// When somebody read a thread, and how many replies it had then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// When.
    pub at: DateTime<Utc>,
    /// How many replies there were.
    pub seen_count: i64,
}

/// Readings of one person, by thread.
pub type Readings = HashMap<ThreadId, Reading>;

/// What a person has read of these threads.
pub fn of_threads(db: &mut Db, reader: UserId, threads: &[ThreadId]) -> Result<Readings, StoreError> {
    let rows: Vec<(i64, chrono::NaiveDateTime, i64)> = readings::table
        .filter(readings::user_id.eq(reader.get()))
        .filter(among(readings::thread_id, threads.iter().map(|id| id.get())))
        .select((readings::thread_id, readings::read_at, readings::seen_count))
        .load(db)?;
    let reading = |(thread, at, seen_count)| {
        let at = utc(at);
        (ThreadId::stored(thread), Reading { at, seen_count })
    };
    Ok(rows.into_iter().map(reading).collect())
}

/// The replies of others that are new to a reader, the oldest first: a hundred at most, and none to who never was here.
/// `waiting` is what they read a moment ago, when it may not be written yet.
pub fn new_replies(
    db: &mut Db,
    reader: UserId,
    thread: ThreadId,
    waiting: Option<Reading>,
) -> Result<Vec<ReplyId>, StoreError> {
    let written = readings::table
        .find((reader.get(), thread.get()))
        .select(readings::read_at)
        .single_value();
    let mut query = replies::table.filter(replies::thread_id.eq(thread.get())).into_boxed();
    // Where more is written than waits, another node or an earlier page was read: the later one counts.
    query = match waiting {
        Some(reading) => query
            .filter(replies::created_at.gt(row_time(reading.at)))
            .filter(written.is_null().or(replies::created_at.nullable().gt(written))),
        None => query.filter(replies::created_at.nullable().gt(written)),
    };
    let rows: Vec<i64> = query
        .filter(replies::deleted_at.is_null())
        .filter(replies::author_id.ne(reader.get()).or(replies::author_id.is_null()))
        .order((replies::created_at, replies::id))
        .limit(MOST_NEW)
        .select(replies::id)
        .load(db)?;
    Ok(rows.into_iter().map(ReplyId::stored).collect())
}

/// How many replies of a thread came up to a moment.
pub fn count_up_to(db: &mut Db, thread: ThreadId, at: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok(replies::table
        .filter(replies::thread_id.eq(thread.get()))
        .filter(replies::created_at.le(row_time(at)))
        .filter(replies::deleted_at.is_null())
        .count()
        .get_result(db)?)
}

/// Says in each line how many replies are new to a reader; what they read a moment ago may not be written yet.
pub fn mark(db: &mut Db, reader: UserId, waiting: &Readings, rows: &mut [ThreadRow]) -> Result<(), StoreError> {
    let ids: Vec<ThreadId> = rows.iter().map(|row| row.id).collect();
    let read = of_threads(db, reader, &ids)?;
    for row in rows {
        let both = [waiting.get(&row.id), read.get(&row.id)];
        if let Some(last) = both.into_iter().flatten().max_by_key(|reading| reading.at) {
            row.new_count = (row.reply_count - last.seen_count).max(0);
        }
    }
    Ok(())
}

/// Writes down what was read, and that with it what was told of it; an older reading never replaces a newer one.
pub fn put(tx: &mut Db, read: &[(UserId, ThreadId, Reading)]) -> Result<(), StoreError> {
    // In one order, so that two nodes never wait for each other.
    let mut read = read.to_vec();
    read.sort_unstable_by_key(|(reader, thread, _)| (reader.get(), thread.get()));
    for (reader, thread, reading) in read {
        let row = (
            readings::read_at.eq(row_time(reading.at)),
            readings::seen_count.eq(reading.seen_count),
        );
        let newer = diesel::update(
            readings::table
                .filter(readings::user_id.eq(reader.get()))
                .filter(readings::thread_id.eq(thread.get())),
        )
        .filter(readings::read_at.le(row_time(reading.at)))
        .set(row)
        .execute(tx)?;
        if newer == 0 {
            diesel::insert_into(readings::table)
                .values((
                    readings::user_id.eq(reader.get()),
                    readings::thread_id.eq(thread.get()),
                    row,
                ))
                .on_conflict_do_nothing()
                .native()
                .execute(tx)?;
        }
        notifications::read_thread(tx, reader, thread, reading.at)?;
    }
    Ok(())
}

/// Forgets what somebody has read.
pub fn forget(tx: &mut Db, reader: UserId) -> Result<usize, StoreError> {
    Ok(diesel::delete(readings::table.filter(readings::user_id.eq(reader.get()))).execute(tx)?)
}
