//! One's own data, and the way to the end.

use maud::html;

use super::{Part, part};
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{Problem, Weight, link_button, section_head, submit_button};

/// The button that downloads everything, and the link to closing the account.
pub fn data(visit: &Visit, problems: &[Problem]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let download = html! {
        p #download { (pen.say("data-about")) }
        (submit_button(&pen.say("data-download"), Weight::Secondary))
    };
    let content = html! {
        (section_head(&pen, &pen.say("data-title"), None))
        // Its answer is a file, so the page stays, and the form with it.
        form.form method="post" action=(urls.download_data()) novalidate data-stays { (download) }
        (section_head(&pen, &pen.say("leave-title"), None))
        p { (pen.say("leave-short")) }
        p { (link_button(&pen, &pen.say("leave-way"), &urls.close_account(), None, Weight::Danger)) }
    };
    part(visit, &pen, Part::Data, problems, &content)
}
