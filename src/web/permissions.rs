//! Who may do what.

use super::cache::Shows;
use super::{Reply, Visit, views};
use crate::store::{StoreError, trust};

/// `GET /about/permissions`
pub async fn show(visit: Visit) -> Reply {
    let address = visit.site.urls.permissions();
    let own = match visit.viewer.user().cloned() {
        Some(user) => {
            let (rules, now) = (visit.site.settings().trust, visit.now);
            let read = visit.site.store.read(move |db| trust::own(db, &user, &rules, now));
            Some(read.await.map_err(|error: StoreError| error)?)
        }
        None => None,
    };
    views::permissions::page(&visit, own.as_ref())
        .canonical(&visit, &address)
        .kept(Shows::Lists)
        .show(&visit)
}
