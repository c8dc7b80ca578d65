//! Lists of proposals: the desk's, what a thread belongs to, and what a group could be merged with.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::marks_of;
use super::titles::seen_titles;
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::{ArticleId, ProposalId, ThreadId};
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::sight::Sight;
use crate::store::authors::{Author, Authors};
use crate::store::native::among;
use crate::store::schema::{articles, proposal_members, proposals};
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// Counting stops here: more is more than anybody does in a day.
pub const MOST_COUNTED: i64 = 100;
/// How many other proposals are offered to be merged with.
const MOST_OTHERS: i64 = 50;

/// A proposal as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRow {
    /// Its id.
    pub id: ProposalId,
    /// What it proposes.
    pub kind: ProposalKind,
    /// What became of it.
    pub state: ProposalState,
    /// Which version this is.
    pub version: i64,
    /// The title of its most central question, or of the article that is to be revised.
    pub title: String,
    /// The article that it links to, revises, or became.
    pub article: Option<(ArticleId, String)>,
    /// How many people it affects, by which the desk is ranked.
    pub people: i64,
    /// How many questions it is about.
    pub members: i64,
    /// How many different people asked them.
    pub askers: i64,
    /// How many people said "me too".
    pub me_toos: i64,
    /// How often they were read.
    pub views: i64,
    /// How many are open.
    pub open: i64,
    /// How many were asked in the last four weeks.
    pub recent: i64,
    /// How many readers lately said that the article did not help.
    pub unhelpful: i64,
    /// When it was first proposed.
    pub made_at: DateTime<Utc>,
    /// Who decided on it, and when.
    pub decided: Option<(Author, DateTime<Utc>)>,
    /// Why it was declined.
    pub reason: String,
    /// The proposal that it became part of.
    pub into: Option<ProposalId>,
}

type Counts = (i64, i64, i64, i64, i64, i64, i64, i64);

#[derive(Queryable)]
pub(super) struct Row {
    id: i64,
    marks: (String, String),
    version: i64,
    title: String,
    article: Option<(i64, String)>,
    counts: Counts,
    made_at: NaiveDateTime,
    decided: (Option<NaiveDateTime>, Option<i64>),
    reason: String,
    into_id: Option<i64>,
}

/// The rows of proposals, to be filtered and put in an order.
#[diesel::dsl::auto_type]
pub(super) fn rows() -> _ {
    proposals::table.left_join(articles::table).select((
        proposals::id,
        (proposals::kind, proposals::state),
        proposals::version,
        proposals::title,
        (articles::id, articles::title).nullable(),
        (
            proposals::people_count,
            proposals::member_count,
            proposals::asker_count,
            proposals::me_too_count,
            proposals::view_count,
            proposals::open_count,
            proposals::recent_count,
            proposals::unhelpful_count,
        ),
        proposals::made_at,
        (proposals::decided_at, proposals::decided_by_id),
        proposals::reason,
        proposals::into_id,
    ))
}

/// Gives rows the names of those who decided, and titles that their reader may see; without one there is no row.
pub(super) fn dress(db: &mut Db, sight: Sight, rows: Vec<Row>) -> Result<Vec<ProposalRow>, StoreError> {
    let is_named_by_question = |row: &&Row| row.marks.0 != ProposalKind::Revision.as_str();
    let by_question = rows.iter().filter(is_named_by_question);
    let by_question: Vec<(i64, String)> = by_question.map(|row| (row.id, row.title.clone())).collect();
    let mut titles = seen_titles(db, sight, by_question)?;
    // What is to be revised is an article, by whose title it goes.
    let by_article = rows.iter().filter(|row| !is_named_by_question(row));
    titles.extend(by_article.map(|row| (row.id, row.title.clone())));
    let people = Authors::load(db, rows.iter().map(|row| row.decided.1))?;
    let dressed = |row: Row| -> Result<Option<ProposalRow>, StoreError> {
        let Some(title) = titles.get(&row.id).cloned() else {
            return Ok(None);
        };
        let (kind, state) = marks_of(row.id, &row.marks.0, &row.marks.1)?;
        let (people_count, members, askers, me_toos, views, open, recent, unhelpful) = row.counts;
        let decided = row.decided;
        Ok(Some(ProposalRow {
            id: ProposalId::stored(row.id),
            kind,
            state,
            version: row.version,
            title,
            article: row.article.map(|(id, title)| (ArticleId::stored(id), title)),
            people: people_count,
            members,
            askers,
            me_toos,
            views,
            open,
            recent,
            unhelpful,
            made_at: utc(row.made_at),
            decided: decided.0.map(|at| (people.of(decided.1, None), utc(at))),
            reason: row.reason,
            into: row.into_id.map(ProposalId::stored),
        }))
    };
    rows.into_iter().filter_map(|row| dressed(row).transpose()).collect()
}

/// Which proposals a page of the desk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// What waits for a decision, of every kind or of one.
    Open(Option<ProposalKind>),
    /// What somebody is writing.
    Adopted,
    /// What was decided, the latest first.
    Decided,
}

/// A page of the desk: what affects most people first, or what was decided last.
pub fn list(
    db: &mut Db,
    sight: Sight,
    filter: Filter,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<ProposalRow>, StoreError> {
    let rows: Vec<Row> = match filter {
        Filter::Open(kind) => ranked(db, sight, ProposalState::Open, kind, after, size)?,
        Filter::Adopted => ranked(db, sight, ProposalState::Adopted, None, after, size)?,
        Filter::Decided => decided(db, sight, after, size)?,
    };
    let position = |row: &Row| Cursor {
        key: match (filter, row.decided.0) {
            (Filter::Decided, Some(at)) => utc(at).timestamp_micros(),
            _ => row.counts.0,
        },
        id: row.id,
    };
    let PageOf { items, more } = PageOf::cut(rows, usize::try_from(size).unwrap_or_default(), position);
    let items = dress(db, sight, items)?;
    Ok(PageOf { items, more })
}

fn ranked(
    db: &mut Db,
    sight: Sight,
    state: ProposalState,
    kind: Option<ProposalKind>,
    after: Option<Cursor>,
    size: i64,
) -> Result<Vec<Row>, StoreError> {
    let mut query = rows()
        .filter(proposals::state.eq(state.as_str()))
        .filter(among(proposals::audience, sight.audience_names()))
        .order((proposals::people_count.desc(), proposals::id.desc()))
        .limit(size + 1)
        .into_boxed();
    if let Some(kind) = kind {
        query = query.filter(proposals::kind.eq(kind.as_str()));
    }
    if let Some(Cursor { key, id }) = after {
        query = query
            .filter(proposals::people_count.le(key))
            .filter(proposals::people_count.lt(key).or(proposals::id.lt(id)));
    }
    Ok(query.load(db)?)
}

fn decided(db: &mut Db, sight: Sight, after: Option<Cursor>, size: i64) -> Result<Vec<Row>, StoreError> {
    let mut query = rows()
        .filter(proposals::decided_at.is_not_null())
        .filter(proposals::state.ne(ProposalState::Adopted.as_str()))
        .filter(among(proposals::audience, sight.audience_names()))
        .order((proposals::decided_at.desc(), proposals::id.desc()))
        .limit(size + 1)
        .into_boxed();
    if let Some(after) = after {
        let (at, id) = (after.moment().unwrap_or_default().naive_utc(), after.id);
        query = query
            .filter(proposals::decided_at.le(at))
            .filter(proposals::decided_at.lt(at).or(proposals::id.lt(id).nullable()));
    }
    Ok(query.load(db)?)
}

/// How many proposals wait for a decision, up to [`MOST_COUNTED`].
pub fn waiting_count(db: &mut Db, sight: Sight) -> Result<i64, StoreError> {
    let ids: Vec<i64> = proposals::table
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .filter(among(proposals::audience, sight.audience_names()))
        .order((proposals::people_count.desc(), proposals::id.desc()))
        .limit(MOST_COUNTED)
        .select(proposals::id)
        .load(db)?;
    Ok(i64::try_from(ids.len()).unwrap_or(MOST_COUNTED))
}

/// The newest proposal that a thread belongs to and that was not declined, with how many questions it is about.
pub fn of_thread(db: &mut Db, sight: Sight, thread: ThreadId) -> Result<Option<(ProposalId, i64)>, StoreError> {
    let alive = [ProposalState::Open, ProposalState::Adopted, ProposalState::Done];
    let row: Option<(i64, i64)> = proposal_members::table
        .inner_join(proposals::table)
        .filter(proposal_members::thread_id.eq(thread.get()))
        .filter(among(proposals::state, alive.map(ProposalState::as_str)))
        .filter(among(proposals::audience, sight.audience_names()))
        .order(proposal_members::proposal_id.desc())
        .select((proposals::id, proposals::member_count))
        .first(db)
        .optional()?;
    Ok(row.map(|(id, count)| (ProposalId::stored(id), count)))
}

/// Other open proposals of groups, with which one may be merged: those that affect most people.
pub fn others(db: &mut Db, sight: Sight, id: ProposalId) -> Result<Vec<(ProposalId, String)>, StoreError> {
    let rows: Vec<(i64, String)> = proposals::table
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .filter(proposals::group_id.is_not_null())
        .filter(proposals::id.ne(id.get()))
        .filter(among(proposals::audience, sight.audience_names()))
        .order((proposals::people_count.desc(), proposals::id.desc()))
        .limit(MOST_OTHERS)
        .select((proposals::id, proposals::title))
        .load(db)?;
    let order: Vec<i64> = rows.iter().map(|(id, _)| *id).collect();
    let mut titles = seen_titles(db, sight, rows)?;
    let named = |id: i64| Some((ProposalId::stored(id), titles.remove(&id)?));
    Ok(order.into_iter().filter_map(named).collect())
}
