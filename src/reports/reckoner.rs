//! The follower that keeps the outcome of each question up to date.
//!
//! Where it stands is in the database, so that it goes on there after a crash, and any node can.

use tokio_util::sync::CancellationToken;

use crate::background::keep_doing;
use crate::clock::Clock;
use crate::store::questions::following;
use crate::store::{Store, StoreError};

/// Keeps outcomes, one piece at a time.
pub struct Reckoner {
    store: Store,
    clock: Clock,
}

impl Reckoner {
    /// One that has not begun.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock }
    }

    /// Goes on until told to stop; blocks its thread.
    pub fn run(self, stop: &CancellationToken) {
        keep_doing(stop, "the outcomes of questions cannot be kept up to date", || {
            self.step()
        });
    }

    /// Does the next piece of work, and answers whether there was one.
    pub fn step(&self) -> Result<bool, StoreError> {
        // Whoever only looks waits for nobody who writes.
        if !self.store.read_now(following::is_behind)? {
            return Ok(false);
        }
        let now = self.clock.now();
        self.store.write_now(|tx| following::step(tx, now))
    }
}
