//! The form of what is decided about moderation.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::case::ModerationInput;
use crate::domain::spam::LONGEST_PLAIN;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Pen, Problem, Weight, error_summary, post_form, problem_with, section_head, submit_button, text_field,
};
use crate::web::views::layout::page_head;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &ModerationInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-moderation");
    let figure = |name: &str, phrase: &str, value: &str| {
        let field = Field {
            longest: Some(2),
            ..Field::new(name, "")
        };
        shown(&pen, phrase, Field { value, ..field }, problems)
    };
    let words = |name: &str, phrase: &str, value: &str| {
        let field = Field {
            longest: u32::try_from(LONGEST_PLAIN).ok(),
            optional: true,
            ..Field::new(name, "")
        };
        shown(&pen, phrase, Field { value, ..field }, problems)
    };
    let content = column(&html! {
        (page_head(&title, Some(&pen.say("admin-moderation-explained")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_moderation(), &[], html! {
            (figure("members_to_hide", "setting-members-to-hide", &input.members_to_hide))
            (figure("spam_percent", "setting-spam-percent", &input.spam_percent))
            (figure("fewest_seconds", "setting-fewest-seconds", &input.fewest_seconds))
            (section_head(&pen, &pen.say("setting-proof"), None))
            (figure("proof_bits", "setting-proof-bits", &input.proof_bits))
            (words("plain_question", "setting-plain-question", &input.plain_question))
            (words("plain_answer", "setting-plain-answer", &input.plain_answer))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Moderation, &title, &content)
}

/// A field with its label, and its hint, whose phrase ends in `-hint`.
fn shown(pen: &Pen<'_>, phrase: &str, field: Field<'_>, problems: &[Problem]) -> Markup {
    let (label, hint) = (pen.say(phrase), pen.say(&format!("{phrase}-hint")));
    text_field(
        pen,
        &Field {
            label: &label,
            hint: Some(&hint),
            problem: problem_with(problems, field.name),
            ..field
        },
    )
}
