//! What people may do: roles, the staff, suspension. Each change is a row in the moderation log.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::{STAFF, role_of, second_factors, take_turn};
use crate::domain::body::Reason;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::UserId;
use crate::domain::moderation::{Act, Changed};
use crate::domain::restraint::{RestraintDraft, RestraintKind};
use crate::domain::role::Role;
use crate::store::moderations::Subject;
use crate::store::native::NativeDsl;
use crate::store::restraints::{Imposing, Restraining};
use crate::store::schema::{group_members, groups, users};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, changes, moderations, restraints};

/// How an administrator's act on a person ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Governing {
    /// It is done, and stands in the log.
    Done,
    /// It was so already.
    Unchanged,
    /// Nobody would be left to run the forum.
    LastAdmin,
}

impl From<Restraining> for Governing {
    fn from(restraining: Restraining) -> Self {
        match restraining {
            Restraining::Done => Self::Done,
            Restraining::LastAdmin => Self::LastAdmin,
            // An administrator may do it to everybody else, and themselves the page turns away.
            Restraining::Unchanged | Restraining::NotYours => Self::Unchanged,
        }
    }
}

/// Who acts on whom, when, and why.
#[derive(Debug, Clone)]
pub struct Governance {
    /// The administrator; `None` for the command line.
    pub admin: Option<UserId>,
    /// On whom.
    pub user: UserId,
    /// Why.
    pub reason: Reason,
    /// When.
    pub now: DateTime<Utc>,
}

/// A person whose account is not closed.
#[diesel::dsl::auto_type]
fn present(user: UserId) -> _ {
    let id: i64 = user.get();
    users::table.find(id).filter(users::closed_at.is_null())
}

/// Gives a person another role.
pub fn change_role(tx: &mut Db, by: &Governance, role: Role) -> Result<Governing, StoreError> {
    take_turn(tx)?;
    let before: String = present(by.user).select(users::role).first(tx)?;
    let before = role_of(&before)?;
    if before == role {
        return Ok(Governing::Unchanged);
    }
    if before == Role::Admin && is_last_admin(tx, by.user)? {
        return Ok(Governing::LastAdmin);
    }
    diesel::update(users::table.find(by.user.get()))
        .set(users::role.eq(role.as_str()))
        .execute(tx)?;
    done(tx, by, Act::ChangeRole, Changed::of(Some(before), Some(role)))
}

/// Puts a person into the staff, or out of it.
pub fn set_staff(tx: &mut Db, by: &Governance, is_staff: bool) -> Result<Governing, StoreError> {
    present(by.user).select(users::id).first::<i64>(tx)?;
    let group: i64 = groups::table
        .filter(groups::name.eq(STAFF))
        .select(groups::id)
        .first(tx)?;
    let count = if is_staff {
        diesel::insert_into(group_members::table)
            .values((
                group_members::group_id.eq(group),
                group_members::user_id.eq(by.user.get()),
                group_members::joined_at.eq(row_time(by.now)),
            ))
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?
    } else {
        diesel::delete(group_members::table.find((group, by.user.get()))).execute(tx)?
    };
    match count {
        0 => Ok(Governing::Unchanged),
        _ => done(tx, by, Act::ChangeStaff, Changed::of(Some(!is_staff), Some(is_staff))),
    }
}

/// Keeps a person from signing in without an end; their sessions end.
pub fn suspend(tx: &mut Db, by: &Governance) -> Result<Governing, StoreError> {
    present(by.user).select(users::id).first::<i64>(tx)?;
    let draft = RestraintDraft {
        kind: RestraintKind::Suspension,
        reason: by.reason.clone(),
        ends_at: None,
        about: None,
    };
    let imposing = Imposing {
        by: by.admin,
        user: by.user,
        draft: &draft,
        now: by.now,
    };
    let (outcome, _) = restraints::begin(tx, &imposing)?;
    Ok(outcome.into())
}

/// Lets a person sign in again.
pub fn unsuspend(tx: &mut Db, by: &Governance) -> Result<Governing, StoreError> {
    present(by.user).select(users::id).first::<i64>(tx)?;
    Ok(restraints::lift_newest(tx, by.admin, by.user, by.now)?.into())
}

/// Takes the second factor from a person who lost it; a letter tells them.
pub fn end_second_factor(tx: &mut Db, by: &Governance) -> Result<Governing, StoreError> {
    present(by.user).select(users::id).first::<i64>(tx)?;
    match second_factors::end(tx, by.user, by.now)? {
        true => done(tx, by, Act::EndSecondFactor, Changed::default()),
        false => Ok(Governing::Unchanged),
    }
}

/// Whether an administrator other than this person, if one is named, can sign in.
pub(super) fn has_able_admin(db: &mut Db, besides: Option<UserId>) -> Result<bool, StoreError> {
    // In the words of the index of those who have a role.
    let admins = users::table
        .filter(sql::<Bool>("users.role <> 'member'"))
        .filter(users::role.eq(Role::Admin.as_str()))
        .filter(users::id.ne(besides.map_or(0, UserId::get)))
        .filter(users::password_hash.is_not_null())
        .filter(users::suspended_at.is_null());
    Ok(diesel::select(exists(admins)).get_result(db)?)
}

/// Whether this is an administrator and no other one can sign in.
pub fn is_last_admin(tx: &mut Db, user: UserId) -> Result<bool, StoreError> {
    let role: String = users::table.find(user.get()).select(users::role).first(tx)?;
    Ok(role == Role::Admin.as_str() && !has_able_admin(tx, Some(user))?)
}

fn done(tx: &mut Db, by: &Governance, act: Act, changed: Changed) -> Result<Governing, StoreError> {
    let subject = Subject {
        user: Some(by.user),
        ..Subject::default()
    };
    moderations::record_change(tx, by.admin, act, (subject, &changed), by.reason.as_str(), by.now)?;
    changes::record(tx, Noun::User(by.user), ChangeVerb::Changed, by.now)?;
    Ok(Governing::Done)
}
