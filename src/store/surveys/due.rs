//! Finding the askers who are due: a piece of the questions that were resolved lately, in that order.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::domain::asking_back::{AskingBack, Due};
use crate::domain::cursor::Cursor;
use crate::domain::id::{SurveyId, ThreadId};
use crate::domain::job::Job;
use crate::domain::question::How;
use crate::domain::resolution::Precision;
use crate::domain::thread::Standing;
use crate::store::native::among;
use crate::store::schema::{question_outcomes, reminders, surveys, threads};
use crate::store::time::{row_time, utc};
use crate::store::users as people;
use crate::store::{Db, StoreError, jobs};

/// How many questions one transaction looks at.
const AT_ONCE: i64 = 200;

/// A question that was resolved when an invitation would be due.
#[derive(Debug, Clone, Queryable)]
struct Candidate {
    thread: i64,
    asker: Option<i64>,
    resolved_at: Option<NaiveDateTime>,
    how: Option<String>,
    precision: Option<String>,
    is_undone: bool,
    is_away: bool,
}

/// Looks at the next questions behind a position, invites the askers of those that are due, and answers where to go on.
///
/// All nodes take turns, so that nobody is invited twice in their quiet time by two at once.
pub fn step(
    tx: &mut Db,
    rule: &AskingBack,
    after: Option<Cursor>,
    now: DateTime<Utc>,
) -> Result<Option<Cursor>, StoreError> {
    let Some(due) = rule.resolutions_due(now) else {
        return Ok(None);
    };
    if tx.is_postgres() {
        diesel::sql_query("select pg_advisory_xact_lock(8417125)").execute(tx)?;
    }
    let candidates = candidates(tx, due, after)?;
    let last = candidates
        .last()
        .and_then(|last| Some(Cursor::at(utc(last.resolved_at?), last.thread)));
    let is_full = i64::try_from(candidates.len()) == Ok(AT_ONCE);
    let drawn: Vec<(i64, i64)> = candidates.iter().filter_map(|one| one.drawn(rule)).collect();
    let mut asked = quiet(tx, &drawn, rule, now)?;
    for (thread, asker) in fit(tx, drawn)? {
        // Of two questions of one person the first is enough.
        if asked.insert(asker) {
            invite(tx, thread, asker, now)?;
        }
    }
    Ok(last.filter(|_| is_full))
}

fn candidates(db: &mut Db, due: Due, after: Option<Cursor>) -> Result<Vec<Candidate>, StoreError> {
    let start = after.and_then(Cursor::moment);
    let (start, id) = (
        start.unwrap_or(due.from).max(due.from),
        after.map_or(0, |after| after.id),
    );
    let resolved_at = question_outcomes::resolved_at.assume_not_null();
    let behind = resolved_at.gt(row_time(start)).or(question_outcomes::thread_id.gt(id));
    let is_away = question_outcomes::removal
        .is_not_null()
        .or(question_outcomes::merged_into_id.is_not_null());
    Ok(question_outcomes::table
        .filter(resolved_at.ge(row_time(start)))
        .filter(resolved_at.le(row_time(due.until)))
        .filter(behind)
        .order((question_outcomes::resolved_at, question_outcomes::thread_id))
        .limit(AT_ONCE)
        .select((
            question_outcomes::thread_id,
            question_outcomes::asker_id,
            question_outcomes::resolved_at,
            question_outcomes::resolved_how,
            question_outcomes::resolution_precision,
            question_outcomes::resolution_undone_at.is_not_null(),
            is_away,
        ))
        .load(db)?)
}

impl Candidate {
    /// The question and its asker, when somebody said here that it is resolved and the share includes it.
    fn drawn(&self, rule: &AskingBack) -> Option<(i64, i64)> {
        let how = self.how.as_deref().and_then(How::parse);
        let is_said = matches!(how, Some(How::Confirmed | How::Declared));
        let is_exact = self.precision.as_deref() == Some(Precision::Exact.as_str());
        let stands = !self.is_undone && !self.is_away;
        let is_drawn = is_said && is_exact && stands && rule.draws(ThreadId::stored(self.thread));
        Some((self.thread, self.asker?)).filter(|_| is_drawn)
    }
}

/// Whoever was invited or reminded lately.
fn quiet(
    db: &mut Db,
    drawn: &[(i64, i64)],
    rule: &AskingBack,
    now: DateTime<Utc>,
) -> Result<BTreeSet<i64>, StoreError> {
    if drawn.is_empty() {
        return Ok(BTreeSet::new());
    }
    let askers = || drawn.iter().map(|one| one.1);
    let since = row_time(rule.quiet_since(now));
    let invited: Vec<i64> = surveys::table
        .filter(among(surveys::user_id, askers()))
        .filter(surveys::invited_at.gt(since))
        .select(surveys::user_id)
        .load(db)?;
    let reminded: Vec<i64> = reminders::table
        .filter(among(reminders::asker_id, askers()))
        .filter(reminders::reminded_at.gt(since))
        .select(reminders::asker_id)
        .load(db)?;
    Ok(invited.into_iter().chain(reminded).collect())
}

/// Those that were never asked about, are still resolved, and have somebody to write to.
fn fit(db: &mut Db, drawn: Vec<(i64, i64)>) -> Result<Vec<(i64, i64)>, StoreError> {
    if drawn.is_empty() {
        return Ok(drawn);
    }
    let ids = || drawn.iter().map(|one| one.0);
    let resolved: Vec<i64> = threads::table
        .filter(among(threads::id, ids()))
        .filter(threads::standing.eq(Standing::Resolved.as_str()))
        .filter(threads::deleted_at.is_null())
        .select(threads::id)
        .load(db)?;
    let asked: Vec<i64> = surveys::table
        .filter(among(surveys::thread_id, ids()))
        .select(surveys::thread_id)
        .load(db)?;
    let (resolved, asked): (BTreeSet<i64>, BTreeSet<i64>) =
        (resolved.into_iter().collect(), asked.into_iter().collect());
    let reachable = people::reachable(db, drawn.iter().map(|one| one.1))?;
    let is_fit = |(thread, asker): &(i64, i64)| {
        resolved.contains(thread) && !asked.contains(thread) && reachable.contains(asker)
    };
    Ok(drawn.into_iter().filter(is_fit).collect())
}

/// Writes the row with the job of its letter.
fn invite(tx: &mut Db, thread: i64, asker: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let id: i64 = diesel::insert_into(surveys::table)
        .values((
            surveys::thread_id.eq(thread),
            surveys::user_id.eq(asker),
            surveys::invited_at.eq(row_time(now)),
        ))
        .returning(surveys::id)
        .get_result(tx)?;
    let survey = SurveyId::stored(id);
    jobs::enqueue(tx, &Job::InviteToSurvey { survey }, now)
}
