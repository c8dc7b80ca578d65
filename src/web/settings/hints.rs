//! The hints for whoever begins to look after a forum.

use crate::domain::role::Role;
use crate::store::{StoreError, hints};
use crate::web::{Moderator, Reply, see_other_with};

/// `POST /settings/hints/dismiss`: sends them away, for good.
pub async fn dismiss(Moderator(signed_in): Moderator) -> Reply {
    let (visit, id) = (signed_in.visit, signed_in.user.id);
    let now = visit.now;
    let dismissed = visit.site.store.write(move |tx| hints::dismiss(tx, id, now));
    dismissed.await.map_err(|error: StoreError| error)?;
    let urls = &visit.site.urls;
    let back = if signed_in.user.role >= Role::Admin {
        urls.admin()
    } else {
        urls.home()
    };
    see_other_with(&back, "hints-dismissed")
}
