//! Beginning a restraint, taking it back, and saying that a warning is read. Each act is a row of the log that names the restraint.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{Restraint, find, in_force, is_untold};
use crate::domain::account::User;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{RestraintId, UserId};
use crate::domain::job::Job;
use crate::domain::moderation::{Act, Changed};
use crate::domain::restraint::{RestraintDraft, RestraintKind, Span, may_restrain};
use crate::store::moderations::{self, Subject};
use crate::store::schema::{restraints, users};
use crate::store::time::row_time;
use crate::store::users::{profiles, removed, roles, suspension, take_turn};
use crate::store::{Db, StoreError, changes, jobs, sessions};

/// How an act on a person ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restraining {
    /// It is done, and stands in the log.
    Done,
    /// It was so already.
    Unchanged,
    /// Nobody would be left to run the forum.
    LastAdmin,
    /// This user may not do this to that person.
    NotYours,
}

/// Who does what to whom, and when.
pub(in crate::store) struct Imposing<'a> {
    /// Who; nobody in particular on the command line.
    pub(in crate::store) by: Option<UserId>,
    /// To whom.
    pub(in crate::store) user: UserId,
    /// What, and why.
    pub(in crate::store) draft: &'a RestraintDraft,
    /// When.
    pub(in crate::store) now: DateTime<Utc>,
}

/// Warns, silences or suspends a person.
pub fn impose(
    tx: &mut Db,
    by: &User,
    user: UserId,
    draft: &RestraintDraft,
    now: DateTime<Utc>,
) -> Result<Restraining, StoreError> {
    take_turn(tx)?;
    if !is_theirs(tx, by, user)? {
        return Ok(Restraining::NotYours);
    }
    let by = Some(by.id);
    begin(tx, &Imposing { by, user, draft, now }).map(|(outcome, _)| outcome)
}

/// Whether this user may act on that person, whose account must be there.
pub(in crate::store) fn is_theirs(tx: &mut Db, by: &User, user: UserId) -> Result<bool, StoreError> {
    let card = profiles::card(tx, user)?;
    if card.is_closed {
        return Err(StoreError::NotFound);
    }
    Ok(may_restrain(by, card.person()))
}

/// [`impose`] without asking who may; answers which it is.
pub(in crate::store) fn begin(
    tx: &mut Db,
    imposing: &Imposing<'_>,
) -> Result<(Restraining, Option<RestraintId>), StoreError> {
    let Imposing { by, user, draft, now } = *imposing;
    take_turn(tx)?;
    if draft.kind == RestraintKind::Suspension && roles::is_last_admin(tx, user)? {
        return Ok((Restraining::LastAdmin, None));
    }
    if holds_already(tx, user, draft.kind, now)? {
        return Ok((Restraining::Unchanged, None));
    }
    let restraint = put(tx, imposing)?;
    let changed = Changed::of(None::<i64>, Some(restraint.id));
    log(tx, by, user, draft.kind.act(), &changed, draft.reason.as_str(), now)?;
    Ok((Restraining::Done, Some(restraint.id)))
}

/// Writes a restraint down and lets it hold, without a row of the log: for an act that has one of its own.
pub(in crate::store) fn put(tx: &mut Db, imposing: &Imposing<'_>) -> Result<Restraint, StoreError> {
    let Imposing { by, user, draft, now } = *imposing;
    let (thread, reply, comment) = draft.about.map(|piece| piece.columns()).unwrap_or_default();
    let id: i64 = diesel::insert_into(restraints::table)
        .values((
            restraints::user_id.eq(user.get()),
            restraints::kind.eq(draft.kind.as_str()),
            restraints::reason.eq(draft.reason.as_str()),
            restraints::begun_at.eq(row_time(now)),
            restraints::begun_by_id.eq(by.map(UserId::get)),
            restraints::ends_at.eq(draft.ends_at.map(row_time)),
            restraints::thread_id.eq(thread),
            restraints::reply_id.eq(reply),
            restraints::comment_id.eq(comment),
        ))
        .returning(restraints::id)
        .get_result(tx)?;
    let restraint = find(tx, RestraintId::stored(id))?;
    take_effect(tx, &restraint)?;
    tell(tx, restraint.id, false, now)?;
    Ok(restraint)
}

fn holds_already(db: &mut Db, user: UserId, kind: RestraintKind, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if kind != RestraintKind::Suspension {
        return Ok(in_force(db, user, kind, now)?.is_some());
    }
    Ok(suspension(db, user)?.is_some_and(|span| span.holds(now)))
}

/// Suspends whoever is to be; nothing has to be written elsewhere for the rest.
fn take_effect(tx: &mut Db, restraint: &Restraint) -> Result<(), StoreError> {
    if restraint.kind != RestraintKind::Suspension {
        return Ok(());
    }
    set_suspension(tx, restraint.user, Some(restraint.span))?;
    sessions::end_others(tx, restraint.user, None)
}

fn set_suspension(tx: &mut Db, user: UserId, span: Option<Span>) -> Result<(), StoreError> {
    diesel::update(users::table.find(user.get()))
        .set((
            users::suspended_at.eq(span.map(|span| row_time(span.begun_at))),
            users::suspended_until.eq(span.and_then(|span| span.ends_at).map(row_time)),
        ))
        .execute(tx)?;
    Ok(())
}

/// Writes an act on a person into the log, and that they changed.
pub(in crate::store) fn log(
    tx: &mut Db,
    by: Option<UserId>,
    user: UserId,
    act: Act,
    changed: &Changed,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let subject = Subject {
        user: Some(user),
        ..Subject::default()
    };
    moderations::record_change(tx, by, act, (subject, changed), reason, now)?;
    changes::record(tx, Noun::User(user), ChangeVerb::Changed, now)
}

fn tell(tx: &mut Db, restraint: RestraintId, is_lifted: bool, now: DateTime<Utc>) -> Result<(), StoreError> {
    let letter = Job::TellRestraint { restraint, is_lifted };
    jobs::enqueue(tx, &letter, now)
}

/// Takes a restraint back.
pub fn lift(tx: &mut Db, by: &User, id: RestraintId, now: DateTime<Utc>) -> Result<Restraining, StoreError> {
    take_turn(tx)?;
    let restraint = find(tx, id)?;
    match is_theirs(tx, by, restraint.user)? {
        true => end(tx, Some(by.id), &restraint, now),
        false => Ok(Restraining::NotYours),
    }
}

/// Takes a restraint back, or lets one hold again that was taken back: what a row of the log undoes.
pub(in crate::store) fn undo(
    tx: &mut Db,
    by: &User,
    id: RestraintId,
    act: Act,
    now: DateTime<Utc>,
) -> Result<Restraining, StoreError> {
    take_turn(tx)?;
    let Some(restraint) = find(tx, id).map(Some).or_else(absent)? else {
        return Ok(Restraining::Unchanged);
    };
    if !is_theirs(tx, by, restraint.user)? {
        return Ok(Restraining::NotYours);
    }
    match act == restraint.kind.act() {
        true => end(tx, Some(by.id), &restraint, now),
        false => renew(tx, by, &restraint, now),
    }
}

fn absent<T>(error: StoreError) -> Result<Option<T>, StoreError> {
    match error {
        StoreError::NotFound => Ok(None),
        error => Err(error),
    }
}

/// The suspension of a person is over, whatever began it.
pub(in crate::store) fn lift_newest(
    tx: &mut Db,
    by: Option<UserId>,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Restraining, StoreError> {
    take_turn(tx)?;
    match in_force(tx, user, RestraintKind::Suspension, now)? {
        Some(restraint) => end(tx, by, &restraint, now),
        None if holds_already(tx, user, RestraintKind::Suspension, now)? && !is_removed(tx, user)? => {
            // One that came with an import has no row that says why.
            set_suspension(tx, user, None)?;
            log(tx, by, user, Act::Unsuspend, &Changed::default(), "", now)?;
            Ok(Restraining::Done)
        }
        None => Ok(Restraining::Unchanged),
    }
}

fn end(tx: &mut Db, by: Option<UserId>, restraint: &Restraint, now: DateTime<Utc>) -> Result<Restraining, StoreError> {
    let is_kept = restraint.kind == RestraintKind::Suspension && is_removed(tx, restraint.user)?;
    if restraint.ended_at.is_some() || !restraint.span.holds(now) || is_kept {
        return Ok(Restraining::Unchanged);
    }
    write_end(tx, by, restraint, now)?;
    let changed = Changed::of(Some(restraint.id), None::<i64>);
    log(tx, by, restraint.user, restraint.kind.lifting(), &changed, "", now)?;
    Ok(Restraining::Done)
}

/// Whoever was removed comes back with everything they wrote, or not at all.
fn is_removed(tx: &mut Db, user: UserId) -> Result<bool, StoreError> {
    Ok(removed(tx, Some(user))?.is_some())
}

/// Takes a restraint back without a row of the log: for an act that has one of its own.
pub(in crate::store) fn end_quietly(
    tx: &mut Db,
    by: UserId,
    id: RestraintId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let restraint = find(tx, id)?;
    match restraint.ended_at {
        None => write_end(tx, Some(by), &restraint, now),
        Some(_) => Ok(()),
    }
}

fn write_end(tx: &mut Db, by: Option<UserId>, restraint: &Restraint, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(restraints::table.find(restraint.id.get()))
        .set((
            restraints::ended_at.eq(Some(row_time(now))),
            restraints::ended_by_id.eq(by.map(UserId::get)),
        ))
        .execute(tx)?;
    if restraint.kind == RestraintKind::Suspension {
        set_suspension(tx, restraint.user, None)?;
    }
    tell(tx, restraint.id, true, now)
}

/// Lets a restraint hold again, until when it would have ended.
fn renew(tx: &mut Db, by: &User, restraint: &Restraint, now: DateTime<Utc>) -> Result<Restraining, StoreError> {
    let is_over = restraint.ended_at.is_none() || !restraint.span.holds(now);
    if is_over || holds_already(tx, restraint.user, restraint.kind, now)? {
        return Ok(Restraining::Unchanged);
    }
    if restraint.kind == RestraintKind::Suspension && roles::is_last_admin(tx, restraint.user)? {
        return Ok(Restraining::LastAdmin);
    }
    diesel::update(restraints::table.find(restraint.id.get()))
        .set((
            restraints::ended_at.eq(None::<NaiveDateTime>),
            restraints::ended_by_id.eq(None::<i64>),
            restraints::noticed_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    take_effect(tx, restraint)?;
    let changed = Changed::of(None::<i64>, Some(restraint.id));
    log(
        tx,
        Some(by.id),
        restraint.user,
        restraint.kind.act(),
        &changed,
        &restraint.reason,
        now,
    )?;
    tell(tx, restraint.id, false, now)?;
    Ok(Restraining::Done)
}

/// Somebody says that they have read a warning of theirs; absent when it is another's.
pub fn read(tx: &mut Db, user: UserId, id: RestraintId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let restraint = find(tx, id)?;
    if restraint.user != user || restraint.kind != RestraintKind::Warning {
        return Err(StoreError::NotFound);
    }
    let unread = restraints::table.find(id.get()).filter(restraints::read_at.is_null());
    diesel::update(unread)
        .set(restraints::read_at.eq(Some(row_time(now))))
        .execute(tx)?;
    notice(tx, user, id, now)
}

/// Somebody has read under the bell what was said to them; absent when it is another's.
pub fn notice(tx: &mut Db, user: UserId, id: RestraintId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let own = restraints::table
        .find(id.get())
        .filter(restraints::user_id.eq(user.get()));
    let count = diesel::update(own)
        .set(restraints::noticed_at.eq(Some(row_time(now))))
        .execute(tx)?;
    match count {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Somebody has read all that was said to them up to a moment.
pub fn notice_all(tx: &mut Db, user: UserId, until: DateTime<Utc>) -> Result<(), StoreError> {
    let until = row_time(until);
    let said = restraints::table
        .filter(restraints::user_id.eq(user.get()))
        .filter(restraints::begun_at.le(until))
        .filter(is_untold());
    diesel::update(said)
        .set(restraints::noticed_at.eq(Some(until)))
        .execute(tx)?;
    Ok(())
}
