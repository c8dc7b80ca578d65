//! The form of what is decided about asking: help meanwhile, when repeated questions propose an article, and when askers are asked
//! back.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::asking::AskingInput;
use crate::domain::contact::{LONGEST_CONTACT_ADDRESS, LONGEST_CONTACT_LABEL};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Pen, Problem, Weight, check_box, error_summary, post_form, problem_with, submit_button, text_field,
};
use crate::web::views::layout::page_head;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &AskingInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-asking");
    let content = column(&html! {
        (page_head(&title, Some(&pen.say("admin-asking-explained")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_asking(), &[], html! {
            (contact(&pen, input, problems))
            (holdout(&pen, input, problems))
            (repeats(&pen, input, problems))
            (asking_back(&pen, input, problems))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Asking, &title, &content)
}

fn contact(pen: &Pen<'_>, input: &AskingInput, problems: &[Problem]) -> Markup {
    let (label, label_hint) = (pen.say("setting-contact-label"), pen.say("setting-contact-label-hint"));
    let (address, address_hint) = (
        pen.say("setting-contact-address"),
        pen.say("setting-contact-address-hint"),
    );
    html! {
        (text_field(pen, &Field {
            value: &input.contact_label,
            hint: Some(&label_hint),
            problem: problem_with(problems, "contact_label"),
            optional: true,
            longest: u32::try_from(LONGEST_CONTACT_LABEL).ok(),
            ..Field::new("contact_label", &label)
        }))
        (text_field(pen, &Field {
            value: &input.contact_address,
            hint: Some(&address_hint),
            problem: problem_with(problems, "contact_address"),
            optional: true,
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_CONTACT_ADDRESS).ok(),
            ..Field::new("contact_address", &address)
        }))
    }
}

fn holdout(pen: &Pen<'_>, input: &AskingInput, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say("setting-holdout"), pen.say("setting-holdout-hint"));
    text_field(
        pen,
        &Field {
            value: &input.holdout,
            hint: Some(&hint),
            problem: problem_with(problems, "holdout"),
            longest: Some(3),
            ..Field::new("holdout", &label)
        },
    )
}

/// From when on repeated questions propose an article, and whether moderators hear of outbreaks by letter.
fn repeats(pen: &Pen<'_>, input: &AskingInput, problems: &[Problem]) -> Markup {
    let [askers, days, tells] = [
        "setting-fewest-askers",
        "setting-proposal-days",
        "setting-tells-outbreaks",
    ]
    .map(|key| (pen.say(key), pen.say(&format!("{key}-hint"))));
    html! {
        h2 { (pen.say("setting-repeats")) }
        (text_field(pen, &Field {
            value: &input.fewest_askers,
            hint: Some(&askers.1),
            problem: problem_with(problems, "fewest_askers"),
            longest: Some(3),
            ..Field::new("fewest_askers", &askers.0)
        }))
        (text_field(pen, &Field {
            value: &input.proposal_days,
            hint: Some(&days.1),
            problem: problem_with(problems, "proposal_days"),
            longest: Some(4),
            ..Field::new("proposal_days", &days.0)
        }))
        (check_box(pen, &Field { hint: Some(&tells.1), ..Field::new("tells_outbreaks", &tells.0) }, input.tells_outbreaks))
    }
}

/// When askers are reminded of an answer, and invited to a survey.
fn asking_back(pen: &Pen<'_>, input: &AskingInput, problems: &[Problem]) -> Markup {
    let number = |name: &str, key: &str, value: &str| {
        let (label, hint) = (pen.say(key), pen.say(&format!("{key}-hint")));
        let field = Field {
            value,
            hint: Some(&hint),
            problem: problem_with(problems, name),
            longest: Some(3),
            ..Field::new(name, &label)
        };
        text_field(pen, &field)
    };
    let (label, hint) = (pen.say("setting-has-surveys"), pen.say("setting-has-surveys-hint"));
    let surveys = Field {
        hint: Some(&hint),
        ..Field::new("has_surveys", &label)
    };
    html! {
        h2 { (pen.say("setting-asking-back")) }
        (number("reminder_days", "setting-reminder-days", &input.reminder_days))
        (check_box(pen, &surveys, input.has_surveys))
        (number("survey_share", "setting-survey-share", &input.survey_share))
        (number("quiet_days", "setting-quiet-days", &input.quiet_days))
    }
}
