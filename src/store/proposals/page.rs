//! One proposal with all that stands on its page; of its questions those of one part are read whole.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::list::{self, ProposalRow, Row};
use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::id::{ArticleId, ProposalId, ThreadId};
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::sight::Sight;
use crate::domain::thread::Standing;
use crate::store::authors::{Author, Authors};
use crate::store::native::among;
use crate::store::schema::{
    acceptances, article_links, articles, categories, proposal_members, proposals, repeat_members, threads,
};
use crate::store::time::utc;
use crate::store::written::shown_body;
use crate::store::{Db, StoreError};
use crate::text::excerpt;

/// How much of a question is shown, in characters.
const EXCERPT: usize = 240;
/// The most members that are known of a proposal.
const MOST_MEMBERS: i64 = 5_000;

/// A proposal with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalPage {
    /// The proposal.
    pub row: ProposalRow,
    /// Its questions in sight, in the order of their ids: when each was asked, and how like the others it is, in thousandths.
    pub questions: Vec<(ThreadId, DateTime<Utc>, i64)>,
}

/// The page of a proposal; absent when it is out of sight.
pub fn page(db: &mut Db, sight: Sight, id: ProposalId) -> Result<ProposalPage, StoreError> {
    let row: Row = list::rows()
        .filter(proposals::id.eq(id.get()))
        .filter(among(proposals::audience, sight.audience_names()))
        .first(db)?;
    let row = list::dress(db, sight, vec![row])?
        .into_iter()
        .next()
        .ok_or(StoreError::NotFound)?;
    Ok(ProposalPage {
        row,
        questions: questions(db, sight, id)?,
    })
}

fn questions(db: &mut Db, sight: Sight, id: ProposalId) -> Result<Vec<(ThreadId, DateTime<Utc>, i64)>, StoreError> {
    let rows: Vec<(i64, NaiveDateTime)> = proposal_members::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(proposal_members::proposal_id.eq(id.get()))
        .filter(threads::deleted_at.is_null())
        .filter(among(categories::audience, sight.audience_names()))
        .order(proposal_members::thread_id)
        .limit(MOST_MEMBERS)
        .select((threads::id, threads::created_at))
        .load(db)?;
    let alike: Vec<(i64, i64)> = repeat_members::table
        .filter(among(repeat_members::thread_id, rows.iter().map(|row| row.0)))
        .select((repeat_members::thread_id, repeat_members::thousandths))
        .load(db)?;
    let alike: BTreeMap<i64, i64> = alike.into_iter().collect();
    let question = |(id, at): (i64, NaiveDateTime)| {
        (
            ThreadId::stored(id),
            utc(at),
            alike.get(&id).copied().unwrap_or_default(),
        )
    };
    Ok(rows.into_iter().map(question).collect())
}

/// What settled a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// Nothing yet.
    Open,
    /// An accepted answer.
    Accepted,
    /// An article, named.
    Article(ArticleId, String),
    /// It is closed.
    Closed,
}

/// A question of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberView {
    /// Its thread.
    pub thread: ThreadId,
    /// Its title.
    pub title: String,
    /// How it begins.
    pub excerpt: String,
    /// Where it stands.
    pub standing: Standing,
    /// What settled it.
    pub settled: Settled,
    /// Who asked.
    pub asker: Author,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// How many people have the same problem.
    pub me_toos: i64,
    /// Whether the article of the proposal answers it.
    pub is_linked: bool,
    /// Whether it was ticked when somebody decided.
    pub was_ticked: Option<bool>,
}

type MemberRow = (
    i64,
    (String, String, i64),
    (Option<i64>, Option<String>),
    NaiveDateTime,
    (String, i16, String),
    Option<bool>,
);

/// These questions of a proposal whole, in the order of their asking; the caller has read its page.
pub fn members(db: &mut Db, sight: Sight, row: &ProposalRow, ids: &[ThreadId]) -> Result<Vec<MemberView>, StoreError> {
    let rows: Vec<MemberRow> = proposal_members::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(proposal_members::proposal_id.eq(row.id.get()))
        .filter(among(proposal_members::thread_id, ids.iter().map(|id| id.get())))
        .filter(threads::deleted_at.is_null())
        .filter(among(categories::audience, sight.audience_names()))
        .select((
            threads::id,
            (threads::title, threads::standing, threads::me_too_count),
            (threads::author_id, threads::author_name),
            threads::created_at,
            (threads::body_html, threads::renderer, threads::body_markdown),
            proposal_members::is_ticked,
        ))
        .load(db)?;
    let numbers: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let people = Authors::load(db, rows.iter().map(|row| row.2.0))?;
    let accepted = accepted(db, &numbers)?;
    let answers = answers(db, sight, &numbers)?;
    let own = row
        .article
        .as_ref()
        .map(|(id, _)| *id)
        .filter(|_| row.kind != ProposalKind::Revision);
    let view = |(id, words, author, at, body, was_ticked): MemberRow| {
        let standing = Standing::parse(&words.1);
        let standing = standing.ok_or_else(|| StoreError::Unexpected(format!("thread {id}: standing")))?;
        let linked = answers.get(&id).map_or(&[][..], Vec::as_slice);
        let settled = match (accepted.contains(&id), linked.first(), standing) {
            (true, _, _) => Settled::Accepted,
            (false, Some((article, title)), _) => Settled::Article(*article, title.clone()),
            (false, None, Standing::Closed) => Settled::Closed,
            _ => Settled::Open,
        };
        Ok(MemberView {
            thread: ThreadId::stored(id),
            excerpt: excerpt::words(&shown_body(body.0, body.1, || body.2), EXCERPT),
            title: words.0,
            standing,
            settled,
            asker: people.of(author.0, author.1),
            asked_at: utc(at),
            me_toos: words.2,
            is_linked: linked.iter().any(|(article, _)| Some(*article) == own),
            was_ticked,
        })
    };
    let mut members: Vec<MemberView> = rows.into_iter().map(view).collect::<Result<_, StoreError>>()?;
    members.sort_by_key(|member| (member.asked_at, member.thread));
    Ok(members)
}

fn accepted(db: &mut Db, ids: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let ids: Vec<i64> = acceptances::table
        .filter(among(acceptances::thread_id, ids.iter().copied()))
        .filter(acceptances::ended_at.is_null())
        .select(acceptances::thread_id)
        .load(db)?;
    Ok(ids.into_iter().collect())
}

/// The published articles in sight that answer threads.
fn answers(db: &mut Db, sight: Sight, ids: &[i64]) -> Result<BTreeMap<i64, Vec<(ArticleId, String)>>, StoreError> {
    let rows: Vec<(i64, i64, String)> = article_links::table
        .inner_join(articles::table)
        .filter(among(article_links::thread_id, ids.iter().copied()))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .filter(among(articles::audience, sight.audience_names()))
        .order(article_links::id)
        .select((article_links::thread_id, articles::id, articles::title))
        .load(db)?;
    let mut answers: BTreeMap<i64, Vec<(ArticleId, String)>> = BTreeMap::new();
    for (thread, article, title) in rows {
        answers
            .entry(thread)
            .or_default()
            .push((ArticleId::stored(article), title));
    }
    Ok(answers)
}

/// What was ticked when a proposal was adopted that has no article yet; `None` when it is not adopted, or has one.
pub fn ticked(db: &mut Db, sight: Sight, id: ProposalId) -> Result<Option<Vec<(ThreadId, i64)>>, StoreError> {
    let found = page(db, sight, id)?;
    let is_to_write = found.row.state == ProposalState::Adopted
        && found.row.kind == ProposalKind::Article
        && found.row.article.is_none();
    if !is_to_write {
        return Ok(None);
    }
    let ticked: Vec<i64> = proposal_members::table
        .filter(proposal_members::proposal_id.eq(id.get()))
        .filter(proposal_members::is_ticked.eq(Some(true)))
        .limit(MOST_MEMBERS)
        .select(proposal_members::thread_id)
        .load(db)?;
    let ticked: BTreeSet<i64> = ticked.into_iter().collect();
    let own = found
        .questions
        .into_iter()
        .filter(|(id, _, _)| ticked.contains(&id.get()));
    Ok(Some(own.map(|(id, _, thousandths)| (id, thousandths)).collect()))
}
