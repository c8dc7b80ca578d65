//! Accepting: which answer solved the question, said by the asker or on their behalf.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{done, hold_reply};
use crate::domain::account::User;
use crate::domain::id::{ReplyId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::What;
use crate::domain::resolution::Precision;
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::moderations::{log, log_change};
use crate::store::outcome::Deed;
use crate::store::schema::acceptances;
use crate::store::threads::{acceptance_in_force, count_accepted, count_for, end_acceptance, settle};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, awaitings, notifications, questions};

/// How accepting an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepting {
    /// It is the accepted answer now.
    Accepted,
    /// It was already.
    AlreadyAccepted,
    /// The user may accept nothing here.
    NotYours,
    /// Only a question has answers to accept.
    NotAQuestion,
}

/// Accepts an answer; another one that was accepted before is so no longer. Helpers do it on the asker's behalf.
pub fn accept(tx: &mut Db, by: &User, sight: Sight, id: ReplyId, now: DateTime<Utc>) -> Result<Accepting, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    let asker = held.thread.author;
    if held.thread.kind != ThreadKind::Question {
        return Ok(Accepting::NotAQuestion);
    }
    let is_frozen = held.thread.is_locked && !may_in(by, held.thread.audience, Verb::Lock, None);
    let is_no_answer = held.is_deleted || held.is_opening || held.thread.is_deleted;
    if is_no_answer || is_frozen || !may_in(by, held.thread.audience, Verb::Accept, asker) {
        return Ok(Accepting::NotYours);
    }
    let before = acceptance_in_force(tx, held.thread.id)?;
    if before.is_some_and(|(_, reply)| reply == held.id) {
        return Ok(Accepting::AlreadyAccepted);
    }
    let is_first = before.is_none() && held.thread.standing != Standing::Resolved;
    let former = end_acceptance(tx, held.thread.id, by.id, now)?;
    diesel::insert_into(acceptances::table)
        .values((
            acceptances::thread_id.eq(held.thread.id),
            acceptances::reply_id.eq(held.id),
            acceptances::accepted_by_id.eq(Some(by.id.get())),
            acceptances::on_behalf.eq(asker != Some(by.id)),
            acceptances::accepted_at.eq(Some(row_time(now))),
            acceptances::precision.eq(Precision::Exact.as_str()),
            acceptances::answerer_id.eq(held.author.map(UserId::get)),
        ))
        .execute(tx)?;
    let accepted = What::Accepted {
        reply: id,
        on_behalf_of: asker.filter(|asker| *asker != by.id),
    };
    questions::note(tx, &held.thread, accepted, by.id, now)?;
    let standing = settle(tx, &held.thread)?;
    awaitings::tell_if(standing, tx, held.thread.id, now)?;
    let changes = former.map(|former| (former, -1)).into_iter();
    count_accepted(tx, changes.chain(held.author.map(|author| (author, 1))).collect())?;
    let accepted = (held.id, held.author);
    notifications::accepted(tx, by, &held.thread, accepted, is_first, now)?;
    if asker != Some(by.id) {
        let changed = Changed::of(before.map(|(_, reply)| reply), Some(held.id));
        log_change(tx, by, &held, Act::Accept, &changed, "", now)?;
    }
    done(tx, &held, now)?;
    Ok(Accepting::Accepted)
}

/// Lets an acceptance hold again that ended with its answer, now that the answer is back; another one that came meanwhile stays.
pub(in crate::store) fn reinstate(
    tx: &mut Db,
    id: ReplyId,
    acceptance: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let held = hold_reply(tx, Sight::everything(), id)?;
    if acceptance_in_force(tx, held.thread.id)?.is_some() {
        return Ok(());
    }
    let (by, on_behalf): (Option<i64>, bool) = diesel::update(acceptances::table.find(acceptance))
        .set((
            acceptances::ended_at.eq(None::<chrono::NaiveDateTime>),
            acceptances::ended_by_id.eq(None::<i64>),
        ))
        .returning((acceptances::accepted_by_id, acceptances::on_behalf))
        .get_result(tx)?;
    let accepted = What::Accepted {
        reply: id,
        on_behalf_of: held.thread.author.filter(|_| on_behalf),
    };
    questions::note(tx, &held.thread, accepted, by.map(UserId::stored), now)?;
    settle(tx, &held.thread)?;
    count_for(tx, held.author, 0, 0, 1)?;
    done(tx, &held, now).map(drop)
}

/// Takes the acceptance of an answer back.
pub fn unaccept(tx: &mut Db, by: &User, sight: Sight, id: ReplyId, now: DateTime<Utc>) -> Result<Deed, StoreError> {
    let held = hold_reply(tx, sight, id)?;
    if !may_in(by, held.thread.audience, Verb::Unaccept, held.thread.author) {
        return Ok(Deed::NotYours);
    }
    if held.thread.is_locked && !may_in(by, held.thread.audience, Verb::Lock, None) {
        return Ok(Deed::Locked);
    }
    let before = acceptance_in_force(tx, held.thread.id)?;
    if before.is_none_or(|(_, reply)| reply != held.id) {
        return Ok(Deed::Unchanged);
    }
    let answerer = end_acceptance(tx, held.thread.id, by.id, now)?;
    settle(tx, &held.thread)?;
    count_for(tx, answerer, 0, 0, -1)?;
    if held.thread.author != Some(by.id) {
        log(tx, by, &held, Act::Unaccept, "", now)?;
    }
    done(tx, &held, now)
}
