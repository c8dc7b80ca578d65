//! Sends the letter that confirms a question which came by mail; a second run sends a second letter, and either works.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::draft::AskInput;
use crate::domain::id::SignUpId;
use crate::letters;
use crate::store::tokens::{self, Errand};
use crate::store::{StoreError, sign_ups, users};

pub(super) fn run(workshop: &Workshop, id: SignUpId, now: DateTime<Utc>) -> Result<(), JobError> {
    let issued = workshop.store.write_now(|tx| {
        let Some(waiting) = sign_ups::waiting(tx, id, now)? else {
            return Ok::<_, StoreError>(None);
        };
        let language = match waiting.account {
            Some(user) => users::chosen_language(tx, user)?,
            None => None,
        };
        let token = tokens::issue(tx, Errand::ConfirmSignUp(id), now)?;
        Ok(Some((waiting, language, token)))
    })?;
    let Some((waiting, language, token)) = issued else {
        return Ok(());
    };
    let question = waiting.question.as_deref().unwrap_or_default();
    let title = serde_json::from_str(question)
        .map(|input: AskInput| input.title)
        .unwrap_or_default();
    workshop.post_in(language, now, |stationery| {
        letters::confirm_question(
            stationery,
            waiting.email,
            &waiting.name,
            &title,
            waiting.account.is_some(),
            &token,
        )
    })
}
