//! How a text will look, as a fragment for the script of the editor.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::extract::Form;
use super::{Reply, Visit};
use crate::domain::body::LONGEST_BODY;
use crate::text::markdown;
use crate::web::Fault;

/// The text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviewForm {
    body: String,
}

/// `POST /preview`: rendering is work, so it happens off the async threads.
pub async fn show(_visit: Visit, form: Form<PreviewForm>) -> Reply {
    let body = form.0.body;
    if body.len() > LONGEST_BODY {
        return Err(Fault::TooLarge);
    }
    let shown = actix_web::web::block(move || markdown::render(&body)).await;
    let shown = shown.map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(shown.into_string()))
}
