//! Visitors without an account, told apart by a random cookie of 30 days, and nothing else.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::{Fault, Reply, Site};
use crate::domain::token::Token;

/// How long a visitor is known.
const MEMORY: Duration = Duration::days(30);

/// The token of whoever asks, when their browser has one.
pub fn known(site: &Site, request: &HttpRequest) -> Option<Token> {
    let cookie = request.cookie(cookie_name(site));
    cookie.and_then(|cookie| Token::offered(cookie.value()))
}

/// Gives a browser its token along with an answer.
pub fn remembered(site: &Site, token: &Token, answer: Reply) -> Reply {
    let mut response = answer?;
    let cookie = Cookie::build(cookie_name(site), token.reveal())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.urls.is_secure())
        .max_age(MEMORY)
        .finish();
    let added = response.add_cookie(&cookie);
    added.map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(response)
}

/// The name of the cookie: bound to the host when browsers come by TLS.
fn cookie_name(site: &Site) -> &'static str {
    if site.urls.is_secure() {
        "__Host-visitor"
    } else {
        "visitor"
    }
}
