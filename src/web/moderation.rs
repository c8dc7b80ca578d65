//! The moderation log, under what is urgent, and taking an act of it back.

use super::extract::{After, Form, Id, NoFields};
use super::preview::written;
use super::{Fault, Reply, SignedIn, ThreadModerator, Visit, see_other_with, views};
use crate::domain::id::ModerationId;
use crate::domain::sight::Sight;
use crate::store::moderations::{Former, Undoing};
use crate::store::written::Written;
use crate::store::{StoreError, moderations, outbreaks};

/// How many acts stand on a page.
const SIZE: i64 = 50;

/// `GET /moderation/log`: from the newest.
pub async fn log(ThreadModerator(SignedIn { visit, user }): ThreadModerator, after: After) -> Reply {
    let (sight, after) = (Sight::looked_after_by(&user), after.0);
    let found = visit.site.store.read(move |db| {
        let acts = moderations::page(db, sight, after, SIZE)?;
        // What is asked by many is looked after where proposals are.
        let urgent = match sight.is_of_groups() {
            true => Vec::new(),
            false => outbreaks::all_in_force(db, sight)?,
        };
        Ok((acts, urgent))
    });
    let (acts, outbreaks) = found.await.map_err(|error: StoreError| error)?;
    views::moderation::log(&visit, &acts, &outbreaks, after.is_some()).show(&visit)
}

/// `POST /moderation/log/{id}/undo`: by the verb that does the opposite, which is an act of its own.
pub async fn undo(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ModerationId>,
    _: Form<NoFields>,
) -> Reply {
    let sight = Sight::looked_after_by(&user);
    let former = former(&visit, sight, id.0).await?;
    let (now, id) = (visit.now, id.0);
    let undone = visit
        .site
        .store
        .write(move |tx| moderations::undo(tx, &user, sight, id, former.as_ref(), now));
    let log = visit.site.urls.moderation_log();
    match undone.await.map_err(|error: StoreError| error)? {
        Undoing::Done => see_other_with(&log, "act-undone"),
        Undoing::NotNow => see_other_with(&log, "act-not-undone"),
        Undoing::NotYours => Err(Fault::Forbidden),
        Undoing::Erased => see_other_with(&log, "erased"),
    }
}

/// The text before an edit, rendered before the writing begins.
async fn former(visit: &Visit, sight: Sight, id: ModerationId) -> Result<Option<(Former, Written)>, Fault> {
    let found = visit.site.store.read(move |db| moderations::former(db, sight, id));
    Ok(match found.await.map_err(|error: StoreError| error)? {
        Some(Former::Thread(edit)) => {
            let body = written(edit.body.clone()).await?;
            Some((Former::Thread(edit), body))
        }
        Some(Former::Reply(body)) => {
            let text = written(body.clone()).await?;
            Some((Former::Reply(body), text))
        }
        Some(Former::Comment(comment)) => {
            let text = Written::comment(&comment);
            Some((Former::Comment(comment), text))
        }
        None => None,
    })
}
