//! How what is proposed becomes a row, and how a row that is open follows it: its version goes up whenever its kind, its
//! article or its members change, not when only its figures do.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, RepeatGroupId};
use crate::domain::proposal::{ProposalKind, ProposalState, people_affected};
use crate::store::native::{among, each};
use crate::store::schema::{proposal_members, proposals};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// How many members are written at once: SQLite takes so many values in a statement.
const AT_ONCE: usize = 500;

/// The figures of a proposal's rank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) members: i64,
    pub(super) askers: i64,
    pub(super) me_toos: i64,
    pub(super) views: i64,
    pub(super) open: i64,
    pub(super) recent: i64,
    pub(super) unhelpful: i64,
}

impl Figures {
    /// How many people it affects, by which it is ranked; readers whom an article did not help are people too.
    fn people(self) -> i64 {
        people_affected(self.askers, self.me_toos, self.views) + self.unhelpful
    }
}

/// What is to be proposed.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) kind: ProposalKind,
    pub(super) group: Option<RepeatGroupId>,
    pub(super) article: Option<ArticleId>,
    pub(super) audience: Audience,
    pub(super) title: String,
    pub(super) figures: Figures,
    pub(super) threads: BTreeSet<i64>,
}

/// An open proposal as it stands in its rows.
#[derive(Debug, Clone)]
pub(super) struct OpenRow {
    pub(super) id: i64,
    pub(super) kind: ProposalKind,
    pub(super) group: Option<i64>,
    article: Option<i64>,
    threads: BTreeSet<i64>,
}

type Row = (i64, String, Option<i64>, Option<i64>);
type RowColumns = (
    proposals::id,
    proposals::kind,
    proposals::group_id,
    proposals::article_id,
);
const ROW: RowColumns = (
    proposals::id,
    proposals::kind,
    proposals::group_id,
    proposals::article_id,
);

/// Reads the open proposals of these groups.
pub(super) fn open_of_groups(db: &mut Db, groups: &[i64]) -> Result<Vec<OpenRow>, StoreError> {
    let rows: Vec<Row> = proposals::table
        .filter(among(proposals::group_id.assume_not_null(), groups.iter().copied()))
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .select(ROW)
        .load(db)?;
    with_members(db, rows)
}

/// Reads the open proposal that an article be revised.
pub(super) fn open_revision(db: &mut Db, article: ArticleId) -> Result<Option<OpenRow>, StoreError> {
    let rows: Vec<Row> = proposals::table
        .filter(proposals::article_id.eq(article.get()))
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .filter(proposals::kind.eq(ProposalKind::Revision.as_str()))
        .select(ROW)
        .load(db)?;
    Ok(with_members(db, rows)?.into_iter().next())
}

fn with_members(db: &mut Db, rows: Vec<Row>) -> Result<Vec<OpenRow>, StoreError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let members: Vec<(i64, i64)> = proposal_members::table
        .filter(among(proposal_members::proposal_id, rows.iter().map(|row| row.0)))
        .select((proposal_members::proposal_id, proposal_members::thread_id))
        .load(db)?;
    let mut threads: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (proposal, thread) in members {
        threads.entry(proposal).or_default().insert(thread);
    }
    let open = |(id, kind, group, article): Row| {
        Ok(OpenRow {
            id,
            kind: ProposalKind::parse(&kind).ok_or_else(|| StoreError::Unexpected(format!("proposal {id}: kind")))?,
            group,
            article,
            threads: threads.remove(&id).unwrap_or_default(),
        })
    };
    rows.into_iter().map(open).collect()
}

/// Writes a proposal that is not there yet.
pub(super) fn make(tx: &mut Db, wanted: &Wanted, now: DateTime<Utc>) -> Result<(), StoreError> {
    let id: i64 = diesel::insert_into(proposals::table)
        .values((
            proposals::state.eq(ProposalState::Open.as_str()),
            proposals::made_at.eq(row_time(now)),
            proposals::changed_at.eq(row_time(now)),
            columns(wanted, now),
        ))
        .returning(proposals::id)
        .get_result(tx)?;
    add_members(tx, id, wanted.threads.iter().copied())
}

/// Brings an open proposal to what is wanted now.
pub(super) fn follow(tx: &mut Db, open: &OpenRow, wanted: &Wanted, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = proposals::table.find(open.id);
    diesel::update(row).set(columns(wanted, now)).execute(tx)?;
    let is_same = open.kind == wanted.kind && open.article == wanted.article.map(ArticleId::get);
    if is_same && open.threads == wanted.threads {
        return Ok(());
    }
    let gone = open.threads.difference(&wanted.threads).copied();
    let gone = proposal_members::table
        .filter(proposal_members::proposal_id.eq(open.id))
        .filter(among(proposal_members::thread_id, gone));
    diesel::delete(gone).execute(tx)?;
    add_members(tx, open.id, wanted.threads.difference(&open.threads).copied())?;
    diesel::update(row)
        .set((
            proposals::version.eq(proposals::version + 1),
            proposals::changed_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(())
}

/// Ends open proposals of which nothing is left; nobody decided that.
pub(super) fn lapse(tx: &mut Db, ids: &[i64], now: DateTime<Utc>) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    let open = proposals::table
        .filter(among(proposals::id, ids.iter().copied()))
        .filter(proposals::state.eq(ProposalState::Open.as_str()));
    diesel::update(open)
        .set((
            proposals::state.eq(ProposalState::Lapsed.as_str()),
            proposals::version.eq(proposals::version + 1),
            proposals::changed_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(())
}

fn add_members(tx: &mut Db, id: i64, threads: impl Iterator<Item = i64>) -> Result<(), StoreError> {
    let threads: Vec<i64> = threads.collect();
    for threads in threads.chunks(AT_ONCE) {
        let rows: Vec<_> = threads
            .iter()
            .map(|thread| {
                (
                    proposal_members::proposal_id.eq(id),
                    proposal_members::thread_id.eq(*thread),
                )
            })
            .collect();
        each!(tx => diesel::insert_into(proposal_members::table).values(&rows).execute(tx))?;
    }
    Ok(())
}

type Counts = (
    diesel::dsl::Eq<proposals::people_count, i64>,
    diesel::dsl::Eq<proposals::member_count, i64>,
    diesel::dsl::Eq<proposals::asker_count, i64>,
    diesel::dsl::Eq<proposals::me_too_count, i64>,
    diesel::dsl::Eq<proposals::view_count, i64>,
    diesel::dsl::Eq<proposals::open_count, i64>,
    diesel::dsl::Eq<proposals::recent_count, i64>,
    diesel::dsl::Eq<proposals::unhelpful_count, i64>,
);

fn counts(figures: Figures) -> Counts {
    (
        proposals::people_count.eq(figures.people()),
        proposals::member_count.eq(figures.members),
        proposals::asker_count.eq(figures.askers),
        proposals::me_too_count.eq(figures.me_toos),
        proposals::view_count.eq(figures.views),
        proposals::open_count.eq(figures.open),
        proposals::recent_count.eq(figures.recent),
        proposals::unhelpful_count.eq(figures.unhelpful),
    )
}

type Columns<'a> = (
    diesel::dsl::Eq<proposals::kind, &'static str>,
    diesel::dsl::Eq<proposals::group_id, Option<i64>>,
    diesel::dsl::Eq<proposals::article_id, Option<i64>>,
    diesel::dsl::Eq<proposals::audience, String>,
    diesel::dsl::Eq<proposals::title, &'a str>,
    diesel::dsl::Eq<proposals::weighed_at, chrono::NaiveDateTime>,
    Counts,
);

fn columns(wanted: &Wanted, now: DateTime<Utc>) -> Columns<'_> {
    (
        proposals::kind.eq(wanted.kind.as_str()),
        proposals::group_id.eq(wanted.group.map(RepeatGroupId::get)),
        proposals::article_id.eq(wanted.article.map(ArticleId::get)),
        proposals::audience.eq(wanted.audience.to_string()),
        proposals::title.eq(wanted.title.as_str()),
        proposals::weighed_at.eq(row_time(now)),
        counts(wanted.figures),
    )
}
