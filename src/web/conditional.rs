//! Answers that a reader may have already: an entity tag and a time, and 304 for whoever has the same.

use std::time::SystemTime;

use actix_web::http::header::{self, EntityTag, Header, HttpDate, IfModifiedSince, IfNoneMatch};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// A body with its type, or 304 when the reader has it.
///
/// The tag is weak: the same body travels compressed or not. It outweighs the time, as HTTP asks.
pub fn conditional(
    request: &HttpRequest,
    body: String,
    content_type: &'static str,
    changed_at: Option<DateTime<Utc>>,
) -> HttpResponse {
    let tag = EntityTag::new_weak(name_of(body.as_bytes()));
    let changed_at = changed_at.map(|time| HttpDate::from(SystemTime::from(time)));
    let is_known = if request.headers().contains_key(header::IF_NONE_MATCH) {
        knows(request, &tag)
    } else {
        changed_at.is_some_and(|changed_at| has_since(request, changed_at))
    };
    let mut response = if is_known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response.insert_header((header::ETAG, tag.to_string()));
    response.insert_header((header::CACHE_CONTROL, "public, no-cache"));
    if let Some(changed_at) = changed_at {
        response.insert_header((header::LAST_MODIFIED, changed_at.to_string()));
    }
    if is_known {
        return response.finish();
    }
    response.content_type(content_type).body(body)
}

/// The name of a body for an entity tag, made of 132 bits of its hash.
pub fn name_of(body: &[u8]) -> String {
    let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(body));
    hash.get(..22).unwrap_or(&hash).to_owned()
}

/// Whether the reader says that they have what this tag names.
pub fn knows(request: &impl HttpMessage, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

fn has_since(request: &HttpRequest, changed_at: HttpDate) -> bool {
    IfModifiedSince::parse(request).is_ok_and(|since| changed_at <= since.0)
}
