//! What came of each question in the few numbers that figures read, kept beside its outcome.

use diesel::prelude::*;

use super::outcomes::Kept;
use crate::domain::id::UserId;
use crate::domain::resolution::{Precision, When};
use crate::store::native::{among, each};
use crate::store::schema::question_figures;
use crate::store::{Db, StoreError};

/// How many rows one statement writes; each has twenty-two values.
const ROWS: usize = 1_000;

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = question_figures, treat_none_as_default_value = false)]
struct Row {
    thread_id: i64,
    category_id: i64,
    asker_id: Option<i64>,
    asked_second: i64,
    people: i64,
    answered_by: Option<&'static str>,
    answer_second: Option<i64>,
    answer_is_of_day: bool,
    answerer_id: Option<i64>,
    has_staff_answer: bool,
    staff_answer_second: Option<i64>,
    resolved_how: Option<&'static str>,
    resolution_second: Option<i64>,
    resolution_is_of_day: bool,
    accepted_author_id: Option<i64>,
    accepts_first_answer: Option<bool>,
    was_reopened: bool,
    removal_second: Option<i64>,
    is_open: bool,
    turn: &'static str,
    left_out: Option<&'static str>,
    is_strange: bool,
}

/// Puts the rows of these questions in the place of what they were.
pub(super) fn put(tx: &mut Db, kept: &[Kept]) -> Result<(), StoreError> {
    if kept.is_empty() {
        return Ok(());
    }
    let ids = kept.iter().map(|kept| kept.thread.get());
    diesel::delete(question_figures::table.filter(among(question_figures::thread_id, ids))).execute(tx)?;
    let rows: Vec<Row> = kept.iter().map(row_of).collect();
    for rows in rows.chunks(ROWS) {
        each!(tx => diesel::insert_into(question_figures::table).values(rows).execute(tx))?;
    }
    Ok(())
}

fn row_of(kept: &Kept) -> Row {
    let outcome = &kept.outcome;
    let (answer, staff, resolution) = (outcome.first_answer, outcome.first_staff_answer, outcome.resolution);
    let left_out = outcome.left_out();
    let second = |at: Option<When>| at.and_then(When::time).map(|at| at.timestamp());
    let is_of_day = |at: Option<When>| at.is_some_and(|at| at.precision() == Precision::Day);
    let answered_at = answer.map(|answer| answer.at);
    let resolved_at = resolution.map(|resolution| resolution.at);
    Row {
        thread_id: kept.thread.get(),
        category_id: kept.category.get(),
        asker_id: kept.asker.map(UserId::get),
        asked_second: outcome.asked_at.timestamp(),
        people: kept.me_too_count.max(0).saturating_add(1),
        answered_by: answer.map(|answer| answer.answerer.as_str()),
        answer_second: second(answered_at),
        answer_is_of_day: is_of_day(answered_at),
        answerer_id: answer.and_then(|answer| answer.author).map(UserId::get),
        has_staff_answer: staff.is_some(),
        staff_answer_second: second(staff.map(|answer| answer.at)),
        resolved_how: resolution.map(|resolution| resolution.how.as_str()),
        resolution_second: second(resolved_at),
        resolution_is_of_day: is_of_day(resolved_at),
        accepted_author_id: resolution.and_then(|resolution| resolution.author).map(UserId::get),
        accepts_first_answer: outcome.is_first_accepted(),
        was_reopened: outcome.reopened_count > 0,
        removal_second: second(outcome.removed.map(|removed| removed.at)),
        is_open: outcome.is_open && left_out.is_none(),
        turn: outcome.turn.whose.as_str(),
        left_out: left_out.map(|why| why.as_str()),
        is_strange: outcome.anomaly.is_some(),
    }
}
