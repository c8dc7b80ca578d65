//! What is kept and drawn of a curve that was estimated: a curve of a million questions is a million steps.

use serde::Serialize;

use super::statistics::survival::{Crossing, Curve, Point, Step};

/// How many steps of a curve are drawn at most: one for each pixel of a phone.
const STEPS: usize = 300;
/// The times at which a curve is told, in seconds: an hour to a year.
pub const TIMES: [i64; 8] = [
    3_600, 21_600, 86_400, 259_200, 604_800, 2_592_000, 7_776_000, 31_536_000,
];

/// A curve, as it is drawn and told.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outline {
    /// How many were watched.
    pub count: u64,
    /// For how many what they waited for came.
    pub events: u64,
    /// How long the longest was watched, in seconds.
    pub until: i64,
    /// When half had got it.
    pub median: Crossing,
    /// When nine of ten had.
    pub ninety: Crossing,
    /// Where it falls, as far as that can be drawn.
    pub steps: Vec<Step>,
    /// What it is at each of [`TIMES`] that the longest was watched for.
    pub told: Vec<Told>,
}

/// A curve at one time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Told {
    /// After how many seconds.
    pub seconds: i64,
    /// The curve then; `None` beyond what was observed.
    pub point: Option<Point>,
    /// How many were still waiting just before.
    pub at_risk: u64,
}

impl Outline {
    /// What is kept of this curve.
    pub fn of(curve: &Curve) -> Self {
        let table = curve.table();
        let until = table.observed_until().unwrap_or(0);
        let told = TIMES.into_iter().filter(|seconds| *seconds <= until);
        Self {
            count: table.count(),
            events: table.events(),
            until,
            median: curve.median(),
            ninety: curve.ninety(),
            steps: curve.thinned(STEPS),
            told: told.map(|seconds| told_at(curve, seconds)).collect(),
        }
    }

    /// The curve at one of [`TIMES`], also beyond what it tells.
    pub fn at(&self, seconds: i64) -> Told {
        let told = self.told.iter().find(|told| told.seconds == seconds).copied();
        told.unwrap_or(Told {
            seconds,
            point: None,
            at_risk: 0,
        })
    }
}

fn told_at(curve: &Curve, seconds: i64) -> Told {
    Told {
        seconds,
        point: curve.at(seconds),
        at_risk: curve.table().at_risk(seconds),
    }
}
