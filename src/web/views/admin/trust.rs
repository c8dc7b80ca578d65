//! The form of how trust is earned, and of what newcomers may.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::trust::{TrustRulesInput, WHAT_COUNTS, WhatCounts};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Pen, Problem, Weight, check_box, error_summary, post_form, problem_with, submit_button, text_field,
};
use crate::web::views::layout::page_head;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &TrustRulesInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-trust");
    let (helper, helper_hint) = (pen.say("setting-grants-helper"), pen.say("setting-grants-helper-hint"));
    let helper = Field {
        hint: Some(&helper_hint),
        ..Field::new("grants_helper", &helper)
    };
    let [of_members, of_regulars] = input.asked().map(|fields| {
        let named = |((name, value), what): ((&str, &str), &WhatCounts)| {
            number(&pen, problems, (name, value), &format!("setting-trust-{what}"))
        };
        html! { @for field in fields.into_iter().zip(WHAT_COUNTS).map(named) { (field) } }
    });
    let field = |name: &str, value: &str| {
        number(
            &pen,
            problems,
            (name, value),
            &format!("setting-{}", name.replace('_', "-")),
        )
    };
    let content = column(&html! {
        (page_head(&title, Some(&pen.say("admin-trust-explained")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_trust(), &[], html! {
            (group(&pen.say("setting-trust-newcomers"), &html! {
                (field("newcomer_links", &input.newcomer_links))
                (field("newcomer_threads", &input.newcomer_threads))
                (field("newcomer_replies", &input.newcomer_replies))
            }))
            (group(&pen.say("setting-trust-members"), &of_members))
            (group(&pen.say("setting-trust-regulars"), &of_regulars))
            (group(&pen.say("setting-trust-conduct"), &html! {
                (field("clean_days", &input.clean_days))
                (field("upheld_to_fall", &input.upheld_to_fall))
            }))
            (check_box(&pen, &helper, input.grants_helper))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Trust, &title, &content)
}

fn group(heading: &str, fields: &Markup) -> Markup {
    html! { fieldset { legend { h2 { (heading) } } (fields) } }
}

fn number(pen: &Pen<'_>, problems: &[Problem], (name, value): (&str, &str), key: &str) -> Markup {
    let (label, hint) = (pen.say(key), pen.say(&format!("{key}-hint")));
    let field = Field {
        value,
        hint: Some(&hint),
        problem: problem_with(problems, name),
        longest: Some(4),
        ..Field::new(name, &label)
    };
    text_field(pen, &field)
}
