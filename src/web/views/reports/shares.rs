//! How questions were resolved, who answered them, and how well that held.

use maud::{Markup, html};

use super::{Shown, head, length, number};
use crate::domain::figure::Figure;
use crate::reports::statistics::proportion::Proportion;
use crate::reports::{LEAST_ANSWERS, Ranked};
use crate::web::Visit;
use crate::web::views::components::charts::{Bar, Measure, Picture, bar_chart, estimate};
use crate::web::views::components::{Column, Pen, table};
use crate::web::views::estimates;

pub(super) fn sections(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let resolving = &shown.kept.report.resolving;
    let how: Vec<(String, u64)> = resolving
        .how
        .iter()
        .map(|(how, count)| (pen.say(&format!("resolved-how-{how}")), *count))
        .collect();
    let answered_by: Vec<(String, u64)> = resolving
        .answered_by
        .iter()
        .map(|(answerer, count)| (pen.say(&format!("answerer-{answerer}")), *count))
        .collect();
    html! {
        (bars(visit, pen, Figure::HowResolved, &how))
        (bars(visit, pen, Figure::AnsweredBy, &answered_by))
        (proportion(visit, pen, Figure::FirstAccepted, resolving.first_accepted))
        (proportion(visit, pen, Figure::Reopened, resolving.reopened))
        (answerers(visit, pen, shown))
    }
}

/// Shares of a whole, each with its interval.
fn bars(visit: &Visit, pen: &Pen<'_>, about: Figure, counts: &[(String, u64)]) -> Markup {
    let all = counts.iter().map(|(_, count)| count).sum();
    let bars: Vec<Bar> = counts
        .iter()
        .filter_map(|(label, count)| {
            let share = Proportion::new(*count, all)?;
            Some(Bar {
                label: label.clone(),
                measure: Measure::Share(estimates::share(share)),
            })
        })
        .collect();
    let (id, title) = (format!("chart-{about}"), pen.say(&format!("figure-{about}")));
    let finding = pen.tell("reports-out-of", &[("count", number(pen, all).into())]);
    let picture = Picture {
        id: &id,
        title: &title,
        finding: &finding,
    };
    html! { section.report { (head(visit, pen, about)) (bar_chart(pen, &picture, &title, &bars)) } }
}

fn proportion(visit: &Visit, pen: &Pen<'_>, about: Figure, proportion: Option<Proportion>) -> Markup {
    html! {
        section.report {
            (head(visit, pen, about))
            p {
                @match proportion {
                    Some(share) => {
                        (pen.tell("reports-share-of", &[
                            ("share", estimate(pen, &estimates::share(share)).into()),
                            ("count", number(pen, share.of()).into()),
                        ]))
                    }
                    None => (pen.say("chart-empty")),
                }
            }
        }
    }
}

fn answerers(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let ranked = &shown.kept.report.resolving.answerers;
    let keys = [
        "answerers-person",
        "answerers-first",
        "answerers-accepted",
        "reports-median",
    ];
    let [person, first, accepted, median] = keys.map(|key| pen.say(key));
    let columns = [
        Column::words(&person),
        Column::numbers(&first),
        Column::numbers(&accepted),
        Column::numbers(&median),
    ];
    let row = |one: &Ranked| {
        let name = shown.names.get(&one.user);
        vec![
            html! {
                @match name {
                    Some(name) => a href=(visit.site.urls.user(one.user, name)) dir="auto" { (name) },
                    None => (pen.say("reports-somebody-gone")),
                }
            },
            html! { (number(pen, one.first_answers)) },
            html! { (number(pen, one.accepted)) },
            html! { (one.median_seconds.map_or_else(|| pen.say("reports-not-reached"), |seconds| length(pen, seconds))) },
        ]
    };
    html! {
        section.report {
            (head(visit, pen, Figure::Answerers))
            @if ranked.is_empty() {
                p { (pen.count("answerers-too-few", i64::try_from(LEAST_ANSWERS).unwrap_or(0))) }
            } @else {
                (table(&pen.say("figure-answerers"), &columns, &ranked.iter().map(row).collect::<Vec<_>>()))
            }
        }
    }
}
