//! What a merge does to the facts of both questions, and undoing it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::facts::{complete, note, note_of};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::question::{FactKind, What};
use crate::domain::thread::ThreadKind;
use crate::store::native::among;
use crate::store::schema::{acceptances, merged_replies, question_facts, replies};
use crate::store::threads::Held;
use crate::store::{Db, StoreError};

/// Notes a merge whose posts have moved: they answer the target from now on.
pub(in crate::store) fn note_merge(
    tx: &mut Db,
    held: &Held,
    target: &Held,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if held.kind != ThreadKind::Question {
        return Ok(());
    }
    let into = ThreadId::stored(target.id);
    note(tx, held, What::Merged { into }, by, now)?;
    complete(tx, &[into]).map(drop)
}

/// Notes that a merge is undone whose posts have moved back, while its rows still say what moved. What happened meanwhile to what
/// moved is then told by [`complete`], once the merge is over.
pub(in crate::store) fn note_undoing(
    tx: &mut Db,
    (merge, acceptance): (i64, Option<i64>),
    (held, target): (&Held, &Held),
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if held.kind != ThreadKind::Question {
        return Ok(());
    }
    if let Some(acceptance) = acceptance {
        let reply: i64 = acceptances::table
            .find(acceptance)
            .select(acceptances::reply_id)
            .first(tx)?;
        let reply = ReplyId::stored(reply);
        note(tx, target, What::CarriedBack { reply }, by, now)?;
    }
    let moved: Vec<(i64, bool)> = replies::table
        .inner_join(merged_replies::table)
        .filter(merged_replies::merge_id.eq(merge))
        .filter(replies::opens_id.is_null())
        .order(replies::id)
        .select((replies::id, replies::deleted_at.is_not_null()))
        .load(tx)?;
    for (reply, _) in &moved {
        let reply = ReplyId::stored(*reply);
        note(tx, target, What::Parted { reply }, by, now)?;
    }
    note(tx, held, What::Unmerged, by, now)?;
    let there: Vec<i64> = moved.iter().filter(|reply| !reply.1).map(|reply| reply.0).collect();
    for reply in withdrawn_from(tx, held.id, &there)? {
        note_of(tx, held.id, What::Reinstated { reply }, by, now)?;
    }
    Ok(())
}

/// Which of these replies were deleted from a question, perhaps to be brought back elsewhere.
fn withdrawn_from(db: &mut Db, question: i64, replies: &[i64]) -> Result<Vec<ReplyId>, StoreError> {
    let found: Vec<Option<i64>> = question_facts::table
        .filter(question_facts::thread_id.eq(question))
        .filter(question_facts::kind.eq(FactKind::Withdrawn.as_str()))
        .filter(among(
            question_facts::reply_id.assume_not_null(),
            replies.iter().copied(),
        ))
        .select(question_facts::reply_id)
        .distinct()
        .load(db)?;
    Ok(found.into_iter().flatten().map(ReplyId::stored).collect())
}
