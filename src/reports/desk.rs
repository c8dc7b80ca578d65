//! Reports that were worked out a while ago, kept for whoever asks again.
//!
//! A report of a small forum is worked out anew at every look. One that takes a while is kept, so that at most one part in fifty of
//! a processor's time goes into it; whoever asks for an older one gets that, while a newer one is worked out behind them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::MutexGuard;

use super::report::Report;
use crate::domain::report::Selection;
use crate::domain::report_settings::Hours;
use crate::domain::sight::Sight;
use crate::store::StoreError;

/// For how many times as long as it took a report is good.
const GOOD_FOR: u32 = 50;
/// A report that took less is worked out anew while the reader waits.
const SOON: Duration = Duration::from_millis(250);
/// However long it took: after this time nobody gets it any more.
const TOO_OLD: Duration = Duration::from_secs(3_600);
/// How many reports are kept.
const MOST_KEPT: usize = 64;

/// Which report: of what, as seen by whom, by which opening hours if they count.
pub type Key = (Selection, Sight, Option<Hours>);

/// A report, and what working it out took.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The report.
    pub report: Arc<Report>,
    /// How long it took.
    pub took: Duration,
    made: Instant,
}

#[derive(Default)]
struct Shelf {
    kept: HashMap<Key, Kept>,
    under_way: Vec<Key>,
}

/// Where reports are kept.
#[derive(Default)]
pub struct Desk {
    shelf: Mutex<Shelf>,
    turn: tokio::sync::Mutex<()>,
}

/// What to do about a report that is asked for.
pub enum Advice {
    /// It is good.
    Good(Kept),
    /// It is good enough for now, and whoever asked is to have a newer one worked out by [`Desk::work_out`].
    Stale(Kept),
    /// It has to be worked out first.
    None,
}

impl Desk {
    /// The turn of whoever waits for a report, until it is dropped: of many who ask for the same at once, the first works it out,
    /// and the others find it on the shelf; and however many ask, the database works at one.
    pub async fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// What is kept, and whether a newer one is wanted; of many who ask at once, one is told so.
    pub fn look_up(&self, key: &Key) -> Advice {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(kept) = shelf.kept.get(key).cloned() else {
            return Advice::None;
        };
        let age = kept.made.elapsed();
        if age < kept.took * GOOD_FOR {
            Advice::Good(kept)
        } else if kept.took < SOON || age > TOO_OLD {
            Advice::None
        } else if shelf.under_way.contains(key) {
            Advice::Good(kept)
        } else {
            shelf.under_way.push(key.clone());
            Advice::Stale(kept)
        }
    }

    /// Works a report out and keeps it.
    pub fn work_out(&self, key: &Key, work: impl FnOnce() -> Result<Report, StoreError>) -> Result<Kept, StoreError> {
        let begun = Instant::now();
        let report = work();
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.under_way.retain(|other| other != key);
        let kept = Kept {
            report: Arc::new(report?),
            took: begun.elapsed(),
            made: Instant::now(),
        };
        if shelf.kept.len() >= MOST_KEPT && !shelf.kept.contains_key(key) {
            let oldest = shelf
                .kept
                .iter()
                .min_by_key(|(_, kept)| kept.made)
                .map(|(key, _)| key.clone());
            oldest.map(|oldest| shelf.kept.remove(&oldest));
        }
        shelf.kept.insert(key.clone(), kept.clone());
        Ok(kept)
    }
}
