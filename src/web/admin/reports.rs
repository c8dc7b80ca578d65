//! Reports: who reads them, when somebody is there to answer, and what a saved contact is worth.

use super::change_settings;
use crate::domain::report_settings::ReportSettingsInput;
use crate::web::extract::Sent;
use crate::web::{Administrator, Reply, see_other_with, unprocessable, views};

/// `GET /admin/reports`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = ReportSettingsInput::from(&visit.site.settings().reports);
    views::admin::reports::page(&visit, &input, &[]).show(&visit)
}

/// `POST /admin/reports`: this node follows it at once, others within a second.
pub async fn save(Sent(admin, input): Sent<Administrator, ReportSettingsInput>) -> Reply {
    let visit = admin.0.visit;
    let changed = match input.parse() {
        Ok(changed) => changed,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::admin::reports::page(&visit, &input, &problems));
        }
    };
    change_settings(&visit, move |all| changed.put_into(all)).await?;
    see_other_with(&visit.site.urls.admin_reports(), "settings-saved")
}
