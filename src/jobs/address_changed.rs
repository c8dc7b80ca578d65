//! Tells the former address of an account that another one took its place.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::letters;
use crate::store::users;

pub(super) fn run(workshop: &Workshop, user: UserId, former: &str, now: DateTime<Utc>) -> Result<(), JobError> {
    let Ok(to) = EmailAddress::parse(former) else {
        return Ok(());
    };
    let owner = workshop.store.read_now(|db| users::letter_box(db, user))?;
    let Some((new, name)) = owner else { return Ok(()) };
    workshop.post_to(user, now, |stationery| {
        letters::address_changed(stationery, to, &name, &new)
    })
}
