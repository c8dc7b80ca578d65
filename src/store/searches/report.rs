//! The report of searches without an answer: one page of an index, and three rows of totals. And what finds no article.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::searching::Period;
use crate::store::schema::{search_periods, searched_words};
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// How the searches of a period ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Queryable)]
pub struct Totals {
    /// How many there were.
    pub search_count: i64,
    /// How many found nothing.
    pub none_count: i64,
    /// How many found something, of which nothing was opened.
    pub unopened_count: i64,
}

/// Words that were searched for without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    id: i64,
    /// The words.
    pub words: String,
    /// How often they were searched for, and how that ended.
    pub totals: Totals,
    /// When they were last searched for.
    pub searched_at: DateTime<Utc>,
}

impl Totals {
    /// How many searches led to no answer: nothing was found, or nothing opened.
    pub fn unanswered_count(&self) -> i64 {
        self.none_count + self.unopened_count
    }

    /// From how many searches something was opened.
    pub fn opened_count(&self) -> i64 {
        self.search_count - self.unanswered_count()
    }
}

#[derive(Queryable)]
struct Row {
    id: i64,
    words: String,
    totals: Totals,
    searched_at: chrono::NaiveDateTime,
}

/// How the searches of a period ended, all together.
pub fn totals(db: &mut Db, period: Period) -> Result<Totals, StoreError> {
    let row = search_periods::table.find(period.days()).select((
        search_periods::search_count,
        search_periods::none_count,
        search_periods::unopened_count,
    ));
    Ok(row.first(db).optional()?.unwrap_or_default())
}

/// What was searched for without an answer within a period, what most people missed first.
pub fn unanswered(
    db: &mut Db,
    period: Period,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<Unanswered>, StoreError> {
    let mut query = searched_words::table
        .filter(searched_words::days.eq(period.days()))
        .filter(searched_words::unanswered_count.gt(0))
        .order((searched_words::unanswered_count.desc(), searched_words::id.desc()))
        .limit(size + 1)
        .select((
            searched_words::id,
            searched_words::words,
            (
                searched_words::search_count,
                searched_words::none_count,
                searched_words::unopened_count,
            ),
            searched_words::searched_at,
        ))
        .into_boxed();
    if let Some(Cursor { key, id }) = after {
        query = query
            .filter(searched_words::unanswered_count.le(key))
            .filter(searched_words::unanswered_count.lt(key).or(searched_words::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(db)?;
    let rows = rows.into_iter().map(|row| Unanswered {
        id: row.id,
        words: row.words,
        totals: row.totals,
        searched_at: utc(row.searched_at),
    });
    let position = |row: &Unanswered| Cursor {
        key: row.totals.unanswered_count(),
        id: row.id,
    };
    Ok(PageOf::cut(
        rows.collect(),
        usize::try_from(size).unwrap_or_default(),
        position,
    ))
}

/// Words that were searched for and found no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutArticle {
    /// The words.
    pub words: String,
    /// How often they found no article.
    pub count: i64,
    /// When they were last searched for.
    pub searched_at: DateTime<Utc>,
}

/// What was searched for within a period at least so often without finding an article, what most people missed first.
pub fn without_article(db: &mut Db, period: Period, least: i64, size: i64) -> Result<Vec<WithoutArticle>, StoreError> {
    let rows: Vec<(String, i64, chrono::NaiveDateTime)> = searched_words::table
        .filter(searched_words::days.eq(period.days()))
        .filter(searched_words::no_article_count.ge(least))
        .order((searched_words::no_article_count.desc(), searched_words::id.desc()))
        .limit(size)
        .select((
            searched_words::words,
            searched_words::no_article_count,
            searched_words::searched_at,
        ))
        .load(db)?;
    let row = |(words, count, searched_at)| WithoutArticle {
        words,
        count,
        searched_at: utc(searched_at),
    };
    Ok(rows.into_iter().map(row).collect())
}
