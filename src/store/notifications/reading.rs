//! What was read of what people were told, and what is forgotten.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};

use super::letters;
use crate::domain::id::{ThreadId, TidingId, UserId};
use crate::store::native::among;
use crate::store::schema::{notifications, tidings};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// How long people are told of what happened.
const MEMORY: Duration = Duration::days(365);
/// How many facts are forgotten in one transaction.
const BATCH: i64 = 200;

/// Somebody read a thread, or the part of it up to a moment: with it what was merged into it.
pub(in crate::store) fn read_thread(
    tx: &mut Db,
    reader: UserId,
    thread: ThreadId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::sql_query(
        "update notifications set read_at = $1 where user_id = $2 and read_at is null and happened_at <= $1 \
         and thread_id in (select cast($3 as bigint) \
             union all select opens_id from replies where replies.thread_id = $3 and opens_id is not null)",
    )
    .bind::<Timestamp, _>(row_time(at))
    .bind::<BigInt, _>(reader.get())
    .bind::<BigInt, _>(thread.get())
    .execute(tx)?;
    letters::visited(tx, reader, thread, at)
}

/// Somebody has read what they were told, up to the newest of it that they saw.
pub fn read_up_to(tx: &mut Db, reader: UserId, newest: TidingId, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let unread = notifications::table
        .filter(notifications::user_id.eq(reader.get()))
        .filter(notifications::read_at.is_null())
        .filter(notifications::tiding_id.le(newest.get()));
    let read = diesel::update(unread)
        .set(notifications::read_at.eq(Some(row_time(now))))
        .execute(tx)?;
    letters::visited_all(tx, reader)?;
    Ok(read)
}

/// Somebody has read one of the things that they were told, which is as if they had been there.
pub fn read(tx: &mut Db, reader: UserId, id: TidingId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let own = notifications::table
        .filter(notifications::tiding_id.eq(id.get()))
        .filter(notifications::user_id.eq(reader.get()));
    let (thread, read_at): (i64, Option<NaiveDateTime>) = own
        .select((notifications::thread_id, notifications::read_at))
        .first(tx)?;
    if read_at.is_some() {
        return Ok(());
    }
    diesel::update(own)
        .set(notifications::read_at.eq(Some(row_time(now))))
        .execute(tx)?;
    letters::visited(tx, reader, ThreadId::stored(thread), now)
}

/// Those of these people who were told of any of these things.
pub fn told_among(db: &mut Db, tidings: &[TidingId], people: &[UserId]) -> Result<Vec<UserId>, StoreError> {
    let told: Vec<i64> = notifications::table
        .filter(among(notifications::tiding_id, tidings.iter().map(|id| id.get())))
        .filter(among(notifications::user_id, people.iter().map(|id| id.get())))
        .select(notifications::user_id)
        .distinct()
        .load(db)?;
    Ok(told.into_iter().map(UserId::stored).collect())
}

/// Forgets what somebody was told.
pub(in crate::store) fn forget(tx: &mut Db, reader: UserId) -> Result<usize, StoreError> {
    letters::forget(tx, reader.get())?;
    Ok(diesel::delete(notifications::table.filter(notifications::user_id.eq(reader.get()))).execute(tx)?)
}

/// Forgets some of what happened a year ago, and who was told of it.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old: Vec<i64> = tidings::table
        .filter(tidings::happened_at.lt(row_time(now - MEMORY)))
        .order((tidings::happened_at, tidings::id))
        .limit(BATCH)
        .select(tidings::id)
        .load(tx)?;
    Ok(diesel::delete(tidings::table.filter(among(tidings::id, old))).execute(tx)?)
}
