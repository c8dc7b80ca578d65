//! Who wrote a thing: names and marks for many posts in one query.

use std::collections::{HashMap, HashSet};

use diesel::dsl::exists;
use diesel::prelude::*;

use super::native::among;
use super::schema::users;
use super::users::staff_membership;
use super::{Db, StoreError};
use crate::domain::id::UserId;
use crate::domain::role::Role;

/// Who wrote a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Their account, if it is there and not closed.
    pub id: Option<UserId>,
    /// Their name; `None` when nobody knows it any more.
    pub name: Option<String>,
    /// What they may do; nothing when the account is gone.
    pub role: Option<Role>,
    /// Whether they answer for the company.
    pub is_staff: bool,
    /// Their account, while a moderator has removed them with everything that they wrote: nothing else is told of them then, and
    /// this to moderators alone.
    pub removed: Option<UserId>,
}

/// The names of people whose accounts are there and not closed.
pub fn names_of(db: &mut Db, ids: &[UserId]) -> Result<HashMap<UserId, String>, StoreError> {
    let authors = Authors::load(db, ids.iter().map(|id| Some(id.get())))?;
    let named = authors.known.into_iter().filter(|(_, known)| !known.is_removed);
    Ok(named.map(|(id, known)| (UserId::stored(id), known.name)).collect())
}

/// The authors of a page.
#[derive(Debug, Default)]
pub(super) struct Authors {
    known: HashMap<i64, Known>,
    /// Whether those who were removed are told of as anybody else.
    tells_removed: bool,
}

/// What is known of one of them.
#[derive(Debug)]
struct Known {
    name: String,
    role: Option<Role>,
    is_staff: bool,
    is_removed: bool,
}

impl Authors {
    /// Reads them all: one query, however many there are. Of people who were removed nothing is told but that.
    pub(super) fn load(db: &mut Db, ids: impl IntoIterator<Item = Option<i64>>) -> Result<Self, StoreError> {
        let authors = Self::load_with_removed(db, ids)?;
        Ok(Self {
            tells_removed: false,
            ..authors
        })
    }

    /// The same with those who were removed, for what moderators read of them.
    pub(super) fn load_with_removed(
        db: &mut Db,
        ids: impl IntoIterator<Item = Option<i64>>,
    ) -> Result<Self, StoreError> {
        let ids: HashSet<i64> = ids.into_iter().flatten().collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let rows: Vec<(i64, String, String, bool, bool)> = users::table
            .filter(among(users::id, ids))
            .filter(users::closed_at.is_null())
            .select((
                users::id,
                users::name,
                users::role,
                exists(staff_membership()),
                users::removed_at.is_not_null(),
            ))
            .load(db)?;
        let author = |(id, name, role, is_staff, is_removed): (i64, String, String, bool, bool)| {
            let role = Role::parse(&role);
            let known = Known {
                name,
                role,
                is_staff,
                is_removed,
            };
            (id, known)
        };
        Ok(Self {
            known: rows.into_iter().map(author).collect(),
            tells_removed: true,
        })
    }

    /// The author of a row with these two columns.
    pub(super) fn of(&self, id: Option<i64>, name: Option<String>) -> Author {
        let found = id.and_then(|id| self.known.get(&id).map(|known| (UserId::stored(id), known)));
        let removed = found.filter(|(_, known)| known.is_removed).map(|(id, _)| id);
        match found.filter(|_| self.tells_removed || removed.is_none()) {
            Some((id, known)) => Author {
                id: Some(id),
                name: Some(known.name.clone()),
                role: known.role,
                is_staff: known.is_staff,
                removed,
            },
            None => Author {
                id: None,
                name,
                role: None,
                is_staff: false,
                removed,
            },
        }
    }
}
