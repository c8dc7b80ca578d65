//! Decides which letters about threads go: those that have waited long enough, as many as somebody may get in a day.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::store::{notifications, settings};

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let most = workshop.store.read_now(settings::load)?.letters_a_day;
    // By batches, between which others write.
    while workshop
        .store
        .write_now(|tx| notifications::post_letters(tx, most, now))?
    {}
    Ok(())
}
