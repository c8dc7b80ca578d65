//! What people may do in private categories: each group is granted something, whoever is in several groups has the most, and
//! administrators have all.

use std::collections::HashMap;

use diesel::prelude::*;

use super::moderations::{Named, record_named};
use super::native::{NativeDsl, among};
use super::schema::{categories, category_groups, group_members, groups};
use super::{Db, StoreError, changes};
use crate::domain::audience::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::grant::{Grant, Grants};
use crate::domain::id::{CategoryId, GroupId};
use crate::domain::moderation::{Act, Changed, Occasion};
use crate::domain::role::Role;
use crate::domain::sight::Sight;

/// What this person may do where.
pub(super) fn of_person(db: &mut Db, user: i64, role: Role) -> Result<Grants, StoreError> {
    if role == Role::Admin {
        return of_all(db);
    }
    let rows: Vec<(i64, String)> = category_groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(category_groups::group_id)))
        .filter(group_members::user_id.eq(user))
        .select((category_groups::category_id, category_groups::level))
        .load(db)?;
    Ok(Grants::of(rows.into_iter().filter_map(pair)))
}

/// The same of several people; whoever is missing has nothing.
pub(super) fn of_people(db: &mut Db, people: &[(i64, Role)]) -> Result<HashMap<i64, Grants>, StoreError> {
    let rows: Vec<(i64, i64, String)> = category_groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(category_groups::group_id)))
        .filter(among(group_members::user_id, people.iter().map(|(id, _)| *id)))
        .select((
            group_members::user_id,
            category_groups::category_id,
            category_groups::level,
        ))
        .load(db)?;
    let mut pairs: HashMap<i64, Vec<(CategoryId, Grant)>> = HashMap::new();
    for (user, category, level) in rows {
        pairs.entry(user).or_default().extend(pair((category, level)));
    }
    let mut grants: HashMap<i64, Grants> = pairs.into_iter().map(|(id, pairs)| (id, Grants::of(pairs))).collect();
    let admins = people.iter().filter(|(_, role)| *role == Role::Admin);
    let admins: Vec<i64> = admins.map(|(id, _)| *id).collect();
    if !admins.is_empty() {
        let all = of_all(db)?;
        grants.extend(admins.into_iter().map(|id| (id, all)));
    }
    Ok(grants)
}

fn pair((category, level): (i64, String)) -> Option<(CategoryId, Grant)> {
    Some((CategoryId::stored(category), Grant::parse(&level)?))
}

/// Everything in every private category.
fn of_all(db: &mut Db) -> Result<Grants, StoreError> {
    let shared: Vec<String> = Audience::SHARED.iter().map(Audience::to_string).collect();
    let rows: Vec<i64> = categories::table
        .filter(categories::audience.ne_all(shared))
        .select(categories::id)
        .load(db)?;
    let all = rows.into_iter().map(|id| (CategoryId::stored(id), Grant::Moderate));
    Ok(Grants::of(all))
}

/// What the program sees when it works for nobody in particular, with the names of all private categories.
pub fn everything(db: &mut Db) -> Result<Sight, StoreError> {
    Ok(Sight::everything().with(of_all(db)?))
}

/// A group, with what it is granted in a private category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// The group.
    pub group: (GroupId, String),
    /// How many people are in it.
    pub member_count: i64,
    /// What it may do there; `None` when the category is out of its sight.
    pub grant: Option<Grant>,
}

/// Every group with what it is granted in this category.
pub fn of_category(db: &mut Db, category: CategoryId) -> Result<Vec<Granted>, StoreError> {
    let levels: Vec<(i64, String)> = category_groups::table
        .filter(category_groups::category_id.eq(category.get()))
        .select((category_groups::group_id, category_groups::level))
        .load(db)?;
    let levels: HashMap<i64, String> = levels.into_iter().collect();
    let of = |group: super::groups::Group| Granted {
        grant: levels.get(&group.id.get()).and_then(|level| Grant::parse(level)),
        group: (group.id, group.name),
        member_count: group.member_count,
    };
    Ok(super::groups::list(db)?.into_iter().map(of).collect())
}

/// The private categories of a group: address, name, and what it may do there.
pub fn of_group(db: &mut Db, group: GroupId) -> Result<Vec<(String, String, Grant)>, StoreError> {
    let rows: Vec<(i64, String, String, String, String)> = category_groups::table
        .inner_join(categories::table)
        .filter(category_groups::group_id.eq(group.get()))
        .order((categories::position, categories::id))
        .select((
            categories::id,
            categories::audience,
            categories::slug,
            categories::name,
            category_groups::level,
        ))
        .load(db)?;
    // What a category granted before it was opened to others says nothing any more.
    let private = |(id, audience, slug, name, level): (i64, String, String, String, String)| {
        let is_private = Audience::parse(&audience) == Some(Audience::Private(CategoryId::stored(id)));
        is_private.then_some(())?;
        Some((slug, name, Grant::parse(&level)?))
    };
    Ok(rows.into_iter().filter_map(private).collect())
}

/// What the log calls that a group may do nothing in a category; its phrase is `grant-nothing`.
const NOTHING: &str = "nothing";

/// Grants something to a group, or takes back what it was granted.
pub fn grant(
    tx: &mut Db,
    category: CategoryId,
    group: GroupId,
    grant: Option<Grant>,
    on: &Occasion,
) -> Result<(), StoreError> {
    let name: String = groups::table.find(group.get()).select(groups::name).first(tx)?;
    let before: Option<String> = category_groups::table
        .find((category.get(), group.get()))
        .select(category_groups::level)
        .first(tx)
        .optional()?;
    let before = before.as_deref().and_then(Grant::parse);
    match grant {
        None => {
            diesel::delete(category_groups::table.find((category.get(), group.get()))).execute(tx)?;
        }
        Some(grant) => {
            diesel::insert_into(category_groups::table)
                .values((
                    category_groups::category_id.eq(category.get()),
                    category_groups::group_id.eq(group.get()),
                    category_groups::level.eq(grant.as_str()),
                ))
                .on_conflict((category_groups::category_id, category_groups::group_id))
                .do_update()
                .set(category_groups::level.eq(grant.as_str()))
                .native()
                .execute(tx)?;
        }
    }
    if grant != before {
        let place: String = categories::table
            .find(category.get())
            .select(categories::name)
            .first(tx)?;
        let word = |grant: Option<Grant>| grant.map_or(NOTHING, Grant::as_str);
        let named = Named {
            act: Act::Grant,
            about: format!("{name} · {place}"),
            user: None,
            changed: Changed::of(Some(word(before)), Some(word(grant))),
            is_for_admins: true,
        };
        record_named(tx, on, &named)?;
    }
    changes::record(tx, Noun::Category(category), ChangeVerb::Changed, on.now)
}

/// Whether one of these groups is granted something in a private category.
pub(super) fn opens_private(db: &mut Db, of: &[GroupId]) -> Result<bool, StoreError> {
    let shared: Vec<String> = Audience::SHARED.iter().map(Audience::to_string).collect();
    let private: Option<i64> = category_groups::table
        .inner_join(categories::table)
        .filter(among(category_groups::group_id, of.iter().map(|id| id.get())))
        .filter(categories::audience.ne_all(shared))
        .select(category_groups::group_id)
        .first(db)
        .optional()?;
    Ok(private.is_some())
}
