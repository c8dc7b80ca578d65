//! The list of people for those who run the forum.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::roles::is_last_admin;
use super::{role_of, staff_membership, trust_of};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::UserId;
use crate::domain::role::{Role, Trust};
use crate::domain::slug::fold;
use crate::store::native::beginning_with;
use crate::store::schema::users;
use crate::store::time::utc;
use crate::store::{Db, StoreError};

/// A person as an administrator sees them in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Their id.
    pub id: UserId,
    /// The name that others see.
    pub name: String,
    /// Their address; imported people have none.
    pub email: Option<String>,
    /// What they may do.
    pub role: Role,
    /// What conduct has earned.
    pub trust: Trust,
    /// Whether they answer for the company.
    pub is_staff: bool,
    /// Whether they can sign in; if not, the account waits to be claimed.
    pub has_password: bool,
    /// When they came.
    pub created_at: DateTime<Utc>,
    /// When they were last here.
    pub seen_at: Option<DateTime<Utc>>,
    /// Since when they are kept from signing in.
    pub suspended_at: Option<DateTime<Utc>>,
}

type Row = (
    (i64, String, Option<String>, String, String),
    (
        bool,
        chrono::NaiveDateTime,
        Option<chrono::NaiveDateTime>,
        Option<chrono::NaiveDateTime>,
    ),
    bool,
);

/// People from the newest, without closed accounts; with `beginning`, only those whose name begins so or who have that address.
pub fn page(db: &mut Db, beginning: &str, after: Option<Cursor>, size: i64) -> Result<PageOf<PersonRow>, StoreError> {
    let mut query = users::table
        .select((
            (users::id, users::name, users::email, users::role, users::trust),
            (
                users::password_hash.is_not_null(),
                users::created_at,
                users::seen_at,
                users::suspended_at,
            ),
            exists(staff_membership()),
        ))
        .filter(users::closed_at.is_null())
        .order(users::id.desc())
        .limit(size + 1)
        .into_boxed();
    let folded = fold(beginning);
    if !folded.is_empty() {
        query = query.filter(
            users::name_folded
                .like(beginning_with(&folded))
                .escape('!')
                .or(users::email_folded.eq(Some(beginning.trim().to_lowercase()))),
        );
    }
    if let Some(after) = after {
        query = query.filter(users::id.lt(after.id));
    }
    let rows: Vec<Row> = query.load(db)?;
    let people = rows.into_iter().map(person).collect::<Result<Vec<_>, _>>()?;
    let position = |person: &PersonRow| Cursor {
        key: person.created_at.timestamp_micros(),
        id: person.id.get(),
    };
    Ok(PageOf::cut(people, usize::try_from(size).unwrap_or_default(), position))
}

/// A person's page in the administration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPage {
    /// The person, as in the list.
    pub person: PersonRow,
    /// Whether nobody else could run the forum: then they stay administrator.
    pub is_last_admin: bool,
}

/// A person's page in the administration.
pub fn person_page(db: &mut Db, id: UserId) -> Result<PersonPage, StoreError> {
    Ok(PersonPage {
        person: person_row(db, id)?,
        is_last_admin: is_last_admin(db, id)?,
    })
}

/// One person, as the list shows them; absent once their account is closed.
pub fn person_row(db: &mut Db, id: UserId) -> Result<PersonRow, StoreError> {
    let row: Row = users::table
        .find(id.get())
        .filter(users::closed_at.is_null())
        .select((
            (users::id, users::name, users::email, users::role, users::trust),
            (
                users::password_hash.is_not_null(),
                users::created_at,
                users::seen_at,
                users::suspended_at,
            ),
            exists(staff_membership()),
        ))
        .first(db)?;
    person(row)
}

fn person(
    ((id, name, email, role, trust), (has_password, created_at, seen_at, suspended_at), is_staff): Row,
) -> Result<PersonRow, StoreError> {
    Ok(PersonRow {
        id: UserId::stored(id),
        name,
        email,
        role: role_of(&role)?,
        trust: trust_of(&trust)?,
        is_staff,
        has_password,
        created_at: utc(created_at),
        seen_at: seen_at.map(utc),
        suspended_at: suspended_at.map(utc),
    })
}
