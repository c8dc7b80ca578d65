//! Finding another thread: by what a moderator types, an address, a number or words; and where a merged one stands.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::absent;
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::search::Asked;
use crate::search::embedded::Hit;
use crate::search::query::Query;
use crate::store::finding::{self, SimilarThread};
use crate::store::{Db, StoreError, merges};
use crate::urls::thread_named;
use crate::web::search::bounds;
use crate::web::{Fault, Reply, Site, Visit};

/// How many threads are offered for words.
const MOST: usize = 6;

/// What was typed to name another thread.
pub(super) enum Named {
    /// Nothing.
    Nothing,
    /// A number or an address.
    Thread(ThreadId),
    /// Words, and the threads that they find.
    Words(Vec<SimilarThread>),
}

/// Reads what names another thread than this one.
pub(super) async fn named(visit: &Visit, id: ThreadId, typed: &str) -> Result<Named, Fault> {
    if typed.trim().is_empty() {
        return Ok(Named::Nothing);
    }
    match thread_named(typed) {
        Some(other) => Ok(Named::Thread(other)),
        None => Ok(Named::Words(with_words(visit, id, typed).await?)),
    }
}

/// The threads in sight that these words find, the best first.
async fn with_words(visit: &Visit, id: ThreadId, words: &str) -> Result<Vec<SimilarThread>, Fault> {
    let (search, sight, now) = (visit.site.search.clone(), visit.sight(), visit.now);
    // PostgreSQL keeps no null character, so nothing holds one.
    let query = Query::parse(&words.replace('\0', " "));
    let found = visit.site.store.read_long(move |db: &mut Db| {
        let meant = finding::meant(db, sight, query.category.as_deref(), query.by.as_deref())?;
        let (filters, visible) = bounds(sight, &query, &meant);
        let visible = visible.without_articles();
        let asked = Asked {
            query: &query,
            filters: &filters,
            visible: &visible,
            now,
        };
        let answer = match query.is_empty() {
            true => None,
            false => search.find(&asked, 0, MOST + 1)?,
        };
        let hits = answer.map(|answer| answer.hits).unwrap_or_default();
        let others = hits.iter().filter_map(Hit::thread).filter(|hit| *hit != id);
        let ids: Vec<ThreadId> = others.take(MOST).collect();
        Ok::<_, Fault>(finding::named(db, sight, &ids)?)
    });
    found.await
}

/// Where the text of a merged thread stands: its permanent address there; `None` when it was not merged, or not into one that
/// is in sight.
pub async fn merged_to(site: &Site, sight: Sight, id: ThreadId) -> Result<Option<String>, Fault> {
    let landing = site.store.read(move |db| merges::landing(db, sight, id));
    let landing = landing.await.map_err(|error: StoreError| error)?;
    Ok(landing.map(|at| site.urls.reply_on_page(at.thread, &at.title, at.opening)))
}

/// The answer for a thread that has no page: the way to where it was merged into, else why there is none.
pub async fn led_on(site: &Site, sight: Sight, id: ThreadId) -> Reply {
    match merged_to(site, sight, id).await? {
        Some(address) => Ok(for_now(address)),
        None => Err(absent(site, sight, id).await?),
    }
}

/// A merge can be undone: browsers are not to remember where it leads.
pub fn for_now(address: String) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .finish()
}
