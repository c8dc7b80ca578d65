//! The form in which the language of pages and letters is chosen.

use maud::{Markup, html};

use super::components::{Choice, Field, Pen, Weight, post_form, select_field, submit_button};
use crate::domain::language::Language;
use crate::web::Visit;
use crate::web::language::UNCHOSEN;

/// The languages by their own names, and leaving it to the browser.
pub fn form(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let (label, hint, unchosen) = (
        pen.say("field-language"),
        pen.say("settings-language-hint"),
        pen.say("settings-language-unchosen"),
    );
    let choice = |value, label| Choice::plain(value, label);
    let mut choices = vec![choice(UNCHOSEN, &*unchosen)];
    choices.extend(Language::ALL.map(|language| choice(language.code(), language.own_name())));
    let field = Field {
        value: visit.chosen.map_or(UNCHOSEN, Language::code),
        hint: Some(&hint),
        ..Field::new("language", &label)
    };
    let settings = visit.site.urls.settings();
    post_form(
        &visit.site.urls.language(),
        &[("back", &settings)],
        html! {
            (select_field(pen, &field, &choices))
            (submit_button(&pen.say("settings-language-save"), Weight::Secondary))
        },
    )
}
