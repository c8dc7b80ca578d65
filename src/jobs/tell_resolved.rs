//! Tells somebody without an account that the question is resolved that they wait for; then their address is forgotten.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::AwaitingId;
use crate::domain::thread::Standing;
use crate::letters::{self, Awaited};
use crate::store::{StoreError, awaitings, settings};

pub(super) fn run(workshop: &Workshop, id: AwaitingId, now: DateTime<Utc>) -> Result<(), JobError> {
    // Whoever has no account reads nothing in a forum that is for members by now.
    let found = workshop
        .store
        .read_now::<_, StoreError>(|db| match settings::load(db)?.is_for_members {
            true => Ok(None),
            false => awaitings::find(db, id),
        })?;
    // What was undone meanwhile is told when it is resolved again.
    let is_told = |one: &awaitings::Awaiting| one.is_confirmed && one.standing == Standing::Resolved;
    let Some(awaiting) = found.filter(is_told) else {
        return Ok(());
    };
    let awaited = Awaited {
        id,
        thread: awaiting.thread,
        title: awaiting.title.clone(),
    };
    workshop.post_in(awaiting.language, now, |stationery| {
        letters::resolved(stationery, awaiting.email.clone(), &awaited)
    })?;
    Ok(workshop.store.write_now(|tx| awaitings::forget_told(tx, &awaiting))?)
}
