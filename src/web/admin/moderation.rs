//! What an administrator decides about moderation: whose flags hide a post, and which posts look like advertising.

use super::change_settings;
use crate::domain::case::{HidingRule, ModerationInput};
use crate::domain::problem::Problems;
use crate::domain::setting::Settings;
use crate::domain::spam::SpamRule;
use crate::web::extract::Sent;
use crate::web::{Administrator, Reply, see_other_with, unprocessable, views};

/// `GET /admin/moderation`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = ModerationInput::from(visit.site.settings().as_ref());
    views::admin::moderation::page(&visit, &input, &[]).show(&visit)
}

/// `POST /admin/moderation`: this node follows it at once, others within a second.
pub async fn save(Sent(admin, input): Sent<Administrator, ModerationInput>) -> Reply {
    let visit = admin.0.visit;
    let mut problems = Problems::none();
    let hiding = problems.keep("members_to_hide", HidingRule::parse(&input.members_to_hide));
    let spam = problems.keep("spam_percent", SpamRule::parse(&input.spam_percent));
    let (Some(hiding), Some(spam)) = (hiding, spam) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::admin::moderation::page(&visit, &input, &problems));
    };
    let put_into = move |all: &mut Settings| (all.hiding_rule, all.spam_rule) = (hiding, spam);
    change_settings(&visit, put_into).await?;
    see_other_with(&visit.site.urls.admin_moderation(), "settings-saved")
}
