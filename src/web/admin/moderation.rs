//! What an administrator decides about moderation: whose flags hide a post, and which posts wait as they may be advertising.

use super::change_settings;
use crate::domain::case::{HidingRule, ModerationInput};
use crate::domain::problem::Problems;
use crate::domain::setting::Settings;
use crate::domain::spam::{HasteRule, SpamRule};
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
    let haste = problems.keep("fewest_seconds", HasteRule::parse(&input.fewest_seconds));
    let (Some(hiding), Some(spam), Some(haste)) = (hiding, spam, haste) else {
        let problems = views::problems(&visit, &problems);
        return unprocessable(&visit, views::admin::moderation::page(&visit, &input, &problems));
    };
    let put_into = move |all: &mut Settings| {
        all.hiding_rule = hiding;
        (all.spam.likeness, all.spam.haste) = (spam, haste);
    };
    change_settings(&visit, put_into).await?;
    see_other_with(&visit.site.urls.admin_moderation(), "settings-saved")
}
