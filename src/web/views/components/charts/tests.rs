//! What a picture says to whoever does not see it, and that no figure breaks one.

use chrono::{DateTime, TimeDelta, Utc};
use maud::Markup;

use super::*;
use crate::text::phrases::Languages;

fn noon() -> DateTime<Utc> {
    "2026-05-04T12:00:00Z".parse().unwrap()
}

/// Draws in a language, every phrase of which has to be there.
fn drawn(language: &str, draw: impl FnOnce(&Pen<'_>) -> Markup) -> String {
    let phrases = Languages::load().unwrap().named(language).unwrap();
    let pen = Pen {
        phrases: &phrases,
        now: noon(),
        sprite: "/icons.svg",
    };
    let drawn = draw(&pen).into_string();
    assert_eq!(phrases.missing_count(), 0);
    assert!(
        !drawn.contains("NaN") && !drawn.contains("inf\"") && !drawn.contains("style="),
        "{drawn}"
    );
    drawn
}

const PICTURE: Picture<'_> = Picture {
    id: "waits",
    title: "Time to the first answer",
    finding: "Half are answered after 2 h.",
};

/// After how many seconds a curve is at which share, and where that lies.
type Rise = (i64, f64, Option<(f64, f64)>);

fn line(label: &str, stairs: &[Rise]) -> Line {
    let stair = |&(seconds, share, interval): &Rise| Stair {
        seconds,
        reached: Estimate { share, interval },
    };
    let stairs: Vec<Stair> = stairs.iter().map(stair).collect();
    let after = [3_600, 86_400].map(|seconds| After {
        seconds,
        reached: stairs
            .iter()
            .rev()
            .find(|stair| stair.seconds <= seconds)
            .map(|stair| stair.reached),
        waiting: 1_204,
    });
    Line {
        label: label.to_owned(),
        until: 100_000,
        half: stairs
            .iter()
            .find(|stair| stair.reached.share >= 0.5)
            .map(|stair| stair.seconds),
        after: after.to_vec(),
        stairs,
    }
}

fn may() -> Line {
    let stairs = [
        (600, 0.25, Some((0.1, 0.4))),
        (7_200, 0.5609, Some((0.5, 0.62))),
        (90_000, 1.0, None),
    ];
    line("May", &stairs)
}

#[test]
fn a_picture_has_a_name_a_finding_and_a_table() {
    let page = drawn("en", |pen| curve_chart(pen, &PICTURE, &[may()]));
    for part in [
        "role=\"img\" aria-labelledby=\"waits-title\" aria-describedby=\"waits-finding\"",
        "<title id=\"waits-title\">Time to the first answer</title>",
        "<desc id=\"waits-finding\">Half are answered after 2 h.</desc>",
        "<figcaption>",
        "<table class=\"table\">",
        "May: half after 2 h",
        "56.1 % (50.0 %–62.0 %)",
        "25.0 % (10.0 %–40.0 %)",
        "1,204",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn figures_are_written_as_the_reader_does() {
    let page = drawn("id", |pen| curve_chart(pen, &PICTURE, &[may()]));
    assert!(
        page.contains("56,1 % (50,0 %–62,0 %)") && page.contains("1.204") && page.contains("2 jam"),
        "{page}"
    );
    drawn("fil", |pen| curve_chart(pen, &PICTURE, &[may(), line("June", &[])]));
}

#[test]
fn two_curves_differ_by_more_than_their_colour() {
    let page = drawn("en", |pen| {
        curve_chart(pen, &PICTURE, &[may(), line("April", &[(60, 0.9, None)])])
    });
    assert_eq!(
        page.matches("<path class=\"chart-line other\"").count(),
        2,
        "drawn, and in the legend"
    );
    assert_eq!(page.matches("<rect class=\"chart-half other\"").count(), 2);
    assert!(
        page.contains("April: still waiting") && page.contains("May: share"),
        "{page}"
    );
}

#[test]
fn a_curve_goes_up_by_steps_and_ends_where_it_was_watched() {
    let page = drawn("en", |pen| {
        curve_chart(pen, &PICTURE, &[line("May", &[(100_000, 1.0, None)])])
    });
    assert!(page.contains("d=\"M42.0 194.0H350.0V10.0H350.0\""), "{page}");
    assert!(
        page.contains("<path class=\"chart-band one\" d=\"\">"),
        "nothing is known of how sure that is: {page}"
    );
}

#[test]
fn the_band_ends_where_it_is_not_known() {
    let page = drawn("en", |pen| curve_chart(pen, &PICTURE, &[may()]));
    let band = page
        .split("chart-band one\" d=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let end = format!("H{}V", scale::place(scale::Waits::until(100_000).across(90_000)));
    assert!(
        band.starts_with('M') && band.ends_with('Z') && band.contains(&end),
        "{band}"
    );
}

#[test]
fn too_little_is_said_and_not_drawn() {
    let nothing = drawn("en", |pen| curve_chart(pen, &PICTURE, &[]));
    let young = Week {
        begins: noon(),
        figure: WeekFigure::TooYoung,
    };
    let weeks = drawn("en", |pen| week_chart(pen, &PICTURE, &[young]));
    let bars = drawn("en", |pen| bar_chart(pen, &PICTURE, "Who", &[]));
    for page in [nothing, weeks, bars] {
        assert!(
            page.contains("Not enough data yet.") && !page.contains("<svg"),
            "{page}"
        );
    }
    let waiting = drawn("en", |pen| curve_chart(pen, &PICTURE, &[line("May", &[])]));
    assert!(
        waiting.contains("May: half not reached") && waiting.contains("none was watched as long"),
        "{waiting}"
    );
}

#[test]
fn bars_are_parts_of_the_largest_or_of_all() {
    let bar = |label: &str, measure| Bar {
        label: label.to_owned(),
        measure,
    };
    let long = "Bartholomew Featherstonehaugh-Cholmondeley of Wherever";
    let bars = [
        bar(long, Measure::Count(1_204)),
        bar("<b>", Measure::Count(301)),
        bar("0", Measure::Count(0)),
    ];
    let page = drawn("en", |pen| bar_chart(pen, &PICTURE, "Who", &bars));
    assert!(page.contains("width=\"360.0\"") && page.contains("width=\"90.0\"") && page.contains("width=\"0.0\""));
    assert!(page.contains("…</text>") && page.contains(&format!("<bdi>{long}</bdi>")) && !page.contains("<b>"));
    let none = Estimate {
        share: 0.0,
        interval: Some((0.0, 0.49)),
    };
    let shares = drawn("en", |pen| {
        bar_chart(pen, &PICTURE, "Who", &[bar("a", Measure::Share(none))])
    });
    assert!(
        shares.contains("0.0 % (0.0 %–49.0 %)") && shares.contains("chart-span"),
        "{shares}"
    );
    drawn("en", |pen| {
        bar_chart(pen, &PICTURE, "Who", &[bar("a", Measure::Count(0))])
    });
}

#[test]
fn a_week_without_a_figure_parts_the_line() {
    let week = |place: i64, figure| Week {
        begins: noon() + TimeDelta::weeks(place),
        figure,
    };
    let known = |share| {
        let interval = Some((share - 0.1, share + 0.1));
        WeekFigure::Known(Measure::Share(Estimate { share, interval }), Some(40))
    };
    let weeks = [
        week(0, known(0.5)),
        week(1, known(0.6)),
        week(2, WeekFigure::Nobody),
        week(3, known(0.7)),
        week(4, known(0.8)),
        week(5, WeekFigure::TooYoung),
    ];
    let page = drawn("en", |pen| week_chart(pen, &PICTURE, &weeks));
    assert_eq!(page.matches("<polyline").count(), 2, "{page}");
    assert!(page.contains("4 May 2026") && page.contains("none in this week") && page.contains("too early to say"));
    let counts = [
        week(0, WeekFigure::Known(Measure::Count(12), None)),
        week(1, WeekFigure::Nobody),
    ];
    let page = drawn("en", |pen| week_chart(pen, &PICTURE, &counts));
    assert!(
        page.contains(">20</text>") && page.contains(">10</text>") && !page.contains("chart-span"),
        "{page}"
    );
}
