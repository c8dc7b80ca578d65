//! The keys that lead somewhere.

use super::cache::Shows;
use super::{Reply, Visit, views};

/// `GET /about/shortcuts`
pub async fn show(visit: Visit) -> Reply {
    let address = visit.site.urls.shortcuts();
    views::shortcuts::page(&visit)
        .canonical(&visit, &address)
        .kept(Shows::Lists)
        .show(&visit)
}
