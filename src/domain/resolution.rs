//! When a question was settled, as precisely as it is known, and why a thread was closed.

use chrono::{DateTime, Utc};

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
