//! Sends the letter to choose a password, if the address has an account that may sign in.
//!
//! The page that asks for it writes the same row whether or not there is one, so that its answer tells nothing.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::email::EmailAddress;
use crate::letters;
use crate::store::tokens::{self, Errand};
use crate::store::users::{self, passwords};
use crate::store::{Db, StoreError};

pub(super) fn run(workshop: &Workshop, email: &str, now: DateTime<Utc>) -> Result<(), JobError> {
    let Ok(email) = EmailAddress::parse(email) else {
        return Ok(());
    };
    let issued = workshop.store.write_now(|tx: &mut Db| {
        let credentials = passwords::credentials(tx, &email)?;
        let Some(credentials) = credentials.filter(|credentials| !credentials.is_suspended(now)) else {
            return Ok::<_, StoreError>(None);
        };
        let Some(owner) = users::letter_box(tx, credentials.user)? else {
            return Ok(None);
        };
        let token = tokens::issue(tx, Errand::ResetPassword(credentials.user), now)?;
        Ok(Some((credentials.user, owner, token)))
    })?;
    let Some((user, (to, name), token)) = issued else {
        return Ok(());
    };
    workshop.post_to(user, now, |stationery| {
        letters::forgotten_password(stationery, to, &name, &token)
    })
}
