//! Sends the letter of a digest; a second run sends it under the same name, or not at all.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::DigestId;
use crate::letters;
use crate::store::digests;

pub(super) fn run(workshop: &Workshop, digest: DigestId, now: DateTime<Utc>) -> Result<(), JobError> {
    let told = workshop.store.read_now(|db| digests::told(db, digest))?;
    let has_gone = match told {
        Some(told) => {
            let Some(ways) = workshop.ways_of(told.subscriber, &told.to, now)? else {
                return Ok(());
            };
            workshop.post_in(told.language, now, |stationery| {
                letters::digest(stationery, &told, ways)
            })?;
            true
        }
        None => false,
    };
    // A crash before this sends it again under the same Message-ID: that is better than a letter that nobody got.
    Ok(workshop
        .store
        .write_now(|tx| digests::note_sent(tx, digest, has_gone, now))?)
}
