//! One thread, with its replies and comments.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::domain::cursor::Cursor;
use crate::domain::id::{ReplyId, ThreadId};
use crate::store::StoreError;
use crate::store::threads::{self, ReplyOrder, ThreadPage, Wanted};
use crate::web::extract::{Id, Query};
use crate::web::views::threads::Drafts;
use crate::web::{Fault, Reply, Visit, unprocessable, views};

/// How many comments stand on a page of their own.
const COMMENTS: i64 = 50;

/// The fields of a thread's address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ShowQuery {
    order: Option<String>,
    after: Option<String>,
    reply: Option<String>,
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
        Ok(Wanted { order, after, reply })
    }
}

/// `GET /threads/{id}/{slug}` and `GET /threads/{id}`: a wrong slug, or none, leads to the right address.
pub async fn show(visit: Visit, request: HttpRequest, id: Id<ThreadId>, query: Query<ShowQuery>) -> Reply {
    let page = load(&visit, id.0, query.0.wanted()?).await?;
    let address = visit.site.urls.thread(page.id, &page.title);
    if request.uri().path() != address {
        let query = request
            .uri()
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        let to = format!("{address}{query}");
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, to))
            .finish());
    }
    visit
        .site
        .views
        .count(&request, page.id, page.post.author.id, visit.viewer.id());
    views::threads::page(&visit, &page, &Drafts::default())
        .canonical(&visit, &address)
        .show(&visit)
}

/// A thread's page, and, for those who may move it, the categories that it may be moved to.
pub async fn load(visit: &Visit, id: ThreadId, wanted: Wanted) -> Result<ThreadPage, Fault> {
    let (viewer, sight) = (visit.viewer.clone(), visit.sight());
    let found = visit
        .site
        .store
        .read(move |db| threads::page(db, &viewer, sight, id, wanted));
    Ok(found.await.map_err(|error: StoreError| error)?)
}

/// The thread's page again, with a form that is to be mended; nothing that was typed is lost.
pub async fn with_drafts(visit: &Visit, id: ThreadId, drafts: Drafts<'_>) -> Reply {
    let wanted = Wanted {
        reply: drafts.reply_in_view(),
        ..Wanted::default()
    };
    let page = load(visit, id, wanted).await?;
    let shown = views::threads::page(visit, &page, &drafts);
    if drafts.is_preview() {
        shown.unlisted().show(visit)
    } else {
        unprocessable(visit, shown)
    }
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
        let title = threads::address_of(db, sight, id)?;
        Ok((title, threads::comments_of(db, sight, id, None, after, COMMENTS)?))
    });
    let (title, comments) = found.await.map_err(|error: StoreError| error)?;
    let (back, here) = (
        visit.site.urls.thread(id, &title),
        visit.site.urls.thread_part(id, "comments"),
    );
    views::threads::comments(&visit, &title, &back, &here, &comments).show(&visit)
}
