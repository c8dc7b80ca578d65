//! What helps to write a guide: how its steps are written, and where they lead as they are written now.

use maud::{Markup, html};

use super::guide::to;
use crate::domain::guide::Outcome;
use crate::text::guide::Guide;
use crate::web::views::components::{Column, Icon, Pen, icon, section_head, table};

/// How a guide is written, with an example; the button shows where the steps lead.
pub(super) fn guide_help(pen: &Pen<'_>, preview_action: &str, is_guide: bool) -> Markup {
    html! {
        details.editor-help.guide-help open[is_guide] {
            summary { (pen.say("guide-help")) }
            p { (pen.say("guide-help-steps")) }
            p { (pen.say("guide-help-lines")) }
            pre tabindex="0" { code { (pen.say("guide-help-example")) } }
            p { (pen.say("guide-help-endings")) }
            button.button type="submit" formaction=(preview_action) formnovalidate { (icon(pen, Icon::Eye)) (pen.say("guide-check")) }
        }
    }
}

/// The steps of a guide and where each leads.
pub(super) fn guide_steps(pen: &Pen<'_>, guide: &Guide) -> Markup {
    let labels = ["guide-column-step", "guide-worked", "guide-not"];
    let [step, worked, did_not] = labels.map(|key| pen.say(key));
    let columns = [Column::words(&step), Column::words(&worked), Column::words(&did_not)];
    let steps = guide.plan.steps().iter().zip(1..);
    let rows: Vec<Vec<Markup>> = steps
        .map(|(step, number)| {
            vec![
                html! { (number) ". " span dir="auto" { (step.name) } },
                html! { bdi { (to(pen, guide, step.leads(Outcome::Worked))) } },
                html! { bdi { (to(pen, guide, step.leads(Outcome::DidNot))) } },
            ]
        })
        .collect();
    let heading = pen.say("guide-checked");
    html! {
        section.guide-checked role="status" {
            (section_head(pen, &heading, None))
            (table(&heading, &columns, &rows))
        }
    }
}
