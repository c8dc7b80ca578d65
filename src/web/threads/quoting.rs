//! A post taken over into the answer form, for those who quote without a script.

use crate::domain::id::{ReplyId, ThreadId};
use crate::store::authors::Author;
use crate::store::threads::{PostView, ThreadPage};
use crate::store::{StoreError, replies, threads};
use crate::text::quotation::quotation;
use crate::web::views::threads::{QUESTION, name_of};
use crate::web::{Fault, Visit};

/// The reply that an address asks to quote.
pub fn quoted_reply(post: &str) -> Option<ReplyId> {
    post.strip_prefix("reply-")?.parse().ok()
}

/// A post of a page as a quotation; nothing for visitors, who cannot answer, and for posts that are not on the page.
pub async fn quoted(visit: &Visit, page: &ThreadPage, post: &str) -> Result<Option<String>, Fault> {
    if visit.viewer.user().is_none() {
        return Ok(None);
    }
    let urls = &visit.site.urls;
    if post == QUESTION {
        let body = body_of_thread(visit, page.id).await?;
        let address = urls.thread(page.id, &page.title);
        return Ok(Some(said_by(visit, &page.post.author, &address, &body)));
    }
    let Some(id) = quoted_reply(post) else { return Ok(None) };
    let Some(reply) = on_page(page, id) else {
        return Ok(None);
    };
    let body = body_of_reply(visit, id).await?;
    Ok(Some(said_by(visit, &reply.author, &urls.reply(id), &body)))
}

fn on_page(page: &ThreadPage, wanted: ReplyId) -> Option<&PostView> {
    let replies = page.replies.items.iter().chain(&page.accepted);
    let mut found = replies.filter(|(id, _)| *id == wanted).map(|(_, reply)| reply);
    found.next().filter(|reply| reply.deleted_at.is_none())
}

async fn body_of_thread(visit: &Visit, id: ThreadId) -> Result<String, Fault> {
    let sight = visit.sight();
    let source = visit.site.store.read(move |db| threads::source(db, sight, id));
    Ok(source.await.map_err(|error: StoreError| error)?.body)
}

async fn body_of_reply(visit: &Visit, id: ReplyId) -> Result<String, Fault> {
    let sight = visit.sight();
    let source = visit.site.store.read(move |db| replies::source(db, sight, id));
    Ok(source.await.map_err(|error: StoreError| error)?.body)
}

fn said_by(visit: &Visit, author: &Author, address: &str, body: &str) -> String {
    quotation(&name_of(visit, author), address, body)
}
