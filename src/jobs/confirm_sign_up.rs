//! Sends the letter that confirms an address; a second run sends a second letter, and either works.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::SignUpId;
use crate::letters;
use crate::store::tokens::{self, Errand};
use crate::store::{StoreError, sign_ups};

pub(super) fn run(workshop: &Workshop, id: SignUpId, now: DateTime<Utc>) -> Result<(), JobError> {
    let issued = workshop.store.write_now(|tx| {
        let Some(waiting) = sign_ups::waiting(tx, id, now)? else {
            return Ok::<_, StoreError>(None);
        };
        let token = tokens::issue(tx, Errand::ConfirmSignUp(id), now)?;
        Ok(Some((waiting, token)))
    })?;
    let Some((waiting, token)) = issued else { return Ok(()) };
    workshop.post_in(waiting.language, now, |stationery| {
        let has_question = waiting.question.is_some();
        letters::confirm_sign_up(stationery, waiting.email, &waiting.name, has_question, &token)
    })
}
