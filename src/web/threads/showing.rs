//! One thread, with its replies and comments.

use actix_web::HttpRequest;
use serde::Deserialize;

use super::finding::led_on;
use super::linking;
use super::quoting::{quoted, quoted_reply};
use super::similar::{shown_with, similar};
use crate::domain::case::Piece;
use crate::domain::cursor::Cursor;
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::subscription::Wishes;
use crate::store::readings::{self, Reading};
use crate::store::threads::{self, Moderation, ReplyOrder, ThreadPage, Wanted};
use crate::store::{StoreError, canned_replies, holds, merges, subscriptions};
use crate::web::cache::Shows;
use crate::web::extract::{Id, Query};
use crate::web::views::threads::Drafts;
use crate::web::views_counted::Viewed;
use crate::web::{Fault, Reply, Site, Visit, moved_unless_at, unprocessable, views};

/// How many comments stand on a page of their own.
const COMMENTS: i64 = 50;

/// The fields of a thread's address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ShowQuery {
    order: Option<String>,
    after: Option<String>,
    reply: Option<String>,
    quote: Option<String>,
}

impl ShowQuery {
    fn wanted(&self) -> Result<Wanted, Fault> {
        let wrong = || Fault::Malformed("malformed-query");
        let order = self
            .order
            .as_deref()
            .map(|order| ReplyOrder::parse(order).ok_or_else(wrong))
            .transpose()?;
        let after = self
            .after
            .as_deref()
            .map(Cursor::decode)
            .transpose()
            .map_err(|_| wrong())?;
        let reply = self
            .reply
            .as_deref()
            .map(str::parse::<ReplyId>)
            .transpose()
            .map_err(|_| wrong())?;
        // What is quoted is shown too, unless the address names the part of the page.
        let quoted = self.quote.as_deref().and_then(quoted_reply);
        let reply = reply.or(quoted.filter(|_| after.is_none()));
        Ok(Wanted { order, after, reply })
    }
}

/// `GET /threads/{id}/{slug}` and `GET /threads/{id}`: a wrong slug, or none, leads to the right address.
pub async fn show(mut visit: Visit, request: HttpRequest, id: Id<ThreadId>, query: Query<ShowQuery>) -> Reply {
    let wanted = query.0.wanted()?;
    let born = visit.site.pages.moment();
    let mut page = match load(&visit, id.0, wanted).await {
        Err(Fault::NotFound) => return own_or_elsewhere(&visit, id.0).await,
        page => page?,
    };
    // Moderators see what is deleted; what was merged stands elsewhere for them too.
    if page.post.deleted_at.is_some() && followed(&visit, id.0).await? != id.0 {
        return led_on(&visit.site, visit.sight(), id.0).await;
    }
    let address = visit.site.urls.thread(page.id, &page.title);
    if let Some(moved) = moved_unless_at(&request, &address) {
        return Ok(moved);
    }
    visit.site.views.count(
        &request,
        Viewed::Thread(page.id),
        page.post.author.id,
        visit.viewer.id(),
    );
    if let Some(reader) = visit.viewer.id() {
        let reading = reading(&visit, &page).await?;
        visit.site.readings.note(reader, page.id, reading);
        // What was told of it is read with this very page.
        let just_read = visit.site.readings.of(reader);
        visit.unread.iter_mut().for_each(|unread| unread.leave_out(&just_read));
    }
    let neighbours = similar(&visit, &page, born).await;
    (page.similar, page.similar_articles) = (neighbours.threads, neighbours.articles);
    let quotation = match &query.0.quote {
        Some(post) => quoted(&visit, &page, post).await?,
        None => None,
    };
    let drafts = Drafts {
        quotation: quotation.as_deref(),
        ..Drafts::default()
    };
    views::threads::page(&visit, &page, &drafts)
        .kept(shows(&page))
        .viewed(Viewed::Thread(page.id))
        .show(&visit)
}

/// A thread that its author does not find is held, and they see that and why; for all others it is gone, or somewhere else.
async fn own_or_elsewhere(visit: &Visit, id: ThreadId) -> Reply {
    if let Some(author) = visit.viewer.id() {
        let held = visit.site.store.read(move |db| holds::own_in(db, author, id));
        let held = held.await.map_err(|error: StoreError| error)?;
        if let Some(own) = held.iter().find(|own| own.piece == Piece::Thread(id)) {
            return views::holds::thread(visit, own).show(visit);
        }
    }
    led_on(&visit.site, visit.sight(), id).await
}

/// What was read of a thread with this page: all of it, or, where the later replies follow on the next pages, up to the
/// last one shown.
async fn reading(visit: &Visit, page: &ThreadPage) -> Result<Reading, Fault> {
    let last = page.replies.items.last().map(|(_, reply)| reply.created_at);
    let follows = page.order == ReplyOrder::Oldest && page.replies.more.is_some();
    let Some(at) = last.filter(|_| follows) else {
        return Ok(Reading {
            at: visit.now,
            seen_count: page.reply_count,
        });
    };
    let id = page.id;
    let seen = visit.site.store.read(move |db| readings::count_up_to(db, id, at));
    let seen_count = seen.await.map_err(|error: StoreError| error)?;
    Ok(Reading { at, seen_count })
}

/// Why a thread that was not found has no page: it never was in sight, or it was and is deleted.
pub async fn absent(site: &Site, sight: Sight, id: ThreadId) -> Result<Fault, Fault> {
    let gone = site.store.read(move |db| threads::is_gone(db, sight, id)).await;
    let is_gone = gone.map_err(|error: StoreError| error)?;
    Ok(if is_gone { Fault::Gone } else { Fault::NotFound })
}

/// A page that names other threads changes with them.
fn shows(page: &ThreadPage) -> Shows {
    let names_others = page.closure.is_some() || page.duplicates.count > 0;
    if names_others {
        Shows::Lists
    } else {
        shown_with(page.id, &page.similar)
    }
}

/// A thread's page, and, for those who may move it, the categories that it may be moved to.
pub async fn load(visit: &Visit, id: ThreadId, wanted: Wanted) -> Result<ThreadPage, Fault> {
    let (viewer, sight) = (visit.viewer.clone(), visit.sight());
    let offering = linking::Offering::of(visit);
    let having = visit.having;
    let waiting = viewer.id().and_then(|reader| visit.site.readings.of_thread(reader, id));
    let found = visit.site.store.read(move |db| {
        let mut page = threads::page(db, &viewer, sight, id, wanted)?;
        if let Some(reader) = viewer.id() {
            page.news = readings::new_replies(db, reader, page.id, waiting)?;
            page.wishes = Some(match having.has_wishes {
                true => subscriptions::of_thread(db, reader, page.id)?,
                false => Wishes::default(),
            });
        }
        if let Some(user) = viewer.user() {
            page.moderation = Moderation::load(db, user, &page, having.has_flagged)?;
            if user.uses_canned_replies() {
                let own = canned_replies::of(db, user.id)?;
                page.canned = own.into_iter().map(|canned| (canned.id, canned.title)).collect();
            }
        }
        offering.offer(db, &mut page)?;
        Ok(page)
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// The thread's page again, with a form that is to be mended; nothing that was typed is lost.
pub async fn with_drafts(visit: &Visit, id: ThreadId, drafts: Drafts<'_>) -> Reply {
    let wanted = Wanted {
        reply: drafts.reply_in_view(),
        ..Wanted::default()
    };
    let page = load(visit, followed(visit, id).await?, wanted).await?;
    let shown = views::threads::page(visit, &page, &drafts);
    if drafts.is_preview() {
        shown.unlisted().show(visit)
    } else {
        unprocessable(visit, shown)
    }
}

/// The thread that has the posts of this one: a form may come back after a merge.
async fn followed(visit: &Visit, id: ThreadId) -> Result<ThreadId, Fault> {
    let found = visit.site.store.read(move |db| merges::follow(db, id));
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// The fields of the address of a page of comments.
#[derive(Debug, Deserialize)]
pub struct CommentsQuery {
    after: Option<String>,
}

impl CommentsQuery {
    /// Where the page begins.
    pub fn after(&self) -> Result<Option<Cursor>, Fault> {
        self.after
            .as_deref()
            .map(Cursor::decode)
            .transpose()
            .map_err(|_| Fault::Malformed("malformed-query"))
    }
}

/// `GET /threads/{id}/-/comments`: all comments of the thread's own post.
pub async fn comments(visit: Visit, id: Id<ThreadId>, query: Query<CommentsQuery>) -> Reply {
    let (sight, id, after) = (visit.sight(), id.0, query.0.after()?);
    let found = visit.site.store.read(move |db| {
        let (title, audience) = threads::named(db, sight, id)?;
        let comments = threads::comments_of(db, sight.at(audience), id, None, after, COMMENTS)?;
        Ok((title, comments))
    });
    let (title, comments) = match found.await {
        Err(StoreError::NotFound) => return led_on(&visit.site, sight, id).await,
        found => found?,
    };
    let (back, here) = (
        visit.site.urls.thread(id, &title),
        visit.site.urls.thread_part(id, "comments"),
    );
    views::threads::comments(&visit, &title, &back, &here, &comments).show(&visit)
}
