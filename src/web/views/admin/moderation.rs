//! The form of what is decided about moderation.

use maud::html;

use super::{Part, column, part};
use crate::domain::case::ModerationInput;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Problem, Weight, error_summary, post_form, problem_with, submit_button, text_field,
};
use crate::web::views::layout::page_head;

/// The form, with what was typed into it.
pub fn page(visit: &Visit, input: &ModerationInput, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("admin-moderation");
    let (label, hint) = (
        pen.say("setting-members-to-hide"),
        pen.say("setting-members-to-hide-hint"),
    );
    let field = Field {
        value: &input.members_to_hide,
        hint: Some(&hint),
        problem: problem_with(problems, "members_to_hide"),
        longest: Some(2),
        ..Field::new("members_to_hide", &label)
    };
    let (spam_label, spam_hint) = (pen.say("setting-spam-percent"), pen.say("setting-spam-percent-hint"));
    let spam = Field {
        value: &input.spam_percent,
        hint: Some(&spam_hint),
        problem: problem_with(problems, "spam_percent"),
        longest: Some(2),
        ..Field::new("spam_percent", &spam_label)
    };
    let (haste_label, haste_hint) = (
        pen.say("setting-fewest-seconds"),
        pen.say("setting-fewest-seconds-hint"),
    );
    let haste = Field {
        value: &input.fewest_seconds,
        hint: Some(&haste_hint),
        problem: problem_with(problems, "fewest_seconds"),
        longest: Some(2),
        ..Field::new("fewest_seconds", &haste_label)
    };
    let content = column(&html! {
        (page_head(&title, Some(&pen.say("admin-moderation-explained")), html! {}))
        (error_summary(&pen, problems))
        (post_form(&visit.site.urls.admin_moderation(), &[], html! {
            (text_field(&pen, &field))
            (text_field(&pen, &spam))
            (text_field(&pen, &haste))
            (submit_button(&pen.say("setting-save"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Moderation, &title, &content)
}
