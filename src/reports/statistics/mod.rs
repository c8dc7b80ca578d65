//! The estimators behind the figures: pure functions over plain numbers.
//!
//! What belongs here: formulas, each with its source. What does not: which questions count, and what is made of a row whose
//! times cannot be (the caller leaves those out and tells them). No result is ever "not a number": what cannot be told from the
//! data is a `None`, or a case of its own.

pub mod business_hours;
pub mod horizon;
pub mod life_table;
pub mod log_rank;
mod normal;
pub mod proportion;
pub mod survival;

#[cfg(test)]
mod tests;

/// The seconds of a day.
const DAY: i64 = 86_400;
/// The seconds of a week.
const WEEK: i64 = 7 * DAY;
/// The first Monday of the Unix clock, 5 January 1970, in its seconds.
const A_MONDAY: i64 = 4 * DAY;

/// Where a share lies with a confidence of 95 %; both ends are shares themselves, or differences of two.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}
