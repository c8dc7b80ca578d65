//! How a text will look: as a fragment for the script of the editor, or within a form's page.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::extract::Form;
use super::{Reply, Visit};
use crate::domain::body::{Body, LONGEST_BODY};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::store::written::Written;
use crate::text::{SafeHtml, markdown};
use crate::web::Fault;

/// The text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviewForm {
    body: String,
}

/// `POST /preview`
pub async fn show(_visit: Visit, form: Form<PreviewForm>) -> Reply {
    let shown = rendered(form.0.body).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(shown.into_string()))
}

/// How a text will look; rendering is work, so it happens off the async threads.
async fn rendered(markdown: String) -> Result<SafeHtml, Fault> {
    if markdown.len() > LONGEST_BODY {
        return Err(Fault::TooLarge);
    }
    let shown = actix_web::web::block(move || markdown::render(&markdown)).await;
    shown.map_err(|error| Fault::Broken(error.to_string()))
}

/// The same of a form's field `body`, or that it is too long to be shown and posted.
pub async fn previewed(markdown: &str) -> Result<Result<SafeHtml, Problems>, Fault> {
    if markdown.len() > LONGEST_BODY {
        let long = TextFault::with_limit("problem-body-long", LONGEST_BODY as i64 / 1024);
        let mut problems = Problems::none();
        problems.keep::<()>("body", Err(long));
        return Ok(Err(problems));
    }
    rendered(markdown.to_owned()).await.map(Ok)
}

/// A body with what it is rendered to, made off the async threads and before any transaction.
pub async fn written(body: Body) -> Result<Written, Fault> {
    let written = actix_web::web::block(move || Written::body(&body)).await;
    written.map_err(|error| Fault::Broken(error.to_string()))
}
