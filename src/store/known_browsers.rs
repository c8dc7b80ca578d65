//! Where people were signed in before: a browser in a word or two, and a network, shortened.
//!
//! What belongs here: telling a new place from a known one. What does not: sessions, which come and go.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::{known_browsers, users};
use super::time::{row_time, utc};
use super::{Db, StoreError, jobs};
use crate::domain::browser::{Browser, Place};
use crate::domain::id::{KnownBrowserId, UserId};
use crate::domain::job::Job;

/// How long a place is remembered after it was last signed in from.
const MEMORY: Duration = Duration::days(365);
/// How long no second letter goes after one.
const QUIET: Duration = Duration::hours(1);

/// Remembers that a person signs in here; a new place is told them by letter, but for their first, and seldom.
///
/// A place is known only once it was told, or its letter waits to go: nobody is to come in unnoticed beside another.
pub(super) fn meet(tx: &mut Db, user: UserId, place: &Place, now: DateTime<Utc>) -> Result<(), StoreError> {
    let label = place.browser.label();
    let here = known_browsers::table
        .filter(known_browsers::user_id.eq(user.get()))
        .filter(known_browsers::browser.eq(&label))
        .filter(known_browsers::network.eq(&place.network));
    let seen = diesel::update(here)
        .set(known_browsers::seen_at.eq(row_time(now)))
        .execute(tx)?;
    if seen > 0 {
        return Ok(());
    }
    let any = known_browsers::table.filter(known_browsers::user_id.eq(user.get()));
    let is_first: bool = !diesel::select(diesel::dsl::exists(any)).get_result::<bool>(tx)?;
    let told_at = if is_first { None } else { next_letter(tx, user, now)? };
    if !is_first && told_at.is_none() {
        return Ok(());
    }
    let row = (
        known_browsers::user_id.eq(user.get()),
        known_browsers::browser.eq(&label),
        known_browsers::network.eq(&place.network),
        known_browsers::first_seen_at.eq(row_time(now)),
        known_browsers::seen_at.eq(row_time(now)),
    );
    let made = diesel::insert_into(known_browsers::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    let Some(told_at) = told_at.filter(|_| made > 0) else {
        return Ok(());
    };
    let id: i64 = here.select(known_browsers::id).first(tx)?;
    let browser = KnownBrowserId::stored(id);
    jobs::enqueue(tx, &Job::NewSignIn { browser }, told_at)
}

/// Whether a person signed in from this network before, shortened as places keep it.
pub fn is_known_network(db: &mut Db, user: UserId, network: &str) -> Result<bool, StoreError> {
    let here = known_browsers::table
        .filter(known_browsers::user_id.eq(user.get()))
        .filter(known_browsers::network.eq(network));
    Ok(diesel::select(diesel::dsl::exists(here)).get_result(db)?)
}

/// When the next letter goes: now, or at the end of the hour in which one went; `None` while one waits for that already.
fn next_letter(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let row = users::table.find(user.get());
    let last: Option<chrono::NaiveDateTime> = row.select(users::told_sign_in_at).first(tx)?;
    let last = last.map(utc);
    let next = match last {
        Some(waits) if waits > now => return Ok(None),
        Some(went) => now.max(went + QUIET),
        None => now,
    };
    // Of two at the same moment one is later than it thought; its place is told at the next sign-in.
    let unchanged = users::told_sign_in_at
        .is_null()
        .or(users::told_sign_in_at.lt(row_time(next)));
    let told = diesel::update(row.filter(unchanged))
        .set(users::told_sign_in_at.eq(Some(row_time(next))))
        .execute(tx)?;
    Ok((told == 1).then_some(next))
}

/// A place as its letter tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBrowser {
    /// Whose.
    pub user: UserId,
    /// Where.
    pub place: Place,
    /// When they first signed in there.
    pub first_seen_at: DateTime<Utc>,
}

/// A place by its id; `None` when it was forgotten.
pub fn find(db: &mut Db, id: KnownBrowserId) -> Result<Option<KnownBrowser>, StoreError> {
    let row: Option<(i64, String, String, chrono::NaiveDateTime)> = known_browsers::table
        .find(id.get())
        .select((
            known_browsers::user_id,
            known_browsers::browser,
            known_browsers::network,
            known_browsers::first_seen_at,
        ))
        .first(db)
        .optional()?;
    Ok(row.map(|(user, browser, network, first_seen_at)| KnownBrowser {
        user: UserId::stored(user),
        place: Place {
            browser: Browser::labelled(&browser),
            network,
        },
        first_seen_at: utc(first_seen_at),
    }))
}

/// Forgets places that nobody signed in from for a year; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = known_browsers::table.filter(known_browsers::seen_at.lt(row_time(now - MEMORY)));
    Ok(diesel::delete(old).execute(tx)?)
}
