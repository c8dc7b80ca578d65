//! Asking for a letter to choose a password, and choosing it.

use maud::html;

use super::components::{
    Field, Problem, Weight, email_field, error_summary, link_button, password_field, post_form, problem_with,
    submit_button,
};
use super::layout::{page_head, slim};
use super::sign_up::{dead_link, password_hint};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form that asks for a letter.
pub fn page(visit: &Visit, email: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("forgotten-title");
    let label = pen.say("field-email");
    let fields = html! {
        (email_field(&pen, &Field {
            value: email,
            problem: problem_with(problems, "email"),
            autocomplete: Some("email"),
            longest: Some(254),
            ..Field::new("email", &label)
        }))
        (submit_button(&pen.say("forgotten-button"), Weight::Primary))
    };
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("forgotten-about")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.forgotten_password(), &[], fields))
    });
    Page::new(title, content).unlisted()
}

/// Says that a letter is on its way, if there is an account.
pub fn sent(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("forgotten-sent-title");
    let back = link_button(
        &pen,
        &pen.say("sign-in-title"),
        &visit.site.urls.sign_in(),
        None,
        Weight::Secondary,
    );
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("forgotten-sent")), html! {}))
        p { (back) }
    });
    Page::new(title, content)
}

/// The form that chooses a password; `action` is the page's own address.
pub fn choose(visit: &Visit, action: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("reset-title");
    let (label, hint) = (pen.say("field-new-password"), password_hint(&pen));
    let fields = html! {
        (password_field(&pen, &Field {
            hint: Some(&hint),
            problem: problem_with(problems, "password"),
            autocomplete: Some("new-password"),
            ..Field::new("password", &label)
        }))
        (submit_button(&pen.say("reset-button"), Weight::Primary))
    };
    let content = slim(html! {
        (page_head(&title, Some(&pen.say("reset-about")), html! {}))
        (error_summary(&pen, problems))
        (post_form(action, &[], fields))
    });
    Page::new(title, content)
}

/// Says that a link to choose a password is used up or too old.
pub fn expired(visit: &Visit) -> Page {
    dead_link(
        visit,
        "reset-expired",
        &[("forgotten-title", visit.site.urls.forgotten_password())],
    )
}
