//! Choosing the language of pages and letters.

use actix_web::cookie::time::Duration as CookieAge;
use actix_web::cookie::{Cookie, SameSite};
use serde::Deserialize;

use super::extract::Form;
use super::visit::LANGUAGE_COOKIE;
use super::{Fault, Reply, Visit, see_other};
use crate::domain::language::Language;
use crate::store::{StoreError, users};
use crate::urls::is_local_path;

/// What the form sends to leave the language to the browser.
pub const UNCHOSEN: &str = "browser";

/// How long browsers keep the choice.
const COOKIE_AGE: CookieAge = CookieAge::days(365);

/// The language that was pressed, or [`UNCHOSEN`]; and the page to come back to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageForm {
    language: String,
    #[serde(default)]
    back: String,
}

/// `POST /language`: for this browser, and, for somebody who is signed in, wherever they read.
pub async fn choose(visit: Visit, form: Form<LanguageForm>) -> Reply {
    let LanguageForm { language, back } = form.0;
    let chosen = match language.as_str() {
        UNCHOSEN => None,
        code => Some(Language::parse(code).ok_or(Fault::Malformed("malformed-form"))?),
    };
    if let Some(user) = visit.viewer.user().filter(|user| user.language != chosen) {
        let id = user.id;
        let kept = visit.site.store.write(move |tx| users::choose_language(tx, id, chosen));
        kept.await.map_err(|error: StoreError| error)?;
    }
    let home = visit.site.urls.home();
    let mut response = see_other(if is_local_path(&back) { &back } else { &home })?;
    response
        .add_cookie(&cookie(&visit, chosen))
        .map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(response)
}

fn cookie(visit: &Visit, chosen: Option<Language>) -> Cookie<'static> {
    let mut cookie = Cookie::build(LANGUAGE_COOKIE, chosen.map_or("", Language::code))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visit.site.urls.is_secure())
        .max_age(COOKIE_AGE)
        .finish();
    if chosen.is_none() {
        cookie.make_removal();
    }
    cookie
}
