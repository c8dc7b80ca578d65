//! Cases: what waits for a moderator about one piece of writing, a row for all its flags and for its being held.
//!
//! Whoever changes a case holds the thread of its piece first, as every verb on that does: so two who decide, a flag that comes
//! meanwhile, and a merge or a deletion by another way wait for each other, and each sees what the one before it did.

mod deciding;
mod list;
mod page;
mod piece;
mod standing;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::moderations::Moderated;
use super::schema::{cases, flags};
use super::time::row_time;
use super::{Db, StoreError, spam_lessons, trust};
use crate::domain::account::User;
use crate::domain::case::{Decision, FlagOutcome, HoldReason, Piece};
use crate::domain::id::{CaseId, UserId};
use crate::domain::sight::Sight;
use crate::domain::spam::Lesson;

pub use deciding::{Deciding, Turn, claim, decide, give_back, put_back};
pub use list::{MOST_COUNTED, QUEUE, QueueRow, next, open_among, queue, row, waiting_count};
pub use page::{CasePage, FlagView, LastDecision, last_decision, page};
pub(super) use piece::{HeldPiece, proper};
pub(super) use standing::{PLACE, Place, STANDING, WORDS, Words};

/// How many cases of one piece are looked through for a decision that left it.
const LOOKED_AT: i64 = 20;

/// A case as its verbs see it.
#[derive(Debug, Clone, Queryable)]
pub(super) struct CaseRow {
    pub(super) id: i64,
    piece: (Option<i64>, Option<i64>, Option<i64>),
    /// Whether it was held.
    pub(super) is_held: bool,
    /// Whether a scan brought it.
    pub(super) is_found: bool,
    is_decided: bool,
    decision: Option<String>,
}

impl CaseRow {
    fn piece(&self) -> Result<Piece, StoreError> {
        Piece::of_columns(self.piece).ok_or_else(|| StoreError::Unexpected(format!("case {}", self.id)))
    }

    fn decision(&self) -> Option<Decision> {
        self.decision.as_deref().and_then(Decision::parse)
    }
}

#[diesel::dsl::auto_type]
fn rows() -> _ {
    cases::table.select((
        cases::id,
        (cases::thread_id, cases::reply_id, cases::comment_id),
        cases::held_at.is_not_null(),
        cases::found_for.is_not_null(),
        cases::decided_at.is_not_null(),
        cases::decision,
    ))
}

fn find(db: &mut Db, id: CaseId) -> Result<CaseRow, StoreError> {
    Ok(rows().filter(cases::id.eq(id.get())).first(db)?)
}

/// The newest case about a piece, or the open one.
pub(super) fn newest_of(db: &mut Db, piece: Piece, is_open: bool) -> Result<Option<CaseRow>, StoreError> {
    Ok(newest_some(db, piece, is_open, 1)?.pop())
}

fn newest_some(db: &mut Db, piece: Piece, is_open: bool, most: i64) -> Result<Vec<CaseRow>, StoreError> {
    let mut query = rows().order(cases::id.desc()).limit(most).into_boxed();
    query = match piece {
        Piece::Thread(id) => query.filter(cases::thread_id.eq(id.get())),
        Piece::Reply(id) => query.filter(cases::reply_id.eq(id.get())),
        Piece::Comment(id) => query.filter(cases::comment_id.eq(id.get())),
    };
    if is_open {
        query = query.filter(cases::decided_at.is_null());
    }
    Ok(query.load(db)?)
}

/// Whether somebody looks at a piece anyway, or looked at it and left it where it is.
pub(super) fn waits_or_was_left(db: &mut Db, piece: Piece) -> Result<bool, StoreError> {
    let piece = proper(db, piece)?;
    let known = newest_some(db, piece, false, LOOKED_AT)?;
    let is_left = |case: &CaseRow| matches!(case.decision(), Some(Decision::Kept | Decision::Closed));
    Ok(known.iter().any(|case| !case.is_decided || is_left(case)))
}

/// Has a moderator look at what a scan found, which stays where it is; answers whether there was a case to make of it.
pub(super) fn bring(
    tx: &mut Db,
    piece: Piece,
    why: HoldReason,
    words: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let piece = proper(tx, piece)?;
    let held = match HeldPiece::take(tx, Sight::everything(), piece) {
        Err(StoreError::NotFound) => return Ok(false),
        held => held?,
    };
    // Somebody may have been quicker than the scan.
    if held.is_deleted() || waits_or_was_left(tx, piece)? {
        return Ok(false);
    }
    let case = open(tx, piece, held.author(), now)?;
    diesel::update(cases::table.find(case.id))
        .set((cases::found_for.eq(Some(why.as_str())), cases::held_words.eq(words)))
        .execute(tx)?;
    Ok(true)
}

/// The open case about a piece that is held, or a new one.
pub(super) fn open(
    tx: &mut Db,
    piece: Piece,
    author: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<CaseRow, StoreError> {
    if let Some(case) = newest_of(tx, piece, true)? {
        return Ok(case);
    }
    let (thread, reply, comment) = piece.columns();
    let id: i64 = diesel::insert_into(cases::table)
        .values((
            cases::thread_id.eq(thread),
            cases::reply_id.eq(reply),
            cases::comment_id.eq(comment),
            cases::author_id.eq(author.map(UserId::get)),
            cases::opened_at.eq(row_time(now)),
            cases::harm.eq(1),
        ))
        .returning(cases::id)
        .get_result(tx)?;
    find(tx, CaseId::stored(id))
}

/// The newest case about a piece, or the open one.
pub(super) fn newest(db: &mut Db, piece: Piece, is_open: bool) -> Result<Option<CaseId>, StoreError> {
    Ok(newest_of(db, piece, is_open)?.map(|case| CaseId::stored(case.id)))
}

/// Ends a case, says of its flags whether they were right, and learns from it.
pub(super) fn settle(
    tx: &mut Db,
    case: i64,
    decision: Decision,
    by: Option<UserId>,
    note: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    end(tx, case, decision, by, note, now)?;
    spam_lessons::of_case(tx, case, Lesson::of(decision), now)
}

/// The same as a part of something that teaches itself.
pub(super) fn end(
    tx: &mut Db,
    case: i64,
    decision: Decision,
    by: Option<UserId>,
    note: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::update(cases::table.find(case))
        .set((
            cases::decided_at.eq(Some(row_time(now))),
            cases::decided_by_id.eq(by.map(UserId::get)),
            cases::decision.eq(Some(decision.as_str())),
            cases::note.eq(note),
            cases::claimed_at.eq(None::<chrono::NaiveDateTime>),
            cases::claimed_by_id.eq(None::<i64>),
        ))
        .execute(tx)?;
    if decision.outcome() == Some(FlagOutcome::Upheld) {
        let author: Option<i64> = cases::table.find(case).select(cases::author_id).first(tx)?;
        author.map_or(Ok(()), |author| trust::unweigh(tx, author, now))?;
    }
    judge(tx, case, decision.outcome(), now)
}

/// Says of the flags of a case whether they were right, or that nobody has said so.
fn judge(tx: &mut Db, case: i64, outcome: Option<FlagOutcome>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let of_case = flags::table
        .filter(flags::case_id.eq(case))
        .filter(flags::withdrawn_at.is_null());
    diesel::update(of_case)
        .set((
            flags::outcome.eq(outcome.map(FlagOutcome::as_str)),
            flags::decided_at.eq(outcome.map(|_| row_time(now))),
        ))
        .execute(tx)?;
    Ok(())
}

/// What of somebody's waits for a moderator and is held, the oldest first.
pub(super) fn held_of(db: &mut Db, author: UserId, most: i64) -> Result<Vec<Piece>, StoreError> {
    let rows: Vec<(Option<i64>, Option<i64>, Option<i64>)> = cases::table
        .filter(cases::author_id.eq(author.get()))
        .filter(cases::held_at.is_not_null())
        .filter(cases::decided_at.is_null())
        .order(cases::id)
        .limit(most)
        .select((cases::thread_id, cases::reply_id, cases::comment_id))
        .load(db)?;
    Ok(rows.into_iter().filter_map(Piece::of_columns).collect())
}

/// A decided case waits again, as if nobody had decided, unless another one waits about the same piece by now.
pub(super) fn wait_again(tx: &mut Db, case: i64, piece: Piece, now: DateTime<Utc>) -> Result<(), StoreError> {
    if newest_of(tx, piece, true)?.is_some() {
        return Ok(());
    }
    diesel::update(cases::table.find(case))
        .set((
            cases::decided_at.eq(None::<chrono::NaiveDateTime>),
            cases::decided_by_id.eq(None::<i64>),
            cases::decision.eq(None::<String>),
            cases::note.eq(""),
        ))
        .execute(tx)?;
    spam_lessons::of_case(tx, case, None, now)?;
    judge(tx, case, None, now)
}

/// A piece was deleted on its own page: by a moderator, then its flags were right; by its author, then nothing is left to decide.
pub(super) fn deleted(
    tx: &mut Db,
    piece: Piece,
    by: &User,
    author: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let piece = proper(tx, piece)?;
    let Some(case) = newest_of(tx, piece, true)? else {
        return Ok(());
    };
    let decision = match author == Some(by.id) {
        true => Decision::Lapsed,
        false => Decision::Deleted,
    };
    settle(tx, case.id, decision, Some(by.id), "", now)
}

/// A piece was brought back on its own page: the flags for which it was held or deleted were wrong after all.
pub(super) fn undeleted(tx: &mut Db, piece: Piece, by: &User, now: DateTime<Utc>) -> Result<(), StoreError> {
    let piece = proper(tx, piece)?;
    let Some(case) = newest_of(tx, piece, false)? else {
        return Ok(());
    };
    let was_deleted = case.decision().is_some_and(Decision::deletes);
    if was_deleted || (!case.is_decided && case.is_held) {
        settle(tx, case.id, Decision::Kept, Some(by.id), "", now)?;
    }
    Ok(())
}
