//! What a removal takes, a step at a time, and brings back in the opposite order.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{RemovalRow, STEP};
use crate::domain::case::{Decision, Piece};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};
use crate::domain::question::Removal;
use crate::domain::sight::Sight;
use crate::store::cases::{self, HeldPiece, proper};
use crate::store::moderations::Moderated;
use crate::store::native::among;
use crate::store::replies::reinstate;
use crate::store::schema::{comments, removed_pieces, replies, threads};
use crate::store::threads::acceptance_in_force;
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// Takes the next pieces; answers whether there may be more.
pub(super) fn take(tx: &mut Db, removal: &RemovalRow, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let mut pieces = next(tx, removal.user())?;
    let has_more = i64::try_from(pieces.len()).unwrap_or(STEP) >= STEP;
    // All threads are held in one order, as others hold them.
    pieces.sort_unstable();
    for (_, piece) in pieces {
        take_one(tx, removal, piece, now)?;
    }
    Ok(has_more)
}

/// The next pieces that are there, or held for a moderator, each with its thread: threads before what stands in them.
fn next(db: &mut Db, author: UserId) -> Result<Vec<(i64, Piece)>, StoreError> {
    let mut found = held(db, author)?;
    let rows: Vec<i64> = threads::table
        .filter(threads::author_id.eq(author.get()))
        .filter(threads::deleted_at.is_null())
        .order((threads::created_at, threads::id))
        .limit(room(&found))
        .select(threads::id)
        .load(db)?;
    found.extend(rows.into_iter().map(|id| (id, Piece::Thread(ThreadId::stored(id)))));
    let rows: Vec<(i64, i64)> = replies::table
        .filter(replies::author_id.eq(author.get()))
        .filter(replies::deleted_at.is_null())
        .order((replies::created_at, replies::id))
        .limit(room(&found))
        .select((replies::thread_id, replies::id))
        .load(db)?;
    let reply = |(thread, id)| (thread, Piece::Reply(ReplyId::stored(id)));
    found.extend(rows.into_iter().map(reply));
    let rows: Vec<(i64, i64)> = comments::table
        .filter(comments::author_id.eq(author.get()))
        .filter(comments::deleted_at.is_null())
        .order((comments::created_at, comments::id))
        .limit(room(&found))
        .select((comments::thread_id, comments::id))
        .load(db)?;
    let comment = |(thread, id)| (thread, Piece::Comment(CommentId::stored(id)));
    found.extend(rows.into_iter().map(comment));
    Ok(found)
}

fn room(found: &[(i64, Piece)]) -> i64 {
    STEP - i64::try_from(found.len()).unwrap_or(STEP)
}

/// What of theirs is held for a moderator: nobody else sees it, and it need not wait any more.
fn held(db: &mut Db, author: UserId) -> Result<Vec<(i64, Piece)>, StoreError> {
    let pieces = cases::held_of(db, author, STEP)?;
    let of_replies = pieces.iter().filter_map(|piece| piece.columns().1);
    let homes: Vec<(i64, i64)> = replies::table
        .filter(among(replies::id, of_replies))
        .select((replies::id, replies::thread_id))
        .load(db)?;
    let of_comments = pieces.iter().filter_map(|piece| piece.columns().2);
    let comment_homes: Vec<(i64, i64)> = comments::table
        .filter(among(comments::id, of_comments))
        .select((comments::id, comments::thread_id))
        .load(db)?;
    let home = |homes: &[(i64, i64)], id: i64| homes.iter().find(|home| home.0 == id).map_or(0, |home| home.1);
    let with_home = pieces.into_iter().map(|piece| match piece {
        Piece::Thread(id) => (id.get(), piece),
        Piece::Reply(id) => (home(&homes, id.get()), piece),
        Piece::Comment(id) => (home(&comment_homes, id.get()), piece),
    });
    Ok(with_home.collect())
}

/// Takes one piece, with the case that waits about it and the acceptance that it has.
fn take_one(tx: &mut Db, removal: &RemovalRow, piece: Piece, now: DateTime<Utc>) -> Result<(), StoreError> {
    let by = removal.removed_by_id.map(UserId::stored);
    let held = HeldPiece::take(tx, Sight::everything(), piece)?;
    let proper_piece = proper(tx, piece)?;
    let case = cases::newest_of(tx, proper_piece, true)?;
    let is_held = held.is_deleted();
    if is_held && !case.as_ref().is_some_and(|case| case.is_held) {
        // Somebody deleted it meanwhile.
        return Ok(());
    }
    let acceptance = match &held {
        HeldPiece::Reply(reply) => acceptance_in_force(tx, reply.thread.id)?
            .filter(|(_, accepted)| *accepted == reply.id)
            .map(|(acceptance, _)| acceptance),
        HeldPiece::Thread(_) | HeldPiece::Comment(_) => None,
    };
    let why = Removal::by(by, held.author(), Removal::Spam);
    match is_held {
        true => held.settle_hidden(tx, by, why, now)?,
        false => held.hide(tx, by, why, now)?,
    }
    if let Some(case) = &case {
        cases::end(tx, case.id, Decision::Spam, by, &removal.reason, now)?;
    }
    let (thread, reply, comment) = piece.columns();
    diesel::insert_into(removed_pieces::table)
        .values((
            removed_pieces::removal_id.eq(removal.id),
            removed_pieces::thread_id.eq(thread),
            removed_pieces::reply_id.eq(reply),
            removed_pieces::comment_id.eq(comment),
            removed_pieces::case_id.eq(case.map(|case| case.id)),
            removed_pieces::acceptance_id.eq(acceptance),
            removed_pieces::was_held.eq(is_held),
        ))
        .execute(tx)?;
    Ok(())
}

#[derive(Queryable)]
struct TakenRow {
    id: i64,
    piece: (Option<i64>, Option<i64>, Option<i64>),
    case_id: Option<i64>,
    acceptance_id: Option<i64>,
    was_held: bool,
}

impl TakenRow {
    fn piece(&self) -> Result<Piece, StoreError> {
        Piece::of_columns(self.piece).ok_or_else(|| StoreError::Unexpected(format!("removed piece {}", self.id)))
    }
}

/// Brings the pieces back that were taken last; answers whether there may be more.
pub(super) fn bring_back(tx: &mut Db, removal: &RemovalRow, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let taken: Vec<TakenRow> = removed_pieces::table
        .filter(removed_pieces::removal_id.eq(removal.id))
        .filter(removed_pieces::restored_at.is_null())
        .order(removed_pieces::id.desc())
        .limit(STEP)
        .select((
            removed_pieces::id,
            (
                removed_pieces::thread_id,
                removed_pieces::reply_id,
                removed_pieces::comment_id,
            ),
            removed_pieces::case_id,
            removed_pieces::acceptance_id,
            removed_pieces::was_held,
        ))
        .load(tx)?;
    let has_more = i64::try_from(taken.len()).unwrap_or(STEP) >= STEP;
    // All threads are held in the order in which others hold them, then goes last what was taken first.
    for row in taken.iter().rev() {
        HeldPiece::take(tx, Sight::everything(), row.piece()?)?;
    }
    for row in taken {
        bring_one_back(tx, removal, &row, now)?;
        diesel::update(removed_pieces::table.find(row.id))
            .set(removed_pieces::restored_at.eq(Some(row_time(now))))
            .execute(tx)?;
    }
    Ok(has_more)
}

fn bring_one_back(tx: &mut Db, removal: &RemovalRow, row: &TakenRow, now: DateTime<Utc>) -> Result<(), StoreError> {
    let by = removal.undone_by_id.map_or(removal.user(), UserId::stored);
    let piece = row.piece()?;
    let held = HeldPiece::take(tx, Sight::everything(), piece)?;
    if !held.is_deleted() || held.is_erased() {
        // Somebody brought it back by itself, or its text was deleted for good meanwhile.
        return Ok(());
    }
    match row.was_held {
        true => held.settle_hidden(tx, None, Removal::Other, now)?,
        false => held.show(tx, by, now)?,
    }
    if let Some(case) = row.case_id {
        let piece = proper(tx, piece)?;
        cases::wait_again(tx, case, piece, now)?;
    }
    if let (Some(reply), Some(acceptance)) = (held.reply(), row.acceptance_id) {
        reinstate(tx, reply, acceptance, now)?;
    }
    Ok(())
}
