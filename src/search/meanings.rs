//! The vectors of all threads, kept up to date: by a job beside a server, or from the command line.
//!
//! All of it is in the database: how far the model has read, where it stands in the change log, and of which text each vector was
//! made. So a piece of work may be done twice, by any node, and after a crash it goes on.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::meant::{Meant, blended};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::ThreadId;
use crate::domain::vector::Vector;
use crate::meaning::{Known, Model, ModelError};
use crate::store::changes::{self, Change};
use crate::store::thread_vectors::{self, Progress, ThreadVector};
use crate::store::{Store, StoreError, indexing};

/// How many threads are read for one transaction.
const THREADS_AT_ONCE: usize = 16;
/// How many changes are dealt with at once.
const CHANGES_AT_ONCE: i64 = 64;

/// How often a node looks for new vectors.
const READ_EVERY: Duration = Duration::from_millis(500);

/// Why vectors could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MeantError {
    /// The database could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The model failed.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// What a piece of work did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many threads were looked at, and there may be more to do.
    Moved(usize),
    /// Every thread has its vector.
    Idle,
}

/// Whether others want the processors too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// They do: one is enough.
    Calm,
    /// Nobody else does.
    Full,
}

/// A model with the vectors of all threads.
#[derive(Debug)]
pub struct Meanings {
    model: Arc<Model>,
    known: Known,
    has_begun: AtomicBool,
}

impl Meanings {
    /// With this model; no vector is known yet.
    pub fn new(model: Arc<Model>) -> Self {
        Self {
            model,
            known: Known::new(),
            has_begun: AtomicBool::new(false),
        }
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The vectors of all threads, as far as this node has read them.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// Reads what is new of the vectors in the database.
    pub fn refresh(&self, store: &Store) -> Result<(), StoreError> {
        self.known.refresh(store, self.model.fingerprint())
    }

    /// Reads what is new of the vectors in the database until told to stop; blocks its thread.
    pub fn read_until(&self, store: &Store, stop: &CancellationToken) {
        let mut has_failed = false;
        while !stop.is_cancelled() {
            match self.refresh(store) {
                Ok(()) => has_failed = false,
                Err(error) => {
                    // Said once, not every second.
                    if !has_failed {
                        tracing::warn!(%error, "what threads mean cannot be read");
                    }
                    has_failed = true;
                }
            }
            std::thread::sleep(READ_EVERY);
        }
    }

    /// The vector of what somebody is about to ask, as plain text; `None` when it says nothing, and while too many ask at once.
    pub fn of_draft(&self, title: &str, body: &str) -> Option<Vector> {
        let meant = Meant::of(title, body);
        if meant.whole.is_empty() {
            return None;
        }
        match self.model.meanings_soon(&[&meant.title, &meant.whole])? {
            Ok(found) => match found.as_slice() {
                [title, whole] => blended(title, whole),
                _ => None,
            },
            Err(error) => {
                tracing::warn!(%error, "what a draft means could not be told");
                None
            }
        }
    }

    /// Whether there is anything to do.
    pub fn has_work(&self, store: &Store) -> Result<bool, StoreError> {
        if !self.has_begun.load(Ordering::SeqCst) {
            return Ok(true);
        }
        store.read_now(|db| {
            let Some(progress) = thread_vectors::progress(db, self.model.fingerprint())? else {
                return Ok(true);
            };
            Ok(!progress.is_filled || !changes::after(db, progress.position, 1)?.is_empty())
        })
    }

    /// Does the next piece of work: what changed first, then threads that were not read yet.
    pub fn step(&self, store: &Store, pace: Pace, now: DateTime<Utc>) -> Result<Step, MeantError> {
        let progress = self.progress(store, now)?;
        let changes = store.read_now::<_, StoreError>(|db| changes::after(db, progress.position, CHANGES_AT_ONCE))?;
        if let Some(last) = changes.last() {
            let threads = threads_of(&changes);
            for part in threads.chunks(THREADS_AT_ONCE) {
                self.read_anew(store, pace, progress.model, part, Told::Each(now))?;
            }
            let position = last.position();
            store.write_now::<_, StoreError>(|tx| thread_vectors::advance(tx, progress.model, position, now))?;
            return Ok(Step::Moved(threads.len()));
        }
        if progress.is_filled {
            return Ok(Step::Idle);
        }
        let from = progress.filled_to;
        let size = i64::try_from(THREADS_AT_ONCE).unwrap_or(i64::MAX);
        let ids = store.read_now::<_, StoreError>(|db| indexing::ids_after(db, from, size))?;
        self.read_anew(store, pace, progress.model, &ids, Told::UpTo(ids.last().copied()))?;
        if ids.is_empty() {
            tracing::info!("every thread has its vector");
            // Those of other models are of no use any more.
            while store.write_now::<_, StoreError>(|tx| thread_vectors::remove(tx, Some(progress.model)))? > 0 {}
        }
        Ok(Step::Moved(ids.len()))
    }

    fn progress(&self, store: &Store, now: DateTime<Utc>) -> Result<Progress, StoreError> {
        let fingerprint = self.model.fingerprint();
        if self.has_begun.load(Ordering::SeqCst)
            && let Some(progress) = store.read_now(|db| thread_vectors::progress(db, fingerprint))?
        {
            return Ok(progress);
        }
        let progress = store.write_now(|tx| thread_vectors::begin(tx, fingerprint, now))?;
        self.has_begun.store(true, Ordering::SeqCst);
        Ok(progress)
    }

    /// Makes the vectors of those of these threads whose text is another than it was, and forgets those that are gone.
    fn read_anew(&self, store: &Store, pace: Pace, model: i64, ids: &[ThreadId], told: Told) -> Result<(), MeantError> {
        let (texts, hashes) = store.read_now::<_, StoreError>(|db| {
            Ok((thread_vectors::texts(db, ids)?, thread_vectors::hashes(db, model, ids)?))
        })?;
        let mut meant: Vec<(ThreadId, Meant)> = texts.iter().map(|text| (text.id, Meant::of_thread(text))).collect();
        let gone: Vec<ThreadId> = hashes.keys().copied().collect();
        let gone: Vec<ThreadId> = gone
            .into_iter()
            .filter(|id| meant.iter().all(|(there, _)| there != id))
            .collect();
        meant.retain(|(id, meant)| hashes.get(id) != Some(&meant.hash()));
        let vectors = self.vectors(&meant, pace)?;
        store.write_now::<_, StoreError>(|tx| {
            thread_vectors::keep(tx, model, &vectors)?;
            thread_vectors::forget(tx, &gone)?;
            match told {
                Told::UpTo(last) => thread_vectors::fill(tx, model, last),
                Told::Each(now) => {
                    let changed = vectors.iter().map(|vector| vector.id);
                    for id in changed.chain(gone) {
                        changes::record(tx, Noun::Meaning(id), ChangeVerb::Changed, now)?;
                    }
                    Ok(())
                }
            }
        })?;
        Ok(())
    }

    fn vectors(&self, meant: &[(ThreadId, Meant)], pace: Pace) -> Result<Vec<ThreadVector>, ModelError> {
        let texts: Vec<&str> = meant
            .iter()
            .flat_map(|(_, meant)| [meant.title.as_str(), meant.whole.as_str()])
            .collect();
        let found = match pace {
            Pace::Calm => self.model.meanings_calmly(&texts)?,
            Pace::Full => self.model.meanings(&texts)?,
        };
        let both = found.chunks_exact(2).zip(meant);
        let vectors = both.filter_map(|(both, (id, meant))| {
            let [title, whole] = both else { return None };
            Some(ThreadVector {
                id: *id,
                text_hash: meant.hash(),
                vector: blended(title, whole)?,
            })
        });
        Ok(vectors.collect())
    }
}

/// How the nodes hear of new vectors.
enum Told {
    /// All threads up to this one were read, or all that there are: each node reads on by itself.
    UpTo(Option<ThreadId>),
    /// By the change log.
    Each(DateTime<Utc>),
}

/// The threads that changes are about, each once.
fn threads_of(changes: &[Change]) -> Vec<ThreadId> {
    let threads = changes.iter().filter_map(|change| match change.noun {
        Some(Noun::Thread(id)) => Some(id),
        _ => None,
    });
    threads.collect::<BTreeSet<_>>().into_iter().collect()
}
