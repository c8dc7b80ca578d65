//! Every component on one page, for those who build the forum: only where nobody else can reach the site.

use serde::Deserialize;

use super::extract::Query;
use super::{Fault, Reply, Visit, views};

/// In which look the page is shown; as the reader's browser has it when nothing is said.
#[derive(Debug, Deserialize)]
pub struct DesignQuery {
    #[serde(default)]
    r#in: String,
}

/// `GET /design`: there is no such page on a site that has a public address.
pub async fn show(visit: Visit, query: Query<DesignQuery>) -> Reply {
    if !visit.site.urls.is_loopback() {
        return Err(Fault::NotFound);
    }
    let look = ["light", "dark"].into_iter().find(|look| *look == query.0.r#in);
    views::design::page(&visit, look.unwrap_or_default())
        .unlisted()
        .show(&visit)
}
