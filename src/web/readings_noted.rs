//! Who has read what, gathered in memory and written in one go, so that a reader never waits for a write.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::domain::id::{ThreadId, UserId};
use crate::store::readings::{Reading, Readings};

/// The most people whose readings are kept between two writes.
const MOST_READERS: usize = 10_000;
/// The most threads of one reader that are kept between two writes.
const MOST_THREADS: usize = 1_000;

/// Readings that wait to be written; a crash loses those of the last seconds, after which something old looks new.
#[derive(Default)]
pub struct ReadingNotes {
    waiting: Mutex<HashMap<UserId, Readings>>,
}

impl ReadingNotes {
    /// Notes that somebody has read a thread; an older reading, of an earlier page, never replaces a newer one.
    pub fn note(&self, reader: UserId, thread: ThreadId, reading: Reading) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= MOST_READERS && !waiting.contains_key(&reader) {
            return;
        }
        let threads = waiting.entry(reader).or_default();
        if threads.get(&thread).is_some_and(|known| known.at > reading.at) {
            return;
        }
        if threads.len() < MOST_THREADS || threads.contains_key(&thread) {
            threads.insert(thread, reading);
        }
    }

    /// What of a reader waits to be written.
    pub fn of(&self, reader: UserId) -> Readings {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.get(&reader).cloned().unwrap_or_default()
    }

    /// What of a reader's last visit to one thread waits to be written.
    pub fn of_thread(&self, reader: UserId, thread: ThreadId) -> Option<Reading> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.get(&reader)?.get(&thread).copied()
    }

    /// Takes what waits, to write it.
    pub fn take(&self) -> Vec<(UserId, ThreadId, Reading)> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = waiting.drain();
        taken
            .flat_map(|(reader, threads)| {
                threads
                    .into_iter()
                    .map(move |(thread, reading)| (reader, thread, reading))
            })
            .collect()
    }
}
