//! Closing one's account, for good.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::person::LONGEST_NAME;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, NoticeKind, Pen, Problem, Weight, notice, password_field, post_form, problem_with, section_head,
    submit_button, text_field,
};

/// What goes and what stays, and the form; the last administrator is told what to do first.
pub fn closing(visit: &Visit, name: &str, typed: &str, is_last_admin: bool, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let content = html! {
        (section_head(&pen, &pen.say("leave-title"), None))
        @if is_last_admin {
            (notice(&pen, NoticeKind::Warning, html! {
                p { (pen.say("leave-last-admin")) " " a href=(visit.site.urls.admin_people()) { (pen.say("admin-people")) } }
            }))
        } @else {
            ul {
                @for key in ["leave-goes", "leave-stays", "leave-letters", "leave-for-good"] { li { (pen.say(key)) } }
            }
            p { a href=(visit.site.urls.own_data()) { (pen.say("leave-data-first")) } }
            (form(visit, &pen, (name, typed), problems))
        }
    };
    part(visit, &pen, Part::Data, problems, &content)
}

fn form(visit: &Visit, pen: &Pen<'_>, (name, typed): (&str, &str), problems: &[Problem]) -> Markup {
    let password = pen.say("field-current-password");
    let confirmation = pen.say("leave-confirmation");
    let hint = pen.tell("leave-confirmation-hint", &[("name", name.to_owned().into())]);
    let fields = html! {
        (text_field(pen, &Field {
            value: typed,
            hint: Some(&hint),
            problem: problem_with(problems, "confirmation"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_NAME).ok(),
            ..Field::new("confirmation", &confirmation)
        }))
        (password_field(pen, &Field {
            problem: problem_with(problems, "password"),
            autocomplete: Some("current-password"),
            ..Field::new("password", &password)
        }))
        (submit_button(&pen.say("leave-button"), Weight::Danger))
    };
    post_form(&visit.site.urls.close_account(), &[], fields)
}
