//! What whoever did something is answered: back to where it was done, with what became of it.

use super::removals::comes_back_whole;
use super::{Fault, Reply, Visit, see_other_with};
use crate::store::outcome::Deed;

/// Leads to a place, which is only looked up when something can be shown there, and says `notice` of what is done.
pub async fn after_deed<T>(
    visit: &Visit,
    place: impl Future<Output = Result<String, Fault>>,
    deed: Deed<T>,
    notice: &'static str,
) -> Reply {
    match deed {
        Deed::Done(_) => see_other_with(&place.await?, notice),
        Deed::Unchanged => see_other_with(&place.await?, "unchanged"),
        Deed::NotYours | Deed::Blocked(_) => Err(Fault::Forbidden),
        Deed::Locked => Err(Fault::Locked),
        Deed::Erased => see_other_with(&place.await?, "erased"),
        Deed::AuthorRemoved(author) => comes_back_whole(visit, author),
    }
}
