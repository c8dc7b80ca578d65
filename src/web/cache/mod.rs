//! Pages that look the same to every anonymous reader, kept in memory as they were sent.
//!
//! What belongs here: which answer is kept, for how long it holds, and how much room it may take. What does not: how an
//! answer is made or compressed (`middleware`).
//!
//! An answer is kept with the moment in which its making began, and holds while nothing that it shows has changed since.
//! What this node writes counts before the write is acknowledged; what other nodes write is read from the change log
//! (`web/upkeep.rs`). A node that has not read the log for a second keeps quiet, and every page is made anew.

mod freshness;
mod key;
mod makers;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::http::header::{EntityTag, HeaderValue};
use actix_web::web::Bytes;
use quick_cache::Weighter;

use crate::store::changes::{Change, Written};
use crate::web::views_counted::Viewed;

use makers::Makers;

pub use freshness::{Freshness, Moment, SIMILAR, Shows};
pub use key::Key;
pub use makers::{Making, Turn};

/// How long an answer is kept at most: it says "two minutes ago" in words.
const LONGEST: Duration = Duration::from_secs(60);
/// Bytes of all that is kept by a server for people.
pub const ROOM: u64 = 24 * 1024 * 1024;
/// An answer larger than this many bytes is not kept.
const LARGEST: usize = 1024 * 1024;
/// About how many answers fit, for the first size of the table.
const EXPECTED: usize = 1_000;
/// What an entry costs beside its body and its key, in bytes.
const OVERHEAD: usize = 400;

/// An answer as it was sent.
#[derive(Debug)]
pub struct Kept {
    /// The body, compressed as the key says.
    pub body: Bytes,
    /// What it is.
    pub content_type: HeaderValue,
    /// How it is compressed, if it is.
    pub content_encoding: Option<HeaderValue>,
    /// What it is written in, if it says so.
    pub content_language: Option<HeaderValue>,
    /// How long others may keep it.
    pub cache_control: HeaderValue,
    /// Its name as an entity.
    pub tag: EntityTag,
    /// The pattern of its route, for the figures.
    pub route: String,
    /// What it shows, and whose view it counts for.
    pub keepable: Keepable,
    /// When its making began, between which changes.
    pub born: Moment,
    /// When it was made, by the clock.
    pub made_at: Instant,
}

/// What a handler says of an answer that any anonymous reader may be given again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keepable {
    /// What the answer shows.
    pub shows: Shows,
    /// Whose view it counts for.
    pub viewed: Option<Viewed>,
}

/// The answers that are kept.
pub struct PageCache {
    pages: quick_cache::sync::Cache<Key, Arc<Kept>, Weight>,
    freshness: Freshness,
    makers: Makers,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Kept>> for Weight {
    fn weight(&self, key: &Key, kept: &Arc<Kept>) -> u64 {
        (kept.body.len() + key.weight() + OVERHEAD) as u64
    }
}

impl PageCache {
    /// An empty cache of so many bytes that keeps quiet until the change log was read.
    pub fn with_room(bytes: u64) -> Self {
        Self {
            pages: quick_cache::sync::Cache::with_weighter(EXPECTED, bytes, Weight),
            freshness: Freshness::new(),
            makers: Makers::default(),
        }
    }

    /// The answer that is kept under a key, when it still holds.
    pub fn find(&self, key: &Key) -> Option<Arc<Kept>> {
        let kept = self.pages.get(key)?;
        if kept.made_at.elapsed() < LONGEST && self.freshness.holds(kept.keepable.shows, kept.born) {
            return Some(kept);
        }
        self.pages.remove(key);
        None
    }

    /// Keeps an answer that is small enough.
    pub fn keep(&self, key: Key, kept: Kept) {
        if kept.body.len() <= LARGEST {
            self.pages.insert(key, Arc::new(kept));
        }
    }

    /// The moment before an answer is made.
    pub fn moment(&self) -> Moment {
        self.freshness.moment()
    }

    /// Whether nothing of what was made since a moment has changed.
    pub fn holds(&self, shows: Shows, born: Moment) -> bool {
        self.freshness.holds(shows, born)
    }

    /// Whether this node has read the change log lately, and at least up to what a reader has seen.
    pub fn may_answer(&self, seen: Option<i64>) -> bool {
        self.freshness.may_answer(seen)
    }

    /// Takes note of changes: what shows them holds no more.
    pub fn hear(&self, changes: &[Change]) {
        for change in changes {
            self.freshness.hear(change);
        }
    }

    /// Takes note of what this process wrote.
    pub fn hear_written(&self, written: &Written) {
        if written.is_all {
            self.hear(&written.changes);
        } else {
            self.hear_of_everything();
        }
    }

    /// Takes note of changes that are too many to name: nothing holds any more.
    pub fn hear_of_everything(&self) {
        self.freshness.everything();
    }

    /// Takes note that the change log was read up to a transaction, by a reading that began at this time: what was written
    /// later need not be in it.
    pub fn has_read_up_to(&self, transaction: i64, asked_at: Instant) {
        self.freshness.has_read_up_to(transaction, asked_at);
    }

    /// How far this node has read the change log; `None` before the first reading.
    pub fn read_up_to(&self) -> Option<i64> {
        self.freshness.read_up_to()
    }

    /// Waits for whoever makes this answer already, then says to look again; without anybody, hands over the making.
    pub async fn take_turn(&self, key: &Key) -> Turn {
        self.makers.take_turn(key).await
    }

    /// Bytes of all that is kept.
    pub fn size(&self) -> u64 {
        self.pages.weight()
    }
}
