//! Signing in and out.

use std::net::Ipv4Addr;

use actix_web::cookie::time::Duration as CookieAge;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::extract::{Form, Query};
use super::visit::session_cookie_name;
use super::{Reply, Site, Visit, client, see_other, see_other_with, throttle as slowness, unprocessable, views};
use crate::domain::account::Password;
use crate::domain::browser::Place;
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::problem::Problems;
use crate::domain::token::Token;
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::passwords::{Credentials, credentials};
use crate::store::{Db, StoreError, sessions};
use crate::urls::is_local_path;
use crate::web::Fault;

/// The longest that browsers keep a cookie; the session's row decides when it ends.
const COOKIE_AGE: CookieAge = CookieAge::days(400);

/// Where to go after signing in.
#[derive(Debug, Deserialize)]
pub struct Back {
    #[serde(default)]
    pub(super) back: String,
}

/// The fields of the sign-in form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInForm {
    email: String,
    password: String,
    #[serde(default)]
    back: String,
}

/// `GET /sign-in`
pub async fn form(visit: Visit, back: Query<Back>) -> Reply {
    if visit.viewer.user().is_some() {
        return see_other(&way_back(&visit, &back.0.back));
    }
    views::sign_in::page(&visit, "", &back.0.back, &[]).show(&visit)
}

/// `POST /sign-in`: unknown, unconfirmed, suspended and mistyped all get the same sentence, at the same cost.
pub async fn sign_in(visit: Visit, request: HttpRequest, form: Form<SignInForm>) -> Reply {
    let SignInForm {
        email: typed,
        password,
        back,
    } = form.0;
    let mut problems = Problems::none();
    let Some(email) = problems.keep("email", EmailAddress::parse(&typed)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::sign_in::page(&visit, &typed, &back, &problems));
    };
    let network = slowness::network(&visit, &request);
    let user = match compare(&visit, &email, &network, &password).await? {
        Comparing::Right(user) => user,
        Comparing::Wrong => {
            let problems = [views::problem(&visit, "password", "sign-in-wrong")];
            return unprocessable(&visit, views::sign_in::page(&visit, &typed, &back, &problems));
        }
        Comparing::Wait(wait) => {
            let problems = [slowness::problem(&visit, "password", wait)];
            return slowness::slow_down(&visit, views::sign_in::page(&visit, &typed, &back, &problems), wait);
        }
    };
    let (agent, now, before) = (agent(&request), visit.now, visit.session);
    let opened = visit.site.store.write(move |tx| {
        throttle::clear(tx, &Subject::Account(&email))?;
        throttle::take_back(tx, &Subject::Network(&network))?;
        if let Some(before) = before {
            sessions::end(tx, before)?;
        }
        sessions::open(tx, user, &agent, now)
    });
    let token = opened.await.map_err(|error: StoreError| error)?;
    with_session(&visit, see_other(&way_back(&visit, &back)), &token)
}

/// From which browser and network somebody signs in, for the list of one's sessions.
pub(super) fn agent(request: &HttpRequest) -> Place {
    let agent = request.headers().get(header::USER_AGENT);
    let agent = agent.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let site = request.app_data::<Data<Site>>();
    let address = site.map_or(Ipv4Addr::UNSPECIFIED.into(), |site| client::address(request, site));
    Place::of(agent, address)
}

/// Where to go after signing in: a path of this site, or home.
pub(super) fn way_back(visit: &Visit, back: &str) -> String {
    if is_local_path(back) {
        back.to_owned()
    } else {
        visit.site.urls.home()
    }
}

/// How comparing an address and a password ended.
enum Comparing {
    Right(UserId),
    Wrong,
    Wait(chrono::Duration),
}

/// Counts the try before it compares, so that many at once do not slip through.
async fn compare(visit: &Visit, email: &EmailAddress, network: &str, password: &str) -> Result<Comparing, Fault> {
    let (site, now) = (&visit.site, visit.now);
    let (mail, net) = (email.clone(), network.to_owned());
    let counted = site.store.write(move |tx| {
        let subjects = [Subject::Account(&mail), Subject::Network(&net)];
        Ok::<_, StoreError>(match throttle::attempt(tx, &subjects, now)? {
            Trying::Wait(wait) => Err(wait),
            Trying::GoAhead => Ok(credentials(tx, &mail)?),
        })
    });
    let found = match counted.await? {
        Ok(found) => found.filter(|found| !found.is_suspended),
        Err(wait) => return Ok(Comparing::Wait(wait)),
    };
    let hash = found.as_ref().and_then(|found| found.password_hash.clone());
    let compared = site
        .passwords
        .verify_or_pretend(hash, Password::offered(password))
        .await;
    let (email, network) = (email.clone(), network.to_owned());
    let give_back = move |tx: &mut Db| {
        throttle::take_back(tx, &Subject::Account(&email))?;
        throttle::take_back(tx, &Subject::Network(&network))
    };
    let is_right = slowness::made(visit, compared, give_back).await?;
    Ok(match found {
        Some(Credentials { user, .. }) if is_right => Comparing::Right(user),
        _ => Comparing::Wrong,
    })
}

/// `POST /sign-out`: the row goes, and the cookie with it.
pub async fn sign_out(visit: Visit) -> Reply {
    if let Some(session) = visit.session {
        let ended = visit.site.store.write(move |tx| sessions::end(tx, session));
        ended.await.map_err(|error: StoreError| error)?;
    }
    without_session(&visit, see_other_with(&visit.site.urls.home(), "signed-out"))
}

/// Takes the session's secret from the browser, along with where it goes next.
pub(super) fn without_session(visit: &Visit, answer: Reply) -> Reply {
    let mut response = answer?;
    let mut cookie = session_cookie(&visit.site, "");
    cookie.make_removal();
    add_cookie(&mut response, &cookie)?;
    Ok(response)
}

/// Gives the browser the session's secret, along with where it goes next.
pub(super) fn with_session(visit: &Visit, answer: Reply, token: &Token) -> Reply {
    let mut response = answer?;
    let mut cookie = session_cookie(&visit.site, token.reveal());
    cookie.set_max_age(COOKIE_AGE);
    add_cookie(&mut response, &cookie)?;
    Ok(response)
}

fn session_cookie(site: &Site, value: &str) -> Cookie<'static> {
    Cookie::build(session_cookie_name(site), value.to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.urls.is_secure())
        .finish()
}

fn add_cookie(response: &mut HttpResponse, cookie: &Cookie<'_>) -> Result<(), Fault> {
    response
        .add_cookie(cookie)
        .map_err(|error| Fault::Broken(error.to_string()))
}
