//! What somebody watches or muted.

use crate::domain::sight::Sight;
use crate::store::{StoreError, subscriptions};
use crate::web::extract::After;
use crate::web::{Reply, SignedIn, views};

/// `GET /settings/watching`: what they said last first.
pub async fn show(SignedIn { visit, user }: SignedIn, after: After) -> Reply {
    let (sight, after) = (Sight::of(&visit.viewer), after.0);
    let found = visit
        .site
        .store
        .read(move |db| subscriptions::page(db, user.id, sight, after));
    let page = found.await.map_err(|error: StoreError| error)?;
    views::settings::watching(&visit, &page, after).unlisted().show(&visit)
}
