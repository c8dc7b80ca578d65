//! All tags.

use maud::html;

use super::components::{Icon, Link, breadcrumb, empty_state, list_search, pager, tag_index};
use super::layout::page_head;
use crate::store::tags::Tag;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// A page of tags, the most used first.
pub fn page(visit: &Visit, beginning: &str, number: i64, has_more: bool, tags: &[Tag]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("tags-title");
    let links: Vec<_> = tags
        .iter()
        .map(|tag| (Link::new(tag.name.clone(), urls.tag(&tag.name)), tag.thread_count))
        .collect();
    let label = pen.say("tags-find");
    let newer = (number > 0).then(|| urls.tags_page(beginning, number - 1));
    let older = has_more.then(|| urls.tags_page(beginning, number + 1));
    let content = html! {
        (breadcrumb(&pen, &[Link::new(pen.say("way-home"), urls.home())]))
        (page_head(&title, Some(&pen.say("tags-explained")), html! {}))
        (list_search(&pen, &urls.tags(), &label, beginning))
        @if links.is_empty() {
            (empty_state(&pen, Icon::Tag, &pen.say("tags-none"), &pen.say("tags-none-explained"), html! {}))
        } @else {
            (tag_index(&pen, &links))
        }
        (pager(&pen, newer.as_deref(), older.as_deref()))
    };
    let page = Page::new(title, content).description(pen.say("about-tags"));
    if beginning.is_empty() && number == 0 {
        page.canonical(visit, &urls.tags())
    } else {
        page.unlisted()
    }
}
