//! Which post a file belongs to: the one in whose text its address stands.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{columns, of_post};
use crate::domain::id::UserId;
use crate::domain::job::Job;
use crate::domain::upload::PostId;
use crate::store::native::among;
use crate::store::schema::uploads;
use crate::store::time::row_time;
use crate::store::written::Written;
use crate::store::{Db, StoreError, jobs};

/// How long a file is kept that was taken out of a text.
const KEPT_OUT_OF_A_TEXT: Duration = Duration::days(30);

/// Gives a post that was changed the files whose addresses stand in its text: those of its writer that belong to none, and its own
/// that were taken out and are back. What no longer stands in it is taken out, copies of pictures from elsewhere too.
pub(in crate::store) fn attach(
    tx: &mut Db,
    post: PostId,
    body: &Written,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    give(tx, post, body, writer, now)?;
    let back = (
        uploads::removed_at.eq(None::<NaiveDateTime>),
        uploads::expires_at.eq(None::<NaiveDateTime>),
    );
    let out = (
        uploads::removed_at.eq(Some(row_time(now))),
        uploads::expires_at.eq(Some(row_time(now + KEPT_OUT_OF_A_TEXT))),
    );
    // A picture that was copied stands in the text by the address that it was copied from.
    let named = || {
        let ids = among(uploads::id, body.uploads.iter().map(|id| id.get()));
        let sources = among(
            uploads::source_url.assume_not_null(),
            body.pictures_elsewhere.iter().cloned(),
        );
        let is_copy = uploads::source_url.is_not_null();
        uploads::source_url.is_null().and(ids).or(is_copy.and(sources))
    };
    let was_kept = uploads::kept_at.is_not_null();
    of_post!(post, own => {
        let is_back = uploads::removed_at.is_not_null().and(named());
        diesel::update(own().filter(was_kept).filter(is_back)).set(back).execute(tx)?;
        let is_gone = uploads::removed_at.is_null().and(diesel::dsl::not(named()));
        diesel::update(own().filter(was_kept).filter(is_gone)).set(out).execute(tx)?;
    });
    Ok(())
}

/// Gives a new post the files of its writer whose addresses stand in its text, and has pictures from elsewhere copied.
pub(in crate::store) fn give(
    tx: &mut Db,
    post: PostId,
    body: &Written,
    writer: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if !body.pictures_elsewhere.is_empty() {
        jobs::enqueue(tx, &Job::copying(post, 0), now)?;
    }
    if body.uploads.is_empty() {
        return Ok(());
    }
    let (thread, reply) = columns(Some(post));
    let free = uploads::table
        .filter(among(uploads::id, body.uploads.iter().map(|id| id.get())))
        .filter(uploads::owner_id.eq(writer.get()))
        .filter(uploads::kept_at.is_not_null())
        .filter(uploads::thread_id.is_null())
        .filter(uploads::reply_id.is_null());
    diesel::update(free)
        .set((
            uploads::thread_id.eq(thread),
            uploads::reply_id.eq(reply),
            uploads::expires_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    Ok(())
}

/// Lets the files of a post go, as it was deleted for ever: the next sweep takes them.
pub fn let_go(tx: &mut Db, post: PostId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let gone = (
        uploads::removed_at.eq(Some(row_time(now))),
        uploads::expires_at.eq(Some(row_time(now))),
    );
    of_post!(post, own => diesel::update(own()).set(gone).execute(tx)?);
    Ok(())
}
