//! Answers anonymous readers from what is kept, and keeps what handlers say may be kept.

use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, EntityTag, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpResponse};

use crate::web::cache::{Keepable, Kept, Key, Moment, Turn};
use crate::web::conditional::{knows, name_of};
use crate::web::encoding::{Effort, Encoding};
use crate::web::visit::{NOTICE_COOKIE, language, session_cookie_name};
use crate::web::{Site, seen, upkeep};

/// Answers from what is kept, when the reader is anonymous and this node knows all that they have seen; else asks on,
/// and keeps the answer when its handler says that it may be. Whoever asks for what is being made waits for it a while.
pub async fn cached(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let began = Instant::now();
    let Some(site) = request.app_data::<Data<Site>>().cloned() else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if !request.method().is_safe() {
        return Ok(seen::told(next.call(request).await?.map_into_boxed_body(), &site));
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    upkeep::take_settings_as_seen(&site, seen::up_to(request.request())).await;
    let Some(key) = key(&request, &site) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if let Some(kept) = site.pages.find(&key) {
        return Ok(give(&site, &kept, request, began));
    }
    let turn = site.pages.take_turn(&key).await;
    // While others were waited for, this node may have fallen behind.
    let is_worth_a_look = matches!(turn, Turn::LookAgain) && site.pages.may_answer(seen::up_to(request.request()));
    if let Some(kept) = is_worth_a_look.then(|| site.pages.find(&key)).flatten() {
        return Ok(give(&site, &kept, request, began));
    }
    let born = site.pages.moment();
    let answered = next.call(request).await?.map_into_boxed_body();
    Ok(remember(&site, key, born, answered))
}

/// Answers with what is kept, as a view of what it shows.
fn give(site: &Site, kept: &Kept, request: ServiceRequest, began: Instant) -> ServiceResponse<BoxBody> {
    if let Some(viewed) = kept.keepable.viewed {
        site.views.count(request.request(), viewed, None, None);
    }
    let response = answer(kept, &request);
    site.metrics.count_kept(&kept.route, response.status(), began.elapsed());
    request.into_response(response)
}

/// The key of a request that may be answered from what is kept.
fn key(request: &ServiceRequest, site: &Site) -> Option<Key> {
    if !site.pages.may_answer(seen::up_to(request.request())) {
        return None;
    }
    let has = |name| request.cookie(name).is_some();
    if request.headers().contains_key(header::COOKIE) && (has(session_cookie_name(site)) || has(NOTICE_COOKIE)) {
        return None;
    }
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let encoding = Encoding::choose(request.headers(), Effort::Often);
    Some(Key::new(address, language(request.request(), site), encoding))
}

/// Keeps an answer, and gives it a name by which the reader can ask whether it is still the same.
fn remember(site: &Site, key: Key, born: Moment, answered: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let keepable = answered.response().extensions().get::<Keepable>().copied();
    let (Some(keepable), StatusCode::OK) = (keepable, answered.status()) else {
        return answered;
    };
    let route = answered.request().match_pattern().unwrap_or_else(|| "none".to_owned());
    let (request, response) = answered.into_parts();
    let (response, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(body) => body,
        Err(body) => return ServiceResponse::new(request, response.set_body(body)),
    };
    let header = |name| response.headers().get(name).cloned();
    let (Some(content_type), Some(cache_control)) = (header(header::CONTENT_TYPE), header(header::CACHE_CONTROL))
    else {
        return ServiceResponse::new(request, response.set_body(BoxBody::new(body)));
    };
    let kept = Kept {
        tag: EntityTag::new_strong(name_of(&body)),
        body,
        content_type,
        content_encoding: header(header::CONTENT_ENCODING),
        content_language: header(header::CONTENT_LANGUAGE),
        cache_control,
        route,
        keepable,
        born,
        made_at: Instant::now(),
    };
    let response = answer(&kept, &request);
    site.pages.keep(key, kept);
    ServiceResponse::new(request, response)
}

/// The answer as it is kept, or the word that the reader has it already.
fn answer(kept: &Kept, request: &impl HttpMessage) -> HttpResponse {
    let is_known = request.headers().contains_key(header::IF_NONE_MATCH) && knows(request, &kept.tag);
    let status = if is_known {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    let mut response = HttpResponse::new(status);
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::try_from(kept.tag.to_string()) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, kept.cache_control.clone());
    headers.insert(
        header::VARY,
        HeaderValue::from_static("accept-encoding, accept-language, cookie"),
    );
    if let Some(language) = &kept.content_language {
        headers.insert(header::CONTENT_LANGUAGE, language.clone());
    }
    if is_known {
        return response;
    }
    headers.insert(header::CONTENT_TYPE, kept.content_type.clone());
    if let Some(encoding) = &kept.content_encoding {
        headers.insert(header::CONTENT_ENCODING, encoding.clone());
    }
    response.set_body(BoxBody::new(kept.body.clone()))
}
