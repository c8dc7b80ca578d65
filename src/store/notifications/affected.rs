//! Who has a problem: those who said so of its question, or of one that asks the same.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::domain::id::ThreadId;
use crate::domain::notification::TidingKind;
use crate::domain::sight::Sight;
use crate::domain::thread::ThreadKind;
use crate::store::gathering::{Gathering, Slice};
use crate::store::native::among;
use crate::store::schema::{me_toos, merged_me_toos, merges, threads};
use crate::store::{Db, StoreError, duplicates};

/// Those who have the problem that was solved. A question that was merged into one that is solved brings those of its people along
/// who did not have that before: its text is the reply.
pub(super) fn affected(
    db: &mut Db,
    kind: TidingKind,
    (thread, reply): (i64, Option<i64>),
    after: i64,
    limit: i64,
) -> Result<Slice, StoreError> {
    match (kind, reply) {
        (TidingKind::Solved, Some(opening)) => {
            let mut gathering = Gathering::of(limit);
            gathering.add(brought_along(db, opening, after, limit)?);
            Ok(gathering.slice())
        }
        _ => having(db, kind, thread, after, limit),
    }
}

fn brought_along(db: &mut Db, opening: i64, after: i64, limit: i64) -> Result<Vec<i64>, StoreError> {
    let merge: Option<i64> = merges::table
        .filter(merges::opening_id.eq(opening))
        .filter(merges::undone_at.is_null())
        .select(merges::id)
        .first(db)
        .optional()?;
    Ok(merged_me_toos::table
        .filter(merged_me_toos::merge_id.eq(merge.unwrap_or_default()))
        .filter(merged_me_toos::user_id.gt(after))
        .order(merged_me_toos::user_id)
        .limit(limit)
        .select(merged_me_toos::user_id)
        .load(db)?)
}

/// Those who said that they have a thread's problem, and those who asked the same or have it by a question that does, in the order of
/// their numbers; all of them up to the last one, when there may be more. What solves a duplicate is its original: who has that too
/// was told before.
fn having(db: &mut Db, kind: TidingKind, thread: i64, after: i64, limit: i64) -> Result<Slice, StoreError> {
    let duplicates = duplicates::leading_to(db, thread)?.duplicates;
    let mut gathering = Gathering::of(limit);
    for place in [thread].iter().chain(&duplicates) {
        gathering.add(people_of(db, *place, after, limit)?);
    }
    gathering.add_all(askers(db, &duplicates)?.into_iter().filter(|asker| *asker > after));
    let (mut all, mut up_to) = gathering.slice();
    // Of many duplicates with a few people each these are many together.
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    if all.len() > most {
        all = all.into_iter().take(most).collect();
        up_to = all.last().copied();
    }
    if kind == TidingKind::Solved {
        leave_out_told(db, thread, &mut all)?;
    }
    Ok((all, up_to))
}

fn people_of(db: &mut Db, thread: i64, after: i64, limit: i64) -> Result<Vec<i64>, StoreError> {
    Ok(me_toos::table
        .filter(me_toos::thread_id.eq(thread))
        .filter(me_toos::user_id.gt(after))
        .order(me_toos::user_id)
        .limit(limit)
        .select(me_toos::user_id)
        .load(db)?)
}

fn askers(db: &mut Db, questions: &[i64]) -> Result<Vec<i64>, StoreError> {
    if questions.is_empty() {
        return Ok(Vec::new());
    }
    Ok(threads::table
        .filter(among(threads::id, questions.iter().copied()))
        .filter(threads::kind.eq(ThreadKind::Question.as_str()))
        .filter(threads::author_id.is_not_null())
        .select(threads::author_id.assume_not_null())
        .load(db)?)
}

/// Leaves out those who have the problem of a duplicate's original.
fn leave_out_told(db: &mut Db, thread: i64, people: &mut BTreeSet<i64>) -> Result<(), StoreError> {
    let last = duplicates::last_original(db, Sight::everything(), ThreadId::stored(thread))?;
    let Some(original) = last.map(|last| last.id.get()).filter(|last| *last != thread) else {
        return Ok(());
    };
    let told: Vec<i64> = me_toos::table
        .filter(me_toos::thread_id.eq(original))
        .filter(among(me_toos::user_id, people.iter().copied()))
        .select(me_toos::user_id)
        .load(db)?;
    for person in told {
        people.remove(&person);
    }
    Ok(())
}
