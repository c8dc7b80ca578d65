//! The list of people for those who run the forum.

use chrono::{DateTime, Utc};
use diesel::dsl::{AsExprOf, exists, sql};
use diesel::expression::{SqlLiteral, UncheckedBind};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::roles::is_last_admin;
use super::{SuspensionColumns, role_of, second_factors, staff_membership, suspension_of, trust_of};
use crate::domain::cursor::{Cursor, PageOf};
use crate::domain::id::UserId;
use crate::domain::restraint::Span;
use crate::domain::role::{Role, Trust};
use crate::domain::slug::fold;
use crate::store::groups::{self, Group};
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
    /// From when to when they are kept from signing in.
    pub suspension: Option<Span>,
}

impl PersonRow {
    /// Since when they are kept from signing in, if they are at a moment.
    pub fn suspended_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let suspension = self.suspension.filter(|span| span.holds(now));
        suspension.map(|span| span.begun_at)
    }
}

type Row = (
    (i64, String, Option<String>, String, String),
    (
        bool,
        chrono::NaiveDateTime,
        Option<chrono::NaiveDateTime>,
        SuspensionColumns,
    ),
    bool,
);

macro_rules! columns {
    () => {
        (
            (users::id, users::name, users::email, users::role, users::trust),
            (
                users::password_hash.is_not_null(),
                users::created_at,
                users::seen_at,
                (users::suspended_at, users::suspended_until),
            ),
            exists(staff_membership()),
        )
    };
}

/// People without closed accounts: all from the newest, or with `beginning` whoever has that address, else by name those
/// whose name begins so.
pub fn page(db: &mut Db, beginning: &str, after: Option<Cursor>, size: i64) -> Result<PageOf<PersonRow>, StoreError> {
    let folded = fold(beginning);
    let rows = if folded.is_empty() {
        newest(db, after, size + 1)?
    } else {
        match with_address(db, beginning)? {
            Some(row) => vec![row],
            None => named(db, &folded, after, size + 1)?,
        }
    };
    let people = rows.into_iter().map(person).collect::<Result<Vec<_>, _>>()?;
    let position = |person: &PersonRow| Cursor::at(person.created_at, person.id.get());
    Ok(PageOf::cut(people, usize::try_from(size).unwrap_or_default(), position))
}

fn newest(db: &mut Db, after: Option<Cursor>, most: i64) -> Result<Vec<Row>, StoreError> {
    let mut query = users::table
        .filter(users::closed_at.is_null())
        .order(users::id.desc())
        .limit(most)
        .select(columns!())
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(users::id.lt(after.id));
    }
    Ok(query.load(db)?)
}

fn with_address(db: &mut Db, address: &str) -> Result<Option<Row>, StoreError> {
    Ok(users::table
        .filter(users::closed_at.is_null())
        .filter(users::email_folded.eq(address.trim().to_lowercase()))
        .select(columns!())
        .first(db)
        .optional()?)
}

/// Those whose name begins so, by name: a range of an index that is read in its order, so that a rare name costs no more
/// than a frequent one.
fn named(db: &mut Db, folded: &str, after: Option<Cursor>, most: i64) -> Result<Vec<Row>, StoreError> {
    let order = ByteOrder::of(db);
    let mut query = users::table
        .filter(users::closed_at.is_null())
        .filter(order.compare(order.at_least, folded.to_owned()))
        .filter(order.compare(order.below, format!("{folded}{}", char::MAX)))
        .order((sql::<Text>(order.sorted), users::id))
        .limit(most)
        .select(columns!())
        .into_boxed();
    if let Some(after) = after {
        let last: Option<String> = users::table
            .find(after.id)
            .select(users::name_folded)
            .first(db)
            .optional()?;
        let last = last.unwrap_or_default();
        query = query
            .filter(order.compare(order.at_least, last.clone()))
            .filter(order.compare(order.above, last).or(users::id.gt(after.id)));
    }
    Ok(query.load(db)?)
}

/// How names are compared byte by byte, which the index by their beginning does: PostgreSQL has operators of its own for it,
/// as its plain ones follow a locale.
#[derive(Clone, Copy)]
struct ByteOrder {
    at_least: &'static str,
    below: &'static str,
    above: &'static str,
    sorted: &'static str,
}

impl ByteOrder {
    fn of(db: &Db) -> Self {
        if db.is_postgres() {
            Self {
                at_least: "users.name_folded ~>=~ ",
                below: "users.name_folded ~<~ ",
                above: "users.name_folded ~>~ ",
                sorted: "users.name_folded using ~<~",
            }
        } else {
            Self {
                at_least: "users.name_folded >= ",
                below: "users.name_folded < ",
                above: "users.name_folded > ",
                sorted: "users.name_folded",
            }
        }
    }

    fn compare(self, how: &str, name: String) -> UncheckedBind<SqlLiteral<Bool>, AsExprOf<String, Text>> {
        sql::<Bool>(how).bind::<Text, _>(name)
    }
}

/// A person's page in the administration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPage {
    /// The person, as in the list.
    pub person: PersonRow,
    /// Whether nobody else could run the forum: then they stay administrator.
    pub is_last_admin: bool,
    /// Whether a code is asked for after their password.
    pub has_second_factor: bool,
    /// The groups but the staff, and whether the person is in each.
    pub groups: Vec<(Group, bool)>,
}

/// A person's page in the administration.
pub fn person_page(db: &mut Db, id: UserId) -> Result<PersonPage, StoreError> {
    let own = groups::of_user(db, id)?;
    let known = groups::list(db)?.into_iter().filter(|group| !group.is_built_in);
    let with_own = |group: Group| {
        let is_in = own.contains(&group.id);
        (group, is_in)
    };
    Ok(PersonPage {
        groups: known.map(with_own).collect(),
        person: person_row(db, id)?,
        is_last_admin: is_last_admin(db, id)?,
        has_second_factor: second_factors::is_on(db, id)?,
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
                (users::suspended_at, users::suspended_until),
            ),
            exists(staff_membership()),
        ))
        .first(db)?;
    person(row)
}

fn person(
    ((id, name, email, role, trust), (has_password, created_at, seen_at, suspension), is_staff): Row,
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
        suspension: suspension_of(suspension),
    })
}
