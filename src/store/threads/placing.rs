//! Where a thread stands and what it is about, as moderators and helpers see fit: lock, pin, move, retag.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::hold;
use super::verbs::{done, tell_originals};
use crate::domain::account::User;
use crate::domain::body::Reason;
use crate::domain::id::{CategoryId, ThreadId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::permission::{Verb, may_in};
use crate::domain::sight::Sight;
use crate::domain::tag::TagName;
use crate::store::moderations::{Subject, log, log_change, log_change_if_others, record};
use crate::store::outcome::Deed;
use crate::store::schema::threads;
use crate::store::time::row_time;
use crate::store::{Db, StoreError, categories, tag_synonyms, tags};

/// How many threads are taken off the top in one transaction.
const UNPINNED_AT_ONCE: i64 = 100;

/// Keeps new posts out of a thread, or lets them in again.
pub fn lock(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    locked: bool,
    reason: &Reason,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Lock, held.author) {
        return Ok(Deed::NotYours);
    }
    if held.is_locked == locked {
        return Ok(Deed::Unchanged);
    }
    let at = locked.then(|| row_time(now));
    diesel::update(threads::table.find(held.id))
        .set(threads::locked_at.eq(at))
        .execute(tx)?;
    log(
        tx,
        by,
        &held,
        if locked { Act::Lock } else { Act::Unlock },
        reason.as_str(),
        now,
    )?;
    done(tx, id, now)
}

/// Keeps a thread on top of its category, or no longer.
pub fn pin(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    pinned: bool,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Pin, held.author) {
        return Ok(Deed::NotYours);
    }
    let at = pinned.then(|| row_time(now));
    let was_pinned: Option<NaiveDateTime> = threads::table.find(held.id).select(threads::pinned_at).first(tx)?;
    if was_pinned.is_some() == pinned {
        return Ok(Deed::Unchanged);
    }
    diesel::update(threads::table.find(held.id))
        .set((
            threads::pinned_at.eq(at),
            threads::pinned_until.eq(None::<NaiveDateTime>),
        ))
        .execute(tx)?;
    log(tx, by, &held, if pinned { Act::Pin } else { Act::Unpin }, "", now)?;
    done(tx, id, now)
}

/// Keeps a thread on top of its category until a moment, also one that is there already.
pub fn pin_until(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Pin, held.author) {
        return Ok(Deed::NotYours);
    }
    let (pinned_at, was): (Option<NaiveDateTime>, Option<NaiveDateTime>) = threads::table
        .find(held.id)
        .select((threads::pinned_at, threads::pinned_until))
        .first(tx)?;
    if was == Some(row_time(until)) {
        return Ok(Deed::Unchanged);
    }
    diesel::update(threads::table.find(held.id))
        .set((
            threads::pinned_at.eq(Some(pinned_at.unwrap_or(row_time(now)))),
            threads::pinned_until.eq(Some(row_time(until))),
        ))
        .execute(tx)?;
    let changed = Changed::of(None::<i64>, Some(until.to_rfc3339()));
    log_change(tx, by, &held, Act::Pin, &changed, "", now)?;
    done(tx, id, now)
}

/// Takes threads off the top that were to be there until now; answers how many.
pub fn unpin_due(tx: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let due: Vec<i64> = threads::table
        .filter(threads::pinned_until.le(row_time(now)))
        .order((threads::pinned_until, threads::id))
        .limit(UNPINNED_AT_ONCE)
        .select(threads::id)
        .load(tx)?;
    for id in &due {
        diesel::update(threads::table.find(id))
            .set((
                threads::pinned_at.eq(None::<NaiveDateTime>),
                threads::pinned_until.eq(None::<NaiveDateTime>),
            ))
            .execute(tx)?;
        let subject = Subject {
            thread: Some(ThreadId::stored(*id)),
            ..Subject::default()
        };
        record(tx, None, Act::Unpin, subject, "", now)?;
        done(tx, ThreadId::stored(*id), now)?;
    }
    Ok(due.len())
}

/// Puts a thread into another category, if that takes its kind.
pub fn r#move(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    to: CategoryId,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let category = categories::find(tx, sight, to)?;
    let held = hold(tx, sight, id)?;
    let may_move =
        may_in(by, held.audience, Verb::Move, held.author) && may_in(by, category.audience, Verb::Move, None);
    if !may_move || !category.kinds.take(held.kind) || category.archived_at.is_some() {
        return Ok(Deed::NotYours);
    }
    if held.category_id == to.get() {
        return Ok(Deed::Unchanged);
    }
    diesel::update(threads::table.find(held.id))
        .set(threads::category_id.eq(to.get()))
        .execute(tx)?;
    if !held.is_deleted {
        tags::count_moved(tx, held.id, held.category_id)?;
        let mut counts = [(held.category_id, -1), (to.get(), 1)];
        counts.sort_unstable();
        for (category, more) in counts {
            categories::count(tx, category, held.standing, more)?;
        }
    }
    let changed = Changed::of(Some(held.category_id), Some(to));
    log_change(tx, by, &held, Act::Move, &changed, &category.name, now)?;
    tell_originals(tx, id, now)?;
    done(tx, id, now)
}

/// Gives a thread other tags.
pub fn retag(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ThreadId,
    names: &[TagName],
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may_in(by, held.audience, Verb::Retag, held.author) || held.is_deleted {
        return Ok(Deed::NotYours);
    }
    let before = tags::of_threads(tx, &[held.id])?.remove(&held.id).unwrap_or_default();
    let names = &tag_synonyms::meant_names(tx, names)?;
    let mut after: Vec<&str> = names.iter().map(TagName::as_str).collect();
    after.sort_unstable();
    if before == after {
        return Ok(Deed::Unchanged);
    }
    tags::put(tx, held.id, names, now)?;
    let (was, became) = (before.join(", "), after.join(", "));
    let reason = format!("{was} → {became}");
    let changed = Changed::of(Some(was), Some(became));
    log_change_if_others(tx, by, &held, Act::Retag, &changed, &reason, now)?;
    done(tx, id, now)
}
