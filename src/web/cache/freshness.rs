//! Whether what was made at a moment still shows what is.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::ThreadId;
use crate::store::changes::Change;

/// Threads share this many marks: a change of one makes pages of those that share its mark be made anew, which is harmless.
const MARKS: usize = 4_096;
/// A node that has not read the change log for so long does not trust what it keeps.
const TRUST: Duration = Duration::from_secs(1);

/// How many other threads a thread's page names at most, as similar ones.
pub const SIMILAR: usize = 5;

/// A moment between changes: grows by one with each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

/// What an answer shows, which decides which changes end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// One thread and nothing of any other.
    Thread(ThreadId),
    /// One thread, and the titles and standings of a few others.
    ThreadWith(ThreadId, [Option<ThreadId>; SIMILAR]),
    /// Several threads, or counts of them.
    Lists,
    /// Addresses of many threads: ends when some go, not when some come or change.
    Addresses,
}

/// When what changed last.
pub struct Freshness {
    now: AtomicU64,
    everything: AtomicU64,
    lists: AtomicU64,
    addresses: AtomicU64,
    threads: Vec<AtomicU64>,
    started: Instant,
    /// Milliseconds from the start until the last reading of the change log began, plus one; 0 before.
    read_at: AtomicU64,
    read_up_to: AtomicI64,
}

impl Freshness {
    /// Nothing has changed, and the change log was not read yet.
    pub fn new() -> Self {
        Self {
            now: AtomicU64::new(0),
            everything: AtomicU64::new(0),
            lists: AtomicU64::new(0),
            addresses: AtomicU64::new(0),
            threads: std::iter::repeat_with(AtomicU64::default).take(MARKS).collect(),
            started: Instant::now(),
            read_at: AtomicU64::new(0),
            read_up_to: AtomicI64::new(i64::MIN),
        }
    }

    /// The moment before an answer is made.
    pub fn moment(&self) -> Moment {
        Moment(self.now.load(Ordering::SeqCst))
    }

    /// Whether nothing of what an answer shows has changed since its making began.
    pub fn holds(&self, shows: Shows, born: Moment) -> bool {
        let changed = match shows {
            Shows::Addresses => return born.0 >= self.addresses.load(Ordering::SeqCst),
            Shows::Lists => self.lists.load(Ordering::SeqCst),
            Shows::Thread(id) => self.changed(id),
            Shows::ThreadWith(id, others) => {
                let others = others.into_iter().flatten();
                others.fold(self.changed(id), |last, other| last.max(self.changed(other)))
            }
        };
        born.0 >= changed && born.0 >= self.everything.load(Ordering::SeqCst)
    }

    /// When a thread, or one that shares its mark, changed last.
    fn changed(&self, id: ThreadId) -> u64 {
        self.mark(id).map_or(u64::MAX, |mark| mark.load(Ordering::SeqCst))
    }

    /// Ends what shows this.
    pub fn hear(&self, change: &Change) {
        match (change.noun, change.verb) {
            (Some(Noun::Thread(id)), verb) => {
                self.thread(id);
                if verb == Some(ChangeVerb::Deleted) {
                    self.set(&self.addresses);
                }
            }
            // Its thread's change stands beside it, or came before; what people are told stands on no kept page.
            (Some(Noun::Reply(_) | Noun::Meaning(_) | Noun::Tiding(_)), _) => {}
            // Who has just come stands on no page of others.
            (Some(Noun::User(_)), Some(ChangeVerb::Made)) => self.set(&self.lists),
            (Some(Noun::User(_) | Noun::Tag(_)), _) => self.set(&self.everything),
            _ => self.everything(),
        }
    }

    /// Ends all.
    pub fn everything(&self) {
        self.set(&self.everything);
        self.set(&self.addresses);
    }

    /// The change log was read up to this transaction, by a reading that began at this time.
    pub fn has_read_up_to(&self, transaction: i64, asked_at: Instant) {
        self.read_up_to.fetch_max(transaction, Ordering::SeqCst);
        self.read_at.fetch_max(self.until(asked_at) + 1, Ordering::SeqCst);
    }

    /// How far the change log was read; `None` before the first reading.
    pub fn read_up_to(&self) -> Option<i64> {
        let has_read = self.read_at.load(Ordering::SeqCst) > 0;
        has_read.then(|| self.read_up_to.load(Ordering::SeqCst))
    }

    /// Whether the change log was read lately, and at least up to what a reader has seen.
    pub fn may_answer(&self, seen: Option<i64>) -> bool {
        let read_at = self.read_at.load(Ordering::SeqCst);
        let now = self.until(Instant::now()) + 1;
        let is_lately = read_at > 0 && now.saturating_sub(read_at) < TRUST.as_millis() as u64;
        is_lately && seen.is_none_or(|seen| seen <= self.read_up_to.load(Ordering::SeqCst))
    }

    /// Ends what shows a thread, and every list.
    pub fn thread(&self, id: ThreadId) {
        if let Some(mark) = self.mark(id) {
            self.set(mark);
        }
        self.set(&self.lists);
    }

    /// The moment goes on first: whoever begins between the two steps reads what is committed already.
    fn set(&self, mark: &AtomicU64) {
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        mark.fetch_max(now, Ordering::SeqCst);
    }

    fn mark(&self, id: ThreadId) -> Option<&AtomicU64> {
        let place = id.get().unsigned_abs() % MARKS as u64;
        self.threads.get(usize::try_from(place).ok()?)
    }

    fn until(&self, time: Instant) -> u64 {
        u64::try_from(time.duration_since(self.started).as_millis()).unwrap_or(u64::MAX)
    }
}

impl Default for Freshness {
    fn default() -> Self {
        Self::new()
    }
}
