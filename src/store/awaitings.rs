//! Visitors who wait for a question: an address is left, confirmed by a letter, told once that it is resolved, and deleted.
//!
//! An address stays with the question on which it was left. Where that leads by now, as it was merged or closed as a duplicate, is
//! walked when somebody is told; so undoing either moves nothing back.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::awaitings;
use super::signed_links::{self, Verified};
use super::time::row_time;
use super::{Db, StoreError, duplicates, jobs};
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
    /// The question to which it leads by now: itself, what it was merged into, or its original.
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
    let Some(last) = duplicates::last_original(db, Sight::public(), ThreadId::stored(thread))? else {
        return Ok(None);
    };
    Ok(EmailAddress::parse(&email).ok().map(|email| Awaiting {
        id,
        thread: last.id,
        title: last.title,
        email,
        language: language.as_deref().and_then(Language::parse),
        is_confirmed,
        standing: last.standing,
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

/// Tells whoever waits for a question, or for one that leads to it, that it is resolved, if it is, by whatever: an address once.
pub(super) fn tell_if(standing: Standing, tx: &mut Db, thread: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    if standing != Standing::Resolved {
        return Ok(());
    }
    let mut known = HashSet::new();
    for thread in leading_to(tx, thread)? {
        let waiting: Vec<(i64, String)> = awaitings::table
            .filter(awaitings::thread_id.eq(thread))
            .filter(awaitings::confirmed_at.is_not_null())
            .order(awaitings::id)
            .select((awaitings::id, awaitings::email_folded))
            .load(tx)?;
        for (id, email) in waiting {
            if known.insert(email) {
                let awaiting = AwaitingId::stored(id);
                jobs::enqueue(tx, &Job::TellResolved { awaiting }, now)?;
            }
        }
    }
    Ok(())
}

/// A question, and those that lead to it.
fn leading_to(db: &mut Db, thread: i64) -> Result<Vec<i64>, StoreError> {
    let leading = duplicates::leading_to(db, thread)?;
    Ok([thread]
        .into_iter()
        .chain(leading.duplicates)
        .chain(leading.merged)
        .collect())
}

/// Forgets an address that was told, on every question that leads to where it was resolved.
pub fn forget_told(tx: &mut Db, told: &Awaiting) -> Result<(), StoreError> {
    forget(tx, told.id)?;
    for thread in leading_to(tx, told.thread.get())? {
        let there = awaitings::table
            .filter(awaitings::thread_id.eq(thread))
            .filter(awaitings::email_folded.eq(told.email.folded()))
            .filter(awaitings::confirmed_at.is_not_null());
        diesel::delete(there).execute(tx)?;
    }
    Ok(())
}

/// Forgets an address whose owner does not want to be told.
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
