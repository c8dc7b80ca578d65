//! Waiting for a question without an account: an address is left, and one letter tells that it is resolved.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::extract::{Form, Id};
use super::signed::show;
use super::{Fault, Reply, Visit, throttle as slowness, unprocessable, views};
use crate::domain::email::EmailAddress;
use crate::domain::id::ThreadId;
use crate::domain::problem::Problems;
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::awaitings::{self, Awaiting};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::{StoreError, threads};

/// The field of the form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressForm {
    email: String,
}

/// What the button of the page behind a link says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordForm {
    #[serde(default)]
    withdraw: bool,
}

/// `GET /threads/{id}/-/tell-me`
pub async fn form(visit: Visit, id: Id<ThreadId>) -> Reply {
    let question = question(&visit, id.0).await?;
    views::awaitings::form(&visit, &question, "", &[]).show(&visit)
}

/// `POST /threads/{id}/-/tell-me`: a letter asks whether the owner of the address wants to be told. The answer is the same whoever
/// that is.
pub async fn ask(visit: Visit, id: Id<ThreadId>, request: HttpRequest, form: Form<AddressForm>) -> Reply {
    let (typed, question) = (form.0.email, question(&visit, id.0).await?);
    if question.2 == Standing::Resolved {
        return views::awaitings::form(&visit, &question, &typed, &[]).show(&visit);
    }
    let mut problems = Problems::none();
    let Some(email) = problems.keep("email", EmailAddress::parse(&typed)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::awaitings::form(&visit, &question, &typed, &problems));
    };
    let (network, now, language) = (slowness::network(&visit, &request), visit.now, visit.chosen);
    let thread = question.0;
    let asked = visit.site.store.write(move |tx| {
        let subjects = [Subject::LettersTo(&email), Subject::LettersFrom(&network)];
        let trying = throttle::attempt(tx, &subjects, now)?;
        if trying == Trying::GoAhead {
            awaitings::ask(tx, thread, &email, language, now)?;
        }
        Ok::<_, StoreError>(trying)
    });
    match asked.await? {
        Trying::GoAhead => views::digests::letter_sent(&visit, "tell-me-sent-title", "tell-me-sent")
            .unlisted()
            .show(&visit),
        Trying::Wait(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            slowness::slow_down(
                &visit,
                views::awaitings::form(&visit, &question, &typed, &problems),
                wait,
            )
        }
    }
}

/// The question that everybody sees, with its title and where it stands.
async fn question(visit: &Visit, id: ThreadId) -> Result<(ThreadId, String, Standing), Fault> {
    let found = visit
        .site
        .store
        .read(move |db| threads::outline(db, Sight::public(), id));
    let outline = found.await.map_err(|error: StoreError| error)?;
    match outline.kind {
        ThreadKind::Question => Ok((id, outline.title, outline.standing)),
        _ => Err(Fault::NotFound),
    }
}

/// `GET /letters/tell-me/{token}`: changes nothing; says where it stands, with one button.
pub async fn word_form(visit: Visit, token: Path<String>) -> Reply {
    match holder(&visit, &token).await? {
        Some(awaiting) => show(&visit, views::awaitings::word(&visit, &awaiting)),
        None => forgotten(&visit, StatusCode::GONE),
    }
}

/// `POST /letters/tell-me/{token}`: they want to be told, or not any more.
pub async fn word(visit: Visit, token: Path<String>, form: Form<WordForm>) -> Reply {
    let Some(awaiting) = holder(&visit, &token).await? else {
        return forgotten(&visit, StatusCode::GONE);
    };
    let (now, is_withdrawn) = (visit.now, form.0.withdraw);
    let said = awaiting.clone();
    let written = visit.site.store.write(move |tx| match is_withdrawn {
        true => awaitings::forget(tx, said.id),
        false => awaitings::confirm(tx, &said, now),
    });
    written.await.map_err(|error: StoreError| error)?;
    if is_withdrawn {
        return forgotten(&visit, StatusCode::OK);
    }
    let awaiting = Awaiting {
        is_confirmed: true,
        ..awaiting
    };
    show(&visit, views::awaitings::word(&visit, &awaiting))
}

async fn holder(visit: &Visit, token: &str) -> Result<Option<Awaiting>, Fault> {
    let (token, now) = (token.to_owned(), visit.now);
    let found = visit.site.store.read(move |db| awaitings::holder(db, &token, now));
    Ok(found.await.map_err(|error: StoreError| error)?)
}

fn forgotten(visit: &Visit, status: StatusCode) -> Reply {
    show(visit, views::awaitings::forgotten(visit).status(status))
}
