//! The page of reports: what was chosen, the findings, the figures with their definitions.

mod backlog;
mod comments;
mod definitions;
pub mod knowledge;
mod narrowing;
pub mod self_service;
mod shares;
mod strange;
mod survey;
mod waits;

use std::collections::HashMap;

use chrono::TimeDelta;
use maud::{Markup, html};

use super::components::{Fact, Icon, NoticeKind, Pen, Problem, empty_state, fact_list, figure, notice, section_head};
use super::layout::page_head;
use crate::domain::figure::Figure;
use crate::domain::id::UserId;
use crate::domain::question::LeftOut;
use crate::domain::report::{Counting, Selection, SelectionInput};
use crate::reports::desk::Kept;
use crate::reports::report::Report;
use crate::store::questions::Choices;
use crate::store::self_service as self_service_rows;
use crate::text::time;
use crate::web::Visit;
use crate::web::page::{Page, pen};

pub use comments::comments;
pub use definitions::definitions;
pub use strange::anomalies;

/// What the page is made of.
pub struct Shown<'a> {
    /// Which questions it is about.
    pub selection: &'a Selection,
    /// As it was typed.
    pub input: &'a SelectionInput,
    /// The figures.
    pub kept: &'a Kept,
    /// By what they can be narrowed.
    pub choices: &'a Choices,
    /// The names of those who answered.
    pub names: &'a HashMap<UserId, String>,
    /// What could not be read of what was typed.
    pub problems: &'a [Problem],
}

/// The page.
pub fn page(visit: &Visit, shown: &Shown<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (title, report) = (pen.say("reports-title"), shown.kept.report.as_ref());
    let resolving = &report.resolving;
    let content = html! {
        (page_head(&title, Some(&pen.say("reports-about")), html! {}))
        (narrowing::form(visit, &pen, shown))
        (asked(visit, &pen, shown))
        @if resolving.questions == 0 {
            (empty_state(&pen, Icon::Search, &pen.say("reports-none-title"), &pen.say("reports-none"), html! {}))
        }
        div.reports {
            @if resolving.questions > 0 {
                (waits::sections(visit, &pen, shown))
                (shares::sections(visit, &pen, shown))
            }
            (backlog::section(visit, &pen, shown))
            (self_service::section(visit, &report.self_service, &visit.site.settings().reports))
            (knowledge::section(visit, &report.knowledge, &visit.site.settings().reports))
            (survey::section(visit, &pen, shown))
            (foot(visit, &pen, shown))
        }
    };
    Page::new(title, content).unlisted()
}

/// What was found, in a sentence, and how many questions that is made of.
fn asked(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let report = shown.kept.report.as_ref();
    let left_out = |(why, count): &(LeftOut, u64)| {
        let name = pen.say(&format!("reports-left-out-{}", why.as_str().replace('_', "-")));
        Fact::new(name, html! { (number(pen, *count)) })
    };
    let mut facts = vec![
        Fact::new(
            pen.say("reports-questions"),
            html! { (number(pen, report.resolving.questions)) },
        ),
        Fact::new(
            pen.say("reports-people"),
            html! { (number(pen, report.resolving.people)) },
        ),
    ];
    facts.extend(report.left_out.iter().filter(|(_, count)| *count > 0).map(left_out));
    html! {
        section.report {
            (head(visit, pen, Figure::Asked))
            p.finding { (finding(pen, shown.selection, report)) }
            @if !report.is_complete { (notice(pen, NoticeKind::Warning, html! { (pen.say("reports-incomplete")) })) }
            (fact_list(None, &facts))
            @if report.anomalies > 0 {
                p { a href=(visit.site.urls.report_anomalies(shown.selection)) {
                    (pen.count("reports-anomalies", i64::try_from(report.anomalies).unwrap_or(i64::MAX)))
                } }
            }
        }
    }
}

fn finding(pen: &Pen<'_>, selection: &Selection, report: &Report) -> String {
    let resolving = &report.resolving;
    let count = match selection.counting {
        Counting::Questions => resolving.questions,
        Counting::People => resolving.people,
    };
    let key = format!("reports-finding-{}", selection.counting);
    let asked = pen.count(&key, i64::try_from(count).unwrap_or(i64::MAX));
    let half = |wait: &crate::reports::cohort::Wait| wait.curve.as_ref().and_then(|curve| curve.median.seconds);
    let answered = half(&resolving.to_answer)
        .map(|seconds| pen.tell("reports-finding-answered", &[("length", length(pen, seconds).into())]));
    let resolved = half(&resolving.to_resolution)
        .map(|seconds| pen.tell("reports-finding-resolved", &[("length", length(pen, seconds).into())]));
    let parts = [Some(asked), answered, resolved];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The heading of a figure with the way to its definition.
fn head(visit: &Visit, pen: &Pen<'_>, about: Figure) -> Markup {
    let name = pen.say(&format!("figure-{about}"));
    html! {
        (section_head(pen, &name, None))
        p.defined {
            a href=(visit.site.urls.report_definition(about)) {
                (pen.say("reports-defined")) span.unseen { ": " (name) }
            }
        }
    }
}

/// When it was worked out, and the same for programs.
fn foot(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let urls = &visit.site.urls;
    let report = shown.kept.report.as_ref();
    let took = shown.kept.took.as_secs_f64();
    let reads_words = self_service_rows::reads_words(visit.sight());
    let values = [
        ("when", time::exact(pen.phrases, report.observed_until).into()),
        ("took", format!("{took:.2}").into()),
    ];
    html! {
        section.report {
            (section_head(pen, &pen.say("reports-files"), None))
            ul {
                li { a href=(urls.report_questions(shown.selection)) { (pen.say("reports-rows")) } }
                li { a href=(urls.report_visits(shown.selection)) { (pen.say("reports-visits")) } }
                @if reads_words {
                    li { a href=(urls.report_searches(shown.selection)) { (pen.say("reports-searches")) } }
                }
                li { a href=(urls.report_articles(shown.selection)) { (pen.say("reports-articles")) } }
                li { a href=(urls.report_surveys(shown.selection)) { (pen.say("reports-surveys")) } }
                li { a href=(urls.report_json(shown.selection)) { (pen.say("reports-json")) } }
                li { a href=(urls.report_definitions()) { (pen.say("reports-definitions")) } }
                @if reads_words { li { a href=(urls.searches()) { (pen.say("menu-searches")) } } }
            }
            p.hint { (pen.tell("reports-worked-out", &values)) }
        }
    }
}

fn number(pen: &Pen<'_>, count: u64) -> String {
    figure(pen, i64::try_from(count).unwrap_or(i64::MAX))
}

fn length(pen: &Pen<'_>, seconds: i64) -> String {
    time::measured_length(pen.phrases, TimeDelta::try_seconds(seconds).unwrap_or(TimeDelta::MAX))
}
