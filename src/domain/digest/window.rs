//! Windows: which span of time each digest covers.
//!
//! The windows of a subscriber follow one another without a gap: each begins where the one before ended, whatever rhythm was
//! chosen meanwhile. So whatever happens at one moment falls into exactly one.

use chrono::{DateTime, Duration, Utc};

use super::Rhythm;

/// How long after its end a window is closed. A transaction carries the time at which its request came, and may commit later: a
/// window that were read at once would step over what is committed after it. A request that takes longer than this is given up.
pub const SETTLES_AFTER: Duration = Duration::minutes(5);

/// A span of time that holds its first moment and not its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub to: DateTime<Utc>,
}

impl Window {
    /// Whether something that happened then falls into it.
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.to
    }
}

/// How far a subscriber's windows have come, and when the next one ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// All that happened before this was told, or was nothing.
    pub covered_to: DateTime<Utc>,
    /// When the next digest is due.
    pub due_at: DateTime<Utc>,
}

impl Course {
    /// Begins now: nothing that happened before is told.
    pub fn begin(rhythm: &Rhythm, now: DateTime<Utc>) -> Self {
        Self {
            covered_to: now,
            due_at: rhythm.next_after(now),
        }
    }

    /// Goes on in another rhythm: at its next moment from now on, however far the windows have come.
    pub fn in_rhythm(self, rhythm: &Rhythm, now: DateTime<Utc>) -> Self {
        Self {
            due_at: rhythm.next_after(now.max(self.covered_to)),
            ..self
        }
    }

    /// The window that is due, when all that was written before `settled` is in force: up to the last moment of the rhythm before
    /// that. Whoever was left waiting gets one digest for all of it.
    pub fn window(&self, rhythm: &Rhythm, settled: DateTime<Utc>) -> Option<Window> {
        let to = rhythm.last_until(settled)?.max(self.due_at);
        let window = Window {
            from: self.covered_to,
            to,
        };
        (self.due_at <= settled && window.from < window.to).then_some(window)
    }

    /// Goes on behind a window.
    pub fn after(self, window: &Window, rhythm: &Rhythm) -> Self {
        Self {
            covered_to: window.to,
            due_at: rhythm.next_after(window.to),
        }
    }
}
