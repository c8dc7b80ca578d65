//! One request of one viewer: who looks, in which language, and what they were just told.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};

use super::{Fault, Site};
use crate::domain::account::{User, Viewer};
use crate::domain::id::SessionId;
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::domain::token::Token;
use crate::store::{StoreError, sessions, users};
use crate::text::phrases::Phrases;

/// The name of the cookie that carries what a page was just told.
pub const NOTICE_COOKIE: &str = "notice";

/// One request of one viewer.
#[derive(Clone)]
pub struct Visit {
    /// The parts of the site.
    pub site: Data<Site>,
    /// Whoever looks.
    pub viewer: Viewer,
    /// The session by which we know them.
    pub session: Option<SessionId>,
    /// The phrases of their language.
    pub phrases: Phrases,
    /// The moment of the request.
    pub now: DateTime<Utc>,
    /// The path and query that were asked for.
    pub path: String,
    /// The key of what they were just told, if anything.
    pub notice: Option<String>,
}

/// A visit by somebody who is signed in; others are led to the sign-in page.
pub struct SignedIn {
    /// The visit.
    pub visit: Visit,
    /// The person.
    pub user: User,
}

/// A visit by a moderator or an administrator.
pub struct Moderator(pub SignedIn);

/// A visit by an administrator.
pub struct Administrator(pub SignedIn);

impl Visit {
    /// What this viewer may see.
    pub fn sight(&self) -> Sight {
        Sight::of(&self.viewer)
    }

    /// The phrase of this key.
    pub fn say(&self, key: &str) -> String {
        self.phrases.say(key)
    }

    async fn load(request: HttpRequest) -> Result<Self, Fault> {
        if let Some(visit) = request.extensions().get::<Visit>() {
            return Ok(visit.clone());
        }
        let site = request
            .app_data::<Data<Site>>()
            .cloned()
            .ok_or(Fault::Broken("no site".to_owned()))?;
        let found = signed_in(&request, &site).await;
        let (session, viewer) = match found {
            Ok(Some((session, user))) => (Some(session), Viewer::User(user)),
            Ok(None) => (None, Viewer::Anonymous),
            Err(error) => return Err(error),
        };
        let visit = Self::of(&request, site, viewer, session);
        request.extensions_mut().insert(visit.clone());
        Ok(visit)
    }

    /// A visit by nobody in particular, for pages that must be shown even when the database does not answer.
    pub fn anonymous(request: &HttpRequest, site: Data<Site>) -> Self {
        Self::of(request, site, Viewer::Anonymous, None)
    }

    fn of(request: &HttpRequest, site: Data<Site>, viewer: Viewer, session: Option<SessionId>) -> Self {
        let accepted = request
            .headers()
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let settings = site.settings();
        let phrases = match accepted {
            Some(accepted) => site.languages.choose(accepted),
            None => site.languages.choose(&settings.language),
        };
        let notice = request.cookie(NOTICE_COOKIE).map(|cookie| cookie.value().to_owned());
        // Only what a page of ours would have put there; asking for any other phrase would be noted as missing.
        let notice = notice.filter(|key| key.len() < 64 && phrases.has(&format!("notice-{key}")));
        let path = request
            .uri()
            .path_and_query()
            .map_or("/", |path| path.as_str())
            .to_owned();
        let now = site.clock.now();
        Self {
            site,
            viewer,
            session,
            phrases,
            now,
            path,
            notice,
        }
    }
}

/// The name of the session's cookie: bound to the host when browsers come by TLS.
pub fn session_cookie_name(site: &Site) -> &'static str {
    if site.urls.is_secure() {
        "__Host-session"
    } else {
        "session"
    }
}

async fn signed_in(request: &HttpRequest, site: &Data<Site>) -> Result<Option<(SessionId, User)>, Fault> {
    let offered = request
        .cookie(session_cookie_name(site))
        .and_then(|cookie| Token::offered(cookie.value()));
    let Some(token) = offered else { return Ok(None) };
    let (hash, now) = (token.hash(), site.clock.now());
    let found = site.store.read(move |db| users::find_signed_in(db, &hash, now)).await?;
    if let Some(found) = found.as_ref().filter(|found| found.is_due) {
        touch_later(site.clone(), found.session, now);
    }
    Ok(found.map(|found| (found.session, found.user)))
}

/// Writes down that a session is in use, at most once an hour, without letting the page wait for it.
fn touch_later(site: Data<Site>, session: SessionId, now: DateTime<Utc>) {
    actix_web::rt::spawn(async move {
        let touched = site
            .store
            .write::<_, StoreError>(move |tx| sessions::touch(tx, session, now))
            .await;
        if let Err(error) = touched {
            tracing::debug!(%error, "a session could not be touched");
        }
    });
}

impl FromRequest for Visit {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Visit::load(request.clone()))
    }
}

impl FromRequest for SignedIn {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::load(request.clone()).await?;
            match visit.viewer.user().cloned() {
                Some(user) => Ok(SignedIn { visit, user }),
                None => Err(Fault::SignInNeeded(
                    visit.site.urls.sign_in_and_return(&way_back(&request)),
                )),
            }
        })
    }
}

/// Where somebody is led back to after signing in: the page itself, or, after a form, the page that held it.
fn way_back(request: &HttpRequest) -> String {
    let is_safe = request.method().is_safe();
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    if is_safe {
        return path.to_owned();
    }
    let referer = request
        .headers()
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok());
    let referer = referer.and_then(|text| url::Url::parse(text).ok());
    referer.map_or_else(
        || "/".to_owned(),
        |url| url[url::Position::BeforePath..url::Position::AfterQuery].to_owned(),
    )
}

impl FromRequest for Moderator {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move { at_least(signed_in.await?, Role::Moderator).map(Moderator) })
    }
}

impl FromRequest for Administrator {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move { at_least(signed_in.await?, Role::Admin).map(Administrator) })
    }
}

fn at_least(signed_in: SignedIn, role: Role) -> Result<SignedIn, Fault> {
    if signed_in.user.role >= role {
        Ok(signed_in)
    } else {
        Err(Fault::Forbidden)
    }
}
