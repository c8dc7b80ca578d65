//! What came of visits to the ask form and of searches: how many ended how, and, in `rows`, each of them.
//!
//! What belongs here: rows and counts. What they mean, `reports::self_service` says.

mod rows;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text, Timestamp};

use super::threads::hidden_categories;
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::ask_session::{AskOutcome, Ending, POSTING_SPAN, STAYS_OPEN};
use crate::domain::category::Audience;
use crate::domain::id::CategoryId;
use crate::domain::report::{Period, Selection};
use crate::domain::sight::Sight;

pub use rows::{SearchRow, VisitRow, WordsRow, searches, visits, words};

/// Which visits are counted, as a condition: those of a category, or those of all categories in sight and of none.
pub(super) fn of_category(db: &mut Db, sight: Sight, category: Option<CategoryId>) -> Result<String, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    Ok(match category.map(CategoryId::get) {
        Some(id) if hidden.contains(&id) => "1 = 0".to_owned(),
        Some(id) => format!("category_id = {id}"),
        None if hidden.is_empty() => "1 = 1".to_owned(),
        None => {
            let hidden: Vec<String> = hidden.iter().map(i64::to_string).collect();
            format!("coalesce(category_id, 0) not in ({})", hidden.join(", "))
        }
    })
}

/// Whether what was searched for is in sight: moderators and the staff read it.
pub fn reads_words(sight: Sight) -> bool {
    sight.sees_deleted() || sight.includes(Audience::Staff)
}

/// How many visits became what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitCount {
    /// Whether suggestions were held back.
    pub is_held_out: bool,
    /// What became of them.
    pub outcome: AskOutcome,
    /// How many.
    pub count: u64,
    /// In how many of them an article or a resolved thread was opened.
    pub answer_count: u64,
}

#[derive(QueryableByName)]
struct VisitCountRow {
    #[diesel(sql_type = Bool)]
    is_held_out: bool,
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = BigInt)]
    count: i64,
    #[diesel(sql_type = BigInt)]
    answer_count: i64,
}

/// The visits of a period, counted by what became of them; `$3` is when the oldest began that may still end.
pub fn visit_counts(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    now: DateTime<Utc>,
) -> Result<Vec<VisitCount>, StoreError> {
    let of_category = of_category(db, sight, selection.category)?;
    let both = [false, true].into_iter();
    let parts = both.flat_map(|side| AskOutcome::ALL.iter().map(move |outcome| (side, *outcome)));
    let parts: Vec<String> = parts
        .map(|(side, outcome)| {
            format!(
                "select {side} as is_held_out, '{outcome}' as outcome, count(*) as count, count(answer_opened_at) as answer_count \
                 from ask_sessions where is_held_out = {side} and {} and began_at >= $1 and began_at < $2 and {of_category}",
                became(outcome)
            )
        })
        .collect();
    let rows: Vec<VisitCountRow> = diesel::sql_query(parts.join(" union all "))
        .bind::<Timestamp, _>(row_time(selection.period.from))
        .bind::<Timestamp, _>(row_time(selection.period.until))
        .bind::<Timestamp, _>(row_time(now - STAYS_OPEN))
        .load(db)?;
    let count = |row: VisitCountRow| {
        Some(VisitCount {
            is_held_out: row.is_held_out,
            outcome: AskOutcome::parse(&row.outcome)?,
            count: row.count.unsigned_abs(),
            answer_count: row.answer_count.unsigned_abs(),
        })
    };
    Ok(rows.into_iter().filter_map(count).collect())
}

/// What a visit meets that became this.
fn became(outcome: AskOutcome) -> String {
    let ended = |ending: Ending| format!("ending = '{ending}'");
    match outcome {
        AskOutcome::Solved => ended(Ending::Solved),
        AskOutcome::Joined => ended(Ending::Joined),
        AskOutcome::Posted => ended(Ending::Posted),
        AskOutcome::LeftAfterOpening => "ending is null and began_at <= $3 and opened_at is not null".to_owned(),
        AskOutcome::Left => "ending is null and began_at <= $3 and opened_at is null".to_owned(),
        AskOutcome::Open => "ending is null and began_at > $3".to_owned(),
    }
}

/// How many visitors there were on a side of the experiment, and how many of them posted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Side {
    /// How many visitors.
    pub visitors: u64,
    /// How many of them posted a question in time.
    pub posted: u64,
}

#[derive(QueryableByName)]
struct SideRow {
    #[diesel(sql_type = Bool)]
    is_held_out: bool,
    #[diesel(sql_type = Bool)]
    has_posted: bool,
    #[diesel(sql_type = BigInt)]
    visitors: i64,
}

/// The visitors of a period, those with suggestions and those who were held out, by their first visit in it; only those whose
/// seven days are over. In all categories in sight: which one a visit gets may be a consequence of what it was shown.
pub fn sides(db: &mut Db, sight: Sight, period: Period, now: DateTime<Utc>) -> Result<(Side, Side), StoreError> {
    let in_sight = of_category(db, sight, None)?;
    let four = [(false, false), (false, true), (true, false), (true, true)];
    let parts = four.map(|(is_held_out, has_posted)| {
        format!(
            "select {is_held_out} as is_held_out, {has_posted} as has_posted, count(*) as visitors from ask_sessions \
             where is_held_out = {is_held_out} and has_posted = {has_posted} and began_at >= $1 and began_at < $2 \
             and began_at <= $3 and (earlier_at is null or earlier_at < $1) and {in_sight}"
        )
    });
    let rows: Vec<SideRow> = diesel::sql_query(parts.join(" union all "))
        .bind::<Timestamp, _>(row_time(period.from))
        .bind::<Timestamp, _>(row_time(period.until))
        .bind::<Timestamp, _>(row_time(now - POSTING_SPAN))
        .load(db)?;
    let (mut shown, mut held_out) = (Side::default(), Side::default());
    for row in rows {
        let side = if row.is_held_out { &mut held_out } else { &mut shown };
        let visitors = row.visitors.unsigned_abs();
        side.visitors += visitors;
        side.posted += if row.has_posted { visitors } else { 0 };
    }
    Ok((shown, held_out))
}

/// How the searches of a period ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct SearchCounts {
    /// How many there were.
    pub all: u64,
    /// How many found nothing.
    pub none: u64,
    /// How many found something of which nothing was opened.
    pub unopened: u64,
    /// How many could have found an article and found none.
    pub without_article: u64,
    /// From how many an article or a resolved thread was opened.
    pub answer_opened: u64,
}

#[derive(QueryableByName)]
struct SearchCountsRow {
    #[diesel(sql_type = BigInt)]
    searches: i64,
    #[diesel(sql_type = BigInt)]
    none: i64,
    #[diesel(sql_type = BigInt)]
    unopened: i64,
    #[diesel(sql_type = BigInt)]
    without_article: i64,
    #[diesel(sql_type = BigInt)]
    answer_opened: i64,
}

/// The searches of a period, counted; they belong to no category.
pub fn search_counts(db: &mut Db, period: Period) -> Result<SearchCounts, StoreError> {
    let row: SearchCountsRow = diesel::sql_query(
        "select count(*) as searches, \
             count(*) filter (where opened_at is null and result_count = 0) as none, \
             count(*) filter (where opened_at is null and result_count > 0) as unopened, \
             count(*) filter (where article_count = 0) as without_article, \
             count(answer_opened_at) as answer_opened \
         from searches where searched_at >= $1 and searched_at < $2",
    )
    .bind::<Timestamp, _>(row_time(period.from))
    .bind::<Timestamp, _>(row_time(period.until))
    .get_result(db)?;
    Ok(SearchCounts {
        all: row.searches.unsigned_abs(),
        none: row.none.unsigned_abs(),
        unopened: row.unopened.unsigned_abs(),
        without_article: row.without_article.unsigned_abs(),
        answer_opened: row.answer_opened.unsigned_abs(),
    })
}
