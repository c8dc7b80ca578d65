//! What groups of repeated questions propose: read anew whenever a group, one of its threads or an article that answers it changed,
//! and once a day, since growth is a matter of time.
//!
//! A group that no published article answers proposes a new article once enough people asked within the days of the rule, all
//! time for groups that a scan of all threads made; it proposes an answer first while none of its answers is accepted or
//! upvoted. Once it proposes, it does so while the group is large enough, however old it grows. A group that an article
//! answers proposes linking what is still open. What people decided holds: see [`Past`].
//!
//! Questions of staff's categories are left out where others are in the group too: whoever works on the proposal may not see
//! them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{self, Figures, OpenRow, Wanted};
use crate::domain::article::{ArticleState, LinkKind};
use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, RepeatGroupId, ThreadId};
use crate::domain::proposal::{ProposalKind, ProposalRule, ProposalState, RECENT, has_grown_by_half};
use crate::domain::thread::Standing;
use crate::store::native::among;
use crate::store::schema::{
    acceptances, article_links, articles, categories, proposal_members, proposals, repeat_groups, repeat_members,
    replies, threads,
};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, outbreaks, repeats};

/// The most rows that are read of anything at once.
const MOST_READ: i64 = 50_000;
/// After how long the figures of an open proposal are weighed again.
const AGE: Duration = Duration::days(1);

/// The next groups that have to be weighed.
pub fn next_groups(db: &mut Db, size: i64) -> Result<Vec<RepeatGroupId>, StoreError> {
    let ids: Vec<i64> = repeat_groups::table
        .filter(repeat_groups::weighed_at.is_null())
        .order(repeat_groups::id)
        .limit(size)
        .select(repeat_groups::id)
        .load(db)?;
    Ok(ids.into_iter().map(RepeatGroupId::stored).collect())
}

/// The groups of open proposals that were not weighed for a day.
pub fn aged(db: &mut Db, size: i64, now: DateTime<Utc>) -> Result<Vec<RepeatGroupId>, StoreError> {
    let ids: Vec<Option<i64>> = proposals::table
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .filter(proposals::weighed_at.lt(row_time(now - AGE)))
        .filter(proposals::group_id.is_not_null())
        .order((proposals::weighed_at, proposals::id))
        .limit(size)
        .select(proposals::group_id)
        .load(db)?;
    Ok(ids.into_iter().flatten().map(RepeatGroupId::stored).collect())
}

/// Says that the groups of these threads have to be weighed again.
pub fn weigh_threads(tx: &mut Db, ids: &[ThreadId]) -> Result<(), StoreError> {
    let groups: Vec<i64> = repeat_members::table
        .filter(among(repeat_members::thread_id, ids.iter().map(|id| id.get())))
        .select(repeat_members::group_id)
        .distinct()
        .load(tx)?;
    repeats::to_weigh(tx, groups.into_iter().map(RepeatGroupId::stored))
}

/// Ends open proposals whose groups are gone.
pub fn lapse_orphans(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    repeats::take_turn(tx)?;
    let ids: Vec<i64> = proposals::table
        .filter(proposals::group_id.is_null())
        .filter(proposals::state.eq(ProposalState::Open.as_str()))
        .filter(proposals::kind.ne(ProposalKind::Revision.as_str()))
        .limit(MOST_READ)
        .select(proposals::id)
        .load(tx)?;
    rows::lapse(tx, &ids, now)?;
    Ok(ids.len())
}

/// Brings what these groups propose to what is so now, and notices outbreaks among them.
pub fn weigh(tx: &mut Db, groups: &[RepeatGroupId], rule: ProposalRule, now: DateTime<Utc>) -> Result<(), StoreError> {
    repeats::take_turn(tx)?;
    let ids: Vec<i64> = groups.iter().map(|group| group.get()).collect();
    diesel::update(repeat_groups::table.filter(among(repeat_groups::id, ids.iter().copied())))
        .set(repeat_groups::weighed_at.eq(Some(row_time(now))))
        .execute(tx)?;
    let facts = Facts::read(tx, &ids)?;
    let open = rows::open_of_groups(tx, &ids)?;
    for id in ids {
        let own: Vec<&OpenRow> = open.iter().filter(|row| row.group == Some(id)).collect();
        let group = facts.group(id);
        let wanted = group.as_ref().and_then(|group| group.wanted(&own, rule, now));
        keep_up(tx, &own, wanted.as_ref(), now)?;
        if let Some(group) = &group {
            let asked: Vec<outbreaks::Asked> = group.members.iter().map(|member| member.asked()).collect();
            outbreaks::notice(tx, &asked, group.audience(), now)?;
        }
    }
    Ok(())
}

/// A group has one open proposal at a time: the one that goes on follows, whatever it becomes, and all others end.
fn keep_up(tx: &mut Db, own: &[&OpenRow], wanted: Option<&Wanted>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let goes_on = wanted.and_then(|wanted| {
        let is_alike = |row: &&&OpenRow| row.kind.is_new_article() == wanted.kind.is_new_article();
        own.iter().find(is_alike).or(own.first())
    });
    let others = own.iter().filter(|row| goes_on.is_none_or(|kept| kept.id != row.id));
    let others: Vec<i64> = others.map(|row| row.id).collect();
    rows::lapse(tx, &others, now)?;
    match (goes_on, wanted) {
        (Some(row), Some(wanted)) => rows::follow(tx, row, wanted, now),
        (None, Some(wanted)) => rows::make(tx, wanted, now),
        (_, None) => Ok(()),
    }
}

/// A member of a group.
#[derive(Debug, Clone, Queryable)]
struct Member {
    group: i64,
    thread: i64,
    thousandths: i64,
    author: (Option<i64>, Option<String>),
    created_at: NaiveDateTime,
    standing: String,
    counts: (i64, i64),
    title: String,
    audience: String,
}

impl Member {
    /// Who asked; all of whom nobody knows anything are one.
    fn asker(&self) -> (Option<i64>, Option<&str>) {
        match self.author.0 {
            Some(id) => (Some(id), None),
            None => (None, self.author.1.as_deref()),
        }
    }

    fn is_open(&self) -> bool {
        Standing::parse(&self.standing).is_some_and(Standing::is_open)
    }

    fn is_of_staff(&self) -> bool {
        self.audience == Audience::Staff.as_str()
    }

    fn asked(&self) -> outbreaks::Asked {
        outbreaks::Asked {
            thread: ThreadId::stored(self.thread),
            by: self.author.clone(),
            at: utc(self.created_at),
        }
    }
}

/// A proposal on which somebody decided, as far as one thread is concerned.
#[derive(Debug, Clone, Queryable)]
struct Past {
    thread: i64,
    is_ticked: Option<bool>,
    id: i64,
    kind: String,
    state: String,
    article: Option<i64>,
    member_count: i64,
}

impl Past {
    fn is(&self, state: ProposalState) -> bool {
        self.state == state.as_str()
    }

    fn is_new_article(&self) -> bool {
        ProposalKind::parse(&self.kind).is_some_and(ProposalKind::is_new_article)
    }
}

/// What is known of some groups, in a fixed number of queries.
struct Facts {
    members: BTreeMap<i64, Vec<Member>>,
    made_by_scan: BTreeSet<i64>,
    /// Which published articles answer a thread.
    answers: BTreeMap<i64, Vec<i64>>,
    /// Threads with an answer that was accepted or upvoted.
    evident: BTreeSet<i64>,
    past: BTreeMap<i64, Vec<Past>>,
}

impl Facts {
    fn read(db: &mut Db, ids: &[i64]) -> Result<Self, StoreError> {
        let mut members: BTreeMap<i64, Vec<Member>> = BTreeMap::new();
        for member in members_of(db, ids)? {
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

    /// A group that is still there.
    fn group(&self, id: i64) -> Option<Group<'_>> {
        let members = self.members.get(&id).filter(|members| members.len() > 1)?;
        Some(Group {
            id,
            members,
            is_of_scan: self.made_by_scan.contains(&id),
            facts: self,
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
    let Some((began_at, ended_at)) = repeats::last_scan(db)? else {
        return Ok(BTreeSet::new());
    };
    let mut made = repeat_groups::table
        .filter(among(repeat_groups::id, groups.iter().copied()))
        .filter(repeat_groups::made_at.ge(row_time(began_at)))
        .select(repeat_groups::id)
        .into_boxed();
    if let Some(ended_at) = ended_at {
        made = made.filter(repeat_groups::made_at.le(row_time(ended_at)));
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

/// A group with what is known of it.
struct Group<'a> {
    id: i64,
    members: &'a [Member],
    is_of_scan: bool,
    facts: &'a Facts,
}

impl Group<'_> {
    /// What it proposes now.
    fn wanted(&self, own: &[&OpenRow], rule: ProposalRule, now: DateTime<Utc>) -> Option<Wanted> {
        if let Some(article) = self.article() {
            let asks = !self.left_to_link(article).is_empty() && !self.is_declined(false);
            return asks.then(|| self.proposing(ProposalKind::Linking, Some(article), now));
        }
        let is_proposed = own.iter().any(|row| row.kind.is_new_article());
        let since = if self.is_of_scan || is_proposed {
            DateTime::<Utc>::MIN_UTC
        } else {
            rule.since(now)
        };
        if self.askers(since) < rule.fewest_askers || self.is_being_written() || self.is_declined(true) {
            return None;
        }
        let is_evident = self
            .members
            .iter()
            .any(|member| self.facts.evident.contains(&member.thread));
        let kind = if is_evident {
            ProposalKind::Article
        } else {
            ProposalKind::Answer
        };
        Some(self.proposing(kind, None, now))
    }

    /// The article that answers most of its threads, the older one among equals.
    fn article(&self) -> Option<i64> {
        let mut counts: BTreeMap<i64, i64> = BTreeMap::new();
        for article in self
            .members
            .iter()
            .filter_map(|member| self.facts.answers.get(&member.thread))
            .flatten()
        {
            *counts.entry(*article).or_default() += 1;
        }
        let most = counts
            .into_iter()
            .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
        most.map(|(id, _)| id)
    }

    /// The open questions that no article answers, but for those that somebody left out for this one.
    fn left_to_link(&self, article: i64) -> Vec<i64> {
        let waits = |member: &&Member| member.is_open() && !self.facts.answers.contains_key(&member.thread);
        let was_left = |thread: i64| {
            let mut past = self.facts.past.get(&thread).into_iter().flatten();
            past.any(|past| {
                past.article == Some(article) && past.is_ticked == Some(false) && past.is(ProposalState::Done)
            })
        };
        let waiting = self.members.iter().filter(waits).map(|member| member.thread);
        waiting.filter(|thread| !was_left(*thread)).collect()
    }

    /// The decided proposals that were about this group: at least half of their threads are in it.
    fn past(&self) -> Vec<&Past> {
        let mut counts: BTreeMap<i64, (i64, &Past)> = BTreeMap::new();
        for past in self
            .members
            .iter()
            .filter_map(|member| self.facts.past.get(&member.thread))
            .flatten()
        {
            counts.entry(past.id).or_insert((0, past)).0 += 1;
        }
        let own = counts
            .into_values()
            .filter(|(count, past)| 2 * count >= past.member_count);
        own.map(|(_, past)| past).collect()
    }

    fn is_being_written(&self) -> bool {
        self.past()
            .iter()
            .any(|past| past.is(ProposalState::Adopted) && past.is_new_article())
    }

    /// Whether somebody declined a new article, or linking, and the group has not grown by half since.
    fn is_declined(&self, is_new_article: bool) -> bool {
        let now = self.count();
        self.past().iter().any(|past| {
            past.is(ProposalState::Declined)
                && past.is_new_article() == is_new_article
                && !has_grown_by_half(now, past.member_count)
        })
    }

    fn count(&self) -> i64 {
        i64::try_from(self.members.len()).unwrap_or(i64::MAX)
    }

    fn askers(&self, since: DateTime<Utc>) -> i64 {
        let asked = self.members.iter().filter(|member| utc(member.created_at) >= since);
        let askers: BTreeSet<_> = asked.map(Member::asker).collect();
        i64::try_from(askers.len()).unwrap_or(i64::MAX)
    }

    fn audience(&self) -> Audience {
        let widest = self
            .members
            .iter()
            .filter_map(|member| Audience::parse(&member.audience));
        widest.max().unwrap_or(Audience::Staff)
    }

    fn proposing(&self, kind: ProposalKind, article: Option<i64>, now: DateTime<Utc>) -> Wanted {
        // A group is called as the question that is most like all others, the older one among equals.
        let central = self
            .members
            .iter()
            .max_by_key(|member| (member.thousandths, std::cmp::Reverse(member.thread)));
        Wanted {
            kind,
            group: Some(RepeatGroupId::stored(self.id)),
            article: article.map(ArticleId::stored),
            audience: self.audience(),
            title: central.map_or_else(String::new, |member| member.title.clone()),
            figures: self.figures(now),
            threads: self.members.iter().map(|member| member.thread).collect(),
        }
    }

    fn figures(&self, now: DateTime<Utc>) -> Figures {
        let count = |of: &dyn Fn(&Member) -> bool| {
            let found = self.members.iter().filter(|member| of(member)).count();
            i64::try_from(found).unwrap_or(i64::MAX)
        };
        Figures {
            members: self.count(),
            askers: self.askers(DateTime::<Utc>::MIN_UTC),
            me_toos: self.members.iter().map(|member| member.counts.0).sum(),
            views: self.members.iter().map(|member| member.counts.1).sum(),
            open: count(&Member::is_open),
            recent: count(&|member| utc(member.created_at) > now - RECENT),
            unhelpful: 0,
        }
    }
}
