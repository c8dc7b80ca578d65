//! What people decide on a proposal: each verb is told the version that somebody saw, and does nothing when it is another one by
//! now. Whoever decides waits for their turn, so that of two who decide at once one wins and the other is told.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::publishing::{Telling, link_and_tell};
use super::{Held, look, weighing};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::{ProposalId, RepeatGroupId, ThreadId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may};
use crate::domain::proposal::{ProposalKind, ProposalRule, ProposalState};
use crate::domain::sight::Sight;
use crate::store::moderations::{self, Subject};
use crate::store::native::among;
use crate::store::repeats::{self, Decision, Member, Regrouped, Seen};
use crate::store::schema::{proposal_members, proposals};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, settings};

/// How deciding on a proposal ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deciding<T = ()> {
    /// It is decided.
    Done(T),
    /// It is not any more what somebody saw: other members, another kind, or nothing.
    Changed,
    /// Somebody else decided meanwhile.
    DecidedBefore,
    /// The user may not do that, or it cannot be done to such a proposal.
    NotYours,
    /// Nothing was ticked of which it could be done.
    Nothing,
}

/// Who decides on what, by the version that they saw.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// Who.
    pub by: &'a User,
    /// What they see.
    pub sight: Sight,
    /// On what.
    pub id: ProposalId,
    /// The version that they saw.
    pub version: i64,
    /// When.
    pub now: DateTime<Utc>,
}

/// What was ticked, of what stood there to be ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticks {
    /// The threads with a check-box.
    pub shown: BTreeSet<ThreadId>,
    /// Those that were ticked.
    pub ticked: BTreeSet<ThreadId>,
}

/// Why a turn does not begin.
type Refused<T> = Result<Held, Deciding<T>>;

/// Takes the turn, brings the proposal to what is so now, and asks whether it still is what was seen.
fn begin<T>(tx: &mut Db, turn: Turn<'_>) -> Result<(Refused<T>, ProposalRule), StoreError> {
    repeats::take_turn(tx)?;
    let rule = settings::load(tx)?.proposal_rule;
    let held = look(tx, turn.sight, turn.id)?;
    if !turn.by.writes_articles() {
        return Ok((Err(Deciding::NotYours), rule));
    }
    let refused = match held.state {
        ProposalState::Open => None,
        ProposalState::Lapsed => Some(Deciding::Changed),
        _ => Some(Deciding::DecidedBefore),
    };
    if let Some(refused) = refused {
        return Ok((Err(refused), rule));
    }
    weigh_anew(tx, &held, rule, turn.now)?;
    let held = look(tx, turn.sight, turn.id)?;
    let is_so = held.state == ProposalState::Open && held.version == turn.version;
    Ok((if is_so { Ok(held) } else { Err(Deciding::Changed) }, rule))
}

/// Brings what is open to what is so now.
fn weigh_anew(tx: &mut Db, held: &Held, rule: ProposalRule, now: DateTime<Utc>) -> Result<(), StoreError> {
    match (held.group, held.kind, held.article) {
        (_, ProposalKind::Revision, Some(article)) => super::weigh_article(tx, article, now),
        (Some(group), _, _) => weighing::weigh(tx, &[group], rule, now),
        (None, _, _) => weighing::lapse_orphans(tx, now).map(drop),
    }
}

/// Unwraps a turn that has begun, or answers why it has not.
macro_rules! begun {
    ($tx:expr, $turn:expr) => {
        match begin($tx, $turn)? {
            (Ok(held), rule) => (held, rule),
            (Err(refused), _) => return Ok(refused),
        }
    };
}

/// Somebody is going to write the article, or to revise it; what they ticked is remembered until it is published.
pub fn adopt(tx: &mut Db, turn: Turn<'_>, ticks: &Ticks) -> Result<Deciding, StoreError> {
    let (held, _) = begun!(tx, turn);
    match held.kind {
        ProposalKind::Article => {}
        ProposalKind::Revision => {
            end(tx, &held, turn, ProposalState::Adopted, "")?;
            return Ok(Deciding::Done(()));
        }
        ProposalKind::Answer | ProposalKind::Linking => return Ok(Deciding::NotYours),
    }
    if own(tx, &held, &ticks.ticked)?.is_empty() {
        return Ok(Deciding::Nothing);
    }
    remember(tx, &held, ticks)?;
    end(tx, &held, turn, ProposalState::Adopted, "")?;
    Ok(Deciding::Done(()))
}

/// Nobody writes it after all: the proposal is open again, as it is by now.
pub fn put_back(tx: &mut Db, turn: Turn<'_>) -> Result<Deciding, StoreError> {
    repeats::take_turn(tx)?;
    let rule = settings::load(tx)?.proposal_rule;
    let held = look(tx, turn.sight, turn.id)?;
    if !turn.by.writes_articles() {
        return Ok(Deciding::NotYours);
    }
    if held.state != ProposalState::Adopted || held.version != turn.version {
        return Ok(Deciding::Changed);
    }
    let row = proposals::table.find(held.id);
    let opened = (
        proposals::state.eq(ProposalState::Open.as_str()),
        proposals::decided_at.eq(None::<chrono::NaiveDateTime>),
        proposals::decided_by_id.eq(None::<i64>),
        proposals::version.eq(proposals::version + 1),
    );
    diesel::update(row).set(opened).execute(tx)?;
    if held.kind.is_new_article() {
        diesel::update(row)
            .set(proposals::article_id.eq(None::<i64>))
            .execute(tx)?;
    }
    weigh_anew(tx, &held, rule, turn.now)?;
    Ok(Deciding::Done(()))
}

/// Nothing is to be done about it; it comes back once the group has grown by half.
pub fn decline(tx: &mut Db, turn: Turn<'_>, reason: &Reason) -> Result<Deciding, StoreError> {
    let (held, _) = begun!(tx, turn);
    end(tx, &held, turn, ProposalState::Declined, reason.as_str())?;
    log(tx, turn, &held, Act::DeclineProposal, reason.as_str())?;
    Ok(Deciding::Done(()))
}

/// Links what is ticked to the article that answers it, and tells their askers.
pub fn link(tx: &mut Db, turn: Turn<'_>, ticks: &Ticks) -> Result<Deciding<Telling>, StoreError> {
    let (held, rule) = begun!(tx, turn);
    let Some(article) = held.article.filter(|_| held.kind == ProposalKind::Linking) else {
        return Ok(Deciding::NotYours);
    };
    if !may(turn.by, Verb::LinkArticle, None) {
        return Ok(Deciding::NotYours);
    }
    let ticked = own(tx, &held, &ticks.ticked)?;
    if ticked.is_empty() {
        return Ok(Deciding::Nothing);
    }
    remember(tx, &held, ticks)?;
    end(tx, &held, turn, ProposalState::Done, "")?;
    let told = link_and_tell(tx, turn.by, turn.sight, article, &ticked, turn.now)?;
    if let Some(group) = held.group {
        weighing::weigh(tx, &[group], rule, turn.now)?;
    }
    Ok(Deciding::Done(told))
}

/// The members of another open proposal ask the same: both groups become one, and so do the proposals.
pub fn merge(tx: &mut Db, turn: Turn<'_>, other: ProposalId) -> Result<Deciding, StoreError> {
    let (held, rule) = begun!(tx, turn);
    let other = match look(tx, turn.sight, other) {
        Err(StoreError::NotFound) => return Ok(Deciding::Changed),
        other => other?,
    };
    let (Some(group), Some(second)) = (held.group, other.group) else {
        return Ok(Deciding::NotYours);
    };
    if group == second || other.state != ProposalState::Open {
        return Ok(Deciding::Changed);
    }
    let members = members_of(tx, &[held.id, other.id])?;
    let members = repeats::groups_of(tx, &members)?;
    join(tx, turn, &members)?;
    end(tx, &other, turn, ProposalState::Merged, "")?;
    diesel::update(proposals::table.find(other.id))
        .set(proposals::into_id.eq(Some(held.id)))
        .execute(tx)?;
    repeats::regroup(tx, &seen(&members), &[group_of(&members)], turn.now)?;
    log(tx, turn, &held, Act::JoinRepeats, "")?;
    go_on(tx, &held, members.first().map(|member| member.thread), rule, turn.now)?;
    Ok(Deciding::Done(()))
}

/// Writes down that all of these are the same as the most central of them, which binds them together.
fn join(tx: &mut Db, turn: Turn<'_>, members: &[Member]) -> Result<(), StoreError> {
    let central = members
        .iter()
        .max_by_key(|member| (member.thousandths, std::cmp::Reverse(member.thread)));
    let Some(central) = central else { return Ok(()) };
    for member in members.iter().filter(|member| member.thread != central.thread) {
        decide(tx, turn, (central.thread, member.thread), true)?;
    }
    Ok(())
}

/// What is ticked asks something else than the rest: they are two groups from now on, and never meet again by themselves. The
/// proposal goes on with the larger one.
pub fn split(tx: &mut Db, turn: Turn<'_>, ticked: &BTreeSet<ThreadId>) -> Result<Deciding, StoreError> {
    let (held, rule) = begun!(tx, turn);
    if held.group.is_none() {
        return Ok(Deciding::NotYours);
    }
    let ticked: BTreeSet<ThreadId> = own(tx, &held, ticked)?.into_iter().collect();
    let known = members_of(tx, &[held.id])?;
    let members = repeats::groups_of(tx, &known)?;
    let (apart, rest): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| ticked.contains(&member.thread));
    if apart.is_empty() || rest.is_empty() {
        return Ok(Deciding::Nothing);
    }
    for one in &apart {
        for other in &rest {
            decide(tx, turn, (one.thread, other.thread), false)?;
        }
    }
    let after = [group_of(rest.iter().copied()), group_of(apart.iter().copied())];
    repeats::regroup(tx, &seen(&members), &after, turn.now)?;
    log(tx, turn, &held, Act::PartRepeats, "")?;
    let larger = if apart.len() > rest.len() { &apart } else { &rest };
    let stays = larger
        .iter()
        .map(|member| member.thread)
        .find(|thread| known.contains(thread));
    go_on(tx, &held, stays, rule, turn.now)?;
    Ok(Deciding::Done(()))
}

/// The proposal goes on with the group in which this thread is by now; what is proposed is weighed anew.
fn go_on(
    tx: &mut Db,
    held: &Held,
    thread: Option<ThreadId>,
    rule: ProposalRule,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let members = match thread {
        Some(thread) => repeats::groups_of(tx, &[thread])?,
        None => Vec::new(),
    };
    let group = members.first().map(|member| member.group);
    diesel::update(proposals::table.find(held.id))
        .set(proposals::group_id.eq(group.map(RepeatGroupId::get)))
        .execute(tx)?;
    weighing::lapse_orphans(tx, now)?;
    let all: BTreeSet<RepeatGroupId> = group.into_iter().chain(held.group).collect();
    weighing::weigh(tx, &all.into_iter().collect::<Vec<_>>(), rule, now)
}

fn decide(tx: &mut Db, turn: Turn<'_>, (one, other): (ThreadId, ThreadId), is_same: bool) -> Result<(), StoreError> {
    repeats::decide(tx, Decision { one, other, is_same }, Some(turn.by.id), turn.now)
}

fn seen(members: &[Member]) -> Seen {
    members
        .iter()
        .map(|member| (member.thread, Some(member.group)))
        .collect::<BTreeMap<_, _>>()
}

fn group_of<'m>(members: impl IntoIterator<Item = &'m Member>) -> Regrouped {
    Regrouped::of(members.into_iter().map(|member| (member.thread, member.thousandths)))
}

/// The threads that proposals are about.
fn members_of(db: &mut Db, ids: &[i64]) -> Result<Vec<ThreadId>, StoreError> {
    let rows: Vec<i64> = proposal_members::table
        .filter(among(proposal_members::proposal_id, ids.iter().copied()))
        .order(proposal_members::thread_id)
        .select(proposal_members::thread_id)
        .load(db)?;
    Ok(rows.into_iter().map(ThreadId::stored).collect())
}

/// Which of these threads the proposal is about, in the order of their ids.
fn own(db: &mut Db, held: &Held, ids: &BTreeSet<ThreadId>) -> Result<Vec<ThreadId>, StoreError> {
    let members = members_of(db, &[held.id])?;
    Ok(members.into_iter().filter(|id| ids.contains(id)).collect())
}

/// Keeps which threads were ticked, and which were left out; of what was not shown nothing is known.
fn remember(tx: &mut Db, held: &Held, ticks: &Ticks) -> Result<(), StoreError> {
    let left: BTreeSet<ThreadId> = ticks.shown.difference(&ticks.ticked).copied().collect();
    for (ids, is_ticked) in [(&ticks.ticked, true), (&left, false)] {
        let rows = proposal_members::table
            .filter(proposal_members::proposal_id.eq(held.id))
            .filter(among(proposal_members::thread_id, ids.iter().map(|id| id.get())));
        diesel::update(rows)
            .set(proposal_members::is_ticked.eq(Some(is_ticked)))
            .execute(tx)?;
    }
    Ok(())
}

fn end(tx: &mut Db, held: &Held, turn: Turn<'_>, state: ProposalState, reason: &str) -> Result<(), StoreError> {
    diesel::update(proposals::table.find(held.id))
        .set((
            proposals::state.eq(state.as_str()),
            proposals::version.eq(proposals::version + 1),
            proposals::decided_at.eq(Some(row_time(turn.now))),
            proposals::decided_by_id.eq(Some(turn.by.id.get())),
            proposals::reason.eq(reason),
        ))
        .execute(tx)?;
    Ok(())
}

/// The moderation log names the first thread of the proposal.
fn log(tx: &mut Db, turn: Turn<'_>, held: &Held, act: Act, reason: &str) -> Result<(), StoreError> {
    let first = members_of(tx, &[held.id])?.into_iter().next();
    let subject = Subject {
        thread: first,
        ..Subject::default()
    };
    moderations::record(tx, Some(turn.by.id), act, subject, reason, turn.now)
}
