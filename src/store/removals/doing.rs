//! Removing a spammer: they are suspended without end, out of sight, and everything that they wrote with them.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::begin;
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::{RemovalId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::restraint::{RestraintDraft, RestraintKind};
use crate::domain::spam::Admission;
use crate::store::restraints::{Imposing, Restraining, is_theirs, log, put};
use crate::store::schema::{removals, users};
use crate::store::time::row_time;
use crate::store::users::{removed, roles, suspension, take_turn};
use crate::store::{Db, StoreError, doubts, sessions, spam_lessons};

/// Removes a person whose account only advertises, with everything that they wrote: one act, which one act takes back.
pub fn remove(
    tx: &mut Db,
    by: &User,
    user: UserId,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Restraining, StoreError> {
    take_turn(tx)?;
    if !is_theirs(tx, by, user)? {
        return Ok(Restraining::NotYours);
    }
    if roles::is_last_admin(tx, user)? {
        return Ok(Restraining::LastAdmin);
    }
    if removed(tx, Some(user))?.is_some() {
        return Ok(Restraining::Unchanged);
    }
    let (restraint, former_end) = suspend(tx, by.id, user, reason, now)?;
    let id: i64 = diesel::insert_into(removals::table)
        .values((
            removals::user_id.eq(user.get()),
            removals::reason.eq(reason.as_str()),
            removals::removed_at.eq(row_time(now)),
            removals::removed_by_id.eq(Some(by.id.get())),
            removals::restraint_id.eq(restraint),
            removals::former_end.eq(former_end),
            removals::touched_at.eq(row_time(now)),
        ))
        .returning(removals::id)
        .get_result(tx)?;
    diesel::update(users::table.find(user.get()))
        .set((
            users::removed_at.eq(Some(row_time(now))),
            users::suspended_until.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    sessions::end_others(tx, user, None)?;
    doubts::settle(tx, by.id, user, Admission::Removed, now)?;
    let changed = Changed::of(None::<i64>, Some(id));
    log(tx, Some(by.id), user, Act::Remove, &changed, reason.as_str(), now)?;
    let written = spam_lessons::written_by(tx, user)?;
    begin(tx, RemovalId::stored(id), now)?;
    spam_lessons::of_removal(tx, RemovalId::stored(id), &written, now)?;
    Ok(Restraining::Done)
}

/// Suspends them, unless they are suspended: then when that would have ended is to be kept.
fn suspend(
    tx: &mut Db,
    by: UserId,
    user: UserId,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<(Option<i64>, Option<NaiveDateTime>), StoreError> {
    if let Some(span) = suspension(tx, user)?.filter(|span| span.holds(now)) {
        return Ok((None, span.ends_at.map(row_time)));
    }
    let draft = RestraintDraft {
        kind: RestraintKind::Suspension,
        reason: reason.clone(),
        ends_at: None,
        about: None,
    };
    let imposing = Imposing {
        by: Some(by),
        user,
        draft: &draft,
        now,
    };
    let restraint = put(tx, &imposing)?;
    Ok((Some(restraint.id.get()), None))
}
