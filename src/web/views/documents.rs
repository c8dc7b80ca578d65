//! A document such as the terms.

use maud::html;

use super::components::{NoticeKind, notice, time_ago};
use super::layout::{narrow, page_head};
use crate::domain::document::Document;
use crate::store::documents::Version;
use crate::text::excerpt::excerpt_of_html;
use crate::web::Visit;
use crate::web::page::{Page, pen};

/// One version of a document, and where the others are.
pub fn page(visit: &Visit, document: Document, shown: &Version) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say(&format!("document-{document}"));
    let is_in_force = visit
        .site
        .settings()
        .documents
        .iter()
        .any(|one| one.document == document);
    let before = shown.version - 1;
    let content = narrow(html! {
        (page_head(&title, None, html! {}))
        @if let Some(at) = shown.replaced_at {
            (notice(&pen, NoticeKind::Warning, html! {
                p {
                    (pen.say("document-replaced")) " " (time_ago(&pen, at)) ". "
                    @if is_in_force { a href=(urls.document(document, None)) { (pen.say("document-newest")) } }
                }
            }))
        }
        // The headings of a text begin at the third level.
        h2.unseen { (pen.tell("document-version", &[("version", shown.version.into())])) }
        div.prose dir="auto" { (shown.html) }
        p.meta.document-version {
            (pen.tell("document-version", &[("version", shown.version.into())])) " · " (time_ago(&pen, shown.published_at))
            @if before > 0 {
                " · " a href=(urls.document(document, Some(before))) { (pen.say("document-before")) }
            }
        }
    });
    Page::new(title, content).description(excerpt_of_html(&shown.html, 160))
}
