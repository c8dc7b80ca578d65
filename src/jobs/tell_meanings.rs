//! Tells what threads mean, some at a time, then writes a new row for the rest.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::job::Job;
use crate::search::meanings::{Pace, Step};
use crate::store::{StoreError, jobs};

/// How long one job works: a server that stops waits for it.
const LONGEST: Duration = Duration::from_secs(5);
/// It rests for this share of the time that it worked, so that pages find the processors free.
const REST: f32 = 0.5;

/// A node without the model leaves the job to others: they ask for it again.
pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let Some(meanings) = &workshop.meanings else {
        return Ok(());
    };
    let begun = Instant::now();
    while begun.elapsed() < LONGEST {
        let step = Instant::now();
        match meanings.step(&workshop.store, Pace::Calm, now)? {
            Step::Idle => return Ok(()),
            Step::Moved(0) => {}
            Step::Moved(_) => std::thread::sleep(step.elapsed().mul_f32(REST)),
        }
    }
    let enqueue = workshop
        .store
        .write_now(|tx| jobs::enqueue(tx, &Job::TellMeanings, now));
    enqueue.map_err(|error: StoreError| error.into())
}
