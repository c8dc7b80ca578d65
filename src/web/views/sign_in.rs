//! The sign-in form.

use maud::{Markup, html};

use super::components::{
    Field, NoticeKind, Problem, Weight, email_field, error_summary, notice, password_field, post_form, problem_with,
    submit_button,
};
use super::contact::reach;
use super::layout::{page_head, slim};
use super::restraints::kept_from;
use crate::store::restraints::Restraint;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form, with the address that was typed; `back` is where it leads.
pub fn page(visit: &Visit, email: &str, back: &str, problems: &[Problem]) -> Page {
    form(visit, (email, back), problems, None)
}

/// The form under the sentence that says until when this account is suspended, why, and how to reach a person.
pub fn suspended(visit: &Visit, email: &str, back: &str, restraint: Option<&Restraint>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let told = match restraint {
        Some(restraint) => kept_from(visit, &pen, restraint),
        None => notice(
            &pen,
            NoticeKind::Warning,
            html! { p { (pen.say("restraint-suspension")) } (reach(visit, &pen)) },
        ),
    };
    form(visit, (email, back), &[], Some(&told))
}

fn form(visit: &Visit, (email, back): (&str, &str), problems: &[Problem], told: Option<&Markup>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("sign-in-title");
    let (address, password) = (pen.say("field-email"), pen.say("field-password"));
    let fields = html! {
        (email_field(&pen, &Field {
            value: email,
            problem: problem_with(problems, "email"),
            autocomplete: Some("username"),
            longest: Some(254),
            ..Field::new("email", &address)
        }))
        (password_field(&pen, &Field {
            problem: problem_with(problems, "password"),
            autocomplete: Some("current-password"),
            ..Field::new("password", &password)
        }))
        (submit_button(&pen.say("sign-in-button"), Weight::Primary))
        p { a href=(urls.forgotten_password()) { (pen.say("sign-in-forgotten")) } }
        @if visit.site.settings().sign_up_is_open {
            p { (pen.say("sign-in-new")) " " a href=(urls.sign_up_and_return(back)) { (pen.say("sign-in-sign-up")) } }
        }
    };
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        @if let Some(told) = told { div role="alert" tabindex="-1" autofocus { (told) } }
        (post_form(&urls.sign_in(), &[("back", back)], fields))
    });
    Page::new(title, content).unlisted()
}
