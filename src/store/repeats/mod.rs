//! Groups of threads that ask the same, what people decided about two of them, and how far a scan of all threads is.
//!
//! What belongs here: the rows. What does not: what is alike (`crate::repeats`).

mod around;
mod regrouping;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::changes::{self, Position};
use super::native::{NativeDsl, among};
use super::schema::{repeat_decisions, repeat_groups, repeat_members, repeat_scans, threads};
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::id::{RepeatGroupId, ThreadId, UserId};
use crate::domain::thread::ThreadKind;

pub use around::{Group, decisions_around, group_of_each, groups_up_to};
pub use regrouping::{Regrouped, Seen, leave, regroup};
pub(super) use regrouping::{take_turn, to_weigh, weigh_category};

/// The name of the follower that recognises repeats.
pub(super) const FOLLOWER: &str = "repeats";
/// How many members of groups are read at once.
const MOST_READ: i64 = 5_000;

/// A thread in its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The group.
    pub group: RepeatGroupId,
    /// The thread.
    pub thread: ThreadId,
    /// How like the others it is on average, in thousandths of a likeness.
    pub thousandths: i64,
}

/// What somebody decided about two threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The one with the smaller id.
    pub one: ThreadId,
    /// The other.
    pub other: ThreadId,
    /// Whether they ask the same.
    pub is_same: bool,
}

/// A question that asks the same as others of its group, by title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// Its group and itself.
    pub member: Member,
    /// Its title.
    pub title: String,
}

/// Which of these threads are questions that can be read, deleted ones left out.
pub fn questions_among(db: &mut Db, ids: &[ThreadId]) -> Result<Vec<ThreadId>, StoreError> {
    let found: Vec<i64> = threads::table
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(threads::kind.eq(ThreadKind::Question.as_str()))
        .filter(threads::deleted_at.is_null())
        .order(threads::id)
        .select(threads::id)
        .load(db)?;
    Ok(found.into_iter().map(ThreadId::stored).collect())
}

/// All members of the groups in which any of these threads are, in the order of groups and threads.
pub fn groups_of(db: &mut Db, ids: &[ThreadId]) -> Result<Vec<Member>, StoreError> {
    let groups: Vec<i64> = repeat_members::table
        .filter(among(repeat_members::thread_id, ids.iter().map(|id| id.get())))
        .select(repeat_members::group_id)
        .load(db)?;
    let rows: Vec<(i64, i64, i64)> = repeat_members::table
        .filter(among(repeat_members::group_id, groups))
        .order((repeat_members::group_id, repeat_members::thread_id))
        .limit(MOST_READ)
        .select(MEMBER)
        .load(db)?;
    Ok(rows.into_iter().map(member).collect())
}

type MemberColumns = (
    repeat_members::group_id,
    repeat_members::thread_id,
    repeat_members::thousandths,
);
const MEMBER: MemberColumns = (
    repeat_members::group_id,
    repeat_members::thread_id,
    repeat_members::thousandths,
);

fn member((group, thread, thousandths): (i64, i64, i64)) -> Member {
    Member {
        group: RepeatGroupId::stored(group),
        thread: ThreadId::stored(thread),
        thousandths,
    }
}

/// What was decided about any of these threads, in the order of time.
pub fn decisions_on(db: &mut Db, ids: &[ThreadId]) -> Result<Vec<Decision>, StoreError> {
    Ok(decided(decision_rows(db, ids)?))
}

fn decision_rows(db: &mut Db, ids: &[ThreadId]) -> Result<Vec<DecisionRow>, StoreError> {
    let numbers = || ids.iter().map(|id| id.get());
    let mut rows: Vec<DecisionRow> = repeat_decisions::table
        .filter(among(repeat_decisions::one_id, numbers()))
        .select(DECISION)
        .load(db)?;
    rows.extend(
        repeat_decisions::table
            .filter(among(repeat_decisions::other_id, numbers()))
            .select(DECISION)
            .load::<DecisionRow>(db)?,
    );
    Ok(rows)
}

type DecisionColumns = (
    repeat_decisions::one_id,
    repeat_decisions::other_id,
    repeat_decisions::is_same,
    repeat_decisions::decided_at,
);
const DECISION: DecisionColumns = (
    repeat_decisions::one_id,
    repeat_decisions::other_id,
    repeat_decisions::is_same,
    repeat_decisions::decided_at,
);
type DecisionRow = (i64, i64, bool, NaiveDateTime);

/// Decisions in the order of time, each once.
fn decided(mut rows: Vec<DecisionRow>) -> Vec<Decision> {
    rows.sort_by_key(|(one, other, _, at)| (*at, *one, *other));
    rows.dedup();
    let decision = |(one, other, is_same, _)| Decision {
        one: ThreadId::stored(one),
        other: ThreadId::stored(other),
        is_same,
    };
    rows.into_iter().map(decision).collect()
}

/// Writes down what somebody decided about two threads; a later decision takes the place of an earlier one.
pub fn decide(tx: &mut Db, decision: Decision, by: Option<UserId>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (one, other) = (
        decision.one.min(decision.other).get(),
        decision.one.max(decision.other).get(),
    );
    let said = (
        repeat_decisions::is_same.eq(decision.is_same),
        repeat_decisions::decided_by_id.eq(by.map(UserId::get)),
        repeat_decisions::decided_at.eq(row_time(now)),
    );
    diesel::insert_into(repeat_decisions::table)
        .values((
            repeat_decisions::one_id.eq(one),
            repeat_decisions::other_id.eq(other),
            said,
        ))
        .on_conflict((repeat_decisions::one_id, repeat_decisions::other_id))
        .do_update()
        .set(said)
        .native()
        .execute(tx)?;
    Ok(())
}

/// The next groups behind an id, with all their members.
pub fn next_groups(db: &mut Db, after: RepeatGroupId, size: i64) -> Result<Vec<Repeat>, StoreError> {
    let groups: Vec<i64> = repeat_groups::table
        .filter(repeat_groups::id.gt(after.get()))
        .order(repeat_groups::id)
        .limit(size)
        .select(repeat_groups::id)
        .load(db)?;
    let rows: Vec<((i64, i64, i64), String)> = repeat_members::table
        .inner_join(threads::table)
        .filter(among(repeat_members::group_id, groups))
        .filter(threads::deleted_at.is_null())
        .order((repeat_members::group_id, repeat_members::thread_id))
        .select((MEMBER, threads::title))
        .load(db)?;
    let repeat = |(row, title)| Repeat {
        member: member(row),
        title,
    };
    Ok(rows.into_iter().map(repeat).collect())
}

/// How far the recognising of repeats is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Where it stands in the change log.
    pub position: Position,
    /// While all threads are scanned: the last one that was.
    pub scanned_to: Option<ThreadId>,
    /// The embedding model by which threads are compared besides their words.
    pub model: Option<String>,
}

/// How far it is; `None` when it never began.
pub fn progress(db: &mut Db) -> Result<Option<Progress>, StoreError> {
    let scan: Option<(Option<i64>, Option<String>)> = repeat_scans::table
        .find(FOLLOWER)
        .select((repeat_scans::scanned_to, repeat_scans::model))
        .first(db)
        .optional()?;
    let position = changes::position(db, FOLLOWER)?;
    Ok(scan.map(|(scanned_to, model)| Progress {
        position,
        scanned_to: scanned_to.map(ThreadId::stored),
        model,
    }))
}

/// Begins a scan of all threads, from the first one, by their words and by a model's vectors, if there is one; what changes
/// from here on is followed behind it.
pub fn begin_scan(tx: &mut Db, model: Option<&str>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let anew = (
        repeat_scans::model.eq(model),
        repeat_scans::scanned_to.eq(Some(0)),
        repeat_scans::began_at.eq(row_time(now)),
        repeat_scans::ended_at.eq(None::<NaiveDateTime>),
    );
    diesel::insert_into(repeat_scans::table)
        .values((repeat_scans::follower.eq(FOLLOWER), anew))
        .on_conflict(repeat_scans::follower)
        .do_update()
        .set(anew)
        .native()
        .execute(tx)?;
    let end = changes::end(tx)?;
    changes::advance(tx, FOLLOWER, end, now)
}

/// The scan is behind this thread, or, with none, at its end; unless it stands elsewhere by now.
pub fn move_scan(tx: &mut Db, from: ThreadId, to: Option<ThreadId>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let ended_at = to.is_none().then(|| row_time(now));
    diesel::update(repeat_scans::table.find(FOLLOWER))
        .filter(repeat_scans::scanned_to.eq(from.get()))
        .set((
            repeat_scans::scanned_to.eq(to.map(ThreadId::get)),
            repeat_scans::ended_at.eq(ended_at),
        ))
        .execute(tx)?;
    Ok(())
}

/// What changed is dealt with up to here.
pub fn advance(tx: &mut Db, to: Position, now: DateTime<Utc>) -> Result<(), StoreError> {
    if changes::position(tx, FOLLOWER)? < to {
        changes::advance(tx, FOLLOWER, to, now)?;
    }
    Ok(())
}
