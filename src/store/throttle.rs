//! What repeated failures have cost so far, by account and by network.
//!
//! A try is counted before it is made and taken back when it succeeds, so that many at once do not slip through.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

use super::schema::sign_in_failures;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::email::EmailAddress;
use crate::domain::id::UserId;
use crate::domain::throttle::{FREE_FOR_ACCOUNT, FREE_FOR_NETWORK, Failures};

/// What failures are counted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject<'a> {
    /// Signing in with an address, whether or not it has an account.
    Account(&'a EmailAddress),
    /// Signing in to an account from a network where its owner signed in before: strangers' failures elsewhere do not count.
    AtHome(&'a EmailAddress, &'a str),
    /// Signing in, or typing the code of the set-up, from a network, as [`crate::domain::network::network_of`] writes it.
    Network(&'a str),
    /// Codes of somebody's second factor.
    SecondFactor(UserId),
    /// Letters that strangers had sent to an address.
    LettersTo(&'a EmailAddress),
    /// Letters that were asked for from a network.
    LettersFrom(&'a str),
    /// Downloads of one's own data.
    Download(UserId),
}

impl Subject<'_> {
    /// How its row is named.
    pub fn key(&self) -> String {
        match self {
            Subject::Account(email) => format!("account {}", email.folded()),
            Subject::AtHome(email, network) => format!("account {} from {network}", email.folded()),
            Subject::Network(network) => format!("network {network}"),
            Subject::SecondFactor(user) => format!("second factor {user}"),
            Subject::LettersTo(email) => format!("letters to {}", email.folded()),
            Subject::LettersFrom(network) => format!("letters from {network}"),
            Subject::Download(user) => format!("download {user}"),
        }
    }

    fn free(&self) -> i64 {
        match self {
            Subject::Account(_)
            | Subject::AtHome(..)
            | Subject::SecondFactor(_)
            | Subject::LettersTo(_)
            | Subject::Download(_) => FREE_FOR_ACCOUNT,
            Subject::Network(_) | Subject::LettersFrom(_) => FREE_FOR_NETWORK,
        }
    }
}

/// Whether a try may be made now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trying {
    /// It may, and is counted.
    GoAhead,
    /// Not before this long.
    Wait(Duration),
}

/// How a subject stands before a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// It may try; so often did it fail.
    Failures(i64),
    /// Not before this long.
    Wait(Duration),
}

/// How a subject stands, without counting anything: what has to wait anyway need not be written down.
pub fn record(db: &mut Db, subject: &Subject<'_>, now: DateTime<Utc>) -> Result<Record, StoreError> {
    let found = failures(db, subject)?.filter(|failures| !failures.is_forgotten(now));
    let wait = found.and_then(|failures| failures.wait(subject.free(), now));
    Ok(wait.map_or(
        Record::Failures(found.map_or(0, |failures| failures.count)),
        Record::Wait,
    ))
}

/// Counts a try for all its subjects, unless one of them has to wait: then it counts for none.
pub fn attempt(tx: &mut Db, subjects: &[Subject<'_>], now: DateTime<Utc>) -> Result<Trying, StoreError> {
    take_turn(tx, subjects)?;
    let mut longest = None;
    for subject in subjects {
        let wait = failures(tx, subject)?.and_then(|failures| failures.wait(subject.free(), now));
        longest = longest.max(wait);
    }
    if let Some(wait) = longest {
        return Ok(Trying::Wait(wait));
    }
    for subject in subjects {
        count(tx, subject, now)?;
    }
    Ok(Trying::GoAhead)
}

/// Lets one transaction at a time decide about a subject; in one order, so that none waits for the other for ever.
///
/// On SQLite a write transaction is alone anyway.
fn take_turn(tx: &mut Db, subjects: &[Subject<'_>]) -> Result<(), StoreError> {
    if tx.is_postgres() {
        let mut keys: Vec<String> = subjects.iter().map(Subject::key).collect();
        keys.sort();
        for key in keys {
            diesel::sql_query("select pg_advisory_xact_lock(8417122, hashtext($1))")
                .bind::<Text, _>(key)
                .execute(tx)?;
        }
    }
    Ok(())
}

/// Takes one of a day's `most` chances; a day counts from the first of them.
pub fn spend_daily(tx: &mut Db, subject: &Subject<'_>, most: i64, now: DateTime<Utc>) -> Result<Trying, StoreError> {
    take_turn(tx, std::slice::from_ref(subject))?;
    let day = Duration::days(1);
    let spent = failures(tx, subject)?.filter(|spent| now - spent.last < day);
    match spent {
        None => {
            clear(tx, subject)?;
            count(tx, subject, now)?;
        }
        Some(spent) if spent.count < most => {
            diesel::update(sign_in_failures::table.find(subject.key()))
                .set(sign_in_failures::failure_count.eq(sign_in_failures::failure_count + 1))
                .execute(tx)?;
        }
        Some(spent) => return Ok(Trying::Wait(spent.last + day - now)),
    }
    Ok(Trying::GoAhead)
}

fn failures(db: &mut Db, subject: &Subject<'_>) -> Result<Option<Failures>, StoreError> {
    let row: Option<(i64, chrono::NaiveDateTime)> = sign_in_failures::table
        .find(subject.key())
        .select((sign_in_failures::failure_count, sign_in_failures::failed_at))
        .first(db)
        .optional()?;
    Ok(row.map(|(count, last)| Failures { count, last: utc(last) }))
}

fn count(tx: &mut Db, subject: &Subject<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::sql_query(
        "insert into sign_in_failures (subject, failure_count, failed_at) values ($1, 1, $2) \
         on conflict (subject) do update set failed_at = excluded.failed_at, failure_count = \
         case when sign_in_failures.failed_at < $3 then 1 else sign_in_failures.failure_count + 1 end",
    )
    .bind::<Text, _>(subject.key())
    .bind::<Timestamp, _>(row_time(now))
    .bind::<Timestamp, _>(row_time(now - Duration::days(1)))
    .execute(tx)?;
    Ok(())
}

/// Takes one counted try back: it was not made, or it succeeded among others' failures.
pub fn take_back(tx: &mut Db, subject: &Subject<'_>) -> Result<(), StoreError> {
    diesel::update(
        sign_in_failures::table
            .find(subject.key())
            .filter(sign_in_failures::failure_count.gt(0)),
    )
    .set(sign_in_failures::failure_count.eq(sign_in_failures::failure_count - 1))
    .execute(tx)?;
    Ok(())
}

/// Forgets the failures of a subject that has succeeded.
pub fn clear(tx: &mut Db, subject: &Subject<'_>) -> Result<(), StoreError> {
    diesel::delete(sign_in_failures::table.find(subject.key())).execute(tx)?;
    Ok(())
}

/// Deletes failures that are forgotten; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let before = row_time(now - Duration::days(1));
    Ok(diesel::delete(sign_in_failures::table.filter(sign_in_failures::failed_at.lt(before))).execute(tx)?)
}
