//! Who may do what.

use super::cache::Shows;
use super::{Reply, Visit, views};

/// `GET /about/permissions`
pub async fn show(visit: Visit) -> Reply {
    let address = visit.site.urls.permissions();
    views::permissions::page(&visit)
        .canonical(&visit, &address)
        .kept(Shows::Lists)
        .show(&visit)
}
