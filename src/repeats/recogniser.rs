//! The follower that recognises repeats: first all threads in the order of their ids, then what the change log tells.
//!
//! Where it stands is in the database, so that any node can go on. Two nodes that do the same piece at the same time do it twice
//! and change nothing the second time.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use super::grouping::{GroupError, Grouping, Looked, Pace};
use super::proposing::Proposer;
use crate::background::keep_doing;
use crate::clock::Clock;
use crate::domain::change::Noun;
use crate::domain::id::ThreadId;
use crate::search::Search;
use crate::search::embedded::pairing::Pairing;
use crate::store::changes::{self, Change, Position};
use crate::store::repeats;
use crate::store::{Store, StoreError, indexing};

/// How many threads are placed by one state of the groups.
const AT_ONCE: i64 = 50;
/// The same in a hurry: whatever is written makes all others read anew.
const AT_ONCE_IN_A_HURRY: i64 = 200;
/// How many changes are read at once.
const CHANGES_AT_ONCE: i64 = 200;
/// How many questions a hurried scan keeps in memory: 250 MB or so.
const MOST_KEPT_IN_A_HURRY: usize = 100_000;

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There may be more to do.
    Moved,
    /// Nothing is left to do, or the index cannot be asked yet.
    Idle,
}

impl Step {
    fn or(self, other: Self) -> Self {
        if self == Step::Moved { self } else { other }
    }
}

/// Recognises repeats, one piece at a time.
pub struct Recogniser {
    store: Store,
    search: Arc<Search>,
    clock: Clock,
    proposer: Proposer,
    looked: Mutex<Looked>,
    pace: Pace,
    /// The state of the index by which threads are scanned, kept for the questions that were read from it.
    scanning: Mutex<Option<Arc<Pairing>>>,
}

impl Recogniser {
    /// One that has not begun.
    pub fn new(store: Store, search: Arc<Search>, clock: Clock) -> Self {
        Self {
            store,
            search,
            clock,
            proposer: Proposer::default(),
            looked: Mutex::default(),
            pace: Pace::Calm,
            scanning: Mutex::default(),
        }
    }

    /// One that uses all processors, and memory to spare.
    pub fn hurried(self) -> Self {
        Self {
            pace: Pace::Hurried,
            ..self
        }
    }

    /// Goes on until told to stop; blocks its thread.
    pub fn run(self, stop: &CancellationToken) {
        keep_doing(stop, "repeats cannot be recognised", || {
            self.step().map(|step| step == Step::Moved)
        });
    }

    /// Does the next piece of work: places threads, and follows what their groups propose.
    pub fn step(&self) -> Result<Step, GroupError> {
        let placed = self.place_next()?;
        Ok(placed.or(self.proposer.step(&self.store, self.clock.now())?))
    }

    fn place_next(&self) -> Result<Step, GroupError> {
        let Some(known) = self.search.holds_up_to().filter(|_| self.search.learnt() > 0) else {
            return Ok(Step::Idle);
        };
        let Some(progress) = self.store.read_now::<_, StoreError>(repeats::progress)? else {
            self.begin()?;
            return Ok(Step::Moved);
        };
        match (self.search.meanings(), self.whole_model()) {
            // They are compared by vectors that this node has not read yet.
            (Some(own), None) if progress.model.as_deref() == Some(own.model().fingerprint()) => Ok(Step::Idle),
            // By now there is more to compare them by.
            (_, Some(model)) if progress.model.as_deref() != Some(model) => {
                self.begin()?;
                Ok(Step::Moved)
            }
            _ => match progress.scanned_to {
                Some(from) => self.scan(from),
                None => self.follow(progress.position, known),
            },
        }
    }

    /// The model whose vectors of all threads are here.
    fn whole_model(&self) -> Option<&str> {
        let meanings = self.search.meanings().filter(|meanings| meanings.known().is_whole());
        meanings.map(|meanings| meanings.model().fingerprint())
    }

    /// Has all threads be scanned anew; what people decided stays.
    pub fn begin(&self) -> Result<(), GroupError> {
        let now = self.clock.now();
        Ok(self
            .store
            .write_now::<_, StoreError>(|tx| repeats::begin_scan(tx, self.whole_model(), now))?)
    }

    fn scan(&self, from: ThreadId) -> Result<Step, GroupError> {
        let at_once = match self.pace {
            Pace::Calm => AT_ONCE,
            Pace::Hurried => AT_ONCE_IN_A_HURRY,
        };
        let ids = self
            .store
            .read_now::<_, StoreError>(|db| indexing::ids_after(db, from.get(), at_once))?;
        let pairing = self.pairing_of_scan();
        if let Some(pairing) = &pairing {
            self.place(&ids, pairing, &mut Looked::default())?;
        }
        let now = self.clock.now();
        let to = ids.last().copied();
        self.store
            .write_now::<_, StoreError>(|tx| repeats::move_scan(tx, from, to, now))?;
        if to.is_none() {
            *self.scanning.lock().unwrap_or_else(PoisonError::into_inner) = None;
            tracing::info!("all threads are scanned for repeats");
        }
        Ok(Step::Moved)
    }

    /// The index as it is now: what the last piece of the scan was compared by, unless that changed.
    fn pairing_of_scan(&self) -> Option<Arc<Pairing>> {
        let mut scanning = self.scanning.lock().unwrap_or_else(PoisonError::into_inner);
        let current = self.search.pairing();
        let is_current = |kept: &Arc<Pairing>| current.as_ref().is_some_and(|current| kept.is_same(current));
        if !scanning.as_ref().is_some_and(is_current) {
            *scanning = current.map(|current| match self.pace {
                Pace::Calm => Arc::new(current),
                Pace::Hurried => Arc::new(current.keeping(MOST_KEPT_IN_A_HURRY)),
            });
        }
        scanning.clone()
    }

    /// Follows the change log as far as the index has.
    fn follow(&self, position: Position, known: Position) -> Result<Step, GroupError> {
        let changes = self
            .store
            .read_now::<_, StoreError>(|db| changes::after(db, position, CHANGES_AT_ONCE))?;
        let changes: Vec<Change> = changes
            .into_iter()
            .take_while(|change| change.position() <= known)
            .collect();
        let Some(last) = changes.last() else {
            return Ok(Step::Idle);
        };
        let threads = changes.iter().filter_map(|change| match change.noun {
            Some(Noun::Thread(id) | Noun::Meaning(id)) => Some(id),
            _ => None,
        });
        let threads: BTreeSet<ThreadId> = threads.collect();
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pairing) = self.search.pairing() {
            self.place(&threads.into_iter().collect::<Vec<_>>(), &pairing, &mut looked)?;
        }
        let (to, now) = (last.position(), self.clock.now());
        self.store
            .write_now::<_, StoreError>(|tx| repeats::advance(tx, to, now))?;
        Ok(Step::Moved)
    }

    fn place(&self, ids: &[ThreadId], pairing: &Pairing, looked: &mut Looked) -> Result<(), GroupError> {
        let now = self.clock.now();
        Grouping::new(&self.store, pairing, self.search.forum(), self.pace).place(ids, looked, now)
    }
}
