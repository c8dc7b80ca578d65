//! The page of a fault: what happened, what to do, and ways out.

use maud::html;

use super::components::{Icon, Link, Weight, link_button};
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// The page of the fault with this key.
pub fn page(visit: &Visit, key: &str) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = visit.say(&format!("fault-{key}-title"));
    let urls = &visit.site.urls;
    let ways = [
        Link::new(visit.say("fault-way-threads"), urls.threads()),
        Link::new(visit.say("fault-way-home"), urls.home()),
    ];
    let content = html! {
        article.fault {
            h1 { (title) }
            p { (visit.say(&format!("fault-{key}"))) }
            p.ways {
                @for way in &ways { (link_button(&pen, &way.label, &way.href, None::<Icon>, Weight::Secondary)) " " }
            }
        }
    };
    Page::new(title, content).unlisted()
}
