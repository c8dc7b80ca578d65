//! Who signed up in a way that programs do: one after the other, let in or removed by pressing one button.

use chrono::{DateTime, Duration, Utc};

use super::extract::{Form, Id, NoFields};
use super::views::doubts::Doubted;
use super::{Fault, Moderator, Reply, SignedIn, Visit, see_other, see_other_with, views};
use crate::domain::account::User;
use crate::domain::id::UserId;
use crate::store::cases::Deciding;
use crate::store::doubts::{self, DoubtRow};
use crate::store::{Db, StoreError, staff_notes};

/// For how long a decision can be taken back from the line on the desk; the log offers it later, too.
pub(super) const LAST: Duration = Duration::hours(1);

/// What is decided on somebody.
type Verb = fn(&mut Db, &User, UserId, DateTime<Utc>) -> Result<Deciding, StoreError>;

/// `GET /moderation/sign-ups/{id}`
pub async fn show(Moderator(SignedIn { visit, user }): Moderator, id: Id<UserId>) -> Reply {
    let (viewer, since, id) = (user.id, visit.now - LAST, id.0);
    let found = visit.site.store.read(move |db| {
        Ok(Doubted {
            row: doubts::find(db, id)?,
            queue: doubts::queue(db)?,
            last: doubts::last_decision(db, viewer, since)?,
            note_count: staff_notes::count(db, id)?,
        })
    });
    let page = found.await.map_err(|error: StoreError| error)?;
    views::doubts::page(&visit, &page).show(&visit)
}

/// `POST /moderation/sign-ups/{id}/let-in`
pub async fn let_in(moderator: Moderator, id: Id<UserId>, _: Form<NoFields>) -> Reply {
    decide(moderator, id.0, doubts::let_in).await
}

/// `POST /moderation/sign-ups/{id}/remove`
pub async fn remove(moderator: Moderator, id: Id<UserId>, _: Form<NoFields>) -> Reply {
    decide(moderator, id.0, doubts::remove).await
}

/// `POST /moderation/sign-ups/{id}/put-back`: the decision is taken back, and they wait again.
pub async fn put_back(Moderator(SignedIn { visit, user }): Moderator, id: Id<UserId>, _: Form<NoFields>) -> Reply {
    let (now, id) = (visit.now, id.0);
    let done = visit.site.store.write(move |tx| doubts::put_back(tx, &user, id, now));
    let address = visit.site.urls.doubt(id);
    match done.await.map_err(|error: StoreError| error)? {
        Deciding::Done => see_other_with(&address, "put-back"),
        Deciding::DecidedBefore => see_other_with(&address, "unchanged"),
        Deciding::NotYours | Deciding::Erased | Deciding::AuthorRemoved(_) => Err(Fault::Forbidden),
    }
}

/// Decides; the next one is there at once.
async fn decide(Moderator(SignedIn { visit, user }): Moderator, id: UserId, verb: Verb) -> Reply {
    let now = visit.now;
    let decided = visit.site.store.write(move |tx| {
        let before = doubts::find(tx, id)?;
        let deciding = verb(tx, &user, id, now)?;
        Ok((deciding, before, doubts::queue(tx)?))
    });
    let (deciding, before, queue) = decided.await.map_err(|error: StoreError| error)?;
    match deciding {
        Deciding::Done => onward(&visit, doubts::next(&queue, Some(&before))),
        Deciding::DecidedBefore => see_other_with(&visit.site.urls.doubt(id), "decided-before"),
        Deciding::NotYours | Deciding::Erased | Deciding::AuthorRemoved(_) => Err(Fault::Forbidden),
    }
}

/// Leads to somebody who waits, or to the desk when nobody does.
fn onward(visit: &Visit, next: Option<&DoubtRow>) -> Reply {
    match next {
        Some(next) => see_other(&visit.site.urls.doubt(next.user)),
        None => see_other_with(&visit.site.urls.desk(), "desk-empty"),
    }
}

/// The same once no case waits any more, for whoever looks at people.
pub async fn after_cases(visit: &Visit) -> Reply {
    if !visit.viewer.user().is_some_and(User::admits) {
        return onward(visit, None);
    }
    let queue = visit.site.store.read(doubts::queue);
    let queue = queue.await.map_err(|error: StoreError| error)?;
    onward(visit, doubts::next(&queue, None))
}
