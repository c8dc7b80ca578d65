//! What is grouped anew with a question: its neighbourhood, as it stands in the database.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::linkage::Decided;
use crate::domain::id::{RepeatGroupId, ThreadId};
use crate::store::repeats::{self, Decision, Member, Seen};
use crate::store::{Db, StoreError};

/// How many threads are grouped anew at most.
const MOST_POOLED: usize = 100;
/// A group with more members than this stays together, and so many of them stand for all.
const MOST_OF_GROUP: usize = 30;

/// The members of a group with how like the others each is, in thousandths.
pub(super) type Placed = Vec<(ThreadId, i64)>;

/// What is grouped anew with a question.
pub(super) struct Pool {
    own: ThreadId,
    /// The threads that are compared, in the order of their ids.
    pub(super) chosen: Vec<ThreadId>,
    /// Every thread that is concerned, with its group.
    pub(super) seen: Seen,
    /// Groups that are too large to be compared whole, and stay together.
    large: Vec<Vec<Member>>,
    decisions: Vec<Decision>,
}

impl Pool {
    pub(super) fn read(db: &mut Db, own: ThreadId, near: &[ThreadId]) -> Result<Self, StoreError> {
        let mut concerned = vec![own];
        concerned.extend(repeats::questions_among(db, near)?);
        // What people called the same is looked at, however unlike it is.
        let told = repeats::decisions_on(db, &[own])?;
        let told = told.iter().flat_map(|decision| [decision.one, decision.other]);
        concerned.extend(told.filter(|id| *id != own));
        // The nearest first.
        let order: HashMap<ThreadId, usize> = near.iter().copied().zip(0..).collect();
        concerned.sort_by_key(|id| (*id != own, order.get(id).copied().unwrap_or_default(), *id));
        concerned.dedup();
        let members = repeats::groups_of(db, &concerned)?;
        let all = members
            .iter()
            .map(|member| member.thread)
            .chain(concerned.iter().copied());
        let all: BTreeSet<ThreadId> = all.collect();
        let decisions = repeats::decisions_on(db, &all.into_iter().collect::<Vec<_>>())?;
        Ok(Self::choose(&concerned, members, decisions))
    }

    /// Takes whole groups, the nearest first, until there are enough.
    fn choose(concerned: &[ThreadId], members: Vec<Member>, decisions: Vec<Decision>) -> Self {
        let group_of: HashMap<ThreadId, RepeatGroupId> =
            members.iter().map(|member| (member.thread, member.group)).collect();
        let mut groups: BTreeMap<RepeatGroupId, Vec<Member>> = BTreeMap::new();
        for member in members {
            groups.entry(member.group).or_default().push(member);
        }
        let told = decisions.iter().flat_map(|decision| [decision.one, decision.other]);
        let looked_at: BTreeSet<ThreadId> = told.chain(concerned.iter().copied()).collect();
        let mut pool = Self {
            own: concerned.first().copied().unwrap_or(ThreadId::stored(0)),
            chosen: Vec::new(),
            seen: Seen::new(),
            large: Vec::new(),
            decisions,
        };
        for id in concerned {
            if pool.chosen.len() >= MOST_POOLED {
                break;
            }
            match group_of.get(id) {
                None => {
                    pool.chosen.push(*id);
                    pool.seen.insert(*id, None);
                }
                // Each group once.
                Some(group) => pool.take(groups.remove(group).unwrap_or_default(), &looked_at),
            }
        }
        pool.chosen.sort_unstable();
        pool
    }

    fn take(&mut self, group: Vec<Member>, looked_at: &BTreeSet<ThreadId>) {
        self.seen
            .extend(group.iter().map(|member| (member.thread, Some(member.group))));
        if group.len() <= MOST_OF_GROUP {
            self.chosen.extend(group.iter().map(|member| member.thread));
            return;
        }
        let step = group.len().div_ceil(MOST_OF_GROUP);
        let stands = group
            .iter()
            .enumerate()
            .filter(|(place, member)| place % step == 0 || looked_at.contains(&member.thread));
        self.chosen.extend(stands.map(|(_, member)| member.thread));
        self.large.push(group);
    }

    /// What is decided about the threads that are compared, by their places: that a large group stays together comes first, so
    /// that whatever people say about its members is the later word.
    pub(super) fn decided(&self, threads: &[ThreadId]) -> Vec<Decided> {
        let place = |id: ThreadId| threads.binary_search(&id).ok();
        let mut decided = Vec::new();
        for group in &self.large {
            let others = group.iter().filter(|member| member.thread != self.own);
            let mut places = others.filter_map(|member| place(member.thread));
            if let Some(one) = places.next() {
                decided.extend(places.map(|other| Decided {
                    one,
                    other,
                    is_same: true,
                }));
            }
        }
        let by_people = self.decisions.iter().filter_map(|decision| {
            Some(Decided {
                one: place(decision.one)?,
                other: place(decision.other)?,
                is_same: decision.is_same,
            })
        });
        decided.extend(by_people);
        decided
    }

    /// A group by its members, with those of a large group that were not compared.
    pub(super) fn placed(
        &self,
        threads: &[ThreadId],
        group: &[usize],
        likeness: &impl Fn(usize, usize) -> f32,
    ) -> Placed {
        let named = |place: &usize| {
            threads
                .get(*place)
                .map(|id| (*id, thousandths(*place, group, likeness)))
        };
        let mut placed: Placed = group.iter().filter_map(named).collect();
        for large in &self.large {
            let stands = large
                .iter()
                .find(|member| member.thread != self.own && threads.contains(&member.thread));
            if stands.is_some_and(|stands| placed.iter().any(|(id, _)| *id == stands.thread)) {
                let silent = large.iter().filter(|member| !threads.contains(&member.thread));
                placed.extend(silent.map(|member| (member.thread, member.thousandths)));
            }
        }
        placed
    }

    /// Whether these groups are those in which the threads are already.
    pub(super) fn is_so(&self, groups: &[Placed]) -> bool {
        let mut sizes: BTreeMap<RepeatGroupId, usize> = BTreeMap::new();
        for group in self.seen.values().flatten() {
            *sizes.entry(*group).or_default() += 1;
        }
        let same = |group: &Placed| {
            let mut seen = group.iter().map(|(id, _)| self.seen.get(id).copied().flatten());
            let first = seen.next().flatten();
            first.is_some_and(|first| sizes.get(&first) == Some(&group.len()) && seen.all(|other| other == Some(first)))
        };
        sizes.len() == groups.len() && groups.iter().all(same)
    }
}

/// How like the others of its group a question is on average, in thousandths.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a small share of small numbers"
)]
fn thousandths(place: usize, group: &[usize], likeness: &impl Fn(usize, usize) -> f32) -> i64 {
    let others = group.iter().filter(|other| **other != place);
    let sum: f32 = others.map(|other| likeness(place, *other)).sum();
    (1_000.0 * sum / (group.len().saturating_sub(1).max(1)) as f32).round() as i64
}

#[cfg(test)]
mod tests {
    use super::super::linkage::{self, Bounds};
    use super::*;

    fn member(group: i64, thread: i64) -> Member {
        Member {
            group: RepeatGroupId::stored(group),
            thread: ThreadId::stored(thread),
            thousandths: 500,
        }
    }

    fn threads(ids: impl IntoIterator<Item = i64>) -> Vec<ThreadId> {
        ids.into_iter().map(ThreadId::stored).collect()
    }

    #[test]
    fn a_large_group_is_stood_for_by_some_and_stays_together() {
        let members: Vec<Member> = (1..=400).map(|thread| member(7, thread)).collect();
        let pool = Pool::choose(&threads([900, 3]), members, Vec::new());
        assert!(pool.chosen.len() <= MOST_OF_GROUP + 2);
        assert_eq!(pool.seen.len(), 401);
        let groups = linkage::groups(
            pool.chosen.len(),
            &pool.decided(&pool.chosen),
            Bounds::from(0.5),
            |_, _| 0.0,
        );
        assert_eq!(groups.len(), 2, "the question that arrived, and all others");
        let placed = pool.placed(&pool.chosen, &groups[0], &|_, _| 0.0);
        assert_eq!(placed.len(), 400);
    }

    #[test]
    fn a_pool_that_is_grouped_as_it_was_seen_is_so() {
        let members = vec![member(7, 1), member(7, 2), member(8, 3), member(8, 4)];
        let pool = Pool::choose(&threads([5, 1, 3]), members, Vec::new());
        let placed = |groups: &[&[i64]]| -> Vec<Placed> {
            let groups = groups
                .iter()
                .map(|ids| ids.iter().map(|id| (ThreadId::stored(*id), 1)).collect());
            groups.collect()
        };
        assert!(pool.is_so(&placed(&[&[1, 2], &[3, 4]])));
        assert!(!pool.is_so(&placed(&[&[1, 2, 5], &[3, 4]])));
        assert!(!pool.is_so(&placed(&[&[1, 2]])));
        assert!(!pool.is_so(&placed(&[&[1, 3], &[2, 4]])));
    }
}
