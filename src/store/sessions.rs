//! Sessions: one row for each browser that is signed in, so that it can be revoked.

use chrono::{DateTime, Duration, DurationRound, Utc};
use diesel::prelude::*;

use super::outcome::Deed;
use super::schema::{sessions, users};
use super::time::{row_time, utc};
use super::{Db, StoreError, known_browsers};
use crate::domain::browser::{Browser, Place};
use crate::domain::id::{SessionId, UserId};
use crate::domain::token::Token;

/// How long a session lives after it was last used.
pub const LIFETIME: Duration = Duration::days(60);
/// How often a session that is in use is written down, at most.
const TOUCHED_EVERY: Duration = Duration::hours(1);

/// Begins a session; the secret goes into the cookie and is not kept.
///
/// A place where the person was not seen before is told them by letter, but for the first of all.
pub fn open(tx: &mut Db, user: UserId, place: &Place, now: DateTime<Utc>) -> Result<Token, StoreError> {
    let token = Token::random();
    known_browsers::meet(tx, user, place, now)?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::user_id.eq(user.get()),
            sessions::token_hash.eq(token.hash()),
            sessions::agent.eq(place.browser.label()),
            sessions::network.eq(&place.network),
            sessions::created_at.eq(row_time(now)),
            sessions::seen_at.eq(row_time(now)),
            sessions::expires_at.eq(row_time(now + LIFETIME)),
        ))
        .execute(tx)?;
    see(tx, user, now)?;
    Ok(token)
}

/// Whether a session that was last written down at `seen_at` should be written down again.
pub(super) fn is_due(seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - seen_at >= TOUCHED_EVERY
}

/// Writes down that a session is in use, and lets it live on; does nothing within the hour.
pub fn touch(tx: &mut Db, session: SessionId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let touched: Option<i64> = diesel::update(
        sessions::table
            .filter(sessions::id.eq(session.get()))
            .filter(sessions::seen_at.le(row_time(now - TOUCHED_EVERY))),
    )
    .set((
        sessions::seen_at.eq(row_time(now)),
        sessions::expires_at.eq(row_time(now + LIFETIME)),
    ))
    .returning(sessions::user_id)
    .get_result(tx)
    .optional()?;
    touched.map_or(Ok(()), |user| see(tx, UserId::stored(user), now))
}

fn see(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let today = row_time(now.duration_trunc(Duration::days(1)).unwrap_or(now));
    let first_today = users::seen_at.is_null().or(users::seen_at.lt(today));
    diesel::update(users::table.find(user.get()).filter(first_today))
        .set(users::visited_day_count.eq(users::visited_day_count + 1))
        .execute(tx)?;
    diesel::update(users::table.find(user.get()))
        .set((
            users::seen_at.eq(Some(row_time(now))),
            users::unweighed_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    Ok(())
}

/// Ends a session: its cookie is worth nothing from now on.
pub fn end(tx: &mut Db, session: SessionId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.find(session.get())).execute(tx)?;
    Ok(())
}

/// Ends one of a person's own sessions; absent when it has ended already.
pub fn end_own(tx: &mut Db, user: UserId, session: SessionId) -> Result<Deed, StoreError> {
    let row = sessions::table.find(session.get());
    let owner: i64 = row.select(sessions::user_id).first(tx)?;
    if owner != user.get() {
        return Ok(Deed::NotYours);
    }
    diesel::delete(row).execute(tx)?;
    Ok(Deed::Done(()))
}

/// Ends every session of a person but the one that is kept.
pub fn end_others(tx: &mut Db, user: UserId, kept: Option<SessionId>) -> Result<(), StoreError> {
    let kept = kept.map_or(0, SessionId::get);
    diesel::delete(
        sessions::table
            .filter(sessions::user_id.eq(user.get()))
            .filter(sessions::id.ne(kept)),
    )
    .execute(tx)?;
    Ok(())
}

/// A browser that is signed in, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// The browser, as far as it is known.
    pub browser: Browser,
    /// The network that it signed in from, shortened; empty when nobody knows.
    pub network: String,
    /// When it signed in.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the hour.
    pub seen_at: DateTime<Utc>,
}

/// The browsers in which a person is signed in, the latest first; at most 50.
pub fn of_user(db: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<Vec<SessionRow>, StoreError> {
    let rows: Vec<(i64, String, String, chrono::NaiveDateTime, chrono::NaiveDateTime)> = sessions::table
        .filter(sessions::user_id.eq(user.get()))
        .filter(sessions::expires_at.gt(row_time(now)))
        .order((sessions::seen_at.desc(), sessions::id.desc()))
        .limit(50)
        .select((
            sessions::id,
            sessions::agent,
            sessions::network,
            sessions::created_at,
            sessions::seen_at,
        ))
        .load(db)?;
    let row = |(id, agent, network, created_at, seen_at): (i64, String, String, _, _)| SessionRow {
        id: SessionId::stored(id),
        browser: Browser::labelled(&agent),
        network,
        created_at: utc(created_at),
        seen_at: utc(seen_at),
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Deletes sessions that ran out; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.le(row_time(now)))).execute(tx)?)
}
