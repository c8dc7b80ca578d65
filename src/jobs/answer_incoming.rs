//! Tells the sender of a message why it was not posted.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::account::Viewer;
use crate::domain::email::EmailAddress;
use crate::domain::id::{IncomingId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::letters::{self, Unposted};
use crate::store::incoming::{self, IncomingRow};
use crate::store::{Db, StoreError, threads, users};

pub(super) fn run(workshop: &Workshop, id: IncomingId, now: DateTime<Utc>) -> Result<(), JobError> {
    let found = workshop.store.read_now(|db| {
        let Some(row) = incoming::find(db, id)? else {
            return Ok::<_, StoreError>(None);
        };
        let user = match row.sender.as_deref().map(EmailAddress::parse) {
            Some(Ok(sender)) => users::with_address(db, &sender)?,
            _ => None,
        };
        let thread = thread_in_sight(db, user, &row)?;
        let language = user.map(|user| users::chosen_language(db, user)).transpose()?;
        Ok(Some((row, thread, language.flatten())))
    })?;
    let Some((row, thread, language)) = found else {
        return Ok(());
    };
    let (Some(Ok(to)), Some(why)) = (row.sender.as_deref().map(EmailAddress::parse), row.why) else {
        return Ok(());
    };
    let subject = row.subject.unwrap_or_default();
    workshop.post_in(language, now, |stationery| {
        letters::unposted(
            stationery,
            &Unposted {
                to,
                why,
                subject,
                thread,
            },
        )
    })
}

/// The thread that was meant, when its reader still sees it.
fn thread_in_sight(
    db: &mut Db,
    user: Option<UserId>,
    row: &IncomingRow,
) -> Result<Option<(ThreadId, String)>, StoreError> {
    let (Some(user), Some(thread)) = (user.filter(|user| row.user == Some(*user)), row.thread) else {
        return Ok(None);
    };
    let sight = Sight::of(&Viewer::User(users::find(db, user)?));
    match threads::title_of(db, sight, thread) {
        Ok(title) => Ok(Some((thread, title))),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
