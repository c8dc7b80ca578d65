//! What is open now, by its age and by whose turn it is.

use maud::{Markup, html};

use super::{Shown, head, number};
use crate::domain::figure::Figure;
use crate::store::questions::backlog::Aged;
use crate::web::Visit;
use crate::web::views::components::{Column, Pen, table};

pub(super) fn section(visit: &Visit, pen: &Pen<'_>, shown: &Shown<'_>) -> Markup {
    let backlog = &shown.kept.report.backlog;
    let keys = ["backlog-age", "backlog-for-helpers", "backlog-for-asker"];
    let [age_label, helpers, asker] = keys.map(|key| pen.say(key));
    let columns = [
        Column::words(&age_label),
        Column::numbers(&helpers),
        Column::numbers(&asker),
    ];
    let row = |aged: &Aged| {
        vec![
            html! { (age(pen, aged)) },
            html! { (number(pen, aged.for_helpers)) },
            html! { (number(pen, aged.for_asker)) },
        ]
    };
    let waiting: u64 = backlog.iter().map(|aged| aged.for_helpers).sum();
    let all: u64 = backlog.iter().map(Aged::all).sum();
    html! {
        section.report {
            (head(visit, pen, Figure::Backlog))
            p { (pen.tell("backlog-finding", &[
                ("all", number(pen, all).into()),
                ("waiting", number(pen, waiting).into()),
                ("unanswered", number(pen, shown.kept.report.unanswered_for_a_day).into()),
            ])) }
            (table(&pen.say("figure-backlog"), &columns, &backlog.iter().map(row).collect::<Vec<_>>()))
        }
    }
}

fn age(pen: &Pen<'_>, aged: &Aged) -> String {
    match aged.to_days {
        Some(to) if aged.from_days == 0 => pen.count("backlog-younger", to),
        Some(to) => pen.tell("backlog-between", &[("from", aged.from_days.into()), ("to", to.into())]),
        None => pen.count("backlog-older", aged.from_days),
    }
}
