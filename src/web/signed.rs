//! Pages behind the links of letters: they work for whoever holds the link, signed in or not, and never for a session.
//!
//! What belongs here: who holds a link, and what every such answer has in common. A page that is only looked at changes
//! nothing, as programs that scan letters follow every link; a form on it does.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};

use super::page::Page;
use super::{Fault, Reply, Visit, views};
use crate::domain::id::ThreadId;
use crate::domain::signed_link::{LinkPurpose, SignedLink};
use crate::store::StoreError;
use crate::store::signed_links::{self, Holder, Opened};

/// Whoever holds a link, or the answer that says that it is good for nothing (any more).
pub async fn holder(visit: &Visit, purpose: LinkPurpose, token: &str) -> Result<Result<Holder, HttpResponse>, Fault> {
    let (token, now) = (token.to_owned(), visit.now);
    let opened = visit
        .site
        .store
        .read(move |db| signed_links::open(db, purpose, &token, now));
    Ok(match opened.await.map_err(|error: StoreError| error)? {
        Opened::Good(holder) => Ok(*holder),
        Opened::Expired(link) => Err(dead(visit, "letter-link-expired", thread_of(purpose, &link))?),
        Opened::Void => Err(dead(visit, "letter-link-void", None)?),
    })
}

/// The thread that a link is about; a survey is about none itself.
pub fn thread_of(purpose: LinkPurpose, link: &SignedLink) -> Option<ThreadId> {
    let subject = link.about.first().copied().map(ThreadId::stored);
    subject.filter(|_| purpose != LinkPurpose::Survey)
}

fn dead(visit: &Visit, key: &str, thread: Option<ThreadId>) -> Reply {
    let page = views::signed::dead(visit, key, thread);
    show(visit, page.status(StatusCode::GONE))
}

/// Shows a page behind a link: its address is a secret, which no other site, list or cache shall learn.
pub fn show(visit: &Visit, page: Page) -> Reply {
    discreet(page.unlisted().show(visit))
}

/// The same of any answer.
pub fn discreet(answer: Reply) -> Reply {
    let mut answer = answer?;
    let headers = answer.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(answer)
}
