//! Looks through what is here for what looks like advertising, by steps between which others write.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::ScanId;
use crate::domain::job::Job;
use crate::store::{jobs, scans};

/// How many steps are taken in one run; a run of its own goes on, so that other work has its turn.
const STEPS: usize = 50;

pub(super) fn run(workshop: &Workshop, scan: ScanId, now: DateTime<Utc>) -> Result<(), JobError> {
    for _ in 0..STEPS {
        // Read and judged outside the write, which is short.
        let Some(looked) = workshop.store.read_now(|db| scans::look(db, scan))? else {
            return Ok(());
        };
        workshop.store.write_now(|tx| scans::settle(tx, &looked, now))?;
    }
    let rest = Job::ScanPosts { scan };
    Ok(workshop.store.write_now(|tx| jobs::enqueue(tx, &rest, now))?)
}
