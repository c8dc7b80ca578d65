//! Whether a published article should be revised: threads that it answered are open again, or it helps fewer of its readers.
//!
//! Looked at since its words were last changed, but no longer than 90 days back, so that a revision ends what it answers. The
//! thresholds stand in [`Upkeep`].

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::audience_of;
use super::rows::{self, Figures, Wanted};
use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::id::ArticleId;
use crate::domain::proposal::{ProposalKind, ProposalState, RECENT, REVISION_SPAN, Upkeep, has_grown_by_half};
use crate::domain::thread::Standing;
use crate::store::native::among;
use crate::store::schema::{acceptances, article_links, article_opinions, articles, proposals, reopenings, threads};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, repeats};

/// The most rows that are read of anything.
const MOST_READ: i64 = 5_000;
/// How many articles are looked at for their readers' sake, those that helped fewest first.
const MOST_LOOKED_AT: i64 = 200;
/// From so many readers on whom it did not help.
const LEAST_UNHELPED: i64 = 3;

/// The published articles that may have come to help fewer readers: opinions leave no row in the change log, so these are
/// looked at by the clock.
pub fn due_for_revision(db: &mut Db) -> Result<Vec<ArticleId>, StoreError> {
    let ids: Vec<i64> = articles::table
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(articles::unhelpful_count.ge(LEAST_UNHELPED))
        .order((articles::unhelpful_count.desc(), articles::id.desc()))
        .limit(MOST_LOOKED_AT)
        .select(articles::id)
        .load(db)?;
    Ok(ids.into_iter().map(ArticleId::stored).collect())
}

/// Brings the proposal that an article be revised to what is so now.
pub fn weigh_article(tx: &mut Db, id: ArticleId, now: DateTime<Utc>) -> Result<(), StoreError> {
    repeats::take_turn(tx)?;
    let open = rows::open_revision(tx, id)?;
    match (open, wanted(tx, id, now)?) {
        (Some(row), Some(wanted)) => rows::follow(tx, &row, &wanted, now),
        (Some(row), None) => rows::lapse(tx, &[row.id], now),
        (None, Some(wanted)) => rows::make(tx, &wanted, now),
        (None, None) => Ok(()),
    }
}

fn wanted(db: &mut Db, id: ArticleId, now: DateTime<Utc>) -> Result<Option<Wanted>, StoreError> {
    type Row = (String, String, NaiveDateTime, i64);
    let row: Option<Row> = articles::table
        .find(id.get())
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .select((
            articles::title,
            articles::audience,
            articles::edited_at,
            articles::answer_count,
        ))
        .first(db)
        .optional()?;
    let Some((title, audience, edited_at, answer_count)) = row else {
        return Ok(None);
    };
    let since = utc(edited_at).max(now - REVISION_SPAN);
    let failed = failed(db, id, since)?;
    let upkeep = Upkeep {
        failed_threads: i64::try_from(failed.gone.len() + failed.doubted.len()).unwrap_or(i64::MAX),
        all_threads: answer_count + i64::try_from(failed.gone.len()).unwrap_or(i64::MAX),
        ..opinions(db, id, since)?
    };
    if !upkeep.asks_revision() || is_being_revised(db, id)? || is_declined(db, id, since, upkeep)? {
        return Ok(None);
    }
    let threads: BTreeSet<i64> = failed.gone.union(&failed.doubted).copied().collect();
    Ok(Some(Wanted {
        kind: ProposalKind::Revision,
        group: None,
        article: Some(id),
        audience: audience_of(id.get(), &audience)?,
        title,
        figures: figures(db, &threads, upkeep, now)?,
        threads,
    }))
}

/// The threads for which an article was no answer after all.
struct Failed {
    /// Its link ended, as somebody opened the question again.
    gone: BTreeSet<i64>,
    /// It still answers them, but they lost the answer that was accepted beside it.
    doubted: BTreeSet<i64>,
}

fn failed(db: &mut Db, id: ArticleId, since: DateTime<Utc>) -> Result<Failed, StoreError> {
    let gone: Vec<i64> = article_links::table
        .inner_join(reopenings::table.on(reopenings::thread_id.eq(article_links::thread_id)))
        .filter(article_links::article_id.eq(id.get()))
        .filter(article_links::ended_at.is_not_null())
        .filter(article_links::ended_at.ge(row_time(since)))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(reopenings::reopened_at.nullable().eq(article_links::ended_at))
        .limit(MOST_READ)
        .select(article_links::thread_id)
        .load(db)?;
    let doubted: Vec<i64> = article_links::table
        .inner_join(acceptances::table.on(acceptances::thread_id.eq(article_links::thread_id)))
        .filter(article_links::article_id.eq(id.get()))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(acceptances::ended_at.is_not_null())
        .filter(acceptances::ended_at.ge(row_time(since)))
        .filter(acceptances::ended_at.ge(article_links::linked_at.nullable()))
        .limit(MOST_READ)
        .select(article_links::thread_id)
        .load(db)?;
    let gone = existing(db, gone)?;
    let doubted = existing(db, doubted)?;
    Ok(Failed {
        doubted: doubted.difference(&gone).copied().collect(),
        gone,
    })
}

fn existing(db: &mut Db, ids: Vec<i64>) -> Result<BTreeSet<i64>, StoreError> {
    let ids: Vec<i64> = threads::table
        .filter(among(threads::id, ids))
        .filter(threads::deleted_at.is_null())
        .select(threads::id)
        .load(db)?;
    Ok(ids.into_iter().collect())
}

/// What readers said since then, and before.
fn opinions(db: &mut Db, id: ArticleId, since: DateTime<Utc>) -> Result<Upkeep, StoreError> {
    let count = |db: &mut Db, is_late: bool| -> Result<(i64, i64), StoreError> {
        let mut said = article_opinions::table
            .filter(article_opinions::article_id.eq(id.get()))
            .group_by(article_opinions::has_helped)
            .select((article_opinions::has_helped, count_star()))
            .into_boxed();
        said = match is_late {
            true => said.filter(article_opinions::given_at.ge(row_time(since))),
            false => said.filter(article_opinions::given_at.lt(row_time(since))),
        };
        let rows: Vec<(bool, i64)> = said.load(db)?;
        let of = |helped: bool| rows.iter().filter(|row| row.0 == helped).map(|row| row.1).sum::<i64>();
        Ok((of(false), of(false) + of(true)))
    };
    let (late, before) = (count(db, true)?, count(db, false)?);
    Ok(Upkeep {
        unhelpful: late.0,
        opinions: late.1,
        unhelpful_before: before.0,
        opinions_before: before.1,
        ..Upkeep::default()
    })
}

/// Whether somebody said that they would.
fn is_being_revised(db: &mut Db, id: ArticleId) -> Result<bool, StoreError> {
    let adopted = proposals::table
        .filter(proposals::article_id.eq(id.get()))
        .filter(proposals::state.eq(ProposalState::Adopted.as_str()))
        .filter(proposals::kind.eq(ProposalKind::Revision.as_str()));
    Ok(diesel::select(diesel::dsl::exists(adopted)).get_result(db)?)
}

/// The words of an article were changed: whoever said that they would revise it has.
pub(in crate::store) fn revised(tx: &mut Db, id: i64) -> Result<(), StoreError> {
    let adopted = proposals::table
        .filter(proposals::article_id.eq(id))
        .filter(proposals::state.eq(ProposalState::Adopted.as_str()))
        .filter(proposals::kind.eq(ProposalKind::Revision.as_str()));
    diesel::update(adopted)
        .set((
            proposals::state.eq(ProposalState::Done.as_str()),
            proposals::version.eq(proposals::version + 1),
        ))
        .execute(tx)?;
    Ok(())
}

/// Whether somebody declined it since then, and it has not become worse by half.
fn is_declined(db: &mut Db, id: ArticleId, since: DateTime<Utc>, upkeep: Upkeep) -> Result<bool, StoreError> {
    let declined: Option<(i64, i64)> = proposals::table
        .filter(proposals::article_id.eq(id.get()))
        .filter(proposals::state.eq(ProposalState::Declined.as_str()))
        .filter(proposals::kind.eq(ProposalKind::Revision.as_str()))
        .filter(proposals::decided_at.ge(row_time(since)))
        .order(proposals::id.desc())
        .select((proposals::member_count, proposals::unhelpful_count))
        .first(db)
        .optional()?;
    let bad = upkeep.failed_threads + upkeep.unhelpful;
    Ok(declined.is_some_and(|(threads, unhelpful)| !has_grown_by_half(bad, threads + unhelpful)))
}

fn figures(db: &mut Db, ids: &BTreeSet<i64>, upkeep: Upkeep, now: DateTime<Utc>) -> Result<Figures, StoreError> {
    type Row = (Option<i64>, Option<String>, i64, i64, String, NaiveDateTime);
    let rows: Vec<Row> = threads::table
        .filter(among(threads::id, ids.iter().copied()))
        .select((
            threads::author_id,
            threads::author_name,
            threads::me_too_count,
            threads::view_count,
            threads::standing,
            threads::created_at,
        ))
        .load(db)?;
    let askers: BTreeSet<_> = rows.iter().map(|row| (row.0, &row.1)).collect();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let is_open = |row: &&Row| Standing::parse(&row.4).is_some_and(Standing::is_open);
    Ok(Figures {
        members: upkeep.failed_threads,
        askers: number(askers.len()),
        me_toos: rows.iter().map(|row| row.2).sum(),
        views: rows.iter().map(|row| row.3).sum(),
        open: number(rows.iter().filter(is_open).count()),
        recent: number(rows.iter().filter(|row| utc(row.5) > now - RECENT).count()),
        unhelpful: upkeep.unhelpful,
    })
}
