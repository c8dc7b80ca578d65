//! What each figure means, exactly.

use maud::{Markup, html};

use crate::domain::figure::Figure;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::Pen;
use crate::web::views::layout::page_head;

/// The page: each figure at the place to which the reports lead.
pub fn definitions(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let title = pen.say("definitions-title");
    let content = html! {
        (page_head(&title, Some(&pen.say("definitions-about")), html! {}))
        section.report.prose {
            h2 { (pen.say("definitions-common")) }
            @for key in ["definitions-who", "definitions-period", "definitions-people", "definitions-imported", "definitions-staff"] {
                p { (pen.say(key)) }
            }
        }
        @for figure in Figure::ALL { (definition(&pen, *figure)) }
        p { a href=(visit.site.urls.reports()) { (pen.say("definitions-back")) } }
    };
    Page::new(title, content).unlisted()
}

fn definition(pen: &Pen<'_>, about: Figure) -> Markup {
    html! {
        section.report.prose id=(about) {
            h2 { (pen.say(&format!("figure-{about}"))) }
            p { (pen.say(&format!("definition-{about}"))) }
            p.hint { (pen.say(&format!("reproduced-{about}"))) }
        }
    }
}
