//! The form for the first administrator.

use maud::html;

use super::components::{Field, Problem, Weight, error_summary, post_form, problem_with, submit_button, text_field};
use super::layout::{page_head, slim};
use super::sign_up::fields;
use crate::domain::sign_up::SignUpInput;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form, with what was typed into it.
pub fn page(visit: &Visit, code: &str, input: &SignUpInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("set-up-title");
    let (label, hint) = (pen.say("field-code"), pen.say("set-up-code-hint"));
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("set-up-about")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.set_up(), &[], html! {
            (text_field(&pen, &Field {
                value: code,
                hint: Some(&hint),
                problem: problem_with(problems, "code"),
                autocomplete: Some("one-time-code"),
                longest: Some(100),
                ..Field::new("code", &label)
            }))
            (fields(visit, &pen, &pen.say("set-up-email-hint"), input, problems))
            (submit_button(&pen.say("set-up-button"), Weight::Primary))
        }))
    });
    Page::new(title, content)
}
