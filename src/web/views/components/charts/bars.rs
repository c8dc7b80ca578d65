//! Horizontal bars: how many, or which share, of each of a few things.

use maud::{Markup, html};

use super::scale::{WIDTH, place, text};
use super::{Estimate, Measure, Picture, figures, framed, measured, nothing, share};
use crate::web::views::components::{Pen, figure};

/// How high a bar is with its label above it.
const ROW: f64 = 38.0;
/// How many letters of a label there is room for.
const LETTERS: usize = 40;

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How long it is.
    pub measure: Measure,
}

/// Bars from nothing, each under its label: counts as parts of the largest, shares as parts of all.
pub fn bar_chart(pen: &Pen<'_>, picture: &Picture<'_>, about: &str, bars: &[Bar]) -> Markup {
    if bars.is_empty() {
        return nothing(pen, picture);
    }
    let largest = bars
        .iter()
        .filter_map(|bar| count(bar.measure))
        .max()
        .unwrap_or(0)
        .max(1);
    let drawing = html! {
        @for (row, bar) in bars.iter().enumerate() {
            (drawn(pen, bar, row as f64 * ROW, largest))
        }
    };
    let has_spans = bars.iter().any(|bar| interval(bar.measure).is_some());
    let below = html! { @if has_spans { p.hint { (pen.say("chart-spans")) } } };
    let rows: Vec<Vec<Markup>> = bars.iter().map(|bar| row_of(pen, bar)).collect();
    let head = match bars.first().map(|bar| bar.measure) {
        Some(Measure::Share(_)) => pen.say("chart-reached"),
        _ => pen.say("chart-count"),
    };
    let table = figures(picture, about, &[head], &rows);
    framed(pen, picture, bars.len() as f64 * ROW, &drawing, &below, table)
}

fn drawn(pen: &Pen<'_>, bar: &Bar, top: f64, largest: i64) -> Markup {
    let (part, told) = match bar.measure {
        Measure::Count(count) => (count as f64 / largest as f64, figure(pen, count)),
        Measure::Share(estimate) => (estimate.share, share(pen, estimate.share)),
    };
    html! {
        (text(0.0, top + 13.0, "start", &shortened(&bar.label)))
        (text(WIDTH, top + 13.0, "end", &told))
        rect.chart-rest x="0" y=(place(top + 18.0)) width=(WIDTH) height="12" rx="2" {}
        rect.chart-bar x="0" y=(place(top + 18.0)) width=(place(part.clamp(0.0, 1.0) * WIDTH)) height="12" rx="2" {}
        @if let Some((low, high)) = interval(bar.measure) { (level_span(top + 24.0, low, high)) }
    }
}

/// A span with a stop at both ends, level: where a share lies. Its edge of paper parts it from the bar under it.
fn level_span(middle: f64, low: f64, high: f64) -> Markup {
    let (from, to) = (place(low.clamp(0.0, 1.0) * WIDTH), place(high.clamp(0.0, 1.0) * WIDTH));
    let (above, under) = (place(middle - 3.0), place(middle + 3.0));
    let (middle, stop) = (place(middle), |at: &str| format!("M{at} {above}V{under}"));
    let path = format!("{}M{from} {middle}H{to}{}", stop(&from), stop(&to));
    html! {
        path.chart-halo d=(path) {}
        path.chart-span d=(path) {}
    }
}

fn row_of(pen: &Pen<'_>, bar: &Bar) -> Vec<Markup> {
    vec![html! { bdi { (bar.label) } }, html! { (measured(pen, &bar.measure)) }]
}

fn count(measure: Measure) -> Option<i64> {
    match measure {
        Measure::Count(count) => Some(count),
        Measure::Share(_) => None,
    }
}

fn interval(measure: Measure) -> Option<(f64, f64)> {
    match measure {
        Measure::Share(Estimate { interval, .. }) => interval,
        Measure::Count(_) => None,
    }
}

/// As much of a label as fits above its bar; the table has all of it.
fn shortened(label: &str) -> String {
    match label.char_indices().nth(LETTERS) {
        Some((end, _)) => label.get(..end).unwrap_or(label).trim_end().to_owned() + "…",
        None => label.to_owned(),
    }
}
