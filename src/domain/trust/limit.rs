//! Which limit keeps a newcomer from posting.

use chrono::{DateTime, Utc};

/// Why a newcomer may not post something yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// It has more links than a newcomer's post may have.
    Links {
        /// How many it may have.
        most: i64,
    },
    /// They started as many threads as they may in their first day.
    Threads {
        /// How many that are.
        most: i64,
        /// When the day is over.
        until: DateTime<Utc>,
    },
    /// They wrote as many replies as they may in their first day.
    Replies {
        /// How many that are.
        most: i64,
        /// When the day is over.
        until: DateTime<Utc>,
    },
}
