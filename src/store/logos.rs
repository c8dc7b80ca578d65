//! The pictures of the header, as this program wrote them, under the hash of their bytes.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::native::NativeDsl;
use super::schema::logos;
use super::time::row_time;
use super::{Db, StoreError};

/// The bytes of a picture.
pub fn find(db: &mut Db, hash: &str) -> Result<Vec<u8>, StoreError> {
    Ok(logos::table.find(hash).select(logos::png).first(db)?)
}

/// Keeps a picture, and of the others only `before`, which pages that are under way may still show.
pub fn keep(tx: &mut Db, hash: &str, png: &[u8], before: Option<&str>, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(logos::table)
        .values((
            logos::hash.eq(hash),
            logos::png.eq(png),
            logos::kept_at.eq(row_time(now)),
        ))
        .on_conflict_do_nothing()
        .native()
        .execute(tx)?;
    diesel::delete(logos::table.filter(logos::hash.ne_all([hash, before.unwrap_or(hash)]))).execute(tx)?;
    Ok(())
}
