//! What pictures draw of what was estimated: the share that had come, where the estimators tell the share that still waits.

use chrono::DateTime;

use super::components::charts::{After, Estimate, Line, Measure, Stair, Week, WeekFigure};
use crate::reports::statistics::Interval;
use crate::reports::statistics::horizon::Rate;
use crate::reports::statistics::proportion::Proportion;
use crate::reports::statistics::survival::{Curve, Step};

/// How many steps of a curve are drawn at most: one for each pixel of a phone.
const STEPS: usize = 300;
/// The times that the table beside a curve tells, in seconds: an hour to a year.
const TIMES: [i64; 8] = [
    3_600, 21_600, 86_400, 259_200, 604_800, 2_592_000, 7_776_000, 31_536_000,
];

/// Curves with their labels, told at the times that the longest of them was watched for.
pub fn lines(curves: &[(String, &Curve)]) -> Vec<Line> {
    let watched = |curve: &Curve| curve.table().observed_until().unwrap_or(0);
    let longest = curves.iter().map(|(_, curve)| watched(curve)).max().unwrap_or(0);
    let times: Vec<i64> = TIMES.into_iter().filter(|seconds| *seconds <= longest).collect();
    let line = |(label, curve): &(String, &Curve)| Line {
        label: label.clone(),
        stairs: stairs(curve),
        until: watched(curve),
        half: curve.median().seconds,
        after: times.iter().map(|seconds| after(curve, *seconds)).collect(),
    };
    curves.iter().map(line).collect()
}

fn stairs(curve: &Curve) -> Vec<Stair> {
    let thinned = curve.thinned(STEPS).into_iter();
    let stair = |step: Step| Stair {
        seconds: step.seconds,
        reached: reached(step.survival, step.interval),
    };
    thinned.map(stair).collect()
}

fn after(curve: &Curve, seconds: i64) -> After {
    After {
        seconds,
        reached: curve.at(seconds).map(|point| reached(point.survival, point.interval)),
        waiting: curve.table().at_risk(seconds),
    }
}

/// What had come, of a share that still waits.
fn reached(survival: f64, interval: Option<Interval>) -> Estimate {
    Estimate {
        share: 1.0 - survival,
        interval: interval.map(|interval| (1.0 - interval.high, 1.0 - interval.low)),
    }
}

/// A share of so many, with its interval.
pub fn share(proportion: Proportion) -> Estimate {
    let interval = proportion.interval();
    Estimate {
        share: proportion.share(),
        interval: Some((interval.low, interval.high)),
    }
}

/// The rate of the week that begins at this second of the Unix clock.
pub fn week(begins: i64, rate: Rate) -> Week {
    let figure = match rate {
        Rate::Known(proportion) => WeekFigure::Known(Measure::Share(share(proportion)), Some(proportion.of())),
        Rate::TooYoung => WeekFigure::TooYoung,
        Rate::Nobody => WeekFigure::Nobody,
    };
    Week {
        begins: DateTime::from_timestamp(begins, 0).unwrap_or_default(),
        figure,
    }
}
