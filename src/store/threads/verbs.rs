//! What is done to a thread: close and reopen.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Held, count_for, hold, settle};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::What;
use crate::domain::resolution::CloseReason;
use crate::domain::sight::Sight;
use crate::domain::thread::Standing;
use crate::store::moderations::{log, log_if_others};
use crate::store::outcome::Deed;
use crate::store::schema::{acceptances, closures, duplicate_links, reopenings, threads};
use crate::store::time::row_time;
use crate::store::{
    Db, StoreError, article_links, awaitings, categories, changes, duplicates, native::NativeDsl, notifications,
    questions, tags,
};

/// What a closure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Why.
    pub reason: CloseReason,
    /// The thread that asks the same, when it is a duplicate.
    pub original: Option<ThreadId>,
    /// In the moderator's words; may be empty.
    pub note: Reason,
}

/// Closes a thread; as a duplicate it also links the original.
pub fn close(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    closing: &Closing,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    if let Some(original) = closing.original {
        super::title_of(tx, sight, original)?;
        duplicates::hold_way(tx, id, original)?;
    }
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Close, held.author) {
        return Ok(Deed::NotYours);
    }
    if let Some(original) = closing.original
        && duplicates::leads_back(tx, id, original)?
    {
        return Ok(Deed::NotYours);
    }
    let row = (
        closures::thread_id.eq(held.id),
        closures::reason.eq(closing.reason.as_str()),
        closures::note.eq(closing.note.as_str()),
        closures::original_id.eq(closing.original.map(ThreadId::get)),
        closures::closed_by_id.eq(Some(by.id.get())),
        closures::closed_at.eq(row_time(now)),
    );
    if diesel::insert_into(closures::table)
        .values(row)
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?
        == 0
    {
        return Ok(Deed::Unchanged);
    }
    if let Some(original) = closing.original {
        duplicates::link(tx, id, original, by.id, now)?;
    }
    let what = What::Closed {
        reason: closing.reason,
        original: closing.original,
    };
    questions::note(tx, &held, what, by.id, now)?;
    settle(tx, &held)?;
    if closing.original.is_some() {
        tell_if_solved(tx, by, &held, now)?;
    }
    log(tx, by, &held, Act::Close, closing.note.as_str(), now)?;
    tell_originals(tx, id, now)?;
    done(tx, id, now)
}

/// A duplicate of a question that is solved is solved: whoever has the problem too, or waits for it, is told as of an acceptance,
/// unless the duplicate was solved by itself.
fn tell_if_solved(tx: &mut Db, by: &User, held: &Held, now: DateTime<Utc>) -> Result<(), StoreError> {
    let sight = Sight::of_audience(held.audience);
    let last = duplicates::last_original(tx, sight, ThreadId::stored(held.id))?;
    let Some(standing) = last.map(|last| last.standing) else {
        return Ok(());
    };
    awaitings::tell_if(standing, tx, held.id, now)?;
    if standing == Standing::Resolved && held.standing != Standing::Resolved {
        notifications::solved(tx, by, held, now)?;
    }
    Ok(())
}

/// Opens a question again, with a reason: ends what settled it, its acceptance and the links of articles that answer it
/// ("still not working"), or, for moderators, its closure.
pub fn reopen(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    let closure: Option<i64> = closures::table
        .filter(closures::thread_id.eq(held.id))
        .filter(closures::ended_at.is_null())
        .select(closures::id)
        .first(tx)
        .optional()?;
    let acceptance = acceptance_in_force(tx, held.id)?;
    let answers = article_links::answers_of(tx, held.id)?;
    let verb = if closure.is_some() { Verb::Close } else { Verb::Reopen };
    if !may_in(by, held.audience, verb, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_locked && !may_in(by, held.audience, Verb::Lock, None) {
        return Ok(Deed::Locked);
    }
    if closure.is_none() && acceptance.is_none() && answers.is_empty() {
        return Ok(Deed::Unchanged);
    }
    let row = (
        reopenings::thread_id.eq(held.id),
        reopenings::acceptance_id.eq(acceptance.map(|found| found.0).filter(|_| closure.is_none())),
        reopenings::closure_id.eq(closure),
        reopenings::article_link_id.eq(answers.first().map(|link| link.0).filter(|_| closure.is_none())),
        reopenings::reopened_by_id.eq(Some(by.id.get())),
        reopenings::reopened_at.eq(row_time(now)),
        reopenings::reason.eq(reason.as_str()),
    );
    diesel::insert_into(reopenings::table).values(row).execute(tx)?;
    let answerer = match closure {
        Some(closure) => {
            end_closure(tx, closure, by.id, now)?;
            questions::note(tx, &held, What::Opened, by.id, now)?;
            log(tx, by, &held, Act::Reopen, reason.as_str(), now)?;
            None
        }
        None => {
            let answerer = end_acceptance(tx, held.id, by.id, now)?;
            article_links::end_answers(tx, id, &answers, by.id, now)?;
            questions::note(tx, &held, What::Reopened, by.id, now)?;
            log_if_others(tx, by, &held, Act::Reopen, reason.as_str(), now)?;
            answerer
        }
    };
    settle(tx, &held)?;
    count_for(tx, answerer, 0, 0, -1)?;
    diesel::update(threads::table.find(held.id))
        .set(threads::active_at.eq(row_time(now)))
        .execute(tx)?;
    done(tx, id, now)
}

fn end_closure(tx: &mut Db, closure: i64, by: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(closures::table.find(closure))
        .set((
            closures::ended_at.eq(Some(row_time(now))),
            closures::ended_by_id.eq(Some(by.get())),
        ))
        .execute(tx)?;
    unlink_original(tx, closure, now)
}

/// A thread that was closed as a duplicate and is open again asks something else after all: its original no longer lists
/// it. The closure keeps what it was taken for.
fn unlink_original(tx: &mut Db, closure: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let link: (i64, Option<i64>) = closures::table
        .find(closure)
        .select((closures::thread_id, closures::original_id))
        .first(tx)?;
    if let (thread, Some(original)) = link {
        notifications::unsolved(tx, thread, now)?;
        diesel::delete(duplicate_links::table.find((thread, original))).execute(tx)?;
        changes::record(tx, Noun::Thread(ThreadId::stored(original)), ChangeVerb::Changed, now)?;
    }
    Ok(())
}

/// The acceptance in force: its id and the reply.
pub(in crate::store) fn acceptance_in_force(db: &mut Db, thread: i64) -> Result<Option<(i64, i64)>, StoreError> {
    let found = acceptances::table
        .filter(acceptances::thread_id.eq(thread))
        .filter(acceptances::ended_at.is_null())
        .select((acceptances::id, acceptances::reply_id))
        .first(db)
        .optional()?;
    Ok(found)
}

/// Ends the acceptance in force, and gives whose answer it was, if there was one and they have an account: it is still to
/// be counted out of their profile, once the category is counted.
pub(in crate::store) fn end_acceptance(
    tx: &mut Db,
    thread: i64,
    by: impl Into<Option<UserId>>,
    now: DateTime<Utc>,
) -> Result<Option<UserId>, StoreError> {
    let Some((id, reply)) = acceptance_in_force(tx, thread)? else {
        return Ok(None);
    };
    let by = by.into();
    diesel::update(acceptances::table.find(id))
        .set((
            acceptances::ended_at.eq(Some(row_time(now))),
            acceptances::ended_by_id.eq(by.map(UserId::get)),
        ))
        .execute(tx)?;
    let taken = What::Unaccepted {
        reply: ReplyId::stored(reply),
    };
    questions::note_of(tx, thread, taken, by, now)?;
    notifications::unaccepted(tx, reply, now)?;
    crate::store::replies::author_of(tx, reply)
}

/// Counts a thread in, where it is counted, or out of it.
pub(in crate::store) fn count_existence(tx: &mut Db, held: &Held, more: i64) -> Result<(), StoreError> {
    tags::count_of_thread(tx, held.id, more)?;
    categories::count(tx, held.category_id, held.standing, more)?;
    count_for(tx, held.author, more, 0, 0)
}

/// Says that the originals of a duplicate changed when it comes into sight: their pages list it from then on.
///
/// A page that lists one already ends with every change of a thread.
pub(in crate::store) fn tell_originals(tx: &mut Db, id: ThreadId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let originals: Vec<i64> = duplicate_links::table
        .filter(duplicate_links::thread_id.eq(id.get()))
        .select(duplicate_links::original_id)
        .load(tx)?;
    for original in originals.into_iter().map(ThreadId::stored) {
        changes::record(tx, Noun::Thread(original), ChangeVerb::Changed, now)?;
    }
    Ok(())
}

/// Says that a thread changed, and that the verb is done.
pub(in crate::store) fn done(tx: &mut Db, id: ThreadId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    changes::record(tx, Noun::Thread(id), ChangeVerb::Changed, now)?;
    Ok(Deed::Done(()))
}
