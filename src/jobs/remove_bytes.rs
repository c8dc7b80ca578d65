//! Removes bytes that no upload names any more, in every width.

use super::{JobError, Workshop};
use crate::domain::upload::SMALLER_WIDTHS;
use crate::uploads::depot;

pub(super) fn run(workshop: &Workshop, key: &str) -> Result<(), JobError> {
    let depot = &workshop.depot;
    depot.wait(async {
        for width in SMALLER_WIDTHS {
            depot.remove(&depot::smaller(key, width)).await?;
        }
        depot.remove(key).await
    })?;
    Ok(depot.remove_unfinished(key)?)
}
