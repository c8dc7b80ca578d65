//! How far in the change log a browser has seen: whoever signed in or wrote is never shown an older page afterwards.
//!
//! The cookie carries the last change's transaction; a node that has not read the log so far makes the page anew.

use actix_web::HttpRequest;
use actix_web::body::BoxBody;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::ServiceResponse;

use super::Site;

/// The name of the cookie.
pub const SEEN_COOKIE: &str = "seen";

/// How long the cookie stays; by then every node that still answers from what it keeps has read further.
const LONGEST: Duration = Duration::minutes(1);

/// How far this browser has seen; a cookie that is no number counts as far ahead of everybody.
pub fn up_to(request: &HttpRequest) -> Option<i64> {
    let cookie = request.cookie(SEEN_COOKIE)?;
    Some(cookie.value().parse().unwrap_or(i64::MAX))
}

/// Tells a browser that has just written, in or out of a session, how far it has seen.
pub fn told(mut answered: ServiceResponse<BoxBody>, site: &Site) -> ServiceResponse<BoxBody> {
    if answered.status().is_client_error() || answered.status().is_server_error() {
        return answered;
    }
    let cookie = Cookie::build(SEEN_COOKIE, site.store.last_written().to_string())
        .path("/")
        .http_only(true)
        .secure(site.urls.is_secure())
        .same_site(SameSite::Lax)
        .max_age(LONGEST)
        .finish();
    if let Err(error) = answered.response_mut().add_cookie(&cookie) {
        tracing::debug!(%error, "a cookie could not be written");
    }
    answered
}
