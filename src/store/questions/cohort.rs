//! The questions that a report is about, as figures read them: a few numbers of each, many at a time.

use chrono::{DateTime, Utc};
use diesel::connection::DefaultLoadingMode;
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use crate::domain::id::{ThreadId, UserId};
use crate::domain::question::{Answerer, How, LeftOut};
use crate::domain::report::{Period, Selection};
use crate::domain::sight::Sight;
use crate::store::db::MultiBackend;
use crate::store::schema::{group_members, question_fields, question_figures, tags, thread_tags};
use crate::store::threads::hidden_categories;
use crate::store::{Db, StoreError};

/// How many questions are read at a time: PostgreSQL hands over the rows of a query all at once.
const AT_ONCE: i64 = 20_000;
/// Into how many pieces a period of more questions than that is cut, so that of two readers neither waits for long for the other.
const PIECES: i64 = 32;

/// A question of a cohort. Times are in whole seconds of the Unix clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The question.
    pub thread: ThreadId,
    /// When it was asked.
    pub asked: i64,
    /// How many people have the problem: the asker and whoever said so.
    pub people: u32,
    /// The first answer.
    pub answer: Option<FirstAnswer>,
    /// When the first answer of the staff came, if it did at a time that is known.
    pub staff_answered: Option<i64>,
    /// Whether somebody of the staff answered, also at a time that is not known.
    pub has_staff_answer: bool,
    /// How it was resolved.
    pub resolution: Option<Resolved>,
    /// Whether it was settled and then was so no longer.
    pub was_reopened: bool,
    /// When it was deleted, if it was.
    pub removed: Option<i64>,
}

/// The first answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstAnswer {
    /// When it came; `None` when that is not known.
    pub at: Option<i64>,
    /// Whether only the day of it is known, of which `at` is the end.
    pub is_of_day: bool,
    /// Who wrote it, if they have an account.
    pub author: Option<UserId>,
    /// What they were to the question then.
    pub answerer: Answerer,
}

/// How a question was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// When; `None` when that is not known.
    pub at: Option<i64>,
    /// Whether only the day of it is known, of which `at` is the end.
    pub is_of_day: bool,
    /// How.
    pub how: How,
    /// Who wrote the answer that was accepted, if one was, and they have an account.
    pub author: Option<UserId>,
    /// Whether that was the first answer; `None` when none was accepted.
    pub is_first_answer: Option<bool>,
}

/// A query for figures, which a report narrows.
pub(super) type Figures<'a> = question_figures::BoxedQuery<'a, MultiBackend>;

/// The questions that a selection is about, whenever they were asked, but for those in these hidden categories.
pub(super) fn selected(hidden: &[i64], selection: &Selection) -> Figures<'static> {
    // What is hidden is left out: of a list of what is seen each would have its own order of time, and all of them be sorted.
    let mut query = question_figures::table
        .filter(question_figures::category_id.ne_all(hidden.to_vec()))
        .into_boxed();
    if let Some(category) = selection.category {
        query = query.filter(question_figures::category_id.eq(category.get()));
    }
    if let Some(tag) = &selection.tag {
        let tagged = thread_tags::table
            .inner_join(tags::table)
            .filter(thread_tags::thread_id.eq(question_figures::thread_id))
            .filter(tags::name.eq(tag.as_str().to_owned()));
        query = query.filter(exists(tagged));
    }
    if let Some(field) = &selection.field {
        let said = question_fields::table
            .filter(question_fields::thread_id.eq(question_figures::thread_id))
            .filter(question_fields::label.eq(field.label.clone()))
            .filter(question_fields::answer.eq(field.answer.clone()));
        query = query.filter(exists(said));
    }
    if let Some(group) = selection.askers {
        let member = group_members::table
            .filter(group_members::user_id.nullable().eq(question_figures::asker_id))
            .filter(group_members::group_id.eq(group.get()));
        query = query.filter(exists(member));
    }
    query
}

/// Those of them that were asked in the period.
fn of_period(hidden: &[i64], selection: &Selection) -> Figures<'static> {
    selected(hidden, selection)
        .filter(question_figures::asked_second.ge(selection.period.from.timestamp()))
        .filter(question_figures::asked_second.lt(selection.period.until.timestamp()))
}

/// A period in pieces, the earliest first, that several readers can read at the same time; one piece where that is soon read.
pub fn pieces(db: &mut Db, period: Period) -> Result<Vec<Period>, StoreError> {
    let asked = || {
        question_figures::table
            .filter(question_figures::asked_second.ge(period.from.timestamp()))
            .filter(question_figures::asked_second.lt(period.until.timestamp()))
            .select(question_figures::asked_second)
    };
    let many = asked().order(question_figures::asked_second.asc()).offset(AT_ONCE);
    let Some(begin) = many.first::<i64>(db).optional()? else {
        return Ok(vec![period]);
    };
    let newest = asked().order(question_figures::asked_second.desc());
    let end: i64 = newest.first(db)?;
    let length = (end - begin) / (PIECES - 1) + 1;
    let cuts = (0..PIECES - 1).filter_map(|piece| DateTime::from_timestamp(begin + piece * length, 0));
    let cuts = cuts.filter(|cut| period.from < *cut && *cut < period.until);
    let ends: Vec<DateTime<Utc>> = cuts.chain([period.until]).collect();
    let begins = std::iter::once(period.from).chain(ends.iter().copied());
    Ok(begins
        .zip(&ends)
        .map(|(from, until)| Period { from, until: *until })
        .collect())
}

/// Hands over each question that figures count, in the order in which they were asked.
pub fn each_counted(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    mut take: impl FnMut(Counted),
) -> Result<(), StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let mut after = None;
    loop {
        let rows = next_unhidden(db, &hidden, selection, after, AT_ONCE)?;
        after = rows.last().map(|row| (row.asked, row.thread));
        rows.iter().copied().for_each(&mut take);
        if i64::try_from(rows.len()).unwrap_or(0) < AT_ONCE {
            return Ok(());
        }
    }
}

/// The next questions that figures count, in the order in which they were asked.
pub fn next_counted(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    after: Option<(i64, ThreadId)>,
    most: i64,
) -> Result<Vec<Counted>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    next_unhidden(db, &hidden, selection, after, most)
}

fn next_unhidden(
    db: &mut Db,
    hidden: &[i64],
    selection: &Selection,
    after: Option<(i64, ThreadId)>,
    most: i64,
) -> Result<Vec<Counted>, StoreError> {
    let mut query = of_period(hidden, selection).filter(question_figures::left_out.is_null());
    if let Some((asked, thread)) = after {
        let later = question_figures::asked_second.gt(asked);
        let same = question_figures::asked_second.eq(asked);
        query = query
            .filter(question_figures::asked_second.ge(asked))
            .filter(later.or(same.and(question_figures::thread_id.gt(thread.get()))));
    }
    let rows = query
        .order((question_figures::asked_second, question_figures::thread_id))
        .limit(most)
        .select(columns())
        .load_iter::<Row, DefaultLoadingMode>(db)?;
    // Room for all at once: a report reads a million of them.
    let mut found = Vec::with_capacity(usize::try_from(most.min(AT_ONCE)).unwrap_or(0));
    for row in rows {
        let row = row?;
        let thread = row.0.0;
        let strange = || StoreError::Unexpected(format!("figures of thread {thread}"));
        found.push(counted(row).ok_or_else(strange)?);
    }
    Ok(found)
}

type Row = (
    (i64, i64, i64),
    (Option<String>, Option<i64>, bool, Option<i64>),
    (bool, Option<i64>),
    (Option<String>, Option<i64>, bool, Option<i64>, Option<bool>),
    (bool, Option<i64>),
);

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        (
            question_figures::thread_id,
            question_figures::asked_second,
            question_figures::people,
        ),
        (
            question_figures::answered_by,
            question_figures::answer_second,
            question_figures::answer_is_of_day,
            question_figures::answerer_id,
        ),
        (
            question_figures::has_staff_answer,
            question_figures::staff_answer_second,
        ),
        (
            question_figures::resolved_how,
            question_figures::resolution_second,
            question_figures::resolution_is_of_day,
            question_figures::accepted_author_id,
            question_figures::accepts_first_answer,
        ),
        (question_figures::was_reopened, question_figures::removal_second),
    )
}

/// `None` for what a newer program wrote.
fn counted((head, answer, staff, resolution, end): Row) -> Option<Counted> {
    let answered_by = answer.0.map(|answerer| Answerer::parse(&answerer).ok_or(()));
    let how = resolution.0.map(|how| How::parse(&how).ok_or(()));
    let (answered_by, how) = (answered_by.transpose().ok()?, how.transpose().ok()?);
    Some(Counted {
        thread: ThreadId::stored(head.0),
        asked: head.1,
        people: u32::try_from(head.2).unwrap_or(u32::MAX),
        answer: answered_by.map(|answerer| FirstAnswer {
            at: answer.1,
            is_of_day: answer.2,
            author: answer.3.map(UserId::stored),
            answerer,
        }),
        staff_answered: staff.1,
        has_staff_answer: staff.0,
        resolution: how.map(|how| Resolved {
            at: resolution.1,
            is_of_day: resolution.2,
            how,
            author: resolution.3.map(UserId::stored),
            is_first_answer: resolution.4,
        }),
        was_reopened: end.0,
        removed: end.1,
    })
}

/// How many questions that were asked in the period are left out of its figures, and why.
///
/// Those asked at a time that cannot be true belong to no period: of those all are told.
pub fn left_out(db: &mut Db, sight: Sight, selection: &Selection) -> Result<Vec<(LeftOut, u64)>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    LeftOut::ALL
        .iter()
        .map(|why| {
            let asked = match why {
                LeftOut::Undatable => selected(&hidden, selection),
                _ => of_period(&hidden, selection),
            };
            let left_out = asked.filter(question_figures::left_out.eq(why.as_str()));
            Ok((*why, count(db, left_out)?))
        })
        .collect()
}

/// How many questions, whenever they were asked, have times that cannot be true.
pub fn anomaly_count(db: &mut Db, sight: Sight, selection: &Selection) -> Result<u64, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    count(db, selected(&hidden, selection).filter(question_figures::is_strange))
}

pub(super) fn count(db: &mut Db, query: Figures<'_>) -> Result<u64, StoreError> {
    let count: i64 = query.select(count_star()).get_result(db)?;
    Ok(u64::try_from(count).unwrap_or(0))
}
