//! What the worker of letters and the pages about them ask the store.

use chrono::{DateTime, Duration, Utc};
use tanya::domain::bounce::Bounce;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::{JobId, UserId};
use tanya::domain::job::Lane;
use tanya::store::{bounces, jobs};

use super::pages::{Ask, cursors, named};

/// A moment within what the filled forum holds.
fn now() -> DateTime<Utc> {
    "2025-01-05T00:00:00Z".parse().unwrap()
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    vec![
        named("worker looks for letters", move |db| {
            jobs::is_any_due_in(db, Lane::Letters, now())
        }),
        named("worker claims letters", move |db| {
            jobs::claim_in(db, Lane::Letters, "worker", 32, now())
        }),
        named("letters that wait", |db| {
            jobs::page_of_letters(db, false, cursors()[1], 50)
        }),
        named("letters that are dead", |db| {
            jobs::page_of_letters(db, true, cursors()[1], 50)
        }),
        named("dead letters are tried again", move |db| {
            jobs::retry_some(db, Lane::Letters, 500, now())
        }),
        named("dead letters of long ago are forgotten", move |db| {
            jobs::sweep_letters(db, now() - Duration::days(300))
        }),
        named("a dead letter is discarded", |db| {
            jobs::discard(db, JobId::stored(1)).or(Ok(false))
        }),
        named("a letter came back", move |db| {
            let address = EmailAddress::parse("p7@example.com").unwrap();
            bounces::note(db, &address, "letter-9", Bounce::Soft, "full", now())?;
            bounces::is_paused(db, &address, now())?;
            bounces::of_user(db, UserId::stored(7))?;
            bounces::all_paused(db, 50)?;
            bounces::lift(db, "p8@example.com")?;
            bounces::sweep(db, now())
        }),
        named("worker puts off", move |db| {
            jobs::postpone(db, JobId::stored(1), 1, "its turn", now())
        }),
        named("worker gives back", |db| jobs::release(db, &[(JobId::stored(1), 1)])),
    ]
}
