//! Signing in and out.

use std::net::Ipv4Addr;

use actix_web::cookie::time::Duration as CookieAge;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::extract::{Form, Query};
use super::visit::session_cookie_name;
use super::{
    Reply, Site, Visit, client, second_step, see_other, see_other_with, throttle as slowness, unprocessable, views,
};
use crate::domain::account::Password;
use crate::domain::browser::Place;
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::problem::Problems;
use crate::domain::restraint::RestraintKind;
use crate::domain::token::Token;
use crate::passwords::turns::Asker;
use crate::store::restraints::{self, Restraint};
use crate::store::throttle::{self, Record, Subject, Trying};
use crate::store::users::passwords::{Credentials, credentials};
use crate::store::users::second_factors;
use crate::store::{Db, StoreError, known_browsers, sessions};
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

/// `POST /sign-in`: unknown, unconfirmed and mistyped all get the same sentence, at the same cost. Whoever is suspended is told so
/// once their password is right.
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
    let place = agent(&request);
    let network = slowness::network(&visit, &request);
    let (user, tried) = match compare(&visit, email, network, &place, &password).await? {
        Comparing::Right(user, tried) => (user, tried),
        Comparing::Suspended(restraint) => {
            let page = views::sign_in::suspended(&visit, &typed, &back, restraint.as_ref());
            return unprocessable(&visit, page);
        }
        Comparing::Wrong => {
            let problems = [views::problem(&visit, "password", "sign-in-wrong")];
            return unprocessable(&visit, views::sign_in::page(&visit, &typed, &back, &problems));
        }
        Comparing::Wait(wait) => {
            let problems = [slowness::problem(&visit, "password", wait)];
            return slowness::slow_down(&visit, views::sign_in::page(&visit, &typed, &back, &problems), wait);
        }
    };
    let (now, before) = (visit.now, visit.session);
    let opened = visit.site.store.write(move |tx| {
        throttle::clear(tx, &tried.account())?;
        throttle::take_back(tx, &tried.network())?;
        if second_factors::is_on(tx, user)? {
            return second_factors::open_step(tx, user, now).map(Opened::Step);
        }
        if let Some(before) = before {
            sessions::end(tx, before)?;
        }
        sessions::open(tx, user, &place, now).map(Opened::Session)
    });
    match opened.await.map_err(|error: StoreError| error)? {
        Opened::Session(token) => with_session(&visit, see_other(&way_back(&visit, &back)), &token),
        Opened::Step(step) => second_step::begin(&visit, &step, &back),
    }
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

/// What a right password opened.
enum Opened {
    Session(Token),
    Step(Token),
}

/// How comparing an address and a password ended.
enum Comparing {
    Right(UserId, Try),
    /// It is right, and its owner may not sign in; by what, where a row says so.
    Suspended(Option<Restraint>),
    Wrong,
    Wait(chrono::Duration),
}

/// What a try to sign in is counted for.
#[derive(Clone)]
struct Try {
    email: EmailAddress,
    network: String,
    /// The network as places keep it, when the owner of the account signed in from there before: whoever guesses elsewhere
    /// does not keep them out.
    home: Option<String>,
}

impl Try {
    fn account(&self) -> Subject<'_> {
        match &self.home {
            Some(home) => Subject::AtHome(&self.email, home),
            None => Subject::Account(&self.email),
        }
    }

    fn network(&self) -> Subject<'_> {
        Subject::Network(&self.network)
    }

    fn subjects(&self) -> [Subject<'_>; 2] {
        [self.account(), self.network()]
    }
}

/// What is known before a password is compared.
struct Look {
    found: Option<Credentials>,
    tried: Try,
    standing: Result<Asker, chrono::Duration>,
}

/// Looks before it leaps: who has to wait costs one short read; who may try waits for a turn, the more the oftener they failed; and
/// only whoever has the turn is counted, before anything is compared, so that many at once do not slip through.
async fn compare(
    visit: &Visit,
    email: EmailAddress,
    network: String,
    place: &Place,
    password: &str,
) -> Result<Comparing, Fault> {
    let (site, now, place) = (&visit.site, visit.now, place.network.clone());
    let looked = site.store.read(move |db| look(db, email, network, place, now));
    let Look { found, tried, standing } = looked.await.map_err(|error: StoreError| error)?;
    let asker = match standing {
        Ok(asker) => asker,
        Err(wait) => return Ok(Comparing::Wait(wait)),
    };
    let turn = site.passwords.turn(asker).await?;
    let counting = tried.clone();
    let counted = site
        .store
        .write(move |tx| throttle::attempt(tx, &counting.subjects(), now));
    if let Trying::Wait(wait) = counted.await.map_err(|error: StoreError| error)? {
        return Ok(Comparing::Wait(wait));
    }
    let hash = found.as_ref().and_then(|found| found.password_hash.clone());
    let compared = site
        .passwords
        .verify_in_turn(turn, hash, Password::offered(password))
        .await;
    let back = tried.clone();
    let give_back = move |tx: &mut Db| {
        let mut subjects = back.subjects().into_iter();
        subjects.try_for_each(|subject| throttle::take_back(tx, &subject))
    };
    let is_right = slowness::made(visit, compared, give_back).await?;
    Ok(match found {
        Some(found) if is_right && found.is_suspended(now) => {
            let reading = site
                .store
                .read(move |db| restraints::in_force(db, found.user, RestraintKind::Suspension, now));
            Comparing::Suspended(reading.await.map_err(|error: StoreError| error)?)
        }
        Some(Credentials { user, .. }) if is_right => Comparing::Right(user, tried),
        _ => Comparing::Wrong,
    })
}

/// Whose account it is, whether its owner was here before, and how both stand.
fn look(
    db: &mut Db,
    email: EmailAddress,
    network: String,
    place: String,
    now: DateTime<Utc>,
) -> Result<Look, StoreError> {
    let found = credentials(db, &email)?;
    let is_home = match &found {
        Some(found) => known_browsers::is_known_network(db, found.user, &place)?,
        None => false,
    };
    let home = is_home.then_some(place);
    let tried = Try { email, network, home };
    let records = [
        throttle::record(db, &tried.account(), now)?,
        throttle::record(db, &tried.network(), now)?,
    ];
    let standing = match records {
        [Record::Wait(one), Record::Wait(other)] => Err(one.max(other)),
        [Record::Wait(wait), _] | [_, Record::Wait(wait)] => Err(wait),
        [Record::Failures(of_account), Record::Failures(of_network)] => Ok(Asker {
            groups: tried.subjects().iter().map(Subject::key).collect(),
            // Many people sit behind one network, and few of them are strangers.
            failures: u32::try_from(of_account + of_network / 4).unwrap_or(u32::MAX),
        }),
    };
    Ok(Look { found, tried, standing })
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

pub(super) fn add_cookie(response: &mut HttpResponse, cookie: &Cookie<'_>) -> Result<(), Fault> {
    response
        .add_cookie(cookie)
        .map_err(|error| Fault::Broken(error.to_string()))
}
