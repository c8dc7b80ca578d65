//! Digests: one row for each window of a subscriber, written in the same transaction as the job of its letter.
//!
//! `due` finds who is due, `events` and `own` read what happened, `mod` writes rows and says what a letter tells. What stands in
//! whose digest is `domain::digest`'s to pick.
//!
//! **Nothing twice, nothing left out.** A subscriber's row says how far their windows have come (`covered_at`). A digest is written
//! only while that still is where its window begins, and moves it on in the same transaction; so of two runs at once, or of one that
//! was killed and begins again, one writes. An item belongs to a window by a moment of its own, which was taken before its
//! transaction committed: a window is therefore closed some time after its end (`SETTLES_AFTER`), and on PostgreSQL also not while
//! a transaction is open that began before then (`changes::settled_to`).
//!
//! **Empty digests** are rows like others, so that windows have no gap; no letter goes, and the next window begins behind them.

mod due;
mod events;
mod own;
mod telling;

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::schema::{digests, subscribers};
use super::time::row_time;
use super::{Db, StoreError, changes, jobs};
use crate::domain::digest::{Contents, Course, DigestState, SETTLES_AFTER, Window};
use crate::domain::id::{DigestId, SubscriberId};
use crate::domain::job::Job;

pub use due::{AT_ONCE, Due, as_due, batch, is_any_due};
pub use events::{events, figures};
pub use own::{Own, own};
pub use telling::{ArticleLine, Line, ProposalLine, ThreadLine, Told, note_sent, telling, told};

/// How long the row of a digest is kept.
const KEPT_FOR: Duration = Duration::days(90);

/// The moment before which all that happened can be read: a while before the oldest transaction that is still open, as its request
/// came before it began.
pub fn settled_to(db: &mut Db, now: DateTime<Utc>) -> Result<DateTime<Utc>, StoreError> {
    Ok(changes::settled_to(db, now)? - SETTLES_AFTER)
}

/// A digest that was composed, not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// Whose.
    pub subscriber: SubscriberId,
    /// What it covers.
    pub window: Window,
    /// What stands in it.
    pub contents: Contents,
    /// How far the subscriber's windows have come with it.
    pub course: Course,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// How many windows are closed now, empty ones included.
    pub windows: usize,
    /// How many letters go.
    pub letters: usize,
}

/// Writes digests with the jobs of their letters. One whose window was told meanwhile, or whose subscriber
/// stopped or chose another rhythm, is left out.
pub fn write(tx: &mut Db, composed: &[Composed], now: DateTime<Utc>) -> Result<Written, StoreError> {
    let mut written = Written::default();
    for one in composed {
        if !move_on(tx, one)? {
            continue;
        }
        written.windows += 1;
        if let Some(digest) = write_one(tx, one, now)? {
            jobs::enqueue(tx, &Job::SendDigest { digest }, now)?;
            written.letters += 1;
        }
    }
    Ok(written)
}

fn move_on(tx: &mut Db, one: &Composed) -> Result<bool, StoreError> {
    let still_there = subscribers::table
        .filter(subscribers::id.eq(one.subscriber.get()))
        .filter(subscribers::covered_at.eq(Some(row_time(one.window.from))))
        .filter(subscribers::due_at.le(Some(row_time(one.window.to))));
    let moved = diesel::update(still_there)
        .set((
            subscribers::covered_at.eq(Some(row_time(one.course.covered_to))),
            subscribers::due_at.eq(Some(row_time(one.course.due_at))),
        ))
        .execute(tx)?;
    Ok(moved == 1)
}

/// Writes the row; answers its id when there is something to tell.
fn write_one(tx: &mut Db, one: &Composed, now: DateTime<Utc>) -> Result<Option<DigestId>, StoreError> {
    let is_empty = one.contents.is_empty();
    let (state, items) = if is_empty {
        (DigestState::Empty, String::new())
    } else {
        let items = serde_json::to_string(&one.contents).map_err(|error| StoreError::Unexpected(error.to_string()))?;
        (DigestState::Composed, items)
    };
    let id: i64 = diesel::insert_into(digests::table)
        .values((
            digests::subscriber_id.eq(one.subscriber.get()),
            digests::began_at.eq(row_time(one.window.from)),
            digests::ended_at.eq(row_time(one.window.to)),
            digests::state.eq(state.as_str()),
            digests::composed_at.eq(row_time(now)),
            digests::items.eq(items),
        ))
        .returning(digests::id)
        .get_result(tx)?;
    Ok((!is_empty).then_some(DigestId::stored(id)))
}

/// Forgets digests of long ago; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(digests::table.filter(digests::composed_at.lt(row_time(now - KEPT_FOR)))).execute(tx)?)
}
