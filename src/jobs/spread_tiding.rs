//! Tells the people who want to hear of something when they are too many for the transaction of the fact: a batch in each
//! transaction, between which others write.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::{TidingId, UserId};
use crate::store::notifications;

pub(super) fn run(workshop: &Workshop, tiding: TidingId, after: UserId, now: DateTime<Utc>) -> Result<(), JobError> {
    let mut last = after;
    while let Some(next) = workshop
        .store
        .write_now(|tx| notifications::spread(tx, tiding, last, now))?
    {
        last = next;
    }
    Ok(())
}
