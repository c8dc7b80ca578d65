//! What groups of repeated questions propose: read anew whenever a group, one of its threads or an article that answers it changed,
//! and once a day, since growth is a matter of time.
//!
//! A group that no published article answers proposes a new article once enough people asked within the days of the rule, all
//! time for groups that a scan of all threads made; it proposes an answer first while none of its answers is accepted or
//! upvoted. Once it proposes, it does so while the group is large enough, however old it grows. A group that an article
//! answers proposes linking what is still open. What people decided holds: see `Group::past`.
//!
//! Questions of staff's categories are left out where others are in the group too: whoever works on the proposal may not see
//! them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::facts::{Facts, Member, Past};
use super::rows::{self, Figures, OpenRow, Wanted};
use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, RepeatGroupId, ThreadId};
use crate::domain::proposal::{ProposalKind, ProposalRule, ProposalState, RECENT, has_grown_by_half};
use crate::store::native::among;
use crate::store::schema::{proposals, repeat_groups, repeat_members};
use crate::store::time::{row_time, utc};
use crate::store::{Db, StoreError, outbreaks, repeats};

/// The most proposals that are ended at once.
const MOST_READ: i64 = 50_000;
/// After how long the figures of an open proposal are weighed again.
const AGE: Duration = Duration::days(1);

/// The next groups that have to be weighed.
pub fn next_groups(db: &mut Db, size: i64) -> Result<Vec<RepeatGroupId>, StoreError> {
    let ids: Vec<i64> = repeat_groups::table
        .filter(repeat_groups::weighed_at.is_null())
        .order((repeat_groups::weighed_at, repeat_groups::id))
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

impl Facts {
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
        // The one whose people see all of them.
        let all = |one: &Audience| self.members.iter().all(|member| one.is_within(member.audience()));
        let mut audiences = self.members.iter().map(Member::audience);
        audiences.find(all).unwrap_or(Audience::Staff)
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
