//! Sends the letter of an invitation; a second run sends another one, whose link is the one that works.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::InvitationId;
use crate::letters;
use crate::store::invitations;

pub(super) fn run(workshop: &Workshop, id: InvitationId, now: DateTime<Utc>) -> Result<(), JobError> {
    let invited = workshop.store.write_now(|tx| invitations::prepare(tx, id, now))?;
    let Some(invited) = invited else { return Ok(()) };
    workshop.post_in(None, now, |stationery| {
        letters::invitation(stationery, invited.to.clone(), &invited.by, &invited.token)
    })
}
