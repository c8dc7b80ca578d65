//! Which rows of the log belong to one act on several pieces.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::domain::id::SelectionId;
use crate::store::native::among;
use crate::store::schema::selections;
use crate::store::{Db, StoreError};

/// The act on several pieces that a row is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// Its number.
    pub id: SelectionId,
    /// How many pieces it was done to.
    pub piece_count: i64,
    /// Why, in the moderator's words.
    pub reason: String,
}

/// The acts with these numbers.
pub(super) fn named(db: &mut Db, ids: Vec<i64>) -> Result<HashMap<i64, Selected>, StoreError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, i64, String)> = selections::table
        .filter(among(selections::id, ids))
        .select((selections::id, selections::piece_count, selections::reason))
        .load(db)?;
    let named = rows.into_iter().map(|(id, piece_count, reason)| {
        let selected = Selected {
            id: SelectionId::stored(id),
            piece_count,
            reason,
        };
        (id, selected)
    });
    Ok(named.collect())
}
