//! Asks whether an answer solved a question, once, while there is something to ask.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::ThreadId;
use crate::domain::signed_link::LinkPurpose;
use crate::letters::{self, Ways};
use crate::store::{StoreError, reminders, users};

pub(super) fn run(workshop: &Workshop, thread: ThreadId, now: DateTime<Utc>) -> Result<(), JobError> {
    let told = workshop.store.read_now::<_, StoreError>(|db| {
        let Some(told) = reminders::told(db, thread)? else {
            return Ok(None);
        };
        Ok(users::letter_box(db, told.asker)?.map(|owner| (told, owner)))
    })?;
    let Some((told, (to, name))) = told else {
        return Ok(());
    };
    let signing = workshop.signing(now)?;
    let way = |purpose| signing.way(&told.link, purpose, &to);
    let ways = way(LinkPurpose::Solved).zip(way(LinkPurpose::NotWorking));
    let Some((solved, not_working)) = ways else {
        return Ok(());
    };
    workshop.post_to(told.asker, now, |stationery| {
        letters::reminder(stationery, to, &name, &told, Ways { solved, not_working })
    })?;
    // A crash before this sends it again: that is better than a letter that nobody got.
    Ok(workshop.store.write_now(|tx| reminders::note_posted(tx, thread, now))?)
}
