//! What the viewer was told of: the page, the bell's count, and marking as read.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use super::extract::{After, Form, Id, NoFields, Sent};
use super::views::components::bell_words;
use super::{Fault, Reply, SignedIn, see_other, see_other_with, views};
use crate::domain::id::TidingId;
use crate::domain::sight::Sight;
use crate::store::{StoreError, notifications};

/// `GET /notifications`: from the newest.
pub async fn show(SignedIn { visit, user }: SignedIn, after: After) -> Reply {
    let (reader, sight, after) = (user.id, Sight::of(&visit.viewer), after.0);
    let found = visit
        .site
        .store
        .read(move |db| notifications::page(db, reader, sight, after));
    let mut page = found.await.map_err(|error: StoreError| error)?;
    let waiting = visit.site.readings.of(reader);
    for told in &mut page.items {
        let reading = waiting.get(&told.told.thread.0);
        told.is_read |= reading.is_some_and(|reading| reading.at >= told.happened_at);
    }
    views::notifications::page(&visit, &page, after.is_some()).show(&visit)
}

/// `GET /notifications/count`: how much is unread, in the words of the bell, for the script.
pub async fn count(SignedIn { visit, .. }: SignedIn) -> Reply {
    let count = visit.unread_count();
    let words = bell_words(&visit.phrases, count);
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .json(serde_json::json!({ "count": count, "label": words.label, "shown": words.shown })))
}

/// The fields of the form that marks all as read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadForm {
    newest: String,
}

/// `POST /notifications/read`: all that stood on the page and all before it; what came since stays unread.
pub async fn read_all(SignedIn { visit, user }: SignedIn, form: Form<ReadForm>) -> Reply {
    let newest: TidingId = form.0.newest.parse().map_err(|_| Fault::Malformed("malformed-form"))?;
    let (reader, now) = (user.id, visit.now);
    let read = visit
        .site
        .store
        .write(move |tx| notifications::read_up_to(tx, reader, newest, now));
    read.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.notifications(), "notifications-read")
}

/// `POST /notifications/{id}/read`
pub async fn read(Sent(SignedIn { visit, user }, NoFields {}): Sent<SignedIn, NoFields>, id: Id<TidingId>) -> Reply {
    let (reader, now, id) = (user.id, visit.now, id.0);
    let read = visit
        .site
        .store
        .write(move |tx| notifications::read(tx, reader, id, now));
    read.await.map_err(|error: StoreError| error)?;
    see_other(&visit.site.urls.notifications())
}
