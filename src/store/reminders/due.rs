//! Finding the askers who are due: a piece of the questions that nothing settled yet, in the order of their first answers.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::domain::asking_back::{AskingBack, Due};
use crate::domain::cursor::Cursor;
use crate::domain::id::ThreadId;
use crate::domain::job::Job;
use crate::domain::question::{Answerer, Party};
use crate::domain::resolution::Precision;
use crate::domain::thread::Standing;
use crate::store::native::{NativeDsl, among};
use crate::store::schema::{origins, question_outcomes, reminders, replies, threads};
use crate::store::time::{row_time, utc};
use crate::store::users as people;
use crate::store::{Db, StoreError, jobs};

/// How many questions one transaction looks at.
const AT_ONCE: i64 = 200;

/// A question whose first answer came when a reminder would be due.
#[derive(Debug, Clone, Queryable)]
struct Candidate {
    thread: i64,
    asker: Option<i64>,
    asked_at: NaiveDateTime,
    answered_at: Option<NaiveDateTime>,
    answer: Option<i64>,
    answered_by: Option<String>,
    precision: Option<String>,
    turn: String,
}

/// Looks at the next questions behind a position, reminds the askers of those that are due, and answers where to go on.
pub fn step(
    tx: &mut Db,
    rule: &AskingBack,
    after: Option<Cursor>,
    now: DateTime<Utc>,
) -> Result<Option<Cursor>, StoreError> {
    let Some(due) = rule.answers_due(now) else {
        return Ok(None);
    };
    let candidates = candidates(tx, due, after)?;
    let last = candidates
        .last()
        .and_then(|last| Some(Cursor::at(utc(last.answered_at?), last.thread)));
    let is_full = i64::try_from(candidates.len()) == Ok(AT_ONCE);
    let waiting: Vec<(i64, i64, i64)> = candidates.iter().filter_map(|one| one.waiting(now)).collect();
    for (thread, asker, answer) in fit(tx, waiting)? {
        remind(tx, thread, asker, answer, now)?;
    }
    Ok(last.filter(|_| is_full))
}

fn candidates(db: &mut Db, due: Due, after: Option<Cursor>) -> Result<Vec<Candidate>, StoreError> {
    let start = after.and_then(Cursor::moment);
    let (start, id) = (
        start.unwrap_or(due.from).max(due.from),
        after.map_or(0, |after| after.id),
    );
    let answered_at = question_outcomes::answered_at.assume_not_null();
    let behind = answered_at.gt(row_time(start)).or(question_outcomes::thread_id.gt(id));
    Ok(question_outcomes::table
        .filter(question_outcomes::resolved_how.is_null())
        .filter(question_outcomes::close_reason.is_null())
        .filter(question_outcomes::removal.is_null())
        .filter(question_outcomes::merged_into_id.is_null())
        .filter(answered_at.ge(row_time(start)))
        .filter(answered_at.le(row_time(due.until)))
        .filter(behind)
        .order((question_outcomes::answered_at, question_outcomes::thread_id))
        .limit(AT_ONCE)
        .select((
            question_outcomes::thread_id,
            question_outcomes::asker_id,
            question_outcomes::asked_at,
            question_outcomes::answered_at,
            question_outcomes::answer_id,
            question_outcomes::answered_by,
            question_outcomes::answer_precision,
            question_outcomes::turn,
        ))
        .load(db)?)
}

impl Candidate {
    /// The question, its asker and its answer, when the asker is the one to speak.
    fn waiting(&self, now: DateTime<Utc>) -> Option<(i64, i64, i64)> {
        let is_exact = self.precision.as_deref() == Some(Precision::Exact.as_str());
        let is_of_another = self.answered_by.as_deref() != Some(Answerer::Asker.as_str());
        let is_turn = self.turn == Party::Asker.as_str();
        let is_young = utc(self.asked_at) >= AskingBack::asked_since(now);
        let is_waiting = is_exact && is_of_another && is_turn && is_young;
        Some((self.thread, self.asker?, self.answer?)).filter(|_| is_waiting)
    }
}

/// Those of which no other row says that there is nothing to ask, or nobody to ask it.
fn fit(db: &mut Db, waiting: Vec<(i64, i64, i64)>) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    if waiting.is_empty() {
        return Ok(waiting);
    }
    let ids: Vec<i64> = waiting.iter().map(|one| one.0).collect();
    let open = open_among(db, &ids)?;
    let asked_before = asked_before(db, &ids)?;
    let brought = brought(db, &ids)?;
    let spoken = spoken(db, &ids)?;
    let reachable = people::reachable(db, waiting.iter().map(|one| one.1))?;
    let is_fit = |(thread, asker, _): &(i64, i64, i64)| {
        let is_asked = asked_before.contains(thread) || brought.contains(thread) || spoken.contains(thread);
        open.contains(thread) && reachable.contains(asker) && !is_asked
    };
    Ok(waiting.into_iter().filter(is_fit).collect())
}

/// The threads that wait for a word now, whatever outcomes say that may be late.
fn open_among(db: &mut Db, ids: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let open: Vec<i64> = threads::table
        .filter(among(threads::id, ids.iter().copied()))
        .filter(threads::standing.eq(Standing::Answered.as_str()))
        .filter(threads::deleted_at.is_null())
        .filter(threads::locked_at.is_null())
        .select(threads::id)
        .load(db)?;
    Ok(open.into_iter().collect())
}

fn asked_before(db: &mut Db, ids: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let asked: Vec<i64> = reminders::table
        .filter(among(reminders::thread_id, ids.iter().copied()))
        .select(reminders::thread_id)
        .load(db)?;
    Ok(asked.into_iter().collect())
}

/// The questions that came in from another forum: their askers never asked here.
fn brought(db: &mut Db, ids: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let brought: Vec<i64> = origins::table
        .filter(origins::noun.eq("thread"))
        .filter(among(origins::noun_id, ids.iter().copied()))
        .select(origins::noun_id)
        .load(db)?;
    Ok(brought.into_iter().collect())
}

/// The questions whose askers have replied since the first answer.
fn spoken(db: &mut Db, ids: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let spoken: Vec<i64> = replies::table
        .inner_join(question_outcomes::table.on(question_outcomes::thread_id.eq(replies::thread_id)))
        .filter(among(replies::thread_id, ids.iter().copied()))
        .filter(replies::author_id.eq(question_outcomes::asker_id))
        .filter(replies::created_at.nullable().gt(question_outcomes::answered_at))
        .filter(replies::deleted_at.is_null())
        .select(replies::thread_id)
        .load(db)?;
    Ok(spoken.into_iter().collect())
}

/// Writes the row with the job of its letter; of two nodes at once one does.
fn remind(tx: &mut Db, thread: i64, asker: i64, answer: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        reminders::thread_id.eq(thread),
        reminders::asker_id.eq(asker),
        reminders::answer_id.eq(answer),
        reminders::reminded_at.eq(row_time(now)),
    );
    let is_new = diesel::insert_into(reminders::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?
        == 1;
    if is_new {
        let thread = ThreadId::stored(thread);
        jobs::enqueue(tx, &Job::RemindAsker { thread }, now)?;
    }
    Ok(())
}
