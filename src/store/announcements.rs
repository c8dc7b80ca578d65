//! Replies that were just posted, as those hear of them who are reading.

use diesel::prelude::*;

use super::native::among;
use super::schema::{categories, replies, threads};
use super::{Db, StoreError};
use crate::domain::category::Audience;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::sight::Sight;

/// A reply that was just posted, for those who listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announcement {
    /// Where it was posted.
    pub thread: ThreadId,
    /// The reply.
    pub reply: ReplyId,
    /// Who may see its category.
    pub audience: Audience,
}

/// What may be said of these replies, unless they are gone again.
pub fn of_replies(db: &mut Db, ids: &[ReplyId]) -> Result<Vec<Announcement>, StoreError> {
    let rows: Vec<(i64, i64, String)> = replies::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(among(replies::id, ids.iter().map(|id| id.get())))
        .filter(replies::deleted_at.is_null())
        .filter(threads::deleted_at.is_null())
        .order(replies::id)
        .select((replies::thread_id, replies::id, categories::audience))
        .load(db)?;
    let announcement = |(thread, reply, audience): (i64, i64, String)| {
        Some(Announcement {
            thread: ThreadId::stored(thread),
            reply: ReplyId::stored(reply),
            audience: Audience::parse(&audience)?,
        })
    };
    Ok(rows.into_iter().filter_map(announcement).collect())
}

/// The newest reply of a thread, when it has more than are known; the thread must be in sight.
pub fn newest(db: &mut Db, sight: Sight, thread: ThreadId, known: i64) -> Result<Option<ReplyId>, StoreError> {
    super::threads::title_of(db, sight, thread)?;
    let count: i64 = threads::table
        .find(thread.get())
        .select(threads::reply_count)
        .first(db)?;
    if count <= known {
        return Ok(None);
    }
    let newest: Option<i64> = replies::table
        .filter(replies::thread_id.eq(thread.get()))
        .filter(replies::deleted_at.is_null())
        .order((replies::created_at.desc(), replies::id.desc()))
        .select(replies::id)
        .first(db)
        .optional()?;
    Ok(newest.map(ReplyId::stored))
}
