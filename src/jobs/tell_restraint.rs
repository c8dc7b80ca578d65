//! Tells somebody that they are warned, silenced or suspended and why, or that this was taken back.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::RestraintId;
use crate::letters::{self, Conduct};
use crate::store::{StoreError, restraints, settings, users};

pub(super) fn run(workshop: &Workshop, id: RestraintId, is_lifted: bool, now: DateTime<Utc>) -> Result<(), JobError> {
    let found = workshop.store.read_now(|db| match restraints::find(db, id) {
        Ok(restraint) => {
            let owner = users::letter_box(db, restraint.user)?;
            Ok(owner.map(|owner| (restraint, owner)))
        }
        // The account is closed.
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    })?;
    // What was taken back, or is over, before its letter goes need not be told as if it held.
    let Some((restraint, (email, name))) = found.filter(|(restraint, _)| is_lifted == restraint.ended_at.is_some())
    else {
        return Ok(());
    };
    if !is_lifted && !restraint.span.holds(now) {
        return Ok(());
    }
    let contact = workshop.store.read_now(settings::load)?.contact;
    workshop.post_to(restraint.user, now, |stationery| {
        let conduct = Conduct {
            kind: restraint.kind,
            reason: &restraint.reason,
            ends_at: restraint.span.ends_at,
            contact: contact.as_ref(),
        };
        match is_lifted {
            true => letters::restraint_lifted(stationery, email, &name, &conduct),
            false => letters::restrained(stationery, email, &name, &conduct),
        }
    })
}
