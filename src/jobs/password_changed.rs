//! Says that a password was changed.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::UserId;
use crate::letters;
use crate::store::users;

pub(super) fn run(workshop: &Workshop, user: UserId, now: DateTime<Utc>) -> Result<(), JobError> {
    let owner = workshop.store.read_now(|db| users::letter_box(db, user))?;
    let Some((email, name)) = owner else { return Ok(()) };
    workshop.post_to(user, now, |stationery| {
        letters::password_changed(stationery, email, &name)
    })
}
