//! Where a question stands, and what settled it.

use chrono::{DateTime, Utc};

use super::id::{ReplyId, ThreadId};

/// What a reader may still hope for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// Nobody has settled it.
    Open,
    /// It is settled.
    Resolved {
        /// What settled it.
        by: ResolvedBy,
        /// When, as precisely as it is known.
        at: When,
    },
    /// It will not be settled here.
    Closed(CloseReason),
}

/// What settled a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResolvedBy {
    /// This answer was accepted.
    Acceptance(ReplyId),
    /// It asks the same as this thread, where the answer stands.
    Duplicate(ThreadId),
}

/// A point in time with its precision; one that is unknown is never used for a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// To the moment.
    Exact(DateTime<Utc>),
    /// Some time on that day; counts as the day's end.
    Day(DateTime<Utc>),
    /// Nobody knows.
    Unknown,
}

impl When {
    /// The point in time to reckon with, if there is one.
    pub fn time(self) -> Option<DateTime<Utc>> {
        match self {
            When::Exact(at) | When::Day(at) => Some(at),
            When::Unknown => None,
        }
    }

    /// Its precision as a row writes it.
    pub fn precision(self) -> Precision {
        match self {
            When::Exact(_) => Precision::Exact,
            When::Day(_) => Precision::Day,
            When::Unknown => Precision::Unknown,
        }
    }

    /// Puts a row's two columns together again.
    pub fn from_parts(at: Option<DateTime<Utc>>, precision: Precision) -> Self {
        match (at, precision) {
            (Some(at), Precision::Exact) => When::Exact(at),
            (Some(at), Precision::Day) => When::Day(at),
            _ => When::Unknown,
        }
    }
}

crate::named! {
    /// How precisely a point in time is known.
    pub enum Precision {
        /// To the moment.
        Exact = "exact",
        /// To the day.
        Day = "day",
        /// Not at all.
        Unknown = "unknown",
    }
}

crate::named! {
    /// Why a thread was closed.
    pub enum CloseReason {
        /// It asks the same as another thread.
        Duplicate = "duplicate",
        /// It does not belong here.
        OffTopic = "off_topic",
        /// Nobody can tell what is asked.
        Unclear = "unclear",
        /// Time has settled it.
        Outdated = "outdated",
        /// Something else, which the note says.
        Other = "other",
    }
}
