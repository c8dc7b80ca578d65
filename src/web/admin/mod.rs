//! Running the forum: settings, categories, tags, people, jobs. For administrators only; every handler's signature says so.

pub mod categories;
pub mod jobs;
pub mod people;
pub mod settings;
pub mod tags;

use super::{Administrator, Reply, views};
use crate::store::overview;

/// `GET /admin`: what there is, what needs a hand, and the first steps of an empty forum.
pub async fn overview(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let overview = visit.site.store.read(overview::load).await?;
    views::admin::overview::page(&visit, &overview).show(&visit)
}
