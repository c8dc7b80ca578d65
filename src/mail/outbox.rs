//! Letters in memory, for tests.

use std::sync::{Arc, Mutex, PoisonError};

use crate::letters::Letter;

/// Letters that have gone; every clone shows the same.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    letters: Arc<Mutex<Vec<Letter>>>,
}

impl Outbox {
    /// What has gone so far, the oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes what has gone since the last time.
    pub fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut *self.letters.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn put(&self, letter: Letter) {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
    }
}
