//! Stopping letters by the link that each of them carries: for ever good, without signing in, and in one press, or by the mail
//! program itself (RFC 8058), whose POST has no cookie and may hold anything.

use std::collections::HashSet;

use actix_web::web::Path;

use super::signed::{holder, show};
use super::{Fault, Reply, Visit, views};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::domain::signed_link::{LinkPurpose, SignedLink};
use crate::domain::subscription::Level;
use crate::store::signed_links::Holder;
use crate::store::{StoreError, merges, notifications, signed_links, subscriptions, threads, users};

/// `GET /letters/stop/{token}`: changes nothing, however often it is followed.
pub async fn form(visit: Visit, token: Path<String>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::Stop, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let all = way_to_stop_all(&visit, &holder).await?;
    let title = title(&visit, &holder).await?;
    show(
        &visit,
        views::stopping::thread(&visit, title.as_deref(), all.as_deref()),
    )
}

/// `POST /letters/stop/{token}`: mutes the thread; what stands in the body does not matter.
pub async fn stop(visit: Visit, token: Path<String>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::Stop, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let (reader, thread, now) = (holder.user.id, thread_of(&holder)?, visit.now);
    let stopped = visit.site.store.write(move |tx| {
        match subscriptions::choose_for_thread(tx, reader, Sight::everything(), thread, Level::Muted, now) {
            // What is gone sends no more letters anyway.
            Ok(_) | Err(StoreError::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    });
    stopped.await.map_err(|error: StoreError| error)?;
    let title = title(&visit, &holder).await?;
    let way = title.map(|title| visit.site.urls.thread(thread, &title));
    show(&visit, views::stopping::stopped(&visit, "stop-thread-done", way))
}

/// `GET /letters/stop-all/{token}`: changes nothing, however often it is followed.
pub async fn form_for_all(visit: Visit, token: Path<String>) -> Reply {
    match holder(&visit, LinkPurpose::StopAll, &token).await? {
        Ok(_) => show(&visit, views::stopping::all(&visit)),
        Err(dead) => Ok(dead),
    }
}

/// `POST /letters/stop-all/{token}`: nothing of what they are told goes by mail any more.
pub async fn stop_all(visit: Visit, token: Path<String>) -> Reply {
    let holder = match holder(&visit, LinkPurpose::StopAll, &token).await? {
        Ok(holder) => holder,
        Err(dead) => return Ok(dead),
    };
    let reader = holder.user.id;
    let stopped = visit
        .site
        .store
        .write(move |tx| notifications::choose_by_mail(tx, reader, &HashSet::new()));
    stopped.await.map_err(|error: StoreError| error)?;
    show(&visit, views::stopping::stopped(&visit, "stop-all-done", None))
}

fn thread_of(holder: &Holder) -> Result<ThreadId, Fault> {
    let id = holder.link.about.first().copied();
    id.map(ThreadId::stored).ok_or(Fault::NotFound)
}

/// The title of the thread, as far as the letter's reader still sees it.
async fn title(visit: &Visit, holder: &Holder) -> Result<Option<String>, Fault> {
    let (reader, thread) = (holder.user.id, thread_of(holder)?);
    let found = visit.site.store.read(move |db| {
        let viewer = crate::domain::account::Viewer::User(users::find(db, reader)?);
        let here = merges::follow(db, thread)?;
        match threads::title_of(db, Sight::of(&viewer), here) {
            Ok(title) => Ok(Some(title)),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// The link that stops all letters, for whoever holds the one that stops some.
async fn way_to_stop_all(visit: &Visit, holder: &Holder) -> Result<Option<String>, Fault> {
    let (reader, now) = (holder.user.id, visit.now);
    let found = visit.site.store.read(move |db| {
        let (key, address) = (signed_links::key(db)?, users::letter_box(db, reader)?);
        let link = SignedLink {
            user: reader,
            about: Vec::new(),
            expires_at: now,
        };
        let signed = key
            .zip(address)
            .and_then(|(key, (address, _))| link.sign(&key, LinkPurpose::StopAll, &address));
        Ok(signed)
    });
    let signed = found.await.map_err(|error: StoreError| error)?;
    Ok(signed.map(|signed| visit.site.urls.in_letter(LinkPurpose::StopAll, &signed)))
}
