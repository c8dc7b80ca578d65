//! What moderators and the staff tell each other about a member.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::authors::{Author, Authors};
use super::schema::staff_notes;
use super::time::{row_time, utc};
use super::{Db, StoreError};
use crate::domain::body::Reason;
use crate::domain::id::{StaffNoteId, UserId};

/// How many notes a page shows.
const SHOWN: i64 = 100;

/// A note about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffNote {
    /// Its number.
    pub id: StaffNoteId,
    /// Who wrote it.
    pub by: Author,
    /// When.
    pub noted_at: DateTime<Utc>,
    /// What it says, as plain text.
    pub body: String,
}

/// Writes a note about a member.
pub fn note(tx: &mut Db, by: UserId, about: UserId, body: &Reason, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(staff_notes::table)
        .values((
            staff_notes::user_id.eq(about.get()),
            staff_notes::author_id.eq(by.get()),
            staff_notes::body.eq(body.as_str()),
            staff_notes::noted_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(())
}

/// Takes a note back, which only whoever wrote it may; answers whom it was about, and whether it is gone.
pub fn take_back(tx: &mut Db, by: UserId, id: StaffNoteId) -> Result<(UserId, bool), StoreError> {
    let (about, author): (i64, i64) = staff_notes::table
        .find(id.get())
        .select((staff_notes::user_id, staff_notes::author_id))
        .first(tx)?;
    let is_own = author == by.get();
    if is_own {
        diesel::delete(staff_notes::table.find(id.get())).execute(tx)?;
    }
    Ok((UserId::stored(about), is_own))
}

/// The notes about a member, the newest first.
pub fn about(db: &mut Db, user: UserId) -> Result<Vec<StaffNote>, StoreError> {
    let rows: Vec<(i64, i64, chrono::NaiveDateTime, String)> = staff_notes::table
        .filter(staff_notes::user_id.eq(user.get()))
        .order(staff_notes::id.desc())
        .limit(SHOWN)
        .select((
            staff_notes::id,
            staff_notes::author_id,
            staff_notes::noted_at,
            staff_notes::body,
        ))
        .load(db)?;
    let people = Authors::load(db, rows.iter().map(|row| Some(row.1)))?;
    let note = |(id, author, noted_at, body)| StaffNote {
        id: StaffNoteId::stored(id),
        by: people.of(Some(author), None),
        noted_at: utc(noted_at),
        body,
    };
    Ok(rows.into_iter().map(note).collect())
}

/// How many notes there are about a member.
pub fn count(db: &mut Db, user: UserId) -> Result<i64, StoreError> {
    Ok(staff_notes::table
        .filter(staff_notes::user_id.eq(user.get()))
        .count()
        .get_result(db)?)
}

/// Forgets what was noted about somebody whose account is closed.
pub(super) fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    diesel::delete(staff_notes::table.filter(staff_notes::user_id.eq(user.get()))).execute(tx)?;
    Ok(())
}
