//! Claiming an imported account.

use maud::html;

use super::components::{Field, Problem, Weight, email_field, error_summary, post_form, problem_with, submit_button};
use super::consent::agree_box;
use super::layout::{page_head, slim};
use super::sign_up::dead_link;
use crate::web::Visit;
use crate::web::page::{Page, home_button, pen};

/// The form that asks for an address.
pub fn page(visit: &Visit, name: &str, email: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.tell("claim-title", &[("name", name.into())]);
    let label = pen.say("field-email");
    let fields = html! {
        (email_field(&pen, &Field {
            value: email,
            problem: problem_with(problems, "email"),
            autocomplete: Some("email"),
            longest: Some(254),
            ..Field::new("email", &label)
        }))
        (agree_box(visit, &pen, "", problem_with(problems, "agreed")))
        (submit_button(&pen.say("claim-button"), Weight::Primary))
    };
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("claim-about")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.path, &[], fields))
    });
    Page::new(title, content)
}

/// Says that a letter is on its way.
pub fn sent(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("claim-sent-title");
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("claim-sent")), html! {}))
        p { (home_button(visit, &pen)) }
    });
    Page::new(title, content)
}

/// Says that a link to claim is used up or too old.
pub fn expired(visit: &Visit) -> Page {
    dead_link(visit, "claim-expired", &[("way-home", visit.site.urls.home())])
}
