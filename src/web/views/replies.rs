//! The form that changes a reply.

use maud::html;

use super::attaching::Offer;
use super::components::{
    Editor, Field, Problem, Weight, editor, error_summary, problem_with, submit_button, text_field, writing_form,
};
use super::layout::{narrow, page_head};
use crate::domain::id::ReplyId;
use crate::text::SafeHtml;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The form, with what was typed into it.
pub struct EditForm<'a> {
    /// The reply.
    pub id: ReplyId,
    /// Its body.
    pub body: &'a str,
    /// Why it is changed.
    pub reason: &'a str,
    /// What was typed of a picture whose file was refused.
    pub alt: &'a str,
    /// What is wrong.
    pub problems: &'a [Problem],
    /// How the body will look.
    pub preview: Option<&'a SafeHtml>,
}

/// The page of the form.
pub fn edit(visit: &Visit, form: &EditForm<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let heading = pen.say("edit-reply-title");
    let (body, reason, hint) = (
        pen.say("answer-label"),
        pen.say("field-reason"),
        pen.say("field-reason-hint"),
    );
    let offer = Offer::to(visit);
    let fields = html! {
        (editor(&pen, &Editor {
            field: Field { value: form.body, problem: problem_with(form.problems, "body"), ..Field::new("body", &body) },
            preview_action: &urls.reply_part(form.id, "edit/preview"),
            preview_source: &urls.preview(),
            attaching: offer.as_ref().map(|offer| offer.again(form.alt, form.problems)),
            preview: form.preview,
            rows: 12,
        }))
        (text_field(&pen, &Field {
            value: form.reason,
            optional: true,
            hint: Some(&hint),
            longest: Some(500),
            problem: problem_with(form.problems, "reason"),
            ..Field::new("reason", &reason)
        }))
        (submit_button(&pen.say("edit-button"), Weight::Primary))
    };
    let content = narrow(html! {
        (error_summary(&pen, form.problems))
        (page_head(&heading, None, html! {}))
        (writing_form(&urls.reply_part(form.id, "edit"), &[], offer.is_some(), fields))
    });
    Page::new(heading, content)
}
