//! Taking back what was done to a person: a role, the staff, a warning, a silence, a suspension, a removal, letting in.

use super::former::Logged;
use super::undoing::{Scene, Undoing};
use crate::domain::body::Reason;
use crate::domain::id::{RemovalId, RestraintId, UserId};
use crate::domain::moderation::Act;
use crate::domain::role::{Role, Trust};
use crate::store::restraints::{self, Restraining};
use crate::store::users::roles::{self, Governance, Governing};
use crate::store::{Db, StoreError, doubts, removals, trust};

impl From<Restraining> for Undoing {
    fn from(restraining: Restraining) -> Self {
        match restraining {
            Restraining::Done => Self::Done,
            Restraining::NotYours => Self::NotYours,
            Restraining::Unchanged | Restraining::LastAdmin => Self::NotNow,
        }
    }
}

impl From<Governing> for Undoing {
    fn from(governing: Governing) -> Self {
        match governing {
            Governing::Done => Self::Done,
            Governing::Unchanged | Governing::LastAdmin => Self::NotNow,
        }
    }
}

/// Takes an act on a person back.
pub(super) fn undo(tx: &mut Db, scene: Scene<'_>, row: &Logged) -> Result<Undoing, StoreError> {
    let Some(user) = row.subject.user else {
        return Ok(Undoing::NotNow);
    };
    let by = Governance {
        admin: Some(scene.by.id),
        user,
        reason: Reason::default(),
        now: scene.now,
    };
    let was = row.was.as_deref().unwrap_or_default();
    Ok(match row.act {
        Act::ChangeRole => match Role::parse(was) {
            Some(role) => roles::change_role(tx, &by, role)?.into(),
            None => Undoing::NotNow,
        },
        Act::ChangeTrust => undo_of_trust(tx, scene, user, row)?,
        Act::ChangeStaff if !was.is_empty() => roles::set_staff(tx, &by, was == "true")?.into(),
        Act::LetIn => doubts::put_back(tx, scene.by, user, scene.now)?.into(),
        Act::Doubt => doubts::let_in(tx, scene.by, user, scene.now)?.into(),
        act if act.removes() => undo_of_removal(tx, scene, user, row)?.into(),
        act if act.restrains() => undo_of_restraint(tx, scene, user, row)?.into(),
        _ => Undoing::NotNow,
    })
}

fn undo_of_trust(
    tx: &mut Db,
    Scene { by, now, .. }: Scene<'_>,
    user: UserId,
    row: &Logged,
) -> Result<Undoing, StoreError> {
    let named = |name: &Option<String>| name.as_deref().and_then(Trust::parse);
    let (Some(was), Some(became)) = (named(&row.was), named(&row.became)) else {
        return Ok(Undoing::NotNow);
    };
    Ok(match trust::change(tx, Some(by.id), user, (became, was), now)? {
        true => Undoing::Done,
        false => Undoing::NotNow,
    })
}

/// The row names which removal it is.
fn undo_of_removal(
    tx: &mut Db,
    Scene { by, now, .. }: Scene<'_>,
    user: UserId,
    row: &Logged,
) -> Result<Restraining, StoreError> {
    match (row.became_number(), row.was_number()) {
        (Some(id), _) => removals::bring_back(tx, by, RemovalId::stored(id), now),
        (None, Some(id)) => removals::remove_again(tx, by, (user, RemovalId::stored(id)), now),
        (None, None) => Ok(Restraining::Unchanged),
    }
}

/// The row names which restraint it is; one of an earlier version did not, and began the suspension that is in force.
fn undo_of_restraint(
    tx: &mut Db,
    Scene { by, now, .. }: Scene<'_>,
    user: UserId,
    row: &Logged,
) -> Result<Restraining, StoreError> {
    match row.became_number().or(row.was_number()) {
        Some(id) => restraints::undo(tx, by, RestraintId::stored(id), row.act, now),
        None if row.act == Act::Suspend && by.role == Role::Admin => {
            restraints::lift_newest(tx, Some(by.id), user, now)
        }
        None => Ok(Restraining::Unchanged),
    }
}
