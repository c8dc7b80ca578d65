//! Did this help?

use maud::{Markup, html};

use crate::domain::id::ArticleId;
use crate::web::Visit;
use crate::web::views::components::{
    Field, Icon, Pen, PostButton, Problem, Weight, disclosure, next_step, post_button, post_form, problem_with,
    submit_button, text_area,
};

/// An opinion that is to be mended.
#[derive(Debug, Clone, Copy)]
pub struct OpinionDraft<'a> {
    /// The reason as it was typed.
    pub reason: &'a str,
    /// What is wrong with it.
    pub problems: &'a [Problem],
}

/// The question with its two answers; "no" may say why.
pub(super) fn ask(visit: &Visit, pen: &Pen<'_>, id: ArticleId, draft: Option<OpinionDraft<'_>>) -> Markup {
    let action = visit.site.urls.article_part(id, "opinion");
    let yes = pen.say("opinion-button-yes");
    let yes = PostButton {
        icon: Some(Icon::Check),
        weight: Weight::Secondary,
        hidden: &[("helped", "yes")],
        ..PostButton::new(&action, &yes)
    };
    let (label, hint) = (pen.say("opinion-reason"), pen.say("opinion-reason-hint"));
    let field = Field {
        optional: true,
        hint: Some(&hint),
        value: draft.map_or("", |draft| draft.reason),
        problem: draft.and_then(|draft| problem_with(draft.problems, "reason")),
        ..Field::new("reason", &label)
    };
    let form = post_form(
        &action,
        &[("helped", "no")],
        html! { (text_area(pen, &field, 3)) (submit_button(&pen.say("opinion-send"), Weight::Secondary)) },
    );
    let answers = match draft {
        Some(_) => vec![form],
        None => {
            let no = disclosure(pen, &pen.say("opinion-button-no"), Some(Icon::Cross), form);
            vec![post_button(pen, &yes), no]
        }
    };
    next_step(&pen.say("opinion-heading"), None, &answers)
}
