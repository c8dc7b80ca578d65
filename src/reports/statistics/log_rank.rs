//! Whether it took longer in one cohort than in another: the log-rank test.

use serde::Serialize;

use super::life_table::LifeTable;
use super::normal::chi_square_tail;

/// How two cohorts compare over their whole curves.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct LogRank {
    /// How many events the first cohort had.
    pub observed: f64,
    /// How many it would have had, did both wait alike.
    pub expected: f64,
    /// How far these are apart: a chi-square of one degree of freedom.
    pub chi_square: f64,
    /// How likely a difference as large is by chance alone.
    pub p_value: f64,
}

/// The log-rank test (Mantel, 1966; Peto and Peto, 1972), with the hypergeometric variance for ties.
///
/// `None` when there is nothing to compare: a cohort is empty, or at no event both have anybody waiting.
pub fn log_rank(one: &LifeTable, other: &LifeTable) -> Option<LogRank> {
    let (mut ones, mut others) = (one.rows().iter().peekable(), other.rows().iter().peekable());
    let (mut observed, mut expected, mut variance) = (0.0, 0.0, 0.0);
    while let Some(seconds) = [ones.peek(), others.peek()]
        .into_iter()
        .flatten()
        .map(|row| row.seconds)
        .min()
    {
        let waiting = ones.peek().map_or(0, |row| row.at_risk) as f64;
        let all = waiting + others.peek().map_or(0, |row| row.at_risk) as f64;
        let events = ones.next_if(|row| row.seconds == seconds).map_or(0, |row| row.events) as f64;
        let together = events + others.next_if(|row| row.seconds == seconds).map_or(0, |row| row.events) as f64;
        observed += events;
        expected += together * waiting / all;
        if all > 1.0 {
            variance += together * (waiting / all) * (1.0 - waiting / all) * (all - together) / (all - 1.0);
        }
    }
    let apart = observed - expected;
    let chi_square = apart * apart / variance;
    (variance > 0.0).then(|| LogRank {
        observed,
        expected,
        chi_square,
        p_value: chi_square_tail(chi_square),
    })
}
