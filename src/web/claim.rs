//! Claiming an imported account by an administrator's link: the person gives an address, and a letter does the rest.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::extract::Form;
use super::{Reply, Visit, throttle as slowness, unprocessable, views};
use crate::domain::email::EmailAddress;
use crate::domain::problem::Problems;
use crate::domain::token::{Purpose, Token};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::tokens::{self, Errand};
use crate::store::users::passwords::{self, Claiming};
use crate::store::{StoreError, users};

/// The field of the form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimForm {
    email: String,
    #[serde(default)]
    agreed: String,
}

/// `GET /claim/{token}`
pub async fn form(visit: Visit, token: Path<String>) -> Reply {
    match claimed_name(&visit, &token).await? {
        Some(name) => views::claim::page(&visit, &name, "", &[]).unlisted().show(&visit),
        None => expired(&visit),
    }
}

/// `POST /claim/{token}`: a letter goes to the address, whoever has it.
pub async fn claim(visit: Visit, request: HttpRequest, token: Path<String>, form: Form<ClaimForm>) -> Reply {
    let (Some(offered), Some(name)) = (Token::offered(&token), claimed_name(&visit, &token).await?) else {
        return expired(&visit);
    };
    let ClaimForm { email: typed, agreed } = form.0;
    let mut problems = Problems::none();
    let email = problems.keep("email", EmailAddress::parse(&typed));
    let agreed = problems.keep("agreed", visit.site.settings().documents.parse_agreed(&agreed));
    let (Some(email), Some(agreed)) = (email, agreed) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::claim::page(&visit, &name, &typed, &problems));
    };
    let (network, now) = (slowness::network(&visit, &request), visit.now);
    let claimed = visit.site.store.write(move |tx| {
        let subjects = [Subject::LettersTo(&email), Subject::LettersFrom(&network)];
        Ok::<_, StoreError>(match throttle::attempt(tx, &subjects, now)? {
            Trying::Wait(wait) => Err(wait),
            Trying::GoAhead => Ok(passwords::claim(tx, &offered, &email, agreed.as_ref(), now)?),
        })
    });
    match claimed.await? {
        Ok(Claiming::LetterSent) => views::claim::sent(&visit).unlisted().show(&visit),
        Ok(Claiming::Expired) => expired(&visit),
        Err(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            slowness::slow_down(&visit, views::claim::page(&visit, &name, &typed, &problems), wait)
        }
    }
}

async fn claimed_name(visit: &Visit, token: &str) -> Result<Option<String>, StoreError> {
    let Some(offered) = Token::offered(token) else {
        return Ok(None);
    };
    let now = visit.now;
    let found = visit.site.store.read(
        move |db| match tokens::peek(db, Purpose::ClaimAccount, &offered, now)? {
            Some(Errand::ClaimAccount(user)) => users::find(db, user).map(|user| Some(user.name)),
            _ => Ok::<_, StoreError>(None),
        },
    );
    found.await
}

fn expired(visit: &Visit) -> Reply {
    views::claim::expired(visit)
        .status(StatusCode::GONE)
        .unlisted()
        .show(visit)
}
