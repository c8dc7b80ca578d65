//! Closing an account: whoever it was goes, what they wrote stays.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::roles::is_last_admin;
use super::{second_factors, take_turn};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::job::Job;
use crate::domain::role::{Role, Trust};
use crate::store::schema::{
    address_changes, group_members, helpers, known_browsers, sessions, sign_ups, submissions, tokens, users,
};
use crate::store::throttle::{self, Subject};
use crate::store::time::row_time;
use crate::store::{
    Db, StoreError, canned_replies, changes, doubts, jobs, notifications, readings, restraints, staff_notes,
    subscribers, subscriptions,
};

/// What stands in the place of a name; no page shows it, and nobody can choose it.
const NAMELESS: &str = "-";

/// How closing an account ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// It is closed, for good.
    Closed,
    /// Nobody would be left to run the forum.
    LastAdmin,
}

/// Closes an account for good: address, name, password, what they said of themselves, sessions and secrets go.
///
/// Posts, votes and acceptances stay. Posts of people with an account carry no name of their own, so none is left.
pub fn close(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Closing, StoreError> {
    take_turn(tx)?;
    if is_last_admin(tx, user)? {
        return Ok(Closing::LastAdmin);
    }
    let (name, email): (String, Option<String>) = users::table
        .find(user.get())
        .filter(users::closed_at.is_null())
        .select((users::name, users::email))
        .first(tx)?;
    forget(tx, user)?;
    diesel::update(users::table.find(user.get()))
        .set((
            (
                users::name.eq(NAMELESS),
                users::name_folded.eq(""),
                users::email.eq(None::<String>),
                users::email_folded.eq(None::<String>),
                users::password_hash.eq(None::<String>),
            ),
            (
                users::role.eq(Role::Member.as_str()),
                users::trust.eq(Trust::Newcomer.as_str()),
                users::about_markdown.eq(""),
                users::about_html.eq(""),
            ),
            (
                users::seen_at.eq(None::<chrono::NaiveDateTime>),
                users::renamed_at.eq(None::<chrono::NaiveDateTime>),
                users::told_sign_in_at.eq(None::<chrono::NaiveDateTime>),
                users::dismissed_hints_at.eq(None::<chrono::NaiveDateTime>),
                users::closed_at.eq(Some(row_time(now))),
            ),
        ))
        .execute(tx)?;
    if let Some(email) = email.and_then(|email| EmailAddress::parse(&email).ok()) {
        diesel::delete(sign_ups::table.filter(sign_ups::email_folded.eq(email.folded()))).execute(tx)?;
        throttle::clear(tx, &Subject::Account(&email))?;
        let email = email.as_str().to_owned();
        jobs::enqueue(tx, &Job::AccountClosed { email, name }, now)?;
    }
    changes::record(tx, Noun::User(user), ChangeVerb::Deleted, now)?;
    Ok(Closing::Closed)
}

/// Everything that is only there for somebody who signs in.
fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    readings::forget(tx, user)?;
    notifications::forget(tx, user)?;
    subscriptions::forget(tx, user)?;
    subscribers::forget(tx, user)?;
    second_factors::forget(tx, user)?;
    restraints::forget(tx, user)?;
    staff_notes::forget(tx, user)?;
    doubts::forget(tx, user)?;
    canned_replies::forget(tx, user)?;
    let user = user.get();
    diesel::delete(sessions::table.filter(sessions::user_id.eq(user))).execute(tx)?;
    diesel::delete(tokens::table.filter(tokens::user_id.eq(user))).execute(tx)?;
    diesel::delete(address_changes::table.find(user)).execute(tx)?;
    diesel::delete(known_browsers::table.filter(known_browsers::user_id.eq(user))).execute(tx)?;
    diesel::delete(group_members::table.filter(group_members::user_id.eq(user))).execute(tx)?;
    diesel::delete(submissions::table.filter(submissions::user_id.eq(user))).execute(tx)?;
    diesel::delete(helpers::table.filter(helpers::user_id.eq(user))).execute(tx)?;
    Ok(())
}
