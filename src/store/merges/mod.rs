//! Merges: one thread's posts moved into another, where its addresses then lead; and back again.
//!
//! A merged thread stays as a row that is deleted, so that no list, count, feed or search shows it; the row of its merge says
//! where it stands. Its own text becomes a reply of the target, the *opening*, for as long as the merge is in force. What a
//! merge moved or added is written down row by row, so that undoing it finds all of it and nothing else.

mod doing;
mod undoing;

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::schema::{merges, threads};
use super::threads::{Held, hold, title_of};
use super::{Db, StoreError, duplicates};
use crate::domain::category::{Audience, TemplateAnswer};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::merge::{Objection, Side, objection};
use crate::domain::sight::Sight;
use crate::domain::thread::{Standing, ThreadKind};

pub use doing::{Merging, merge};
pub(super) use undoing::part;
pub use undoing::{Undoing, undo};

/// How many merges are followed at most from one address; each hop is a moderator's deed.
const MOST_HOPS: usize = 100;

/// Where a thread stands: itself, or the one into which it was merged, however often.
pub fn follow(db: &mut Db, id: ThreadId) -> Result<ThreadId, StoreError> {
    let mut here = id.get();
    for _ in 0..MOST_HOPS {
        match in_force(db, here)? {
            Some(merge) => here = merge.target,
            None => break,
        }
    }
    Ok(ThreadId::stored(here))
}

/// Where the text of a merged thread stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landing {
    /// The thread that has it now.
    pub thread: ThreadId,
    /// That thread's title.
    pub title: String,
    /// The reply that the text is.
    pub opening: ReplyId,
}

/// Where a merged thread's text stands, if it was merged into one that is in sight.
pub fn landing(db: &mut Db, sight: Sight, id: ThreadId) -> Result<Option<Landing>, StoreError> {
    let Some(merge) = in_force(db, id.get())? else {
        return Ok(None);
    };
    let thread = follow(db, id)?;
    match title_of(db, sight, thread) {
        Ok(title) => Ok(Some(Landing {
            thread,
            title,
            opening: ReplyId::stored(merge.opening),
        })),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The reply that a merged thread's text is now.
pub(super) fn opening_of(db: &mut Db, id: ThreadId) -> Result<Option<ReplyId>, StoreError> {
    Ok(in_force(db, id.get())?.map(|merge| ReplyId::stored(merge.opening)))
}

/// The thread whose text a reply was while that was merged: the reply's address leads there since the merge was undone.
pub fn opened(db: &mut Db, opening: ReplyId) -> Result<ThreadId, StoreError> {
    let thread: i64 = merges::table
        .filter(merges::opening_id.eq(opening.get()))
        .filter(merges::undone_at.is_not_null())
        .order(merges::id.desc())
        .select(merges::thread_id)
        .first(db)?;
    Ok(ThreadId::stored(thread))
}

/// Holds the thread that a post for this one belongs to: what is sent while a merge is on its way follows its posts.
pub(super) fn hold_followed(tx: &mut Db, sight: Sight, id: ThreadId) -> Result<Held, StoreError> {
    let mut here = follow(tx, id)?;
    for _ in 0..MOST_HOPS {
        let held = hold(tx, sight, here);
        let now = follow(tx, here)?;
        if now == here {
            return held;
        }
        here = now;
    }
    Err(StoreError::NotFound)
}

/// A merge that is in force.
#[derive(Debug, Clone, Copy, Queryable)]
struct InForce {
    id: i64,
    target: i64,
    opening: i64,
    acceptance: Option<i64>,
    /// When the target was active, before and after.
    active: (chrono::NaiveDateTime, chrono::NaiveDateTime),
}

fn in_force(db: &mut Db, thread: i64) -> Result<Option<InForce>, StoreError> {
    Ok(merges::table
        .filter(merges::thread_id.eq(thread))
        .filter(merges::undone_at.is_null())
        .select((
            merges::id,
            merges::target_id,
            merges::opening_id,
            merges::acceptance_id,
            (merges::active_before, merges::active_after),
        ))
        .first(db)
        .optional()?)
}

/// Holds two threads in the order of their ids, so that two who merge at once wait for each other.
fn hold_both(tx: &mut Db, sight: Sight, one: ThreadId, other: ThreadId) -> Result<(Held, Held), StoreError> {
    if one <= other {
        let first = hold(tx, sight, one)?;
        Ok((first, hold(tx, sight, other)?))
    } else {
        let first = hold(tx, sight, other)?;
        Ok((hold(tx, sight, one)?, first))
    }
}

fn side(held: &Held) -> Side {
    Side {
        id: ThreadId::stored(held.id),
        kind: held.kind,
        audience: held.audience,
        is_deleted: held.is_deleted,
    }
}

/// Does something to the rows of these numbers; SQLite takes them in the order in which the statement first names them.
fn run(tx: &mut Db, statement: &str, numbers: [i64; 2]) -> Result<usize, StoreError> {
    let [first, second] = numbers;
    Ok(diesel::sql_query(statement)
        .bind::<BigInt, _>(first)
        .bind::<BigInt, _>(second)
        .execute(tx)?)
}

/// Puts the replies of a merge into a thread, with their comments and their versions.
const MOVE: [&str; 3] = [
    "update replies set thread_id = $1 where id in (select reply_id from merged_replies where merge_id = $2)",
    "update comments set thread_id = $1 where reply_id in (select reply_id from merged_replies where merge_id = $2)",
    "update revisions set thread_id = $1 where reply_id in (select reply_id from merged_replies where merge_id = $2)",
];

/// Counts the replies of two threads anew.
fn count_replies(tx: &mut Db, numbers: [i64; 2]) -> Result<(), StoreError> {
    run(
        tx,
        "update threads set reply_count = (select count(*) from replies \
             where replies.thread_id = threads.id and replies.deleted_at is null) \
         where id in ($1, $2)",
        numbers,
    )?;
    Ok(())
}

/// The own text of a merged thread, as it stands among the replies of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningView {
    /// The reply that it is.
    pub reply: ReplyId,
    /// The thread whose text it was.
    pub thread: ThreadId,
    /// That thread's title.
    pub title: String,
    /// What its asker wrote into the template.
    pub template_answers: Vec<TemplateAnswer>,
    /// Whether it was merged into this very thread: then that can be undone from here.
    pub is_direct: bool,
}

type OpeningRow = (i64, i64, String, String, i64);

/// Those of these replies that open a merged thread.
pub(super) fn openings(db: &mut Db, on: ThreadId, replies: &[i64]) -> Result<Vec<OpeningView>, StoreError> {
    let rows: Vec<OpeningRow> = merges::table
        .inner_join(threads::table.on(threads::id.eq(merges::thread_id)))
        .filter(super::native::among(merges::opening_id, replies.iter().copied()))
        .filter(merges::undone_at.is_null())
        .select((
            merges::opening_id,
            threads::id,
            threads::title,
            threads::template_answers,
            merges::target_id,
        ))
        .load(db)?;
    let opening = |(reply, thread, title, answers, target): OpeningRow| {
        let strange = |_| StoreError::Unexpected(format!("thread {thread}"));
        Ok(OpeningView {
            reply: ReplyId::stored(reply),
            thread: ThreadId::stored(thread),
            title,
            template_answers: serde_json::from_str(&answers).map_err(strange)?,
            is_direct: target == on.get(),
        })
    };
    rows.into_iter().map(opening).collect()
}

/// A thread as the page shows it on which a merge is confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The thread.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
    /// Who may see it.
    pub audience: Audience,
    /// How many replies it has.
    pub reply_count: i64,
    /// How many people have this problem too.
    pub me_too_count: i64,
}

/// What a merge would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The thread that would be merged.
    pub merged: Planned,
    /// The one that would take its posts.
    pub target: Planned,
    /// Why it is refused.
    pub objection: Option<Objection>,
}

/// What merging one thread into another would do; absent when either is out of sight.
pub fn plan(db: &mut Db, sight: Sight, id: ThreadId, into: ThreadId) -> Result<Plan, StoreError> {
    let into = follow(db, into)?;
    let (merged, gone) = planned(db, sight, id)?;
    let (target, target_gone) = planned(db, sight, into)?;
    let side = |thread: &Planned, is_deleted| Side {
        id: thread.id,
        kind: thread.kind,
        audience: thread.audience,
        is_deleted,
    };
    let objection = objection_to(db, side(&merged, gone), side(&target, target_gone))?;
    Ok(Plan {
        merged,
        target,
        objection,
    })
}

/// Why one thread is not merged into the other; `None` when it may be.
fn objection_to(db: &mut Db, merged: Side, target: Side) -> Result<Option<Objection>, StoreError> {
    if let Some(why) = objection(merged, target) {
        return Ok(Some(why));
    }
    Ok(duplicates::leads_back(db, merged.id, target.id)?.then_some(Objection::Circle))
}

/// A thread that may be merged, for the page that asks into which.
pub fn planned(db: &mut Db, sight: Sight, id: ThreadId) -> Result<(Planned, bool), StoreError> {
    use super::schema::categories;
    type Row = (String, String, String, String, (i64, i64), bool);
    let row: Row = threads::table
        .inner_join(categories::table)
        .filter(threads::id.eq(id.get()))
        .select((
            threads::title,
            threads::kind,
            threads::standing,
            categories::audience,
            (threads::reply_count, threads::me_too_count),
            threads::deleted_at.is_not_null(),
        ))
        .first(db)?;
    let strange = || StoreError::Unexpected(format!("thread {id}"));
    let planned = Planned {
        id,
        title: row.0,
        kind: ThreadKind::parse(&row.1).ok_or_else(strange)?,
        standing: Standing::parse(&row.2).ok_or_else(strange)?,
        audience: Audience::parse(&row.3).ok_or_else(strange)?,
        reply_count: row.4.0,
        me_too_count: row.4.1,
    };
    let is_in_sight = sight.includes(planned.audience) && (!row.5 || sight.sees_deleted_in(planned.audience));
    if is_in_sight {
        Ok((planned, row.5))
    } else {
        Err(StoreError::NotFound)
    }
}
