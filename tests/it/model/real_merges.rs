//! Merges, done by the store.

use chrono::{DateTime, Utc};
use tanya::domain::body::Reason;
use tanya::domain::sight::Sight;
use tanya::store::merges::{self, Merging, Undoing};
use tanya::store::outcome::Posting;
use tanya::store::{Db, StoreError};

use super::real::{Doer, End};
use super::verbs::{Outcome, Verb};

impl Doer<'_> {
    /// Merges a thread, or takes that back.
    pub fn merging(&self, tx: &mut Db, verb: &Verb, now: DateTime<Utc>) -> Result<Option<End>, StoreError> {
        let (Verb::Merge { by, thread, .. } | Verb::Unmerge { by, thread }) = verb else {
            unreachable!("{verb:?}")
        };
        let Some(id) = self.thread(*thread) else {
            return Ok(None);
        };
        let ((user, sight), reason) = (self.by(*by), Reason::default());
        if let Verb::Merge { into, .. } = verb {
            let Some(into) = self.thread(*into) else {
                return Ok(None);
            };
            let merged = merges::merge(tx, user, sight, id, into, &reason, now)?;
            return Ok(Some(match merged {
                Merging::Merged(opening) => End::Reply(Posting::Posted(opening)),
                Merging::Refused(_) => End::Outcome(Outcome::Refused),
                Merging::NotYours => End::Outcome(Outcome::NotYours),
            }));
        }
        let opening = merges::landing(tx, Sight::everything(), id)?.map(|landing| landing.opening);
        Ok(Some(match (merges::undo(tx, user, sight, id, now)?, opening) {
            (Undoing::Undone, Some(opening)) => End::Closed(opening),
            (Undoing::Undone | Undoing::NotMerged, _) => End::Outcome(Outcome::Unchanged),
            (Undoing::MergedOn, _) => End::Outcome(Outcome::Refused),
            (Undoing::NotYours, _) => End::Outcome(Outcome::NotYours),
        }))
    }
}
