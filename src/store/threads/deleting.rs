//! Deleting a thread softly and bringing it back: by its author, by a moderator, or by nobody in particular while it waits for one.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::verbs::{count_existence, done, tell_originals};
use super::{Held, hold};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::Piece;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::{Removal, What};
use crate::domain::sight::Sight;
use crate::store::moderations::{log, log_if_others};
use crate::store::outcome::Deed;
use crate::store::schema::threads;
use crate::store::time::row_time;
use crate::store::{Db, StoreError, cases, changes, merges, questions, users};

/// Deletes a thread softly: its author while nobody has replied, moderators always.
pub fn delete(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    delete_as(tx, by, sight, id, (Removal::Other, reason), now)
}

/// [`delete`] by somebody who says what it is; whoever deletes their own need not.
pub fn delete_as(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    (why, reason): (Removal, &Reason),
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    let is_moderator = may_in(by, held.audience, Verb::DeleteThread, None);
    if !may_in(by, held.audience, Verb::DeleteThread, held.author) || (held.reply_count > 0 && !is_moderator) {
        return Ok(Deed::NotYours);
    }
    if held.is_deleted {
        return Ok(Deed::Unchanged);
    }
    let why = Removal::by(Some(by.id), held.author, why);
    hide(tx, &held, Some(by.id), why, now)?;
    log_if_others(tx, by, &held, Act::Delete, reason.as_str(), now)?;
    cases::deleted(tx, Piece::Thread(id), by, held.author, now)?;
    Ok(Deed::Done(()))
}

/// Takes a thread that is there out of every list and count; nobody in particular does it when it is held for a moderator.
pub(in crate::store) fn hide(
    tx: &mut Db,
    held: &Held,
    by: Option<UserId>,
    why: Removal,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(threads::table.find(held.id))
        .set((
            threads::deleted_at.eq(Some(row_time(now))),
            threads::deleted_by_id.eq(by.map(UserId::get)),
        ))
        .execute(tx)?;
    questions::note(tx, held, What::Deleted { why }, by, now)?;
    count_existence(tx, held, -1)?;
    changes::record(tx, Noun::Thread(ThreadId::stored(held.id)), ChangeVerb::Deleted, now)
}

/// Says who deleted a thread that was hidden already, and what it was.
pub(in crate::store) fn settle_hidden(
    tx: &mut Db,
    held: &Held,
    by: Option<UserId>,
    why: Removal,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(threads::table.find(held.id))
        .set(threads::deleted_by_id.eq(by.map(UserId::get)))
        .execute(tx)?;
    // What waited for a moderator can be brought back as long as what was there until now.
    if by.is_some() {
        diesel::update(threads::table.find(held.id))
            .set(threads::deleted_at.eq(Some(row_time(now))))
            .execute(tx)?;
    }
    questions::note(tx, held, What::Deleted { why }, by, now)?;
    changes::record(tx, Noun::Thread(ThreadId::stored(held.id)), ChangeVerb::Deleted, now)
}

/// Brings a deleted thread back, unless its author is removed: they come back with everything, or not at all.
pub fn undelete(tx: &mut Db, by: &User, sight: Sight, id: ThreadId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Undelete, held.author) {
        return Ok(Deed::NotYours);
    }
    // What was merged comes back when that is undone.
    if !held.is_deleted || merges::follow(tx, id)? != id {
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
    cases::undeleted(tx, Piece::Thread(id), by, now)?;
    Ok(Deed::Done(()))
}

/// Puts a hidden thread back into every list and count.
pub(in crate::store) fn show(tx: &mut Db, held: &Held, by: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let id = ThreadId::stored(held.id);
    diesel::update(threads::table.find(held.id))
        .set((
            threads::deleted_at.eq(None::<NaiveDateTime>),
            threads::deleted_by_id.eq(None::<i64>),
        ))
        .execute(tx)?;
    questions::note(tx, held, What::Restored, by, now)?;
    count_existence(tx, held, 1)?;
    tell_originals(tx, id, now)?;
    done(tx, id, now).map(drop)
}
