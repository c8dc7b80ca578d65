//! Time in rows: naive UTC with microseconds, which both databases keep.

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

/// A point in time as a row keeps it.
pub(crate) fn row_time(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc().trunc_subsecs(6)
}

/// A row's point in time.
pub(crate) fn utc(row: NaiveDateTime) -> DateTime<Utc> {
    row.and_utc()
}
