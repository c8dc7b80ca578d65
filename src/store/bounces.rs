//! What came back, by address: how much, and whether nothing is sent there any more. A changed address starts afresh.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::{bounces, users};
use super::time::{row_time, utc};
use super::{Db, StoreError, signed_links};
use crate::domain::bounce::{Bounce, PAUSED_AT, Reported, all_forgotten_after, score_left};
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::letter_id::OfferedLetterId;

/// How much is kept of what a mail server said.
const LONGEST_SAID: usize = 500;
/// The most scores that are swept away in one go.
const SWEPT_AT_ONCE: i64 = 500;

/// How noting ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noting {
    /// It counts; letters go on.
    Counted,
    /// It counts, and letters are paused now.
    Paused,
    /// As much was known of this letter.
    Known,
    /// The letter was none of ours.
    NotOurs,
}

/// What is known of an address.
type Row = (
    String,
    String,
    i64,
    chrono::NaiveDateTime,
    Option<chrono::NaiveDateTime>,
);

/// Notes what came back of a letter of ours to this address.
pub fn note(
    tx: &mut Db,
    to: &EmailAddress,
    letter: &str,
    bounce: Bounce,
    said: &str,
    now: DateTime<Utc>,
) -> Result<Noting, StoreError> {
    let known: Option<Row> = bounces::table
        .find(to.folded())
        .select((
            bounces::letter,
            bounces::kind,
            bounces::score,
            bounces::noted_at,
            bounces::paused_at,
        ))
        .first(tx)
        .optional()?;
    let mut score = bounce.weight();
    let mut paused_at = None;
    if let Some((of, kind, before, noted_at, was_paused_at)) = known {
        let counted = Bounce::parse(&kind).map_or(0, Bounce::weight);
        if of == letter && counted >= bounce.weight() {
            return Ok(Noting::Known);
        }
        // The same letter does not count twice: a delay that became a failure counts as the failure.
        let again = if of == letter { counted } else { 0 };
        paused_at = was_paused_at.map(utc);
        let left = if paused_at.is_some() {
            before
        } else {
            score_left(before, utc(noted_at), now)
        };
        score += (left - again).max(0);
    }
    let pauses = score >= PAUSED_AT && paused_at.is_none();
    let paused_at = paused_at.or(pauses.then_some(now)).map(row_time);
    let said: String = said.chars().take(LONGEST_SAID).collect();
    let values = (
        bounces::kind.eq(bounce.as_str()),
        bounces::said.eq(said),
        bounces::letter.eq(letter),
        bounces::score.eq(score),
        bounces::noted_at.eq(row_time(now)),
        bounces::paused_at.eq(paused_at),
    );
    diesel::insert_into(bounces::table)
        .values((bounces::email_folded.eq(to.folded()), values.clone()))
        .on_conflict(bounces::email_folded)
        .do_update()
        .set(values)
        .native()
        .execute(tx)?;
    Ok(if pauses { Noting::Paused } else { Noting::Counted })
}

/// Notes what somebody reports, if the letter was ours: its id proves to whom it went.
pub fn note_reported(tx: &mut Db, reported: &Reported, now: DateTime<Utc>) -> Result<Noting, StoreError> {
    let Some(offered) = OfferedLetterId::read(&reported.letter) else {
        return Ok(Noting::NotOurs);
    };
    let Some(key) = signed_links::any_key(tx, offered.key())? else {
        return Ok(Noting::NotOurs);
    };
    match reported.readers.iter().find(|reader| offered.is_ours(&key, reader)) {
        Some(reader) => note(tx, reader, &reported.letter, reported.bounce, &reported.said, now),
        None => Ok(Noting::NotOurs),
    }
}

/// Whether nothing is sent to this address now.
pub fn is_paused(db: &mut Db, address: &EmailAddress, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let paused = bounces::table
        .filter(bounces::email_folded.eq(address.folded()))
        .filter(bounces::paused_at.le(row_time(now)));
    Ok(diesel::select(diesel::dsl::exists(paused)).get_result(db)?)
}

/// An address to which nothing is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paused {
    /// The address, in lower case.
    pub address: String,
    /// What was reported last.
    pub bounce: Bounce,
    /// What the mail server said of it.
    pub said: String,
    /// Since when.
    pub paused_at: DateTime<Utc>,
}

type PausedRow = (String, String, String, Option<chrono::NaiveDateTime>);

fn paused((address, kind, said, paused_at): PausedRow) -> Option<Paused> {
    Some(Paused {
        address,
        bounce: Bounce::parse(&kind)?,
        said,
        paused_at: utc(paused_at?),
    })
}

/// The address of somebody with an account, if nothing is sent there.
pub fn of_user(db: &mut Db, user: UserId) -> Result<Option<Paused>, StoreError> {
    let row: Option<PausedRow> = users::table
        .inner_join(bounces::table.on(users::email_folded.eq(bounces::email_folded.nullable())))
        .filter(users::id.eq(user.get()))
        .filter(bounces::paused_at.is_not_null())
        .select((bounces::email_folded, bounces::kind, bounces::said, bounces::paused_at))
        .first(db)
        .optional()?;
    Ok(row.and_then(paused))
}

/// Addresses to which nothing is sent, the latest first; at most so many.
pub fn all_paused(db: &mut Db, most: i64) -> Result<Vec<Paused>, StoreError> {
    let rows: Vec<PausedRow> = bounces::table
        .filter(bounces::paused_at.is_not_null())
        .order((bounces::paused_at.desc(), bounces::email_folded.desc()))
        .select((bounces::email_folded, bounces::kind, bounces::said, bounces::paused_at))
        .limit(most)
        .load(db)?;
    Ok(rows.into_iter().filter_map(paused).collect())
}

/// Sends there again, as if nothing had come back; answers whether letters were paused.
pub fn lift(tx: &mut Db, address: &str) -> Result<bool, StoreError> {
    let row = bounces::table
        .filter(bounces::email_folded.eq(address.to_lowercase()))
        .filter(bounces::paused_at.is_not_null());
    Ok(diesel::delete(row).execute(tx)? == 1)
}

/// Deletes scores of which nothing is left; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let over: Vec<String> = bounces::table
        .filter(bounces::paused_at.is_null())
        .filter(bounces::noted_at.le(row_time(now - all_forgotten_after())))
        .order(bounces::noted_at)
        .limit(SWEPT_AT_ONCE)
        .select(bounces::email_folded)
        .load(tx)?;
    Ok(diesel::delete(bounces::table.filter(bounces::email_folded.eq_any(over))).execute(tx)?)
}
