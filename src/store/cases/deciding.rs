//! Taking a case in hand, deciding it, and taking the decision back.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::{CaseRow, HeldPiece, find, judge, newest_of, row, settle};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::case::{CLAIM_LASTS, Decision, Piece};
use crate::domain::id::{CaseId, ThreadId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::question::Removal;
use crate::domain::resolution::CloseReason;
use crate::domain::sight::Sight;
use crate::store::moderations::{Moderated, log, log_change};
use crate::store::outcome::Deed;
use crate::store::schema::cases;
use crate::store::threads::{Closing, close, reopen};
use crate::store::time::row_time;
use crate::store::{Db, StoreError, spam_lessons, users};

/// How deciding ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deciding {
    /// It is decided, or waits again.
    Done,
    /// Somebody else decided meanwhile, or there was nothing left to decide.
    DecidedBefore,
    /// Nothing of the kind can be done to such a piece, or by this user.
    NotYours,
    /// The text of its piece was deleted for good.
    Erased,
    /// This person, whose piece it is, is removed with everything that they wrote, which comes back all at once or not at all.
    AuthorRemoved(UserId),
}

/// Who decides on what, and when.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// Who.
    pub by: &'a User,
    /// What they see.
    pub sight: Sight,
    /// On what.
    pub id: CaseId,
    /// When.
    pub now: DateTime<Utc>,
}

/// Holds the piece of a case, and reads the case as it is from then on.
fn hold_case(tx: &mut Db, turn: Turn<'_>) -> Result<(CaseRow, Piece, HeldPiece), StoreError> {
    let piece = find(tx, turn.id)?.piece()?;
    let held = HeldPiece::take(tx, turn.sight, piece)?;
    Ok((find(tx, turn.id)?, piece, held))
}

/// Takes a case in hand for a while, unless somebody else has it; answers whether it is theirs.
pub fn claim(tx: &mut Db, turn: Turn<'_>) -> Result<bool, StoreError> {
    if !turn.by.has_desk() {
        return Ok(false);
    }
    row(tx, turn.sight, turn.id, turn.now)?;
    let ended = row_time(turn.now - CLAIM_LASTS);
    let free = cases::claimed_by_id
        .is_null()
        .or(cases::claimed_by_id.eq(turn.by.id.get()))
        .or(cases::claimed_at.le(ended));
    let claimed = diesel::update(
        cases::table
            .find(turn.id.get())
            .filter(cases::decided_at.is_null())
            .filter(free),
    )
    .set((
        cases::claimed_by_id.eq(Some(turn.by.id.get())),
        cases::claimed_at.eq(Some(row_time(turn.now))),
    ))
    .execute(tx)?;
    Ok(claimed > 0)
}

/// Lets go of a case that is in this person's hand.
pub fn give_back(tx: &mut Db, turn: Turn<'_>) -> Result<(), StoreError> {
    let own = cases::table
        .find(turn.id.get())
        .filter(cases::claimed_by_id.eq(turn.by.id.get()));
    diesel::update(own)
        .set((
            cases::claimed_by_id.eq(None::<i64>),
            cases::claimed_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    Ok(())
}

/// Decides a case: its piece stays or comes back, is deleted, or its thread is closed.
pub fn decide(tx: &mut Db, turn: Turn<'_>, decision: Decision, reason: &Reason) -> Result<Deciding, StoreError> {
    let Turn { by, now, .. } = turn;
    let (case, piece, held) = hold_case(tx, turn)?;
    if !may_in(by, held.audience(), Verb::Decide, None) || !Decision::OFFERED.contains(&decision) {
        return Ok(Deciding::NotYours);
    }
    if case.is_decided {
        return Ok(Deciding::DecidedBefore);
    }
    if held.is_erased() && !decision.deletes() {
        return Ok(Deciding::Erased);
    }
    match decision {
        Decision::Closed => {
            let Piece::Thread(thread) = piece else {
                return Ok(Deciding::NotYours);
            };
            if held.reply().is_some() {
                return Ok(Deciding::NotYours);
            }
            show_again(tx, turn, &case, &held)?;
            close_as_off_topic(tx, turn, thread, reason)?;
        }
        Decision::Kept | Decision::Lapsed => {
            show_again(tx, turn, &case, &held)?;
            log(tx, by, &held, Act::Dismiss, reason.as_str(), now)?;
        }
        Decision::Deleted | Decision::Spam => {
            remove(tx, turn, &held, removal(decision))?;
            log(tx, by, &held, Act::Delete, reason.as_str(), now)?;
        }
    }
    settle(tx, case.id, decision, Some(by.id), reason.as_str(), now)?;
    Ok(Deciding::Done)
}

fn removal(decision: Decision) -> Removal {
    match decision {
        Decision::Spam => Removal::Spam,
        _ => Removal::Other,
    }
}

fn show_again(tx: &mut Db, turn: Turn<'_>, case: &CaseRow, held: &HeldPiece) -> Result<(), StoreError> {
    match case.is_held && held.is_deleted() {
        true => held.show(tx, turn.by.id, turn.now),
        false => Ok(()),
    }
}

fn remove(tx: &mut Db, turn: Turn<'_>, held: &HeldPiece, why: Removal) -> Result<(), StoreError> {
    let why = Removal::by(Some(turn.by.id), held.author(), why);
    match held.is_deleted() {
        true => held.settle_hidden(tx, Some(turn.by.id), why, turn.now),
        false => held.hide(tx, Some(turn.by.id), why, turn.now),
    }
}

fn close_as_off_topic(tx: &mut Db, turn: Turn<'_>, thread: ThreadId, reason: &Reason) -> Result<Deed, StoreError> {
    let closing = Closing {
        reason: CloseReason::OffTopic,
        original: None,
        note: reason.clone(),
    };
    close(tx, turn.by, turn.sight, thread, &closing, turn.now)
}

/// Takes a decision back: everything is as it was before it, and the case waits again, in the hand of whoever took it back.
/// What a removed person wrote does not wait by itself.
pub fn put_back(tx: &mut Db, turn: Turn<'_>) -> Result<Deciding, StoreError> {
    let Turn { by, now, .. } = turn;
    let (case, piece, held) = hold_case(tx, turn)?;
    if !may_in(by, held.audience(), Verb::Decide, None) {
        return Ok(Deciding::NotYours);
    }
    let decision = case.decision().filter(|decision| *decision != Decision::Lapsed);
    // What was flagged anew since then waits by itself.
    let Some(decision) = decision.filter(|_| case.is_decided) else {
        return Ok(Deciding::DecidedBefore);
    };
    if newest_of(tx, piece, true)?.is_some() {
        return Ok(Deciding::DecidedBefore);
    }
    if held.is_erased() {
        return Ok(Deciding::Erased);
    }
    if let Some(author) = users::removed(tx, held.author())? {
        return Ok(Deciding::AuthorRemoved(author));
    }
    if let (Decision::Closed, Piece::Thread(thread)) = (decision, piece) {
        reopen(tx, by, turn.sight, thread, &Reason::default(), now)?;
    }
    match (case.is_held, held.is_deleted()) {
        (true, false) => held.hide(tx, None, Removal::Other, now)?,
        (true, true) => held.settle_hidden(tx, None, Removal::Other, now)?,
        (false, true) if decision.deletes() => held.show(tx, by.id, now)?,
        (false, _) => {}
    }
    diesel::update(cases::table.find(case.id))
        .set((
            cases::decided_at.eq(None::<NaiveDateTime>),
            cases::decided_by_id.eq(None::<i64>),
            cases::decision.eq(None::<String>),
            cases::note.eq(""),
            cases::claimed_at.eq(Some(row_time(now))),
            cases::claimed_by_id.eq(Some(by.id.get())),
        ))
        .execute(tx)?;
    spam_lessons::of_case(tx, case.id, None, now)?;
    judge(tx, case.id, None, now)?;
    let changed = Changed::of(Some(decision), None::<Decision>);
    log_change(tx, by, &held, Act::PutBack, &changed, "", now)?;
    Ok(Deciding::Done)
}
