//! The name, and what people say about themselves.

use maud::html;

use super::{Part, part};
use crate::domain::person::LONGEST_NAME;
use crate::domain::sign_up::LONGEST_ABOUT;
use crate::store::users::profiles::Own;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Link, Problem, Weight, post_form, problem_with, section_head, submit_button, text_area, text_field,
};

/// The profile; `profile` is the address of one's own page.
pub fn profile(visit: &Visit, own: &Own, profile: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (name, name_hint) = (pen.say("field-name"), pen.say("settings-name-hint"));
    let (about, about_hint) = (pen.say("field-about"), pen.say("settings-about-hint"));
    let fields = html! {
        (text_field(&pen, &Field {
            value: &own.name,
            hint: Some(&name_hint),
            problem: problem_with(problems, "name"),
            autocomplete: Some("nickname"),
            longest: u32::try_from(LONGEST_NAME).ok(),
            ..Field::new("name", &name)
        }))
        (text_area(&pen, &Field {
            value: &own.about,
            hint: Some(&about_hint),
            problem: problem_with(problems, "about"),
            optional: true,
            longest: u32::try_from(LONGEST_ABOUT).ok(),
            ..Field::new("about", &about)
        }, 6))
        (submit_button(&pen.say("settings-save"), Weight::Primary))
    };
    let content = html! {
        (section_head(&pen, &pen.say("settings-profile"), Some(&Link::new(pen.say("settings-see"), profile))))
        (post_form(&visit.site.urls.settings(), &[], fields))
        (section_head(&pen, &pen.say("settings-language"), None))
        (crate::web::views::language::form(visit, &pen))
    };
    part(visit, &pen, Part::Profile, problems, &content)
}
