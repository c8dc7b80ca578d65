//! The button behind a letter's link: it makes the account, posts the question that waited, or both.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::domain::account::Viewer;
use crate::domain::ask_session::Ending;
use crate::domain::draft::{AskInput, ThreadDraft};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::subject::Subject;
use crate::domain::thread::ThreadKind;
use crate::domain::token::Token;
use crate::store::outcome::Posting;
use crate::store::sign_ups::{self, Confirmation, Waiting};
use crate::store::written::Written;
use crate::store::{Db, StoreError, ask_sessions, categories, sessions, threads, users};
use crate::web::preview::written;
use crate::web::sign_in::{agent, way_back, with_session};
use crate::web::threads::address;
use crate::web::{Fault, Reply, Visit, see_other, see_other_with, set_up, views};

/// `GET /sign-up/confirm/{token}`: shows a button, as link scanners follow links but press nothing.
pub async fn confirm_form(visit: Visit, token: Path<String>) -> Reply {
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    match waiting(&visit, &token).await? {
        Some((_, waiting)) => match (waiting.account, question_of(&waiting)) {
            (Some(_), Some(question)) => views::sign_up::kept(&visit, &waiting, &question, &visit.path),
            (_, question) => views::sign_up::confirm(&visit, &waiting, question.as_ref(), &visit.path),
        }
        .unlisted()
        .show(&visit),
        None => expired(&visit),
    }
}

/// `POST /sign-up/confirm/{token}`: makes the account, posts the question that waited, and signs in. An account that was
/// there all along only gets the question: whoever reads its letters is not signed in by it.
pub async fn confirm(visit: Visit, request: HttpRequest, token: Path<String>) -> Reply {
    // The letter stays good meanwhile.
    if set_up::is_needed(&visit).await? {
        return see_other(&visit.site.urls.set_up());
    }
    let Some((offered, waiting)) = waiting(&visit, &token).await? else {
        return expired(&visit);
    };
    let question = match waiting.question {
        Some(question) => Some(Question::read(&visit, question, waiting.ask_session).await?),
        None => None,
    };
    let (agent, now, before) = (agent(&request), visit.now, visit.session);
    let confirmed = visit.site.store.write(move |tx| {
        let (user, signs_in, back) = match sign_ups::confirm(tx, &offered, now)? {
            Confirmation::Confirmed { user, back, .. } => (user, true, back),
            Confirmation::Kept { user } => (user, false, None),
            Confirmation::AlreadyConfirmed | Confirmation::Expired => return Ok::<_, StoreError>(None),
        };
        let kept = question.map(|question| question.post(tx, user, now)).transpose()?;
        if !signs_in {
            return Ok(Some((None, kept, back)));
        }
        if let Some(before) = before {
            sessions::end(tx, before)?;
        }
        Ok(Some((Some(sessions::open(tx, user, &agent, now)?), kept, back)))
    });
    let Some((session, kept, back)) = confirmed.await? else {
        return expired(&visit);
    };
    let (notice, lost) = match session {
        Some(_) => ("question-posted", "not-posted"),
        None => ("thread-posted", "not-posted-kept"),
    };
    let answer = match kept {
        None => see_other_with(&way_back(&visit, &back.unwrap_or_default()), "address-confirmed"),
        Some(Kept::Posted(id, title)) => match address(&visit, id).await {
            // It is held, and this visit is not yet known to be its author's.
            Err(Fault::NotFound) => see_other_with(&held_at(&visit, session.is_some(), id, &title), "post-held"),
            place => see_other_with(&place?, notice),
        },
        Some(Kept::NotYet(input)) => views::sign_up::not_posted(&visit, "not-posted-yet", &input)
            .unlisted()
            .show(&visit),
        Some(Kept::NotPosted(input)) => views::sign_up::not_posted(&visit, lost, &input).unlisted().show(&visit),
    };
    match session {
        Some(session) => with_session(&visit, answer, &session),
        None => answer,
    }
}

/// Where an author who is signed in sees a question that is held; others are led to all threads.
fn held_at(visit: &Visit, is_signed_in: bool, id: ThreadId, title: &str) -> String {
    match is_signed_in {
        true => visit.site.urls.held_in(id, title),
        false => visit.site.urls.threads(),
    }
}

/// What waits behind a link that is good still.
async fn waiting(visit: &Visit, token: &str) -> Result<Option<(Token, Waiting)>, Fault> {
    let Some(offered) = Token::offered(token) else {
        return Ok(None);
    };
    let now = visit.now;
    let found = visit.site.store.read(move |db| {
        let found = sign_ups::peek(db, &offered, now)?;
        Ok::<_, StoreError>(found.map(|waiting| (offered, waiting)))
    });
    Ok(found.await?)
}

/// The question as it was typed; what cannot be read as one is its body.
fn question_of(waiting: &Waiting) -> Option<AskInput> {
    waiting.question.as_deref().map(typed)
}

fn typed(question: &str) -> AskInput {
    serde_json::from_str(question).unwrap_or_else(|_| AskInput {
        body: question.to_owned(),
        ..AskInput::default()
    })
}

/// A question that was written before signing up.
struct Question {
    input: AskInput,
    /// It serves as the key of its own form: one that was sent twice, and confirmed twice, is posted once.
    key: String,
    /// The visit to the ask form in which it was written.
    session: Option<String>,
    /// What is posted, with its rendering; `None` when its category does not take it (any more).
    ready: Option<(ThreadDraft, Written)>,
}

impl Question {
    /// Reads what was kept, as the visitor who wrote it could have posted it, and renders it before the write begins.
    async fn read(visit: &Visit, question: String, session: Option<String>) -> Result<Self, Fault> {
        let key = URL_SAFE_NO_PAD.encode(Sha256::digest(&question));
        let input = typed(&question);
        let slug = input.category.clone();
        let found =
            visit.site.store.read(
                move |db| match categories::by_slug(db, Sight::of(&Viewer::Anonymous), &slug) {
                    Ok(category) => Ok(Some(category.ask_rules())),
                    Err(StoreError::NotFound) => Ok(None),
                    Err(error) => Err(error),
                },
            );
        let rules = found.await?;
        let draft = ThreadDraft::parse(&input, rules.as_ref()).ok();
        let ready = match draft.filter(|draft| draft.kind != ThreadKind::Announcement) {
            Some(draft) => Some((draft.clone(), written(draft.body).await?)),
            None => None,
        };
        Ok(Self {
            input,
            key,
            session,
            ready,
        })
    }

    fn post(self, tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Kept, StoreError> {
        let Some((draft, body)) = self.ready else {
            return Ok(Kept::NotPosted(self.input));
        };
        let author = users::writer(tx, user, now)?;
        let sight = Sight::of(&Viewer::User(author.clone()));
        match threads::ask(tx, &author, sight, &draft, &body, &self.key, now) {
            Ok(Posting::Posted(id) | Posting::PostedBefore(id)) => {
                if let Some(session) = &self.session {
                    ask_sessions::end_known(tx, session, Ending::Posted, Subject::Thread(id), now)?;
                }
                Ok(Kept::Posted(id, self.input.title))
            }
            Ok(Posting::NotAllowed | Posting::Locked | Posting::Blocked(_)) | Err(StoreError::NotFound) => {
                Ok(Kept::NotPosted(self.input))
            }
            Ok(Posting::NotYet(_)) => Ok(Kept::NotYet(self.input)),
            Err(error) => Err(error),
        }
    }
}

/// What became of a question that was written before signing up.
enum Kept {
    Posted(ThreadId, String),
    NotPosted(AskInput),
    NotYet(AskInput),
}

/// Says that a link is too old or was used, and what to do.
fn expired(visit: &Visit) -> Reply {
    views::sign_up::expired(visit)
        .status(StatusCode::GONE)
        .unlisted()
        .show(visit)
}
