//! The groups around a question, without reading the largest of them whole.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::{Decision, DecisionRow, MEMBER, Member, decided, member};
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
    /// All of them, in the order of threads; of a large one the first, and those that were asked about.
    pub members: Vec<Member>,
}

impl Group {
    /// Whether it has members that were not read.
    pub fn is_large(&self) -> bool {
        self.members.len() < self.size
    }
}

/// The groups in which any of these threads are, in the order of their ids; of one with more members than `most` only the first so
/// many, and whichever of these threads are in it.
pub fn groups_around(db: &mut Db, ids: &[ThreadId], most: usize) -> Result<Vec<Group>, StoreError> {
    let own: Vec<(i64, i64, i64)> = repeat_members::table
        .filter(among(repeat_members::thread_id, ids.iter().map(|id| id.get())))
        .select(MEMBER)
        .load(db)?;
    let numbers = || own.iter().map(|(group, ..)| *group);
    let sizes: Vec<(i64, i64)> = repeat_members::table
        .filter(among(repeat_members::group_id, numbers()))
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
        rows.extend(own.iter().filter(|(of, ..)| *of == group));
    }
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

/// What was decided about any members of these groups, in the order of time.
pub fn decisions_in(db: &mut Db, groups: &[RepeatGroupId]) -> Result<Vec<Decision>, StoreError> {
    let numbers = || groups.iter().map(|group| group.get());
    let columns = (
        repeat_decisions::one_id,
        repeat_decisions::other_id,
        repeat_decisions::is_same,
        repeat_decisions::decided_at,
    );
    let mut rows = repeat_decisions::table
        .inner_join(repeat_members::table.on(repeat_members::thread_id.eq(repeat_decisions::one_id)))
        .filter(among(repeat_members::group_id, numbers()))
        .select(columns)
        .load(db)?;
    rows.extend(
        repeat_decisions::table
            .inner_join(repeat_members::table.on(repeat_members::thread_id.eq(repeat_decisions::other_id)))
            .filter(among(repeat_members::group_id, numbers()))
            .select(columns)
            .load::<DecisionRow>(db)?,
    );
    Ok(decided(rows))
}
