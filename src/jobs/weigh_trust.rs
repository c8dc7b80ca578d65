//! Weighs the trust of those who were here, or whose posts moderators had to take away, since it was weighed last.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::store::{settings, trust};

/// How often the next ones are taken in one run; whoever is left waits for the next hour.
const ROUNDS: usize = 100;

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let rules = workshop.store.read_now(settings::load)?.trust;
    for _ in 0..ROUNDS {
        // Read outside the write, which is short.
        let weighed = workshop.store.read_now(|db| trust::weigh_next(db, &rules, now))?;
        if weighed.is_empty() {
            break;
        }
        workshop.store.write_now(|tx| trust::settle(tx, &weighed, now))?;
    }
    Ok(())
}
