//! Form keys that were used: a double submit or a form sent again from the browser's history never makes a second post.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::submissions;
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::id::UserId;

/// How long a used key is remembered.
const MEMORY: Duration = Duration::days(7);

/// Uses a form's key; answers the id of the post that the same form made before, if it was used already.
///
/// Of two requests at once the second waits here until the first is committed.
pub fn claim(tx: &mut Db, user: UserId, key: &str, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    let row = (
        submissions::user_id.eq(user.get()),
        submissions::form_key.eq(key),
        submissions::submitted_at.eq(row_time(now)),
    );
    let is_new = diesel::insert_into(submissions::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?
        == 1;
    if is_new {
        return Ok(None);
    }
    let made: Option<i64> = submissions::table
        .find((user.get(), key))
        .select(submissions::post_id)
        .first(tx)?;
    Ok(Some(made.ok_or(StoreError::Conflict)?))
}

/// Whether a form has made its post already.
pub fn was_used(db: &mut Db, user: UserId, key: &str) -> Result<bool, StoreError> {
    let row = submissions::table.find((user.get(), key));
    let made: Option<Option<i64>> = row.select(submissions::post_id).first(db).optional()?;
    Ok(made.flatten().is_some())
}

/// Remembers which post a form made.
pub fn settle(tx: &mut Db, user: UserId, key: &str, post: i64) -> Result<(), StoreError> {
    let row = submissions::table.find((user.get(), key));
    diesel::update(row)
        .set(submissions::post_id.eq(Some(post)))
        .execute(tx)?;
    Ok(())
}

/// Gives a key back that made no post after all, so that the same form may be sent again.
pub fn release(tx: &mut Db, user: UserId, key: &str) -> Result<(), StoreError> {
    diesel::delete(submissions::table.find((user.get(), key))).execute(tx)?;
    Ok(())
}

/// Forgets keys that are older than a week.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = submissions::table.filter(submissions::submitted_at.lt(row_time(now - MEMORY)));
    Ok(diesel::delete(old).execute(tx)?)
}
