//! Where things stand in a picture: its measures, its axes and their labels.

use chrono::TimeDelta;
use maud::{Markup, html};

use crate::text::time;
use crate::web::views::components::Pen;

/// How wide a picture is.
pub(super) const WIDTH: f64 = 360.0;
/// How high one with axes is.
pub(super) const HEIGHT: f64 = 220.0;
/// Where what is drawn between the axes begins and ends, sideways.
pub(super) const START: f64 = 42.0;
pub(super) const END: f64 = 350.0;
/// Where it ends and begins, upwards.
pub(super) const TOP: f64 = 10.0;
pub(super) const BOTTOM: f64 = 194.0;
/// About how wide a letter of a label is on a phone.
const LETTER: f64 = 6.6;
/// The times that the axis of waits is marked with, in seconds: a minute to ten years.
const TIMES: [i64; 10] = [
    60,
    600,
    3_600,
    21_600,
    86_400,
    604_800,
    2_592_000,
    7_776_000,
    31_536_000,
    315_360_000,
];

/// A place in a picture, to a tenth of a unit.
pub(super) fn place(at: f64) -> String {
    format!("{at:.1}")
}

/// How high a share stands.
pub(super) fn height_of(share: f64) -> f64 {
    BOTTOM - share.clamp(0.0, 1.0) * (BOTTOM - TOP)
}

/// The axis of waits: each mark about as far from the next, from a minute to months, as answers come in minutes or in weeks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waits {
    until: i64,
}

impl Waits {
    /// An axis that ends after this many seconds, and not before an hour.
    pub(super) fn until(seconds: i64) -> Self {
        Self {
            until: seconds.max(3_600),
        }
    }

    /// Where a wait of so many seconds stands.
    pub(super) fn across(self, seconds: i64) -> f64 {
        let minutes = |seconds: i64| (seconds.clamp(0, self.until) as f64 / 60.0).ln_1p();
        START + minutes(seconds) / minutes(self.until) * (END - START)
    }

    /// The axis with its marks.
    pub(super) fn drawn(self, pen: &Pen<'_>) -> Markup {
        let times = TIMES.into_iter().filter(|seconds| *seconds <= self.until);
        let label = |seconds| time::length(pen.phrases, TimeDelta::seconds(seconds));
        let marks: Vec<_> = times.map(|seconds| (self.across(seconds), label(seconds))).collect();
        below(&marks)
    }
}

/// Marks on the lower axis with their labels, of which those that would run into each other are left out.
pub(super) fn below(marks: &[(f64, String)]) -> Markup {
    let mut free = 0.0;
    let labels = marks.iter().filter_map(|(at, label)| {
        let half = label.chars().count() as f64 * LETTER / 2.0;
        let middle = at.min(WIDTH - half);
        let has_room = middle - half >= free;
        has_room.then(|| {
            free = middle + half + LETTER;
            text(middle, BOTTOM + 19.0, "middle", label)
        })
    });
    html! {
        g.chart-grid {
            @for (at, _) in marks { line x1=(place(*at)) x2=(place(*at)) y1=(BOTTOM) y2=(BOTTOM + 4.0) {} }
            @for label in labels { (label) }
        }
    }
}

/// Lines across the picture with what each stands for.
pub(super) fn lines(levels: &[(f64, String)]) -> Markup {
    html! {
        g.chart-grid {
            @for (at, label) in levels {
                line x1=(START) x2=(END) y1=(place(*at)) y2=(place(*at)) {}
                (text(START - 6.0, at + 4.0, "end", label))
            }
        }
    }
}

/// The lines of shares: quarters, from nothing to all.
pub(super) fn shares(pen: &Pen<'_>) -> Markup {
    let level = |percent: i32| {
        let label = pen.tell("chart-percent", &[("percent", percent.into())]);
        (height_of(f64::from(percent) / 100.0), label)
    };
    lines(&[0, 25, 50, 75, 100].map(level))
}

/// Words in a picture; `anchor` says which end of them stands there.
pub(super) fn text(across: f64, down: f64, anchor: &str, words: &str) -> Markup {
    html! { text x=(place(across)) y=(place(down)) text-anchor=(anchor) { (words) } }
}

/// A span with a stop at both ends, upright: where a share lies.
pub(super) fn upright_span(across: f64, low: f64, high: f64) -> Markup {
    let (from, to) = (place(height_of(low)), place(height_of(high)));
    let (left, right) = (place(across - 2.0), place(across + 2.0));
    html! { path.chart-span d={ "M" (left) " " (from) "H" (right) "M" (place(across)) " " (from) "V" (to) "M" (left) " " (to) "H" (right) } {} }
}
