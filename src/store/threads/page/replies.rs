//! The replies of one page of a thread: behind a position, or around one of them.

use chrono::{DateTime, NaiveDateTime};
use diesel::prelude::*;

use super::{ReplyOrder, Wanted};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::store::schema::replies;
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// How many replies stand on a page.
pub const REPLIES_ON_PAGE: i64 = 30;

#[derive(Queryable)]
pub(super) struct ReplyRow {
    pub(super) id: i64,
    pub(super) author: (Option<i64>, Option<String>),
    pub(super) times: (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>),
    pub(super) counts: (i64, i64, i64, i64, i64),
    pub(super) renderer: i16,
    pub(super) body_html: String,
    pub(super) by_mail: bool,
    pub(super) is_erased: bool,
}

macro_rules! reply_columns {
    () => {
        (
            replies::id,
            (replies::author_id, replies::author_name),
            (replies::created_at, replies::edited_at, replies::deleted_at),
            (
                replies::up_count,
                replies::down_count,
                replies::score,
                replies::comment_count,
                replies::thanks_count,
            ),
            replies::renderer,
            replies::body_html,
            replies::by_mail,
            replies::erased_at.is_not_null(),
        )
    };
}

pub(super) use reply_columns;

pub(super) struct ReplyRows {
    pub(super) rows: PageOf<ReplyRow>,
    pub(super) is_first: bool,
}

/// The page of replies that is wanted, without the accepted one, which stands apart.
pub(super) fn reply_rows(
    db: &mut Db,
    sight: Sight,
    thread: ThreadId,
    wanted: Wanted,
    accepted: Option<i64>,
) -> Result<ReplyRows, StoreError> {
    let order = wanted.order.unwrap_or(ReplyOrder::Helpful);
    let scope = Scope {
        sight,
        thread,
        order,
        accepted,
    };
    let first = scope.replies_from(db, wanted.after, false)?;
    let is_first = wanted.after.is_none();
    let Some(reply) = wanted.reply.map(ReplyId::get).filter(|_| is_first) else {
        return Ok(ReplyRows { rows: first, is_first });
    };
    if accepted == Some(reply) || first.items.iter().any(|row| row.id == reply) || first.more.is_none() {
        return Ok(ReplyRows { rows: first, is_first });
    }
    match scope.position_of(db, reply)? {
        Some(position) => Ok(ReplyRows {
            rows: scope.replies_from(db, Some(position), true)?,
            is_first: false,
        }),
        None => Ok(ReplyRows { rows: first, is_first }),
    }
}

/// Which replies are meant, and in which order.
struct Scope {
    sight: Sight,
    thread: ThreadId,
    order: ReplyOrder,
    accepted: Option<i64>,
}

impl Scope {
    fn position_of(&self, db: &mut Db, reply: i64) -> Result<Option<Cursor>, StoreError> {
        let place: Option<(i64, NaiveDateTime)> = replies::table
            .filter(replies::id.eq(reply))
            .filter(replies::thread_id.eq(self.thread.get()))
            .select((replies::score, replies::created_at))
            .first(db)
            .optional()?;
        let key = |(score, created_at): (i64, NaiveDateTime)| match self.order {
            ReplyOrder::Helpful => score,
            ReplyOrder::Oldest => utc(created_at).timestamp_micros(),
        };
        Ok(place.map(|place| Cursor {
            key: key(place),
            id: reply,
        }))
    }

    /// The replies behind a position, or from it on.
    fn replies_from(&self, db: &mut Db, from: Option<Cursor>, inclusive: bool) -> Result<PageOf<ReplyRow>, StoreError> {
        let order = self.order;
        let mut query = replies::table
            .filter(replies::thread_id.eq(self.thread.get()))
            .filter(replies::id.ne(self.accepted.unwrap_or(0)))
            .limit(REPLIES_ON_PAGE + 1)
            .select(reply_columns!())
            .into_boxed();
        if !self.sight.sees_deleted() {
            query = query.filter(replies::deleted_at.is_null());
        }
        query = match order {
            ReplyOrder::Helpful => query.order((replies::score.desc(), replies::id.desc())),
            ReplyOrder::Oldest => query.order((replies::created_at, replies::id)),
        };
        if let Some(Cursor { key, id }) = from {
            let (least, most) = if inclusive {
                (id - 1, id.saturating_add(1))
            } else {
                (id, id)
            };
            query = match order {
                ReplyOrder::Helpful => query
                    .filter(replies::score.le(key))
                    .filter(replies::score.lt(key).or(replies::id.lt(most))),
                ReplyOrder::Oldest => {
                    let at = DateTime::from_timestamp_micros(key).unwrap_or_default().naive_utc();
                    query
                        .filter(replies::created_at.ge(at))
                        .filter(replies::created_at.gt(at).or(replies::id.gt(least)))
                }
            };
        }
        let position = |row: &ReplyRow| Cursor {
            key: match order {
                ReplyOrder::Helpful => row.counts.2,
                ReplyOrder::Oldest => utc(row.times.0).timestamp_micros(),
            },
            id: row.id,
        };
        Ok(PageOf::cut(
            query.load(db)?,
            usize::try_from(REPLIES_ON_PAGE).unwrap_or_default(),
            position,
        ))
    }
}
