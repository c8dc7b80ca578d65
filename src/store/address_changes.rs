//! Addresses that wait to take the place of an account's present one, until their letter is answered.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::{address_changes, users};
use super::time::row_time;
use super::tokens::{self, Errand, Redeemed};
use super::users::{is_let_in, take_turn, with_address};
use super::{Db, StoreError, changes, jobs, sessions};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::email::EmailAddress;
use crate::domain::id::{SessionId, UserId};
use crate::domain::job::Job;
use crate::domain::token::{Purpose, Token};

/// How asking for another address ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Letters to both addresses are on their way, whoever has the new one.
    LetterSent,
    /// It is the account's address already.
    Same,
}

/// Keeps another address until its letter is answered; whatever was asked for before is dropped.
///
/// Nothing here looks whether the address has another account: its owner learns that by letter.
pub fn ask(tx: &mut Db, user: UserId, email: &EmailAddress, now: DateTime<Utc>) -> Result<Asking, StoreError> {
    let present: Option<String> = users::table.find(user.get()).select(users::email).first(tx)?;
    if present.as_deref() == Some(email.as_str()) {
        return Ok(Asking::Same);
    }
    cancel(tx, user, now)?;
    let row = (
        address_changes::email.eq(email.as_str()),
        address_changes::asked_at.eq(row_time(now)),
        address_changes::expires_at.eq(row_time(now + tokens::lifetime(Purpose::ChangeAddress))),
    );
    diesel::insert_into(address_changes::table)
        .values((address_changes::user_id.eq(user.get()), row))
        .on_conflict(address_changes::user_id)
        .do_update()
        .set(row)
        .native()
        .execute(tx)?;
    jobs::enqueue(tx, &Job::ConfirmAddress { user }, now)?;
    jobs::enqueue(tx, &Job::AddressChangeAsked { user }, now)?;
    Ok(Asking::LetterSent)
}

/// The address that waits, if one does.
pub fn waiting(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Option<EmailAddress>, StoreError> {
    let email: Option<String> = address_changes::table
        .find(user.get())
        .filter(address_changes::expires_at.gt(row_time(now)))
        .select(address_changes::email)
        .first(db)
        .optional()?;
    Ok(email.and_then(|email| EmailAddress::parse(&email).ok()))
}

/// Drops the address that waits, and the secrets that would confirm it.
pub fn cancel(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    tokens::spend(tx, user, Purpose::ChangeAddress, now)?;
    diesel::delete(address_changes::table.find(user.get())).execute(tx)?;
    Ok(())
}

/// Whose address a letter's secret changes, and to which, without changing it.
pub fn peek(db: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<Option<(UserId, EmailAddress)>, StoreError> {
    let Some(Errand::ChangeAddress(user)) = tokens::peek(db, Purpose::ChangeAddress, token, now)? else {
        return Ok(None);
    };
    Ok(waiting(db, user, now)?.map(|email| (user, email)))
}

/// How confirming another address ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changing {
    /// It is this person's address now.
    Changed(UserId),
    /// The letter is too old, was used, or never was; or the address has another account by now.
    Expired,
}

/// Puts the confirmed address in the place of the present one; every session but `kept` ends.
pub fn confirm(
    tx: &mut Db,
    token: &Token,
    kept: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<Changing, StoreError> {
    take_turn(tx)?;
    let Redeemed::Now(Errand::ChangeAddress(user)) = tokens::redeem(tx, Purpose::ChangeAddress, token, now)? else {
        return Ok(Changing::Expired);
    };
    let Some(email) = waiting(tx, user, now)? else {
        return Ok(Changing::Expired);
    };
    let holder = with_address(tx, &email)?;
    let (former, may_sign_in): (Option<String>, bool) = users::table
        .find(user.get())
        .select((users::email, is_let_in(row_time(now))))
        .first(tx)?;
    if holder.is_some_and(|holder| holder != user) || !may_sign_in {
        return Ok(Changing::Expired);
    }
    diesel::update(users::table.find(user.get()))
        .set((
            users::email.eq(Some(email.as_str())),
            users::email_folded.eq(Some(email.folded())),
        ))
        .execute(tx)?;
    cancel(tx, user, now)?;
    tokens::spend(tx, user, Purpose::ResetPassword, now)?;
    sessions::end_others(tx, user, kept)?;
    changes::record(tx, Noun::User(user), ChangeVerb::Changed, now)?;
    if let Some(former) = former {
        jobs::enqueue(tx, &Job::AddressChanged { user, former }, now)?;
    }
    Ok(Changing::Changed(user))
}

/// Deletes addresses that waited too long; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = address_changes::table.filter(address_changes::expires_at.le(row_time(now)));
    Ok(diesel::delete(old).execute(tx)?)
}
