//! The address and the password.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::email::EmailAddress;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, NoticeKind, Pen, PostButton, Problem, Weight, email_field, notice, password_field, post_button, post_form,
    problem_with, section_head, submit_button,
};
use crate::web::views::layout::{page_head, slim};
use crate::web::views::sign_up::{dead_link, password_hint};

/// The addresses of an account, and the one that was typed.
#[derive(Debug, Clone, Copy)]
pub struct Addresses<'a> {
    /// The one that it has.
    pub present: Option<&'a str>,
    /// The one that waits for its letter to be answered.
    pub waiting: Option<&'a str>,
    /// What was typed into the form.
    pub typed: &'a str,
}

/// The address and the password, each with its form.
pub fn account(visit: &Visit, addresses: &Addresses<'_>, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let content = html! {
        (section_head(&pen, &pen.say("settings-address"), None))
        @if let Some(email) = addresses.present {
            p { (pen.tell("settings-email", &[("email", email.to_owned().into())])) }
        }
        @if let Some(waiting) = addresses.waiting { (waits(visit, &pen, waiting)) }
        (address_form(visit, &pen, addresses, problems))
        (section_head(&pen, &pen.say("settings-password"), None))
        (password_form(visit, &pen, problems))
        (section_head(&pen, &pen.say("second-factor-title"), None))
        p { (pen.say("second-factor-about")) " " a href=(visit.site.urls.second_factor()) { (pen.say("second-factor-manage")) } }
    };
    part(visit, &pen, Part::Account, problems, &content)
}

/// The address that waits, and the way to drop it.
fn waits(visit: &Visit, pen: &Pen<'_>, waiting: &str) -> Markup {
    let (action, label) = (visit.site.urls.cancel_address(), pen.say("settings-address-cancel"));
    let button = PostButton {
        weight: Weight::Secondary,
        ..PostButton::new(&action, &label)
    };
    let content = html! {
        p { (pen.tell("settings-address-waits", &[("email", waiting.to_owned().into())])) }
        (post_button(pen, &button))
    };
    notice(pen, NoticeKind::Information, content)
}

fn address_form(visit: &Visit, pen: &Pen<'_>, addresses: &Addresses<'_>, problems: &[Problem]) -> Markup {
    let (email, hint) = (pen.say("field-new-email"), pen.say("settings-address-hint"));
    let password = pen.say("field-current-password");
    let fields = html! {
        (email_field(pen, &Field {
            value: addresses.typed,
            hint: Some(&hint),
            problem: problem_with(problems, "email"),
            autocomplete: Some("email"),
            longest: Some(254),
            ..Field::new("email", &email)
        }))
        (password_field(pen, &Field {
            problem: problem_with(problems, "password"),
            autocomplete: Some("current-password"),
            ..Field::new("password", &password)
        }))
        (submit_button(&pen.say("settings-change-address"), Weight::Secondary))
    };
    post_form(&visit.site.urls.change_address(), &[], fields)
}

fn password_form(visit: &Visit, pen: &Pen<'_>, problems: &[Problem]) -> Markup {
    let (current, new) = (pen.say("field-current-password"), pen.say("field-new-password"));
    let hint = password_hint(pen);
    let fields = html! {
        p { (pen.say("settings-password-ends")) }
        (password_field(pen, &Field {
            problem: problem_with(problems, "current_password"),
            autocomplete: Some("current-password"),
            ..Field::new("current_password", &current)
        }))
        (password_field(pen, &Field {
            hint: Some(&hint),
            problem: problem_with(problems, "new_password"),
            autocomplete: Some("new-password"),
            ..Field::new("new_password", &new)
        }))
        (submit_button(&pen.say("settings-change-password"), Weight::Secondary))
    };
    post_form(&visit.site.urls.change_password(), &[], fields)
}

/// The button that confirms another address; `action` is the page's own address.
pub fn confirm_address(visit: &Visit, name: &str, email: &EmailAddress, action: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("address-title");
    let values = [("name", name.to_owned().into()), ("email", email.as_str().into())];
    let label = pen.say("address-button");
    let button = PostButton {
        weight: Weight::Primary,
        ..PostButton::new(action, &label)
    };
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        div.stack {
            p { (pen.tell("address-who", &values)) }
            p { (pen.say("address-ends")) }
            (post_button(&pen, &button))
            p.hint { (pen.say("address-not-you")) }
        }
    });
    Page::new(title, content)
}

/// Says that a link to confirm an address is used up or too old.
pub fn address_expired(visit: &Visit) -> Page {
    let ways = [("address-expired-way", visit.site.urls.own_account())];
    dead_link(visit, "address-expired", &ways)
}
