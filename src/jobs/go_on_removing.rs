//! Goes on removing what a spammer wrote, or bringing it back, by steps between which others write.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::RemovalId;
use crate::store::removals;

pub(super) fn run(workshop: &Workshop, removal: RemovalId, now: DateTime<Utc>) -> Result<(), JobError> {
    while workshop.store.write_now(|tx| removals::go_on(tx, removal, now))? {}
    Ok(())
}
