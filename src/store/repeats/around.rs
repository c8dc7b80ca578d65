//! The groups around a question, without reading the largest of them whole.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::{DECISION, Decision, DecisionRow, MEMBER, Member, decided, decision_rows, member};
use crate::domain::id::{RepeatGroupId, ThreadId};
use crate::store::native::among;
use crate::store::schema::{repeat_decisions, repeat_members};
use crate::store::{Db, StoreError};

/// A group, as far as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which one.
    pub id: RepeatGroupId,
    /// How many members it has.
    pub size: usize,
    /// All of them, in the order of threads; of a large one the first, and those that were asked for.
    pub members: Vec<Member>,
}

impl Group {
    /// Whether it has members that were not read.
    pub fn is_large(&self) -> bool {
        self.members.len() < self.size
    }
}

/// In which group each of these threads is, if it is in one.
pub fn group_of_each(db: &mut Db, ids: &[ThreadId]) -> Result<BTreeMap<ThreadId, RepeatGroupId>, StoreError> {
    let rows: Vec<(i64, i64)> = repeat_members::table
        .filter(among(repeat_members::thread_id, ids.iter().map(|id| id.get())))
        .select((repeat_members::thread_id, repeat_members::group_id))
        .load(db)?;
    let of = |(thread, group)| (ThreadId::stored(thread), RepeatGroupId::stored(group));
    Ok(rows.into_iter().map(of).collect())
}

/// These groups, in the order of their ids; of one with more members than `most` only the first so many, and whichever of `always`
/// are in it.
pub fn groups_up_to(
    db: &mut Db,
    ids: &BTreeSet<RepeatGroupId>,
    most: usize,
    always: &[ThreadId],
) -> Result<Vec<Group>, StoreError> {
    let sizes: Vec<(i64, i64)> = repeat_members::table
        .filter(among(repeat_members::group_id, ids.iter().map(|id| id.get())))
        .group_by(repeat_members::group_id)
        .select((repeat_members::group_id, count_star()))
        .load(db)?;
    let sizes: BTreeMap<i64, usize> = sizes
        .into_iter()
        .map(|(group, size)| (group, usize::try_from(size).unwrap_or(usize::MAX)))
        .collect();
    let small = sizes.iter().filter(|(_, size)| **size <= most).map(|(group, _)| *group);
    let mut rows: Vec<(i64, i64, i64)> = repeat_members::table
        .filter(among(repeat_members::group_id, small.collect::<Vec<_>>()))
        .select(MEMBER)
        .load(db)?;
    for group in sizes.iter().filter(|(_, size)| **size > most).map(|(group, _)| *group) {
        rows.extend(first_of(db, group, most)?);
    }
    let is_large = |group: &i64| sizes.get(group).is_some_and(|size| *size > most);
    let asked_for: Vec<(i64, i64, i64)> = repeat_members::table
        .filter(among(repeat_members::thread_id, always.iter().map(|id| id.get())))
        .select(MEMBER)
        .load(db)?;
    rows.extend(asked_for.into_iter().filter(|(group, ..)| is_large(group)));
    let mut members: Vec<Member> = rows.into_iter().map(member).collect();
    members.sort_unstable();
    members.dedup();
    let groups = members.chunk_by(|one, other| one.group == other.group);
    let group = |members: &[Member]| {
        let id = members.first()?.group;
        Some(Group {
            id,
            size: sizes.get(&id.get()).copied().unwrap_or_default(),
            members: members.to_vec(),
        })
    };
    Ok(groups.filter_map(group).collect())
}

fn first_of(db: &mut Db, group: i64, most: usize) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    Ok(repeat_members::table
        .filter(repeat_members::group_id.eq(group))
        .order((repeat_members::group_id, repeat_members::thread_id))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(MEMBER)
        .load(db)?)
}

/// What was decided about any of these threads, and about any members of these groups, in the order of time.
pub fn decisions_around(
    db: &mut Db,
    ids: &[ThreadId],
    groups: &BTreeSet<RepeatGroupId>,
) -> Result<Vec<Decision>, StoreError> {
    let numbers = || groups.iter().map(|group| group.get());
    let mut rows = decision_rows(db, ids)?;
    rows.extend(
        repeat_decisions::table
            .inner_join(repeat_members::table.on(repeat_members::thread_id.eq(repeat_decisions::one_id)))
            .filter(among(repeat_members::group_id, numbers()))
            .select(DECISION)
            .load::<DecisionRow>(db)?,
    );
    rows.extend(
        repeat_decisions::table
            .inner_join(repeat_members::table.on(repeat_members::thread_id.eq(repeat_decisions::other_id)))
            .filter(among(repeat_members::group_id, numbers()))
            .select(DECISION)
            .load::<DecisionRow>(db)?,
    );
    Ok(decided(rows))
}
