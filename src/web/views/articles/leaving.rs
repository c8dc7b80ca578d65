//! Where people leave a guide, for those who write.

use maud::{Markup, html};

use super::page::Shown;
use crate::domain::account::User;
use crate::web::Visit;
use crate::web::views::components::{Column, Pen, figure, section_head, table};

/// How often each step worked and did not, and how many gave no answer to it; nothing before the first answer.
pub(super) fn table_of(visit: &Visit, pen: &Pen<'_>, shown: &Shown) -> Markup {
    let Some(guide) = &shown.guide else { return html! {} };
    let has_answers = shown.answers.iter().any(|(worked, did_not)| worked + did_not > 0);
    if !visit.viewer.user().is_some_and(User::writes_articles) || !has_answers {
        return html! {};
    }
    let labels = ["guide-column-step", "guide-worked", "guide-not", "guide-column-left"];
    let [step, worked, did_not, left] = labels.map(|key| pen.say(key));
    let columns = [
        Column::words(&step),
        Column::numbers(&worked),
        Column::numbers(&did_not),
        Column::numbers(&left),
    ];
    let left = guide.plan.left(&shown.answers);
    let rows = guide.plan.steps().iter().zip(&shown.answers).zip(left);
    let rows: Vec<Vec<Markup>> = rows
        .map(|((step, (worked, did_not)), left)| {
            vec![
                html! { span dir="auto" { (step.name) } },
                html! { (figure(pen, *worked)) },
                html! { (figure(pen, *did_not)) },
                html! { @if let Some(left) = left { (figure(pen, left)) } },
            ]
        })
        .collect();
    let heading = pen.say("guide-leaving");
    html! {
        section.guide-leaving {
            (section_head(pen, &heading, None))
            p.hint { (pen.say("guide-leaving-hint")) }
            div.admin-table { (table(&heading, &columns, &rows)) }
        }
    }
}
