//! Secrets that go out in letters and links: stored hashed, good once, and not for long.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::schema::tokens;
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::id::{SignUpId, UserId};
use crate::domain::token::{Purpose, Token};

/// What a secret is good for, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// To confirm the address of a sign-up.
    ConfirmSignUp(SignUpId),
    /// To choose a password.
    ResetPassword(UserId),
    /// To take over an imported account.
    ClaimAccount(UserId),
    /// To confirm another address of an account.
    ChangeAddress(UserId),
}

impl Errand {
    fn purpose(self) -> Purpose {
        match self {
            Errand::ConfirmSignUp(_) => Purpose::ConfirmSignUp,
            Errand::ResetPassword(_) => Purpose::ResetPassword,
            Errand::ClaimAccount(_) => Purpose::ClaimAccount,
            Errand::ChangeAddress(_) => Purpose::ChangeAddress,
        }
    }

    fn from_parts(purpose: Purpose, (sign_up, user): (Option<i64>, Option<i64>)) -> Option<Self> {
        match purpose {
            Purpose::ConfirmSignUp => sign_up.map(SignUpId::stored).map(Errand::ConfirmSignUp),
            Purpose::ResetPassword => user.map(UserId::stored).map(Errand::ResetPassword),
            Purpose::ClaimAccount => user.map(UserId::stored).map(Errand::ClaimAccount),
            Purpose::ChangeAddress => user.map(UserId::stored).map(Errand::ChangeAddress),
        }
    }
}

/// How long a secret is good: two days to confirm, two hours to choose a password, two weeks to claim.
pub fn lifetime(purpose: Purpose) -> Duration {
    match purpose {
        Purpose::ConfirmSignUp | Purpose::ChangeAddress => Duration::hours(48),
        Purpose::ResetPassword => Duration::hours(2),
        Purpose::ClaimAccount => Duration::days(14),
    }
}

/// Makes a secret; only its hash is kept.
pub fn issue(tx: &mut Db, errand: Errand, now: DateTime<Utc>) -> Result<Token, StoreError> {
    let token = Token::random();
    let (sign_up, user) = match errand {
        Errand::ConfirmSignUp(sign_up) => (Some(sign_up.get()), None),
        Errand::ResetPassword(user) | Errand::ClaimAccount(user) | Errand::ChangeAddress(user) => {
            (None, Some(user.get()))
        }
    };
    let purpose = errand.purpose();
    diesel::insert_into(tokens::table)
        .values((
            tokens::purpose.eq(purpose.as_str()),
            tokens::sign_up_id.eq(sign_up),
            tokens::user_id.eq(user),
            tokens::token_hash.eq(token.hash()),
            tokens::created_at.eq(row_time(now)),
            tokens::expires_at.eq(row_time(now + lifetime(purpose))),
        ))
        .execute(tx)?;
    Ok(token)
}

/// What a secret is good for, without using it up; `None` when it is good for nothing (any more).
pub fn peek(db: &mut Db, purpose: Purpose, token: &Token, now: DateTime<Utc>) -> Result<Option<Errand>, StoreError> {
    let row: Option<(Option<i64>, Option<i64>)> = tokens::table
        .filter(tokens::token_hash.eq(token.hash()))
        .filter(tokens::purpose.eq(purpose.as_str()))
        .filter(tokens::used_at.is_null())
        .filter(tokens::expires_at.gt(row_time(now)))
        .select((tokens::sign_up_id, tokens::user_id))
        .first(db)
        .optional()?;
    Ok(row.and_then(|row| Errand::from_parts(purpose, row)))
}

/// How using a secret ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redeemed {
    /// It was good, and is not any more.
    Now(Errand),
    /// It was used before.
    Before,
    /// It is too old, or never was.
    Expired,
}

/// Uses a secret up; of two who try at once, one succeeds.
pub fn redeem(tx: &mut Db, purpose: Purpose, token: &Token, now: DateTime<Utc>) -> Result<Redeemed, StoreError> {
    let hash = token.hash();
    let row: Option<(Option<i64>, Option<i64>)> = diesel::update(
        tokens::table
            .filter(tokens::token_hash.eq(&hash))
            .filter(tokens::purpose.eq(purpose.as_str()))
            .filter(tokens::used_at.is_null())
            .filter(tokens::expires_at.gt(row_time(now))),
    )
    .set(tokens::used_at.eq(Some(row_time(now))))
    .returning((tokens::sign_up_id, tokens::user_id))
    .get_result(tx)
    .optional()?;
    if let Some(errand) = row.and_then(|row| Errand::from_parts(purpose, row)) {
        return Ok(Redeemed::Now(errand));
    }
    let used = tokens::table
        .filter(tokens::token_hash.eq(&hash))
        .filter(tokens::purpose.eq(purpose.as_str()))
        .filter(tokens::used_at.is_not_null());
    let was_used: bool = diesel::select(diesel::dsl::exists(used)).get_result(tx)?;
    Ok(if was_used { Redeemed::Before } else { Redeemed::Expired })
}

/// Uses up every secret of a person that serves this purpose.
pub fn spend(tx: &mut Db, user: UserId, purpose: Purpose, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(
        tokens::table
            .filter(tokens::user_id.eq(user.get()))
            .filter(tokens::purpose.eq(purpose.as_str()))
            .filter(tokens::used_at.is_null()),
    )
    .set(tokens::used_at.eq(Some(row_time(now))))
    .execute(tx)?;
    Ok(())
}

/// Uses up every secret of a person, once they have another password.
pub fn spend_all(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    spend(tx, user, Purpose::ResetPassword, now)?;
    spend(tx, user, Purpose::ChangeAddress, now)?;
    spend(tx, user, Purpose::ClaimAccount, now)
}

/// Deletes secrets that ran out; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(tokens::table.filter(tokens::expires_at.le(row_time(now)))).execute(tx)?)
}
