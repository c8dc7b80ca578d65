//! Messages that came in by mail: what became of each, and why.

use serde::Deserialize;

use crate::domain::incoming::Outcome;
use crate::store::incoming;
use crate::web::extract::{After, Query};
use crate::web::{Administrator, Reply, views};

/// How many messages stand on a page.
const SIZE: i64 = 50;

/// Which messages are asked for; all of them without.
#[derive(Debug, Deserialize)]
pub struct IncomingQuery {
    #[serde(default)]
    outcome: Option<Outcome>,
}

/// `GET /admin/incoming`
pub async fn list(admin: Administrator, query: Query<IncomingQuery>, after: After) -> Reply {
    let visit = admin.0.visit;
    let (outcome, after) = (query.0.outcome, after.0);
    let page = visit
        .site
        .store
        .read(move |db| incoming::page(db, outcome, after, SIZE))
        .await?;
    views::admin::incoming::page(&visit, outcome, &page, after.is_some()).show(&visit)
}
