//! How long it takes, of things some of which are still waiting: the Kaplan–Meier curve.
//!
//! The estimate is that of Kaplan and Meier ("Nonparametric estimation from incomplete observations", 1958), its variance that of
//! Greenwood ("The natural duration of cancer", 1926), its intervals those on the log-log scale (Kalbfleisch and Prentice, "The
//! statistical analysis of failure time data", 1980), which never leave 0 to 1. The interval of a median is read off those of the
//! curve (Brookmeyer and Crowley, "A confidence interval for the median survival time", 1982).
//!
//! Where one observation counts for several people, they did not wait independently of each other. The variance is that of the
//! infinitesimal jackknife (Jaeckel, 1972) over the observations: how much the estimate changes with each one's weight, squared and
//! added up. Where each counts once, that is Greenwood's variance exactly.

use serde::Serialize;

use super::Interval;
use super::life_table::{LifeTable, Row};
use super::normal::Z_95;

/// By how much a share may miss a level and still be taken to have reached it: what rounding can add up to over a million steps.
const ROUNDING: f64 = 1e-9;

/// Where the curve falls.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Step {
    /// How long after the beginning, in seconds.
    pub seconds: i64,
    /// How many were still waiting just before.
    pub at_risk: u64,
    /// For how many it came then.
    pub events: u64,
    /// Which share is still waiting from then on.
    pub survival: f64,
    /// The variance of that share.
    pub variance: f64,
    /// Its interval; `None` where nobody is left waiting, as the log-log scale has no end there.
    pub interval: Option<Interval>,
}

/// When the curve first falls to some level, each in seconds; `None` where it does not while it is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Crossing {
    /// When the curve does.
    pub seconds: Option<i64>,
    /// When the lower end of its interval does: the earliest that it may well be.
    pub low: Option<i64>,
    /// When the upper end does: the latest.
    pub high: Option<i64>,
}

/// The curve at one point in time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// Which share is still waiting.
    pub survival: f64,
    /// Its interval; `None` before anything happened, and where nobody is left waiting.
    pub interval: Option<Interval>,
    /// How many are still waiting just before, and watched until then.
    pub at_risk: u64,
}

/// Which share is still waiting, over time. Before the first step it is 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    table: LifeTable,
    steps: Vec<Step>,
}

impl Curve {
    /// Estimates the curve, in one pass; `None` when nothing was observed.
    pub fn of(table: LifeTable) -> Option<Self> {
        table.observed_until()?;
        let squares = |row: &Row| row.squares.0 + row.squares.1;
        let mut falling = Falling {
            stretch: None,
            survival: 1.0,
            sum: 0.0,
            gone: 0.0,
            squares: table.rows().iter().map(squares).sum(),
        };
        let steps = table.rows().iter().filter_map(|row| falling.pass(row)).collect();
        Some(Self { table, steps })
    }

    /// What it was estimated from.
    pub fn table(&self) -> &LifeTable {
        &self.table
    }

    /// Where it falls, the earliest first; nowhere when all are censored.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// When half have got what they waited for.
    pub fn median(&self) -> Crossing {
        self.falls_to(0.5)
    }

    /// When nine of ten have got what they waited for.
    pub fn ninety(&self) -> Crossing {
        self.falls_to(0.1)
    }

    /// When the share that is still waiting first is this or less.
    pub fn falls_to(&self, level: f64) -> Crossing {
        let first = |share_of: fn(&Step) -> Option<f64>| {
            let is_there = |step: &&Step| share_of(step).is_some_and(|share| share <= level + ROUNDING);
            self.steps.iter().find(is_there).map(|step| step.seconds)
        };
        Crossing {
            seconds: first(|step| Some(step.survival)),
            low: first(|step| step.interval.map(|interval| interval.low)),
            high: first(|step| step.interval.map(|interval| interval.high)),
        }
    }

    /// The curve after this many seconds; `None` beyond what was observed, unless nobody was left waiting before.
    pub fn at(&self, seconds: i64) -> Option<Point> {
        let passed = self.steps.partition_point(|step| step.seconds <= seconds);
        let step = passed.checked_sub(1).and_then(|last| self.steps.get(last));
        let survival = step.map_or(1.0, |step| step.survival);
        let is_observed = self.table.observed_until().is_some_and(|until| seconds <= until);
        (is_observed || survival == 0.0).then(|| Point {
            survival,
            interval: step.and_then(|step| step.interval),
            at_risk: self.table.at_risk(seconds),
        })
    }

    /// The steps worth drawing, `most` at most: between two of them the curve falls by less than one part in `most - 1`.
    ///
    /// The last one is always among them.
    pub fn thinned(&self, most: usize) -> Vec<Step> {
        let least = 1.0 / most.saturating_sub(1).max(1) as f64;
        let mut kept = Vec::new();
        let mut shown = 1.0;
        for step in &self.steps {
            if shown - step.survival >= least {
                shown = step.survival;
                kept.push(*step);
            }
        }
        let is_drawn = |last: &Step| kept.last().is_some_and(|kept| kept.seconds == last.seconds);
        let missing = self.steps.last().filter(|last| !is_drawn(last)).copied();
        kept.extend(missing);
        kept
    }
}

/// The curve on its way down.
///
/// As long as nobody is censored, the product of the shares is the share of those at its beginning who are left; it is worked out
/// as that, so that a half is a half.
#[derive(Debug)]
struct Falling {
    /// The last stretch without censoring: the curve at its beginning and how many waited then.
    stretch: Option<(f64, u64)>,
    survival: f64,
    /// Greenwood's sum of `d / (n (n − d))`: by how much the logarithm of the curve rises with the weight of one who still waits.
    sum: f64,
    /// What those who wait no longer add to the variance of the logarithm: by how much it changes with the weight of each, times that
    /// weight, squared.
    gone: f64,
    /// The squares of the weights of those who still wait.
    squares: f64,
}

impl Falling {
    /// Goes past one row; the step there, if there is one.
    fn pass(&mut self, row: &Row) -> Option<Step> {
        let (start, count) = *self.stretch.get_or_insert((self.survival, row.at_risk));
        let (all, left) = (row.at_risk as f64, row.at_risk - row.events);
        self.survival = start * left as f64 / count as f64;
        self.gone += row.squares.0 * (self.sum - 1.0 / all).powi(2);
        self.squares -= row.squares.0;
        if left > 0 {
            self.sum += row.events as f64 / (all * left as f64);
        }
        let variance = self.gone + self.sum * self.sum * self.squares;
        self.censor(row);
        (row.events > 0).then(|| Step {
            seconds: row.seconds,
            at_risk: row.at_risk,
            events: row.events,
            survival: self.survival,
            variance: self.survival * self.survival * variance,
            interval: (left > 0).then(|| log_log(self.survival, variance)),
        })
    }

    /// Takes away those who are watched no longer.
    fn censor(&mut self, row: &Row) {
        if row.censored > 0 {
            self.gone += row.squares.1 * self.sum * self.sum;
            self.squares -= row.squares.1;
            self.stretch = None;
        }
    }
}

/// The interval of a share between 0 and 1 whose logarithm has this variance: `S ^ exp(± z √variance / ln S)`.
fn log_log(survival: f64, variance: f64) -> Interval {
    let spread = Z_95 * variance.sqrt() / survival.ln();
    Interval {
        low: survival.powf((-spread).exp()),
        high: survival.powf(spread.exp()),
    }
}
