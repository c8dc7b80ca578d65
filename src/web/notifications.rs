//! What the viewer was told of: the page, the bell's count, and marking as read.

use actix_web::HttpResponse;
use actix_web::http::header;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::extract::{After, Form, Id, NoFields, Sent};
use super::views::components::bell_words;
use super::{Fault, Reply, SignedIn, see_other, see_other_with, views};
use crate::domain::cursor::Cursor;
use crate::domain::id::{RestraintId, TidingId};
use crate::domain::sight::Sight;
use crate::store::{StoreError, notifications, restraints};

/// `GET /notifications`: from the newest.
pub async fn show(SignedIn { visit, user }: SignedIn, after: After) -> Reply {
    let (reader, sight, after) = (user.id, Sight::of(&visit.viewer), after.0);
    let found = visit.site.store.read(move |db| {
        let page = notifications::page(db, reader, sight, after)?;
        let mut notices = restraints::notices(db, reader)?;
        notices.retain(|notice| stands_between(notice.happened_at, after, page.more));
        Ok((page, notices))
    });
    let (mut page, notices) = found.await.map_err(|error: StoreError| error)?;
    let waiting = visit.site.readings.of(reader);
    for told in &mut page.items {
        let reading = waiting.get(&told.told.thread.0);
        told.is_read |= reading.is_some_and(|reading| reading.at >= told.happened_at);
    }
    views::notifications::page(&visit, (&page, notices.as_slice()), after.is_some()).show(&visit)
}

/// Whether what moderators said stands on the page between these positions, by its time.
fn stands_between(at: DateTime<Utc>, after: Option<Cursor>, more: Option<Cursor>) -> bool {
    let is_late = after.and_then(Cursor::moment).is_some_and(|newest| at > newest);
    let is_early = more.and_then(Cursor::moment).is_some_and(|oldest| at <= oldest);
    !is_late && !is_early
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
    /// The newest fact.
    #[serde(default)]
    newest: String,
    /// Until when moderators said what stood there, in microseconds.
    #[serde(default)]
    until: String,
}

impl ReadForm {
    /// Up to what is read; `None` when nothing of this site sends that.
    fn parse(&self) -> Option<(Option<TidingId>, Option<DateTime<Utc>>)> {
        let newest = match self.newest.as_str() {
            "" => None,
            newest => Some(newest.parse().ok()?),
        };
        let until = match self.until.as_str() {
            "" => None,
            until => Some(DateTime::from_timestamp_micros(until.parse().ok()?)?),
        };
        (newest.is_some() || until.is_some()).then_some((newest, until))
    }
}

/// `POST /notifications/read`: all that stood on the page and all before it; what came since stays unread.
pub async fn read_all(SignedIn { visit, user }: SignedIn, form: Form<ReadForm>) -> Reply {
    let (newest, until) = form.0.parse().ok_or(Fault::Malformed("malformed-form"))?;
    let (reader, now) = (user.id, visit.now);
    let read = visit.site.store.write(move |tx| {
        if let Some(newest) = newest {
            notifications::read_up_to(tx, reader, newest, now)?;
        }
        match until {
            Some(until) => restraints::notice_all(tx, reader, until),
            None => Ok(()),
        }
    });
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

/// `POST /notifications/conduct/{id}/read`: what a moderator said to the viewer, or took back.
pub async fn read_notice(
    Sent(SignedIn { visit, user }, NoFields {}): Sent<SignedIn, NoFields>,
    id: Id<RestraintId>,
) -> Reply {
    let (reader, now, id) = (user.id, visit.now, id.0);
    let read = visit
        .site
        .store
        .write(move |tx| restraints::notice(tx, reader, id, now));
    read.await.map_err(|error: StoreError| error)?;
    see_other(&visit.site.urls.notifications())
}
