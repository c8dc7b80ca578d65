//! The form of the settings.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::setting::{LONGEST_SITE_NAME, LONGEST_WELCOME, SettingsInput};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Field, Pen, Problem, Weight, check_box, error_summary, post_form, problem_with, select_field,
    submit_button, text_area, text_field,
};
use crate::web::views::layout::page_head;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &SettingsInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-settings");
    let content = column(&html! {
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_settings(), &[], html! {
            (words(&pen, input, problems))
            (language(visit, &pen, input, problems))
            (sign_up(&pen, input))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Settings, &title, &content)
}

fn words(pen: &Pen<'_>, input: &SettingsInput, problems: &[Problem]) -> Markup {
    let (name, name_hint) = (pen.say("setting-site-name"), pen.say("setting-site-name-hint"));
    let (welcome, welcome_hint) = (pen.say("setting-welcome"), pen.say("setting-welcome-hint"));
    html! {
        (text_field(pen, &Field {
            value: &input.site_name,
            hint: Some(&name_hint),
            problem: problem_with(problems, "site_name"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_SITE_NAME).ok(),
            ..Field::new("site_name", &name)
        }))
        (text_area(pen, &Field {
            value: &input.welcome,
            hint: Some(&welcome_hint),
            problem: problem_with(problems, "welcome"),
            optional: true,
            longest: u32::try_from(LONGEST_WELCOME).ok(),
            ..Field::new("welcome", &welcome)
        }, 2))
    }
}

/// The languages that have phrases; with a single one there is nothing to choose.
fn language(visit: &Visit, pen: &Pen<'_>, input: &SettingsInput, problems: &[Problem]) -> Markup {
    let names: Vec<(&str, String)> = visit
        .site
        .languages
        .names()
        .map(|name| (name, own_name(pen, name)))
        .collect();
    let choices: Vec<Choice<'_>> = names
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            hint: None,
        })
        .collect();
    let problem = problem_with(problems, "language");
    let (label, hint) = (pen.say("setting-language"), pen.say("setting-language-hint"));
    let field = Field {
        value: &input.language,
        hint: Some(&hint),
        problem,
        ..Field::new("language", &label)
    };
    html! {
        @if choices.len() > 1 || problem.is_some() {
            (select_field(pen, &field, &choices))
        } @else {
            input type="hidden" name="language" value=(input.language);
        }
    }
}

/// What a language is called by those who speak it.
fn own_name(pen: &Pen<'_>, language: &str) -> String {
    pen.say(&format!("language-{language}"))
}

fn sign_up(pen: &Pen<'_>, input: &SettingsInput) -> Markup {
    let (label, hint) = (pen.say("setting-sign-up"), pen.say("setting-sign-up-hint"));
    let field = Field {
        hint: Some(&hint),
        ..Field::new("sign_up_is_open", &label)
    };
    check_box(pen, &field, input.sign_up_is_open)
}
