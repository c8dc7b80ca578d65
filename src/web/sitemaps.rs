//! What search engines should know of, and what robots may read.
//!
//! One sitemap while everything fits in one; above that an index of parts. A part lists the threads of a fixed range of ids,
//! so that it stays the same part for ever. People are not listed.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data, Path};
use futures_util::stream::{self, Stream};

use super::views::sitemaps::{LIST_BEGIN, LIST_END, index, push_address};
use super::{Fault, Reply, Site};
use crate::domain::sight::Sight;
use crate::store::{Db, StoreError, categories, sitemaps};

/// How many addresses a sitemap may hold, by its protocol.
pub const MOST_ADDRESSES: i64 = 50_000;
/// How many tags are listed, the most used first.
const MOST_TAGS: i64 = 5_000;
/// How many threads are read at once.
const STEP: i64 = 1_000;

/// How the addresses are spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// All in one sitemap.
    Whole,
    /// In parts with these numbers, from 1, and one part for all that is no thread.
    Parts(Vec<i64>),
}

/// Spreads addresses over sitemaps of at most `most`: a part for each range of ids that holds a thread.
pub fn plan(db: &mut Db, pages: i64, most: i64) -> Result<Plan, StoreError> {
    let last = sitemaps::last_id(db)?;
    if last + pages <= most {
        return Ok(Plan::Whole);
    }
    let mut numbers = Vec::new();
    let mut after = 0;
    while let Some(next) = sitemaps::threads(db, Sight::public(), after, last, 1)?.first() {
        let number = (next.id.get() - 1) / most + 1;
        numbers.push(number);
        after = number * most;
    }
    Ok(Plan::Parts(numbers))
}

/// `GET /sitemap.xml`
pub async fn whole(site: Data<Site>) -> Reply {
    let known = site.clone();
    let found = site.store.read(move |db| {
        let pages = pages(db, &known)?;
        let plan = plan(db, i64::try_from(pages.len()).unwrap_or(i64::MAX), MOST_ADDRESSES)?;
        Ok::<_, StoreError>((pages, plan))
    });
    let (pages, plan) = found.await?;
    match plan {
        Plan::Whole => Ok(streamed(listing(site, listed(&pages), 0, MOST_ADDRESSES))),
        Plan::Parts(numbers) => {
            let urls = &site.urls;
            let parts = numbers.into_iter().map(|number| urls.sitemap_of_threads(number));
            let paths = [urls.sitemap_of_pages()].into_iter().chain(parts);
            let addresses: Vec<String> = paths.map(|path| urls.absolute(&path)).collect();
            Ok(answer().body(index(&addresses)))
        }
    }
}

/// `GET /sitemaps/pages.xml`: all that is no thread.
pub async fn of_pages(site: Data<Site>) -> Reply {
    let known = site.clone();
    let pages = site.store.read(move |db| pages(db, &known)).await?;
    Ok(answer().body(format!("{}{LIST_END}", listed(&pages))))
}

/// `GET /sitemaps/threads-{number}.xml`: the threads of one range of ids.
pub async fn of_threads(site: Data<Site>, number: Path<String>) -> Reply {
    let number: i64 = number.parse().map_err(|_| Fault::NotFound)?;
    let range = (1..=i64::MAX / MOST_ADDRESSES).contains(&number);
    let after = range.then(|| (number - 1) * MOST_ADDRESSES).ok_or(Fault::NotFound)?;
    let last = after + MOST_ADDRESSES;
    let found = site
        .store
        .read(move |db| sitemaps::threads(db, Sight::public(), after, last, 1));
    if found.await.map_err(|error: StoreError| error)?.is_empty() {
        return Err(Fault::NotFound);
    }
    Ok(streamed(listing(site, LIST_BEGIN.to_owned(), after, last)))
}

/// `GET /robots.txt`: what is for people only, or the same things in another order, is not worth a robot's visit.
pub async fn robots(site: Data<Site>) -> Reply {
    let urls = &site.urls;
    let mut text = String::from("User-agent: *\n");
    for path in urls.closed_to_robots() {
        text.push_str(&format!("Disallow: {path}\n"));
    }
    text.push_str(&format!("\nSitemap: {}\n", urls.absolute(&urls.sitemap())));
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text))
}

/// The paths of all that is no thread.
fn pages(db: &mut Db, site: &Site) -> Result<Vec<String>, StoreError> {
    let urls = &site.urls;
    let mut paths = vec![urls.home(), urls.threads(), urls.tags(), urls.permissions()];
    let categories = categories::list(db, Sight::public())?;
    paths.extend(categories.iter().map(|category| urls.category(&category.slug)));
    let tags = sitemaps::tags(db, Sight::public(), MOST_TAGS)?;
    paths.extend(tags.iter().map(|tag| urls.tag(tag)));
    Ok(paths.into_iter().map(|path| urls.absolute(&path)).collect())
}

/// A sitemap's beginning with these addresses.
fn listed(addresses: &[String]) -> String {
    let mut xml = LIST_BEGIN.to_owned();
    for address in addresses {
        push_address(address, None, &mut xml);
    }
    xml
}

/// Where the reading of a sitemap stands.
struct Place {
    site: Data<Site>,
    after: i64,
    last: i64,
}

/// The threads of a range of ids, read by short pages while they are sent.
fn listing(
    site: Data<Site>,
    beginning: String,
    after: i64,
    last: i64,
) -> impl Stream<Item = Result<Bytes, StoreError>> {
    let place = Place { site, after, last };
    stream::unfold((Some(place), beginning), |(place, mut xml)| async move {
        let Place { site, after, last } = place?;
        let found = site
            .store
            .read(move |db| sitemaps::threads(db, Sight::public(), after, last, STEP));
        let threads = match found.await {
            Ok(threads) => threads,
            Err(error) => return Some((Err(error), (None, String::new()))),
        };
        for thread in &threads {
            let address = site.urls.absolute(&site.urls.thread(thread.id, &thread.title));
            push_address(&address, Some(thread.changed_at), &mut xml);
        }
        let is_full = i64::try_from(threads.len()) == Ok(STEP);
        let next = threads.last().filter(|_| is_full).map(|thread| thread.id.get());
        if next.is_none() {
            xml.push_str(LIST_END);
        }
        let place = next.map(|after| Place { site, after, last });
        Some((Ok(Bytes::from(xml)), (place, String::new())))
    })
}

fn answer() -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/xml; charset=utf-8");
    answer.insert_header((header::CACHE_CONTROL, "public, max-age=600"));
    answer
}

fn streamed(listing: impl Stream<Item = Result<Bytes, StoreError>> + 'static) -> HttpResponse {
    answer().streaming(listing)
}
