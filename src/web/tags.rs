//! All tags, and their completion.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::cache::Shows;
use super::extract::Query;
use super::{Fault, Reply, Visit, views};
use crate::store::{StoreError, tags};

/// How many tags stand on a page.
const PAGE: i64 = 200;
/// The last page that is shown: a forum has some thousands of tags at most.
const LAST_PAGE: i64 = 100;
/// How many tags a completion proposes.
const PROPOSED: i64 = 8;

/// The fields of the tags' address.
#[derive(Debug, Deserialize)]
pub struct TagsQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: i64,
}

/// `GET /tags`
pub async fn show(visit: Visit, query: Query<TagsQuery>) -> Reply {
    let TagsQuery { q, page } = query.0;
    if !(0..=LAST_PAGE).contains(&page) || q.len() > 200 {
        return Err(Fault::Malformed("malformed-query"));
    }
    let beginning = q.trim().to_lowercase();
    let sight = visit.sight();
    let found = visit
        .site
        .store
        .read(move |db| tags::page(db, sight, &beginning, page * PAGE, PAGE + 1));
    let mut found = found.await.map_err(|error: StoreError| error)?;
    let has_more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    views::tags::page(&visit, &q, page, has_more, &found)
        .kept(Shows::Lists)
        .show(&visit)
}

/// The fields of a completion's address.
#[derive(Debug, Deserialize)]
pub struct CompleteQuery {
    #[serde(default)]
    q: String,
}

/// `GET /tags/complete`: the tags that begin so, as JSON.
pub async fn complete(visit: Visit, query: Query<CompleteQuery>) -> Reply {
    let beginning: String = query.0.q.trim().chars().take(40).collect();
    let sight = visit.sight();
    let found = visit
        .site
        .store
        .read(move |db| tags::complete(db, sight, &beginning, PROPOSED));
    let found = found.await.map_err(|error: StoreError| error)?;
    let proposed = found
        .iter()
        .map(|tag| serde_json::json!({ "name": tag.name, "count": tag.thread_count }));
    Ok(HttpResponse::Ok().json(proposed.collect::<Vec<_>>()))
}
