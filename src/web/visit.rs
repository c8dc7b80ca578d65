//! One request of one viewer: who looks, in which language, and what they were just told.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};

use super::{Fault, Site, desk};
use crate::domain::account::{User, Viewer};
use crate::domain::grant::Grants;
use crate::domain::id::SessionId;
use crate::domain::language::Language;
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::domain::token::Token;
use crate::store::notifications::Unread;
use crate::store::restraints::{self, Restraint};
use crate::store::{StoreError, consents, notifications, proposals, sessions, users};
use crate::text::phrases::Phrases;

/// The name of the cookie that carries what a page was just told.
pub const NOTICE_COOKIE: &str = "notice";

/// The name of the cookie that carries the language that was chosen in a browser.
pub const LANGUAGE_COOKIE: &str = "language";

/// One request of one viewer.
#[derive(Clone)]
pub struct Visit {
    /// The parts of the site.
    pub site: Data<Site>,
    /// Whoever looks.
    pub viewer: Viewer,
    /// The session by which we know them.
    pub session: Option<SessionId>,
    /// Whether they have yet to agree to a newer version of the terms or the like: reading goes on, posting waits.
    pub owes_consent: bool,
    /// The phrases of their language.
    pub phrases: Phrases,
    /// The language that they chose, by their setting or in this browser, if they did.
    pub chosen: Option<Language>,
    /// The moment of the request.
    pub now: DateTime<Utc>,
    /// The path and query that were asked for.
    pub path: String,
    /// The path and query of the page that they look at: of this one, or, after a form, of the one that held it.
    pub back: String,
    /// The key of what they were just told, if anything.
    pub notice: Option<String>,
    /// Whether nothing is sent to their address, as letters came back from it.
    pub letters_are_paused: bool,
    /// Whether their role asks for a second factor that they do not have: until then they may what members may.
    pub owes_second_factor: bool,
    /// For those who write articles: how many proposals wait for a decision.
    pub waiting_proposals: Option<i64>,
    /// For those who have a desk: how many cases, and people, wait for a decision.
    pub waiting_cases: Option<i64>,
    /// For whoever is signed in: what they were told and have not read.
    pub unread: Option<Unread>,
    /// For whoever is signed in: what there is of theirs.
    pub having: users::Having,
    /// What a moderator said to them that they are to be told on every page.
    pub pressing: Vec<Restraint>,
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

/// A visit by a moderator, an administrator, or somebody of the staff.
pub struct ModeratorOrStaff(pub SignedIn);

/// A visit by somebody who may read reports.
pub struct ReportReader(pub Visit);

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

    /// How much of what they were told is unread.
    pub fn unread_count(&self) -> i64 {
        self.unread.as_ref().map_or(0, Unread::count)
    }

    /// The visit of a request; the same one however often it is asked for.
    pub async fn of_request(request: HttpRequest) -> Result<Self, Fault> {
        if let Some(visit) = request.extensions().get::<Visit>() {
            return Ok(visit.clone());
        }
        let site = request
            .app_data::<Data<Site>>()
            .cloned()
            .ok_or(Fault::Broken("no site".to_owned()))?;
        let visit = match signed_in(&request, &site).await? {
            None => Self::of(&request, site, Viewer::Anonymous, None),
            Some((found, owing)) => Self {
                letters_are_paused: found.letters_are_paused,
                owes_second_factor: owing.second_factor,
                owes_consent: owing.consent,
                waiting_proposals: owing.proposals,
                waiting_cases: owing.cases,
                unread: Some(owing.unread),
                pressing: owing.pressing,
                having: found.having,
                ..Self::of(&request, site, Viewer::User(found.user), Some(found.session))
            },
        };
        request.extensions_mut().insert(visit.clone());
        Ok(visit)
    }

    /// A visit by nobody in particular, for pages that must be shown even when the database does not answer.
    pub fn anonymous(request: &HttpRequest, site: Data<Site>) -> Self {
        Self::of(request, site, Viewer::Anonymous, None)
    }

    fn of(request: &HttpRequest, site: Data<Site>, viewer: Viewer, session: Option<SessionId>) -> Self {
        let chosen = viewer.user().and_then(|user| user.language).or_else(|| chosen(request));
        let phrases = site.languages.speak(chosen.unwrap_or_else(|| unchosen(request, &site)));
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
            owes_consent: false,
            phrases,
            chosen,
            now,
            path,
            back: way_back(request),
            notice,
            letters_are_paused: false,
            owes_second_factor: false,
            waiting_proposals: None,
            waiting_cases: None,
            unread: None,
            having: users::Having::default(),
            pressing: Vec::new(),
        }
    }
}

/// The language in which a request of nobody in particular is answered: the one chosen in this browser, else the one that
/// the browser asks for, else the forum's. Whoever is signed in may have chosen another.
pub fn language(request: &HttpRequest, site: &Site) -> Language {
    chosen(request).unwrap_or_else(|| unchosen(request, site))
}

/// The language that was chosen in this browser; a cookie that names none of ours says nothing.
fn chosen(request: &HttpRequest) -> Option<Language> {
    request
        .cookie(LANGUAGE_COOKIE)
        .and_then(|cookie| Language::parse(cookie.value()))
}

fn unchosen(request: &HttpRequest, site: &Site) -> Language {
    let accepted = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    accepted
        .and_then(|accepted| site.languages.suiting(accepted))
        .or_else(|| Language::parse(&site.settings().language))
        .unwrap_or(Language::English)
}

/// The name of the session's cookie: bound to the host when browsers come by TLS.
pub fn session_cookie_name(site: &Site) -> &'static str {
    if site.urls.is_secure() {
        "__Host-session"
    } else {
        "session"
    }
}

/// What waits for somebody: whether a second factor that their role asks for, whether a consent, for
/// those who write articles how many decisions, how much to read, and what a moderator said.
struct Owing {
    second_factor: bool,
    consent: bool,
    proposals: Option<i64>,
    cases: Option<i64>,
    unread: Unread,
    pressing: Vec<Restraint>,
}

/// Whoever is signed in, and what waits for them.
async fn signed_in(request: &HttpRequest, site: &Data<Site>) -> Result<Option<(users::SignedIn, Owing)>, Fault> {
    let offered = request
        .cookie(session_cookie_name(site))
        .and_then(|cookie| Token::offered(cookie.value()));
    let Some(token) = offered else { return Ok(None) };
    let (hash, now) = (token.hash(), site.clock.now());
    let (asked, duty) = (site.settings().documents.asked(), site.settings().second_factor);
    let reading = site.clone();
    let found = site.store.read(move |db| {
        let Some(mut found) = users::find_signed_in(db, &hash, now)? else {
            return Ok::<_, StoreError>(None);
        };
        let second_factor = duty.is_for(found.user.role) && !found.having.has_second_factor;
        if second_factor {
            // What administrators have everywhere is theirs again once they have a second factor.
            if found.user.role == Role::Admin {
                found.user.grants = Grants::NONE;
            }
            found.user.role = Role::Member;
        }
        let consent = consents::is_due(db, found.user.id, &asked)?;
        let sight = Sight::of(&Viewer::User(found.user.clone()));
        let proposals = match found.user.writes_articles() {
            true => Some(proposals::waiting_count(db, sight)?),
            false => None,
        };
        let cases = match found.user.has_desk() {
            true => Some(desk::waiting_count(db, &found.user)?),
            false => None,
        };
        let mut unread = notifications::unread_having(db, found.user.id, sight, &found.having)?;
        unread.leave_out(&reading.readings.of(found.user.id));
        let pressing = match found.having.has_warning || found.having.is_silenced {
            true => restraints::pressing(db, found.user.id, now)?,
            false => Vec::new(),
        };
        let owing = Owing {
            second_factor,
            consent,
            proposals,
            cases,
            unread,
            pressing,
        };
        Ok(Some((found, owing)))
    });
    let found = found.await?;
    if let Some((found, _)) = found.as_ref().filter(|(found, _)| found.is_due) {
        touch_later(site.clone(), found.session, now);
    }
    Ok(found)
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
        Box::pin(Visit::of_request(request.clone()))
    }
}

impl FromRequest for SignedIn {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::of_request(request.clone()).await?;
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
pub(super) fn way_back(request: &HttpRequest) -> String {
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

impl FromRequest for ModeratorOrStaff {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            if signed_in.user.reads_reports() {
                Ok(Self(signed_in))
            } else {
                Err(refusal(&signed_in.visit))
            }
        })
    }
}

impl FromRequest for ReportReader {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visit = Visit::from_request(request, payload);
        let insider = ModeratorOrStaff::from_request(request, payload);
        Box::pin(async move {
            let visit = visit.await?;
            if visit.site.settings().reports.is_published {
                return Ok(Self(visit));
            }
            Ok(Self(insider.await?.0.visit))
        })
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

pub(super) fn at_least(signed_in: SignedIn, role: Role) -> Result<SignedIn, Fault> {
    if signed_in.user.role >= role {
        Ok(signed_in)
    } else {
        Err(refusal(&signed_in.visit))
    }
}

/// Why somebody may not: their role does not let them, or it would, with a second factor.
fn refusal(visit: &Visit) -> Fault {
    match visit.owes_second_factor {
        true => Fault::SecondFactorNeeded(visit.site.urls.second_factor()),
        false => Fault::Forbidden,
    }
}
