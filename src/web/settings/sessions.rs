//! The browsers that are signed in.

use crate::domain::id::SessionId;
use crate::store::{StoreError, sessions};
use crate::web::extract::Id;
use crate::web::{Fault, Reply, SignedIn, see_other_with, views};

/// `GET /settings/sessions`
pub async fn show(SignedIn { visit, user }: SignedIn) -> Reply {
    let (id, now) = (user.id, visit.now);
    let sessions = visit.site.store.read(move |db| sessions::of_user(db, id, now));
    let sessions = sessions.await.map_err(|error: StoreError| error)?;
    views::settings::sessions(&visit, &sessions).unlisted().show(&visit)
}

/// `POST /settings/sessions/{id}/end`: signs out one browser of one's own.
pub async fn end(SignedIn { visit, user }: SignedIn, session: Id<SessionId>) -> Reply {
    let (id, session) = (user.id, session.0);
    let ended = visit.site.store.write(move |tx| sessions::end_own(tx, id, session));
    let ended = ended.await.map_err(|error: StoreError| error)?;
    ended.done().ok_or(Fault::Forbidden)?;
    see_other_with(&visit.site.urls.own_sessions(), "session-ended")
}

/// `POST /settings/sessions/end`: signs out everywhere but here.
pub async fn end_others(SignedIn { visit, user }: SignedIn) -> Reply {
    let (id, session) = (user.id, visit.session);
    let ended = visit.site.store.write(move |tx| sessions::end_others(tx, id, session));
    ended.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.own_sessions(), "sessions-ended")
}
