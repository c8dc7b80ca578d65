//! The form that says which questions a report is about.

use chrono::Days;
use maud::{Markup, html};

use super::Shown;
use crate::domain::report::{Counting, LONGEST_ANSWER, Period, Selection, Waiting};
use crate::web::Visit;
use crate::web::views::components::{
    Choice, Field, Link, Pen, Weight, date_field, disclosure, error_summary, filter_links, problem_with, select_field,
    submit_button, text_field,
};

/// How many days the periods have that are one press away.
const PERIODS: [u64; 3] = [30, 90, 365];

pub(super) fn form(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    html! {
        (periods(visit, pen, shown.selection))
        (error_summary(pen, shown.problems))
        (disclosure(pen, &pen.say("reports-narrow"), None, html! {
            form.narrowing method="get" action=(visit.site.urls.reports()) {
                (days(pen, shown))
                (questions(pen, shown))
                (ways(pen, shown))
                (submit_button(&pen.say("reports-show"), Weight::Primary))
            }
        }))
    }
}

fn periods(visit: &Visit, pen: &Pen<'_>, selection: &Selection) -> Markup {
    let today = visit.now.date_naive();
    let links: Vec<_> = PERIODS
        .into_iter()
        .filter_map(|count| {
            let first = today.checked_sub_days(Days::new(count - 1))?;
            let period = Period::of_days(first, today)?;
            let narrowed = Selection {
                period,
                ..selection.clone()
            };
            let label = pen.count("searches-days", i64::try_from(count).unwrap_or(0));
            let link = Link::new(label, visit.site.urls.report_of(&narrowed)).current_if(period == selection.period);
            Some((link, None))
        })
        .collect();
    filter_links(pen, &pen.say("searches-period"), &links)
}

fn days(pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let (from, to) = (pen.say("reports-from"), pen.say("reports-to"));
    let period = shown.selection.period;
    let (first, last) = (period.first_day().to_string(), period.last_day().to_string());
    html! {
        (date_field(pen, &Field {
            value: &first,
            optional: true,
            problem: problem_with(shown.problems, "from"),
            ..Field::new("from", &from)
        }))
        (date_field(pen, &Field {
            value: &last,
            optional: true,
            problem: problem_with(shown.problems, "to"),
            ..Field::new("to", &to)
        }))
    }
}

fn questions(pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let choices = shown.choices;
    let categories: Vec<_> = choices
        .categories
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let groups: Vec<_> = choices
        .groups
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let labels: Vec<_> = choices
        .labels
        .iter()
        .map(|label| (label.clone(), label.clone()))
        .collect();
    let (tag, answer) = (pen.say("reports-tag"), pen.say("reports-answer"));
    html! {
        (select(pen, shown, "category", &shown.input.category, &categories))
        (text_field(pen, &Field {
            value: &shown.input.tag,
            optional: true,
            problem: problem_with(shown.problems, "tag"),
            ..Field::new("tag", &tag)
        }))
        @if !labels.is_empty() {
            (select(pen, shown, "field", &shown.input.field, &labels))
            (text_field(pen, &Field {
                value: &shown.input.answer,
                optional: true,
                longest: u32::try_from(LONGEST_ANSWER).ok(),
                problem: problem_with(shown.problems, "answer"),
                ..Field::new("answer", &answer)
            }))
        }
        (select(pen, shown, "askers", &shown.input.askers, &groups))
    }
}

fn ways(pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let countings = Counting::ALL
        .iter()
        .map(|one| (one.to_string(), pen.say(&format!("counting-{one}"))));
    let waitings = Waiting::ALL
        .iter()
        .map(|one| (one.to_string(), pen.say(&format!("waiting-{one}"))));
    let (countings, waitings): (Vec<_>, Vec<_>) = (countings.collect(), waitings.collect());
    let (counting, waiting) = (pen.say("reports-counting"), pen.say("reports-waiting"));
    html! {
        (chosen(pen, shown, "counting", &counting, shown.selection.counting.as_str(), &countings))
        (chosen(pen, shown, "waiting", &waiting, shown.selection.waiting.as_str(), &waitings))
    }
}

/// A list in which nothing has to be chosen.
fn select(pen: &Pen<'_>, shown: &Shown<'_>, name: &str, value: &str, choices: &[(String, String)]) -> Markup {
    let all = (String::new(), pen.say("reports-all"));
    let choices: Vec<(String, String)> = std::iter::once(all).chain(choices.iter().cloned()).collect();
    chosen(pen, shown, name, &pen.say(&format!("reports-{name}")), value, &choices)
}

fn chosen(
    pen: &Pen<'_>,
    shown: &Shown<'_>,
    name: &str,
    label: &str,
    value: &str,
    choices: &[(String, String)],
) -> Markup {
    let choices: Vec<Choice<'_>> = choices
        .iter()
        .map(|(value, label)| Choice::plain(value, label))
        .collect();
    let field = Field {
        value,
        optional: true,
        problem: problem_with(shown.problems, name),
        ..Field::new(name, label)
    };
    select_field(pen, &field, &choices)
}
