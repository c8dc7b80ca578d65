//! Looking through what is here already for what looks like advertising.

use crate::store::StoreError;
use crate::store::scans::{self, Beginning};
use crate::web::{Administrator, Reply, see_other_with};

/// `POST /admin/watched-words/scan`: a job does it, and what it finds comes to the desk.
pub async fn begin(admin: Administrator) -> Reply {
    let (visit, by) = (admin.0.visit, admin.0.user.id);
    let now = visit.now;
    let begun = visit.site.store.write(move |tx| scans::begin(tx, Some(by), now));
    let told = match begun.await.map_err(|error: StoreError| error)? {
        Beginning::Begun => "scan-begun",
        Beginning::Running => "scan-running",
    };
    see_other_with(&visit.site.urls.admin_watched_words(), told)
}
