//! Undoing a merge: what was moved goes back, with what was said to it meanwhile; what came later to the target stays there.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{InForce, MOVE, count_replies, hold_both, in_force, run};
use crate::domain::account::User;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;
use crate::store::moderations::log_change;
use crate::store::schema::{acceptances, merges, replies, threads};
use crate::store::threads::{
    Held, acceptance_in_force, count_existence, count_for, end_acceptance, settle, tell_originals,
};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, changes, notifications, questions, tags};

/// How undoing a merge ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoing {
    /// The thread stands by itself again.
    Undone,
    /// It is merged into nothing, perhaps because somebody was quicker.
    NotMerged,
    /// The thread that has its posts was merged on: that is to be undone first.
    MergedOn,
    /// The user may not do this.
    NotYours,
}

/// Takes the merge of a thread back.
pub fn undo(tx: &mut Db, by: &User, sight: Sight, id: ThreadId, now: DateTime<Utc>) -> Result<Undoing, StoreError> {
    part(tx, by, sight, id, (Act::Unmerge, ""), now)
}

/// Lets the posts of a merged thread stand in a thread of their own, by an act that the log names with its reason.
pub(in crate::store) fn part(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    (act, reason): (Act, &str),
    now: DateTime<Utc>,
) -> Result<Undoing, StoreError> {
    let Some(before) = in_force(tx, id.get())? else {
        return Ok(Undoing::NotMerged);
    };
    let (held, target) = hold_both(tx, sight, id, ThreadId::stored(before.target))?;
    if !may_in(by, held.audience, Verb::Merge, held.author) {
        return Ok(Undoing::NotYours);
    }
    // Whoever was quicker has undone it, and perhaps merged it elsewhere.
    let Some(merge) = in_force(tx, id.get())?.filter(|merge| merge.id == before.id) else {
        return Ok(Undoing::NotMerged);
    };
    if in_force(tx, target.id)?.is_some() {
        return Ok(Undoing::MergedOn);
    }
    notifications::unmerged(tx, merge.opening, now)?;
    move_back(tx, &merge, &held, &target)?;
    let answerers = [
        part_acceptances(tx, by, &merge, &held, &target, now)?,
        end_what_was_deleted(tx, by, &held, now)?,
    ];
    part_readings(tx, &held, &target)?;
    part_me_toos(tx, &merge, &target)?;
    let is_deleted = close_opening(tx, &merge, &held)?;
    part_activity(tx, &merge, &target)?;
    count_replies(tx, [held.id, target.id])?;
    let moved = (merge.id, merge.acceptance);
    questions::note_undoing(tx, moved, (&held, &target), by.id, now)?;
    end_merge(tx, by, &merge, now)?;
    come_back(tx, &held, is_deleted)?;
    questions::complete(tx, &[id])?;
    settle(tx, &target)?;
    for answerer in answerers.into_iter().flatten() {
        count_for(tx, Some(answerer), 0, 0, -1)?;
    }
    let changed = Changed::of(Some(target.id), None::<i64>);
    log_change(tx, by, &held, act, &changed, reason, now)?;
    for thread in [id, ThreadId::stored(target.id)] {
        changes::record(tx, Noun::Thread(thread), ChangeVerb::Changed, now)?;
    }
    tell_originals(tx, id, now)?;
    Ok(Undoing::Undone)
}

fn move_back(tx: &mut Db, merge: &InForce, held: &Held, target: &Held) -> Result<(), StoreError> {
    for statement in MOVE {
        run(tx, statement, [held.id, merge.id])?;
    }
    run(
        tx,
        "update moderations set thread_id = $1 where thread_id = $2 \
         and reply_id in (select id from replies where thread_id = $1)",
        [held.id, target.id],
    )?;
    // What people were told of these replies meanwhile is read where those stand.
    for statement in [
        "update notifications set thread_id = $1 where thread_id = $2 and tiding_id in (select tidings.id from tidings \
             inner join replies on replies.id = tidings.reply_id where tidings.thread_id = $2 and replies.thread_id = $1)",
        "update tidings set thread_id = $1 where thread_id = $2 \
         and reply_id in (select id from replies where replies.thread_id = $1)",
    ] {
        run(tx, statement, [held.id, target.id])?;
    }
    Ok(())
}

/// The acceptance that came along goes back as it is now; any other of a reply that leaves ends. Answers whose answer that
/// was.
fn part_acceptances(
    tx: &mut Db,
    by: &User,
    merge: &InForce,
    held: &Held,
    target: &Held,
    now: DateTime<Utc>,
) -> Result<Option<UserId>, StoreError> {
    if let Some(carried) = merge.acceptance {
        diesel::update(acceptances::table.find(carried))
            .set(acceptances::thread_id.eq(held.id))
            .execute(tx)?;
    }
    let Some((_, reply)) = acceptance_in_force(tx, target.id)? else {
        return Ok(None);
    };
    let home: i64 = replies::table.find(reply).select(replies::thread_id).first(tx)?;
    if home == held.id {
        end_acceptance(tx, target.id, by.id, now)
    } else {
        Ok(None)
    }
}

/// An answer of the merged thread may have been deleted elsewhere, where another one was accepted.
fn end_what_was_deleted(tx: &mut Db, by: &User, held: &Held, now: DateTime<Utc>) -> Result<Option<UserId>, StoreError> {
    let Some((_, reply)) = acceptance_in_force(tx, held.id)? else {
        return Ok(None);
    };
    let deleted_at: Option<NaiveDateTime> = replies::table.find(reply).select(replies::deleted_at).first(tx)?;
    match deleted_at {
        Some(_) => end_acceptance(tx, held.id, by.id, now),
        None => Ok(None),
    }
}

/// Readers of the target have seen less of it; those who came by the merge and have not read since were never there.
fn part_readings(tx: &mut Db, held: &Held, target: &Held) -> Result<(), StoreError> {
    run(
        tx,
        "delete from readings where thread_id = $1 and exists (select 1 from readings as former \
             where former.thread_id = $2 and former.user_id = readings.user_id and former.read_at = readings.read_at)",
        [target.id, held.id],
    )?;
    run(
        tx,
        "update readings set seen_count = seen_count - (select count(*) from replies where replies.thread_id = $1 \
             and replies.deleted_at is null and replies.created_at <= readings.read_at) \
         where thread_id = $2 and seen_count >= (select count(*) from replies where replies.thread_id = $1 \
             and replies.deleted_at is null and replies.created_at <= readings.read_at)",
        [held.id, target.id],
    )?;
    Ok(())
}

fn part_me_toos(tx: &mut Db, merge: &InForce, target: &Held) -> Result<(), StoreError> {
    // Whoever has joined anew since has their own row, with its own time.
    let left = run(
        tx,
        "delete from me_toos where thread_id = $1 and exists (select 1 from merged_me_toos as carried \
             where carried.merge_id = $2 and carried.user_id = me_toos.user_id \
             and carried.joined_at = me_toos.joined_at)",
        [target.id, merge.id],
    )?;
    let left = i64::try_from(left).unwrap_or_default();
    diesel::update(threads::table.find(target.id))
        .set(threads::me_too_count.eq(threads::me_too_count - left))
        .execute(tx)?;
    Ok(())
}

/// The opening is the thread's text again, with what was changed, voted and noted meanwhile; answers whether it was deleted.
fn close_opening(tx: &mut Db, merge: &InForce, held: &Held) -> Result<bool, StoreError> {
    let deleted_at: Option<NaiveDateTime> = replies::table
        .find(merge.opening)
        .select(replies::deleted_at)
        .first(tx)?;
    return_history(tx, merge, held)?;
    for statement in [
        "update threads set edited_at = opening.edited_at, up_count = opening.up_count, \
             down_count = opening.down_count, score = opening.score, comment_count = opening.comment_count, \
             renderer = opening.renderer, body_markdown = opening.body_markdown, body_html = opening.body_html, \
             body_source = opening.body_source, deleted_at = opening.deleted_at, deleted_by_id = opening.deleted_by_id \
         from replies as opening where opening.id = $1 and threads.id = $2",
        "update comments set reply_id = null where reply_id = $1 and thread_id = $2",
        "update moderations set reply_id = null where reply_id = $1 and thread_id = $2",
        "update uploads set reply_id = null, thread_id = held.id from threads as held \
         where uploads.reply_id = $1 and held.id = $2",
    ] {
        run(tx, statement, [merge.opening, held.id])?;
    }
    run(
        tx,
        "insert into thread_votes (thread_id, user_id, direction, voted_at) \
         select $1, user_id, direction, voted_at from reply_votes where reply_id = $2",
        [held.id, merge.opening],
    )?;
    diesel::delete(replies::table.find(merge.opening)).execute(tx)?;
    let counted = if deleted_at.is_some() { 0 } else { -1 };
    count_for(tx, held.author, 0, counted, 0)?;
    Ok(deleted_at.is_some())
}

/// Versions that were saved of the opening have no title and no tags: those did not change meanwhile.
fn return_history(tx: &mut Db, merge: &InForce, held: &Held) -> Result<(), StoreError> {
    let present = tags::of_threads(tx, &[held.id])?.remove(&held.id).unwrap_or_default();
    diesel::sql_query(
        "update revisions set title = coalesce(title, $1), tags = coalesce(tags, $2), \
             template_answers = case when title is null \
                 then (select threads.template_answers from threads where threads.id = $3) else template_answers end, \
             reply_id = null \
         where reply_id = $4 and thread_id = $3",
    )
    .bind::<Text, _>(held.title.as_str())
    .bind::<Text, _>(present.join(", "))
    .bind::<BigInt, _>(held.id)
    .bind::<BigInt, _>(merge.opening)
    .execute(tx)?;
    Ok(())
}

/// The target was active when it was before, unless something came meanwhile.
fn part_activity(tx: &mut Db, merge: &InForce, target: &Held) -> Result<(), StoreError> {
    let unmoved = threads::table
        .find(target.id)
        .filter(threads::active_at.eq(merge.active.1));
    diesel::update(unmoved)
        .set(threads::active_at.eq(merge.active.0))
        .execute(tx)?;
    Ok(())
}

fn end_merge(tx: &mut Db, by: &User, merge: &InForce, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(merges::table.find(merge.id))
        .set((
            merges::undone_at.eq(Some(row_time(now))),
            merges::undone_by_id.eq(Some(by.id.get())),
        ))
        .execute(tx)?;
    for statement in [
        "delete from merged_replies where merge_id = $1",
        "delete from merged_me_toos where merge_id = $1",
    ] {
        diesel::sql_query(statement).bind::<BigInt, _>(merge.id).execute(tx)?;
    }
    Ok(())
}

/// Lists show the thread again and everything counts it, unless its text was deleted meanwhile.
fn come_back(tx: &mut Db, held: &Held, is_deleted: bool) -> Result<(), StoreError> {
    let absent = Held {
        is_deleted: true,
        ..held.clone()
    };
    let standing = settle(tx, &absent)?;
    if is_deleted {
        return Ok(());
    }
    let present = Held { standing, ..absent };
    count_existence(tx, &present, 1)
}
