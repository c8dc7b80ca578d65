//! Signing up: the form, the letter that is on its way, and the address that is confirmed.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::extract::{Form, Query};
use super::sign_in::{Back, agent, way_back, with_session};
use super::threads::address;
use super::{Fault, Reply, Visit, see_other, see_other_with, set_up, throttle as slowness, unprocessable, views};
use crate::domain::account::Viewer;
use crate::domain::draft::{AskInput, ThreadDraft};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::problem::Problems;
use crate::domain::sight::Sight;
use crate::domain::sign_up::{SignUpDraft, SignUpInput};
use crate::domain::token::Token;
use crate::store::outcome::Posting;
use crate::store::sign_ups::{self, Begun, Confirmation, NewSignUp};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::written::Written;
use crate::store::{Db, StoreError, categories, sessions, threads, users};
use crate::urls::is_local_path;

/// The fields of the sign-up form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignUpForm {
    name: String,
    email: String,
    password: String,
    #[serde(default)]
    back: String,
    #[serde(default)]
    agreed: String,
}

/// `GET /sign-up`
pub async fn form(visit: Visit, back: Query<Back>) -> Reply {
    let back = &back.0.back;
    if visit.viewer.user().is_some() {
        return see_other(&way_back(&visit, back));
    }
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    views::sign_up::page(&visit, &SignUpInput::default(), back, &[]).show(&visit)
}

/// `POST /sign-up`
pub async fn sign_up(visit: Visit, request: HttpRequest, form: Form<SignUpForm>) -> Reply {
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    let SignUpForm {
        name,
        email,
        password,
        back,
        agreed,
    } = form.0;
    let input = SignUpInput {
        name,
        email,
        password,
        agreed,
    };
    let mut problems = Problems::none();
    let Some(draft) = SignUpDraft::parse(&input, &visit.site.settings().documents, &mut problems) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::sign_up::page(&visit, &input, &back, &problems));
    };
    match begin(&visit, &request, draft, None, &back).await? {
        Beginning::LetterSent => see_other(&visit.site.urls.sign_up_sent()),
        Beginning::Closed => views::sign_up::page(&visit, &input, &back, &[])
            .status(StatusCode::FORBIDDEN)
            .show(&visit),
        Beginning::NameTaken => {
            let problems = [views::problem(&visit, "name", "problem-name-taken")];
            unprocessable(&visit, views::sign_up::page(&visit, &input, &back, &problems))
        }
        Beginning::Wait(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            slowness::slow_down(&visit, views::sign_up::page(&visit, &input, &back, &problems), wait)
        }
    }
}

/// How a sign-up began, as far as the visitor may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// A letter is on its way; which one, the owner of the address will see.
    LetterSent,
    /// Somebody else has that name.
    NameTaken,
    /// Too many letters were asked for; not before this long.
    Wait(Duration),
    /// The forum takes no sign-ups.
    Closed,
}

/// Begins a sign-up, perhaps with the question that was written first: also the last step of asking as a visitor.
///
/// `back` is where confirming leads when no question waits; what is no path of this site is forgotten.
pub async fn begin(
    visit: &Visit,
    request: &HttpRequest,
    draft: SignUpDraft,
    question: Option<&AskInput>,
    back: &str,
) -> Result<Beginning, Fault> {
    let (site, now) = (&visit.site, visit.now);
    if !site.settings().sign_up_is_open || set_up::is_needed(visit).await? {
        return Ok(Beginning::Closed);
    }
    let question = question.map(serde_json::to_string).transpose();
    let question = question.map_err(|error| Fault::Broken(error.to_string()))?;
    let SignUpDraft {
        name,
        email,
        password,
        agreed,
    } = draft;
    let network = slowness::network(visit, request);
    let (to, from) = (email.clone(), network.clone());
    let counted = site
        .store
        .write(move |tx| throttle::attempt(tx, &[Subject::LettersTo(&to), Subject::LettersFrom(&from)], now));
    if let Trying::Wait(wait) = counted.await.map_err(|error: StoreError| error)? {
        return Ok(Beginning::Wait(wait));
    }
    let password_hash = site.passwords.hash(password).await?;
    let new = NewSignUp {
        name,
        email,
        password_hash,
        question,
        back: is_local_path(back).then(|| back.to_owned()),
        language: visit.chosen,
        agreed,
    };
    let begun = site.store.write(move |tx| {
        let begun = sign_ups::begin(tx, &new, now)?;
        if begun == Begun::NameTaken {
            throttle::take_back(tx, &Subject::LettersTo(&new.email))?;
            throttle::take_back(tx, &Subject::LettersFrom(&network))?;
        }
        Ok::<_, StoreError>(begun)
    });
    Ok(match begun.await? {
        Begun::Started | Begun::AlreadyRegistered => Beginning::LetterSent,
        Begun::NameTaken => Beginning::NameTaken,
    })
}

/// `GET /sign-up/sent`
pub async fn sent(visit: Visit) -> Reply {
    views::sign_up::sent(&visit).unlisted().show(&visit)
}

/// `GET /sign-up/confirm/{token}`: shows a button, as link scanners follow links but press nothing.
pub async fn confirm_form(visit: Visit, token: Path<String>) -> Reply {
    let Some(offered) = Token::offered(&token) else {
        return expired(&visit);
    };
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    let now = visit.now;
    let waiting = visit.site.store.read(move |db| sign_ups::peek(db, &offered, now));
    match waiting.await.map_err(|error: StoreError| error)? {
        Some(waiting) => views::sign_up::confirm(&visit, &waiting, &visit.path)
            .unlisted()
            .show(&visit),
        None => expired(&visit),
    }
}

/// `POST /sign-up/confirm/{token}`: makes the account, posts the question that waited, and signs in.
pub async fn confirm(visit: Visit, request: HttpRequest, token: Path<String>) -> Reply {
    let Some(offered) = Token::offered(&token) else {
        return expired(&visit);
    };
    // The letter stays good meanwhile.
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    let (agent, now, before) = (agent(&request), visit.now, visit.session);
    let confirmed = visit.site.store.write(move |tx| {
        let Confirmation::Confirmed { user, question, back } = sign_ups::confirm(tx, &offered, now)? else {
            return Ok::<_, StoreError>(None);
        };
        if let Some(before) = before {
            sessions::end(tx, before)?;
        }
        let kept = question.map(|question| post_question(tx, user, &question, now));
        Ok(Some((sessions::open(tx, user, &agent, now)?, kept.transpose()?, back)))
    });
    let Some((session, question, back)) = confirmed.await? else {
        return expired(&visit);
    };
    let answer = match question {
        None => see_other_with(&way_back(&visit, &back.unwrap_or_default()), "address-confirmed"),
        Some(Kept::Posted(id)) => see_other_with(&address(&visit, id).await?, "question-posted"),
        Some(Kept::NotPosted(input)) => views::sign_up::not_posted(&visit, &input).unlisted().show(&visit),
    };
    with_session(&visit, answer, &session)
}

/// What became of a question that was written before signing up.
enum Kept {
    Posted(ThreadId),
    NotPosted(AskInput),
}

/// The question itself serves as the key of its form: one that was sent twice, and confirmed twice, is posted once.
fn post_question(tx: &mut Db, user: UserId, question: &str, now: DateTime<Utc>) -> Result<Kept, StoreError> {
    let Ok(input) = serde_json::from_str::<AskInput>(question) else {
        let body = question.to_owned();
        return Ok(Kept::NotPosted(AskInput {
            body,
            ..AskInput::default()
        }));
    };
    let author = users::find(tx, user)?;
    let sight = Sight::of(&Viewer::User(author.clone()));
    let category = match categories::by_slug(tx, sight, &input.category) {
        Ok(category) => Some(category.ask_rules()),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error),
    };
    let Ok(draft) = ThreadDraft::parse(&input, category.as_ref()) else {
        return Ok(Kept::NotPosted(input));
    };
    let body = Written::body(&draft.body);
    let key = URL_SAFE_NO_PAD.encode(Sha256::digest(question));
    Ok(match threads::ask(tx, &author, sight, &draft, &body, &key, now)? {
        Posting::Posted(id) | Posting::PostedBefore(id) => Kept::Posted(id),
        Posting::NotAllowed | Posting::Locked => Kept::NotPosted(input),
    })
}

/// Says that a link is too old or was used, and what to do.
fn expired(visit: &Visit) -> Reply {
    views::sign_up::expired(visit)
        .status(StatusCode::GONE)
        .unlisted()
        .show(visit)
}
