//! What the knowledge base does: which articles answer, help and pay back, and which need a hand.
//!
//! What belongs here: what each figure means. Articles that are out of a reader's sight are in none.

use chrono::{DateTime, Utc};

use super::statistics::proportion::Proportion;
use crate::domain::report::Selection;
use crate::domain::sight::Sight;
use crate::store::knowledge::{self as store, ArticleRow, Totals};
use crate::store::{Db, StoreError};

/// How many articles each list names.
const MOST_NAMED: i64 = 20;

/// The figures of the knowledge base.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Knowledge {
    /// All articles together.
    pub totals: Totals,
    /// Those that paid back most.
    pub paying: Vec<ArticleRow>,
    /// Those that are read and do not help.
    pub failing: Vec<ArticleRow>,
    /// Those that somebody should look over by now, the longest due first.
    pub due: Vec<ArticleRow>,
}

/// Which share of readers was helped, of those who said anything; `None` when nobody did.
pub fn helped(helped: u64, not_helped: u64) -> Option<Proportion> {
    Proportion::new(helped, helped.checked_add(not_helped)?)
}

/// The figures of a period for a reader.
///
/// Threads and visits are narrowed by category; opinions and reviews are an article's own, and articles are in no category.
pub fn knowledge(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    now: DateTime<Utc>,
) -> Result<Knowledge, StoreError> {
    Ok(Knowledge {
        totals: store::totals(db, sight, selection, now)?,
        paying: store::paying(db, sight, selection, MOST_NAMED)?,
        failing: store::failing(db, sight, selection, MOST_NAMED)?,
        due: store::due(db, sight, selection, now, MOST_NAMED)?,
    })
}
