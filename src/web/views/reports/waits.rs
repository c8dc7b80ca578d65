//! How long the first answer, the staff's and the resolution took; and which share was resolved in time.

use maud::{Markup, html};

use super::{Shown, head, length, number};
use crate::domain::figure::Figure;
use crate::domain::report::Period;
use crate::reports::cohort::{Wait, Within};
use crate::reports::outline::Outline;
use crate::reports::statistics::survival::Crossing;
use crate::web::Visit;
use crate::web::views::components::charts::{Picture, curve_chart, estimate, week_chart};
use crate::web::views::components::{Column, Pen, table};
use crate::web::views::estimates;

/// How many weeks are drawn at most; files have all.
const WEEKS: usize = 53;

pub(super) fn sections(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let resolving = &shown.kept.report.resolving;
    html! {
        (wait(visit, pen, shown, Figure::FirstAnswer, &resolving.to_answer))
        (wait(visit, pen, shown, Figure::StaffAnswer, &resolving.to_staff_answer))
        (wait(visit, pen, shown, Figure::Resolution, &resolving.to_resolution))
        section.report.wide {
            (head(visit, pen, Figure::ResolvedWithin))
            (shares_within(pen, &resolving.within))
            @for within in &resolving.within { (weeks(pen, within)) }
        }
    }
}

fn wait(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>, about: Figure, wait: &Wait) -> Markup {
    let report = shown.kept.report.as_ref();
    let before = report.before.zip(wait.before.as_ref());
    let curves: Vec<(String, &Outline)> = wait
        .curve
        .iter()
        .map(|curve| (said(pen, report.period), curve))
        .chain(before.map(|(period, curve)| (said(pen, period), curve)))
        .collect();
    let (id, title) = (format!("chart-{about}"), pen.say(&format!("figure-{about}")));
    let found = curves
        .iter()
        .map(|(label, curve)| found(pen, label, curve))
        .collect::<Vec<_>>()
        .join(" ");
    let picture = Picture {
        id: &id,
        title: &title,
        finding: &found,
    };
    html! {
        section.report {
            (head(visit, pen, about))
            (curve_chart(pen, &picture, &estimates::lines(&curves)))
            @if !curves.is_empty() { (points(pen, &title, &curves)) }
            (notes(pen, wait))
        }
    }
}

fn said(pen: &Pen<'_>, period: Period) -> String {
    let (from, to) = (period.first_day().to_string(), period.last_day().to_string());
    pen.tell("reports-period", &[("from", from.into()), ("to", to.into())])
}

fn found(pen: &Pen<'_>, label: &str, curve: &Outline) -> String {
    let values = [
        ("label", label.to_owned().into()),
        ("events", number(pen, curve.events).into()),
        ("count", number(pen, curve.count).into()),
    ];
    pen.tell("reports-wait-finding", &values)
}

/// When half and nine of ten had it, with their intervals.
fn points(pen: &Pen<'_>, title: &str, curves: &[(String, &Outline)]) -> Markup {
    let labels = [
        "reports-period-column",
        "reports-median",
        "reports-ninety",
        "reports-observed",
    ];
    let [period, median, ninety, observed] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&period),
        Column::numbers(&median),
        Column::numbers(&ninety),
        Column::numbers(&observed),
    ];
    let row = |(label, curve): &(String, &Outline)| {
        vec![
            html! { (label) },
            html! { (crossing(pen, curve.median)) },
            html! { (crossing(pen, curve.ninety)) },
            html! { (number(pen, curve.count)) },
        ]
    };
    table(title, &columns, &curves.iter().map(row).collect::<Vec<_>>())
}

/// `3 h (2 h–5 h)`, or that it was not reached.
fn crossing(pen: &Pen<'_>, crossing: Crossing) -> String {
    let Some(seconds) = crossing.seconds else {
        return pen.say("reports-not-reached");
    };
    let end = |end: Option<i64>| end.map_or_else(|| pen.say("reports-no-end"), |seconds| length(pen, seconds));
    let values = [
        ("length", length(pen, seconds)),
        ("low", end(crossing.low)),
        ("high", end(crossing.high)),
    ];
    pen.tell("reports-crossing", &values.map(|(name, value)| (name, value.into())))
}

/// Whether two periods differ, and what is known of some times in part only.
fn notes(pen: &Pen<'_>, wait: &Wait) -> Markup {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    html! {
        @if let Some(compared) = &wait.compared {
            p.hint {
                (pen.tell("reports-log-rank", &[
                    ("chi", format!("{:.2}", compared.chi_square).into()),
                    ("p", probability(compared.p_value).into()),
                ]))
            }
        }
        @if wait.of_day > 0 { p.hint { (pen.count("reports-of-day", count(wait.of_day))) } }
        @if wait.of_unknown_time > 0 { p.hint { (pen.count("reports-of-unknown-time", count(wait.of_unknown_time))) } }
    }
}

/// A probability as papers write it: `0.032`, or `< 0.001`.
fn probability(p: f64) -> String {
    if p < 0.001 {
        "< 0.001".to_owned()
    } else {
        format!("{p:.3}")
    }
}

fn shares_within(pen: &Pen<'_>, within: &[Within]) -> Markup {
    let (time, share, of) = (pen.say("chart-after"), pen.say("chart-reached"), pen.say("chart-of"));
    let columns = [Column::words(&time), Column::numbers(&share), Column::numbers(&of)];
    let row = |within: &Within| {
        let told = within
            .share
            .map(|share| (estimate(pen, &estimates::share(share)), number(pen, share.of())));
        let (share, of) = told.unwrap_or_else(|| (pen.say("chart-too-young"), "0".to_owned()));
        vec![
            html! { (length(pen, within.seconds)) },
            html! { (share) },
            html! { (of) },
        ]
    };
    table(
        &pen.say("figure-resolved-within"),
        &columns,
        &within.iter().map(row).collect::<Vec<_>>(),
    )
}

fn weeks(pen: &Pen<'_>, within: &Within) -> Markup {
    let title = pen.tell("reports-within", &[("length", length(pen, within.seconds).into())]);
    let id = format!("chart-within-{}", within.seconds);
    let later = within.weeks.len().saturating_sub(WEEKS);
    let weeks: Vec<_> = within
        .weeks
        .iter()
        .skip(later)
        .map(|(begins, rate)| estimates::week(*begins, *rate))
        .collect();
    let finding = pen.say("reports-within-finding");
    let picture = Picture {
        id: &id,
        title: &title,
        finding: &finding,
    };
    week_chart(pen, &picture, &weeks)
}
