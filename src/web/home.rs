//! The home page.

use super::cache::Shows;
use super::{Reply, Visit, see_other, views};
use crate::domain::role::Role;
use crate::store::{Db, StoreError, hints, home, users};

/// `GET /`: an empty forum leads to its set-up.
pub async fn show(visit: Visit) -> Reply {
    let (sight, may_be_new) = (visit.sight(), visit.site.set_up_code.is_expected());
    let looks_after = visit.viewer.user().filter(|user| user.role >= Role::Moderator);
    let looks_after = looks_after.map(|user| user.id);
    let found = visit.site.store.read(move |db: &mut Db| {
        if may_be_new && users::needs_set_up(db)? {
            return Ok::<_, StoreError>(None);
        }
        let steps = looks_after.map(|id| hints::steps(db, id)).transpose()?;
        Ok(Some((home::page(db, sight)?, steps)))
    });
    match found.await? {
        Some((home, steps)) => views::home::page(&visit, &home, steps)
            .canonical(&visit, &visit.site.urls.home())
            .kept(Shows::Lists)
            .feed(&visit, &visit.site.urls.feed_of_all())
            .show(&visit),
        None => see_other(&visit.site.urls.set_up()),
    }
}
