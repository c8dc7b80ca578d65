//! Asking people to agree to the documents of the forum.

use maud::{Markup, html};

use super::components::{Icon, Pen, Weight, icon, submit_button};
use super::going_on::going_on;
use super::layout::{narrow, page_head};
use crate::domain::document::Documents;
use crate::web::Visit;
use crate::web::consent::FIELD;
use crate::web::page::{Page, pen};

/// The box of a sign-up form; nothing when there is nothing to agree to.
pub fn agree_box(visit: &Visit, pen: &Pen<'_>, agreed: &str, problem: Option<&str>) -> Markup {
    let documents = &visit.site.settings().documents;
    let Some(agreement) = documents.agreement().map(|agreement| agreement.to_string()) else {
        return html! {};
    };
    html! {
        div.field.choice.agree.invalid[problem.is_some()] {
            input type="checkbox" id="agreed" name="agreed" value=(agreement) checked[agreed == agreement] required
                aria-describedby=[problem.map(|_| "agreed-problem")] aria-invalid=[problem.map(|_| "true")];
            label for="agreed" { (pen.say("agree-label")) " " (links(visit, pen, documents)) }
            @if let Some(problem) = problem {
                p.problem id="agreed-problem" {
                    (icon(pen, Icon::Alert)) span.unseen { (pen.say("field-problem")) " " } (problem)
                }
            }
        }
    }
}

/// The documents side by side; each opens beside the form, so that nothing typed is lost.
fn links(visit: &Visit, pen: &Pen<'_>, documents: &Documents) -> Markup {
    html! {
        @for (place, one) in documents.to_agree().enumerate() {
            @if place > 0 { (pen.say("agree-joint")) }
            a href=(visit.site.urls.document(one.document, None)) target="_blank" rel="noopener" {
                (pen.say(&format!("document-{}", one.document)))
            }
        }
    }
}

/// The notice on every page of somebody who owes a consent; nobody is kept from reading.
pub fn banner(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let documents = &visit.site.settings().documents;
    let Some(agreement) = documents.agreement().filter(|_| visit.owes_consent) else {
        return html! {};
    };
    html! {
        section.notice.consent aria-label=(pen.say("consent-title")) {
            (icon(pen, Icon::Info))
            div.notice-words {
                p { strong { (pen.say("consent-title")) } " " (pen.say("consent-about")) " " (links(visit, pen, documents)) }
                form method="post" action=(visit.site.urls.consent()) {
                    input type="hidden" name="agreed" value=(agreement);
                    (submit_button(&pen.say("consent-button"), Weight::Secondary))
                }
            }
        }
    }
}

/// The question before something is posted, with all that was typed along.
pub fn before_posting(visit: &Visit, fields: &[(String, String)]) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let documents = &visit.site.settings().documents;
    let agreement = documents.agreement().map(|agreement| agreement.to_string());
    let title = pen.say("consent-before-title");
    let hidden: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .chain(agreement.iter().map(|agreement| (FIELD, agreement.as_str())))
        .collect();
    let content = narrow(html! {
        (page_head(&title, Some(&pen.say("consent-before-about")), html! {}))
        p { (links(visit, &pen, documents)) }
        (going_on(&visit.path, &hidden, submit_button(&pen.say("consent-before-button"), Weight::Primary)))
        p.hint { (pen.say("consent-before-back")) }
    });
    Page::new(title, content)
}
