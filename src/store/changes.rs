//! The change log, and the followers that read it from a cursor of their own.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::native::NativeDsl;
use super::schema::{changes, followers};
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::ChangeId;

/// A row of the change log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// What changed; `None` for a noun of a newer program.
    pub noun: Option<Noun>,
    /// What happened to it.
    pub verb: Option<ChangeVerb>,
    position: Position,
}

/// Where a follower stands: rows of a transaction become visible together, so the transaction comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    transaction_id: i64,
    change_id: i64,
}

/// Writes down that something changed, in the transaction that changes it.
pub fn record(tx: &mut Db, noun: Noun, verb: ChangeVerb, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (name, id) = noun.parts();
    diesel::insert_into(changes::table)
        .values((
            changes::noun.eq(name),
            changes::noun_id.eq(id),
            changes::verb.eq(verb.as_str()),
            changes::recorded_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(())
}

/// The next changes after a position, oldest first.
///
/// On PostgreSQL rows become visible out of id order; only those of transactions older than every open one are read,
/// in the order of their transactions, so that none is ever stepped over.
pub fn after(db: &mut Db, position: Position, limit: i64) -> Result<Vec<Change>, StoreError> {
    let rows: Vec<(i64, String, i64, String, i64)> = changes::table
        .filter(sql::<Bool>(settled(db)))
        .filter(
            changes::transaction_id
                .gt(position.transaction_id)
                .or(changes::transaction_id
                    .eq(position.transaction_id)
                    .and(changes::id.gt(position.change_id))),
        )
        .order((changes::transaction_id, changes::id))
        .limit(limit)
        .select((
            changes::id,
            changes::noun,
            changes::noun_id,
            changes::verb,
            changes::transaction_id,
        ))
        .load(db)?;
    Ok(rows.into_iter().map(change).collect())
}

/// The position behind every change that can be read now.
pub fn end(db: &mut Db) -> Result<Position, StoreError> {
    let last: Option<(i64, i64)> = changes::table
        .filter(sql::<Bool>(settled(db)))
        .order((changes::transaction_id.desc(), changes::id.desc()))
        .select((changes::transaction_id, changes::id))
        .first(db)
        .optional()?;
    Ok(
        last.map_or(Position::default(), |(transaction_id, change_id)| Position {
            transaction_id,
            change_id,
        }),
    )
}

/// Where a follower stands; at the beginning when it was never heard of.
pub fn position(db: &mut Db, follower: &str) -> Result<Position, StoreError> {
    let row: Option<(i64, i64)> = followers::table
        .find(follower)
        .select((followers::transaction_id, followers::change_id))
        .first(db)
        .optional()?;
    Ok(row.map_or(Position::default(), |(transaction_id, change_id)| Position {
        transaction_id,
        change_id,
    }))
}

/// Moves a follower behind the last change that it has dealt with.
pub fn advance(tx: &mut Db, follower: &str, to: Position, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        followers::transaction_id.eq(to.transaction_id),
        followers::change_id.eq(to.change_id),
        followers::moved_at.eq(row_time(now)),
    );
    diesel::insert_into(followers::table)
        .values((followers::name.eq(follower), row))
        .on_conflict(followers::name)
        .do_update()
        .set(row)
        .native()
        .execute(tx)?;
    Ok(())
}

/// How long a change is kept; a follower that was away for longer starts from what is there.
const MEMORY: chrono::Duration = chrono::Duration::days(90);

/// Forgets changes that every follower has long read.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = changes::table.filter(changes::recorded_at.lt(row_time(now - MEMORY)));
    Ok(diesel::delete(old).execute(tx)?)
}

/// After a restore into another cluster: its transactions count anew, so the old rows stand before all of them.
pub fn forget_transactions(tx: &mut Db) -> Result<usize, StoreError> {
    diesel::update(followers::table)
        .set(followers::transaction_id.eq(0))
        .execute(tx)?;
    Ok(diesel::update(changes::table)
        .set(changes::transaction_id.eq(0))
        .execute(tx)?)
}

/// Whether a change's transaction is older than every open one; SQLite has one writer, so all that is visible is settled.
fn settled(db: &Db) -> &'static str {
    if db.is_postgres() {
        "transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    } else {
        "true"
    }
}

impl Change {
    /// The position behind this change.
    pub fn position(&self) -> Position {
        self.position
    }
}

fn change((id, noun, noun_id, verb, transaction_id): (i64, String, i64, String, i64)) -> Change {
    Change {
        id: ChangeId::stored(id),
        noun: Noun::from_parts(&noun, noun_id),
        verb: ChangeVerb::parse(&verb),
        position: Position {
            transaction_id,
            change_id: id,
        },
    }
}
