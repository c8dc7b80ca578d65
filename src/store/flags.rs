//! Flags: somebody says that a post needs a moderator; and what their record makes of that.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::cases::{self, HeldPiece, proper};
use super::holds::{self, Holding};
use super::moderations::Moderated;
use super::native::among;
use super::schema::{cases as cases_table, flags};
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::account::User;
use crate::domain::case::{Decision, FlagOutcome, HidingRule, HoldReason, Piece};
use crate::domain::flag::{FLAGS_A_DAY, FlagDraft, FlagReason, RECORD, Record, weight, worst};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};
use crate::domain::permission::{Verb, may};
use crate::domain::sight::Sight;

/// How flagging ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flagging {
    /// It waits for a moderator.
    Flagged,
    /// The flags weigh enough: it is hidden until a moderator has looked at it.
    Hidden,
    /// They flagged it before, whatever became of that.
    FlaggedBefore,
    /// It is their own.
    NotYours,
    /// It is deleted or held already.
    Gone,
    /// They flagged as much as anybody may within a day.
    TooMany,
}

/// Flags a piece of writing.
pub fn flag(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    piece: Piece,
    draft: &FlagDraft,
    rule: HidingRule,
    now: DateTime<Utc>,
) -> Result<Flagging, StoreError> {
    let piece = proper(tx, piece)?;
    let held = HeldPiece::take(tx, sight, piece)?;
    if !may(by, Verb::Flag, held.author()) {
        return Ok(Flagging::NotYours);
    }
    if held.is_deleted() {
        return Ok(Flagging::Gone);
    }
    let known = own(tx, by.id, piece)?;
    if known.as_ref().is_some_and(|own| !own.is_withdrawn) {
        return Ok(Flagging::FlaggedBefore);
    }
    if count_since(tx, by.id, now - Duration::days(1))? >= FLAGS_A_DAY {
        return Ok(Flagging::TooMany);
    }
    let weighs = weight(by.role, by.trust, by.is_staff, record(tx, by.id)?);
    let case = cases::open(tx, piece, held.author(), now)?;
    let values = (
        flags::reason.eq(draft.reason.as_str()),
        flags::words.eq(draft.words.as_str()),
        flags::weight.eq(weighs),
        flags::flagged_at.eq(row_time(now)),
    );
    match known.filter(|own| own.case == case.id) {
        Some(own) => diesel::update(flags::table.find(own.id))
            .set((values, flags::withdrawn_at.eq(None::<NaiveDateTime>)))
            .execute(tx)?,
        None => diesel::insert_into(flags::table)
            .values((flags::case_id.eq(case.id), flags::user_id.eq(by.id.get()), values))
            .execute(tx)?,
    };
    let (weighs, _) = weigh(tx, case.id)?;
    if rule.hides(weighs) && holds::hold(tx, piece, HoldReason::Flagged, now)? == Holding::Held {
        return Ok(Flagging::Hidden);
    }
    Ok(Flagging::Flagged)
}

/// Takes a flag back while nobody has decided; a case without any is over, unless it is held, or a scan found it.
pub fn withdraw(tx: &mut Db, by: &User, sight: Sight, piece: Piece, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let piece = proper(tx, piece)?;
    // What the flag has hidden is out of the flagger's sight, and their flag still theirs.
    HeldPiece::take(tx, sight.with_deleted(), piece)?;
    let Some(own) = own(tx, by.id, piece)?.filter(|own| !own.is_withdrawn && !own.is_decided) else {
        return Ok(false);
    };
    diesel::update(flags::table.find(own.id))
        .set(flags::withdrawn_at.eq(Some(row_time(now))))
        .execute(tx)?;
    let (_, count) = weigh(tx, own.case)?;
    let waits = cases::newest_of(tx, piece, true)?.is_some_and(|case| case.is_held || case.is_found);
    if count == 0 && !waits {
        cases::settle(tx, own.case, Decision::Lapsed, None, "", now)?;
    }
    Ok(true)
}

/// Adds the flags of a case up: their weight, their number, and the reason that it is put under.
fn weigh(tx: &mut Db, case: i64) -> Result<(i64, i64), StoreError> {
    let sums: Vec<(String, i64, i64)> = flags::table
        .filter(flags::case_id.eq(case))
        .filter(flags::withdrawn_at.is_null())
        .group_by(flags::reason)
        .select((
            flags::reason,
            sql::<BigInt>("cast(sum(flags.weight) as bigint)"),
            sql::<BigInt>("count(*)"),
        ))
        .load(tx)?;
    let weights = sums
        .iter()
        .filter_map(|(reason, weight, _)| Some((FlagReason::parse(reason)?, *weight)));
    let weights: Vec<(FlagReason, i64)> = weights.collect();
    let (total, count) = sums
        .iter()
        .fold((0, 0), |(weight, count), row| (weight + row.1, count + row.2));
    let worst = worst(&weights);
    diesel::update(cases_table::table.find(case))
        .set((
            cases_table::weight.eq(total),
            cases_table::flag_count.eq(count),
            cases_table::worst.eq(worst.map(FlagReason::as_str)),
        ))
        .execute(tx)?;
    // What is held can be read by nobody, and does no harm while it waits.
    diesel::update(cases_table::table.find(case).filter(cases_table::held_at.is_null()))
        .set(cases_table::harm.eq(worst.map_or(1, FlagReason::harm)))
        .execute(tx)?;
    Ok((total, count))
}

/// Somebody's own flag of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFlag {
    id: i64,
    case: i64,
    /// Why they flagged it.
    pub reason: Option<FlagReason>,
    /// Whether they took it back.
    pub is_withdrawn: bool,
    /// Whether somebody has decided.
    pub is_decided: bool,
}

/// Somebody's newest flag of a piece.
fn own(db: &mut Db, user: UserId, piece: Piece) -> Result<Option<OwnFlag>, StoreError> {
    let mut query = flags::table
        .inner_join(cases_table::table)
        .filter(flags::user_id.eq(user.get()))
        .order(flags::id.desc())
        .select((
            flags::id,
            flags::case_id,
            flags::reason,
            flags::withdrawn_at.is_not_null(),
            cases_table::decided_at.is_not_null(),
        ))
        .into_boxed();
    query = match piece {
        Piece::Thread(id) => query.filter(cases_table::thread_id.eq(id.get())),
        Piece::Reply(id) => query.filter(cases_table::reply_id.eq(id.get())),
        Piece::Comment(id) => query.filter(cases_table::comment_id.eq(id.get())),
    };
    let row: Option<(i64, i64, String, bool, bool)> = query.first(db).optional()?;
    Ok(row.map(|(id, case, reason, is_withdrawn, is_decided)| OwnFlag {
        id,
        case,
        reason: FlagReason::parse(&reason),
        is_withdrawn,
        is_decided,
    }))
}

/// Somebody's flag of a piece, and their record: what the page of the form shows.
pub fn own_and_record(db: &mut Db, user: UserId, piece: Piece) -> Result<(Option<OwnFlag>, Record), StoreError> {
    let piece = proper(db, piece)?;
    Ok((own(db, user, piece)?, record(db, user)?))
}

/// What became of the latest flags of somebody that were decided.
fn record(db: &mut Db, user: UserId) -> Result<Record, StoreError> {
    let outcomes: Vec<Option<String>> = flags::table
        .filter(flags::user_id.eq(user.get()))
        .filter(flags::decided_at.is_not_null())
        .order((flags::decided_at.desc(), flags::id.desc()))
        .limit(RECORD)
        .select(flags::outcome)
        .load(db)?;
    let count = |wanted: FlagOutcome| {
        let found = outcomes.iter().flatten().filter(|outcome| *outcome == wanted.as_str());
        i64::try_from(found.count()).unwrap_or(RECORD)
    };
    Ok(Record {
        upheld: count(FlagOutcome::Upheld),
        dismissed: count(FlagOutcome::Dismissed),
    })
}

/// How much somebody has flagged since a moment, as far as it matters.
fn count_since(db: &mut Db, user: UserId, since: DateTime<Utc>) -> Result<i64, StoreError> {
    let ids: Vec<i64> = flags::table
        .filter(flags::user_id.eq(user.get()))
        .filter(flags::flagged_at.gt(row_time(since)))
        .limit(FLAGS_A_DAY)
        .select(flags::id)
        .load(db)?;
    Ok(i64::try_from(ids.len()).unwrap_or(FLAGS_A_DAY))
}

/// Which of a page's pieces somebody has flagged.
pub fn given(
    db: &mut Db,
    user: UserId,
    thread: ThreadId,
    replies: &[ReplyId],
    comments: &[CommentId],
) -> Result<Vec<Piece>, StoreError> {
    type Columns = (Option<i64>, Option<i64>, Option<i64>);
    let is_of_page = cases_table::thread_id
        .eq(thread.get())
        .or(among(cases_table::reply_id, replies.iter().map(|id| id.get())))
        .or(among(cases_table::comment_id, comments.iter().map(|id| id.get())));
    let rows: Vec<Columns> = cases_table::table
        .inner_join(flags::table)
        .filter(is_of_page)
        .filter(flags::user_id.eq(user.get()))
        .filter(flags::withdrawn_at.is_null())
        .select((cases_table::thread_id, cases_table::reply_id, cases_table::comment_id))
        .load(db)?;
    Ok(rows.into_iter().filter_map(Piece::of_columns).collect())
}
