//! What somebody hears of.

use serde::Deserialize;

use crate::store::{StoreError, users};
use crate::web::extract::Form;
use crate::web::{Reply, SignedIn, see_other_with, views};

/// The fields of the form; a box that is not ticked is not sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LettersForm {
    watches_answered: Option<String>,
}

/// `GET /settings/letters`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    let own = visit.site.store.read(move |db| users::watches_answered(db, user.id));
    let watches = own.await.map_err(|error: StoreError| error)?;
    views::settings::letters(&visit, watches).unlisted().show(&visit)
}

/// `POST /settings/letters`
pub async fn save(SignedIn { visit, user }: SignedIn, form: Form<LettersForm>) -> Reply {
    let watches = form.0.watches_answered.is_some();
    let kept = visit
        .site
        .store
        .write(move |tx| users::watch_answered(tx, user.id, watches));
    kept.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_letters(), "letters-saved")
}
