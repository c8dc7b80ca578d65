//! The follower that keeps the outcome of each question up to date.
//!
//! Where it stands is in the database, so that it goes on there after a crash, and any node can.

use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::store::questions::following;
use crate::store::{Store, StoreError};

/// How often it looks for something to do.
const LOOK: Duration = Duration::from_secs(1);

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
        let mut has_failed = false;
        while !stop.is_cancelled() {
            let begun = Instant::now();
            match self.step() {
                Ok(is_moving) => {
                    has_failed = false;
                    // Half of the time is enough for what nobody waits for; others write too.
                    std::thread::sleep(if is_moving { begun.elapsed().min(LOOK) } else { LOOK });
                }
                Err(error) => {
                    if !has_failed {
                        tracing::warn!(%error, "the outcomes of questions cannot be kept up to date");
                    }
                    has_failed = true;
                    std::thread::sleep(LOOK);
                }
            }
        }
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
