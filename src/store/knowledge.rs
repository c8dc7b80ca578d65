//! What articles did within a period: threads that they answered, visits to the ask form that they ended, and opinions of them.
//!
//! What belongs here: rows and counts. What they mean, `reports::knowledge` says.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};
use serde::Serialize;

use super::native::{among, audiences};
use super::schema::articles;
use super::self_service::of_category;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::article::ArticleState;
use crate::domain::id::ArticleId;
use crate::domain::report::Selection;
use crate::domain::sight::Sight;

/// The most rows of a page.
const MOST: i64 = 1_000;
/// An article has to be found of no help so often before it is named.
const LEAST_UNHELPED: i64 = 3;

/// An article with what it did within a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArticleRow {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// How many threads it was linked to as the answer, and still is.
    pub answered: i64,
    /// How many visits to the ask form ended because it solved them.
    pub solved: i64,
    /// How many readers said that it helped.
    pub helped: i64,
    /// How many said that it did not.
    pub not_helped: i64,
    /// How often it was ever read.
    pub views: i64,
    /// When somebody should look whether it is still right.
    pub review_at: Option<DateTime<Utc>>,
}

impl ArticleRow {
    /// Its id.
    pub fn id(&self) -> ArticleId {
        ArticleId::stored(self.number)
    }

    /// How many contacts it made unnecessary: threads that it answered, and visits to the ask form that it solved.
    pub fn contacts(&self) -> i64 {
        self.answered.saturating_add(self.solved)
    }
}

/// All articles in sight together, within a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Totals {
    /// How many threads an article answered, each once.
    pub answered: u64,
    /// How many visits to the ask form an article solved.
    pub solved: u64,
    /// How many readers were helped.
    pub helped: u64,
    /// How many were not.
    pub not_helped: u64,
    /// How many published articles are due for review.
    pub due: u64,
}

impl Totals {
    /// How many contacts were not necessary: threads answered and visits solved.
    pub fn contacts(&self) -> i64 {
        i64::try_from(self.answered.saturating_add(self.solved)).unwrap_or(i64::MAX)
    }
}

/// The conditions under which things count for a reader, as they stand in a query; `$1` and `$2` are the ends of the period.
struct Conditions {
    /// An article is in sight.
    article: String,
    /// A link answers a thread of the category that is in sight.
    link: String,
    /// A visit was solved.
    visit: String,
}

fn conditions(db: &mut Db, sight: Sight, selection: &Selection) -> Result<Conditions, StoreError> {
    let state = match sight.sees_drafts() {
        true => String::new(),
        false => format!(" and a.state = '{}'", ArticleState::Published),
    };
    let of_category = of_category(db, sight, selection.category)?;
    Ok(Conditions {
        article: format!("a.audience in ({}){state}", audiences(sight)),
        link: format!(
            "l.kind = 'answers' and l.ended_at is null and l.linked_at >= $1 and l.linked_at < $2 \
             and exists (select 1 from threads t where t.id = l.thread_id and t.deleted_at is null and {of_category})"
        ),
        visit: format!(
            "ending = 'solved' and article_id is not null and began_at >= $1 and began_at < $2 and {of_category}"
        ),
    })
}

#[derive(QueryableByName)]
struct TotalsRow {
    #[diesel(sql_type = BigInt)]
    answered: i64,
    #[diesel(sql_type = BigInt)]
    solved: i64,
    #[diesel(sql_type = BigInt)]
    helped: i64,
    #[diesel(sql_type = BigInt)]
    not_helped: i64,
    #[diesel(sql_type = BigInt)]
    due: i64,
}

/// All articles in sight together.
pub fn totals(db: &mut Db, sight: Sight, selection: &Selection, now: DateTime<Utc>) -> Result<Totals, StoreError> {
    let Conditions { article, link, visit } = conditions(db, sight, selection)?;
    let opinions = |what: &str| {
        format!(
            "select count(*) from article_opinions o inner join articles a on a.id = o.article_id \
             where o.given_at >= $1 and o.given_at < $2 and {what} and {article}"
        )
    };
    let (helped, not_helped) = (opinions("o.has_helped"), opinions("not o.has_helped"));
    let query = format!(
        "select (select count(distinct l.thread_id) from article_links l inner join articles a on a.id = l.article_id \
             where {link} and {article}) as answered, \
         (select count(*) from ask_sessions inner join articles a on a.id = article_id where {visit} and {article}) as solved, \
         ({helped}) as helped, ({not_helped}) as not_helped, \
         (select count(*) from articles a where a.state = 'published' and a.review_at <= $3 and {article}) as due"
    );
    let row: TotalsRow = diesel::sql_query(query)
        .bind::<Timestamp, _>(row_time(selection.period.from))
        .bind::<Timestamp, _>(row_time(selection.period.until))
        .bind::<Timestamp, _>(row_time(now))
        .get_result(db)?;
    Ok(Totals {
        answered: row.answered.unsigned_abs(),
        solved: row.solved.unsigned_abs(),
        helped: row.helped.unsigned_abs(),
        not_helped: row.not_helped.unsigned_abs(),
        due: row.due.unsigned_abs(),
    })
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The articles that paid back most: by threads answered and visits solved, together.
pub fn paying(db: &mut Db, sight: Sight, selection: &Selection, most: i64) -> Result<Vec<ArticleRow>, StoreError> {
    let Conditions { article, link, visit } = conditions(db, sight, selection)?;
    let query = format!(
        "select done.article_id as id from (select l.article_id from article_links l where {link} \
             union all select article_id from ask_sessions where {visit}) done \
         where exists (select 1 from articles a where a.id = done.article_id and {article}) \
         group by done.article_id order by count(*) desc, done.article_id limit $3"
    );
    ranked(db, sight, selection, &query, most)
}

/// The articles of which most readers lately said that they did not help, if that is at least every third of those who said anything.
pub fn failing(db: &mut Db, sight: Sight, selection: &Selection, most: i64) -> Result<Vec<ArticleRow>, StoreError> {
    let article = conditions(db, sight, selection)?.article;
    let query = format!(
        "select a.id from article_opinions o inner join articles a on a.id = o.article_id \
         where o.given_at >= $1 and o.given_at < $2 and {article} group by a.id \
         having count(*) filter (where not o.has_helped) >= {LEAST_UNHELPED} \
             and 2 * count(*) filter (where not o.has_helped) >= count(*) filter (where o.has_helped) \
         order by count(*) filter (where not o.has_helped) desc, a.id limit $3"
    );
    ranked(db, sight, selection, &query, most)
}

fn ranked(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    query: &str,
    most: i64,
) -> Result<Vec<ArticleRow>, StoreError> {
    let named: Vec<Named> = diesel::sql_query(query)
        .bind::<Timestamp, _>(row_time(selection.period.from))
        .bind::<Timestamp, _>(row_time(selection.period.until))
        .bind::<BigInt, _>(most.clamp(1, MOST))
        .load(db)?;
    let ids: Vec<i64> = named.into_iter().map(|named| named.id).collect();
    of_articles(db, sight, selection, &ids)
}

/// The published articles that somebody should look over, the longest due first.
pub fn due(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    now: DateTime<Utc>,
    most: i64,
) -> Result<Vec<ArticleRow>, StoreError> {
    let ids: Vec<i64> = articles::table
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(articles::review_at.le(row_time(now)))
        .filter(among(articles::audience, sight.audience_names()))
        .order((articles::review_at, articles::id))
        .limit(most.clamp(1, MOST))
        .select(articles::id)
        .load(db)?;
    of_articles(db, sight, selection, &ids)
}

/// The articles in sight behind `after` in the order of their numbers; at most a thousand.
pub fn articles(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    after: Option<ArticleId>,
    most: i64,
) -> Result<Vec<ArticleRow>, StoreError> {
    let article = conditions(db, sight, selection)?.article;
    let query = format!("select a.id from articles a where a.id > $1 and {article} order by a.id limit $2");
    let named: Vec<Named> = diesel::sql_query(query)
        .bind::<BigInt, _>(after.map_or(0, ArticleId::get))
        .bind::<BigInt, _>(most.clamp(1, MOST))
        .load(db)?;
    let ids: Vec<i64> = named.into_iter().map(|named| named.id).collect();
    of_articles(db, sight, selection, &ids)
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = BigInt)]
    view_count: i64,
    #[diesel(sql_type = Nullable<Timestamp>)]
    review_at: Option<NaiveDateTime>,
    #[diesel(sql_type = BigInt)]
    answered: i64,
    #[diesel(sql_type = BigInt)]
    solved: i64,
    #[diesel(sql_type = BigInt)]
    helped: i64,
    #[diesel(sql_type = BigInt)]
    not_helped: i64,
}

impl From<Row> for ArticleRow {
    fn from(row: Row) -> Self {
        Self {
            number: row.id,
            title: row.title,
            answered: row.answered,
            solved: row.solved,
            helped: row.helped,
            not_helped: row.not_helped,
            views: row.view_count,
            review_at: row.review_at.map(utc),
        }
    }
}

/// What each of these articles did, as far as they are in sight, in this order.
fn of_articles(db: &mut Db, sight: Sight, selection: &Selection, ids: &[i64]) -> Result<Vec<ArticleRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let Conditions { article, link, visit } = conditions(db, sight, selection)?;
    let listed: Vec<String> = ids.iter().map(i64::to_string).collect();
    let opinions = |what: &str| {
        format!(
            "select count(*) from article_opinions o where o.article_id = a.id and o.given_at >= $1 and o.given_at < $2 and {what}"
        )
    };
    let (helped, not_helped) = (opinions("o.has_helped"), opinions("not o.has_helped"));
    let query = format!(
        "select a.id, a.title, a.view_count, a.review_at, \
         (select count(*) from article_links l where l.article_id = a.id and {link}) as answered, \
         (select count(*) from ask_sessions where article_id = a.id and {visit}) as solved, \
         ({helped}) as helped, ({not_helped}) as not_helped \
         from articles a where a.id in ({}) and {article}",
        listed.join(", ")
    );
    let rows: Vec<Row> = diesel::sql_query(query)
        .bind::<Timestamp, _>(row_time(selection.period.from))
        .bind::<Timestamp, _>(row_time(selection.period.until))
        .load(db)?;
    let mut rows: Vec<ArticleRow> = rows.into_iter().map(ArticleRow::from).collect();
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.number));
    Ok(rows)
}
