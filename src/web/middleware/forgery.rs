//! A form posts from this site or not at all: decided by what the browser says of the request, so no token can be forgotten.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::urls::is_of_letter;
use crate::web::visit::session_cookie_name;
use crate::web::{Fault, Site};

/// Refuses unsafe methods that come from elsewhere.
pub async fn forgery(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(site) = request.app_data::<Data<Site>>().cloned() else {
        return Err(Fault::Forged.into());
    };
    let has_session = request.cookie(session_cookie_name(&site)).is_some();
    let is_proven = is_of_letter(request.path()) && tells_nothing(request.headers());
    if !is_proven && !passes(request.method(), request.headers(), &site.urls.origin(), has_session) {
        return Ok(request.error_response(Fault::Forged).map_into_boxed_body());
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// `Sec-Fetch-Site` decides; without it `Origin` must be ours; without both only a request without a session passes.
pub fn passes(method: &Method, headers: &HeaderMap, our_origin: &str, has_session: bool) -> bool {
    if method.is_safe() {
        return true;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match headers.get(header::ORIGIN) {
        Some(origin) => origin.as_bytes() == our_origin.as_bytes(),
        None => !has_session,
    }
}

/// Whether a request does not say where it comes from, as those of pages that tell nobody where they stand. Behind a letter's
/// link that is enough: the address proves who sends it, nobody else knows it, and no session is asked.
pub fn tells_nothing(headers: &HeaderMap) -> bool {
    let origin = headers.get(header::ORIGIN);
    !headers.contains_key("sec-fetch-site") && origin.is_none_or(|origin| origin == "null")
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn post(pairs: &[(&str, &str)], has_session: bool) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(
                HeaderName::try_from(*name).unwrap(),
                HeaderValue::from_str(value).unwrap(),
            );
        }
        passes(&Method::POST, &headers, "https://forum.example.com", has_session)
    }

    #[test]
    fn a_page_that_hides_where_it_stands_tells_nothing() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            let named = |(name, value): &(&'static str, &'static str)| {
                (HeaderName::from_static(name), HeaderValue::from_static(value))
            };
            pairs.iter().map(named).collect::<HeaderMap>()
        };
        assert!(tells_nothing(&headers(&[])) && tells_nothing(&headers(&[("origin", "null")])));
        assert!(!tells_nothing(&headers(&[("origin", "https://evil.example")])));
        assert!(!tells_nothing(&headers(&[
            ("origin", "null"),
            ("sec-fetch-site", "cross-site")
        ])));
    }

    #[test]
    fn only_our_own_pages_post_with_a_session() {
        assert!(post(&[("sec-fetch-site", "same-origin")], true));
        assert!(post(&[("sec-fetch-site", "none")], true));
        assert!(!post(&[("sec-fetch-site", "same-site")], true));
        assert!(!post(&[("sec-fetch-site", "cross-site")], false));
        assert!(!post(
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://forum.example.com")
            ],
            true
        ));
        assert!(post(&[("origin", "https://forum.example.com")], true));
        assert!(!post(&[("origin", "https://evil.example")], false));
        assert!(!post(&[("origin", "null")], true));
        assert!(!post(&[], true));
        assert!(post(&[], false));
        assert!(passes(&Method::GET, &HeaderMap::new(), "", true));
    }
}
