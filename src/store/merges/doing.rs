//! Merging: a thread's text becomes a reply, and all of its replies move.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};

use super::{MOVE, count_replies, follow, hold_both, objection_to, run, side};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ReplyId, ThreadId, UserId};
use crate::domain::merge::Objection;
use crate::domain::moderation::Act;
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};
use crate::store::moderations::log;
use crate::store::schema::{acceptances, merges, threads};
use crate::store::threads::{Held, acceptance_in_force, count_existence, count_for, settle, tell_originals};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, awaitings, changes, notifications, questions};

/// How a merge ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// The thread's posts stand in the other one now, its own text as this reply.
    Merged(ReplyId),
    /// It is not done, for this reason.
    Refused(Objection),
    /// The user may not merge.
    NotYours,
}

/// Merges a thread into another one: into where that stands, when it was merged itself.
pub fn merge(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    into: ThreadId,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Merging, StoreError> {
    let into = follow(tx, into)?;
    let (held, target) = hold_both(tx, sight, id, into)?;
    let may = |one: &Held| may_in(by, one.audience, Verb::Merge, one.author);
    if !may(&held) || !may(&target) {
        return Ok(Merging::NotYours);
    }
    // Another moderator may have been quicker with either of the two, which is then deleted.
    if let Some(why) = objection_to(tx, side(&held), side(&target))? {
        return Ok(Merging::Refused(why));
    }
    leave_lists(tx, by, &held, now)?;
    let opening = make_opening(tx, &held)?;
    let merge = write_down(tx, by, &held, &target, opening, now)?;
    carry_acceptance(tx, merge, &held, &target)?;
    carry_readings(tx, &held, &target)?;
    carry_me_toos(tx, merge, &held, &target, now)?;
    move_posts(tx, merge, &held, &target)?;
    let standing = settle(tx, &target)?;
    awaitings::tell_if(standing, tx, target.id, now)?;
    if target.standing == Standing::Resolved && held.standing != Standing::Resolved {
        notifications::merged_into_solved(tx, by, &target, opening, now)?;
    }
    let gone = Held {
        is_deleted: true,
        ..held.clone()
    };
    settle(tx, &gone)?;
    questions::note_merge(tx, &held, &target, by.id, now)?;
    log(tx, by, &held, Act::Merge, reason.as_str(), now)?;
    changes::record(tx, Noun::Thread(id), ChangeVerb::Deleted, now)?;
    changes::record(tx, Noun::Thread(into), ChangeVerb::Changed, now)?;
    tell_originals(tx, id, now)?;
    Ok(Merging::Merged(ReplyId::stored(opening)))
}

/// No list shows the merged thread any more, and nothing counts it.
fn leave_lists(tx: &mut Db, by: &User, held: &Held, now: DateTime<Utc>) -> Result<(), StoreError> {
    count_existence(tx, held, -1)?;
    diesel::update(threads::table.find(held.id))
        .set((
            threads::deleted_at.eq(Some(row_time(now))),
            threads::deleted_by_id.eq(Some(by.id.get())),
        ))
        .execute(tx)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Made {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The thread's text becomes a reply of it, with its comments, its votes and its history.
fn make_opening(tx: &mut Db, held: &Held) -> Result<i64, StoreError> {
    let made: Made = diesel::sql_query(
        "insert into replies (thread_id, author_id, author_name, created_at, edited_at, up_count, down_count, score, \
             comment_count, renderer, body_markdown, body_html, body_source, opens_id) \
         select id, author_id, author_name, created_at, edited_at, up_count, down_count, score, \
             comment_count, renderer, body_markdown, body_html, body_source, id \
         from threads where id = $1 returning id",
    )
    .bind::<BigInt, _>(held.id)
    .get_result(tx)?;
    for statement in [
        "insert into reply_votes (reply_id, user_id, direction, voted_at) \
         select $1, user_id, direction, voted_at from thread_votes where thread_id = $2",
        "update comments set reply_id = $1 where thread_id = $2 and reply_id is null",
        "update revisions set reply_id = $1 where thread_id = $2 and reply_id is null",
    ] {
        run(tx, statement, [made.id, held.id])?;
    }
    diesel::sql_query("delete from thread_votes where thread_id = $1")
        .bind::<BigInt, _>(held.id)
        .execute(tx)?;
    diesel::update(threads::table.find(held.id))
        .set((
            threads::comment_count.eq(0),
            threads::up_count.eq(0),
            threads::down_count.eq(0),
            threads::score.eq(0),
        ))
        .execute(tx)?;
    count_for(tx, held.author, 0, 1, 0)?;
    Ok(made.id)
}

/// The row of the merge, and a row for each reply that moves.
fn write_down(
    tx: &mut Db,
    by: &User,
    held: &Held,
    target: &Held,
    opening: i64,
    now: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let active_at = |tx: &mut Db, id: i64| -> Result<NaiveDateTime, StoreError> {
        Ok(threads::table.find(id).select(threads::active_at).first(tx)?)
    };
    let (brought, before) = (active_at(tx, held.id)?, active_at(tx, target.id)?);
    let merge: i64 = diesel::insert_into(merges::table)
        .values((
            merges::thread_id.eq(held.id),
            merges::target_id.eq(target.id),
            merges::opening_id.eq(opening),
            merges::active_before.eq(before),
            merges::active_after.eq(before.max(brought)),
            merges::merged_by_id.eq(Some(by.id.get())),
            merges::merged_at.eq(row_time(now)),
        ))
        .returning(merges::id)
        .get_result(tx)?;
    run(
        tx,
        "insert into merged_replies (merge_id, reply_id) select $1, id from replies where thread_id = $2",
        [merge, held.id],
    )?;
    Ok(merge)
}

/// What was settled in the merged question settles the other one, if nothing did.
fn carry_acceptance(tx: &mut Db, merge: i64, held: &Held, target: &Held) -> Result<(), StoreError> {
    let (Some((id, _)), None) = (acceptance_in_force(tx, held.id)?, acceptance_in_force(tx, target.id)?) else {
        return Ok(());
    };
    diesel::update(acceptances::table.find(id))
        .set(acceptances::thread_id.eq(target.id))
        .execute(tx)?;
    diesel::update(merges::table.find(merge))
        .set(merges::acceptance_id.eq(Some(id)))
        .execute(tx)?;
    Ok(())
}

/// What readers of the target have seen counts the posts that come among it; readers of the merged thread go on from where
/// they were. While this runs, the replies of the merged thread are those that move.
fn carry_readings(tx: &mut Db, held: &Held, target: &Held) -> Result<(), StoreError> {
    run(
        tx,
        "update readings set seen_count = seen_count + (select count(*) from replies where replies.thread_id = $1 \
             and replies.deleted_at is null and replies.created_at <= readings.read_at) where thread_id = $2",
        [held.id, target.id],
    )?;
    run(
        tx,
        "insert into readings (user_id, thread_id, read_at, seen_count) \
         select user_id, $1, read_at, (select count(*) from replies where replies.thread_id in ($1, $2) \
             and replies.deleted_at is null and replies.created_at <= former.read_at) \
         from readings as former where thread_id = $2 and not exists (select 1 from readings as present \
             where present.thread_id = $1 and present.user_id = former.user_id)",
        [target.id, held.id],
    )?;
    Ok(())
}

/// Whoever has the merged problem has the target's, its asker too; their own rows stay with the merged thread.
fn carry_me_toos(tx: &mut Db, merge: i64, held: &Held, target: &Held, now: DateTime<Utc>) -> Result<(), StoreError> {
    if target.kind == ThreadKind::Discussion {
        return Ok(());
    }
    diesel::sql_query(
        "insert into merged_me_toos (merge_id, user_id, joined_at) \
         select $1, user_id, min(joined_at) from (\
             select user_id, joined_at from me_toos where thread_id = $2 \
             union all select author_id, $3 from threads where id = $2 and author_id is not null and kind = 'question'\
         ) as affected \
         where user_id <> $4 and not exists \
             (select 1 from me_toos where me_toos.thread_id = $5 and me_toos.user_id = affected.user_id) \
         group by user_id",
    )
    .bind::<BigInt, _>(merge)
    .bind::<BigInt, _>(held.id)
    .bind::<Timestamp, _>(row_time(now))
    .bind::<BigInt, _>(target.author.map_or(0, UserId::get))
    .bind::<BigInt, _>(target.id)
    .execute(tx)?;
    let joined = run(
        tx,
        "insert into me_toos (thread_id, user_id, joined_at) \
         select $1, user_id, joined_at from merged_me_toos where merge_id = $2",
        [target.id, merge],
    )?;
    let joined = i64::try_from(joined).unwrap_or_default();
    diesel::update(threads::table.find(target.id))
        .set(threads::me_too_count.eq(threads::me_too_count + joined))
        .execute(tx)?;
    Ok(())
}

/// By now each comment and each version of the thread is one of a reply that moves.
fn move_posts(tx: &mut Db, merge: i64, held: &Held, target: &Held) -> Result<(), StoreError> {
    for statement in MOVE {
        run(tx, statement, [target.id, merge])?;
    }
    run(
        tx,
        "update threads set active_at = (select max(other.active_at) from threads as other where other.id in ($1, $2)) \
         where id = $1",
        [target.id, held.id],
    )?;
    count_replies(tx, [held.id, target.id])
}
