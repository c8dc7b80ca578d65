//! Who agreed to which version of which document, and when. Rows are only ever added.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::consents;
use super::time::row_time;
use super::{Db, StoreError};
use crate::domain::document::{Agreed, Document};
use crate::domain::id::UserId;

/// Writes down that a person agreed; doing so again changes nothing.
pub fn record(tx: &mut Db, user: UserId, agreed: &Agreed, at: DateTime<Utc>) -> Result<(), StoreError> {
    for (document, version) in agreed.iter() {
        diesel::insert_into(consents::table)
            .values((
                consents::user_id.eq(user.get()),
                consents::document.eq(document.as_str()),
                consents::version.eq(version),
                consents::agreed_at.eq(row_time(at)),
            ))
            .on_conflict_do_nothing()
            .native()
            .execute(tx)?;
    }
    Ok(())
}

/// Whether a person still has to agree to one of these documents, each in this version or a later one.
pub fn is_due(db: &mut Db, user: UserId, asked: &[(Document, i64)]) -> Result<bool, StoreError> {
    if asked.is_empty() {
        return Ok(false);
    }
    let agreed: Vec<(String, i64)> = consents::table
        .filter(consents::user_id.eq(user.get()))
        .select((consents::document, consents::version))
        .load(db)?;
    let has_agreed = |document: &Document, least: i64| {
        let mut all = agreed.iter();
        all.any(|(name, version)| name == document.as_str() && *version >= least)
    };
    Ok(!asked.iter().all(|(document, least)| has_agreed(document, *least)))
}

/// What a person agreed to, oldest first: document, version, time.
pub fn of(db: &mut Db, user: UserId) -> Result<Vec<(String, i64, DateTime<Utc>)>, StoreError> {
    let rows: Vec<(String, i64, chrono::NaiveDateTime)> = consents::table
        .filter(consents::user_id.eq(user.get()))
        .order((consents::agreed_at, consents::document, consents::version))
        .select((consents::document, consents::version, consents::agreed_at))
        .load(db)?;
    let with_time = |(document, version, at)| (document, version, super::time::utc(at));
    Ok(rows.into_iter().map(with_time).collect())
}
