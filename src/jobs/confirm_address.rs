//! Sends the letter that confirms another address of an account, or tells its owner that it has one already.
//!
//! The page that asks for it says the same either way. A second run sends a second letter, and either works.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::token::Token;
use crate::letters;
use crate::store::tokens::{self, Errand};
use crate::store::{Db, StoreError, address_changes, users};

/// Which letter goes to the new address.
enum Found {
    /// It is free.
    Free {
        to: EmailAddress,
        name: String,
        token: Token,
    },
    /// It has an account, of this name.
    Taken {
        holder: UserId,
        to: EmailAddress,
        name: String,
    },
}

pub(super) fn run(workshop: &Workshop, user: UserId, now: DateTime<Utc>) -> Result<(), JobError> {
    match workshop.store.write_now(|tx| find(tx, user, now))? {
        None => Ok(()),
        Some(Found::Free { to, name, token }) => workshop.post_to(user, now, |stationery| {
            letters::confirm_address(stationery, to, &name, &token)
        }),
        Some(Found::Taken { holder, to, name }) => {
            workshop.post_to(holder, now, |stationery| letters::address_taken(stationery, to, &name))
        }
    }
}

fn find(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Option<Found>, StoreError> {
    let Some(to) = address_changes::waiting(tx, user, now)? else {
        return Ok(None);
    };
    match users::with_address(tx, &to)?.filter(|holder| *holder != user) {
        Some(holder) => {
            let name = users::find(tx, holder)?.name;
            Ok(Some(Found::Taken { holder, to, name }))
        }
        None => {
            let name = users::find(tx, user)?.name;
            let token = tokens::issue(tx, Errand::ChangeAddress(user), now)?;
            Ok(Some(Found::Free { to, name, token }))
        }
    }
}
