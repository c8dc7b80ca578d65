//! Addresses of forums that were imported: they lead to where the thing is now.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;

use super::{Fault, Reply, Visit};
use crate::domain::id::ThreadId;
use crate::store::threads::{OldAddress, old_address};
use crate::store::{Db, StoreError, replies, threads, users};

/// `GET /questions/{id}…` and `GET /q/{id}…`: a Stack Exchange question.
pub async fn question(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "stackexchange", &["thread"], path.first()).await
}

/// `GET /a/{id}…`: a Stack Exchange answer.
pub async fn answer(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "stackexchange", &["reply", "thread"], path.first()).await
}

/// `GET /t/{id}` and `GET /t/{slug}/{id}…`: a Discourse topic; the first part that is a number is its id.
pub async fn topic(visit: Visit, path: Path<Vec<String>>) -> Reply {
    let id = path
        .iter()
        .take(2)
        .find(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    lead(visit, "discourse", &["thread"], id).await
}

/// `GET /p/{id}`: a Discourse post.
pub async fn post(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "discourse", &["reply"], path.first()).await
}

async fn lead(visit: Visit, family: &'static str, nouns: &'static [&'static str], id: Option<&String>) -> Reply {
    let id = id
        .and_then(|id| id.parse::<ThreadId>().ok())
        .ok_or(Fault::NotFound)?
        .get();
    let (sight, urls) = (visit.sight(), visit.site.urls.clone());
    let address = visit.site.store.read(move |db: &mut Db| {
        Ok::<_, StoreError>(match old_address(db, family, nouns, id)? {
            OldAddress::Thread(id) => urls.thread(id, &threads::address_of(db, sight, id)?),
            OldAddress::Reply(id) => {
                let source = replies::source(db, sight, id)?;
                urls.reply_on_page(source.thread, &source.title, id)
            }
            OldAddress::User(id) => urls.user(id, &users::find(db, id)?.name),
        })
    });
    Ok(HttpResponse::MovedPermanently()
        .insert_header((header::LOCATION, address.await?))
        .finish())
}
