//! The moderation log, under what is urgent.

use super::extract::After;
use super::{Moderator, Reply, views};
use crate::store::{StoreError, moderations, outbreaks};

/// How many acts stand on a page.
const SIZE: i64 = 50;

/// `GET /moderation/log`: from the newest.
pub async fn log(moderator: Moderator, after: After) -> Reply {
    let visit = moderator.0.visit;
    let (sight, after) = (visit.sight(), after.0);
    let found = visit.site.store.read(move |db| {
        let acts = moderations::page(db, sight, after, SIZE)?;
        Ok((acts, outbreaks::all_in_force(db, sight)?))
    });
    let (acts, outbreaks) = found.await.map_err(|error: StoreError| error)?;
    views::moderation::log(&visit, &acts, &outbreaks, after.is_some()).show(&visit)
}
