//! The form of the settings.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::language::Language;
use crate::domain::second_factor::SecondFactorDuty;
use crate::domain::setting::{LONGEST_LICENCE, SettingsInput};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Choice, Field, Pen, Problem, Weight, check_box, error_summary, post_form, problem_with, select_field,
    submit_button, text_field,
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
            (language(&pen, input, problems))
            (sign_up(&pen, input))
            (for_members(&pen, input))
            (moderators_invite(&pen, input))
            (licence(&pen, input, problems))
            (letters_a_day(&pen, input, problems))
            (second_factor(&pen, input, problems))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Settings, &title, &content)
}

fn language(pen: &Pen<'_>, input: &SettingsInput, problems: &[Problem]) -> Markup {
    let choices = Language::ALL.map(|language| Choice::plain(language.code(), language.own_name()));
    let (label, hint) = (pen.say("setting-language"), pen.say("setting-language-hint"));
    let field = Field {
        value: &input.language,
        hint: Some(&hint),
        problem: problem_with(problems, "language"),
        ..Field::new("language", &label)
    };
    select_field(pen, &field, &choices)
}

fn sign_up(pen: &Pen<'_>, input: &SettingsInput) -> Markup {
    let (label, hint) = (pen.say("setting-sign-up"), pen.say("setting-sign-up-hint"));
    let field = Field {
        hint: Some(&hint),
        ..Field::new("sign_up_is_open", &label)
    };
    check_box(pen, &field, input.sign_up_is_open)
}

fn for_members(pen: &Pen<'_>, input: &SettingsInput) -> Markup {
    let (label, hint) = (pen.say("setting-for-members"), pen.say("setting-for-members-hint"));
    let field = Field {
        hint: Some(&hint),
        ..Field::new("is_for_members", &label)
    };
    check_box(pen, &field, input.is_for_members)
}

fn moderators_invite(pen: &Pen<'_>, input: &SettingsInput) -> Markup {
    let (label, hint) = (
        pen.say("setting-moderators-invite"),
        pen.say("setting-moderators-invite-hint"),
    );
    let field = Field {
        hint: Some(&hint),
        ..Field::new("moderators_invite", &label)
    };
    check_box(pen, &field, input.moderators_invite)
}

fn letters_a_day(pen: &Pen<'_>, input: &SettingsInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("setting-letters-a-day"), pen.say("setting-letters-a-day-hint"));
    let field = Field {
        value: &input.letters_a_day,
        hint: Some(&hint),
        longest: Some(3),
        problem: problem_with(problems, "letters_a_day"),
        ..Field::new("letters_a_day", &label)
    };
    text_field(pen, &field)
}

fn second_factor(pen: &Pen<'_>, input: &SettingsInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("setting-second-factor"), pen.say("setting-second-factor-hint"));
    let said: Vec<(&str, String)> = SecondFactorDuty::ALL
        .iter()
        .map(|duty| (duty.as_str(), pen.say(&format!("setting-second-factor-{duty}"))))
        .collect();
    let choices: Vec<Choice<'_>> = said.iter().map(|(value, label)| Choice::plain(value, label)).collect();
    let field = Field {
        value: &input.second_factor,
        hint: Some(&hint),
        problem: problem_with(problems, "second_factor"),
        ..Field::new("second_factor", &label)
    };
    select_field(pen, &field, &choices)
}

fn licence(pen: &Pen<'_>, input: &SettingsInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("setting-licence"), pen.say("setting-licence-hint"));
    let field = Field {
        value: &input.content_licence,
        hint: Some(&hint),
        optional: true,
        longest: u32::try_from(LONGEST_LICENCE).ok(),
        problem: problem_with(problems, "content_licence"),
        ..Field::new("content_licence", &label)
    };
    text_field(pen, &field)
}
