//! Who makes which answer at the moment, so that those who ask for the same meanwhile wait for it instead of making it too.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::Key;

/// How long somebody waits for another's answer before making their own.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is being made.
#[derive(Default)]
pub struct Makers {
    at_work: Arc<Mutex<HashMap<Key, CancellationToken>>>,
}

/// Whose turn it is.
pub enum Turn {
    /// Theirs: nobody else makes this answer while the guard is held.
    Make(Making),
    /// Somebody has just made it, or failed, or is too slow. Whoever then finds nothing goes on without a guard: an answer
    /// that cannot be kept must not be waited for one by one.
    LookAgain,
}

/// The making of an answer; dropped when it is done or has failed, also when the request was given up.
pub struct Making {
    at_work: Arc<Mutex<HashMap<Key, CancellationToken>>>,
    key: Key,
    done: CancellationToken,
}

impl Makers {
    pub async fn take_turn(&self, key: &Key) -> Turn {
        let done = {
            let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
            match at_work.get(key) {
                Some(done) => done.clone(),
                None => {
                    let done = CancellationToken::new();
                    at_work.insert(key.clone(), done.clone());
                    return Turn::Make(Making {
                        at_work: Arc::clone(&self.at_work),
                        key: key.clone(),
                        done,
                    });
                }
            }
        };
        let _in_time = tokio::time::timeout(PATIENCE, done.cancelled()).await;
        Turn::LookAgain
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        at_work.remove(&self.key);
        self.done.cancel();
    }
}
