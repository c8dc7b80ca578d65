//! The home page: categories with their counts, what waits, and what was resolved.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::categories::{self, Category};
use super::schema::{acceptances, threads};
use super::threads::{ThreadRow, hidden_categories, list, rows_of};
use super::time::utc;
use super::{Db, StoreError};
use crate::domain::sight::Sight;
use crate::domain::thread::{Is, Listing, Sort};

/// How many threads each part of the home page names.
const MOST: i64 = 8;

/// All that stands on the home page.
#[derive(Debug, Clone)]
pub struct Home {
    /// The categories, with their counts.
    pub categories: Vec<Category>,
    /// Questions that nobody has answered, the newest first.
    pub unanswered: Vec<ThreadRow>,
    /// Questions that were resolved lately, with the time of the acceptance.
    pub resolved: Vec<(ThreadRow, DateTime<Utc>)>,
}

/// The home page in this sight.
pub fn page(db: &mut Db, sight: Sight) -> Result<Home, StoreError> {
    let listing = Listing {
        is: Some(Is::Unanswered),
        category: None,
        tag: None,
        sort: Sort::New,
    };
    Ok(Home {
        categories: categories::list(db, sight)?,
        unanswered: list(db, sight, &listing, None, MOST)?.items,
        resolved: resolved(db, sight)?,
    })
}

fn resolved(db: &mut Db, sight: Sight) -> Result<Vec<(ThreadRow, DateTime<Utc>)>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let latest: Vec<(i64, Option<chrono::NaiveDateTime>)> = acceptances::table
        .inner_join(threads::table)
        .filter(acceptances::ended_at.is_null())
        .filter(acceptances::accepted_at.is_not_null())
        .filter(threads::deleted_at.is_null())
        .filter(threads::category_id.ne_all(hidden))
        .order((acceptances::accepted_at.desc(), acceptances::id.desc()))
        .limit(MOST)
        .select((acceptances::thread_id, acceptances::accepted_at))
        .load(db)?;
    let ids: Vec<i64> = latest.iter().map(|(id, _)| *id).collect();
    let rows = rows_of(db, sight, &ids)?;
    let at = |row: &ThreadRow| {
        latest
            .iter()
            .find(|(id, _)| *id == row.id.get())
            .and_then(|(_, at)| *at)
    };
    Ok(rows
        .into_iter()
        .filter_map(|row| at(&row).map(|at| (row, utc(at))))
        .collect())
}
