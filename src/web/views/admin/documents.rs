//! The pages by which terms, privacy and imprint are written.

use maud::html;

use super::{Part, column, part};
use crate::domain::document::Document;
use crate::text::SafeHtml;
use crate::web::Visit;
use crate::web::admin::documents::DocumentForm;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Column, Editor, Field, Problem, Weight, check_box, editor, error_summary, link_button, post_form, problem_with,
    submit_button, table,
};
use crate::web::views::layout::page_head;

/// The documents, each with its version.
pub fn list(visit: &Visit) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (urls, settings) = (&visit.site.urls, visit.site.settings());
    let title = pen.say("admin-documents");
    let (name, state, change) = (
        pen.say("document-column"),
        pen.say("document-state"),
        pen.say("document-change"),
    );
    let columns = [Column::words(&name), Column::words(&state), Column::buttons(&change)];
    let rows: Vec<_> = Document::ALL
        .iter()
        .map(|document| {
            let in_force = settings.documents.iter().find(|one| one.document == *document);
            vec![
                html! { (pen.say(&format!("document-{document}"))) },
                html! {
                    @if let Some(one) = in_force {
                        a href=(urls.document(*document, None)) { (pen.tell("document-version", &[("version", one.version.into())])) }
                    } @else {
                        (pen.say("document-none"))
                    }
                },
                link_button(&pen, &change, &urls.admin_document(*document), None, Weight::Secondary),
            ]
        })
        .collect();
    let content = html! {
        (page_head(&title, Some(&pen.say("admin-documents-about")), html! {}))
        (table(&title, &columns, &rows))
    };
    part(visit, &pen, Part::Documents, &title, &content)
}

/// The form of one document.
pub fn form(
    visit: &Visit,
    document: Document,
    form: &DocumentForm,
    problems: &[Problem],
    preview: Option<&SafeHtml>,
) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say(&format!("document-{document}"));
    let (label, hint) = (pen.say("document-text"), pen.say("document-text-hint"));
    let (asks, asks_hint) = (pen.say("document-asks"), pen.say("document-asks-hint"));
    let after = form.after.to_string();
    let field = Field {
        value: &form.body,
        hint: Some(&hint),
        problem: problem_with(problems, "body"),
        optional: true,
        ..Field::new("body", &label)
    };
    let content = column(&html! {
        (page_head(&title, None, html! {}))
        (error_summary(&pen, problems))
        (post_form(&urls.admin_document(document), &[("after", &after)], html! {
            (editor(&pen, &Editor {
                field,
                attaching: None,
                preview_action: &urls.admin_document_preview(document),
                preview_source: &urls.preview(),
                preview,
                rows: 16,
            }))
            @if document.is_agreed_to() {
                (check_box(&pen, &Field { hint: Some(&asks_hint), ..Field::new("asks_consent", &asks) }, form.asks_consent))
            }
            (submit_button(&pen.say("document-publish"), Weight::Primary))
        }))
    });
    part(visit, &pen, Part::Documents, &title, &content)
}
