//! A question's group: what is near it is grouped anew, with it, and what people decided is kept.
//!
//! Only the neighbourhood of a question is looked at when it arrives, is edited or goes: the groups of what is like it, its own,
//! and what stands alone near it. The groups come from [`linkage`], which knows no order, so it matters little in which order
//! questions arrive.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::linkage::{self, Decided};
use crate::domain::id::{RepeatGroupId, ThreadId};
use crate::domain::sight::Sight;
use crate::search::document::Draft;
use crate::search::embedded::IndexError;
use crate::search::embedded::pairing::Pairing;
use crate::search::language::Tongue;
use crate::search::likeness::pair::Question;
use crate::store::indexing::{self, WholeThread};
use crate::store::repeats::{self, Decision, Member, Seen};
use crate::store::{Db, Store, StoreError};
use crate::text::excerpt;

/// The average likeness from which on questions belong together.
///
/// With it the groups of short rephrasings have a B³ F1 of 0.82, of questions about travel 0.57, and those of customers' intents, which
/// are wider than one question, 0.75 with a precision of 0.82.
pub const TOGETHER_FROM: f32 = 0.24;
/// What is less like a question than this is not looked at: it would lower every average.
const NEAR_FROM: f32 = 0.75 * TOGETHER_FROM;
/// How many of the nearest are looked at.
const MOST_NEAR: usize = 40;
/// How many threads are grouped anew at most.
const MOST_POOLED: usize = 150;
/// A group with more members than this stays together, and so many of them stand for all.
const MOST_OF_GROUP: usize = 40;
/// A question of fewer different words asks nothing that could be compared.
const FEWEST_WORDS: usize = 3;
/// How much of a text is compared, in characters.
const COMPARED: usize = 2_000;
/// How often a question is looked at again when its neighbourhood changed meanwhile.
const TRIES: usize = 3;

/// Why a question's group could not be found.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index could not be read.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// Groups questions by one state of the index.
pub struct Grouping<'a> {
    store: &'a Store,
    pairing: Pairing,
    forum: Tongue,
    /// Questions that were read from the index already; `None` is not in it.
    read: HashMap<ThreadId, Option<Question>>,
}

impl<'a> Grouping<'a> {
    /// Groups by this state of the index.
    pub fn new(store: &'a Store, pairing: Pairing, forum: Tongue) -> Self {
        Self {
            store,
            pairing,
            forum,
            read: HashMap::new(),
        }
    }

    /// Finds the groups of these threads; those that are gone, or ask nothing, leave theirs.
    pub fn place(&mut self, ids: &[ThreadId], now: DateTime<Utc>) -> Result<(), GroupError> {
        let texts = self.store.read_now::<_, StoreError>(|db| {
            let questions = repeats::questions_among(db, ids)?;
            indexing::with_accepted(db, Sight::everything(), &questions)
        })?;
        let texts: HashMap<ThreadId, WholeThread> = texts.into_iter().map(|whole| (whole.id, whole)).collect();
        for id in ids {
            self.read.remove(id);
            match texts.get(id) {
                Some(whole) => self.place_one(whole, now)?,
                None => self.leave(*id, now)?,
            }
        }
        Ok(())
    }

    fn leave(&self, id: ThreadId, now: DateTime<Utc>) -> Result<(), GroupError> {
        Ok(self.store.write_now::<_, StoreError>(|tx| {
            let members = repeats::groups_of(tx, &[id])?;
            let own = members.iter().find(|member| member.thread == id);
            let before = Seen::from([(id, own.map(|member| member.group))]);
            if own.is_some() {
                repeats::regroup(tx, &before, &[], now)?;
            }
            Ok(())
        })?)
    }

    fn place_one(&mut self, whole: &WholeThread, now: DateTime<Utc>) -> Result<(), GroupError> {
        let near = self.near(whole)?;
        for _ in 0..TRIES {
            let pool = self
                .store
                .read_now::<_, StoreError>(|db| Pool::read(db, whole.id, &near))?;
            let Some((before, after)) = self.regrouped(&pool)? else {
                return Ok(());
            };
            let is_done = self
                .store
                .write_now::<_, StoreError>(|tx| repeats::regroup(tx, &before, &after, now))?;
            if is_done {
                return Ok(());
            }
        }
        Ok(())
    }

    /// What is like a question, the most alike first; nothing when it asks nothing.
    fn near(&mut self, whole: &WholeThread) -> Result<Vec<ThreadId>, GroupError> {
        let Some(question) = self.question(whole.id)?.filter(|question| asks(question)).cloned() else {
            return Ok(Vec::new());
        };
        let draft = Draft::of(&whole.title, &excerpt::words(&whole.body, COMPARED), self.forum);
        let mut near = Vec::new();
        for (id, other) in self.pairing.candidates(whole.id, draft)? {
            let likeness = self.pairing.likeness(&question, &other);
            if likeness >= NEAR_FROM && asks(&other) {
                near.push((likeness, id));
            }
            self.read.insert(id, Some(other));
        }
        near.sort_unstable_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
        near.truncate(MOST_NEAR);
        Ok(near.into_iter().map(|(_, id)| id).collect())
    }

    fn question(&mut self, id: ThreadId) -> Result<Option<&Question>, GroupError> {
        if !self.read.contains_key(&id) {
            let read = self.pairing.question(id)?;
            self.read.insert(id, read);
        }
        Ok(self.read.get(&id).and_then(Option::as_ref))
    }

    /// In which groups the threads of a pool were, and are to be; `None` when that is the same.
    fn regrouped(&mut self, pool: &Pool) -> Result<Option<(Seen, Vec<Placed>)>, GroupError> {
        let mut threads = Vec::with_capacity(pool.chosen.len());
        for id in &pool.chosen {
            if self.question(*id)?.is_some() {
                threads.push(*id);
            }
        }
        let questions: Vec<&Question> = threads.iter().filter_map(|id| self.read.get(id)?.as_ref()).collect();
        let likeness = |one: usize, other: usize| match (questions.get(one), questions.get(other)) {
            (Some(one), Some(other)) => self.pairing.likeness(one, other),
            _ => 0.0,
        };
        let decided = pool.decided(&threads);
        let groups = linkage::groups(threads.len(), &decided, TOGETHER_FROM, likeness);
        let placed = groups.iter().map(|group| pool.placed(&threads, group, &likeness));
        let placed: Vec<Placed> = placed.filter(|group| group.len() > 1).collect();
        Ok((!pool.is_so(&placed)).then(|| (pool.seen.clone(), placed)))
    }
}

/// The members of a group with how like the others each is, in thousandths.
type Placed = Vec<(ThreadId, i64)>;

fn asks(question: &Question) -> bool {
    question.words().len() >= FEWEST_WORDS
}

/// What is grouped anew with a question.
struct Pool {
    own: ThreadId,
    /// The threads that are compared, in the order of their ids.
    chosen: Vec<ThreadId>,
    /// Every thread that is concerned, with its group.
    seen: Seen,
    /// Groups that are too large to be compared whole, and stay together.
    large: Vec<Vec<Member>>,
    decisions: Vec<Decision>,
}

impl Pool {
    fn read(db: &mut Db, own: ThreadId, near: &[ThreadId]) -> Result<Self, StoreError> {
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
    fn decided(&self, threads: &[ThreadId]) -> Vec<Decided> {
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
    fn placed(&self, threads: &[ThreadId], group: &[usize], likeness: &impl Fn(usize, usize) -> f32) -> Placed {
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
    fn is_so(&self, groups: &[Placed]) -> bool {
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
    use super::*;
    use crate::search::likeness::latent::Latent;
    use crate::search::likeness::profile::Profile;

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
    fn a_few_words_ask_nothing() {
        let question = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            Question::of(Profile::of(&words, &words), &Latent::default())
        };
        assert!(!asks(&question(&[])));
        assert!(!asks(&question(&["help", "pleas"])));
        assert!(asks(&question(&["card", "declin", "why"])));
    }

    #[test]
    fn a_large_group_is_stood_for_by_some_and_stays_together() {
        let members: Vec<Member> = (1..=400).map(|thread| member(7, thread)).collect();
        let pool = Pool::choose(&threads([900, 3]), members, Vec::new());
        assert!(pool.chosen.len() <= MOST_OF_GROUP + 2);
        assert_eq!(pool.seen.len(), 401);
        let groups = linkage::groups(pool.chosen.len(), &pool.decided(&pool.chosen), 0.5, |_, _| 0.0);
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
