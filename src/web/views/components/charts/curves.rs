//! Which share had come after how long: one curve, or two that are compared.

use std::fmt::Write as _;

use chrono::TimeDelta;
use maud::{Markup, html};

use super::scale::{BOTTOM, HEIGHT, START, Waits, height_of, place, shares};
use super::{Estimate, Picture, estimate, figures, framed, nothing};
use crate::text::time;
use crate::web::views::components::{Pen, figure};

/// Where a curve rises.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stair {
    /// After how many seconds.
    pub seconds: i64,
    /// To which share.
    pub reached: Estimate,
}

/// What a table says of a curve at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct After {
    /// After how many seconds.
    pub seconds: i64,
    /// Which share had come; `None` when nobody was watched for as long.
    pub reached: Option<Estimate>,
    /// How many were still waiting.
    pub waiting: u64,
}

/// One curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is of, such as a period.
    pub label: String,
    /// Where it rises, the earliest first.
    pub stairs: Vec<Stair>,
    /// How many seconds the longest was watched.
    pub until: i64,
    /// After how many seconds it had come for half.
    pub half: Option<i64>,
    /// What the table says, at the same times for each curve of a picture.
    pub after: Vec<After>,
}

/// The classes of the curves, in their order; there is no third.
const CLASSES: [&str; 2] = ["one", "other"];

/// One curve with the band in which it may be, or two with theirs. A third stands in the table alone.
pub fn curve_chart(pen: &Pen<'_>, picture: &Picture<'_>, curves: &[Line]) -> Markup {
    let Some(until) = curves.iter().map(|line| line.until).max() else {
        return nothing(pen, picture);
    };
    let waits = Waits::until(until);
    let classed: Vec<(&Line, &str)> = curves.iter().zip(CLASSES).collect();
    let drawing = html! {
        (shares(pen))
        (waits.drawn(pen))
        @for (line, class) in &classed {
            path class={ "chart-band " (class) } d=(band(line, waits)) {}
        }
        @for (line, class) in &classed {
            path class={ "chart-line " (class) } d=(path(line, waits)) {}
            (half_mark(line, class, waits))
        }
    };
    framed(
        pen,
        picture,
        HEIGHT,
        &drawing,
        &legend(pen, &classed),
        table_of(pen, picture, curves),
    )
}

/// The curve itself, level from each step to the next.
fn path(line: &Line, waits: Waits) -> String {
    let mut path = format!("M{} {}", place(START), place(BOTTOM));
    for stair in &line.stairs {
        step(&mut path, waits.across(stair.seconds), height_of(stair.reached.share));
    }
    let _ = write!(path, "H{}", place(waits.across(line.until)));
    path
}

/// What lies between the lower and the upper ends, as far as both are known.
fn band(line: &Line, waits: Waits) -> String {
    let known = line
        .stairs
        .iter()
        .map_while(|stair| Some((stair.seconds, stair.reached.interval?)));
    let known: Vec<(i64, (f64, f64))> = known.collect();
    let Some((begins, (low, _))) = known.first() else {
        return String::new();
    };
    let ends = line.stairs.get(known.len()).map_or(line.until, |stair| stair.seconds);
    let mut path = format!("M{} {}", place(waits.across(*begins)), place(height_of(*low)));
    for (seconds, (_, high)) in &known {
        step(&mut path, waits.across(*seconds), height_of(*high));
    }
    let _ = write!(path, "H{}", place(waits.across(ends)));
    for (seconds, (low, _)) in known.iter().rev() {
        let _ = write!(path, "V{}H{}", place(height_of(*low)), place(waits.across(*seconds)));
    }
    path + "Z"
}

/// Goes on level to a place, then up or down to a height.
fn step(path: &mut String, across: f64, height: f64) {
    let _ = write!(path, "H{}V{}", place(across), place(height));
}

/// Where it had come for half: a disc on the first curve, a square on the other.
fn half_mark(line: &Line, class: &str, waits: Waits) -> Markup {
    html! {
        @if let Some(half) = line.half {
            (mark(class, waits.across(half), height_of(0.5)))
        }
    }
}

/// A curve's mark, with its middle there.
fn mark(class: &str, across: f64, height: f64) -> Markup {
    html! {
        @if class == "one" {
            circle.chart-half.one cx=(place(across)) cy=(place(height)) r="4" {}
        } @else {
            rect.chart-half.other x=(place(across - 3.5)) y=(place(height - 3.5)) width="7" height="7" {}
        }
    }
}

/// Which line is which, and when each was at a half.
fn legend(pen: &Pen<'_>, lines: &[(&Line, &str)]) -> Markup {
    html! {
        ul.chart-legend {
            @for (line, class) in lines {
                li {
                    svg.chart-sample viewBox="0 0 32 12" aria-hidden="true" focusable="false" {
                        path class={ "chart-line " (class) } d="M0 6H32" {}
                        (mark(class, 16.0, 6.0))
                    }
                    span { (half(pen, line)) }
                }
            }
        }
        p.hint { (pen.say("chart-band")) }
    }
}

fn half(pen: &Pen<'_>, line: &Line) -> String {
    let label = ("label", line.label.as_str().into());
    match line.half {
        Some(seconds) => {
            let length = time::measured_length(pen.phrases, TimeDelta::seconds(seconds));
            pen.tell("chart-half", &[label, ("length", length.into())])
        }
        None => pen.tell("chart-half-not", &[label]),
    }
}

/// What each curve says at the times of the first one.
fn table_of(pen: &Pen<'_>, picture: &Picture<'_>, curves: &[Line]) -> Markup {
    let heads = curves.iter().flat_map(|line| {
        let of = |key: &str| pen.tell(key, &[("label", line.label.as_str().into())]);
        match curves.len() {
            1 => [pen.say("chart-reached"), pen.say("chart-waiting")],
            _ => [of("chart-reached-of"), of("chart-waiting-of")],
        }
    });
    let heads: Vec<String> = heads.collect();
    let times = curves.first().map_or(&[][..], |line| line.after.as_slice());
    let row = |seconds: i64| {
        let cells = curves.iter().flat_map(|line| cells(pen, line, seconds));
        let after = html! { (time::length(pen.phrases, TimeDelta::seconds(seconds))) };
        std::iter::once(after).chain(cells).collect()
    };
    let rows: Vec<Vec<Markup>> = times.iter().map(|after| row(after.seconds)).collect();
    figures(picture, &pen.say("chart-after"), &heads, &rows)
}

/// What a curve says at one time: which share had come, and how many were still waiting.
fn cells(pen: &Pen<'_>, line: &Line, seconds: i64) -> [Markup; 2] {
    let after = line.after.iter().find(|after| after.seconds == seconds);
    let reached = after.and_then(|after| after.reached);
    let reached = reached.map_or_else(|| pen.say("chart-unknown"), |reached| estimate(pen, &reached));
    let waiting = after.map_or(0, |after| i64::try_from(after.waiting).unwrap_or(i64::MAX));
    [html! { (reached) }, html! { (figure(pen, waiting)) }]
}
