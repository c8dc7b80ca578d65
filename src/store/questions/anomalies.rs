//! The questions whose times cannot be true.

use diesel::prelude::*;

use super::cohort::selected;
use crate::domain::id::ThreadId;
use crate::domain::question::Anomaly;
use crate::domain::report::Selection;
use crate::domain::sight::Sight;
use crate::store::native::among;
use crate::store::schema::{question_figures, question_outcomes, threads};
use crate::store::threads::hidden_categories;
use crate::store::{Db, StoreError};

/// A question whose times cannot be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strange {
    /// The question.
    pub thread: ThreadId,
    /// Its title; `None` when it is deleted and the viewer does not see that.
    pub title: Option<String>,
    /// What cannot be true, the gravest of it.
    pub anomaly: Anomaly,
}

/// The most of them that are counted for those who look after the forum.
pub const MOST_COUNTED: i64 = 100;

/// How many there are in sight, up to [`MOST_COUNTED`].
pub fn count(db: &mut Db, sight: Sight) -> Result<i64, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let ids: Vec<i64> = question_figures::table
        .filter(question_figures::is_strange)
        .filter(question_figures::category_id.ne_all(hidden))
        .order(question_figures::thread_id)
        .limit(MOST_COUNTED)
        .select(question_figures::thread_id)
        .load(db)?;
    Ok(i64::try_from(ids.len()).unwrap_or(MOST_COUNTED))
}

/// Some of them, those after this one, whenever they were asked.
pub fn page(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    after: Option<ThreadId>,
    most: i64,
) -> Result<Vec<Strange>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let ids: Vec<i64> = selected(&hidden, selection)
        .filter(question_figures::is_strange)
        .filter(question_figures::thread_id.gt(after.map_or(0, ThreadId::get)))
        .order(question_figures::thread_id)
        .limit(most)
        .select(question_figures::thread_id)
        .load(db)?;
    let rows: Vec<(i64, Option<String>, String, bool)> = question_outcomes::table
        .inner_join(threads::table)
        .filter(among(question_outcomes::thread_id, ids))
        .order(question_outcomes::thread_id)
        .select((
            question_outcomes::thread_id,
            question_outcomes::anomaly,
            threads::title,
            threads::deleted_at.is_null(),
        ))
        .load(db)?;
    let strange = |(id, anomaly, title, is_there): (i64, Option<String>, String, bool)| {
        Some(Strange {
            thread: ThreadId::stored(id),
            title: (is_there || sight.sees_deleted()).then_some(title),
            anomaly: Anomaly::parse(&anomaly?)?,
        })
    };
    Ok(rows.into_iter().filter_map(strange).collect())
}
