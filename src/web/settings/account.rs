//! The address and the password.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::proof::prove;
use crate::domain::account::{Password, User};
use crate::domain::email::EmailAddress;
use crate::domain::problem::Problems;
use crate::domain::token::Token;
use crate::store::address_changes::{self, Asking, Changing};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::users::{passwords, profiles};
use crate::store::{Db, StoreError, bounces};
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::views::components::Problem;
use crate::web::{Fault, Reply, SignedIn, Visit, see_other_with, throttle as slowness, unprocessable, views};

/// The fields of the password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordForm {
    current_password: String,
    new_password: String,
}

/// The fields of the address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressForm {
    email: String,
    password: String,
}

/// `GET /settings/account`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    page(&visit, &user, "", &[]).await?.unlisted().show(&visit)
}

/// `POST /settings/password`: ends every other session.
pub async fn change_password(SignedIn { visit, user }: SignedIn, form: Form<PasswordForm>) -> Reply {
    let mut problems = Problems::none();
    let Some(new) = problems.keep("new_password", Password::choose(&form.0.new_password)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, page(&visit, &user, "", &problems).await?);
    };
    if let Err(unproven) = prove(&visit, &user, "current_password", &form.0.current_password).await? {
        let page = page(&visit, &user, "", &[unproven.problem]).await?;
        return refuse(&visit, page, unproven.wait);
    }
    let hash = visit.site.passwords.hash(new).await?;
    let session = visit.session.ok_or(Fault::Forbidden)?;
    let (id, now) = (user.id, visit.now);
    let changed = visit
        .site
        .store
        .write(move |tx| passwords::change(tx, id, session, &hash, now));
    changed.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_account(), "password-changed")
}

/// `POST /settings/address`: letters go to both addresses; the page is the same whether or not the new one has an account.
pub async fn ask_address(SignedIn { visit, user }: SignedIn, request: HttpRequest, form: Form<AddressForm>) -> Reply {
    let typed = form.0.email;
    let mut problems = Problems::none();
    let Some(email) = problems.keep("email", EmailAddress::parse(&typed)) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, page(&visit, &user, &typed, &problems).await?);
    };
    if let Err(unproven) = prove(&visit, &user, "password", &form.0.password).await? {
        let page = page(&visit, &user, &typed, &[unproven.problem]).await?;
        return refuse(&visit, page, unproven.wait);
    }
    let (id, network, now) = (user.id, slowness::network(&visit, &request), visit.now);
    let asked = visit.site.store.write(move |tx| {
        let subjects = [Subject::LettersTo(&email), Subject::LettersFrom(&network)];
        Ok::<_, StoreError>(match throttle::attempt(tx, &subjects, now)? {
            Trying::Wait(wait) => Err(wait),
            Trying::GoAhead => Ok(address_changes::ask(tx, id, &email, now)?),
        })
    });
    match asked.await? {
        Ok(Asking::LetterSent) => see_other_with(&visit.site.urls.own_account(), "address-asked"),
        Ok(Asking::Same) => {
            let problems = [views::problem(&visit, "email", "problem-address-same")];
            unprocessable(&visit, page(&visit, &user, &typed, &problems).await?)
        }
        Err(wait) => {
            let problems = [slowness::problem(&visit, "email", wait)];
            refuse(&visit, page(&visit, &user, &typed, &problems).await?, Some(wait))
        }
    }
}

/// `POST /settings/address/cancel`
pub async fn cancel_address(SignedIn { visit, user }: SignedIn) -> Reply {
    let (id, now) = (user.id, visit.now);
    let cancelled = visit.site.store.write(move |tx| address_changes::cancel(tx, id, now));
    cancelled.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_account(), "address-cancelled")
}

/// `POST /settings/address/resume`: letters go again to an address from which they came back.
pub async fn resume_letters(SignedIn { visit, user }: SignedIn) -> Reply {
    let id = user.id;
    let lifted = visit.site.store.write(move |tx| match bounces::of_user(tx, id)? {
        Some(paused) => bounces::lift(tx, &paused.address),
        None => Ok(false),
    });
    lifted.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_account(), "letters-resumed")
}

/// `GET /settings/address/confirm/{token}`: shows a button, as link scanners follow links but press nothing.
pub async fn confirm_address_form(visit: Visit, token: Path<String>) -> Reply {
    let Some(offered) = Token::offered(&token) else {
        return expired(&visit);
    };
    let now = visit.now;
    let found = visit.site.store.read(move |db: &mut Db| {
        let Some((user, email)) = address_changes::peek(db, &offered, now)? else {
            return Ok::<_, StoreError>(None);
        };
        Ok(Some((profiles::own(db, user)?.name, email)))
    });
    match found.await? {
        Some((name, email)) => views::settings::confirm_address(&visit, &name, &email, &visit.path)
            .unlisted()
            .show(&visit),
        None => expired(&visit),
    }
}

/// `POST /settings/address/confirm/{token}`: the address is changed, and every other browser signed out.
pub async fn confirm_address(visit: Visit, token: Path<String>) -> Reply {
    let Some(offered) = Token::offered(&token) else {
        return expired(&visit);
    };
    let (kept, now) = (visit.session, visit.now);
    let changed = visit
        .site
        .store
        .write(move |tx| address_changes::confirm(tx, &offered, kept, now));
    let urls = &visit.site.urls;
    match changed.await.map_err(|error: StoreError| error)? {
        Changing::Changed(user) if visit.viewer.id() == Some(user) => {
            see_other_with(&urls.own_account(), "address-changed")
        }
        Changing::Changed(_) => see_other_with(&urls.home(), "address-changed"),
        Changing::Expired => expired(&visit),
    }
}

fn expired(visit: &Visit) -> Reply {
    views::settings::address_expired(visit)
        .status(StatusCode::GONE)
        .unlisted()
        .show(visit)
}

/// Shows the form again: mend it, or wait first.
fn refuse(visit: &Visit, page: Page, wait: Option<chrono::Duration>) -> Reply {
    match wait {
        Some(wait) => slowness::slow_down(visit, page, wait),
        None => unprocessable(visit, page),
    }
}

async fn page(visit: &Visit, user: &User, typed: &str, problems: &[Problem]) -> Result<Page, Fault> {
    let (id, now) = (user.id, visit.now);
    let read = visit.site.store.read(move |db: &mut Db| {
        let waiting = address_changes::waiting(db, id, now)?;
        Ok::<_, StoreError>((profiles::own(db, id)?.email, waiting))
    });
    let (email, waiting) = read.await?;
    let addresses = views::settings::Addresses {
        present: email.as_deref(),
        waiting: waiting.as_ref().map(EmailAddress::as_str),
        typed,
    };
    Ok(views::settings::account(visit, &addresses, problems))
}
