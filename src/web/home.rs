//! The home page.

use super::{Reply, Visit, see_other, views};
use crate::store::{Db, StoreError, home, users};

/// `GET /`: an empty forum leads to its set-up.
pub async fn show(visit: Visit) -> Reply {
    let (sight, may_be_new) = (visit.sight(), visit.site.set_up_code.is_expected());
    let found = visit.site.store.read(move |db: &mut Db| {
        if may_be_new && users::needs_set_up(db)? {
            return Ok::<_, StoreError>(None);
        }
        home::page(db, sight).map(Some)
    });
    match found.await? {
        Some(home) => views::home::page(&visit, &home)
            .canonical(&visit, &visit.site.urls.home())
            .show(&visit),
        None => see_other(&visit.site.urls.set_up()),
    }
}
