//! Says that a second factor was set up or ended.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::UserId;
use crate::letters;
use crate::store::users;

pub(super) fn run(workshop: &Workshop, user: UserId, is_on: bool, now: DateTime<Utc>) -> Result<(), JobError> {
    let owner = workshop.store.read_now(|db| users::letter_box(db, user))?;
    let Some((email, name)) = owner else { return Ok(()) };
    workshop.post_to(user, now, |stationery| {
        letters::second_factor_changed(stationery, email, &name, is_on)
    })
}
