//! Compresses what is text, and says what an answer depends on.

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Bytes;

use crate::web::cache::Keepable;
use crate::web::encoding::{Effort, Encoding, SMALLEST};

/// What is text, and gets smaller; streams of events are none of them, as they must not wait.
const TEXTS: &[&str] = &[
    "text/html",
    "text/plain",
    "text/css",
    "text/xml",
    "text/javascript",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/manifest+json",
    "image/svg+xml",
];

/// Compresses an answer of text that is not compressed yet: quickly for one reader, well for what is kept.
pub async fn compressed(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let answered = next.call(request).await?.map_into_boxed_body();
    if !is_text(answered.headers()) || answered.headers().contains_key(header::CONTENT_ENCODING) {
        return Ok(answered);
    }
    let effort = match answered.response().extensions().get::<Keepable>() {
        Some(_) => Effort::Often,
        None => Effort::Once,
    };
    let encoding = Encoding::choose(answered.request().headers(), effort);
    let (request, response) = answered.into_parts();
    Ok(ServiceResponse::new(request, packed(response, encoding, effort)))
}

fn packed(mut response: HttpResponse, encoding: Encoding, effort: Effort) -> HttpResponse {
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let (response, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(body) => body,
        Err(body) => return response.set_body(body),
    };
    let smaller = (body.len() >= SMALLEST).then(|| encoding.pack(&body, effort)).flatten();
    match (smaller, encoding.header()) {
        (Some(smaller), Some(name)) => {
            let mut response = response.set_body(BoxBody::new(Bytes::from(smaller)));
            response.headers_mut().insert(header::CONTENT_ENCODING, name);
            response
        }
        _ => response.set_body(BoxBody::new(body)),
    }
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default();
    TEXTS.contains(&kind.trim())
}
