//! Asks the owner of an address whether they want to be told when a question is resolved.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::digest::CONFIRM_WITHIN;
use crate::domain::id::{AwaitingId, UserId};
use crate::domain::signed_link::{LinkPurpose, SignedLink};
use crate::letters;
use crate::store::awaitings;

pub(super) fn run(workshop: &Workshop, id: AwaitingId, now: DateTime<Utc>) -> Result<(), JobError> {
    let Some(awaiting) = workshop.store.read_now(|db| awaitings::find(db, id))? else {
        return Ok(());
    };
    let link = SignedLink {
        user: UserId::stored(id.get()),
        about: Vec::new(),
        expires_at: now + CONFIRM_WITHIN,
    };
    let signing = workshop.signing(now)?;
    let Some(way) = signing.way(&link, LinkPurpose::TellMe, &awaiting.email) else {
        return Ok(());
    };
    workshop.post_in(awaiting.language, now, |stationery| {
        letters::confirm_awaiting(stationery, awaiting.email, &awaiting.title, way)
    })
}
