//! What happened to the readers' own questions, and what they were told without a letter: read for all of a batch together.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::domain::digest::{OwnQuestion, Window};
use crate::domain::id::UserId;
use crate::domain::thread::Standing;
use crate::store::native::among;
use crate::store::schema::{notifications, replies, threads};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// Of how long ago questions are looked at; older ones nobody expects an answer to.
const LOOK_BACK: Duration = Duration::days(366);
/// The most open questions of the readers of a batch: some hundreds of each in a year.
const MOST_QUESTIONS: i64 = 100_000;
/// The most answers to them.
const MOST_ANSWERS: i64 = 100_000;

/// The own open questions of a reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Those that nobody else has answered, by when they were asked.
    pub open: Vec<OwnQuestion>,
    /// Those that have answers, by the last of them.
    pub to_confirm: Vec<OwnQuestion>,
    /// In which threads they were told of something, but not by letter, and since when that waits.
    pub waiting: Vec<(i64, DateTime<Utc>)>,
}

/// The own open questions of these readers with what happened to them within a span of time.
pub fn own(db: &mut Db, readers: &[UserId], span: Window) -> Result<HashMap<UserId, Own>, StoreError> {
    let mut own: HashMap<UserId, Own> = HashMap::new();
    if readers.is_empty() {
        return Ok(own);
    }
    for (reader, thread, at) in waiting(db, readers, span)? {
        let of = own.entry(UserId::stored(reader)).or_default();
        of.waiting.push((thread, utc(at)));
    }
    let questions = open_questions(db, readers, span)?;
    let answered = questions.iter().filter(|row| row.3 == Standing::Answered.as_str());
    let answers = answers(db, answered.map(|row| row.0), span)?;
    let askers: HashMap<i64, i64> = questions.iter().map(|row| (row.0, row.1)).collect();
    let mut told: HashMap<i64, (DateTime<Utc>, i64)> = HashMap::new();
    for (thread, author, at) in answers {
        if author == askers.get(&thread).copied() {
            continue;
        }
        let (last, count) = told.entry(thread).or_insert((utc(at), 0));
        *last = utc(at).max(*last);
        *count += 1;
    }
    for (id, asker, asked_at, standing) in questions {
        let of = own.entry(UserId::stored(asker)).or_default();
        if let Some((at, answers)) = told.get(&id).copied() {
            of.to_confirm.push(OwnQuestion { at, id, answers });
        } else if standing == Standing::Unanswered.as_str() {
            of.open.push(OwnQuestion {
                at: utc(asked_at),
                id,
                answers: 0,
            });
        }
    }
    Ok(own)
}

/// What went beyond the letters of a day and is unread still.
fn waiting(db: &mut Db, readers: &[UserId], span: Window) -> Result<Vec<(i64, i64, NaiveDateTime)>, StoreError> {
    let deferred_at = notifications::deferred_at.assume_not_null();
    Ok(notifications::table
        .filter(among(notifications::user_id, readers.iter().map(|reader| reader.get())))
        .filter(notifications::deferred_at.is_not_null())
        .filter(notifications::read_at.is_null())
        .filter(deferred_at.ge(row_time(span.from)))
        .filter(deferred_at.lt(row_time(span.to)))
        .limit(MOST_ANSWERS)
        .select((notifications::user_id, notifications::thread_id, deferred_at))
        .load(db)?)
}

type QuestionTuple = (i64, i64, NaiveDateTime, String);

fn open_questions(db: &mut Db, readers: &[UserId], span: Window) -> Result<Vec<QuestionTuple>, StoreError> {
    let open = [Standing::Unanswered.as_str(), Standing::Answered.as_str()];
    Ok(threads::table
        .filter(among(
            threads::author_id.assume_not_null(),
            readers.iter().map(|reader| reader.get()),
        ))
        .filter(threads::created_at.ge(row_time(span.from - LOOK_BACK)))
        .filter(threads::created_at.lt(row_time(span.to)))
        .filter(threads::deleted_at.is_null())
        .filter(threads::standing.eq_any(open))
        .limit(MOST_QUESTIONS)
        .select((
            threads::id,
            threads::author_id.assume_not_null(),
            threads::created_at,
            threads::standing,
        ))
        .load(db)?)
}

type AnswerTuple = (i64, Option<i64>, NaiveDateTime);

fn answers(db: &mut Db, questions: impl Iterator<Item = i64>, span: Window) -> Result<Vec<AnswerTuple>, StoreError> {
    Ok(replies::table
        .filter(among(replies::thread_id, questions))
        .filter(replies::created_at.ge(row_time(span.from)))
        .filter(replies::created_at.lt(row_time(span.to)))
        .filter(replies::deleted_at.is_null())
        .filter(replies::opens_id.is_null())
        .limit(MOST_ANSWERS)
        .select((replies::thread_id, replies::author_id, replies::created_at))
        .load(db)?)
}
