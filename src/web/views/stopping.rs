//! The pages behind the links that stop letters: one button each, and further choices.

use maud::{Markup, html};

use super::components::{Pen, Weight, link_button, post_form, submit_button};
use super::layout::{page_head, slim};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// Asks whether letters about a thread shall stop; `all` is where all of them are stopped.
pub fn thread(visit: &Visit, title: Option<&str>, all: Option<&str>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let heading = pen.say("stop-thread-title");
    let content = slim(html! {
        (page_head(&heading, title, html! {}))
        div.stack {
            p { (pen.say("stop-thread-explained")) }
            (button(&pen, &visit.path, "stop-thread-button"))
            h2 { (pen.say("stop-other")) }
            @if let Some(all) = all {
                p { (link_button(&pen, &pen.say("stop-all-way"), all, None, Weight::Secondary)) }
            }
            p { (link_button(&pen, &pen.say("stop-choose"), &visit.site.urls.own_letters(), None, Weight::Secondary)) }
            p { (link_button(&pen, &pen.say("stop-watching"), &visit.site.urls.own_watching(), None, Weight::Secondary)) }
        }
    });
    Page::new(heading, content)
}

/// Asks whether all letters about threads shall stop.
pub fn all(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let heading = pen.say("stop-all-title");
    let content = slim(html! {
        (page_head(&heading, None, html! {}))
        div.stack {
            p { (pen.say("stop-all-explained")) }
            (button(&pen, &visit.path, "stop-all-button"))
        }
    });
    Page::new(heading, content)
}

fn button(pen: &Pen<'_>, action: &str, key: &str) -> Markup {
    post_form(action, &[], submit_button(&pen.say(key), Weight::Primary))
}

/// Says that they stop; `way` leads to the thread.
pub fn stopped(visit: &Visit, key: &str, way: Option<String>) -> Page {
    let urls = &visit.site.urls;
    let thread = way.map(|way| ("way-thread", way));
    let ways: Vec<_> = thread
        .into_iter()
        .chain([("stop-choose", urls.own_letters())])
        .collect();
    super::signed::said(visit, &visit.say("stop-done-title"), &visit.say(key), &ways, "")
}
