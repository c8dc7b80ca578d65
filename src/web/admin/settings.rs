//! What a running community changes.

use super::change_settings;
use crate::domain::setting::SettingsInput;
use crate::web::extract::Sent;
use crate::web::{Administrator, Reply, see_other_with, unprocessable, views};

/// `GET /admin/settings`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = SettingsInput::from(visit.site.settings().as_ref());
    views::admin::settings::page(&visit, &input, &[]).show(&visit)
}

/// `POST /admin/settings`: this node shows them at once, others within a second.
pub async fn save(Sent(admin, input): Sent<Administrator, SettingsInput>) -> Reply {
    let visit = admin.0.visit;
    let changed = match input.parse() {
        Ok(changed) => changed,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::admin::settings::page(&visit, &input, &problems));
        }
    };
    change_settings(&visit, move |all| changed.put_into(all)).await?;
    see_other_with(&visit.site.urls.admin_settings(), "settings-saved")
}
