//! Terms, privacy and imprint, as an administrator writes them.

use actix_web::web::Path;
use serde::Deserialize;

use crate::domain::document::{Document, DocumentText};
use crate::domain::problem::Problems;
use crate::store::documents::{self, Draft, Publishing, Version};
use crate::store::written::Written;
use crate::store::{StoreError, settings};
use crate::web::extract::Sent;
use crate::web::preview::previewed;
use crate::web::views::admin::documents as pages;
use crate::web::views::components::Problem;
use crate::web::{Administrator, Fault, Reply, Visit, see_other_with, unprocessable, views};

/// The fields of the form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentForm {
    /// The Markdown.
    #[serde(default)]
    pub body: String,
    /// The version that the writer saw; 0 when there was none.
    pub after: i64,
    /// Whether people with an account are asked to agree.
    #[serde(default)]
    pub asks_consent: bool,
}

/// `GET /admin/documents`
pub async fn list(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    pages::list(&visit).show(&visit)
}

/// `GET /admin/documents/{document}`
pub async fn form(admin: Administrator, name: Path<String>) -> Reply {
    let (visit, document) = (admin.0.visit, named(&name)?);
    let form = match newest(&visit, document).await? {
        Some(newest) => DocumentForm {
            body: newest.markdown,
            after: newest.version,
            asks_consent: false,
        },
        None => DocumentForm {
            body: String::new(),
            after: 0,
            asks_consent: false,
        },
    };
    pages::form(&visit, document, &form, &[], None).show(&visit)
}

/// `POST /admin/documents/{document}/preview`: the form again, with how the text will look.
pub async fn preview(sent: Sent<Administrator, DocumentForm>, name: Path<String>) -> Reply {
    let Sent(admin, form) = sent;
    let (visit, document) = (admin.0.visit, named(&name)?);
    match previewed(&form.body).await? {
        Ok(shown) => pages::form(&visit, document, &form, &[], Some(&shown)).show(&visit),
        Err(problems) => again(&visit, document, &form, &views::problems(&visit, &problems)),
    }
}

/// `POST /admin/documents/{document}`: every change is a version of its own, and the old ones stay readable.
pub async fn publish(sent: Sent<Administrator, DocumentForm>, name: Path<String>) -> Reply {
    let Sent(admin, form) = sent;
    let (user, visit, document) = (admin.0.user, admin.0.visit, named(&name)?);
    let mut problems = Problems::none();
    let Some(text) = problems.keep("body", DocumentText::parse(&form.body)) else {
        return again(&visit, document, &form, &views::problems(&visit, &problems));
    };
    let written = {
        let text = text.clone();
        let written = actix_web::web::block(move || Written::document(&text)).await;
        written.map_err(|error| Fault::Broken(error.to_string()))?
    };
    let draft = Draft {
        document,
        after: form.after,
        text,
        written,
        asks_consent: form.asks_consent && document.is_agreed_to(),
    };
    let now = visit.now;
    let published = visit.site.store.write(move |tx| {
        let published = documents::publish(tx, &draft, user.id, now)?;
        Ok((published, settings::load(tx)?))
    });
    let (published, settings) = published.await.map_err(|error: StoreError| error)?;
    let list = visit.site.urls.admin_documents();
    match published {
        Publishing::Published(_) => {
            visit.site.take_settings(settings);
            see_other_with(&list, "document-published")
        }
        Publishing::Unchanged => see_other_with(&list, "document-unchanged"),
        Publishing::Outrun => {
            let problems = [views::problem(&visit, "body", "problem-document-outrun")];
            let seen = newest(&visit, document).await?.map_or(0, |newest| newest.version);
            let form = DocumentForm { after: seen, ..form };
            again(&visit, document, &form, &problems)
        }
    }
}

async fn newest(visit: &Visit, document: Document) -> Result<Option<Version>, Fault> {
    let found = visit.site.store.read(move |db| documents::find(db, document, None));
    match found.await {
        Ok(found) => Ok(Some(found)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn named(name: &str) -> Result<Document, Fault> {
    Document::parse(name).ok_or(Fault::NotFound)
}

fn again(visit: &Visit, document: Document, form: &DocumentForm, problems: &[Problem]) -> Reply {
    unprocessable(visit, pages::form(visit, document, form, problems, None))
}
