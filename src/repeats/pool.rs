//! What is grouped anew with a question: its neighbourhood, as it stands in the database.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::linkage::Decided;
use crate::domain::id::{RepeatGroupId, ThreadId};
use crate::store::repeats::{self, Decision, Group, Member, Regrouped, Seen};
use crate::store::{Db, StoreError};

/// How many threads are grouped anew at most.
const MOST_POOLED: usize = 100;
/// A group with more members than this stays together, and so many of them stand for all: the first, and not the nearest, which
/// would be more alike than the rest and draw in what is not.
const MOST_OF_GROUP: usize = 30;

/// What is grouped anew with a question.
pub(super) struct Pool {
    /// The threads that are compared, in the order of their ids.
    pub(super) chosen: Vec<ThreadId>,
    /// The same with their groups.
    pub(super) seen: Seen,
    /// Groups that are too large to be compared whole, and stay together: those of their members who stand for all.
    large: Vec<Large>,
    decisions: Vec<Decision>,
}

/// A group with members that are not compared.
struct Large {
    id: RepeatGroupId,
    size: usize,
    /// In the order of threads; never the question whose place is sought.
    stands: Vec<ThreadId>,
}

impl Pool {
    pub(super) fn read(db: &mut Db, own: ThreadId, near: &[ThreadId]) -> Result<Self, StoreError> {
        let mut concerned = vec![own];
        concerned.extend(repeats::questions_among(db, near)?);
        // What people called the same is looked at, however unlike it is.
        let told = repeats::decisions_on(db, &[own])?;
        concerned.extend(both(&told).filter(|id| *id != own));
        // The nearest first.
        let order: HashMap<ThreadId, usize> = near.iter().copied().zip(0..).collect();
        concerned.sort_by_key(|id| (*id != own, order.get(id).copied().unwrap_or_default(), *id));
        concerned.dedup();
        let group_of = repeats::group_of_each(db, &concerned)?;
        let ids: BTreeSet<RepeatGroupId> = group_of.values().copied().collect();
        let decisions = repeats::decisions_around(db, &concerned, &ids)?;
        // Whoever people decided about is compared, and does not only stand behind others.
        let always: Vec<ThreadId> = both(&decisions).chain([own]).collect();
        let groups = repeats::groups_up_to(db, &ids, MOST_OF_GROUP, &always)?;
        Ok(Self::choose(&concerned, &group_of, groups, decisions))
    }

    /// Takes whole groups, the nearest first, until there are enough.
    fn choose(
        concerned: &[ThreadId],
        group_of: &BTreeMap<ThreadId, RepeatGroupId>,
        groups: Vec<Group>,
        decisions: Vec<Decision>,
    ) -> Self {
        let mut groups: BTreeMap<RepeatGroupId, Group> = groups.into_iter().map(|group| (group.id, group)).collect();
        let mut pool = Self {
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
                Some(group) => {
                    if let Some(group) = groups.remove(group) {
                        pool.take(group, concerned.first());
                    }
                }
            }
        }
        pool.chosen.sort_unstable();
        pool
    }

    fn take(&mut self, group: Group, own: Option<&ThreadId>) {
        let seen = |member: &Member| (member.thread, Some(member.group));
        self.seen.extend(group.members.iter().map(seen));
        self.chosen.extend(group.members.iter().map(|member| member.thread));
        if group.is_large() {
            let stands = group.members.iter().map(|member| member.thread);
            self.large.push(Large {
                id: group.id,
                size: group.size,
                stands: stands.filter(|id| Some(id) != own).collect(),
            });
        }
    }

    /// What is decided about the threads that are compared, by their places: that a large group stays together comes first, so
    /// that whatever people say about its members is the later word.
    pub(super) fn decided(&self, threads: &[ThreadId]) -> Vec<Decided> {
        let place = |id: ThreadId| threads.binary_search(&id).ok();
        let mut decided = Vec::new();
        for group in &self.large {
            let mut places = group.stands.iter().filter_map(|id| place(*id));
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

    /// A group by its members, and by the large groups whose other members come along.
    pub(super) fn placed(
        &self,
        threads: &[ThreadId],
        group: &[usize],
        likeness: &impl Fn(usize, usize) -> f32,
    ) -> Regrouped {
        let named = |place: &usize| {
            threads
                .get(*place)
                .map(|id| (*id, thousandths(*place, group, likeness)))
        };
        let mut placed = Regrouped::of(group.iter().filter_map(named));
        let mut with: Vec<&Large> = self
            .large
            .iter()
            .filter(|large| {
                let stands = large.stands.iter().find(|id| threads.binary_search(id).is_ok());
                stands.is_some_and(|stands| placed.members.iter().any(|(id, _)| id == stands))
            })
            .collect();
        with.sort_by_key(|large| (std::cmp::Reverse(large.size), large.id));
        placed.with = with.into_iter().map(|large| large.id).collect();
        placed
    }

    /// Whether these groups are those in which the threads are already.
    pub(super) fn is_so(&self, groups: &[Regrouped]) -> bool {
        let mut sizes: BTreeMap<RepeatGroupId, usize> = BTreeMap::new();
        for group in self.seen.values().flatten() {
            *sizes.entry(*group).or_default() += 1;
        }
        let same = |group: &Regrouped| {
            let members = &group.members;
            let mut seen = members.iter().map(|(id, _)| self.seen.get(id).copied().flatten());
            let first = seen.next().flatten();
            first.is_some_and(|first| {
                sizes.get(&first) == Some(&members.len()) && seen.all(|other| other == Some(first))
            })
        };
        sizes.len() == groups.len() && groups.iter().all(same)
    }
}

/// The threads that decisions are about.
fn both(decisions: &[Decision]) -> impl Iterator<Item = ThreadId> {
    decisions.iter().flat_map(|decision| [decision.one, decision.other])
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

    fn group(id: i64, size: usize, threads: impl IntoIterator<Item = i64>) -> Group {
        let member = |thread| Member {
            group: RepeatGroupId::stored(id),
            thread: ThreadId::stored(thread),
            thousandths: 500,
        };
        Group {
            id: RepeatGroupId::stored(id),
            size,
            members: threads.into_iter().map(member).collect(),
        }
    }

    /// Of a large group the question itself and its neighbours are members beside those that were read.
    fn choose(concerned: &[i64], groups: Vec<Group>, beside: &[(i64, i64)]) -> Pool {
        let members = groups.iter().flat_map(|group| &group.members);
        let mut group_of: BTreeMap<ThreadId, RepeatGroupId> =
            members.map(|member| (member.thread, member.group)).collect();
        let beside = beside
            .iter()
            .map(|(thread, group)| (ThreadId::stored(*thread), RepeatGroupId::stored(*group)));
        group_of.extend(beside);
        Pool::choose(&threads(concerned.iter().copied()), &group_of, groups, Vec::new())
    }

    fn threads(ids: impl IntoIterator<Item = i64>) -> Vec<ThreadId> {
        ids.into_iter().map(ThreadId::stored).collect()
    }

    fn regrouped(ids: &[i64]) -> Regrouped {
        Regrouped::of(ids.iter().map(|id| (ThreadId::stored(*id), 1)))
    }

    #[test]
    fn a_large_group_is_stood_for_by_some_and_stays_together() {
        let pool = choose(&[900, 333], vec![group(7, 400, 1..=30)], &[(333, 7)]);
        assert_eq!(pool.chosen.len(), 31);
        let linked = linkage::groups(
            pool.chosen.len(),
            &pool.decided(&pool.chosen),
            Bounds::from(0.5),
            |_, _| 0.0,
        );
        assert_eq!(linked.len(), 2, "the question that arrived, and all others");
        let placed = pool.placed(&pool.chosen, &linked[0], &|_, _| 0.0);
        assert_eq!(
            (placed.members.len(), placed.with),
            (30, vec![RepeatGroupId::stored(7)])
        );
        assert!(pool.placed(&pool.chosen, &linked[1], &|_, _| 0.0).with.is_empty());
    }

    #[test]
    fn of_two_large_groups_that_become_one_the_larger_goes_on() {
        let groups = vec![group(7, 40, 1..=30), group(8, 50, 101..=130)];
        let pool = choose(&[900, 3, 103], groups, &[]);
        let all: Vec<usize> = (0..pool.chosen.len()).collect();
        let placed = pool.placed(&pool.chosen, &all, &|_, _| 1.0);
        assert_eq!(placed.with, [8, 7].map(RepeatGroupId::stored));
        assert!(!pool.is_so(&[placed]));
    }

    #[test]
    fn a_pool_that_is_grouped_as_it_was_seen_is_so() {
        let groups = vec![group(7, 2, [1, 2]), group(8, 2, [3, 4])];
        let pool = choose(&[5, 1, 3], groups, &[]);
        let is_so = |groups: &[&[i64]]| pool.is_so(&groups.iter().map(|ids| regrouped(ids)).collect::<Vec<_>>());
        assert!(is_so(&[&[1, 2], &[3, 4]]));
        assert!(!is_so(&[&[1, 2, 5], &[3, 4]]));
        assert!(!is_so(&[&[1, 2]]));
        assert!(!is_so(&[&[1, 3], &[2, 4]]));
    }
}
