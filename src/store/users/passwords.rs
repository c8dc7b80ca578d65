//! What a person signs in with, and how they come to another password or to an imported account.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{SuspensionColumns, suspension_of};
use crate::domain::document::Agreed;
use crate::domain::email::EmailAddress;
use crate::domain::id::{SessionId, UserId};
use crate::domain::job::Job;
use crate::domain::restraint::Span;
use crate::domain::token::{Purpose, Token};
use crate::store::schema::users;
use crate::store::throttle::{self, Subject};
use crate::store::tokens::{self, Errand, Redeemed};
use crate::store::{Db, StoreError, address_changes, consents, jobs, sessions};

/// What an address signs in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Whose they are.
    pub user: UserId,
    /// The hash of the password, when one was chosen.
    pub password_hash: Option<String>,
    /// From when to when the person is kept from signing in.
    pub suspension: Option<Span>,
}

impl Credentials {
    /// Whether the person is kept from signing in at a moment.
    pub fn is_suspended(&self, now: DateTime<Utc>) -> bool {
        self.suspension.is_some_and(|span| span.holds(now))
    }
}

/// What this address signs in with; `None` when it has no account.
pub fn credentials(db: &mut Db, email: &EmailAddress) -> Result<Option<Credentials>, StoreError> {
    let row: Option<(i64, Option<String>, SuspensionColumns)> = users::table
        .filter(users::email_folded.eq(email.folded()))
        .select((
            users::id,
            users::password_hash,
            (users::suspended_at, users::suspended_until),
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(user, password_hash, suspension)| Credentials {
        user: UserId::stored(user),
        password_hash,
        suspension: suspension_of(suspension),
    }))
}

/// The hash of a person's own password, to compare before it is changed.
pub fn password_hash(db: &mut Db, user: UserId) -> Result<Option<String>, StoreError> {
    Ok(users::table.find(user.get()).select(users::password_hash).first(db)?)
}

/// Sets a password that its owner chose while signed in; every other session of theirs ends.
pub fn change(
    tx: &mut Db,
    user: UserId,
    session: SessionId,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    set(tx, user, password_hash, now)?;
    sessions::end_others(tx, user, Some(session))
}

/// How choosing a password through a letter ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resetting {
    /// It is set.
    Done(UserId),
    /// The letter is too old, was used, or never was.
    Expired,
}

/// Sets a password that was chosen through a letter, which also proves the address; every session ends.
pub fn reset(tx: &mut Db, token: &Token, password_hash: &str, now: DateTime<Utc>) -> Result<Resetting, StoreError> {
    let Redeemed::Now(Errand::ResetPassword(user)) = tokens::redeem(tx, Purpose::ResetPassword, token, now)? else {
        return Ok(Resetting::Expired);
    };
    set(tx, user, password_hash, now)?;
    sessions::end_others(tx, user, None)?;
    Ok(Resetting::Done(user))
}

fn set(tx: &mut Db, user: UserId, password_hash: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(users::table.find(user.get()))
        .set(users::password_hash.eq(Some(password_hash)))
        .execute(tx)?;
    tokens::spend_all(tx, user, now)?;
    address_changes::cancel(tx, user, now)?;
    let email: Option<String> = users::table.find(user.get()).select(users::email).first(tx)?;
    if let Some(email) = email.and_then(|email| EmailAddress::parse(&email).ok()) {
        throttle::clear(tx, &Subject::Account(&email))?;
    }
    jobs::enqueue(tx, &Job::PasswordChanged { user }, now)
}

/// How a link to claim an account was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimLink {
    /// The secret of the link; the administrator hands it over.
    Issued(Token),
    /// Somebody signs in to that account already, or it is closed.
    NotClaimable,
}

/// Makes a link by which an imported person takes over their account.
pub fn issue_claim(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<ClaimLink, StoreError> {
    let has_nobody = users::table
        .find(user.get())
        .select(users::password_hash.is_null().and(users::closed_at.is_null()));
    if !has_nobody.first::<bool>(tx)? {
        return Ok(ClaimLink::NotClaimable);
    }
    tokens::issue(tx, Errand::ClaimAccount(user), now).map(ClaimLink::Issued)
}

/// How claiming an account ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claiming {
    /// A letter is on its way to the address, whoever has it.
    LetterSent,
    /// The link is too old, was used, or never was.
    Expired,
}

/// Notes the address of a person who claims an imported account; the letter to it is what lets them choose a password.
///
/// The link stays good until that password is set, so a mistyped address can be corrected, and nothing tells whether
/// the address has another account: its owner learns that by letter.
pub fn claim(
    tx: &mut Db,
    token: &Token,
    email: &EmailAddress,
    agreed: Option<&Agreed>,
    now: DateTime<Utc>,
) -> Result<Claiming, StoreError> {
    super::take_turn(tx)?;
    let Some(Errand::ClaimAccount(user)) = tokens::peek(tx, Purpose::ClaimAccount, token, now)? else {
        return Ok(Claiming::Expired);
    };
    let holder = super::with_address(tx, email)?;
    if let Some(other) = holder.filter(|holder| *holder != user) {
        let told = Job::AlreadyRegistered {
            user: other,
            sign_up: None,
        };
        jobs::enqueue(tx, &told, now)?;
        return Ok(Claiming::LetterSent);
    }
    diesel::update(users::table.find(user.get()).filter(users::password_hash.is_null()))
        .set((
            users::email.eq(Some(email.as_str())),
            users::email_folded.eq(Some(email.folded())),
        ))
        .execute(tx)?;
    if let Some(agreed) = agreed {
        consents::record(tx, user, agreed, now)?;
    }
    tokens::spend(tx, user, Purpose::ResetPassword, now)?;
    let email = email.as_str().to_owned();
    jobs::enqueue(tx, &Job::ForgottenPassword { email }, now)?;
    Ok(Claiming::LetterSent)
}
