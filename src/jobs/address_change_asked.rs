//! Tells the present address of an account that another one was asked for.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::UserId;
use crate::letters;
use crate::store::{Db, StoreError, address_changes, users};

pub(super) fn run(workshop: &Workshop, user: UserId, now: DateTime<Utc>) -> Result<(), JobError> {
    let found = workshop.store.read_now(|db: &mut Db| {
        let waiting = address_changes::waiting(db, user, now)?;
        Ok::<_, StoreError>(waiting.zip(users::letter_box(db, user)?))
    })?;
    let Some((new, (to, name))) = found else { return Ok(()) };
    workshop.post_to(user, now, |stationery| {
        letters::address_change_asked(stationery, to, &name, &new)
    })
}
