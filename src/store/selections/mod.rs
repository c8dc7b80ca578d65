//! Acts on a selection: one transaction, whose rows of the log are tied together, and one press that takes all of it back.

mod planning;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::moderations::{self, Subject, Undoing};
use super::outcome::Deed;
use super::schema::{moderations as moderations_table, selections};
use super::threads::{self, Closing, hold};
use super::time::row_time;
use super::{Db, StoreError, replies, tags};
use crate::domain::account::User;
use crate::domain::case::Piece;
use crate::domain::id::{ModerationId, ReplyId, SelectionId, ThreadId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may};
use crate::domain::selection::{Doing, Order};
use crate::domain::sight::Sight;

pub use planning::{Plan, Planned, plan};

/// How an act on a selection ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many pieces it was done to.
    pub done_count: i64,
    /// How many it was not: it was so already, may not be done, or they are not there any more.
    pub left_count: i64,
}

impl Outcome {
    fn count(&mut self, is_done: bool) {
        match is_done {
            true => self.done_count += 1,
            false => self.left_count += 1,
        }
    }
}

/// Who acts, what they see, and when.
#[derive(Clone, Copy)]
struct Scene<'a> {
    by: &'a User,
    sight: Sight,
    now: DateTime<Utc>,
}

/// Does an act to every piece of a selection that it can be done to.
pub fn carry_out(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    order: &Order,
    now: DateTime<Utc>,
) -> Result<Outcome, StoreError> {
    let scene = Scene { by, sight, now };
    let act = order.doing.act();
    // In the order of their threads, as others hold them.
    let planned = plan(tx, sight, &order.pieces, act)?;
    let missing = order.pieces.len().saturating_sub(planned.rows.len());
    let mut outcome = Outcome {
        left_count: i64::try_from(missing).unwrap_or_default(),
        ..Outcome::default()
    };
    let id: i64 = diesel::insert_into(selections::table)
        .values((
            selections::moderator_id.eq(Some(by.id.get())),
            selections::reason.eq(order.reason.as_str()),
            selections::acted_at.eq(row_time(now)),
        ))
        .returning(selections::id)
        .get_result(tx)?;
    for row in &planned.rows {
        let is_done = row.will && act_on(tx, scene, SelectionId::stored(id), row, order)?;
        outcome.count(is_done);
    }
    match outcome.done_count {
        0 => diesel::delete(selections::table.find(id)).execute(tx)?,
        done => diesel::update(selections::table.find(id))
            .set(selections::piece_count.eq(done))
            .execute(tx)?,
    };
    Ok(outcome)
}

/// Does the act to one piece, and ties its row of the log to the selection; answers whether it is done.
fn act_on(
    tx: &mut Db,
    scene: Scene<'_>,
    selection: SelectionId,
    row: &Planned,
    order: &Order,
) -> Result<bool, StoreError> {
    let tags_before = tags_of(tx, row, order)?;
    let deed = match carry_out_one(tx, scene, row.piece, order) {
        Err(StoreError::NotFound) => return Ok(false),
        deed => deed?,
    };
    if deed != Deed::Done(()) {
        return Ok(false);
    }
    let subject = Subject {
        thread: Some(row.thread),
        reply: reply_of(row.piece),
        ..Subject::default()
    };
    let act = order.doing.act().act();
    if newest_row(tx, scene, subject, act)?.is_none() {
        // What people do to their own is no moderation, but here it is part of one.
        let changed = Changed::of(tags_before.map(|tags| tags.join(", ")), {
            tags_of(tx, row, order)?.map(|tags| tags.join(", "))
        });
        let reason = order.reason.as_str();
        moderations::record_change(tx, Some(scene.by.id), act, (subject, &changed), reason, scene.now)?;
    }
    if let Some(newest) = newest_row(tx, scene, subject, act)? {
        diesel::update(moderations_table::table.find(newest))
            .set(moderations_table::selection_id.eq(Some(selection.get())))
            .execute(tx)?;
    }
    Ok(true)
}

fn reply_of(piece: Piece) -> Option<ReplyId> {
    match piece {
        Piece::Reply(id) => Some(id),
        Piece::Thread(_) | Piece::Comment(_) => None,
    }
}

/// The tags of a thread that is to get others.
fn tags_of(db: &mut Db, row: &Planned, order: &Order) -> Result<Option<Vec<String>>, StoreError> {
    if !matches!(order.doing, Doing::Retag(_)) {
        return Ok(None);
    }
    let thread = row.thread.get();
    Ok(Some(
        tags::of_threads(db, &[thread])?.remove(&thread).unwrap_or_default(),
    ))
}

fn carry_out_one(tx: &mut Db, scene: Scene<'_>, piece: Piece, order: &Order) -> Result<Deed, StoreError> {
    let Scene { by, sight, now } = scene;
    let reason = &order.reason;
    match (piece, &order.doing) {
        (Piece::Thread(id), Doing::Delete) => threads::delete(tx, by, sight, id, reason, now),
        (Piece::Thread(id), Doing::Close(why)) => {
            let closing = Closing {
                reason: *why,
                original: None,
                note: reason.clone(),
            };
            threads::close(tx, by, sight, id, &closing, now)
        }
        (Piece::Thread(id), Doing::Lock) => threads::lock(tx, by, sight, id, true, reason, now),
        (Piece::Thread(id), Doing::Move(to)) => threads::r#move(tx, by, sight, id, *to, now),
        (Piece::Thread(id), Doing::Retag(names)) => threads::retag(tx, by, sight, id, names, now),
        (Piece::Reply(id), Doing::Delete) => replies::delete(tx, by, sight, id, reason, now),
        (Piece::Reply(_) | Piece::Comment(_), _) => Ok(Deed::NotYours),
    }
}

/// The row that this act has just written; the piece's thread is held, so nobody else writes one meanwhile.
fn newest_row(db: &mut Db, scene: Scene<'_>, subject: Subject, act: Act) -> Result<Option<i64>, StoreError> {
    let rows = moderations_table::table
        .filter(moderations_table::thread_id.eq(subject.thread.map(ThreadId::get)))
        .filter(moderations_table::act.eq(act.as_str()))
        .filter(moderations_table::moderator_id.eq(scene.by.id.get()))
        .filter(moderations_table::acted_at.eq(row_time(scene.now)))
        .filter(moderations_table::ended_at.is_null())
        .filter(moderations_table::selection_id.is_null())
        .order(moderations_table::id.desc())
        .select(moderations_table::id)
        .into_boxed();
    let rows = match subject.reply {
        Some(reply) => rows.filter(moderations_table::reply_id.eq(reply.get())),
        None => rows.filter(moderations_table::reply_id.is_null()),
    };
    Ok(rows.first(db).optional()?)
}

/// Takes an act on a selection back, from every piece that it is in force of; `None` when the user may not.
pub fn undo(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: SelectionId,
    now: DateTime<Utc>,
) -> Result<Option<Outcome>, StoreError> {
    if !may(by, Verb::ReadModerationLog, None) {
        return Ok(None);
    }
    // Absent under a number that is none.
    selections::table
        .find(id.get())
        .select(selections::id)
        .first::<i64>(tx)?;
    let rows: Vec<(i64, Option<i64>)> = moderations_table::table
        .filter(moderations_table::selection_id.eq(id.get()))
        .filter(moderations_table::ended_at.is_null())
        .order(moderations_table::id.desc())
        .select((moderations_table::id, moderations_table::thread_id))
        .load(tx)?;
    let mut homes: Vec<i64> = rows.iter().filter_map(|row| row.1).collect();
    homes.sort_unstable();
    homes.dedup();
    // All are held in the order in which others hold them, then goes last what was done first.
    for home in homes {
        match hold(tx, sight, ThreadId::stored(home)) {
            Ok(_) | Err(StoreError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut outcome = Outcome::default();
    for (row, _) in rows {
        let undone = match moderations::undo(tx, by, sight, ModerationId::stored(row), None, now) {
            Err(StoreError::NotFound) => Undoing::NotNow,
            undone => undone?,
        };
        outcome.count(undone == Undoing::Done);
    }
    Ok(Some(outcome))
}
