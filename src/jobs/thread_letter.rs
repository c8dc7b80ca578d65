//! Tells somebody by letter what they were told of a thread: of all that is unread when it goes, while it is there and in sight.

use chrono::{DateTime, Utc};

use super::{JobError, Workshop};
use crate::domain::id::{ThreadId, UserId};
use crate::domain::signed_link::{LinkPurpose, SignedLink};
use crate::letters::{self, StopWays};
use crate::store::notifications;

pub(super) fn run(
    workshop: &Workshop,
    (user, thread): (UserId, ThreadId),
    posted_at: i64,
    now: DateTime<Utc>,
) -> Result<(), JobError> {
    let told = workshop
        .store
        .read_now(|db| notifications::thread_letter(db, user, thread, posted_at, now))?;
    let Some(told) = told else {
        // What comes later is told anew.
        workshop
            .store
            .write_now(|tx| notifications::forget_letter(tx, user, thread, posted_at))?;
        return Ok(());
    };
    let signing = workshop.signing(now)?;
    let link = SignedLink {
        user,
        about: vec![thread.get()],
        expires_at: now,
    };
    let way = |purpose| signing.way(&link, purpose, &told.to);
    let Some((thread_way, all)) = way(LinkPurpose::Stop).zip(way(LinkPurpose::StopAll)) else {
        return Ok(());
    };
    let ways = StopWays {
        thread: thread_way,
        all,
    };
    let reply_to = workshop.reply_address(user, told.thread.0)?;
    workshop.post_to(user, now, |stationery| {
        letters::thread_letter(stationery, &told, ways, reply_to)
    })
}
