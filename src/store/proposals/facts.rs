//! What is known of groups when they are weighed, read for many of them in a fixed number of queries.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::category::Audience;
use crate::domain::id::ThreadId;
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::thread::Standing;
use crate::store::native::among;
use crate::store::schema::{
    acceptances, article_links, articles, categories, proposal_members, proposals, repeat_groups, repeat_members,
    repeat_scans, replies, threads,
};
use crate::store::time::utc;
use crate::store::{Db, StoreError, outbreaks, repeats};

/// The most rows that are read of anything at once.
const MOST_READ: i64 = 50_000;

/// A member of a group.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Member {
    pub(super) group: i64,
    pub(super) thread: i64,
    pub(super) thousandths: i64,
    pub(super) author: (Option<i64>, Option<String>),
    pub(super) created_at: NaiveDateTime,
    pub(super) standing: String,
    pub(super) counts: (i64, i64),
    pub(super) title: String,
    pub(super) audience: String,
}

impl Member {
    /// Who asked; all of whom nobody knows anything are one.
    pub(super) fn asker(&self) -> (Option<i64>, Option<&str>) {
        match self.author.0 {
            Some(id) => (Some(id), None),
            None => (None, self.author.1.as_deref()),
        }
    }

    pub(super) fn is_open(&self) -> bool {
        Standing::parse(&self.standing).is_some_and(Standing::is_open)
    }

    /// Who sees it; a row that says so strangely is for the staff.
    pub(super) fn audience(&self) -> Audience {
        Audience::parse(&self.audience).unwrap_or(Audience::Staff)
    }

    fn is_of_staff(&self) -> bool {
        self.audience() == Audience::Staff
    }

    pub(super) fn asked(&self) -> outbreaks::Asked {
        outbreaks::Asked {
            thread: ThreadId::stored(self.thread),
            by: self.author.clone(),
            at: utc(self.created_at),
        }
    }
}

/// A proposal on which somebody decided, as far as one thread is concerned.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Past {
    pub(super) thread: i64,
    pub(super) is_ticked: Option<bool>,
    pub(super) id: i64,
    pub(super) kind: String,
    pub(super) state: String,
    pub(super) article: Option<i64>,
    pub(super) member_count: i64,
}

impl Past {
    pub(super) fn is(&self, state: ProposalState) -> bool {
        self.state == state.as_str()
    }

    pub(super) fn is_new_article(&self) -> bool {
        ProposalKind::parse(&self.kind).is_some_and(ProposalKind::is_new_article)
    }
}

/// What is known of some groups, in a fixed number of queries.
pub(super) struct Facts {
    pub(super) members: BTreeMap<i64, Vec<Member>>,
    pub(super) made_by_scan: BTreeSet<i64>,
    /// Which published articles answer a thread.
    pub(super) answers: BTreeMap<i64, Vec<i64>>,
    /// Threads with an answer that was accepted or upvoted.
    pub(super) evident: BTreeSet<i64>,
    pub(super) past: BTreeMap<i64, Vec<Past>>,
}

impl Facts {
    pub(super) fn read(db: &mut Db, ids: &[i64]) -> Result<Self, StoreError> {
        let mut members: BTreeMap<i64, Vec<Member>> = BTreeMap::new();
        // What is private is proposed to nobody: a proposal, and what is made of it, has other readers.
        let shared = |member: &Member| !member.audience().is_private();
        for member in members_of(db, ids)?.into_iter().filter(shared) {
            members.entry(member.group).or_default().push(member);
        }
        for group in members.values_mut() {
            if group.iter().any(|member| !member.is_of_staff()) {
                group.retain(|member| !member.is_of_staff());
            }
        }
        let threads: Vec<i64> = members.values().flatten().map(|member| member.thread).collect();
        Ok(Self {
            members,
            made_by_scan: made_by_scan(db, ids)?,
            answers: answers_of(db, &threads)?,
            evident: evident(db, &threads)?,
            past: past_of(db, &threads)?,
        })
    }
}

fn members_of(db: &mut Db, groups: &[i64]) -> Result<Vec<Member>, StoreError> {
    Ok(repeat_members::table
        .inner_join(threads::table.inner_join(categories::table))
        .filter(among(repeat_members::group_id, groups.iter().copied()))
        .filter(threads::deleted_at.is_null())
        .order((repeat_members::group_id, repeat_members::thread_id))
        .limit(MOST_READ)
        .select((
            repeat_members::group_id,
            repeat_members::thread_id,
            repeat_members::thousandths,
            (threads::author_id, threads::author_name),
            threads::created_at,
            threads::standing,
            (threads::me_too_count, threads::view_count),
            threads::title,
            categories::audience,
        ))
        .load(db)?)
}

/// Which of these groups a scan of all threads made: they are of all time, as after an import.
fn made_by_scan(db: &mut Db, groups: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let scan: Option<(NaiveDateTime, Option<NaiveDateTime>)> = repeat_scans::table
        .find(repeats::FOLLOWER)
        .select((repeat_scans::began_at, repeat_scans::ended_at))
        .first(db)
        .optional()?;
    let Some((began_at, ended_at)) = scan else {
        return Ok(BTreeSet::new());
    };
    let mut made = repeat_groups::table
        .filter(among(repeat_groups::id, groups.iter().copied()))
        .filter(repeat_groups::made_at.ge(began_at))
        .select(repeat_groups::id)
        .into_boxed();
    if let Some(ended_at) = ended_at {
        made = made.filter(repeat_groups::made_at.le(ended_at));
    }
    let made: Vec<i64> = made.load(db)?;
    Ok(made.into_iter().collect())
}

fn answers_of(db: &mut Db, threads: &[i64]) -> Result<BTreeMap<i64, Vec<i64>>, StoreError> {
    let links: Vec<(i64, i64)> = article_links::table
        .inner_join(articles::table)
        .filter(among(article_links::thread_id, threads.iter().copied()))
        .filter(article_links::kind.eq(LinkKind::Answers.as_str()))
        .filter(article_links::ended_at.is_null())
        .filter(articles::state.eq(ArticleState::Published.as_str()))
        .limit(MOST_READ)
        .select((article_links::thread_id, article_links::article_id))
        .load(db)?;
    let mut answers: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (thread, article) in links {
        answers.entry(thread).or_default().push(article);
    }
    Ok(answers)
}

fn evident(db: &mut Db, threads: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
    let mut evident: Vec<i64> = acceptances::table
        .filter(among(acceptances::thread_id, threads.iter().copied()))
        .filter(acceptances::ended_at.is_null())
        .limit(MOST_READ)
        .select(acceptances::thread_id)
        .load(db)?;
    let upvoted: Vec<i64> = replies::table
        .filter(among(replies::thread_id, threads.iter().copied()))
        .filter(replies::score.gt(0))
        .filter(replies::deleted_at.is_null())
        .limit(MOST_READ)
        .select(replies::thread_id)
        .load(db)?;
    evident.extend(upvoted);
    Ok(evident.into_iter().collect())
}

fn past_of(db: &mut Db, threads: &[i64]) -> Result<BTreeMap<i64, Vec<Past>>, StoreError> {
    let decided = [ProposalState::Adopted, ProposalState::Done, ProposalState::Declined];
    let rows: Vec<Past> = proposal_members::table
        .inner_join(proposals::table)
        .filter(among(proposal_members::thread_id, threads.iter().copied()))
        .filter(among(proposals::state, decided.map(ProposalState::as_str)))
        .limit(MOST_READ)
        .select((
            proposal_members::thread_id,
            proposal_members::is_ticked,
            proposals::id,
            proposals::kind,
            proposals::state,
            proposals::article_id,
            proposals::member_count,
        ))
        .load(db)?;
    let mut past: BTreeMap<i64, Vec<Past>> = BTreeMap::new();
    for row in rows {
        past.entry(row.thread).or_default().push(row);
    }
    Ok(past)
}
