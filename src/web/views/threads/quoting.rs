//! The way from a post to an answer that quotes it.

use maud::Markup;

use super::page::Scene;
use crate::text::quotation::heading;
use crate::web::views::components::quote_link;

/// The element id of a thread's own post.
pub const QUESTION: &str = "question";

/// The link that quotes the post with this element id.
pub(super) fn quote_action(scene: &Scene<'_>, anchor: &str, author: &str, permalink: &str) -> Markup {
    let (pen, thread) = (&scene.pen, scene.thread);
    let href = scene.visit.site.urls.thread_quoting(thread.id, &thread.title, anchor);
    quote_link(pen, &pen.say("quote"), &href, &heading(author, permalink))
}
