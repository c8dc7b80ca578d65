//! Groups: people taken together, whom private categories are opened to.
//!
//! What belongs here: the groups and who is in them; each change stands in the log. What does not: what they are granted (`grants.rs`),
//! and the staff (`users/roles.rs`).

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::moderations::{Named, record_named};
use super::native::NativeDsl;
use super::outcome::Deed;
use super::schema::{group_members, groups, users};
use super::time::row_time;
use super::{Db, StoreError, changes, grants};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::group::GroupDraft;
use crate::domain::id::{GroupId, UserId};
use crate::domain::moderation::{Act, Changed, Occasion};
use crate::domain::person::PersonName;

/// The most groups that are listed.
const MOST: i64 = 500;

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Who is in it, in a sentence; may be empty.
    pub description: String,
    /// Whether it is the staff, which every forum has.
    pub is_built_in: bool,
    /// How many people are in it.
    pub member_count: i64,
}

type Row = (i64, String, String, bool);

/// All groups by their names, the staff first.
pub fn list(db: &mut Db) -> Result<Vec<Group>, StoreError> {
    let rows: Vec<Row> = groups::table
        .order((groups::built_in.desc(), groups::name))
        .limit(MOST)
        .select((groups::id, groups::name, groups::description, groups::built_in))
        .load(db)?;
    let counts: Vec<(i64, i64)> = group_members::table
        .group_by(group_members::group_id)
        .select((group_members::group_id, count_star()))
        .load(db)?;
    let counts: HashMap<i64, i64> = counts.into_iter().collect();
    let group = |row: Row| {
        let count = counts.get(&row.0).copied().unwrap_or_default();
        group(row, count)
    };
    Ok(rows.into_iter().map(group).collect())
}

fn group((id, name, description, is_built_in): Row, member_count: i64) -> Group {
    Group {
        id: GroupId::stored(id),
        name,
        description,
        is_built_in,
        member_count,
    }
}

/// One group.
pub fn find(db: &mut Db, id: GroupId) -> Result<Group, StoreError> {
    let row: Row = groups::table
        .find(id.get())
        .select((groups::id, groups::name, groups::description, groups::built_in))
        .first(db)?;
    let count: i64 = group_members::table
        .filter(group_members::group_id.eq(id.get()))
        .count()
        .get_result(db)?;
    Ok(group(row, count))
}

/// The people of a group in the order in which they came to the forum, from the place behind `after`.
pub fn members(
    db: &mut Db,
    id: GroupId,
    after: Option<Cursor>,
    size: i64,
) -> Result<PageOf<(UserId, String)>, StoreError> {
    let rows: Vec<(i64, String)> = group_members::table
        .inner_join(users::table)
        .filter(group_members::group_id.eq(id.get()))
        .filter(group_members::user_id.gt(after.map_or(0, |cursor| cursor.id)))
        .order(group_members::user_id)
        .limit(size + 1)
        .select((users::id, users::name))
        .load(db)?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let page = PageOf::cut(rows, size, |(id, _)| Cursor { key: 0, id: *id });
    Ok(page.map(|(id, name)| (UserId::stored(id), name)))
}

/// The groups that somebody is in.
pub fn of_user(db: &mut Db, user: UserId) -> Result<Vec<GroupId>, StoreError> {
    let ids: Vec<i64> = group_members::table
        .filter(group_members::user_id.eq(user.get()))
        .select(group_members::group_id)
        .load(db)?;
    Ok(ids.into_iter().map(GroupId::stored).collect())
}

/// How making or changing a group ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gathering {
    /// It is so now.
    Done(GroupId),
    /// Another group has this name.
    NameTaken,
    /// The staff is as it is.
    BuiltIn,
}

/// Makes a group; nobody is in it.
pub fn make(tx: &mut Db, draft: &GroupDraft, on: &Occasion) -> Result<Gathering, StoreError> {
    let id: Option<i64> = diesel::insert_into(groups::table)
        .values((
            groups::name.eq(&draft.name),
            groups::description.eq(&draft.description),
            groups::built_in.eq(false),
            groups::created_at.eq(row_time(on.now)),
        ))
        .on_conflict_do_nothing()
        .returning(groups::id)
        .native()
        .get_result(tx)
        .optional()?;
    let Some(id) = id else {
        return Ok(Gathering::NameTaken);
    };
    let description = Some(&draft.description).filter(|words| !words.is_empty());
    let named = Named {
        act: Act::MakeGroup,
        about: draft.name.clone(),
        user: None,
        changed: Changed::of(None::<String>, description),
        is_for_admins: false,
    };
    record_named(tx, on, &named)?;
    Ok(Gathering::Done(GroupId::stored(id)))
}

/// Gives a group another name and description.
pub fn change(tx: &mut Db, id: GroupId, draft: &GroupDraft, on: &Occasion) -> Result<Gathering, StoreError> {
    let group = find(tx, id)?;
    if group.is_built_in {
        return Ok(Gathering::BuiltIn);
    }
    let twin: Option<i64> = groups::table
        .filter(groups::name.eq(&draft.name))
        .filter(groups::id.ne(id.get()))
        .select(groups::id)
        .first(tx)
        .optional()?;
    if twin.is_some() {
        return Ok(Gathering::NameTaken);
    }
    diesel::update(groups::table.find(id.get()))
        .set((groups::name.eq(&draft.name), groups::description.eq(&draft.description)))
        .execute(tx)?;
    let (was, became) = (
        described(&group.name, &group.description),
        described(&draft.name, &draft.description),
    );
    if was != became {
        log(
            tx,
            on,
            &group,
            (Act::ChangeGroup, None),
            Changed::of(Some(was), Some(became)),
        )?;
    }
    Ok(Gathering::Done(id))
}

/// A group in words, with who is in it where somebody said so.
fn described(name: &str, description: &str) -> String {
    match description {
        "" => name.to_owned(),
        description => format!("{name} ({description})"),
    }
}

/// Writes an act on a group, or on a person in it, into the log.
fn log(
    tx: &mut Db,
    on: &Occasion,
    group: &Group,
    (act, user): (Act, Option<UserId>),
    changed: Changed,
) -> Result<(), StoreError> {
    let named = Named {
        act,
        about: group.name.clone(),
        user,
        changed,
        is_for_admins: grants::opens_private(tx, &[group.id])?,
    };
    record_named(tx, on, &named)
}

/// Takes a group apart: its people lose what it was granted.
pub fn delete(tx: &mut Db, id: GroupId, on: &Occasion) -> Result<Gathering, StoreError> {
    let group = find(tx, id)?;
    if group.is_built_in {
        return Ok(Gathering::BuiltIn);
    }
    let description = Some(&group.description).filter(|words| !words.is_empty());
    log(
        tx,
        on,
        &group,
        (Act::DeleteGroup, None),
        Changed::of(description, None::<String>),
    )?;
    let people: Vec<i64> = group_members::table
        .filter(group_members::group_id.eq(id.get()))
        .select(group_members::user_id)
        .load(tx)?;
    diesel::delete(groups::table.find(id.get())).execute(tx)?;
    for person in people {
        changes::record(tx, Noun::User(UserId::stored(person)), ChangeVerb::Changed, on.now)?;
    }
    Ok(Gathering::Done(id))
}

/// The person who has this name, however it is written.
pub fn named(db: &mut Db, name: &PersonName) -> Result<Option<UserId>, StoreError> {
    let id: Option<i64> = users::table
        .filter(users::name_folded.eq(name.folded()))
        .filter(users::closed_at.is_null())
        .select(users::id)
        .first(db)
        .optional()?;
    Ok(id.map(UserId::stored))
}

/// Puts a person into a group; not into the staff, which has its own way.
pub fn put(tx: &mut Db, id: GroupId, user: UserId, on: &Occasion) -> Result<Deed, StoreError> {
    let group = find(tx, id)?;
    if group.is_built_in {
        return Ok(Deed::NotYours);
    }
    users::table
        .find(user.get())
        .filter(users::closed_at.is_null())
        .select(users::id)
        .first::<i64>(tx)?;
    let count = diesel::insert_into(group_members::table)
        .values((
            group_members::group_id.eq(id.get()),
            group_members::user_id.eq(user.get()),
            group_members::joined_at.eq(row_time(on.now)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    done(tx, count, &group, (Act::JoinGroup, user), on)
}

/// Takes a person out of a group: they lose at once what they had by it.
pub fn take(tx: &mut Db, id: GroupId, user: UserId, on: &Occasion) -> Result<Deed, StoreError> {
    let group = find(tx, id)?;
    if group.is_built_in {
        return Ok(Deed::NotYours);
    }
    let count = diesel::delete(group_members::table.find((id.get(), user.get()))).execute(tx)?;
    done(tx, count, &group, (Act::LeaveGroup, user), on)
}

fn done(
    tx: &mut Db,
    count: usize,
    group: &Group,
    (act, user): (Act, UserId),
    on: &Occasion,
) -> Result<Deed, StoreError> {
    if count == 0 {
        return Ok(Deed::Unchanged);
    }
    log(tx, on, group, (act, Some(user)), Changed::default())?;
    changes::record(tx, Noun::User(user), ChangeVerb::Changed, on.now)?;
    Ok(Deed::Done(()))
}
