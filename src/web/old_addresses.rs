//! Addresses of forums that were imported: they lead to where the thing is now.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;

use super::{Fault, Reply, Visit};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::store::threads::{OldAddress, old_address};
use crate::store::{Db, StoreError, imports, replies, threads, users};
use crate::urls::Urls;

/// `GET /questions/{id}…` and `GET /q/{id}…`: a Stack Exchange question.
pub async fn question(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "stackexchange", &["thread"], path.first()).await
}

/// `GET /a/{id}…`: a Stack Exchange answer.
pub async fn answer(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "stackexchange", &["reply", "thread"], path.first()).await
}

/// `GET /t/{id}`, `GET /t/{slug}/{id}` and `GET /t/{slug}/{id}/{place}`: a Discourse topic, or the post at that place.
pub async fn topic(visit: Visit, path: Path<Vec<String>>) -> Reply {
    let number = |part: &String| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.clone());
    let mut parts = path.iter().skip_while(|part| number(part).is_none());
    let (topic, place) = (parts.next(), parts.next().and_then(|place| place.parse().ok()));
    let id = thing(topic)?;
    let (sight, urls) = (visit.sight(), visit.site.urls.clone());
    let address = visit.site.store.read(move |db: &mut Db| {
        let found = old_address(db, "discourse", &["thread"], id)?;
        let reply = match (found, place) {
            (OldAddress::Thread(thread), Some(place)) => imports::find_numbered_reply(db, thread.get(), place)?,
            _ => None,
        };
        present(db, sight, &urls, reply.map_or(found, |reply| OldAddress::Reply(ReplyId::stored(reply))))
    });
    moved(&address.await.map_err(|error: StoreError| error)?)
}

/// `GET /p/{id}`: a Discourse post.
pub async fn post(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "discourse", &["reply"], path.first()).await
}

async fn lead(visit: Visit, family: &'static str, nouns: &'static [&'static str], id: Option<&String>) -> Reply {
    let id = thing(id)?;
    let (sight, urls) = (visit.sight(), visit.site.urls.clone());
    let address = visit.site.store.read(move |db: &mut Db| {
        let found = old_address(db, family, nouns, id)?;
        present(db, sight, &urls, found)
    });
    moved(&address.await.map_err(|error: StoreError| error)?)
}

fn thing(id: Option<&String>) -> Result<i64, Fault> {
    id.and_then(|id| id.parse::<ThreadId>().ok()).map(ThreadId::get).ok_or(Fault::NotFound)
}

/// The address of an imported thing today.
fn present(db: &mut Db, sight: Sight, urls: &Urls, found: OldAddress) -> Result<String, StoreError> {
    Ok(match found {
        OldAddress::Thread(id) => urls.thread(id, &threads::address_of(db, sight, id)?),
        OldAddress::Reply(id) => {
            let source = replies::source(db, sight, id)?;
            urls.reply_on_page(source.thread, &source.title, id)
        }
        OldAddress::User(id) => urls.user(id, &users::find(db, id)?.name),
    })
}

fn moved(address: &str) -> Reply {
    Ok(HttpResponse::MovedPermanently().insert_header((header::LOCATION, address)).finish())
}
