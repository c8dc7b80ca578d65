//! The worker: claims rows, does what they ask, and puts back what failed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{JobError, Schedule, Workshop};
use crate::domain::job::MOST_ATTEMPTS;
use crate::store::jobs::{self, Claimed};
use crate::store::{Store, StoreError};

/// How many jobs are in hand at the same time.
const AT_ONCE: usize = 3;
/// How often a worker looks by itself; what this process writes makes it look at once.
const POLL: Duration = Duration::from_secs(1);
/// How often the claims of the jobs in hand are renewed; several times before they run out.
const RENEWAL: TimeDelta = TimeDelta::seconds(30);

/// Works until `stop` is cancelled, then finishes the jobs in hand.
pub async fn run(workshop: Arc<Workshop>, stop: CancellationToken) {
    let name = worker_name();
    let mut schedule = Schedule::with_meanings(workshop.meanings.clone());
    let mut in_hand = JoinSet::new();
    let mut renewed_at = workshop.clock.now();
    while !stop.is_cancelled() {
        schedule = tick(&workshop, schedule).await;
        renewed_at = renew(&workshop, &name, renewed_at, in_hand.len()).await;
        while in_hand.len() < AT_ONCE && !stop.is_cancelled() {
            let Some(claimed) = claim_next(&workshop, &name).await else {
                break;
            };
            let workshop = Arc::clone(&workshop);
            in_hand.spawn_blocking(move || finish(&workshop, claimed));
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = workshop.store.written(), if in_hand.len() < AT_ONCE => {}
            Some(_) = in_hand.join_next() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
    while !in_hand.is_empty() {
        renewed_at = renew(&workshop, &name, renewed_at, in_hand.len()).await;
        tokio::select! {
            _ = in_hand.join_next() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

/// Does the next job that is due; answers whether there was one.
pub fn work_once(workshop: &Workshop, now: DateTime<Utc>) -> Result<bool, StoreError> {
    match claim(&workshop.store, "once", now)? {
        Some(claimed) => do_and_settle(workshop, claimed, now).map(|()| true),
        None => Ok(false),
    }
}

/// Does jobs until none is due; answers how many there were. For tests.
pub fn until_none(workshop: &Workshop) -> Result<usize, StoreError> {
    let mut count = 0;
    while work_once(workshop, workshop.clock.now())? {
        count += 1;
    }
    Ok(count)
}

async fn tick(workshop: &Workshop, mut schedule: Schedule) -> Schedule {
    let (store, now) = (workshop.store.clone(), workshop.clock.now());
    let before = schedule.clone();
    let ticked = tokio::task::spawn_blocking(move || {
        if let Err(error) = schedule.tick(&store, now) {
            tracing::warn!(%error, "the schedule could not be kept; trying again");
        }
        schedule
    });
    ticked.await.unwrap_or(before)
}

/// Renews the claims of the jobs in hand when it is time; answers when that was done last.
async fn renew(workshop: &Workshop, name: &str, last: DateTime<Utc>, in_hand: usize) -> DateTime<Utc> {
    let (store, name, now) = (workshop.store.clone(), name.to_owned(), workshop.clock.now());
    if now - last < RENEWAL {
        return last;
    }
    if in_hand > 0 {
        let renewed = store
            .write::<_, StoreError>(move |tx| jobs::renew(tx, &name, now))
            .await;
        if let Err(error) = renewed {
            tracing::warn!(%error, "the claims of jobs could not be renewed; trying again");
            return last;
        }
    }
    now
}

async fn claim_next(workshop: &Workshop, name: &str) -> Option<Claimed> {
    let (store, name, now) = (workshop.store.clone(), name.to_owned(), workshop.clock.now());
    let claimed = tokio::task::spawn_blocking(move || claim(&store, &name, now)).await;
    match claimed {
        Ok(Ok(claimed)) => claimed,
        Ok(Err(error)) => {
            tracing::warn!(%error, "no job could be claimed; trying again");
            None
        }
        Err(error) => {
            tracing::error!(%error, "claiming a job broke off");
            None
        }
    }
}

/// Looks before it takes the right to write, which others want more often than there is a job.
fn claim(store: &Store, name: &str, now: DateTime<Utc>) -> Result<Option<Claimed>, StoreError> {
    if !store.read_now(|db| jobs::is_any_due(db, now))? {
        return Ok(None);
    }
    store.write_now(|tx| jobs::claim(tx, name, now))
}

fn finish(workshop: &Workshop, claimed: Claimed) {
    let id = claimed.id;
    if let Err(error) = do_and_settle(workshop, claimed, workshop.clock.now()) {
        tracing::error!(job = %id, %error, "a job's end could not be written down; it will run again");
    }
}

fn do_and_settle(workshop: &Workshop, claimed: Claimed, now: DateTime<Utc>) -> Result<(), StoreError> {
    let Claimed {
        id,
        job,
        attempt,
        made_at,
    } = claimed;
    let at_hand = workshop.with_in_hand(id, made_at);
    let kind = job.as_ref().map_or("unknown", |job| job.kind());
    let outcome = match &job {
        // Whoever had it before did not even come back to say why.
        Ok(_) if attempt > MOST_ATTEMPTS => Err(JobError::BrokeOff("its worker died each time".to_owned())),
        Ok(job) => catch_unwind(AssertUnwindSafe(|| at_hand.run(job, now)))
            .unwrap_or_else(|_| Err(JobError::BrokeOff("it panicked".to_owned()))),
        Err(error) => Err(JobError::Unknown(error.clone())),
    };
    workshop.store.write_now(|tx| match outcome {
        Ok(()) => jobs::finish(tx, id, attempt),
        Err(error) => {
            let is_dead = jobs::fail(tx, id, attempt, &error.to_string(), now)?;
            if is_dead {
                tracing::error!(job = %id, kind, attempt, %error, "a job is dead; the page of jobs offers to try it again");
            } else {
                tracing::warn!(job = %id, kind, attempt, %error, "a job failed and will be tried again");
            }
            Ok(())
        }
    })
}

/// A name that tells workers apart in the rows that they have claimed.
fn worker_name() -> String {
    format!("{}-{:08x}", std::process::id(), rand::random::<u32>())
}
