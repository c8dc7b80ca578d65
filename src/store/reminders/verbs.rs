//! What an asker answers to a reminder: that an answer solved the question, or that it still does not work.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::sight_of;
use crate::domain::account::User;
use crate::domain::asking_back::Response;
use crate::domain::body::Reason;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::question::What;
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::trust::Limit;
use crate::store::outcome::{Deed, Posting};
use crate::store::replies::{self as reply_verbs, Accepting};
use crate::store::schema::{reminders, reopenings, replies, threads};
use crate::store::threads::{self as thread_verbs, Held, hold};
use crate::store::time::row_time;
use crate::store::written::Written;
use crate::store::{Db, StoreError, merges, newcomers, questions, screening};

/// How saying that an answer solved the question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settling {
    /// It is the accepted answer now.
    Settled,
    /// The question was resolved before, by whatever.
    SettledBefore,
    /// It is closed or locked.
    Frozen,
    /// That answer is not there (any more).
    NoSuchAnswer,
    /// The question is not there (any more), or was merged into another one.
    Gone,
}

/// Accepts an answer for its asker, as under the question itself.
pub fn solved(
    tx: &mut Db,
    asker: &User,
    thread: ThreadId,
    answer: ReplyId,
    now: DateTime<Utc>,
) -> Result<Settling, StoreError> {
    let Some(held) = held(tx, asker, thread)? else {
        return Ok(Settling::Gone);
    };
    if held.standing == Standing::Resolved {
        return Ok(Settling::SettledBefore);
    }
    if held.is_closed || held.is_locked {
        return Ok(Settling::Frozen);
    }
    let home: Option<i64> = replies::table
        .find(answer.get())
        .filter(replies::deleted_at.is_null())
        .select(replies::thread_id)
        .first(tx)
        .optional()?;
    if home != Some(held.id) {
        return Ok(Settling::NoSuchAnswer);
    }
    match reply_verbs::accept(tx, asker, sight_of(asker), answer, now)? {
        Accepting::Accepted => {
            note_response(tx, thread, Response::Solved, now)?;
            Ok(Settling::Settled)
        }
        Accepting::AlreadyAccepted => Ok(Settling::SettledBefore),
        Accepting::NotYours | Accepting::NotAQuestion => Ok(Settling::NoSuchAnswer),
    }
}

/// How saying that it still does not work ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denying {
    /// It is noted, or stands as a reply.
    Noted,
    /// It was said before, and nothing has settled the question since.
    SaidBefore,
    /// The question is closed or locked.
    Frozen,
    /// These words may not stand in a post.
    Blocked(String),
    /// The question is not there (any more), or was merged into another one.
    Gone,
    /// The asker is a newcomer, and may not post what they wrote yet.
    NotYet(Limit),
}

/// Says for an asker that it still does not work: opens a resolved question again, posts what they wrote, or notes the bare word.
/// `form_key` is the key of the form, which works once.
pub fn not_working(
    tx: &mut Db,
    asker: &User,
    thread: ThreadId,
    body: Option<&Written>,
    form_key: &str,
    now: DateTime<Utc>,
) -> Result<Denying, StoreError> {
    let Some(held) = held(tx, asker, thread)? else {
        return Ok(Denying::Gone);
    };
    if held.is_closed || held.is_locked {
        return Ok(Denying::Frozen);
    }
    let is_resolved = held.standing == Standing::Resolved;
    if !is_resolved && super::response(tx, thread)? == Some(Response::NotWorking) {
        return Ok(Denying::SaidBefore);
    }
    // Asked first, so that nothing is reopened for what is not posted.
    if let Some(body) = body {
        if let Some(limit) = newcomers::limit_of_reply(tx, asker, body, now)? {
            return Ok(Denying::NotYet(limit));
        }
        if let Some(words) = screening::blocked_text(tx, asker, body)? {
            return Ok(Denying::Blocked(words));
        }
    }
    let sight = sight_of(asker);
    if is_resolved {
        match thread_verbs::reopen(tx, asker, sight, thread, &Reason::default(), now)? {
            Deed::Done(()) | Deed::Unchanged => {}
            Deed::NotYours | Deed::Locked | Deed::Blocked(_) | Deed::Erased | Deed::AuthorRemoved(_) => {
                return Ok(Denying::Frozen);
            }
        }
    }
    match body {
        Some(body) => match reply_verbs::post(tx, asker, sight, thread, body, form_key, now)? {
            Posting::Posted(_) => {}
            Posting::PostedBefore(_) => return Ok(Denying::SaidBefore),
            Posting::Blocked(words) => return Ok(Denying::Blocked(words)),
            Posting::NotYet(limit) => return Ok(Denying::NotYet(limit)),
            Posting::NotAllowed | Posting::Locked => return Ok(Denying::Frozen),
        },
        None if !is_resolved => note_word(tx, &held, asker, now)?,
        None => {}
    }
    note_response(tx, thread, Response::NotWorking, now)?;
    Ok(Denying::Noted)
}

/// The asker's question, held; `None` when it is no longer there as theirs.
fn held(tx: &mut Db, asker: &User, thread: ThreadId) -> Result<Option<Held>, StoreError> {
    if merges::follow(tx, thread)? != thread {
        return Ok(None);
    }
    match hold(tx, sight_of(asker), thread) {
        Ok(held) => {
            let is_theirs = held.author == Some(asker.id) && held.kind == ThreadKind::Question && !held.is_deleted;
            Ok(Some(held).filter(|_| is_theirs))
        }
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Notes the bare word on a question that nothing had settled: its page says so, and it is the helpers' turn again.
fn note_word(tx: &mut Db, held: &Held, asker: &User, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(reopenings::table)
        .values((
            reopenings::thread_id.eq(held.id),
            reopenings::reopened_by_id.eq(Some(asker.id.get())),
            reopenings::reopened_at.eq(row_time(now)),
            reopenings::reason.eq(""),
        ))
        .execute(tx)?;
    questions::note(tx, held, What::Reopened, asker.id, now)?;
    diesel::update(threads::table.find(held.id))
        .set(threads::active_at.eq(row_time(now)))
        .execute(tx)?;
    thread_verbs::done(tx, ThreadId::stored(held.id), now).map(drop)
}

fn note_response(tx: &mut Db, thread: ThreadId, response: Response, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(reminders::table.find(thread.get()))
        .set((
            reminders::response.eq(Some(response.as_str())),
            reminders::responded_at.eq(Some(row_time(now))),
        ))
        .execute(tx)?;
    Ok(())
}
