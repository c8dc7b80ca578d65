//! The moderation log.

use super::extract::After;
use super::{Moderator, Reply, views};
use crate::store::moderations;

/// How many acts stand on a page.
const SIZE: i64 = 50;

/// `GET /moderation/log`: from the newest.
pub async fn log(moderator: Moderator, after: After) -> Reply {
    let visit = moderator.0.visit;
    let (sight, after) = (visit.sight(), after.0);
    let acts = visit
        .site
        .store
        .read(move |db| moderations::page(db, sight, after, SIZE))
        .await?;
    views::moderation::log(&visit, &acts, after.is_some()).show(&visit)
}
