//! Thanks for a reply: one row for each person who thanked, counted on the reply.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among};
use super::outcome::Deed;
use super::replies::hold_reply;
use super::schema::{replies, thanks};
use super::time::row_time;
use super::{Db, StoreError, changes};
use crate::domain::account::User;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;

/// Thanks the author of a reply, or takes the thanks back.
pub fn thank(
    tx: &mut Db,
    user: &User,
    sight: Sight,
    id: ReplyId,
    thanks_for_it: bool,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    if held.is_opening || !may_in(user, held.thread.audience, Verb::Thank, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted || held.thread.is_deleted {
        return Ok(Deed::Locked);
    }
    let changed = if thanks_for_it {
        let row = (
            thanks::reply_id.eq(held.id),
            thanks::user_id.eq(user.id.get()),
            thanks::thanked_at.eq(row_time(now)),
        );
        diesel::insert_into(thanks::table)
            .values(row)
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?
    } else {
        diesel::delete(thanks::table.find((held.id, user.id.get()))).execute(tx)?
    };
    if changed == 0 {
        return Ok(Deed::Unchanged);
    }
    let more = if thanks_for_it { 1 } else { -1 };
    diesel::update(replies::table.find(held.id))
        .set(replies::thanks_count.eq(replies::thanks_count + more))
        .execute(tx)?;
    let thread = ThreadId::stored(held.thread.id);
    changes::record(tx, Noun::Thread(thread), ChangeVerb::Changed, now)?;
    Ok(Deed::Done(()))
}

/// Those of the replies for which this person thanked.
pub(super) fn given(db: &mut Db, user: i64, replies: &[i64]) -> Result<Vec<i64>, StoreError> {
    Ok(thanks::table
        .filter(thanks::user_id.eq(user))
        .filter(among(thanks::reply_id, replies.iter().copied()))
        .select(thanks::reply_id)
        .load(db)?)
}
