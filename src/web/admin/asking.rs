//! Help while asking: whom people reach in the end, and how many see no suggestions.

use super::change_settings;
use crate::domain::asking::AskingInput;
use crate::web::extract::Sent;
use crate::web::{Administrator, Reply, see_other_with, unprocessable, views};

/// `GET /admin/asking`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = AskingInput::from(visit.site.settings().as_ref());
    views::admin::asking::page(&visit, &input, &[]).show(&visit)
}

/// `POST /admin/asking`: this node follows it at once, others within a second.
pub async fn save(Sent(admin, input): Sent<Administrator, AskingInput>) -> Reply {
    let visit = admin.0.visit;
    let changed = match input.parse() {
        Ok(changed) => changed,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::admin::asking::page(&visit, &input, &problems));
        }
    };
    change_settings(&visit, move |all| changed.put_into(all)).await?;
    see_other_with(&visit.site.urls.admin_asking(), "settings-saved")
}
