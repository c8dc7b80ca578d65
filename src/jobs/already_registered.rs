//! Tells the owner of an address that somebody signed up with it again, and lets them post the question that came along.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::{SignUpId, UserId};
use crate::letters;
use crate::store::tokens::{self, Errand};
use crate::store::{Db, StoreError, sign_ups, users};

pub(super) fn run(
    workshop: &Workshop,
    user: UserId,
    sign_up: Option<SignUpId>,
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    let found = workshop.store.write_now(|tx: &mut Db| {
        let Some(owner) = users::letter_box(tx, user)? else {
            return Ok::<_, StoreError>(None);
        };
        let waiting = match sign_up {
            Some(id) => sign_ups::waiting(tx, id, now)?,
            None => None,
        };
        // The address may have gone to another account meanwhile.
        let waiting = waiting.filter(|waiting| waiting.account == Some(user));
        let token = waiting.map(|waiting| tokens::issue(tx, Errand::ConfirmSignUp(waiting.id), now));
        Ok(Some((owner, token.transpose()?)))
    })?;
    let Some(((email, name), token)) = found else {
        return Ok(());
    };
    workshop.post_to(user, now, |stationery| {
        letters::already_registered(stationery, email, &name, token.as_ref())
    })
}
