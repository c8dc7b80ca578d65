//! How trust is earned, and what newcomers may.

use super::change_settings;
use crate::domain::trust::TrustRulesInput;
use crate::web::extract::Sent;
use crate::web::{Administrator, Reply, see_other_with, unprocessable, views};

/// `GET /admin/trust`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = TrustRulesInput::from(visit.site.settings().as_ref());
    views::admin::trust::page(&visit, &input, &[]).show(&visit)
}

/// `POST /admin/trust`: this node follows it at once, others within a second.
pub async fn save(Sent(admin, input): Sent<Administrator, TrustRulesInput>) -> Reply {
    let visit = admin.0.visit;
    let rules = match input.parse() {
        Ok(rules) => rules,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::admin::trust::page(&visit, &input, &problems));
        }
    };
    change_settings(&visit, move |all| all.trust = rules).await?;
    see_other_with(&visit.site.urls.admin_trust(), "settings-saved")
}
