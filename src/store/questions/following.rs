//! How outcomes are kept up to date: at first for all questions in the order of their ids, then behind the change log.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::outcomes::reckon;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::ThreadId;
use crate::domain::question::DERIVATION;
use crate::domain::thread::ThreadKind;
use crate::store::changes;
use crate::store::native::NativeDsl;
use crate::store::schema::{question_fills, threads};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// The name of the follower that keeps outcomes.
const FOLLOWER: &str = "outcomes";
/// How many questions one transaction fills in.
const AT_ONCE: i64 = 200;
/// How many changes one transaction follows.
const CHANGES_AT_ONCE: i64 = 100;

/// Whether outcomes are behind what happened, or were derived by another rule.
pub fn is_behind(db: &mut Db) -> Result<bool, StoreError> {
    if progress(db)? != Some(None) {
        return Ok(true);
    }
    let position = changes::position(db, FOLLOWER)?;
    Ok(!changes::after(db, position, 1)?.is_empty())
}

/// Whether what came of all questions is known, as far as the change log was followed.
pub fn is_filled(db: &mut Db) -> Result<bool, StoreError> {
    Ok(progress(db)? == Some(None))
}

/// Does the next piece of work, and answers whether there may be more.
///
/// All nodes take turns, so that none writes what it derived from facts that are older than those of another node.
pub fn step(tx: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if tx.is_postgres() {
        diesel::sql_query("select pg_advisory_xact_lock(8417124)").execute(tx)?;
    }
    match progress(tx)? {
        None => begin(tx, now).map(|()| true),
        Some(Some(from)) => fill(tx, from, now).map(|()| true),
        Some(None) => follow(tx, now),
    }
}

/// How far outcomes are: up to which question they are filled in, `None` within for all; `None` when that is to begin.
fn progress(db: &mut Db) -> Result<Option<Option<i64>>, StoreError> {
    Ok(question_fills::table
        .find(FOLLOWER)
        .filter(question_fills::derivation.eq(DERIVATION))
        .select(question_fills::filled_to)
        .first(db)
        .optional()?)
}

/// Has all outcomes be derived anew; what changes from here on is followed behind that.
pub fn begin(tx: &mut Db, now: DateTime<Utc>) -> Result<(), StoreError> {
    let anew = (
        question_fills::derivation.eq(DERIVATION),
        question_fills::filled_to.eq(Some(0)),
        question_fills::began_at.eq(row_time(now)),
        question_fills::ended_at.eq(None::<NaiveDateTime>),
    );
    diesel::insert_into(question_fills::table)
        .values((question_fills::follower.eq(FOLLOWER), anew))
        .on_conflict(question_fills::follower)
        .do_update()
        .set(anew)
        .native()
        .execute(tx)?;
    let end = changes::end(tx)?;
    changes::advance(tx, FOLLOWER, end, now)
}

fn fill(tx: &mut Db, from: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let ids: Vec<i64> = threads::table
        .filter(threads::id.gt(from))
        .filter(threads::kind.eq(ThreadKind::Question.as_str()))
        .order(threads::id)
        .limit(AT_ONCE)
        .select(threads::id)
        .load(tx)?;
    let (to, ids) = (ids.last().copied(), ids.into_iter().map(ThreadId::stored).collect());
    reckon(tx, &ids, &BTreeSet::new(), now)?;
    let ended_at = to.is_none().then(|| row_time(now));
    diesel::update(question_fills::table.find(FOLLOWER))
        .set((question_fills::filled_to.eq(to), question_fills::ended_at.eq(ended_at)))
        .execute(tx)?;
    Ok(())
}

fn follow(tx: &mut Db, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let position = changes::position(tx, FOLLOWER)?;
    let news = changes::after(tx, position, CHANGES_AT_ONCE)?;
    let Some(last) = news.last() else { return Ok(false) };
    let threads = news.iter().filter_map(|change| match change.noun {
        Some(Noun::Thread(id)) => Some((id, change.verb == Some(ChangeVerb::Made))),
        _ => None,
    });
    let threads: BTreeSet<(ThreadId, bool)> = threads.collect();
    let ids = threads.iter().map(|(id, _)| *id).collect();
    // An import says so of each thread to which it brought something.
    let made = threads
        .iter()
        .filter(|(_, is_made)| *is_made)
        .map(|(id, _)| *id)
        .collect();
    reckon(tx, &ids, &made, now)?;
    changes::advance(tx, FOLLOWER, last.position(), now)?;
    Ok(true)
}
