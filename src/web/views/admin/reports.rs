//! The form of what is decided about reports.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::report_settings::ReportSettingsInput;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Pen, Problem, Weight, check_box, check_group, error_summary, post_form, problem_with, submit_button,
    text_field,
};
use crate::web::views::layout::page_head;

/// The longest name of a time zone, in characters.
const LONGEST_ZONE: u32 = 40;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &ReportSettingsInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-reports");
    let content = column(&html! {
        (page_head(&title, Some(&pen.say("admin-reports-explained")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_reports(), &[], html! {
            (published(&pen, input))
            (hours(&pen, input, problems))
            (worth(&pen, input, problems))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Reports, &title, &content)
}

fn published(pen: &Pen<'_>, input: &ReportSettingsInput) -> Markup {
    let (label, hint) = (
        pen.say("setting-reports-published"),
        pen.say("setting-reports-published-hint"),
    );
    let field = Field {
        hint: Some(&hint),
        ..Field::new("is_published", &label)
    };
    check_box(pen, &field, input.is_published)
}

/// The hours at which somebody is there.
fn hours(pen: &Pen<'_>, input: &ReportSettingsInput, problems: &[Problem]) -> Markup {
    let line = |name: &'static str, key: &str, value: &str, longest: u32| {
        let (label, hint) = (pen.say(key), pen.say(&format!("{key}-hint")));
        let field = Field {
            value,
            hint: Some(&hint),
            problem: problem_with(problems, name),
            autocomplete: Some("off"),
            longest: Some(longest),
            ..Field::new(name, &label)
        };
        text_field(pen, &field)
    };
    html! {
        h2 { (pen.say("setting-hours")) }
        p.hint { (pen.say("setting-hours-about")) }
        (days(pen, input, problems))
        (line("opens", "setting-opens", &input.opens, 5))
        (line("closes", "setting-closes", &input.closes, 5))
        (line("zone", "setting-zone", &input.zone, LONGEST_ZONE))
    }
}

fn days(pen: &Pen<'_>, input: &ReportSettingsInput, problems: &[Problem]) -> Markup {
    let said = input
        .days()
        .map(|(name, is_open)| (name, pen.say(&format!("setting-{name}")), is_open));
    let boxes: Vec<(Field<'_>, bool)> = said
        .iter()
        .map(|(name, label, is_open)| (Field::new(name, label), *is_open))
        .collect();
    let label = pen.say("setting-days");
    let group = Field {
        problem: problem_with(problems, "monday"),
        ..Field::new("days", &label)
    };
    check_group(pen, &group, &boxes)
}

fn worth(pen: &Pen<'_>, input: &ReportSettingsInput, problems: &[Problem]) -> Markup {
    let [amount, currency] =
        ["setting-contact-worth", "setting-currency"].map(|key| (pen.say(key), pen.say(&format!("{key}-hint"))));
    html! {
        h2 { (pen.say("setting-saving")) }
        (text_field(pen, &Field {
            value: &input.contact_worth,
            hint: Some(&amount.1),
            problem: problem_with(problems, "contact_worth"),
            optional: true,
            longest: Some(10),
            ..Field::new("contact_worth", &amount.0)
        }))
        (text_field(pen, &Field {
            value: &input.currency,
            hint: Some(&currency.1),
            problem: problem_with(problems, "currency"),
            optional: true,
            longest: Some(3),
            ..Field::new("currency", &currency.0)
        }))
    }
}
