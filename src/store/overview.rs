//! What an administrator sees first: how much there is, and whether anything needs a hand.

use super::{Db, StoreError, categories, grants, jobs};

/// The figures of the administration's front page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overview {
    /// How many categories there are, archived ones too.
    pub category_count: i64,
    /// How many threads live in them.
    pub thread_count: i64,
    /// How many jobs wait.
    pub waiting_jobs: i64,
    /// How many jobs were given up.
    pub dead_jobs: i64,
}

/// Reads the figures.
pub fn load(db: &mut Db) -> Result<Overview, StoreError> {
    let sight = grants::everything(db)?;
    let categories = categories::list(db, sight)?;
    let (waiting_jobs, dead_jobs) = jobs::counts(db)?;
    Ok(Overview {
        category_count: i64::try_from(categories.len()).unwrap_or(i64::MAX),
        thread_count: categories.iter().map(|category| category.thread_count).sum(),
        waiting_jobs,
        dead_jobs,
    })
}
