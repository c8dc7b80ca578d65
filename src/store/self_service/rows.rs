//! Each visit and each search that figures count, in pages, so that anybody can count again.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Timestamp};
use serde::Serialize;

use super::{of_category, reads_words};
use crate::domain::ask_session::Ending;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::report::{Period, Selection};
use crate::domain::searching::Period as Days;
use crate::domain::sight::Sight;
use crate::store::schema::searches;
use crate::store::searches::unanswered;
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError};

/// The most rows of a page.
const MOST: i64 = 1_000;

/// A visit to the ask form; it tells nothing of the person, not even the hash of their cookie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisitRow {
    /// Its number.
    pub number: i64,
    /// The number of the first visit of the period by the same visitor, in whatever category.
    pub visitor: i64,
    /// Whether suggestions were held back.
    pub is_held_out: bool,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// When.
    pub ended_at: Option<DateTime<Utc>>,
    /// When a suggestion was first opened.
    pub opened_at: Option<DateTime<Utc>>,
    /// When one was first opened that is an article, or a thread that was resolved.
    pub answer_opened_at: Option<DateTime<Utc>>,
    /// Whether it is its visitor's first one of the period.
    pub is_first: bool,
    /// Whether its visitor posted a question within seven days of its beginning.
    pub has_posted: bool,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = BigInt)]
    visitor: i64,
    #[diesel(sql_type = Bool)]
    is_held_out: bool,
    #[diesel(sql_type = Timestamp)]
    began_at: NaiveDateTime,
    #[diesel(sql_type = Nullable<Text>)]
    ending: Option<String>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    ended_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    opened_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    answer_opened_at: Option<NaiveDateTime>,
    #[diesel(sql_type = Bool)]
    is_first: bool,
    #[diesel(sql_type = Bool)]
    has_posted: bool,
}

impl From<Row> for VisitRow {
    fn from(row: Row) -> Self {
        Self {
            number: row.number,
            visitor: row.visitor,
            is_held_out: row.is_held_out,
            began_at: utc(row.began_at),
            ending: row.ending.as_deref().and_then(Ending::parse),
            ended_at: row.ended_at.map(utc),
            opened_at: row.opened_at.map(utc),
            answer_opened_at: row.answer_opened_at.map(utc),
            is_first: row.is_first,
            has_posted: row.has_posted,
        }
    }
}

/// The visits of a period behind `after`, the earliest first; at most a thousand.
pub fn visits(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    after: Option<Cursor>,
    most: i64,
) -> Result<PageOf<VisitRow>, StoreError> {
    let of_category = of_category(db, sight, selection.category)?;
    let (from, past) = beginning(selection.period, after);
    let most = most.clamp(1, MOST);
    let rows: Vec<Row> = diesel::sql_query(format!(
        "select visit.id as number, \
             coalesce((select other.id from ask_sessions other where other.visitor = visit.visitor \
                 and other.began_at >= $1 and other.began_at < $2 order by other.began_at, other.id limit 1), visit.id) as visitor, \
             visit.is_held_out, visit.began_at, visit.ending, visit.ended_at, visit.opened_at, visit.answer_opened_at, \
             (visit.earlier_at is null or visit.earlier_at < $1) as is_first, visit.has_posted \
         from ask_sessions visit \
         where visit.began_at >= $3 and visit.began_at < $2 and (visit.began_at > $3 or visit.id > $4) and {of_category} \
         order by visit.began_at, visit.id limit $5"
    ))
    .bind::<Timestamp, _>(row_time(selection.period.from))
    .bind::<Timestamp, _>(row_time(selection.period.until))
    .bind::<Timestamp, _>(from)
    .bind::<BigInt, _>(past)
    .bind::<BigInt, _>(most + 1)
    .load(db)?;
    let rows = rows.into_iter().map(VisitRow::from).collect();
    Ok(cut(rows, most, |row: &VisitRow| (row.began_at, row.number)))
}

/// The time at which a page begins, and the number behind which it does at that time.
fn beginning(period: Period, after: Option<Cursor>) -> (NaiveDateTime, i64) {
    let at = after.and_then(Cursor::moment);
    let from = at.unwrap_or(period.from).max(period.from);
    let past = after.filter(|_| Some(from) == at).map_or(i64::MIN, |after| after.id);
    (row_time(from), past)
}

fn cut<T>(rows: Vec<T>, most: i64, position: impl Fn(&T) -> (DateTime<Utc>, i64)) -> PageOf<T> {
    PageOf::cut(rows, usize::try_from(most).unwrap_or_default(), |row| {
        let (at, id) = position(row);
        Cursor::at(at, id)
    })
}

fn nothing<T>() -> PageOf<T> {
    PageOf {
        items: Vec::new(),
        more: None,
    }
}

/// A search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchRow {
    /// What was searched for, without what looks like a person's.
    pub words: String,
    /// When.
    pub searched_at: DateTime<Utc>,
    /// How much was found.
    pub result_count: i64,
    /// How many of it are articles; nothing when none could be found.
    pub article_count: Option<i64>,
    /// When something was first opened.
    pub opened_at: Option<DateTime<Utc>>,
    /// When an article was first opened, or a thread that was resolved.
    pub answer_opened_at: Option<DateTime<Utc>>,
}

type SearchColumns = (
    (i64, String),
    NaiveDateTime,
    (i64, Option<i64>),
    (Option<NaiveDateTime>, Option<NaiveDateTime>),
);

/// The searches of a period behind `after`, the earliest first; at most a thousand, and none for whoever may not read the words.
pub fn searches(
    db: &mut Db,
    sight: Sight,
    period: Period,
    after: Option<Cursor>,
    most: i64,
) -> Result<PageOf<SearchRow>, StoreError> {
    if !reads_words(sight) {
        return Ok(nothing());
    }
    let (from, past) = beginning(period, after);
    let most = most.clamp(1, MOST);
    let rows: Vec<SearchColumns> = searches::table
        .filter(searches::searched_at.ge(from))
        .filter(searches::searched_at.lt(row_time(period.until)))
        .filter(searches::searched_at.gt(from).or(searches::key.gt(past)))
        .order((searches::searched_at, searches::key))
        .limit(most + 1)
        .select((
            (searches::key, searches::words),
            searches::searched_at,
            (searches::result_count, searches::article_count),
            (searches::opened_at, searches::answer_opened_at),
        ))
        .load(db)?;
    let row = |((key, words), at, (result_count, article_count), (opened, answered)): SearchColumns| {
        let row = SearchRow {
            words,
            searched_at: utc(at),
            result_count,
            article_count,
            opened_at: opened.map(utc),
            answer_opened_at: answered.map(utc),
        };
        (key, row)
    };
    let page = cut(
        rows.into_iter().map(row).collect(),
        most,
        |(key, row): &(i64, SearchRow)| (row.searched_at, *key),
    );
    Ok(page.map(|(_, row)| row))
}

/// Words that were searched for without an answer, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordsRow {
    /// The words.
    pub words: String,
    /// How often they were searched for.
    pub search_count: i64,
    /// How often they found nothing.
    pub none_count: i64,
    /// How often they found something of which nothing was opened.
    pub unopened_count: i64,
    /// When they were last searched for.
    pub searched_at: DateTime<Utc>,
}

/// What was searched for without an answer within so many days up to now, what most people missed first; at most a thousand, and
/// none for whoever may not read the words.
pub fn words(
    db: &mut Db,
    sight: Sight,
    days: Days,
    after: Option<Cursor>,
    most: i64,
) -> Result<PageOf<WordsRow>, StoreError> {
    if !reads_words(sight) {
        return Ok(nothing());
    }
    let page = unanswered(db, days, after, most.clamp(1, MOST))?;
    Ok(page.map(|row| WordsRow {
        search_count: row.totals.search_count,
        none_count: row.totals.none_count,
        unopened_count: row.totals.unopened_count,
        searched_at: row.searched_at,
        words: row.words,
    }))
}
