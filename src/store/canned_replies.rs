//! Canned replies: those of one person, and those that all who help share.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::canned_replies;
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::account::User;
use crate::domain::canned_reply::{CannedDraft, MOST_CANNED};
use crate::domain::id::{CannedReplyId, UserId};

/// A canned reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannedReply {
    /// Its number.
    pub id: CannedReplyId,
    /// How it is found in the list.
    pub title: String,
    /// The text, as Markdown.
    pub body: String,
    /// Whether all who help have it.
    pub is_shared: bool,
}

/// How keeping a canned reply ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept, or gone.
    Done,
    /// There are as many as there may be.
    TooMany,
    /// This user may not.
    NotYours,
}

type Row = (i64, Option<i64>, String, String);

fn canned_reply((id, owner, title, body): Row) -> CannedReply {
    CannedReply {
        id: CannedReplyId::stored(id),
        title,
        body,
        is_shared: owner.is_none(),
    }
}

#[diesel::dsl::auto_type]
fn rows() -> _ {
    let most: i64 = MOST_CANNED;
    canned_replies::table
        .order((canned_replies::title, canned_replies::id))
        .limit(most)
        .select((
            canned_replies::id,
            canned_replies::owner_id,
            canned_replies::title,
            canned_replies::body,
        ))
}

/// Those that somebody has, with their texts: the shared ones first, each by its title.
pub fn of(db: &mut Db, user: UserId) -> Result<Vec<CannedReply>, StoreError> {
    let shared: Vec<Row> = rows().filter(canned_replies::owner_id.is_null()).load(db)?;
    let own: Vec<Row> = rows().filter(canned_replies::owner_id.eq(user.get())).load(db)?;
    Ok(shared.into_iter().chain(own).map(canned_reply).collect())
}

/// One of those that somebody has.
pub fn find(db: &mut Db, user: UserId, id: CannedReplyId) -> Result<CannedReply, StoreError> {
    let row: Row = canned_replies::table
        .find(id.get())
        .select((
            canned_replies::id,
            canned_replies::owner_id,
            canned_replies::title,
            canned_replies::body,
        ))
        .first(db)?;
    match row.1 {
        Some(owner) if owner != user.get() => Err(StoreError::NotFound),
        _ => Ok(canned_reply(row)),
    }
}

/// Makes another one.
pub fn make(tx: &mut Db, by: &User, draft: &CannedDraft, now: DateTime<Utc>) -> Result<Keeping, StoreError> {
    if !by.uses_canned_replies() || (draft.is_shared && !by.shares_canned_replies()) {
        return Ok(Keeping::NotYours);
    }
    let owner = (!draft.is_shared).then_some(by.id.get());
    if count(tx, owner)? >= MOST_CANNED {
        return Ok(Keeping::TooMany);
    }
    diesel::insert_into(canned_replies::table)
        .values((
            canned_replies::owner_id.eq(owner),
            canned_replies::title.eq(&draft.title),
            canned_replies::body.eq(draft.body.as_str()),
            canned_replies::made_by_id.eq(Some(by.id.get())),
            canned_replies::changed_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(Keeping::Done)
}

fn count(db: &mut Db, owner: Option<i64>) -> Result<i64, StoreError> {
    let all = canned_replies::table.count();
    Ok(match owner {
        Some(owner) => all.filter(canned_replies::owner_id.eq(owner)).get_result(db)?,
        None => all.filter(canned_replies::owner_id.is_null()).get_result(db)?,
    })
}

/// Whether somebody may change one that they have; absent when they have none of that number.
fn is_theirs(tx: &mut Db, by: &User, id: CannedReplyId) -> Result<bool, StoreError> {
    let found = find(tx, by.id, id)?;
    Ok(by.uses_canned_replies() && (!found.is_shared || by.shares_canned_replies()))
}

/// Changes one; whose it is stays.
pub fn change(
    tx: &mut Db,
    by: &User,
    id: CannedReplyId,
    draft: &CannedDraft,
    now: DateTime<Utc>,
) -> Result<Keeping, StoreError> {
    if !is_theirs(tx, by, id)? {
        return Ok(Keeping::NotYours);
    }
    diesel::update(canned_replies::table.find(id.get()))
        .set((
            canned_replies::title.eq(&draft.title),
            canned_replies::body.eq(draft.body.as_str()),
            canned_replies::changed_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    Ok(Keeping::Done)
}

/// Takes one away.
pub fn delete(tx: &mut Db, by: &User, id: CannedReplyId) -> Result<Keeping, StoreError> {
    if !is_theirs(tx, by, id)? {
        return Ok(Keeping::NotYours);
    }
    diesel::delete(canned_replies::table.find(id.get())).execute(tx)?;
    Ok(Keeping::Done)
}

/// Forgets those of somebody whose account is closed.
pub(super) fn forget(tx: &mut Db, user: UserId) -> Result<(), StoreError> {
    diesel::delete(canned_replies::table.filter(canned_replies::owner_id.eq(user.get()))).execute(tx)?;
    Ok(())
}
