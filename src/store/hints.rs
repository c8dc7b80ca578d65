//! The first steps of whoever begins to look after a forum: each is a fact, read from the rows that it leaves.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::schema::{categories, import_runs, users};
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::id::UserId;

/// Which first steps were taken, and whether the person wants to hear of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Whether there is a category.
    pub has_category: bool,
    /// Whether there is a thread, or an import brought some.
    pub has_threads: bool,
    /// Whether somebody else looks after the forum too.
    pub has_help: bool,
    /// Whether the person sent the hints away.
    pub is_dismissed: bool,
}

impl Steps {
    /// Whether every step that rows can tell was taken.
    pub fn are_taken(self) -> bool {
        self.has_category && self.has_threads && self.has_help
    }
}

/// The first steps as this person sees them.
pub fn steps(db: &mut Db, user: UserId) -> Result<Steps, StoreError> {
    let is_dismissed: bool = users::table
        .find(user.get())
        .select(users::dismissed_hints_at.is_not_null())
        .first(db)?;
    // In the words of its index.
    let others = users::table
        .filter(sql::<Bool>("users.role <> 'member'"))
        .filter(users::id.ne(user.get()))
        .filter(users::closed_at.is_null())
        .select(users::id)
        .limit(1);
    let imported = import_runs::table.filter(import_runs::finished_at.is_not_null());
    let lived_in = categories::table.filter(categories::thread_count.gt(0));
    let has_threads: bool = diesel::select(exists(lived_in)).get_result(db)?;
    Ok(Steps {
        has_category: diesel::select(exists(categories::table.select(categories::id))).get_result(db)?,
        has_threads: has_threads || diesel::select(exists(imported)).get_result(db)?,
        has_help: diesel::select(exists(others)).get_result(db)?,
        is_dismissed,
    })
}

/// Sends the hints away, for good.
pub fn dismiss(tx: &mut Db, user: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(users::table.find(user.get()))
        .set(users::dismissed_hints_at.eq(Some(row_time(now))))
        .execute(tx)?;
    Ok(())
}
