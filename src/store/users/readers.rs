//! Several people at once, as those who may be written to and told of things: whom a letter reaches, and what each of them sees.

use std::collections::{HashMap, HashSet};

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{UserRow, staff_membership, user_of};
use crate::domain::account::{User, Viewer};
use crate::domain::grant::Grants;
use crate::domain::role::Role;
use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::users;
use crate::store::{Db, StoreError, grants};

/// Those of these people who may be written to about their posts: with a proven address, and able to sign in.
pub(in crate::store) fn reachable(db: &mut Db, ids: impl IntoIterator<Item = i64>) -> Result<HashSet<i64>, StoreError> {
    let reachable: Vec<i64> = users::table
        .filter(among(users::id, ids))
        .filter(users::email.is_not_null())
        .filter(users::password_hash.is_not_null())
        .filter(users::closed_at.is_null())
        .filter(users::suspended_at.is_null())
        .select(users::id)
        .load(db)?;
    Ok(reachable.into_iter().collect())
}

/// The same, with what they may do, so that a letter tells them what they see.
pub(in crate::store) fn reachable_readers(
    db: &mut Db,
    ids: impl IntoIterator<Item = i64>,
) -> Result<Vec<User>, StoreError> {
    let rows: Vec<(UserRow, bool)> = users::table
        .filter(among(users::id, ids))
        .filter(users::email.is_not_null())
        .filter(users::password_hash.is_not_null())
        .filter(users::closed_at.is_null())
        .filter(users::suspended_at.is_null())
        .select((
            (users::id, users::name, users::role, users::trust, users::language),
            exists(staff_membership()),
        ))
        .load(db)?;
    with_grants(db, rows)
}

fn with_grants(db: &mut Db, rows: Vec<(UserRow, bool)>) -> Result<Vec<User>, StoreError> {
    let users = rows.into_iter().map(|(row, is_staff)| user_of(row, is_staff));
    let mut users: Vec<User> = users.collect::<Result<_, _>>()?;
    let people: Vec<(i64, Role)> = users.iter().map(|user| (user.id.get(), user.role)).collect();
    let grants = grants::of_people(db, &people)?;
    for user in &mut users {
        user.grants = grants.get(&user.id.get()).copied().unwrap_or(Grants::NONE);
    }
    Ok(users)
}

/// What those of these people see who can sign in.
pub(in crate::store) fn sights_of(db: &mut Db, ids: &[i64]) -> Result<HashMap<i64, Sight>, StoreError> {
    let rows: Vec<(UserRow, bool)> = users::table
        .filter(among(users::id, ids.iter().copied()))
        .filter(users::password_hash.is_not_null())
        .filter(users::closed_at.is_null())
        .filter(users::suspended_at.is_null())
        .select((
            (users::id, users::name, users::role, users::trust, users::language),
            exists(staff_membership()),
        ))
        .load(db)?;
    let sight = |user: User| (user.id.get(), Sight::of(&Viewer::User(user)));
    Ok(with_grants(db, rows)?.into_iter().map(sight).collect())
}
