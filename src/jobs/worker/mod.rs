//! The worker: claims rows, does what they ask, and puts back what failed.

mod hands;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::{JobError, Schedule, Workshop};
use crate::domain::job::{Job, MOST_ATTEMPTS};
use crate::store::jobs::{self, Claimed};
use crate::store::{Store, StoreError};
use hands::AllHands;

/// How often a worker looks by itself; what this process writes makes it look at once.
const POLL: Duration = Duration::from_secs(1);
/// How long letters in hand may take at the end: a mail server may keep one for ten minutes. One that is left goes again when its
/// claim has run out, with the id that it had.
const FAREWELL: Duration = Duration::from_secs(20);
/// How often the claims of the jobs in hand are renewed; several times before they run out.
const RENEWAL: TimeDelta = TimeDelta::seconds(30);

/// Works until `stop` is cancelled, then finishes the jobs in hand; for letters it waits a while at most.
pub async fn run(workshop: Arc<Workshop>, stop: CancellationToken) {
    let name = worker_name();
    let mut schedule = Schedule::with_meanings(workshop.meanings.clone());
    let mut hands = AllHands::new();
    let mut renewed_at = workshop.clock.now();
    let mut ticked_at = None;
    while !stop.is_cancelled() {
        // Each letter that is done wakes the worker, but not the clock.
        if ticked_at.is_none_or(|at: Instant| at.elapsed() >= POLL) {
            schedule = tick(&workshop, schedule).await;
            ticked_at = Some(Instant::now());
        }
        renewed_at = renew(&workshop, &name, renewed_at, hands.count()).await;
        hands.take_up(&workshop, &name, &stop).await;
        tokio::select! {
            () = stop.cancelled() => {}
            () = workshop.store.written(), if hands.is_any_free() => {}
            () = hands.one_done() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
    hands.give_back(&workshop).await;
    let stopped_at = Instant::now();
    while hands.count() > 0 {
        if hands.are_all_letters() && stopped_at.elapsed() >= FAREWELL {
            let count = hands.count();
            tracing::warn!(count, "the mail server still has letters in hand, which go again later");
            return;
        }
        renewed_at = renew(&workshop, &name, renewed_at, hands.count()).await;
        tokio::select! {
            () = hands.one_done() => {}
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
    let at_hand = workshop.with_in_hand(claimed.id, claimed.made_at);
    let most = claimed.job.as_ref().map_or(MOST_ATTEMPTS, Job::most_attempts);
    let outcome = match &claimed.job {
        // Whoever had it before did not even come back to say why.
        Ok(_) if claimed.attempt > most => Err(JobError::BrokeOff("its worker died each time".to_owned())),
        Ok(job) => catch_unwind(AssertUnwindSafe(|| at_hand.run(job, now)))
            .unwrap_or_else(|_| Err(JobError::BrokeOff("it panicked".to_owned()))),
        Err(error) => Err(JobError::Unknown(error.clone())),
    };
    match outcome {
        Ok(()) => workshop
            .store
            .write_now(|tx| jobs::finish(tx, claimed.id, claimed.attempt)),
        Err(error) => settle_failed(workshop, &claimed, most, &error, now),
    }
}

/// What failed comes again later, when there is hope; what was not even tried is only put off.
fn settle_failed(
    workshop: &Workshop,
    claimed: &Claimed,
    most: i64,
    error: &JobError,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Claimed { id, attempt, .. } = *claimed;
    if let Some(until) = error.not_before() {
        let why = error.to_string();
        return workshop
            .store
            .write_now(|tx| jobs::postpone(tx, id, attempt, &why, until));
    }
    let most = if error.is_final() { attempt } else { most };
    let kind = claimed.job.as_ref().map_or("unknown", Job::kind);
    let is_dead = workshop
        .store
        .write_now::<_, StoreError>(|tx| jobs::fail_after(tx, id, attempt, most, &error.to_string(), now))?;
    if is_dead {
        tracing::error!(job = %id, kind, attempt, %error, "a job is dead; the page of jobs offers to try it again");
    } else {
        tracing::warn!(job = %id, kind, attempt, %error, "a job failed and will be tried again");
    }
    Ok(())
}

/// A name that tells workers apart in the rows that they have claimed.
fn worker_name() -> String {
    format!("{}-{:08x}", std::process::id(), rand::random::<u32>())
}
