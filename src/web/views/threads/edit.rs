//! The form that changes a thread.

use maud::html;

use super::ask::{answers, labelled};
use crate::domain::draft::Asked;
use crate::domain::id::ThreadId;
use crate::domain::title::LONGEST_TITLE;
use crate::text::SafeHtml;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::attaching::Offer;
use crate::web::views::components::{
    Editor, Field, Problem, TagInput, Weight, editor, error_summary, problem_with, submit_button, tag_input,
    text_field, writing_form,
};
use crate::web::views::layout::{narrow, page_head};

/// The form, with what was typed into it.
pub struct EditForm<'a> {
    /// The thread.
    pub id: ThreadId,
    /// Its title.
    pub title: &'a str,
    /// What its category asks, with what is answered.
    pub asked: &'a [Asked],
    /// Its tags.
    pub tags: &'a str,
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
    let heading = pen.say("edit-title");
    let [title, body, tags, reason] =
        ["field-title", "field-body", "field-tags", "field-reason"].map(|key| pen.say(key));
    let (tags_hint, reason_hint) = (pen.say("field-tags-hint"), pen.say("field-reason-hint"));
    let field = |name, label, value, longest| Field {
        value,
        longest,
        problem: problem_with(form.problems, name),
        ..Field::new(name, label)
    };
    let offer = Offer::to(visit);
    let fields = html! {
        (text_field(&pen, &field("title", &title, form.title, u32::try_from(LONGEST_TITLE).ok())))
        (answers(&pen, form.asked, form.problems))
        (editor(&pen, &Editor {
            field: field("body", &body, form.body, None),
            preview_action: &urls.thread_part(form.id, "edit/preview"),
            preview_source: &urls.preview(),
            attaching: offer.as_ref().map(|offer| offer.again(form.alt, form.problems)),
            preview: form.preview,
            rows: 14,
        }))
        (tag_input(&pen, &TagInput {
            field: Field { optional: true, hint: Some(&tags_hint), ..field("tags", &tags, form.tags, None) },
            source: &urls.tag_completion(),
        }))
        (text_field(&pen, &Field {
            optional: true,
            hint: Some(&reason_hint),
            ..field("reason", &reason, form.reason, Some(500))
        }))
        (submit_button(&pen.say("edit-button"), Weight::Primary))
    };
    let labels: Vec<&str> = form.asked.iter().map(|one| &*one.label).collect();
    let labels = labels.join("\n");
    let hidden: Vec<_> = (!labels.is_empty())
        .then_some(("asked", &*labels))
        .into_iter()
        .collect();
    let content = narrow(html! {
        (error_summary(&pen, &labelled(form.problems, |place| Some(form.asked.get(place)?.label.clone()))))
        (page_head(&heading, None, html! {}))
        (writing_form(&urls.thread_part(form.id, "edit"), &hidden, offer.is_some(), fields))
    });
    Page::new(heading, content)
}
