//! The first administrator, guarded by the code that the server prints.

use actix_web::HttpRequest;
use serde::Deserialize;

use super::extract::Form;
use super::sign_in::{agent, with_session};
use super::{Fault, Reply, Visit, see_other_with, throttle as slowness, unprocessable, views};
use crate::domain::problem::Problems;
use crate::domain::sign_up::{SignUpDraft, SignUpInput};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::{self, Registering};
use crate::store::{Db, StoreError, consents, sessions};

/// The fields of the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpForm {
    code: String,
    name: String,
    email: String,
    password: String,
    #[serde(default)]
    agreed: String,
}

/// Whether the forum waits for its first administrator: then the home page leads here, and nobody signs up yet.
pub async fn is_needed(visit: &Visit) -> Result<bool, Fault> {
    if !visit.site.set_up_code.is_expected() {
        return Ok(false);
    }
    let needed = visit.site.store.read(users::needs_set_up);
    Ok(needed.await.map_err(|error: StoreError| error)?)
}

/// `GET /set-up`: once there is an administrator, there is no such page.
pub async fn form(visit: Visit) -> Reply {
    if !is_needed(&visit).await? {
        return Err(Fault::NotFound);
    }
    views::set_up::page(&visit, "", &SignUpInput::default(), &[])
        .unlisted()
        .show(&visit)
}

/// `POST /set-up`
pub async fn set_up(visit: Visit, request: HttpRequest, form: Form<SetUpForm>) -> Reply {
    if !is_needed(&visit).await? {
        return Err(Fault::NotFound);
    }
    let SetUpForm {
        code,
        name,
        email,
        password,
        agreed,
    } = form.0;
    let input = SignUpInput {
        name,
        email,
        password,
        agreed,
    };
    if let Err(wait) = count_try(&visit, &request).await? {
        let problems = [slowness::problem(&visit, "code", wait)];
        return slowness::slow_down(&visit, views::set_up::page(&visit, &code, &input, &problems), wait);
    }
    let mut problems = Problems::none();
    if !visit.site.set_up_code.matches(&code) {
        problems.add("code", "set-up-code-wrong");
    }
    let draft = SignUpDraft::parse(&input, &visit.site.settings().documents, &mut problems);
    let (Some(draft), true) = (draft, problems.is_empty()) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::set_up::page(&visit, &code, &input, &problems));
    };
    let (hash, network) = (
        visit.site.passwords.hash(draft.password.clone()).await,
        slowness::network(&visit, &request),
    );
    let give_back = move |tx: &mut Db| throttle::take_back(tx, &Subject::Network(&network));
    let hash = slowness::made(&visit, hash, give_back).await?;
    let (agent, now) = (agent(&request), visit.now);
    let registered =
        visit.site.store.write(
            move |tx| match users::register_admin(tx, &draft.name, &draft.email, &hash, now)? {
                Registering::Registered(user) => {
                    if let Some(agreed) = &draft.agreed {
                        consents::record(tx, user, agreed, now)?;
                    }
                    Ok(Ok(Some(sessions::open(tx, user, &agent, now)?)))
                }
                Registering::AlreadySetUp => Ok::<_, StoreError>(Err(Fault::NotFound)),
                Registering::AddressTaken => Ok(Ok(None)),
            },
        );
    match registered.await?? {
        Some(session) => with_session(&visit, see_other_with(&visit.site.urls.admin(), "set-up"), &session),
        None => {
            let problems = [views::problem(&visit, "email", "problem-address-has-account")];
            unprocessable(&visit, views::set_up::page(&visit, &code, &input, &problems))
        }
    }
}

/// The code is long, but guessing it should still be hopeless.
async fn count_try(visit: &Visit, request: &HttpRequest) -> Result<Result<(), chrono::Duration>, Fault> {
    let (network, now) = (slowness::network(visit, request), visit.now);
    let counted = visit
        .site
        .store
        .write(move |tx| throttle::attempt(tx, &[Subject::Network(&network)], now));
    Ok(match counted.await.map_err(|error: StoreError| error)? {
        Trying::GoAhead => Ok(()),
        Trying::Wait(wait) => Err(wait),
    })
}
