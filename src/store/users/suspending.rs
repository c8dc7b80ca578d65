//! From when to when somebody is kept from signing in, as their row says it.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::id::UserId;
use crate::domain::restraint::Span;
use crate::store::schema::users;
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// That the user of the query is not suspended at a moment. Those of whom letters and lists ask are let in by the sweep, which takes
/// suspensions away that have ended.
#[diesel::dsl::auto_type]
pub(in crate::store) fn is_let_in(now: NaiveDateTime) -> _ {
    users::suspended_at.is_null().or(users::suspended_until
        .is_not_null()
        .and(users::suspended_until.assume_not_null().le(now)))
}

/// From when to when somebody is suspended, as their row says; it may have ended.
pub(in crate::store) fn suspension_of(columns: SuspensionColumns) -> Option<Span> {
    let (begun_at, ends_at) = columns;
    begun_at.map(|begun_at| Span {
        begun_at: utc(begun_at),
        ends_at: ends_at.map(utc),
    })
}

/// From when to when this person is suspended, as [`suspension_of`] says it.
pub(in crate::store) fn suspension(db: &mut Db, user: UserId) -> Result<Option<Span>, StoreError> {
    let columns: SuspensionColumns = users::table
        .find(user.get())
        .select((users::suspended_at, users::suspended_until))
        .first(db)?;
    Ok(suspension_of(columns))
}

/// This person, if a moderator has removed them with everything that they wrote.
pub(in crate::store) fn removed(db: &mut Db, user: Option<UserId>) -> Result<Option<UserId>, StoreError> {
    let Some(user) = user else { return Ok(None) };
    let removed_at: Option<Option<NaiveDateTime>> = users::table
        .find(user.get())
        .select(users::removed_at)
        .first(db)
        .optional()?;
    Ok(removed_at.flatten().map(|_| user))
}

/// The two columns of a suspension: since when, and until when.
pub(in crate::store) type SuspensionColumns = (Option<NaiveDateTime>, Option<NaiveDateTime>);
