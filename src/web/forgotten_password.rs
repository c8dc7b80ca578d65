//! A forgotten password: a letter is asked for, and another password is chosen through it.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::extract::Form;
use super::sign_in::{agent, with_session};
use super::{Reply, Visit, see_other_with, throttle as slowness, unprocessable, views};
use crate::domain::account::Password;
use crate::domain::email::EmailAddress;
use crate::domain::job::Job;
use crate::domain::problem::Problems;
use crate::domain::token::{Purpose, Token};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::passwords::{self, Resetting};
use crate::store::users::second_factors;
use crate::store::{StoreError, jobs, sessions, tokens};

/// The field of the form that asks for a letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForgottenForm {
    email: String,
}

/// The field of the form that chooses a password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResetForm {
    password: String,
}

/// `GET /forgotten-password`
pub async fn form(visit: Visit) -> Reply {
    views::forgotten_password::page(&visit, "", &[]).show(&visit)
}

/// `POST /forgotten-password`: answers the same whether or not the address has an account; a job finds out.
pub async fn ask(visit: Visit, request: HttpRequest, form: Form<ForgottenForm>) -> Reply {
    let typed = form.0.email;
    let mut problems = Problems::none();
    let Some(email) = problems.keep("email", EmailAddress::parse(&typed)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::forgotten_password::page(&visit, &typed, &problems));
    };
    let (network, now) = (slowness::network(&visit, &request), visit.now);
    let asked = visit.site.store.write(move |tx| {
        let subjects = [Subject::LettersTo(&email), Subject::LettersFrom(&network)];
        let trying = throttle::attempt(tx, &subjects, now)?;
        if trying == Trying::GoAhead {
            let email = email.as_str().to_owned();
            jobs::enqueue(tx, &Job::ForgottenPassword { email }, now)?;
        }
        Ok::<_, StoreError>(trying)
    });
    match asked.await? {
        Trying::GoAhead => views::forgotten_password::sent(&visit).unlisted().show(&visit),
        Trying::Wait(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            slowness::slow_down(&visit, views::forgotten_password::page(&visit, &typed, &problems), wait)
        }
    }
}

/// `GET /reset-password/{token}`
pub async fn reset_form(visit: Visit, token: Path<String>) -> Reply {
    match is_good(&visit, &token).await? {
        true => views::forgotten_password::choose(&visit, &visit.path, &[])
            .unlisted()
            .show(&visit),
        false => expired(&visit),
    }
}

/// `POST /reset-password/{token}`: sets the password, ends every session, and begins a new one.
pub async fn reset(visit: Visit, request: HttpRequest, token: Path<String>, form: Form<ResetForm>) -> Reply {
    let Some(offered) = Token::offered(&token) else {
        return expired(&visit);
    };
    if !is_good(&visit, &token).await? {
        return expired(&visit);
    }
    let mut problems = Problems::none();
    let Some(password) = problems.keep("password", Password::choose(&form.0.password)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(
            &visit,
            views::forgotten_password::choose(&visit, &visit.path, &problems),
        );
    };
    let hash = visit.site.passwords.hash(password).await?;
    let (agent, now) = (agent(&request), visit.now);
    let done = visit
        .site
        .store
        .write(move |tx| match passwords::reset(tx, &offered, &hash, now)? {
            // Whoever reads the letters of an account need not have its second factor.
            Resetting::Done(user) if second_factors::is_on(tx, user)? => Ok(Some(None)),
            Resetting::Done(user) => sessions::open(tx, user, &agent, now).map(|session| Some(Some(session))),
            Resetting::Expired => Ok::<_, StoreError>(None),
        });
    match done.await? {
        Some(None) => see_other_with(&visit.site.urls.sign_in(), "password-changed"),
        Some(Some(session)) => with_session(
            &visit,
            see_other_with(&visit.site.urls.home(), "password-changed"),
            &session,
        ),
        None => expired(&visit),
    }
}

/// Looked up before anything is hashed: a made-up link costs next to nothing.
async fn is_good(visit: &Visit, token: &str) -> Result<bool, StoreError> {
    let Some(offered) = Token::offered(token) else {
        return Ok(false);
    };
    let now = visit.now;
    let found = visit
        .site
        .store
        .read(move |db| tokens::peek(db, Purpose::ResetPassword, &offered, now));
    Ok(found.await?.is_some())
}

fn expired(visit: &Visit) -> Reply {
    views::forgotten_password::expired(visit)
        .status(StatusCode::GONE)
        .unlisted()
        .show(visit)
}
