//! Deleting a reply softly and bringing it back: by its author, by a moderator, or by nobody in particular while it waits for one.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{HeldReply, done, hold_reply};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::Piece;
use crate::domain::id::{ReplyId, UserId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::What;
use crate::domain::sight::Sight;
use crate::store::moderations::{log, log_if_others};
use crate::store::outcome::Deed;
use crate::store::schema::{replies, threads};
use crate::store::threads::{acceptance_in_force, count_for, end_acceptance, settle};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, cases, questions, users};

/// Deletes a reply softly; an acceptance of it ends.
pub fn delete(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ReplyId,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    // A thread that has replies is not deleted by its author, wherever its text stands.
    let may_delete = may_in(by, held.thread.audience, Verb::DeleteReply, held.author)
        && (!held.is_opening || may_in(by, held.thread.audience, Verb::DeleteThread, None));
    if !may_delete {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted {
        return Ok(Deed::Unchanged);
    }
    if held.thread.is_locked && !may_in(by, held.thread.audience, Verb::Lock, None) {
        return Ok(Deed::Locked);
    }
    hide(tx, &held, Some(by.id), now)?;
    log_if_others(tx, by, &held, Act::Delete, reason.as_str(), now)?;
    cases::deleted(tx, Piece::Reply(id), by, held.author, now)?;
    Ok(Deed::Done(()))
}

/// Takes a reply that is there off its thread's page and out of every count; nobody in particular does it when it is held for a
/// moderator.
pub(in crate::store) fn hide(
    tx: &mut Db,
    held: &HeldReply,
    by: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(replies::table.find(held.id))
        .set((
            replies::deleted_at.eq(Some(row_time(now))),
            replies::deleted_by_id.eq(by.map(UserId::get)),
        ))
        .execute(tx)?;
    note_of_answer(tx, held, |reply| What::Withdrawn { reply }, by, now)?;
    let accepted = acceptance_in_force(tx, held.thread.id)?;
    let was_accepted = accepted.is_some_and(|(_, reply)| reply == held.id);
    if was_accepted {
        end_acceptance(tx, held.thread.id, by, now)?;
    }
    count_existence(tx, held, -1)?;
    if was_accepted {
        count_for(tx, held.author, 0, 0, -1)?;
    }
    done(tx, held, now).map(drop)
}

/// Says who deleted a reply that was hidden already.
pub(in crate::store) fn settle_hidden(
    tx: &mut Db,
    held: &HeldReply,
    by: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(replies::table.find(held.id))
        .set(replies::deleted_by_id.eq(by.map(UserId::get)))
        .execute(tx)?;
    // What waited for a moderator can be brought back as long as what was there until now.
    if by.is_some() {
        diesel::update(replies::table.find(held.id))
            .set(replies::deleted_at.eq(Some(row_time(now))))
            .execute(tx)?;
    }
    Ok(())
}

/// Brings a deleted reply back, unless its author is removed: they come back with everything, or not at all.
pub fn undelete(tx: &mut Db, by: &User, sight: Sight, id: ReplyId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    if !may_in(by, held.thread.audience, Verb::Undelete, held.author) {
        return Ok(Deed::NotYours);
    }
    if !held.is_deleted {
        return Ok(Deed::Unchanged);
    }
    if held.is_erased {
        return Ok(Deed::Erased);
    }
    if let Some(author) = users::removed(tx, held.author)? {
        return Ok(Deed::AuthorRemoved(author));
    }
    show(tx, &held, by.id, now)?;
    log(tx, by, &held, Act::Undelete, "", now)?;
    cases::undeleted(tx, Piece::Reply(id), by, now)?;
    Ok(Deed::Done(()))
}

/// Puts a hidden reply back onto its thread's page and into every count.
pub(in crate::store) fn show(tx: &mut Db, held: &HeldReply, by: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(replies::table.find(held.id))
        .set((
            replies::deleted_at.eq(None::<NaiveDateTime>),
            replies::deleted_by_id.eq(None::<i64>),
        ))
        .execute(tx)?;
    note_of_answer(tx, held, |reply| What::Reinstated { reply }, Some(by), now)?;
    count_existence(tx, held, 1)?;
    done(tx, held, now).map(drop)
}

fn count_existence(tx: &mut Db, held: &HeldReply, more: i64) -> Result<(), StoreError> {
    diesel::update(threads::table.find(held.thread.id))
        .set(threads::reply_count.eq(threads::reply_count + more))
        .execute(tx)?;
    settle(tx, &held.thread)?;
    count_for(tx, held.author, 0, more, 0)
}

/// Notes what happened to an answer; the text of a merged question is none.
fn note_of_answer(
    tx: &mut Db,
    held: &HeldReply,
    what: impl FnOnce(ReplyId) -> What,
    by: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if held.is_opening {
        return Ok(());
    }
    questions::note(tx, &held.thread, what(ReplyId::stored(held.id)), by, now)
}
