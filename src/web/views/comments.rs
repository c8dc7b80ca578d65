//! The form that changes a comment.

use maud::html;

use super::components::{Field, Problem, Weight, error_summary, post_form, problem_with, submit_button, text_area};
use super::layout::{narrow, page_head};
use crate::domain::id::CommentId;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The page of the form, with what was typed into it.
pub fn edit(visit: &Visit, id: CommentId, typed: &str, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (heading, label) = (pen.say("edit-comment-title"), pen.say("comment-label"));
    let field = Field {
        value: typed,
        problem: problem_with(problems, "comment"),
        ..Field::new("comment", &label)
    };
    let fields = html! { (text_area(&pen, &field, 4)) (submit_button(&pen.say("edit-button"), Weight::Primary)) };
    let content = narrow(html! {
        (error_summary(&pen, problems))
        (page_head(&heading, None, html! {}))
        (post_form(&visit.site.urls.comment_part(id, "edit"), &[], fields))
    });
    Page::new(heading, content)
}
