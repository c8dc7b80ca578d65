//! A question's group: what is near it is grouped anew, with it, and what people decided is kept.
//!
//! Only the neighbourhood of a question is looked at when it arrives, is edited or goes: the groups of what is like it, its own,
//! and what stands alone near it. The groups come from [`linkage`], which knows no order, so it matters little in which order
//! questions arrive.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use super::linkage::{self, Bounds};
use super::pool::Pool;
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::domain::vector::Vector;
use crate::search::document::Draft;
use crate::search::embedded::IndexError;
use crate::search::embedded::pairing::Pairing;
use crate::search::language::Tongue;
use crate::search::likeness::pair::{self, Question};
use crate::store::indexing::{self, WholeThread};
use crate::store::repeats::{self, Decision, Regrouped, Seen};
use crate::store::{Store, StoreError};
use crate::text::excerpt;

/// The average likeness from which on questions belong together.
///
/// With it the groups of short rephrasings have a B³ F1 of 0.82, of questions about travel 0.57, and those of customers' intents, which
/// are wider than one question, 0.70 with a precision of 0.79.
pub const TOGETHER_FROM: f32 = 0.24;
/// What is less like a question than this is not looked at: it would lower every average.
const NEAR_FROM: f32 = 0.75 * TOGETHER_FROM;
/// How many of the nearest are looked at.
const MOST_NEAR: usize = 40;
/// A question of fewer different words asks nothing that could be compared.
const FEWEST_WORDS: usize = 3;
/// How much of a text is compared, in characters.
const COMPARED: usize = 2_000;
/// So many threads are remembered as looked at.
const MOST_LOOKED: usize = 20_000;
/// How often questions are looked at again when others changed all their neighbourhoods meanwhile.
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
    pairing: &'a Pairing,
    forum: Tongue,
    pace: Pace,
}

/// How much of the machine may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// One processor: others are served beside.
    Calm,
    /// All processors.
    Hurried,
}

/// A question whose place is sought.
struct Sought {
    own: ThreadId,
    /// What is like it, the most alike first.
    near: Vec<ThreadId>,
    /// How threads are to be grouped anew, if at all.
    change: Option<Change>,
}

/// In which groups threads were, and are to be.
type Change = (Seen, Vec<Regrouped>);

impl<'a> Grouping<'a> {
    /// Groups by this state of the index.
    pub fn new(store: &'a Store, pairing: &'a Pairing, forum: Tongue, pace: Pace) -> Self {
        Self {
            store,
            pairing,
            forum,
            pace,
        }
    }

    /// Finds the groups of these threads, but not of those that were looked at and ask what they asked; those that are gone, or
    /// ask nothing, leave theirs.
    ///
    /// All are looked at as the groups are now, and then placed one after the other; those that saw what another one changed meanwhile are
    /// looked at again, together. So the outcome does not depend on how many processors look.
    pub fn place(&self, ids: &[ThreadId], looked: &mut Looked, now: DateTime<Utc>) -> Result<(), GroupError> {
        let (texts, decisions) = self.store.read_now::<_, StoreError>(|db| {
            let questions = repeats::questions_among(db, ids)?;
            let texts = indexing::with_accepted(db, Sight::everything(), &questions)?;
            Ok((texts, repeats::decisions_on(db, &questions)?))
        })?;
        let texts: HashMap<ThreadId, WholeThread> = texts.into_iter().map(|whole| (whole.id, whole)).collect();
        let mut new = Vec::new();
        for id in ids {
            match texts.get(id) {
                Some(whole) => {
                    let meaning = self.pairing.meaning(*id);
                    if looked.is_new(*id, asked(whole, meaning.as_ref(), &decisions)) {
                        new.push(whole);
                    }
                }
                None => {
                    looked.forget(*id);
                    self.store.write_now::<_, StoreError>(|tx| repeats::leave(tx, *id))?;
                }
            }
        }
        let mut sought = self.each(&new, |whole| self.look(whole))?;
        let mut tries = 0;
        loop {
            let outrun = self.write(&sought, now)?;
            // The first one was not outrun by its own kind.
            tries += usize::from(outrun.len() == sought.len());
            if outrun.is_empty() || tries == TRIES {
                return Ok(());
            }
            sought = self.each(&outrun, |outrun| self.look_again(outrun))?;
        }
    }

    /// Does the same with each, in the order that is given.
    fn each<T: Sync, U: Send>(
        &self,
        all: &[T],
        one: impl Fn(&T) -> Result<U, GroupError> + Sync,
    ) -> Result<Vec<U>, GroupError> {
        match self.pace {
            Pace::Calm => all.iter().map(one).collect(),
            Pace::Hurried => all.par_iter().map(&one).collect(),
        }
    }

    fn look(&self, whole: &WholeThread) -> Result<Sought, GroupError> {
        let near = self.near(whole)?;
        self.sought(whole.id, near)
    }

    fn look_again(&self, outrun: &Sought) -> Result<Sought, GroupError> {
        self.sought(outrun.own, outrun.near.clone())
    }

    fn sought(&self, own: ThreadId, near: Vec<ThreadId>) -> Result<Sought, GroupError> {
        let change = self.change_around(own, &near)?;
        Ok(Sought { own, near, change })
    }

    /// Writes what changes; answers those that saw what is no more so.
    fn write<'s>(&self, all: &'s [Sought], now: DateTime<Utc>) -> Result<Vec<&'s Sought>, GroupError> {
        let changing = all.iter().filter_map(|sought| Some((sought, sought.change.as_ref()?)));
        let changing: Vec<(&Sought, &Change)> = changing.collect();
        if changing.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.store.write_now::<_, StoreError>(|tx| {
            let mut outrun = Vec::new();
            for (sought, (before, after)) in &changing {
                if !repeats::regroup(tx, before, after, now)? {
                    outrun.push(*sought);
                }
            }
            Ok(outrun)
        })?)
    }

    /// What is like a question, the most alike first; nothing when it asks nothing.
    fn near(&self, whole: &WholeThread) -> Result<Vec<ThreadId>, GroupError> {
        let Some(question) = self.pairing.question(whole.id)?.filter(asks) else {
            return Ok(Vec::new());
        };
        let draft = Draft::of(&whole.title, &excerpt::words(&whole.body, COMPARED), self.forum);
        let mut near = Vec::new();
        for (id, other) in self.pairing.candidates(whole.id, draft)? {
            let likeness = pair::likeness(&question, &other);
            if likeness >= NEAR_FROM && asks(&other) {
                near.push((likeness, id));
            }
        }
        near.sort_unstable_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
        near.truncate(MOST_NEAR);
        Ok(near.into_iter().map(|(_, id)| id).collect())
    }

    /// How a question and what is near it are to be grouped anew; `None` when they are so.
    fn change_around(&self, own: ThreadId, near: &[ThreadId]) -> Result<Option<Change>, GroupError> {
        let pool = self.store.read_now::<_, StoreError>(|db| Pool::read(db, own, near))?;
        let (mut threads, mut questions) = (Vec::new(), Vec::new());
        for id in &pool.chosen {
            if let Some(question) = self.pairing.question(*id)? {
                threads.push(*id);
                questions.push(question);
            }
        }
        let likenesses = Likenesses::among(&questions);
        let likeness = |one: usize, other: usize| likenesses.of(one, other);
        let decided = pool.decided(&threads);
        let groups = linkage::groups(threads.len(), &decided, Bounds::from(TOGETHER_FROM), likeness);
        let placed = groups.iter().map(|group| pool.placed(&threads, group, &likeness));
        let placed: Vec<Regrouped> = placed.filter(Regrouped::is_group).collect();
        Ok((!pool.is_so(&placed)).then_some((pool.seen, placed)))
    }
}

/// How alike each two of some questions are, by their places.
struct Likenesses {
    count: usize,
    all: Vec<f32>,
}

impl Likenesses {
    fn among(questions: &[Question]) -> Self {
        let count = questions.len();
        let mut all = vec![0.0; count * count];
        for (one, question) in questions.iter().enumerate() {
            for (other, second) in questions.iter().enumerate().skip(one + 1) {
                let likeness = pair::likeness(question, second);
                for place in [one * count + other, other * count + one] {
                    if let Some(kept) = all.get_mut(place) {
                        *kept = likeness;
                    }
                }
            }
        }
        Self { count, all }
    }

    fn of(&self, one: usize, other: usize) -> f32 {
        self.all.get(one * self.count + other).copied().unwrap_or_default()
    }
}

/// What decided the groups of threads when they were last looked at: a reply or a vote changes a thread, but not what it asks.
#[derive(Debug, Default)]
pub struct Looked(HashMap<ThreadId, u64>);

impl Looked {
    /// Whether something else decides now than when it was looked at, if it was.
    fn is_new(&mut self, id: ThreadId, asked: u64) -> bool {
        if self.0.len() >= MOST_LOOKED {
            self.0.clear();
        }
        self.0.insert(id, asked) != Some(asked)
    }

    fn forget(&mut self, id: ThreadId) {
        self.0.remove(&id);
    }
}

/// A number that changes with all that decides a thread's group: its text, what it means, and what people decided about it.
fn asked(whole: &WholeThread, meaning: Option<&Vector>, decisions: &[Decision]) -> u64 {
    let mut asked = DefaultHasher::new();
    (&whole.title, whole.body.as_str(), meaning.map(Vector::numbers)).hash(&mut asked);
    let about = |decision: &&Decision| [decision.one, decision.other].contains(&whole.id);
    for decision in decisions.iter().filter(about) {
        (decision.one, decision.other, decision.is_same).hash(&mut asked);
    }
    asked.finish()
}

fn asks(question: &Question) -> bool {
    question.words().len() >= FEWEST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::likeness::latent::Latent;
    use crate::search::likeness::profile::Profile;

    #[test]
    fn a_few_words_ask_nothing() {
        let question = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            Question::of(&Profile::of(&words, &words), &Latent::default())
        };
        assert!(!asks(&question(&[])));
        assert!(!asks(&question(&["help", "pleas"])));
        assert!(asks(&question(&["card", "declin", "why"])));
    }
}
