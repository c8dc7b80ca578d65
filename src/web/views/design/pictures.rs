//! Pictures of figures, of made-up questions.

use chrono::TimeDelta;
use maud::{Markup, html};

use crate::reports::outline::Outline;
use crate::reports::statistics::horizon::Rate;
use crate::reports::statistics::life_table::{LifeTable, Observation};
use crate::reports::statistics::proportion::Proportion;
use crate::reports::statistics::survival::Curve;
use crate::web::views::components::Pen;
use crate::web::views::components::charts::{
    Bar, Measure, Picture, Week, WeekFigure, bar_chart, curve_chart, week_chart,
};
use crate::web::views::estimates;

/// How long the made-up questions were watched at most, in seconds: thirty days.
const WATCHED: i64 = 2_592_000;

/// Every picture, each with enough data and one with none.
pub(super) fn all(pen: &Pen<'_>) -> Markup {
    let (earlier, later) = (waits(90, 7_200.0), waits(240, 2_400.0));
    let (one, two) = (pen.say("sample-period-later"), pen.say("sample-period-earlier"));
    let single: Vec<_> = later.iter().map(|curve| (one.clone(), curve)).collect();
    let both: Vec<_> = single
        .iter()
        .cloned()
        .chain(earlier.iter().map(|curve| (two.clone(), curve)))
        .collect();
    let (finding, waiting) = (pen.say("sample-sentence"), pen.say("sample-waits"));
    let picture = |id: &'static str, title| Picture {
        id,
        title,
        finding: &finding,
    };
    html! {
        (curve_chart(pen, &picture("design-curve", &waiting), &estimates::lines(&single)))
        (curve_chart(pen, &picture("design-curves", &waiting), &estimates::lines(&both)))
        (bars(pen, &finding))
        (weeks(pen, &finding))
        (curve_chart(pen, &picture("design-no-curve", &waiting), &[]))
    }
}

/// Waits of made-up questions, half of which take this many seconds at most.
fn waits(count: i32, half: f64) -> Option<Outline> {
    let wait = |place: i32| {
        let part = (f64::from(place) + 0.5) / f64::from(count);
        (half * (part / (1.0 - part)).powf(1.6)) as i64
    };
    let observed = |place: i32| {
        let watched = WATCHED - i64::from(place * 7_919 % count) * 9_000;
        if wait(place) <= watched {
            Observation::event(wait(place))
        } else {
            Observation::censored(watched.max(0))
        }
    };
    let curve = Curve::of(LifeTable::of((0..count).filter_map(observed)))?;
    Some(Outline::of(&curve))
}

fn bars(pen: &Pen<'_>, finding: &str) -> Markup {
    let labels = ["sample-asker", "sample-long-name", "sample-answerer"].map(|key| pen.say(key));
    let bar = |(label, measure): (&String, Measure)| Bar {
        label: label.clone(),
        measure,
    };
    let counts = labels.iter().zip([1_204, 310, 7].map(Measure::Count));
    let proportions = [(61, 100), (5, 12), (0, 4)].map(|(hits, of)| Proportion::new(hits, of));
    let shares = proportions
        .into_iter()
        .flatten()
        .map(|share| Measure::Share(estimates::share(share)));
    let about = pen.say("sample-category");
    let (title, shared) = (pen.say("sample-rows"), pen.say("sample-shares"));
    let picture = |id: &'static str, title| Picture { id, title, finding };
    html! {
        (bar_chart(pen, &picture("design-counts", &title), &about, &counts.map(bar).collect::<Vec<_>>()))
        (bar_chart(pen, &picture("design-shares", &shared), &about, &labels.iter().zip(shares).map(bar).collect::<Vec<_>>()))
    }
}

fn weeks(pen: &Pen<'_>, finding: &str) -> Markup {
    let begins = |place: i32| pen.now - TimeDelta::weeks(i64::from(16 - place));
    let count = |place: i32| Week {
        begins: begins(place),
        figure: WeekFigure::Known(Measure::Count(i64::from(40 + place * 17 % 23)), None),
    };
    let rate = |place: i32| match place {
        5 => Rate::Nobody,
        14.. => Rate::TooYoung,
        _ => {
            let of = 30 + u64::from((place * 17 % 23).unsigned_abs());
            Proportion::new(of / 2 + u64::from(place.unsigned_abs()), of).map_or(Rate::Nobody, Rate::Known)
        }
    };
    let counts: Vec<Week> = (0..16).map(count).collect();
    let shares: Vec<Week> = (0..16)
        .map(|place| estimates::week(begins(place).timestamp(), rate(place)))
        .collect();
    let (title, shared) = (pen.say("sample-rows"), pen.say("sample-shares"));
    let picture = |id: &'static str, title| Picture { id, title, finding };
    html! {
        (week_chart(pen, &picture("design-weeks", &title), &counts))
        (week_chart(pen, &picture("design-rates", &shared), &shares))
    }
}
