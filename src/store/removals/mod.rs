//! Removing a spammer with everything that they wrote, and bringing everything back.
//!
//! The act hides the person at once, and what they wrote in steps: the first in the transaction of the act, the rest by a job, which
//! reads from the row in which direction it goes. Every piece that was taken is a row, so that bringing back brings exactly those.

mod doing;
mod pieces;
mod undoing;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::schema::{removals, removed_pieces};
use super::time::{row_time, utc};
use super::{Db, StoreError, jobs};
use crate::domain::id::{RemovalId, RestraintId, UserId};
use crate::domain::job::Job;

pub use doing::remove;
pub use undoing::bring_back;
pub(super) use undoing::remove_again;

/// How many pieces are taken, or brought back, in one transaction.
pub const STEP: i64 = 50;

/// A removal, as its verbs see it.
#[derive(Debug, Clone, Queryable)]
struct RemovalRow {
    id: i64,
    user_id: i64,
    reason: String,
    removed_by_id: Option<i64>,
    undone_at: Option<NaiveDateTime>,
    undone_by_id: Option<i64>,
    restraint_id: Option<i64>,
    former_end: Option<NaiveDateTime>,
}

impl RemovalRow {
    fn user(&self) -> UserId {
        UserId::stored(self.user_id)
    }

    fn restraint(&self) -> Option<RestraintId> {
        self.restraint_id.map(RestraintId::stored)
    }
}

fn find(db: &mut Db, id: RemovalId) -> Result<RemovalRow, StoreError> {
    Ok(removals::table
        .find(id.get())
        .select((
            removals::id,
            removals::user_id,
            removals::reason,
            removals::removed_by_id,
            removals::undone_at,
            removals::undone_by_id,
            removals::restraint_id,
            removals::former_end,
        ))
        .first(db)?)
}

/// Holds the row of a removal for the rest of the transaction, so that its steps come one after the other.
fn hold(tx: &mut Db, id: RemovalId, now: DateTime<Utc>) -> Result<RemovalRow, StoreError> {
    diesel::update(removals::table.find(id.get()))
        .set(removals::touched_at.eq(row_time(now)))
        .execute(tx)?;
    find(tx, id)
}

/// Goes on with a removal, or with bringing back what it took; answers whether there may be more to do.
pub fn go_on(tx: &mut Db, id: RemovalId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let removal = match hold(tx, id, now) {
        Ok(removal) => removal,
        Err(StoreError::NotFound) => return Ok(false),
        Err(error) => return Err(error),
    };
    match removal.undone_at {
        None => pieces::take(tx, &removal, now),
        Some(_) => pieces::bring_back(tx, &removal, now),
    }
}

/// The first step, and a job for the rest if there may be more.
fn begin(tx: &mut Db, id: RemovalId, now: DateTime<Utc>) -> Result<(), StoreError> {
    if go_on(tx, id, now)? {
        jobs::enqueue(tx, &Job::GoOnRemoving { removal: id }, now)?;
    }
    Ok(())
}

/// Whom a removal removed.
pub fn person(db: &mut Db, id: RemovalId) -> Result<UserId, StoreError> {
    Ok(find(db, id)?.user())
}

/// A removal that is in force, as moderators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Its number.
    pub id: RemovalId,
    /// Whose act it was.
    pub by: Author,
    /// When.
    pub removed_at: DateTime<Utc>,
    /// How many pieces of writing it took so far.
    pub piece_count: i64,
}

/// The removal of a person that is in force.
pub fn in_force(db: &mut Db, user: UserId) -> Result<Option<Removed>, StoreError> {
    let row: Option<(i64, Option<i64>, NaiveDateTime)> = removals::table
        .filter(removals::user_id.eq(user.get()))
        .filter(removals::undone_at.is_null())
        .order(removals::id.desc())
        .select((removals::id, removals::removed_by_id, removals::removed_at))
        .first(db)
        .optional()?;
    let Some((id, by, removed_at)) = row else {
        return Ok(None);
    };
    let piece_count = removed_pieces::table
        .filter(removed_pieces::removal_id.eq(id))
        .count()
        .get_result(db)?;
    Ok(Some(Removed {
        id: RemovalId::stored(id),
        by: Authors::load(db, [by])?.of(by, None),
        removed_at: utc(removed_at),
        piece_count,
    }))
}
