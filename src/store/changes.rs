//! The change log, and the followers that read it from a cursor of their own.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Timestamp};
use serde::{Deserialize, Serialize};

use super::native::NativeDsl;
use super::schema::{changes, followers};
use super::time::{row_time, utc};
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
    /// When.
    pub recorded_at: DateTime<Utc>,
    position: Position,
}

/// Where a follower stands: rows of a transaction become visible together, so the transaction comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    transaction_id: i64,
    change_id: i64,
}

impl Position {
    /// The last change before it.
    pub fn change(self) -> i64 {
        self.change_id
    }
}

/// What a follower of this process learns at one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// Changes that were never told before, in the order in which every follower hears them.
    pub settled: Vec<Change>,
    /// Changes that are in force but stand beside a transaction that is still open; they are told again, in order, later.
    pub early: Vec<Change>,
    /// The position behind what is settled.
    pub position: Position,
    /// Every change of a transaction up to this one is in force and was told.
    pub up_to: i64,
    /// Whether this is all there is to tell.
    pub is_all: bool,
}

/// What one write transaction of this process changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its changes, or more.
    pub changes: Vec<Change>,
    /// Whether these are all of them.
    pub is_all: bool,
    /// The transaction, as the change log counts: on SQLite, whose writers stand in line, its last change.
    pub transaction: i64,
}

/// The most changes that are told at once.
const MOST_TOLD: i64 = 1_000;

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
    let found: Vec<Row> = rows()
        .filter(sql::<Bool>(settled(db)))
        // As one range of the index; two conditions with an OR would read the log from its beginning at each look.
        .filter(
            sql::<Bool>("(changes.transaction_id, changes.id) > (")
                .bind::<BigInt, _>(position.transaction_id)
                .sql(", ")
                .bind::<BigInt, _>(position.change_id)
                .sql(")"),
        )
        .order((changes::transaction_id, changes::id))
        .limit(limit)
        .load(db)?;
    Ok(found.into_iter().map(change).collect())
}

/// What is new to a follower that keeps no order of its own, such as one that only forgets what it knew.
///
/// On PostgreSQL this tells a change as soon as it is in force, also while older transactions are open.
pub fn news(db: &mut Db, from: Position) -> Result<News, StoreError> {
    let settled = after(db, from, MOST_TOLD)?;
    let position = settled.last().map_or(from, Change::position);
    let (early, up_to) = match oldest_open(db)? {
        Some(open) => (since(db, open)?, open - 1),
        None => (Vec::new(), position.change_id),
    };
    let is_all = [settled.len(), early.len()]
        .iter()
        .all(|count| *count < MOST_TOLD as usize);
    Ok(News {
        settled,
        early,
        position,
        up_to,
        is_all,
    })
}

/// What the write transaction in hand has changed, before it is committed; `last` is the last change that was known
/// before it began, which only SQLite needs.
pub fn written(tx: &mut Db, last: i64) -> Result<Option<Written>, StoreError> {
    let query = rows().limit(MOST_TOLD);
    let (found, transaction) = if tx.is_postgres() {
        let Some(transaction) = own_transaction(tx)? else {
            return Ok(None);
        };
        let own = query.filter(changes::transaction_id.eq(transaction));
        (own.load::<Row>(tx)?, transaction)
    } else {
        let own: Vec<Row> = query.filter(changes::id.gt(last)).order(changes::id).load(tx)?;
        let transaction = own.last().map_or(last, |row| row.0);
        (own, transaction)
    };
    let changes: Vec<Change> = found.into_iter().map(change).collect();
    Ok(Some(Written {
        is_all: changes.len() < MOST_TOLD as usize,
        changes,
        transaction,
    }))
}

/// The last transaction that changed something, as [`Written::transaction`] counts; 0 when there is none.
pub fn last_transaction(db: &mut Db) -> Result<i64, StoreError> {
    let last: Option<i64> = if db.is_postgres() {
        let transaction = diesel::dsl::max(changes::transaction_id);
        changes::table.select(transaction).first(db)?
    } else {
        changes::table.select(diesel::dsl::max(changes::id)).first(db)?
    };
    Ok(last.unwrap_or_default())
}

/// Whether a noun changed in a later transaction than this one.
pub fn has_later(db: &mut Db, noun: Noun, than: i64) -> Result<bool, StoreError> {
    let (name, id) = noun.parts();
    let of_noun = changes::noun.eq(name).and(changes::noun_id.eq(id));
    let found = if db.is_postgres() {
        let later = changes::table.filter(changes::transaction_id.gt(than).and(of_noun));
        diesel::select(diesel::dsl::exists(later)).get_result(db)?
    } else {
        let later = changes::table.filter(changes::id.gt(than).and(of_noun));
        diesel::select(diesel::dsl::exists(later)).get_result(db)?
    };
    Ok(found)
}

/// The oldest transaction that is still open, or the next one to begin; `None` on SQLite, where all that is seen is settled.
fn oldest_open(db: &mut Db) -> Result<Option<i64>, StoreError> {
    if !db.is_postgres() {
        return Ok(None);
    }
    let oldest = sql::<BigInt>("pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
    Ok(Some(diesel::select(oldest).get_result(db)?))
}

/// The moment before which all that was written here is in force, as far as transactions tell: now, or when the oldest of those began
/// that have written and are still open. One that has written nothing yet is not seen: whoever needs to be sure of that waits as
/// long as a request may take. Transactions of another role of the server are not seen either; all nodes have one.
pub fn settled_to(db: &mut Db, now: DateTime<Utc>) -> Result<DateTime<Utc>, StoreError> {
    if !db.is_postgres() {
        return Ok(now);
    }
    let oldest = sql::<Nullable<Timestamp>>(
        "(select min(xact_start at time zone 'UTC') from pg_stat_activity \
         where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid())",
    );
    let oldest: Option<NaiveDateTime> = diesel::select(oldest).get_result(db)?;
    Ok(oldest.map_or(now, |oldest| utc(oldest).min(now)))
}

fn own_transaction(tx: &mut Db) -> Result<Option<i64>, StoreError> {
    let own = sql::<Nullable<BigInt>>("pg_current_xact_id_if_assigned()::text::bigint");
    Ok(diesel::select(own).get_result(tx)?)
}

/// The changes in force of a transaction and all later ones.
fn since(db: &mut Db, transaction: i64) -> Result<Vec<Change>, StoreError> {
    let found: Vec<Row> = rows()
        .filter(changes::transaction_id.ge(transaction))
        .order((changes::transaction_id, changes::id))
        .limit(MOST_TOLD)
        .load(db)?;
    Ok(found.into_iter().map(change).collect())
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
    Ok(position_if_any(db, follower)?.unwrap_or_default())
}

/// Where a follower stands; `None` for one that has not begun.
pub fn position_if_any(db: &mut Db, follower: &str) -> Result<Option<Position>, StoreError> {
    let row: Option<(i64, i64)> = followers::table
        .find(follower)
        .select((followers::transaction_id, followers::change_id))
        .first(db)
        .optional()?;
    Ok(row.map(|(transaction_id, change_id)| Position {
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

type Row = (i64, String, i64, String, i64, NaiveDateTime);

#[diesel::dsl::auto_type]
fn rows() -> _ {
    changes::table.select((
        changes::id,
        changes::noun,
        changes::noun_id,
        changes::verb,
        changes::transaction_id,
        changes::recorded_at,
    ))
}

fn change((id, noun, noun_id, verb, transaction_id, recorded_at): Row) -> Change {
    Change {
        id: ChangeId::stored(id),
        noun: Noun::from_parts(&noun, noun_id),
        verb: ChangeVerb::parse(&verb),
        recorded_at: utc(recorded_at),
        position: Position {
            transaction_id,
            change_id: id,
        },
    }
}
