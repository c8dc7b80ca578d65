//! Addresses of forums that were imported: they lead to where the thing is now.

use actix_web::web::Path;

use super::extract::Named;
use super::{Fault, Reply, Visit, moved};
use crate::domain::id::{ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::store::imports::{find_named_person, find_numbered_reply};
use crate::store::threads::{OldAddress, old_address};
use crate::store::{Db, StoreError, categories, merges, replies, threads};
use crate::urls::Urls;

/// `GET /questions/{id}…` and `GET /q/{id}…`: a Stack Exchange question.
pub async fn question(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "stackexchange", &["thread"], path.first(), None).await
}

/// `GET /questions/{id}/{slug}/{answer}`: a Stack Exchange answer under its question; one that did not come along leads to
/// the question, as the address names that too.
pub async fn answer_under(visit: Visit, path: Path<(String, String, String)>) -> Reply {
    let (question, _, answer) = path.into_inner();
    let to_question = lead(visit.clone(), "stackexchange", &["thread"], Some(&question), None).await?;
    match lead(visit, "stackexchange", &["reply"], Some(&answer), None).await {
        Err(Fault::NotFound) => Ok(to_question),
        to_answer => to_answer,
    }
}

/// `GET /a/{id}…`: a Stack Exchange answer.
pub async fn answer(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "stackexchange", &["reply", "thread"], path.first(), None).await
}

/// `GET /t/{id}` and `GET /t/{slug}/{id}…`: a Discourse topic; the first part that is a number is its id, and the next one
/// is the place of a post in it.
pub async fn topic(visit: Visit, path: Path<Vec<String>>) -> Reply {
    let is_number = |part: &&String| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut numbers = path.iter().skip_while(|part| !is_number(part));
    let id = numbers.next();
    let place = numbers.next().and_then(|place| place.parse().ok());
    lead(visit, "discourse", &["thread"], id, place).await
}

/// `GET /p/{id}`: a Discourse post.
pub async fn post(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "discourse", &["reply", "opening"], path.first(), None).await
}

/// `GET /c/{slug}/{id}` and `GET /c/{parent}/{slug}/{id}`: a Discourse category.
pub async fn category(visit: Visit, path: Path<Vec<String>>) -> Reply {
    lead(visit, "discourse", &["category"], path.last(), None).await
}

/// `GET /u/{name}`: somebody of a Discourse, by the name that they have here.
///
/// A Stack Exchange has people at `/users/{id}`, as this forum has with other numbers: such an address is never led on,
/// as it would take away somebody's page here.
pub async fn person(visit: Visit, name: Named) -> Reply {
    let found = visit
        .site
        .store
        .read(move |db: &mut Db| find_named_person(db, "discourse", &name.0));
    let (id, name) = found.await?;
    Ok(moved(&visit.site.urls.user(id, &name)))
}

async fn lead(
    visit: Visit,
    family: &'static str,
    nouns: &'static [&'static str],
    id: Option<&String>,
    place: Option<i64>,
) -> Reply {
    let id = id
        .and_then(|id| id.parse::<ThreadId>().ok())
        .ok_or(Fault::NotFound)?
        .get();
    let (sight, urls) = (visit.sight(), visit.site.urls.clone());
    let address = visit.site.store.read(move |db: &mut Db| {
        Ok::<_, StoreError>(match old_address(db, family, nouns, id)? {
            OldAddress::Thread(id) => match (reply_at(db, &urls, sight, id, place)?, merges::landing(db, sight, id)?) {
                (Some(address), _) => address,
                (None, Some(at)) => urls.reply_on_page(at.thread, &at.title, at.opening),
                (None, None) => urls.thread(id, &threads::title_of(db, sight, id)?),
            },
            OldAddress::Reply(id) => {
                let source = replies::source(db, sight, id)?;
                urls.reply_on_page(source.thread, &source.title, id)
            }
            OldAddress::Category(id) => urls.category(&categories::find(db, sight, id)?.slug),
        })
    });
    Ok(moved(&address.await?))
}

/// The address of the reply that stood at this place, when it is there and in sight.
fn reply_at(
    db: &mut Db,
    urls: &Urls,
    sight: Sight,
    thread: ThreadId,
    place: Option<i64>,
) -> Result<Option<String>, StoreError> {
    let Some(place) = place else { return Ok(None) };
    let Some(reply) = find_numbered_reply(db, thread.get(), place)?.map(ReplyId::stored) else {
        return Ok(None);
    };
    match replies::source(db, sight, reply) {
        Ok(source) => Ok(Some(urls.reply_on_page(source.thread, &source.title, reply))),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
