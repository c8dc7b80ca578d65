//! Visitors who wait for a question: an address is left, confirmed by a letter, told once that it is resolved, and deleted.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::{NativeDsl, among};
use super::schema::{awaitings, threads};
use super::signed_links::{self, Verified};
use super::threads::title_of;
use super::time::row_time;
use super::{Db, StoreError, duplicates, jobs, merges};
use crate::domain::digest::CONFIRM_WITHIN;
use crate::domain::email::EmailAddress;
use crate::domain::id::{AwaitingId, ThreadId};
use crate::domain::job::Job;
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::domain::signed_link::LinkPurpose;
use crate::domain::thread::Standing;

/// Somebody who waits for a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaiting {
    /// Its id.
    pub id: AwaitingId,
    /// The question, or what it was merged into.
    pub thread: ThreadId,
    /// Its title, as everybody sees it.
    pub title: String,
    /// Where its standing is told.
    pub email: EmailAddress,
    /// The language that was spoken when it was asked for.
    pub language: Option<Language>,
    /// Whether the owner of the address said yes.
    pub is_confirmed: bool,
    /// Where the question stands.
    pub standing: Standing,
}

/// Somebody wants to be told at an address when a question is resolved: a letter asks whether its owner does.
pub fn ask(
    tx: &mut Db,
    thread: ThreadId,
    email: &EmailAddress,
    language: Option<Language>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = (
        awaitings::thread_id.eq(thread.get()),
        awaitings::email.eq(email.as_str()),
        awaitings::email_folded.eq(email.folded()),
        awaitings::language.eq(language.map(Language::code)),
        awaitings::asked_at.eq(row_time(now)),
    );
    diesel::insert_into(awaitings::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    let id: i64 = awaitings::table
        .filter(awaitings::thread_id.eq(thread.get()))
        .filter(awaitings::email_folded.eq(email.folded()))
        .select(awaitings::id)
        .first(tx)?;
    let awaiting = AwaitingId::stored(id);
    jobs::enqueue(tx, &Job::ConfirmAwaiting { awaiting }, now)
}

/// Somebody who waits, as long as the question can be read by everybody; `None` when they are told, or forgotten.
pub fn find(db: &mut Db, id: AwaitingId) -> Result<Option<Awaiting>, StoreError> {
    let row: Option<(i64, String, Option<String>, bool)> = awaitings::table
        .find(id.get())
        .select((
            awaitings::thread_id,
            awaitings::email,
            awaitings::language,
            awaitings::confirmed_at.is_not_null(),
        ))
        .first(db)
        .optional()?;
    let Some((thread, email, language, is_confirmed)) = row else {
        return Ok(None);
    };
    let thread = merges::follow(db, ThreadId::stored(thread))?;
    let title = match title_of(db, Sight::public(), thread) {
        Ok(title) => title,
        Err(StoreError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let standing: String = threads::table.find(thread.get()).select(threads::standing).first(db)?;
    let standing = Standing::parse(&standing);
    Ok(EmailAddress::parse(&email)
        .ok()
        .zip(standing)
        .map(|(email, standing)| Awaiting {
            id,
            thread,
            title,
            email,
            language: language.as_deref().and_then(Language::parse),
            is_confirmed,
            standing,
        }))
}

/// Whom a link of a letter is for that somebody brought; `None` when it is good for nothing (any more). Changes nothing.
pub fn holder(db: &mut Db, text: &str, now: DateTime<Utc>) -> Result<Option<Awaiting>, StoreError> {
    let verified = signed_links::verify(db, LinkPurpose::TellMe, text, now, |db, number| {
        let email: Option<String> = awaitings::table
            .find(number)
            .select(awaitings::email)
            .first(db)
            .optional()?;
        Ok(email.and_then(|email| EmailAddress::parse(&email).ok()))
    })?;
    match verified {
        Verified::Good(link) => find(db, AwaitingId::stored(link.user.get())),
        Verified::Expired(_) | Verified::Void => Ok(None),
    }
}

/// The owner of the address wants to be told. When it was resolved meanwhile, they are told at once.
pub fn confirm(tx: &mut Db, awaiting: &Awaiting, now: DateTime<Utc>) -> Result<(), StoreError> {
    let unconfirmed = awaitings::table
        .find(awaiting.id.get())
        .filter(awaitings::confirmed_at.is_null());
    let confirmed = diesel::update(unconfirmed)
        .set(awaitings::confirmed_at.eq(Some(row_time(now))))
        .execute(tx)?;
    if confirmed == 1 && awaiting.standing == Standing::Resolved {
        jobs::enqueue(tx, &Job::TellResolved { awaiting: awaiting.id }, now)?;
    }
    Ok(())
}

/// Tells whoever waits for a question that it is resolved, if it is, by whatever.
pub(super) fn tell_if(standing: Standing, tx: &mut Db, thread: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    if standing != Standing::Resolved {
        return Ok(());
    }
    let waiting: Vec<i64> = awaitings::table
        .filter(awaitings::thread_id.eq(thread))
        .filter(awaitings::confirmed_at.is_not_null())
        .order(awaitings::id)
        .select(awaitings::id)
        .load(tx)?;
    for id in waiting {
        let awaiting = AwaitingId::stored(id);
        jobs::enqueue(tx, &Job::TellResolved { awaiting }, now)?;
    }
    Ok(())
}

/// A question asks the same as another one, or became part of it: whoever waits for the one waits for the other from now on, and is
/// told at once where that is resolved.
pub(super) fn go_along(tx: &mut Db, thread: ThreadId, other: ThreadId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let there = awaitings::table
        .filter(awaitings::thread_id.eq(other.get()))
        .select(awaitings::email_folded);
    let there: Vec<String> = there.load(tx)?;
    let here = || awaitings::table.filter(awaitings::thread_id.eq(thread.get()));
    diesel::delete(here().filter(among(awaitings::email_folded, there))).execute(tx)?;
    let moved = diesel::update(here())
        .set(awaitings::thread_id.eq(other.get()))
        .execute(tx)?;
    if moved == 0 {
        return Ok(());
    }
    let standing: String = threads::table.find(other.get()).select(threads::standing).first(tx)?;
    let standing = Standing::parse(&standing).unwrap_or(Standing::Talk);
    tell_if(standing, tx, other.get(), now)
}

/// A question was closed as a duplicate of another one.
pub(super) fn go_to_original(
    tx: &mut Db,
    thread: ThreadId,
    original: ThreadId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    match duplicates::last_original(tx, Sight::public(), original)? {
        Some(last) => go_along(tx, thread, last.id, now),
        None => Ok(()),
    }
}

/// Forgets an address: it was told, or its owner does not want to be.
pub fn forget(tx: &mut Db, id: AwaitingId) -> Result<(), StoreError> {
    diesel::delete(awaitings::table.find(id.get())).execute(tx)?;
    Ok(())
}

/// Forgets addresses whose owner never confirmed; answers how many.
pub fn sweep(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let unconfirmed = awaitings::table
        .filter(awaitings::confirmed_at.is_null())
        .filter(awaitings::asked_at.lt(row_time(now - CONFIRM_WITHIN)));
    Ok(diesel::delete(unconfirmed).execute(tx)?)
}
