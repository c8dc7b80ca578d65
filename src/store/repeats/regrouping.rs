//! How groups change.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::{MEMBER, Member, member};
use crate::domain::id::{RepeatGroupId, ThreadId};
use crate::store::native::{NativeDsl, among};
use crate::store::schema::{repeat_groups, repeat_members, threads};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// In which group each thread was seen.
pub type Seen = BTreeMap<ThreadId, Option<RepeatGroupId>>;

/// A group as it is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Regrouped {
    /// Its members, with how like the others each is, in thousandths.
    pub members: Vec<(ThreadId, i64)>,
    /// Groups whose other members come along, the largest first: it goes on as the first of them.
    pub with: Vec<RepeatGroupId>,
}

impl Regrouped {
    /// One of these alone.
    pub fn of(members: impl IntoIterator<Item = (ThreadId, i64)>) -> Self {
        Self {
            members: members.into_iter().collect(),
            with: Vec::new(),
        }
    }

    /// Whether it has more than one member.
    pub fn is_group(&self) -> bool {
        self.members.len() > 1 || !self.with.is_empty()
    }
}

/// Waits for whoever changes groups or decides on what they propose: by an advisory lock, before any row; SQLite has one writer.
pub(in crate::store) fn take_turn(tx: &mut Db) -> Result<(), StoreError> {
    if tx.is_postgres() {
        diesel::sql_query("select pg_advisory_xact_lock(8417123)").execute(tx)?;
    }
    Ok(())
}

/// Groups threads anew: `before` is every thread that is looked at, with the group in which it was seen, and `after` the groups
/// that they are to be in. A group goes on as the one of which most members are in it.
///
/// Answers false, and changes nothing, when the threads are not in the groups any more in which they were seen. Others may have joined
/// them by now: they stay where they are.
pub fn regroup(tx: &mut Db, before: &Seen, after: &[Regrouped], now: DateTime<Utc>) -> Result<bool, StoreError> {
    take_turn(tx)?;
    let rows: Vec<(i64, i64, i64)> = repeat_members::table
        .filter(among(repeat_members::thread_id, before.keys().map(|id| id.get())))
        .select(MEMBER)
        .load(tx)?;
    let members: BTreeSet<Member> = rows.into_iter().map(member).collect();
    let mut is: Seen = before.keys().map(|id| (*id, None)).collect();
    is.extend(members.iter().map(|member| (member.thread, Some(member.group))));
    if is != *before {
        return Ok(false);
    }
    let mut largest: Vec<&Regrouped> = after.iter().filter(|group| group.is_group()).collect();
    largest.sort_by_key(|group| std::cmp::Reverse((group.with.len(), group.members.len())));
    let placed: BTreeSet<ThreadId> = largest
        .iter()
        .flat_map(|group| group.members.iter().map(|(id, _)| *id))
        .collect();
    let gone = before.keys().filter(|id| !placed.contains(id));
    let gone = among(repeat_members::thread_id, gone.map(|id| id.get()).collect::<Vec<_>>());
    diesel::delete(repeat_members::table.filter(gone)).execute(tx)?;
    let mut taken: BTreeSet<RepeatGroupId> = largest.iter().flat_map(|group| group.with.iter().copied()).collect();
    let mut kept = BTreeSet::new();
    for group in largest {
        let id = goes_on(tx, group, before, &taken, now)?;
        taken.insert(id);
        kept.insert(id);
        fill(tx, id, group, &members, now)?;
    }
    let emptied: BTreeSet<RepeatGroupId> = before.values().flatten().copied().collect();
    remove_small(tx, emptied.difference(&kept).copied())?;
    to_weigh(tx, emptied.union(&kept).copied())?;
    Ok(true)
}

/// A thread leaves its group, if it is in one.
pub fn leave(tx: &mut Db, thread: ThreadId) -> Result<(), StoreError> {
    take_turn(tx)?;
    let group: Option<i64> = diesel::delete(repeat_members::table.find(thread.get()))
        .returning(repeat_members::group_id)
        .get_result(tx)
        .optional()?;
    let group = group.map(RepeatGroupId::stored);
    remove_small(tx, group.into_iter())?;
    to_weigh(tx, group.into_iter())
}

/// As which group these go on.
fn goes_on(
    tx: &mut Db,
    group: &Regrouped,
    before: &Seen,
    taken: &BTreeSet<RepeatGroupId>,
    now: DateTime<Utc>,
) -> Result<RepeatGroupId, StoreError> {
    match group.with.first().copied().or_else(|| most_seen(group, before, taken)) {
        Some(id) => touch(tx, id, now),
        None => make(tx, now),
    }
}

/// Brings into a group whoever is not in it.
fn fill(
    tx: &mut Db,
    id: RepeatGroupId,
    group: &Regrouped,
    are: &BTreeSet<Member>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for other in group.with.iter().filter(|other| **other != id) {
        diesel::update(repeat_members::table.filter(repeat_members::group_id.eq(other.get())))
            .set(repeat_members::group_id.eq(id.get()))
            .execute(tx)?;
    }
    let to_be = group.members.iter().map(|(thread, thousandths)| Member {
        group: id,
        thread: *thread,
        thousandths: *thousandths,
    });
    // Of a large group most stay as they are.
    for member in to_be.filter(|member| !are.contains(member)) {
        place(tx, member, now)?;
    }
    Ok(())
}

/// The group of which most of these are, among those that are not taken.
fn most_seen(group: &Regrouped, before: &Seen, taken: &BTreeSet<RepeatGroupId>) -> Option<RepeatGroupId> {
    let mut counts: BTreeMap<RepeatGroupId, usize> = BTreeMap::new();
    for (thread, _) in &group.members {
        if let Some(Some(id)) = before.get(thread)
            && !taken.contains(id)
        {
            *counts.entry(*id).or_default() += 1;
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
    most.map(|(id, _)| id)
}

fn make(tx: &mut Db, now: DateTime<Utc>) -> Result<RepeatGroupId, StoreError> {
    let id: i64 = diesel::insert_into(repeat_groups::table)
        .values((
            repeat_groups::made_at.eq(row_time(now)),
            repeat_groups::changed_at.eq(row_time(now)),
        ))
        .returning(repeat_groups::id)
        .get_result(tx)?;
    Ok(RepeatGroupId::stored(id))
}

fn touch(tx: &mut Db, id: RepeatGroupId, now: DateTime<Utc>) -> Result<RepeatGroupId, StoreError> {
    diesel::update(repeat_groups::table.find(id.get()))
        .set(repeat_groups::changed_at.eq(row_time(now)))
        .execute(tx)?;
    Ok(id)
}

fn place(tx: &mut Db, member: Member, now: DateTime<Utc>) -> Result<(), StoreError> {
    let here = (
        repeat_members::group_id.eq(member.group.get()),
        repeat_members::thousandths.eq(member.thousandths),
    );
    diesel::insert_into(repeat_members::table)
        .values((
            repeat_members::thread_id.eq(member.thread.get()),
            here,
            repeat_members::joined_at.eq(row_time(now)),
        ))
        .on_conflict(repeat_members::thread_id)
        .do_update()
        .set(here)
        .native()
        .execute(tx)?;
    Ok(())
}

/// A question alone is no group.
fn remove_small(tx: &mut Db, groups: impl Iterator<Item = RepeatGroupId>) -> Result<(), StoreError> {
    for group in groups {
        let left: i64 = repeat_members::table
            .filter(repeat_members::group_id.eq(group.get()))
            .select(count_star())
            .first(tx)?;
        if left < 2 {
            diesel::delete(repeat_groups::table.find(group.get())).execute(tx)?;
        }
    }
    Ok(())
}

/// Says that whatever holds a question of this category has to be weighed again, as others see the category from now on.
pub(in crate::store) fn weigh_category(tx: &mut Db, category: i64) -> Result<(), StoreError> {
    let of_category = repeat_members::table
        .inner_join(threads::table)
        .filter(threads::category_id.eq(category))
        .select(repeat_members::group_id);
    diesel::update(repeat_groups::table.filter(repeat_groups::id.eq_any(of_category)))
        .set(repeat_groups::weighed_at.eq(None::<NaiveDateTime>))
        .execute(tx)?;
    Ok(())
}

/// Says that what these groups propose has to be weighed again.
pub(in crate::store) fn to_weigh(tx: &mut Db, groups: impl Iterator<Item = RepeatGroupId>) -> Result<(), StoreError> {
    let changed = repeat_groups::table
        .filter(among(repeat_groups::id, groups.map(RepeatGroupId::get)))
        .filter(repeat_groups::weighed_at.is_not_null());
    diesel::update(changed)
        .set(repeat_groups::weighed_at.eq(None::<NaiveDateTime>))
        .execute(tx)?;
    Ok(())
}
