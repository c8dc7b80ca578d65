//! What the pages behind the links of letters have in common: a sentence, and ways on.

use maud::html;

use super::components::{Weight, link_button};
use super::layout::{page_head, slim};
use crate::domain::id::ThreadId;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// Says one thing; each way is the key of its words and its address.
pub fn said(visit: &Visit, title: &str, sentence: &str, ways: &[(&str, String)]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let content = slim(html! {
        (page_head(title, None, html! {}))
        div.stack {
            p dir="auto" { (sentence) }
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
    said(visit, &visit.say("letter-link-dead-title"), &visit.say(key), &ways)
}
