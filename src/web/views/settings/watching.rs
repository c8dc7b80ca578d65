//! What somebody watches or muted, each with the levels to choose from.

use maud::{Markup, html};

use super::{Part, part};
use crate::domain::cursor::{Cursor, PageOf};
use crate::store::subscriptions::{Wished, WishedOf};
use crate::urls::Urls;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Icon, Link, Pen, Weight, empty_state, icon, link_button, onward_pager, section_head,
};
use crate::web::views::watching::{Of, watch_from};

/// A page of it; `after` is where it begins.
pub fn watching(visit: &Visit, page: &PageOf<Wished>, after: Option<Cursor>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let start = urls.own_watching();
    let at = |after: Cursor| urls.page_after(&start, after);
    let here = after.map_or_else(|| start.clone(), at);
    let more = page.more.map(at);
    let content = html! {
        (section_head(&pen, &pen.say("settings-watching"), Some(&Link::new(pen.say("letters-see"), urls.notifications()))))
        p { (pen.say("watching-explained")) }
        @if page.items.is_empty() && more.is_none() {
            (nothing(&pen, urls))
        } @else {
            ul.wishes { @for wished in &page.items { (row(&pen, urls, &here, wished)) } }
        }
        (onward_pager(&pen, after.map(|_| start.as_str()), more.as_deref()))
    };
    part(visit, &pen, Part::Watching, &[], &content)
}

fn nothing(pen: &Pen<'_>, urls: &Urls) -> Markup {
    let (title, how) = (pen.say("watching-none-title"), pen.say("watching-none"));
    let way = link_button(pen, &pen.say("watching-find"), &urls.threads(), None, Weight::Secondary);
    empty_state(pen, Icon::Eye, &title, &how, way)
}

/// A line: what it is, where it stands, and how much of it is told; a choice comes back to `here`.
fn row(pen: &Pen<'_>, urls: &Urls, here: &str, wished: &Wished) -> Markup {
    let (drawing, kind, label, href, action, of) = match &wished.of {
        WishedOf::Thread { id, title, is_own } => {
            let of = if *is_own { Of::OwnThread } else { Of::Thread };
            let href = urls.thread(*id, title);
            (Icon::Answer, "watching-thread", title, href, urls.watch_thread(*id), of)
        }
        WishedOf::Category { slug, name } => {
            let (href, action) = (urls.category(slug), urls.watch_category(slug));
            (Icon::Category, "watching-category", name, href, action, Of::Place)
        }
        WishedOf::Tag(name) => {
            let (href, action) = (urls.tag(name), urls.watch_tag(name));
            (Icon::Tag, "watching-tag", name, href, action, Of::Place)
        }
    };
    html! {
        li {
            (icon(pen, drawing))
            div.wish {
                p.wish-title dir="auto" { a href=(href) { (label) } }
                p.meta { (pen.say(kind)) }
            }
            (watch_from(pen, of, &action, wished.level, (here, label)))
        }
    }
}
