//! Bringing a removed person back with everything that the removal took.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::doing::remove;
use super::{begin, find, hold};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::{RemovalId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::spam::Admission;
use crate::store::restraints::{self, Restraining, is_theirs, log};
use crate::store::schema::{removals, users};
use crate::store::time::row_time;
use crate::store::users::take_turn;
use crate::store::{Db, StoreError, doubts, spam_lessons};

/// Brings everything back that a removal took, and the person.
pub fn bring_back(tx: &mut Db, by: &User, id: RemovalId, now: DateTime<Utc>) -> Result<Restraining, StoreError> {
    take_turn(tx)?;
    let removal = hold(tx, id, now)?;
    let user = removal.user();
    if !is_theirs(tx, by, user)? {
        return Ok(Restraining::NotYours);
    }
    if removal.undone_at.is_some() {
        return Ok(Restraining::Unchanged);
    }
    diesel::update(removals::table.find(id.get()))
        .set((
            removals::undone_at.eq(Some(row_time(now))),
            removals::undone_by_id.eq(Some(by.id.get())),
        ))
        .execute(tx)?;
    diesel::update(users::table.find(user.get()))
        .set((
            users::removed_at.eq(None::<NaiveDateTime>),
            users::suspended_until.eq(removal.former_end),
        ))
        .execute(tx)?;
    if let Some(restraint) = removal.restraint() {
        restraints::end_quietly(tx, by.id, restraint, now)?;
    }
    doubts::reopen(tx, user, Admission::Removed)?;
    let changed = Changed::of(Some(id), None::<i64>);
    log(tx, Some(by.id), user, Act::BringBack, &changed, "", now)?;
    begin(tx, id, now)?;
    spam_lessons::forget_removal(tx, id)?;
    Ok(Restraining::Done)
}

/// Removes a person again whom a moderator brought back.
pub(in crate::store) fn remove_again(
    tx: &mut Db,
    by: &User,
    (user, id): (UserId, RemovalId),
    now: DateTime<Utc>,
) -> Result<Restraining, StoreError> {
    let reason = Reason::parse(&find(tx, id)?.reason).unwrap_or_default();
    remove(tx, by, user, &reason, now)
}
