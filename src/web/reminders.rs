//! What an asker answers to a reminder, by the links of its letter: which answer solved the question, or that none did.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::extract::Form;
use super::preview::written;
use super::signed::{discreet, holder, show, thread_of};
use super::views::components::Problem;
use super::{Fault, Reply, Visit, newcomers, screened, see_other_with, views};
use crate::domain::account::User;
use crate::domain::body::Body;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::problem::Problems;
use crate::domain::signed_link::LinkPurpose;
use crate::store::reminders::{self, Denying, Settling, Whereabouts};
use crate::store::signed_links::Holder;
use crate::store::written::Written;
use crate::store::{StoreError, consents};

/// Which answer solved it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SolvedForm {
    #[serde(default)]
    answer: String,
}

/// What still does not work; may be empty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotWorkingForm {
    #[serde(default)]
    body: String,
}

/// `GET /letters/solved/{token}`: changes nothing, however often it is followed.
pub async fn solved_form(visit: Visit, token: Path<String>) -> Reply {
    match holder(&visit, LinkPurpose::Solved, &token).await? {
        Ok(holder) => solved_page(&visit, &holder, "", &[]).await,
        Err(dead) => Ok(dead),
    }
}

/// `POST /letters/solved/{token}`: accepts an answer for its asker.
pub async fn solved(visit: Visit, token: Path<String>, form: Form<SolvedForm>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::Solved, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let answer = form.0.answer;
    let Ok(id) = answer.parse::<ReplyId>() else {
        let problem = views::problem(&visit, "answer", "problem-answer");
        return solved_page(&visit, &holder, &answer, &[problem]).await;
    };
    let (thread, now) = (question_of(LinkPurpose::Solved, &holder)?, visit.now);
    let asker = holder.user.clone();
    let settling = visit
        .site
        .store
        .write(move |tx| reminders::solved(tx, &asker, thread, id, now));
    match settling.await.map_err(|error: StoreError| error)? {
        Settling::Settled => discreet(see_other_with(&visit.path, "reminder-solved")),
        Settling::NoSuchAnswer => {
            let problem = views::problem(&visit, "answer", "problem-answer");
            solved_page(&visit, &holder, &answer, &[problem]).await
        }
        // The page says what is so by now.
        Settling::SettledBefore | Settling::Frozen | Settling::Gone => solved_page(&visit, &holder, "", &[]).await,
    }
}

/// `GET /letters/not-working/{token}`: changes nothing, however often it is followed.
pub async fn not_working_form(visit: Visit, token: Path<String>) -> Reply {
    match holder(&visit, LinkPurpose::NotWorking, &token).await? {
        Ok(holder) => not_working_page(&visit, &holder, "", &[]).await,
        Err(dead) => Ok(dead),
    }
}

/// `POST /letters/not-working/{token}`: posts what the asker wrote, or notes that it still does not work.
pub async fn not_working(visit: Visit, token: Path<String>, form: Form<NotWorkingForm>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::NotWorking, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let typed = form.0.body;
    let body = match read(&visit, &holder.user, &typed).await? {
        Ok(body) => body,
        Err(problems) => return not_working_page(&visit, &holder, &typed, &problems).await,
    };
    let (thread, now) = (question_of(LinkPurpose::NotWorking, &holder)?, visit.now);
    let (asker, key) = (holder.user.clone(), form_key(&token));
    let denying = visit
        .site
        .store
        .write(move |tx| reminders::not_working(tx, &asker, thread, body.as_ref(), &key, now));
    match denying.await.map_err(|error: StoreError| error)? {
        Denying::Noted => discreet(see_other_with(&visit.path, "reminder-not-working")),
        Denying::Blocked(words) => {
            let problem = screened::problem(&visit, "body", &words);
            not_working_page(&visit, &holder, &typed, &[problem]).await
        }
        Denying::NotYet(limit) => {
            let problem = newcomers::problem(&visit, "body", limit);
            not_working_page(&visit, &holder, &typed, &[problem]).await
        }
        // The page says what is so by now.
        Denying::SaidBefore | Denying::Frozen | Denying::Gone => not_working_page(&visit, &holder, &typed, &[]).await,
    }
}

/// The text, rendered; nothing when none was written. Posting asks for what posting anywhere asks for.
async fn read(visit: &Visit, asker: &User, typed: &str) -> Result<Result<Option<Written>, Vec<Problem>>, Fault> {
    if typed.trim().is_empty() {
        return Ok(Ok(None));
    }
    let mut problems = Problems::none();
    let Some(body) = problems.keep("body", Body::parse(typed)) else {
        return Ok(Err(views::problems(visit, &problems)));
    };
    let (user, asked) = (asker.id, visit.site.settings().documents.asked());
    let owes = visit.site.store.read(move |db| consents::is_due(db, user, &asked));
    if owes.await.map_err(|error: StoreError| error)? {
        return Ok(Err(vec![views::problem(visit, "body", "problem-consent-owed")]));
    }
    Ok(Ok(Some(written(body).await?)))
}

/// One link posts one text, however often its form is sent.
fn form_key(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

fn question_of(purpose: LinkPurpose, holder: &Holder) -> Result<ThreadId, Fault> {
    thread_of(purpose, &holder.link).ok_or(Fault::NotFound)
}

async fn whereabouts(visit: &Visit, purpose: LinkPurpose, holder: &Holder) -> Result<Whereabouts, Fault> {
    let (asker, thread) = (holder.user.clone(), question_of(purpose, holder)?);
    let found = visit.site.store.read(move |db| reminders::question(db, &asker, thread));
    Ok(found.await.map_err(|error: StoreError| error)?)
}

async fn solved_page(visit: &Visit, holder: &Holder, chosen: &str, problems: &[Problem]) -> Reply {
    let question = whereabouts(visit, LinkPurpose::Solved, holder).await?;
    let page = views::reminders::solved(visit, &question, chosen, problems);
    show(visit, page.status(status_of(question.takes_answer(), problems)))
}

async fn not_working_page(visit: &Visit, holder: &Holder, typed: &str, problems: &[Problem]) -> Reply {
    let question = whereabouts(visit, LinkPurpose::NotWorking, holder).await?;
    let page = views::reminders::not_working(visit, &question, typed, problems);
    show(visit, page.status(status_of(question.takes_denial(), problems)))
}

/// A form that is shown again has something to mend; where none is taken any more, nothing is wrong with what came.
fn status_of(takes_form: bool, problems: &[Problem]) -> StatusCode {
    match problems {
        [_, ..] if takes_form => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    }
}
