//! The second step of signing in: a code of an app, or a recovery code, after the password.
//!
//! Between both steps the browser keeps a secret of ten minutes, which opens nothing but this page.

use actix_web::cookie::time::Duration as CookieAge;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::extract::{Form, Query};
use super::page::Page;
use super::sign_in::{Back, add_cookie, agent, way_back, with_session};
use super::views::components::Problem;
use super::{Fault, Reply, Site, Visit, see_other, see_other_with, throttle as slowness, unprocessable, views};
use crate::domain::id::UserId;
use crate::domain::second_factor::OfferedCode;
use crate::domain::token::Token;
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::second_factors;
use crate::store::{StoreError, sessions};

/// How long the browser keeps the secret.
const AGE: CookieAge = CookieAge::minutes(10);

/// The fields of the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeForm {
    code: String,
    #[serde(default)]
    back: String,
}

/// `GET /sign-in/code`
pub async fn form(visit: Visit, request: HttpRequest, back: Query<Back>) -> Reply {
    if visit.viewer.user().is_some() {
        return see_other(&way_back(&visit, &back.0.back));
    }
    match begun(&visit, &request).await? {
        Some(_) => shown(&visit, &back.0.back, &[]).show(&visit).map(unkept),
        None => see_other(&visit.site.urls.sign_in_and_return(&back.0.back)),
    }
}

/// `POST /sign-in/code`: as slow after failures as the password is.
pub async fn complete(visit: Visit, request: HttpRequest, form: Form<CodeForm>) -> Reply {
    let CodeForm { code, back } = form.0;
    if visit.viewer.user().is_some() {
        return see_other(&way_back(&visit, &back));
    }
    let Some((token, user)) = begun(&visit, &request).await? else {
        return see_other_with(&visit.site.urls.sign_in_and_return(&back), "second-step-over");
    };
    let (place, network) = (agent(&request), slowness::network(&visit, &request));
    let (offered, now) = (OfferedCode::parse(&code), visit.now);
    let tried = visit.site.store.write(move |tx| {
        let subjects = [Subject::SecondFactor(user), Subject::Network(&network)];
        if let Trying::Wait(wait) = throttle::attempt(tx, &subjects, now)? {
            return Ok::<_, StoreError>(Trial::Wait(wait));
        }
        let is_good = match &offered {
            Some(code) => second_factors::complete(tx, &token, user, code, now)?,
            None => false,
        };
        if !is_good {
            return Ok(Trial::Wrong);
        }
        let [theirs, of_network] = &subjects;
        throttle::clear(tx, theirs)?;
        throttle::take_back(tx, of_network)?;
        sessions::open(tx, user, &place, now).map(Trial::In)
    });
    match tried.await? {
        Trial::In(session) => {
            let answer = with_session(&visit, see_other(&way_back(&visit, &back)), &session);
            with_step(&visit, answer, None)
        }
        Trial::Wrong => {
            let problems = [views::problem(&visit, "code", "second-step-wrong")];
            unprocessable(&visit, shown(&visit, &back, &problems))
        }
        Trial::Wait(wait) => {
            let problems = [slowness::problem(&visit, "code", wait)];
            slowness::slow_down(&visit, shown(&visit, &back, &problems), wait)
        }
    }
}

/// How a code was taken.
enum Trial {
    In(Token),
    Wrong,
    Wait(chrono::Duration),
}

/// Leads a browser whose password was right to this page.
pub(super) fn begin(visit: &Visit, step: &Token, back: &str) -> Reply {
    let answer = see_other(&visit.site.urls.sign_in_code_and_return(back));
    with_step(visit, answer, Some(step))
}

/// Who gave their password in this browser, with its secret.
async fn begun(visit: &Visit, request: &HttpRequest) -> Result<Option<(Token, UserId)>, Fault> {
    let cookie = request.cookie(cookie_name(&visit.site));
    let Some(token) = cookie.and_then(|cookie| Token::offered(cookie.value())) else {
        return Ok(None);
    };
    let now = visit.now;
    let found = visit.site.store.read(move |db| {
        let user = second_factors::step(db, &token, now)?;
        Ok::<_, StoreError>(user.map(|user| (token, user)))
    });
    Ok(found.await?)
}

fn shown(visit: &Visit, back: &str, problems: &[Problem]) -> Page {
    views::second_step::page(visit, back, problems)
}

/// Gives the browser the secret of the step, or takes it back.
fn with_step(visit: &Visit, answer: Reply, step: Option<&Token>) -> Reply {
    let mut response = answer?;
    let mut cookie = Cookie::build(
        cookie_name(&visit.site),
        step.map(Token::reveal).unwrap_or_default().to_owned(),
    )
    .path("/")
    .http_only(true)
    .same_site(SameSite::Lax)
    .secure(visit.site.urls.is_secure())
    .max_age(AGE)
    .finish();
    if step.is_none() {
        cookie.make_removal();
    }
    add_cookie(&mut response, &cookie)?;
    Ok(response)
}

fn cookie_name(site: &Site) -> &'static str {
    if site.urls.is_secure() {
        "__Host-second-step"
    } else {
        "second-step"
    }
}

/// What no browser keeps.
pub(super) fn unkept(mut response: HttpResponse) -> HttpResponse {
    let no_store = HeaderValue::from_static("private, no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    response
}
