//! Telling the rest of those who want to hear of something, by a job, a batch in each transaction.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{MANY, People, hearers, others, write};
use crate::domain::category::Audience;
use crate::domain::id::{TidingId, UserId};
use crate::domain::notification::TidingKind;
use crate::store::schema::{categories, comments, replies, threads, tidings};
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// Tells the next ones behind a person; answers the last of them when there may be more. Whoever was told before is not told again,
/// so that a batch may run twice.
pub fn spread(tx: &mut Db, tiding: TidingId, after: UserId, now: DateTime<Utc>) -> Result<Option<UserId>, StoreError> {
    type Row = (String, i64, (Option<i64>, Option<i64>), Option<i64>, NaiveDateTime);
    let row: Option<Row> = tidings::table
        .find(tiding.get())
        .filter(tidings::ended_at.is_null())
        .select((
            tidings::kind,
            tidings::thread_id,
            (tidings::reply_id, tidings::comment_id),
            tidings::by_id,
            tidings::happened_at,
        ))
        .first(tx)
        .optional()?;
    let Some((kind, thread, post, by, happened_at)) = row else {
        return Ok(None);
    };
    let kind = TidingKind::parse(&kind).ok_or_else(|| StoreError::Unexpected(format!("tiding {tiding}: kind")))?;
    let Some((thread, audience)) = where_it_stands(tx, thread, post)? else {
        return Ok(None);
    };
    let (others, more) = others(tx, kind, (thread, post.0), after.get(), MANY)?;
    let hearers = hearers(tx, (kind, thread, audience), by, &People::new(), &others)?;
    write(tx, tiding, thread, &hearers, utc(happened_at), now)?;
    Ok(more.map(UserId::stored))
}

/// The thread in which it stands by now, and who may see that; `None` once it is deleted.
fn where_it_stands(
    db: &mut Db,
    thread: i64,
    (reply, comment): (Option<i64>, Option<i64>),
) -> Result<Option<(i64, Audience)>, StoreError> {
    if let Some(comment) = comment {
        let deleted_at: Option<NaiveDateTime> = comments::table.find(comment).select(comments::deleted_at).first(db)?;
        if deleted_at.is_some() {
            return Ok(None);
        }
    }
    let thread = match reply {
        None => Some(thread),
        Some(reply) => replies::table
            .find(reply)
            .filter(replies::deleted_at.is_null())
            .select(replies::thread_id)
            .first(db)
            .optional()?,
    };
    let Some(thread) = thread else { return Ok(None) };
    let audience: Option<String> = threads::table
        .inner_join(categories::table)
        .filter(threads::id.eq(thread))
        .filter(threads::deleted_at.is_null())
        .select(categories::audience)
        .first(db)
        .optional()?;
    Ok(audience
        .as_deref()
        .and_then(Audience::parse)
        .map(|audience| (thread, audience)))
}
