//! What an invitation opens, and the form by which somebody comes in.

use maud::{Markup, html};

use super::components::{
    NoticeKind, Pen, PostButton, Problem, Weight, error_summary, notice, post_button, post_form, submit_button,
};
use super::layout::{page_head, slim};
use super::sign_up::{fields, fields_around};
use crate::domain::sign_up::SignUpInput;
use crate::store::invitations::Open;
use crate::web::Visit;
use crate::web::page::{Page, home_button, pen};

/// What the invitation opens, with the form of a new account, or the button for whoever has one.
pub fn page(visit: &Visit, open: &Open, input: &SignUpInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.tell(
        "invitation-title",
        &[("site", visit.site.settings().site_name.as_str().into())],
    );
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        @if !open.groups.is_empty() {
            p { (pen.tell("invitation-groups", &[("groups", open.groups.join(", ").into())])) }
        }
        @match visit.viewer.user() {
            Some(user) => (for_member(visit, &pen, &user.name)),
            None => (for_visitor(visit, &pen, open, input, problems)),
        }
    });
    Page::new(title, content).unlisted()
}

fn for_member(visit: &Visit, pen: &Pen<'_>, name: &str) -> Markup {
    let label = pen.say("invitation-join");
    let button = PostButton {
        weight: Weight::Primary,
        ..PostButton::new(&visit.path, &label)
    };
    html! {
        div.stack {
            p { (pen.tell("invitation-as", &[("name", name.into())])) }
            (post_button(pen, &button))
        }
    }
}

fn for_visitor(visit: &Visit, pen: &Pen<'_>, open: &Open, input: &SignUpInput, problems: &[Problem]) -> Markup {
    let sign_in = visit.site.urls.sign_in_and_return(&visit.path);
    html! {
        (post_form(&visit.path, &[], html! {
            @match &open.email {
                Some(email) => {
                    p { (pen.tell("invitation-address", &[("email", email.as_str().into())])) }
                    (fields_around(visit, pen, &html! {}, input, problems))
                },
                None => (fields(visit, pen, &pen.say("sign-up-email-hint"), input, problems)),
            }
            (submit_button(&pen.say("sign-up-button"), Weight::Primary))
        }))
        p { (pen.say("sign-up-known")) " " a href=(sign_in) { (pen.say("sign-up-sign-in")) } }
    }
}

/// Says that an invitation is good for nothing any more.
pub fn over(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("invitation-over-title");
    let content = slim(html! {
        (page_head(&title, None, html! {}))
        (notice(&pen, NoticeKind::Information, html! { p { (pen.say("invitation-over")) } }))
        p { (home_button(visit, &pen)) }
    });
    Page::new(title, content).unlisted()
}
