//! Closing one's account, for good.

use serde::Deserialize;

use super::proof::prove;
use crate::domain::account::User;
use crate::domain::slug::fold;
use crate::store::StoreError;
use crate::store::users::closing::{self, Closing};
use crate::store::users::roles;
use crate::web::extract::Form;
use crate::web::page::Page;
use crate::web::sign_in::without_session;
use crate::web::views::components::Problem;
use crate::web::{Fault, Reply, SignedIn, Visit, see_other_with, throttle as slowness, unprocessable, views};

/// The fields of the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosingForm {
    password: String,
    confirmation: String,
}

/// `GET /settings/close`
pub async fn form(SignedIn { visit, user }: SignedIn) -> Reply {
    page(&visit, &user, "", &[]).await?.unlisted().show(&visit)
}

/// `POST /settings/close`: asks for the password and for the name, typed out.
pub async fn close(SignedIn { visit, user }: SignedIn, form: Form<ClosingForm>) -> Reply {
    let typed = form.0.confirmation.as_str();
    if fold(typed) != fold(&user.name) {
        let problems = [views::problem(&visit, "confirmation", "problem-close-name")];
        return unprocessable(&visit, page(&visit, &user, typed, &problems).await?);
    }
    if let Err(unproven) = prove(&visit, &user, "password", &form.0.password).await? {
        let page = page(&visit, &user, typed, &[unproven.problem]).await?;
        return match unproven.wait {
            Some(wait) => slowness::slow_down(&visit, page, wait),
            None => unprocessable(&visit, page),
        };
    }
    let (id, now) = (user.id, visit.now);
    let closed = visit.site.store.write(move |tx| closing::close(tx, id, now));
    match closed.await.map_err(|error: StoreError| error)? {
        Closing::Closed => without_session(&visit, see_other_with(&visit.site.urls.home(), "account-closed")),
        Closing::LastAdmin => unprocessable(&visit, page(&visit, &user, "", &[]).await?),
    }
}

async fn page(visit: &Visit, user: &User, typed: &str, problems: &[Problem]) -> Result<Page, Fault> {
    let id = user.id;
    let last = visit.site.store.read(move |db| roles::is_last_admin(db, id));
    let is_last_admin = last.await.map_err(|error: StoreError| error)?;
    Ok(views::settings::closing(
        visit,
        &user.name,
        typed,
        is_last_admin,
        problems,
    ))
}
