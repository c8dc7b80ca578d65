//! How many of how many, and how far that may be from what is so.

use std::ops::AddAssign;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Interval;
use super::normal::Z_95;

/// So many of so many, of at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proportion {
    hits: u64,
    of: u64,
    /// The squares of how often each counts, added up.
    squares: u64,
}

/// What counts towards a share so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    hits: u64,
    of: u64,
    squares: u64,
}

impl Tally {
    /// Counts one this many times, as for each person who has the question.
    pub fn count(&mut self, weight: u32, is_hit: bool) {
        let weight = u64::from(weight);
        self.hits += if is_hit { weight } else { 0 };
        self.of += weight;
        self.squares = self.squares.saturating_add(weight * weight);
    }

    /// The share; `None` of nothing.
    pub fn proportion(self) -> Option<Proportion> {
        (self.of > 0).then_some(Proportion {
            hits: self.hits,
            of: self.of,
            squares: self.squares,
        })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.hits += more.hits;
        self.of += more.of;
        self.squares = self.squares.saturating_add(more.squares);
    }
}

impl Proportion {
    /// `None` when there is nothing to take a share of, or more hits than that.
    pub fn new(hits: u64, of: u64) -> Option<Self> {
        (of > 0 && hits <= of).then_some(Self { hits, of, squares: of })
    }

    /// How many.
    pub fn hits(self) -> u64 {
        self.hits
    }

    /// Of how many.
    pub fn of(self) -> u64 {
        self.of
    }

    /// The share, from 0 to 1.
    pub fn share(self) -> f64 {
        self.hits as f64 / self.of as f64
    }

    /// Its interval by the score (Wilson, "Probable inference, the law of succession, and statistical inference", 1927), without
    /// correction for continuity. Those who count several times together make it as wide as fewer would, which count once (Kish,
    /// "Survey Sampling", 1965: the effective sample size).
    pub fn interval(self) -> Interval {
        let (share, square) = (self.share(), Z_95 * Z_95);
        let of = (self.of as f64).powi(2) / self.squares as f64;
        let middle = share + square / (2.0 * of);
        let half = Z_95 * (share * (1.0 - share) / of + square / (4.0 * of * of)).sqrt();
        let whole = 1.0 + square / of;
        // The ends are exact where rounding would miss them by a hair.
        Interval {
            low: if self.hits == 0 {
                0.0
            } else {
                ((middle - half) / whole).max(0.0)
            },
            high: if self.hits == self.of {
                1.0
            } else {
                ((middle + half) / whole).min(1.0)
            },
        }
    }

    /// By how much the share is above another one.
    ///
    /// The interval is the hybrid score one (Newcombe, "Interval estimation for the difference between independent proportions",
    /// 1998, method 10): it keeps its promise for small numbers too, and for none of many.
    pub fn above(self, other: Self) -> Difference {
        let difference = self.share() - other.share();
        let (mine, theirs) = (self.interval(), other.interval());
        let down = (self.share() - mine.low).hypot(theirs.high - other.share());
        let up = (mine.high - self.share()).hypot(other.share() - theirs.low);
        Difference {
            difference,
            interval: Interval {
                low: (difference - down).max(-1.0),
                high: (difference + up).min(1.0),
            },
        }
    }
}

/// With its share and interval, which readers would have to work out.
impl Serialize for Proportion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut told = serializer.serialize_struct("Proportion", 4)?;
        told.serialize_field("hits", &self.hits)?;
        told.serialize_field("of", &self.of)?;
        told.serialize_field("share", &self.share())?;
        told.serialize_field("interval", &self.interval())?;
        told.end()
    }
}

/// By how much one share is above another, from -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Difference {
    /// By how much.
    pub difference: f64,
    /// Its interval: when 0 lies inside, there may be no difference.
    pub interval: Interval,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proportion(hits: u64, of: u64) -> Proportion {
        Proportion::new(hits, of).unwrap()
    }

    fn is_near(interval: Interval, low: f64, high: f64) -> bool {
        (interval.low - low).abs() < 0.000_05 && (interval.high - high).abs() < 0.000_05
    }

    /// The examples of Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
    #[test]
    fn intervals_of_shares_are_those_that_were_published() {
        for (hits, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let interval = proportion(hits, of).interval();
            assert!(is_near(interval, low, high), "{hits} of {of}: {interval:?}");
        }
    }

    /// The examples of the same author's paper on differences, table II, method 10.
    #[test]
    fn intervals_of_differences_are_those_that_were_published() {
        for (one, other, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((0, 10), (0, 10), -0.2775, 0.2775),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ] {
            let found = proportion(one.0, one.1).above(proportion(other.0, other.1));
            assert!(is_near(found.interval, low, high), "{one:?} {other:?}: {found:?}");
        }
    }

    #[test]
    fn of_nothing_there_is_no_share() {
        assert_eq!(Proportion::new(0, 0), None);
        assert_eq!(Proportion::new(2, 1), None);
        let most = proportion(u64::MAX, u64::MAX);
        assert_eq!((most.share(), most.interval().high), (1.0, 1.0));
        assert!(most.interval().low <= 1.0);
    }

    #[test]
    fn intervals_hold_their_share_and_stay_between_nothing_and_all() {
        for of in 1..60 {
            for hits in 0..=of {
                let one = proportion(hits, of);
                let Interval { low, high } = one.interval();
                assert!(0.0 <= low && low <= one.share() && one.share() <= high && high <= 1.0);
                let same = one.above(one);
                assert!(same.difference == 0.0 && same.interval.low <= 0.0 && same.interval.high >= 0.0);
            }
        }
    }
}
