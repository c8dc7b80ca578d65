//! Deletes what has run out: sessions, secrets, sign-ups, forgotten failures, old form keys.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::store::{Db, StoreError, sessions, sign_ups, submissions, throttle, tokens};

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let store = &workshop.store;
    let sweeps: [fn(&mut Db, DateTime<Utc>) -> Result<usize, StoreError>; 5] = [
        sessions::sweep,
        tokens::sweep,
        sign_ups::sweep,
        throttle::sweep,
        submissions::sweep,
    ];
    for sweep in sweeps {
        store.write_now(|tx| sweep(tx, now))?;
    }
    Ok(())
}
