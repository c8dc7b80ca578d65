//! Pictures of figures, drawn on the server: curves of waiting, bars, weeks. Each has its figures in a table beside it.
//!
//! A picture is 360 units wide, as a phone is; the style sheet gives its colours, in light, dark and print, and keeps its letters
//! readable where it is drawn larger. Nothing is told by colour alone: lines are dashed, points have shapes, tables have words.

mod bars;
mod curves;
mod scale;
mod weeks;

#[cfg(test)]
mod tests;

use maud::{Markup, html};

use super::{Column, Pen, disclosure, figure, table};

pub use bars::{Bar, bar_chart};
pub use curves::{After, Line, Stair, curve_chart};
pub use weeks::{Week, WeekFigure, week_chart};

/// What every picture has around it.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// The beginning of its elements' names, which no other picture of the page has.
    pub id: &'a str,
    /// What it shows, in a few words.
    pub title: &'a str,
    /// What there is to see in it, in a sentence: whoever hears the page hears it instead of the picture.
    pub finding: &'a str,
}

/// A share with how far it may be from what is so, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The share.
    pub share: f64,
    /// Its lower and its upper end with a confidence of 95 %; `None` where that cannot be told.
    pub interval: Option<(f64, f64)>,
}

/// What a bar or a week stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure {
    /// So many.
    Count(i64),
    /// Such a share.
    Share(Estimate),
}

/// A share as readers write it, to a tenth of a percent: `56.1 %`.
pub fn share(pen: &Pen<'_>, share: f64) -> String {
    let tenths = (share.clamp(0.0, 1.0) * 1_000.0).round() as i64;
    pen.tell(
        "chart-share",
        &[("whole", (tenths / 10).into()), ("tenths", (tenths % 10).into())],
    )
}

/// A share with its interval: `56.1 % (51.0 %–60.9 %)`.
pub fn estimate(pen: &Pen<'_>, estimate: &Estimate) -> String {
    let told = share(pen, estimate.share);
    estimate.interval.map_or(told.clone(), |(low, high)| {
        let values = [("share", told), ("low", share(pen, low)), ("high", share(pen, high))];
        pen.tell("chart-interval", &values.map(|(name, value)| (name, value.into())))
    })
}

/// What a table tells of a measure.
fn measured(pen: &Pen<'_>, measure: &Measure) -> String {
    match measure {
        Measure::Count(count) => figure(pen, *count),
        Measure::Share(share) => estimate(pen, share),
    }
}

/// The figure with everything around the drawing.
fn framed(
    pen: &Pen<'_>,
    picture: &Picture<'_>,
    height: f64,
    drawing: &Markup,
    below: &Markup,
    figures: Markup,
) -> Markup {
    let (title, finding) = (format!("{}-title", picture.id), format!("{}-finding", picture.id));
    html! {
        figure.chart id=(picture.id) {
            (caption(picture))
            svg.chart-picture role="img" aria-labelledby=(title) aria-describedby=(finding) focusable="false" viewBox={ "0 0 " (scale::WIDTH) " " (height) } {
                title id=(title) { (picture.title) }
                desc id=(finding) { (picture.finding) }
                (drawing)
            }
            (below)
            (disclosure(pen, &pen.say("chart-figures"), None, figures))
        }
    }
}

/// What stands where there is nothing to draw.
fn nothing(pen: &Pen<'_>, picture: &Picture<'_>) -> Markup {
    html! {
        figure.chart id=(picture.id) {
            (caption(picture))
            p.hint { (pen.say("chart-empty")) }
        }
    }
}

fn caption(picture: &Picture<'_>) -> Markup {
    html! { figcaption { strong { (picture.title) } p { (picture.finding) } } }
}

/// The table of a picture: what its rows are about, then its figures.
fn figures(picture: &Picture<'_>, first: &str, others: &[String], rows: &[Vec<Markup>]) -> Markup {
    let numbers = others.iter().map(|label| Column::numbers(label));
    let columns: Vec<Column<'_>> = std::iter::once(Column::words(first)).chain(numbers).collect();
    table(picture.title, &columns, rows)
}
