//! Whether articles helped: one opinion of each visitor, who needs no account, and why not.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::{article_opinions, articles};
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::article::ArticleState;
use crate::domain::ask_session::Visitor;
use crate::domain::body::Reason;
use crate::domain::id::ArticleId;
use crate::domain::sight::Sight;

/// How many reasons are shown.
const MOST_SHOWN: i64 = 50;

/// How giving an opinion ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opining {
    /// It is counted.
    Counted,
    /// The visitor thinks otherwise than before, or says why.
    Changed,
    /// It was so already.
    Unchanged,
}

/// Writes down what a visitor thinks of an article; a later opinion takes the place of the earlier one.
///
/// Opinions are figures, as views are: they change nothing that a page shows to its readers, so the change log says nothing.
pub fn give(
    tx: &mut Db,
    visitor: &Visitor,
    sight: Sight,
    id: ArticleId,
    (has_helped, reason): (bool, &Reason),
    now: DateTime<Utc>,
) -> Result<Opining, StoreError> {
    let held = super::articles::hold(tx, sight, id)?;
    if held.state != ArticleState::Published {
        return Err(StoreError::NotFound);
    }
    let row = article_opinions::table.find((held.id, visitor.hash()));
    let before: Option<(bool, String)> = row
        .select((article_opinions::has_helped, article_opinions::reason))
        .first(tx)
        .optional()?;
    // Who presses a button again takes no reason back.
    let reason = match &before {
        Some((known, why)) if *known == has_helped && reason.as_str().is_empty() => why.clone(),
        _ => reason.as_str().to_owned(),
    };
    if before.as_ref() == Some(&(has_helped, reason.clone())) {
        return Ok(Opining::Unchanged);
    }
    diesel::delete(row).execute(tx)?;
    diesel::insert_into(article_opinions::table)
        .values((
            article_opinions::article_id.eq(held.id),
            article_opinions::visitor.eq(visitor.hash()),
            article_opinions::has_helped.eq(has_helped),
            article_opinions::reason.eq(reason),
            article_opinions::given_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    let known = before.map(|(known, _)| known);
    count(tx, held.id, known, has_helped)?;
    Ok(if known.is_some() {
        Opining::Changed
    } else {
        Opining::Counted
    })
}

fn count(tx: &mut Db, id: i64, before: Option<bool>, after: bool) -> Result<(), StoreError> {
    let more = |opinion| i64::from(after == opinion) - i64::from(before == Some(opinion));
    diesel::update(articles::table.find(id))
        .set((
            articles::helpful_count.eq(articles::helpful_count + more(true)),
            articles::unhelpful_count.eq(articles::unhelpful_count + more(false)),
        ))
        .execute(tx)?;
    Ok(())
}

/// An opinion with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Whether the article helped.
    pub has_helped: bool,
    /// In the visitor's words.
    pub reason: String,
    /// When.
    pub given_at: DateTime<Utc>,
}

/// The latest opinions of an article that say why. The caller has seen to the sight, and that only those who write see it.
pub fn reasons(db: &mut Db, id: ArticleId) -> Result<Vec<Opinion>, StoreError> {
    let rows: Vec<(bool, String, NaiveDateTime)> = article_opinions::table
        .filter(article_opinions::article_id.eq(id.get()))
        .filter(article_opinions::reason.ne(""))
        .order(article_opinions::given_at.desc())
        .limit(MOST_SHOWN)
        .select((
            article_opinions::has_helped,
            article_opinions::reason,
            article_opinions::given_at,
        ))
        .load(db)?;
    let opinion = |(has_helped, reason, given_at)| Opinion {
        has_helped,
        reason,
        given_at: utc(given_at),
    };
    Ok(rows.into_iter().map(opinion).collect())
}
