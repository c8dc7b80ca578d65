//! What the pages behind the links of letters have in common: a sentence, and ways on.

use maud::html;

use super::components::{Field, Weight, link_button, text_kept};
use super::layout::{page_head, slim};
use crate::domain::id::ThreadId;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// Says one thing; each way is the key of its words and its address. Where a form could not be taken any more, what was typed into
/// it stands there, to be copied.
pub fn said(visit: &Visit, title: &str, sentence: &str, ways: &[(&str, String)], typed: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let label = pen.say("letter-link-typed");
    let kept = Field {
        value: typed,
        ..Field::new("typed", &label)
    };
    let content = slim(html! {
        (page_head(title, None, html! {}))
        div.stack {
            p dir="auto" { (sentence) }
            @if !typed.trim().is_empty() { (text_kept(&pen, &kept)) }
            p.ways {
                @for (label, href) in ways { (link_button(&pen, &pen.say(label), href, None, Weight::Secondary)) " " }
            }
        }
    });
    Page::new(title, content)
}

/// Says that a link is good for nothing (any more), by the phrase `key`, and leads on: to the question, where it is known.
pub fn dead(visit: &Visit, key: &str, thread: Option<ThreadId>) -> Page {
    let urls = &visit.site.urls;
    let question = thread.map(|thread| ("way-question", urls.thread(thread, "")));
    let ways: Vec<(&str, String)> = question.into_iter().chain([("way-home", urls.home())]).collect();
    said(visit, &visit.say("letter-link-dead-title"), &visit.say(key), &ways, "")
}
