//! Confirms that an account was closed: the last letter that its address gets.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::email::EmailAddress;
use crate::letters;

pub(super) fn run(workshop: &Workshop, email: &str, name: &str, now: DateTime<Utc>) -> Result<(), JobError> {
    let Ok(to) = EmailAddress::parse(email) else {
        return Ok(());
    };
    workshop.post_in(None, now, |stationery| letters::account_closed(stationery, to, name))
}
