//! Deletes what has run out: suspensions, sessions, secrets, sign-ups and their proofs, forgotten failures, old form keys, old changes, old digests, subscribers
//! who stopped or never confirmed, visits to the ask form, searches and notifications of a year ago, messages that came in by mail
//! months ago and the bytes of those that were read, letters that were given up a month ago, uploads that stand in no text, what
//! was learnt of advertising half a year ago and the rarest words of it.
//! Threads that were to be on top until now are there no more, and what was deleted thirty days ago loses its text for good.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::store::users::second_factors;
use crate::store::{
    Db, StoreError, address_changes, ask_sessions, awaitings, bounces, changes, digests, erasing, incoming, jobs,
    known_browsers, notifications, proofs, restraints, searches, sessions, sign_ups, spam_lessons, submissions,
    subscribers, threads, throttle, tokens, uploads,
};

type Sweep = fn(&mut Db, DateTime<Utc>) -> Result<usize, StoreError>;

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let store = &workshop.store;
    let sweeps: [Sweep; 16] = [
        sessions::sweep,
        tokens::sweep,
        address_changes::sweep,
        second_factors::sweep,
        known_browsers::sweep,
        sign_ups::sweep,
        throttle::sweep,
        submissions::sweep,
        digests::sweep,
        subscribers::sweep,
        awaitings::sweep,
        ask_sessions::sweep,
        changes::sweep,
        bounces::sweep,
        restraints::sweep,
        proofs::sweep,
    ];
    for sweep in sweeps {
        store.write_now(|tx| sweep(tx, now))?;
    }
    // By batches, between which others write.
    while store.write_now(|tx| searches::sweep(tx, now))? > 0 {}
    while store.write_now(|tx| notifications::sweep(tx, now))? > 0 {}
    while store.write_now(|tx| incoming::sweep(tx, now))? > 0 {}
    while store.write_now(|tx| jobs::sweep_letters(tx, now))? > 0 {}
    while store.write_now(|tx| threads::unpin_due(tx, now))? > 0 {}
    while store.write_now(|tx| erasing::sweep(tx, now))? > 0 {}
    while store.write_now(|tx| uploads::sweep(tx, now))? > 0 {}
    while store.write_now(|tx| spam_lessons::sweep(tx, now))? > 0 {}
    Ok(())
}
