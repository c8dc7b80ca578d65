//! Links that letters carry: the key that signs them, and whether one that somebody brings is good.
//!
//! What belongs here: rows of `signing_keys`. What a link says and how it is signed is `domain::signed_link`'s.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::{signing_keys, users};
use super::time::row_time;
use super::users::{self as people, is_let_in};
use super::{Db, StoreError};
use crate::domain::account::User;
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::signed_link::{LinkPurpose, NoLink, OfferedLink, SignedLink, SigningKey};

/// The key with which letters are signed now; `None` before the first one.
pub fn key(db: &mut Db) -> Result<Option<SigningKey>, StoreError> {
    let row: Option<(i64, String)> = signing_keys::table
        .filter(signing_keys::ended_at.is_null())
        .select((signing_keys::id, signing_keys::secret))
        .first(db)
        .optional()?;
    row.map(|(id, secret)| {
        let strange = || StoreError::Unexpected(format!("signing key {id}"));
        SigningKey::stored(id, &secret).ok_or_else(strange)
    })
    .transpose()
}

/// The same, made when there is none; of two nodes at once one makes it.
pub fn key_or_new(tx: &mut Db, now: DateTime<Utc>) -> Result<SigningKey, StoreError> {
    if let Some(key) = key(tx)? {
        return Ok(key);
    }
    diesel::insert_into(signing_keys::table)
        .values((
            signing_keys::secret.eq(SigningKey::random_secret()),
            signing_keys::made_at.eq(row_time(now)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    key(tx)?.ok_or(StoreError::Conflict)
}

/// Ends the key, and with it every link that a letter carries, but those that outlive keys: for them its secret is kept. The next
/// letter is signed with another one, which is made here.
pub fn end_key(tx: &mut Db, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(signing_keys::table.filter(signing_keys::ended_at.is_null()))
        .set(signing_keys::ended_at.eq(Some(row_time(now))))
        .execute(tx)?;
    key_or_new(tx, now)?;
    Ok(())
}

/// Forgets the secrets of all keys that have ended: not even letters can be stopped with links that they signed. Answers how many
/// there were.
pub fn forget_ended_keys(tx: &mut Db) -> Result<usize, StoreError> {
    let ended = signing_keys::table
        .filter(signing_keys::ended_at.is_not_null())
        .filter(signing_keys::secret.ne(""));
    Ok(diesel::update(ended).set(signing_keys::secret.eq("")).execute(tx)?)
}

/// A key by its number, in force or ended; `None` when there is none, or its secret was forgotten.
pub fn any_key(db: &mut Db, id: i64) -> Result<Option<SigningKey>, StoreError> {
    let secret: Option<String> = signing_keys::table
        .find(id)
        .select(signing_keys::secret)
        .first(db)
        .optional()?;
    Ok(secret.and_then(|secret| SigningKey::stored(id, &secret)))
}

/// What a link is good for, whoever it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    /// It is good.
    Good(SignedLink),
    /// It was, but is too old.
    Expired(SignedLink),
    /// It is none: made up or cut, for another purpose, or its key or its reader is no longer there.
    Void,
}

/// Looks what a link is good for, whose reader `address_of` finds by the number in it: somebody's account, or the row of somebody
/// who has none. Changes nothing, however often.
pub fn verify(
    db: &mut Db,
    purpose: LinkPurpose,
    text: &str,
    now: DateTime<Utc>,
    address_of: impl FnOnce(&mut Db, i64) -> Result<Option<EmailAddress>, StoreError>,
) -> Result<Verified, StoreError> {
    let Some(offered) = OfferedLink::read(text) else {
        return Ok(Verified::Void);
    };
    let key = if purpose.outlives_keys() {
        any_key(db, offered.key())?
    } else {
        key(db)?
    };
    let (Some(key), Some(address)) = (key, address_of(db, offered.user().get())?) else {
        return Ok(Verified::Void);
    };
    Ok(match offered.verify(&key, purpose, &address, now) {
        Ok(link) => Verified::Good(link),
        Err(NoLink::Expired(link)) => Verified::Expired(link),
        Err(NoLink::Forged) => Verified::Void,
    })
}

/// Whoever a good link is for, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The person, signed in or not.
    pub user: User,
    /// What the link says.
    pub link: SignedLink,
}

/// What a link is good for that somebody brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// It is good, for this person.
    Good(Box<Holder>),
    /// It was, but is too old.
    Expired(SignedLink),
    /// It is none: made up or cut, for another purpose, or its key or its account is no longer there.
    Void,
}

/// Looks what a link to somebody with an account is good for; changes nothing, however often.
pub fn open(db: &mut Db, purpose: LinkPurpose, text: &str, now: DateTime<Utc>) -> Result<Opened, StoreError> {
    let verified = verify(db, purpose, text, now, |db, user| {
        able_address(db, UserId::stored(user), now)
    })?;
    Ok(match verified {
        Verified::Good(link) => Opened::Good(Box::new(Holder {
            user: people::find(db, link.user)?,
            link,
        })),
        Verified::Expired(link) => Opened::Expired(link),
        Verified::Void => Opened::Void,
    })
}

/// The proven address of somebody who may do something here.
fn able_address(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Option<EmailAddress>, StoreError> {
    let email: Option<Option<String>> = users::table
        .find(user.get())
        .filter(users::closed_at.is_null())
        .filter(is_let_in(row_time(now)))
        .filter(users::password_hash.is_not_null())
        .select(users::email)
        .first(db)
        .optional()?;
    Ok(email.flatten().and_then(|email| EmailAddress::parse(&email).ok()))
}
