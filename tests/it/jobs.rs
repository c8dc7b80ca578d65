//! Later work: claimed by one worker, tried again with growing delays, dead in plain sight, and never lost.

use std::collections::BTreeSet;
use std::sync::Mutex;

use chrono::{DateTime, Duration, Utc};
use diesel::connection::SimpleConnection;
use tanya::domain::job::{Job, MOST_ATTEMPTS};
use tanya::store::jobs::{self, Claimed, JobRow};
use tanya::store::{Db, Store, StoreError};

use crate::support::{Database, TestApp, beginning, give_up};

fn write<T>(store: &Store, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
    store.write_now(work).unwrap()
}

fn claim(store: &Store, worker: &str, now: DateTime<Utc>) -> Option<Claimed> {
    write(store, |tx| jobs::claim(tx, worker, now))
}

fn rows(store: &Store, dead: bool) -> Vec<JobRow> {
    store
        .read_now::<_, StoreError>(|db| jobs::page(db, dead, None, 100))
        .unwrap()
        .items
}

fn with_jobs(count: usize) -> (Database, Store) {
    let database = Database::new();
    let store = database.store();
    write(&store, |tx| {
        (0..count).try_for_each(|_| jobs::enqueue(tx, &Job::Sweep, beginning()))
    });
    (database, store)
}

#[test]
fn no_two_workers_have_the_same_job() {
    let (_database, store) = with_jobs(60);
    let taken = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for worker in ["one", "two", "three", "four"] {
            let (store, taken) = (store.clone(), &taken);
            scope.spawn(move || {
                // A claim that lost a race comes back with nothing while there still is some: look again.
                while store
                    .read_now::<_, StoreError>(|db| jobs::is_any_due(db, beginning()))
                    .unwrap()
                {
                    taken
                        .lock()
                        .unwrap()
                        .extend(claim(&store, worker, beginning()).map(|claimed| claimed.id));
                }
            });
        }
    });
    let taken = taken.into_inner().unwrap();
    assert_eq!(taken.len(), 60);
    assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), 60);
}

#[test]
fn a_job_comes_when_its_time_has_come_and_the_oldest_first() {
    let (_database, store) = with_jobs(0);
    let at = |minutes| beginning() + Duration::minutes(minutes);
    for minutes in [20, 5, 10] {
        write(&store, |tx| jobs::enqueue(tx, &Job::Sweep, at(minutes)));
    }
    assert!(claim(&store, "one", at(4)).is_none());
    let order: Vec<_> = (0..3).map(|_| claim(&store, "one", at(20)).unwrap().id.get()).collect();
    assert_eq!(order, [2, 3, 1]);
    assert!(claim(&store, "one", at(20)).is_none());
}

#[test]
fn a_claim_runs_out_when_its_worker_does_not_come_back() {
    let (_database, store) = with_jobs(1);
    let first = claim(&store, "one", beginning()).unwrap();
    assert_eq!(first.attempt, 1);
    let soon = beginning() + Duration::minutes(2);
    assert!(claim(&store, "two", soon).is_none(), "two minutes are its own");
    let late = soon + Duration::seconds(1);
    let second = claim(&store, "two", late).unwrap();
    assert_eq!((second.id, second.attempt), (first.id, 2));
    // The first one comes back after all: it neither takes the job away nor gives it up.
    write(&store, |tx| jobs::finish(tx, first.id, first.attempt));
    write(&store, |tx| jobs::fail(tx, first.id, first.attempt, "late", late));
    assert!(rows(&store, false)[0].is_claimed, "the second still has it in hand");
    write(&store, |tx| jobs::finish(tx, second.id, second.attempt));
    assert_eq!(store.read_now::<_, StoreError>(jobs::counts).unwrap(), (0, 0));
}

#[test]
fn a_claim_that_is_renewed_holds_on() {
    let (_database, store) = with_jobs(1);
    let at = |seconds| beginning() + Duration::seconds(seconds);
    claim(&store, "one", at(0)).unwrap();
    write(&store, |tx| jobs::renew(tx, "one", at(90)));
    write(&store, |tx| jobs::renew(tx, "another", at(200)));
    assert!(claim(&store, "two", at(210)).is_none(), "renewed by its own worker");
    assert!(claim(&store, "two", at(211)).is_some(), "and not by another one");
    write(&store, |tx| jobs::renew(tx, "one", at(300)));
    assert!(claim(&store, "three", at(332)).is_some(), "the first has lost it");
}

#[test]
fn a_job_that_fails_waits_longer_each_time_and_is_dead_in_the_end() {
    let (_database, store) = with_jobs(1);
    let mut now = beginning();
    let mut delays = Vec::new();
    for attempt in 1..=MOST_ATTEMPTS {
        let claimed = claim(&store, "one", now).unwrap();
        assert_eq!(claimed.attempt, attempt);
        let is_dead = write(&store, |tx| {
            jobs::fail(tx, claimed.id, attempt, &format!("failure {attempt}"), now)
        });
        assert_eq!(is_dead, attempt == MOST_ATTEMPTS);
        if let [row] = &rows(&store, false)[..] {
            delays.push((row.run_at - now).num_seconds());
            assert_eq!(row.last_error.as_deref(), Some(&*format!("failure {attempt}")));
            assert!(!row.is_claimed);
            assert!(claim(&store, "one", row.run_at - Duration::seconds(1)).is_none());
            now = row.run_at;
        }
    }
    let expected = [
        30, 60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360, 21_600, 21_600, 21_600,
    ];
    assert_eq!(delays, expected);
    assert!(
        claim(&store, "one", now + Duration::days(365)).is_none(),
        "a dead job stays dead"
    );
    let dead = rows(&store, true);
    assert_eq!(
        (dead.len(), dead[0].dead_at, dead[0].attempt_count),
        (1, Some(now), MOST_ATTEMPTS)
    );
    assert_eq!(store.read_now::<_, StoreError>(jobs::counts).unwrap(), (0, 1));
}

#[test]
fn a_dead_job_gets_another_round_of_tries_when_somebody_says_so() {
    let (_database, store) = with_jobs(1);
    let claimed = claim(&store, "one", beginning()).unwrap();
    let id = claimed.id;
    assert!(
        !write(&store, |tx| jobs::retry(tx, id, beginning())),
        "only a dead one is tried again"
    );
    write(&store, |tx| jobs::fail(tx, id, claimed.attempt, "no", beginning()));
    write(&store, |tx| give_up(tx, "no", beginning() + Duration::hours(1)));
    let later = beginning() + Duration::hours(5);
    assert!(write(&store, |tx| jobs::retry(tx, id, later)));
    assert!(!write(&store, |tx| jobs::retry(tx, id, later)));
    let again = claim(&store, "one", later).unwrap();
    assert_eq!((again.id, again.attempt), (id, 1));
}

#[test]
fn a_job_stands_or_falls_with_the_fact_that_asks_for_it() {
    let (_database, store) = with_jobs(0);
    let failed = store.write_now(|tx| {
        jobs::enqueue(tx, &Job::Sweep, beginning())?;
        Err::<(), _>(StoreError::Conflict)
    });
    assert!(failed.is_err());
    assert_eq!(store.read_now::<_, StoreError>(jobs::counts).unwrap(), (0, 0));
}

#[test]
fn what_the_schedule_asks_for_waits_once() {
    let app = TestApp::spawn();
    for _ in 0..3 {
        app.pass(Duration::hours(2));
    }
    assert_eq!(app.read(jobs::counts), (4, 0));
    assert_eq!(app.work(), 4);
}

#[test]
fn a_job_of_a_newer_program_fails_in_plain_sight() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let at = "2026-01-01 00:00:00";
    let row = format!(
        "insert into jobs (kind, payload, created_at, run_at) values ('fly', '{{\"kind\":\"fly\"}}', '{at}', '{at}')"
    );
    app.write(|tx| Ok(tx.batch_execute(&row)?));
    for _ in 0..MOST_ATTEMPTS {
        assert_eq!(app.work(), 1);
        app.pass(Duration::hours(7));
        app.write(|tx| {
            Ok(tx.batch_execute(
                "delete from jobs where kind in ('sweep', 'count_helpers', 'weigh_trust', 'ask_back')",
            )?)
        });
    }
    assert_eq!(app.read(jobs::counts), (0, 1));
    let dead = rows(app.store(), true);
    assert!(
        dead[0]
            .last_error
            .as_deref()
            .is_some_and(|error| error.contains("does not know such a job")),
        "{dead:?}"
    );
    app.write(|tx| jobs::retry(tx, dead[0].id, app.now()));
    assert_eq!(app.work(), 1, "it is tried again, and waits again");
}

#[test]
fn a_job_that_is_done_twice_does_no_harm() {
    let app = TestApp::spawn();
    for _ in 0..2 {
        app.write(|tx| jobs::enqueue(tx, &Job::Sweep, app.now()));
    }
    assert_eq!(app.work(), 2);
}
