//! A figure week by week: counts as bars, shares as points with the spans in which they may be.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::scale::{BOTTOM, END, HEIGHT, START, TOP, below, height_of, lines, place, shares, upright_span};
use super::{Measure, Picture, figures, framed, measured, nothing};
use crate::text::time;
use crate::web::views::components::{Pen, figure};

/// One week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Week {
    /// Its first moment.
    pub begins: DateTime<Utc>,
    /// What is known of it.
    pub figure: WeekFigure,
}

/// What is known of a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WeekFigure {
    /// A count; or a share, and of how many that is.
    Known(Measure, Option<u64>),
    /// Its time is not over: a share would rise later.
    TooYoung,
    /// There was nothing in it to count.
    Nobody,
}

/// Weeks beside each other, the earliest first. Weeks without a figure stay empty, and the table says why.
pub fn week_chart(pen: &Pen<'_>, picture: &Picture<'_>, weeks: &[Week]) -> Markup {
    if !weeks.iter().any(|week| matches!(week.figure, WeekFigure::Known(..))) {
        return nothing(pen, picture);
    }
    let are_shares = weeks
        .iter()
        .any(|week| matches!(week.figure, WeekFigure::Known(Measure::Share(_), _)));
    let (drawing, note) = if are_shares {
        (share_weeks(pen, weeks), html! { p.hint { (pen.say("chart-spans")) } })
    } else {
        (count_weeks(pen, weeks), html! {})
    };
    let drawing = html! { (drawing) (dates(pen, weeks)) };
    framed(
        pen,
        picture,
        HEIGHT,
        &drawing,
        &note,
        table_of(pen, picture, weeks, are_shares),
    )
}

/// Where the middle of a week stands.
fn across(place: usize, weeks: &[Week]) -> f64 {
    START + (place as f64 + 0.5) * width(weeks)
}

fn width(weeks: &[Week]) -> f64 {
    (END - START) / weeks.len().max(1) as f64
}

fn dates(pen: &Pen<'_>, weeks: &[Week]) -> Markup {
    let mark = |(at, week): (usize, &Week)| (across(at, weeks), time::day(pen.phrases, week.begins, pen.now));
    below(&weeks.iter().enumerate().map(mark).collect::<Vec<_>>())
}

fn share_weeks(pen: &Pen<'_>, weeks: &[Week]) -> Markup {
    let share_of = |week: &Week| match week.figure {
        WeekFigure::Known(Measure::Share(estimate), _) => Some(estimate),
        _ => None,
    };
    let points: Vec<_> = weeks
        .iter()
        .enumerate()
        .map(|(at, week)| (across(at, weeks), share_of(week)))
        .collect();
    html! {
        (shares(pen))
        @for (at, estimate) in &points {
            @if let Some((low, high)) = estimate.and_then(|estimate| estimate.interval) { (upright_span(*at, low, high)) }
        }
        @for run in points.split(|(_, estimate)| estimate.is_none()).filter(|run| run.len() > 1) {
            polyline.chart-line.one points=(joined(run.iter().filter_map(|(at, estimate)| Some((*at, height_of((*estimate)?.share)))))) {}
        }
        @for (at, estimate) in &points {
            @if let Some(estimate) = estimate { circle.chart-half.one cx=(place(*at)) cy=(place(height_of(estimate.share))) r="3" {} }
        }
    }
}

fn joined(points: impl Iterator<Item = (f64, f64)>) -> String {
    let points: Vec<String> = points
        .map(|(across, down)| format!("{},{}", place(across), place(down)))
        .collect();
    points.join(" ")
}

fn count_weeks(pen: &Pen<'_>, weeks: &[Week]) -> Markup {
    let count_of = |week: &Week| match week.figure {
        WeekFigure::Known(Measure::Count(count), _) => count.max(0),
        _ => 0,
    };
    let top = round_top(weeks.iter().map(count_of).max().unwrap_or(0));
    let bar = width(weeks) * 0.7;
    let level = |count: i64| (height_of(count as f64 / top as f64), figure(pen, count));
    html! {
        (lines(&[0, top / 2, top].map(level)))
        @for (at, week) in weeks.iter().enumerate() {
            @let height = count_of(week) as f64 / top as f64 * (BOTTOM - TOP);
            rect.chart-bar x=(place(across(at, weeks) - bar / 2.0)) width=(place(bar)) y=(place(BOTTOM - height)) height=(place(height)) {}
        }
    }
}

/// The next number that ends an axis well and has a whole half: 2, 4, 10, 20, 40, 100 …
fn round_top(largest: i64) -> i64 {
    let mut decade = 1_i64;
    loop {
        for factor in [2, 4, 10] {
            let top = decade.saturating_mul(factor);
            if top >= largest {
                return top;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

fn table_of(pen: &Pen<'_>, picture: &Picture<'_>, weeks: &[Week], are_shares: bool) -> Markup {
    let heads = if are_shares {
        vec![pen.say("chart-reached"), pen.say("chart-of")]
    } else {
        vec![pen.say("chart-count")]
    };
    let row = |week: &Week| {
        let mut cells = vec![html! { (time::exact_day(pen.phrases, week.begins)) }];
        cells.extend(
            cells_of(pen, week.figure)
                .map(|told| html! { (told) })
                .into_iter()
                .take(heads.len()),
        );
        cells
    };
    let rows: Vec<Vec<Markup>> = weeks.iter().map(row).collect();
    figures(picture, &pen.say("chart-week"), &heads, &rows)
}

/// What a table says of a week: its figure, and of how many that is.
fn cells_of(pen: &Pen<'_>, known: WeekFigure) -> [String; 2] {
    match known {
        WeekFigure::Known(measure, of) => {
            let of = of.map(|of| figure(pen, i64::try_from(of).unwrap_or(i64::MAX)));
            [measured(pen, &measure), of.unwrap_or_default()]
        }
        WeekFigure::TooYoung => [pen.say("chart-too-young"), String::new()],
        WeekFigure::Nobody => [pen.say("chart-nobody"), String::new()],
    }
}

#[cfg(test)]
mod tests {
    use super::round_top;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (largest, top) in [
            (0, 2),
            (2, 2),
            (3, 4),
            (5, 10),
            (11, 20),
            (399, 400),
            (401, 1_000),
            (1_204, 2_000),
        ] {
            assert_eq!(round_top(largest), top);
        }
        assert_eq!(round_top(i64::MAX), i64::MAX);
    }
}
