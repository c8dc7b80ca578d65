//! What newcomers may not post yet: asked inside the transaction of the post, so that it holds whichever way they come.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{replies, threads};
use super::time::utc;
use super::written::Written;
use super::{Db, StoreError, settings};
use crate::domain::account::User;
use crate::domain::id::UserId;
use crate::domain::trust::{Limit, NewcomerLimits};

/// Why a thread may not be posted yet; somebody without an account is a newcomer.
pub fn limit_of_thread(
    db: &mut Db,
    author: Option<&User>,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<Option<Limit>, StoreError> {
    if author.is_some_and(|author| !author.is_newcomer()) {
        return Ok(None);
    }
    let limits = settings::load(db)?.trust.newcomer;
    match (limits.of_links(author, body.links), author) {
        (None, Some(author)) => thread_limit(db, author.id, limits, now),
        (limit, _) => Ok(limit),
    }
}

/// Why a reply may not be posted yet.
pub fn limit_of_reply(
    db: &mut Db,
    author: &User,
    body: &Written,
    now: DateTime<Utc>,
) -> Result<Option<Limit>, StoreError> {
    if !author.is_newcomer() {
        return Ok(None);
    }
    let limits = settings::load(db)?.trust.newcomer;
    match limits.of_links(Some(author), body.links) {
        None => reply_limit(db, author.id, limits, now),
        limit => Ok(limit),
    }
}

/// Why a comment may not be posted.
pub fn limit_of_comment(db: &mut Db, author: &User, body: &Written) -> Result<Option<Limit>, StoreError> {
    if !author.is_newcomer() {
        return Ok(None);
    }
    let limits = settings::load(db)?.trust.newcomer;
    Ok(limits.of_links(Some(author), body.links))
}

/// Why somebody may start no thread at present, if the first day keeps them from it.
pub fn thread_limit(
    db: &mut Db,
    author: UserId,
    limits: NewcomerLimits,
    now: DateTime<Utc>,
) -> Result<Option<Limit>, StoreError> {
    // What was deleted meanwhile counts: else deleting would begin the day anew.
    let first: Vec<chrono::NaiveDateTime> = threads::table
        .filter(threads::author_id.eq(author.get()))
        .order((threads::created_at, threads::id))
        .limit(limits.threads)
        .select(threads::created_at)
        .load(db)?;
    let first: Vec<DateTime<Utc>> = first.into_iter().map(utc).collect();
    Ok(limits.of_threads(&first, now))
}

/// Why somebody may write no reply at present, if the first day keeps them from it.
pub fn reply_limit(
    db: &mut Db,
    author: UserId,
    limits: NewcomerLimits,
    now: DateTime<Utc>,
) -> Result<Option<Limit>, StoreError> {
    let first: Vec<chrono::NaiveDateTime> = replies::table
        .filter(replies::author_id.eq(author.get()))
        .order((replies::created_at, replies::id))
        .limit(limits.replies)
        .select(replies::created_at)
        .load(db)?;
    let first: Vec<DateTime<Utc>> = first.into_iter().map(utc).collect();
    Ok(limits.of_replies(&first, now))
}
