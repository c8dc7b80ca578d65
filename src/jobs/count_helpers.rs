//! Counts anew who helped most in each category lately.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::store::monthly_helpers;

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    Ok(workshop.store.write_now(|tx| monthly_helpers::count_anew(tx, now))?)
}
