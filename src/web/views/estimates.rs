//! What pictures draw of what was estimated: the share that had come, where the estimators tell the share that still waits.

use chrono::DateTime;

use super::components::charts::{After, Estimate, Line, Measure, Stair, Week, WeekFigure};
use crate::reports::outline::{Outline, TIMES, Told};
use crate::reports::statistics::Interval;
use crate::reports::statistics::horizon::Rate;
use crate::reports::statistics::proportion::Proportion;
use crate::reports::statistics::survival::Step;

/// Curves with their labels, told at the times that the longest of them was watched for.
pub fn lines(curves: &[(String, &Outline)]) -> Vec<Line> {
    let longest = curves.iter().map(|(_, curve)| curve.until).max().unwrap_or(0);
    let times: Vec<i64> = TIMES.into_iter().filter(|seconds| *seconds <= longest).collect();
    let line = |(label, curve): &(String, &Outline)| Line {
        label: label.clone(),
        stairs: curve.steps.iter().map(stair).collect(),
        until: curve.until,
        half: curve.median.seconds,
        after: times.iter().map(|seconds| after(curve.at(*seconds))).collect(),
    };
    curves.iter().map(line).collect()
}

fn stair(step: &Step) -> Stair {
    Stair {
        seconds: step.seconds,
        reached: reached(step.survival, step.interval),
    }
}

fn after(told: Told) -> After {
    After {
        seconds: told.seconds,
        reached: told.point.map(|point| reached(point.survival, point.interval)),
        waiting: told.at_risk,
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
