//! What an administrator decides about moderation: whose flags hide a post, which posts wait as they may be advertising, and what
//! whoever signs up has to prove.

use super::change_settings;
use crate::domain::case::{HidingRule, ModerationInput};
use crate::domain::problem::Problems;
use crate::domain::setting::Settings;
use crate::domain::spam::{HasteRule, PlainQuestion, ProofRule, SpamRule, SpamRules};
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
    let (hiding, spam) = match read(&input) {
        Ok(read) => read,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, views::admin::moderation::page(&visit, &input, &problems));
        }
    };
    change_settings(&visit, move |all: &mut Settings| {
        (all.hiding_rule, all.spam) = (hiding, spam);
    })
    .await?;
    see_other_with(&visit.site.urls.admin_moderation(), "settings-saved")
}

fn read(input: &ModerationInput) -> Result<(HidingRule, SpamRules), Problems> {
    let mut problems = Problems::none();
    let hiding = problems.keep("members_to_hide", HidingRule::parse(&input.members_to_hide));
    let likeness = problems.keep("spam_percent", SpamRule::parse(&input.spam_percent));
    let haste = problems.keep("fewest_seconds", HasteRule::parse(&input.fewest_seconds));
    let proof = problems.keep("proof_bits", ProofRule::parse(&input.proof_bits));
    let question = match PlainQuestion::parse(&input.plain_question, &input.plain_answer) {
        Ok(question) => Some(question),
        Err((field, fault)) => problems.keep(field, Err(fault)),
    };
    match (hiding, likeness, haste, proof, question) {
        (Some(hiding), Some(likeness), Some(haste), Some(proof), Some(question)) => Ok((
            hiding,
            SpamRules {
                likeness,
                haste,
                proof,
                question,
            },
        )),
        _ => Err(problems),
    }
}
