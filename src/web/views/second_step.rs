//! The form that asks for a code after the password.

use maud::html;

use super::components::{Field, Problem, Weight, error_summary, post_form, problem_with, submit_button, text_field};
use super::layout::{page_head, slim};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form; `back` is where it leads.
pub fn page(visit: &Visit, back: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let (title, label, hint) = (
        pen.say("second-step-title"),
        pen.say("field-code"),
        pen.say("second-step-hint"),
    );
    let fields = html! {
        (text_field(&pen, &Field {
            hint: Some(&hint),
            problem: problem_with(problems, "code"),
            autocomplete: Some("one-time-code"),
            longest: Some(40),
            ..Field::new("code", &label)
        }))
        (submit_button(&pen.say("sign-in-button"), Weight::Primary))
        p { a href=(urls.sign_in_and_return(back)) { (pen.say("second-step-other")) } }
    };
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        (post_form(&urls.sign_in_code(), &[("back", back)], fields))
    });
    Page::new(title, content).unlisted()
}
