//! How much somebody may upload, and whether pictures from elsewhere are copied.

use crate::domain::upload::UploadRulesInput;
use crate::store::{StoreError, settings};
use crate::web::extract::Sent;
use crate::web::{Administrator, Reply, see_other_with, unprocessable, views};

/// `GET /admin/uploads`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = UploadRulesInput::from(visit.site.settings().as_ref());
    views::admin::uploads::page(&visit, &input, &[]).show(&visit)
}

/// `POST /admin/uploads`: this node follows it at once, others within a second.
pub async fn save(Sent(admin, input): Sent<Administrator, UploadRulesInput>) -> Reply {
    let visit = admin.0.visit;
    let changed = match input.parse() {
        Ok(changed) => changed,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::admin::uploads::page(&visit, &input, &problems));
        }
    };
    let now = visit.now;
    let saved = visit
        .site
        .store
        .write(move |tx| settings::change(tx, |all| all.uploads = changed, now));
    visit
        .site
        .take_settings(saved.await.map_err(|error: StoreError| error)?);
    see_other_with(&visit.site.urls.admin_uploads(), "settings-saved")
}
