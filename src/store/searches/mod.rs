//! What was searched for, what was opened from it, and which searches find no answer.
//!
//! A search is counted in each period (`counts.rs`) in the transaction that writes it, and taken out again by the sweep once it
//! is older. So the report (`report.rs`) reads as many rows as it shows, however many searches there were.

mod counts;
mod report;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among};
use super::schema::{articles, search_article_openings, search_openings, searches, threads};
use super::time::row_time;
use super::{Db, StoreError, ask_sessions};
use crate::domain::id::{ArticleId, ThreadId};
use crate::domain::searching::{Finding, Period, SearchKey, SearchedWords};
use crate::domain::subject::Subject;

pub use report::{Totals, Unanswered, WithoutArticle, totals, unanswered, without_article};

use counts::{Counting, Ending};

/// How long a search is kept.
const MEMORY: Duration = Duration::days(365);
/// How many searches one transaction of the sweep takes.
const BATCH: i64 = 2_000;

/// A search as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Its random number.
    pub key: SearchKey,
    /// What was searched for.
    pub words: SearchedWords,
    /// When.
    pub searched_at: DateTime<Utc>,
    /// How many threads and articles were found that members may see; a bound where counting stopped.
    pub result_count: i64,
    /// How many of them are articles; nothing when the search could find none, whatever there is.
    pub article_count: Option<i64>,
    /// Whether somebody searched who was signed in.
    pub is_signed_in: bool,
}

/// A thread or an article that was opened from the results of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The search, and where it stood.
    pub finding: Finding,
    /// What was opened.
    pub subject: Subject,
    /// When.
    pub opened_at: DateTime<Utc>,
}

/// Writes searches and what was opened from them; gives back the openings whose search is not written yet, as when another
/// node still holds it.
pub fn write(tx: &mut Db, searches: &[Search], openings: &[Opening]) -> Result<Vec<Opening>, StoreError> {
    let mut counting = Counting::default();
    // Whoever counts takes turns, so that the rows below are never waited for in two orders.
    counts::take_turn(tx)?;
    for search in searches {
        write_search(tx, search, &mut counting)?;
    }
    let unknown = write_openings(tx, openings, &mut counting)?;
    counting.write(tx)?;
    Ok(unknown)
}

fn write_search(tx: &mut Db, search: &Search, counting: &mut Counting) -> Result<(), StoreError> {
    diesel::insert_into(searches::table)
        .values((
            searches::key.eq(search.key.get()),
            searches::words.eq(search.words.as_str()),
            searches::searched_at.eq(row_time(search.searched_at)),
            searches::result_count.eq(search.result_count),
            searches::article_count.eq(search.article_count),
            searches::is_signed_in.eq(search.is_signed_in),
            searches::counted_days.eq(Some(Period::Week.days())),
        ))
        .execute(tx)?;
    for period in Period::ALL {
        counting.add(
            period,
            search.words.as_str(),
            Ending::of(search.result_count, false),
            search.article_count,
            search.searched_at,
        );
    }
    Ok(())
}

/// A search as an opening finds it.
#[derive(Queryable)]
struct Searched {
    key: i64,
    words: String,
    result_count: i64,
    article_count: Option<i64>,
    opened_at: Option<NaiveDateTime>,
    counted_days: Option<i64>,
}

macro_rules! searched {
    () => {
        (
            searches::key,
            searches::words,
            searches::result_count,
            searches::article_count,
            searches::opened_at,
            searches::counted_days,
        )
    };
}

fn write_openings(tx: &mut Db, openings: &[Opening], counting: &mut Counting) -> Result<Vec<Opening>, StoreError> {
    if openings.is_empty() {
        return Ok(Vec::new());
    }
    let keys = openings.iter().map(|opening| opening.finding.search.get());
    let known: Vec<Searched> = searches::table
        .filter(among(searches::key, keys))
        .select(searched!())
        .load(tx)?;
    let mut known: HashMap<i64, Searched> = known.into_iter().map(|search| (search.key, search)).collect();
    let there = there(tx, openings)?;
    let mut unknown = Vec::new();
    for opening in openings {
        match known.get_mut(&opening.finding.search.get()) {
            None => unknown.push(*opening),
            Some(search) if there.contains(&opening.subject) => write_opening(tx, opening, search, counting)?,
            Some(_) => {}
        }
    }
    Ok(unknown)
}

/// What was opened and is still there.
fn there(tx: &mut Db, openings: &[Opening]) -> Result<HashSet<Subject>, StoreError> {
    let of_threads = openings.iter().filter_map(|opening| opening.subject.thread());
    let of_threads: Vec<i64> = threads::table
        .filter(among(threads::id, of_threads.map(ThreadId::get)))
        .select(threads::id)
        .load(tx)?;
    let of_articles = openings.iter().filter_map(|opening| opening.subject.article());
    let of_articles: Vec<i64> = articles::table
        .filter(among(articles::id, of_articles.map(ArticleId::get)))
        .select(articles::id)
        .load(tx)?;
    let threads = of_threads.into_iter().map(|id| Subject::Thread(ThreadId::stored(id)));
    let articles = of_articles
        .into_iter()
        .map(|id| Subject::Article(ArticleId::stored(id)));
    Ok(threads.chain(articles).collect())
}

fn write_opening(
    tx: &mut Db,
    opening: &Opening,
    search: &mut Searched,
    counting: &mut Counting,
) -> Result<(), StoreError> {
    let (opened_at, position) = (row_time(opening.opened_at), i64::from(opening.finding.position));
    match opening.subject {
        Subject::Thread(thread) => diesel::insert_into(search_openings::table)
            .values((
                search_openings::search_key.eq(search.key),
                search_openings::thread_id.eq(thread.get()),
                search_openings::position.eq(position),
                search_openings::opened_at.eq(opened_at),
            ))
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?,
        Subject::Article(article) => diesel::insert_into(search_article_openings::table)
            .values((
                search_article_openings::search_key.eq(search.key),
                search_article_openings::article_id.eq(article.get()),
                search_article_openings::position.eq(position),
                search_article_openings::opened_at.eq(opened_at),
            ))
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?,
    };
    if ask_sessions::holds_answer(tx, opening.subject)? {
        note_answer(tx, search.key, opened_at)?;
    }
    if search.opened_at.is_some() {
        return Ok(());
    }
    diesel::update(searches::table.find(search.key))
        .set(searches::opened_at.eq(Some(opened_at)))
        .execute(tx)?;
    let shortest = search.counted_days.and_then(Period::of_days);
    for period in Period::ALL
        .into_iter()
        .filter(|period| shortest.is_some_and(|shortest| *period >= shortest))
    {
        let (before, after) = (
            Ending::of(search.result_count, false),
            Ending::of(search.result_count, true),
        );
        counting.change(period, &search.words, before, after);
    }
    search.opened_at = Some(opened_at);
    Ok(())
}

/// Writes down when an answer was first opened.
fn note_answer(tx: &mut Db, search: i64, at: NaiveDateTime) -> Result<(), StoreError> {
    let row = searches::table.find(search);
    diesel::update(row.filter(searches::answer_opened_at.is_null()))
        .set(searches::answer_opened_at.eq(Some(at)))
        .execute(tx)?;
    Ok(())
}

/// Takes searches out of the periods that they have left, and forgets those older than a year; called again until it has
/// nothing to do.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    counts::take_turn(tx)?;
    let mut count = 0;
    for period in Period::ALL {
        count += leave(tx, period, now)?;
    }
    let old = searches::table
        .filter(searches::searched_at.lt(row_time(now - MEMORY)))
        .filter(searches::counted_days.is_null())
        .order(searches::searched_at)
        .limit(BATCH)
        .select(searches::key);
    let old: Vec<i64> = old.load(tx)?;
    let gone = searches::table.filter(among(searches::key, old));
    Ok(count + diesel::delete(gone).execute(tx)?)
}

fn leave(tx: &mut Db, period: Period, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let since = now - Duration::days(period.days());
    let left: Vec<Searched> = searches::table
        .filter(searches::counted_days.eq(period.days()))
        .filter(searches::searched_at.le(row_time(since)))
        .order(searches::searched_at)
        .limit(BATCH)
        .select(searched!())
        .load(tx)?;
    let mut counting = Counting::default();
    for search in &left {
        let ending = Ending::of(search.result_count, search.opened_at.is_some());
        counting.take_out(period, &search.words, ending, search.article_count);
    }
    counting.write(tx)?;
    let keys = among(searches::key, left.iter().map(|search| search.key));
    Ok(diesel::update(searches::table.filter(keys))
        .set(searches::counted_days.eq(period.longer().map(Period::days)))
        .execute(tx)?)
}
