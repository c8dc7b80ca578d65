//! What search engines should know of, and what robots may read.
//!
//! One sitemap while everything fits in one; above that an index of parts. A part lists the threads of a fixed range of ids,
//! so that it stays the same part for ever. People are not listed. What was made is kept for ten minutes (`kept.rs`).

mod kept;

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::encoding::Encoding;
use super::views::sitemaps::{LIST_BEGIN, LIST_END, index, push_address};
use super::{Fault, Reply, Site};
use crate::domain::sight::Sight;
use crate::store::{Db, StoreError, articles, categories, sections, sitemaps};
use crate::urls::Urls;

pub use kept::Sitemaps;
use kept::{Packing, Part, unpacked};

/// How many addresses a sitemap may hold, by its protocol.
pub const MOST_ADDRESSES: i64 = 50_000;
/// How many tags are listed, the most used first.
const MOST_TAGS: i64 = 5_000;
/// How many articles are listed; a knowledge base of more is none that people keep.
const MOST_ARTICLES: usize = 10_000;
/// How many articles are read at once.
const ARTICLES_STEP: i64 = 200;
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
pub async fn whole(site: Data<Site>, request: HttpRequest) -> Reply {
    let make = async {
        let (pages, plan) = read(&site, |db, site| {
            let pages = pages(db, site)?;
            let plan = plan(db, i64::try_from(pages.len()).unwrap_or(i64::MAX), MOST_ADDRESSES)?;
            Ok((pages, plan))
        })
        .await?;
        match plan {
            Plan::Whole => Ok(Some(listing(&site, listed(&pages), 0, MOST_ADDRESSES).await?)),
            Plan::Parts(numbers) => Ok(Some(index_of(&site, numbers).await?)),
        }
    };
    answer(&site, &request, Part::Whole, make).await
}

/// The index of parts, each with its last change.
async fn index_of(site: &Data<Site>, numbers: Vec<i64>) -> Result<Packing, Fault> {
    let urls = &site.urls;
    let mut parts = vec![(urls.absolute(&urls.sitemap_of_pages()), None)];
    for number in numbers {
        let (after, last) = range(number);
        let changed_at = read(site, move |db, _| {
            sitemaps::changed_at(db, Sight::public(), after, last)
        })
        .await?;
        parts.push((urls.absolute(&urls.sitemap_of_threads(number)), changed_at));
    }
    Ok(Packing::of(&index(&parts)))
}

/// `GET /sitemaps/pages.xml`: all that is no thread.
pub async fn of_pages(site: Data<Site>, request: HttpRequest) -> Reply {
    let make = async {
        let pages = read(&site, pages).await?;
        Ok(Some(Packing::of(&format!("{}{LIST_END}", listed(&pages)))))
    };
    answer(&site, &request, Part::Pages, make).await
}

/// `GET /sitemaps/threads-{number}.xml`: the threads of one range of ids.
pub async fn of_threads(site: Data<Site>, number: Path<String>, request: HttpRequest) -> Reply {
    let number: i64 = number.parse().map_err(|_| Fault::NotFound)?;
    if !(1..=i64::MAX / MOST_ADDRESSES).contains(&number) {
        return Err(Fault::NotFound);
    }
    let (after, last) = range(number);
    let make = async {
        let first = read(&site, move |db, _| {
            sitemaps::threads(db, Sight::public(), after, last, 1)
        })
        .await?;
        if first.is_empty() {
            return Ok(None);
        }
        Ok(Some(listing(&site, LIST_BEGIN.to_owned(), after, last).await?))
    };
    answer(&site, &request, Part::Threads(number), make).await
}

/// The ids of a part: those behind the first, up to the second.
fn range(number: i64) -> (i64, i64) {
    ((number - 1) * MOST_ADDRESSES, number * MOST_ADDRESSES)
}

/// `GET /robots.txt`: what is for people only, or the same things in another order, is not worth a robot's visit.
pub async fn robots(site: Data<Site>) -> Reply {
    let urls = &site.urls;
    if site.settings().is_for_members {
        return Ok(as_text("User-agent: *\nDisallow: /\n".to_owned()));
    }
    let mut text = String::from("User-agent: *\n");
    for path in urls.closed_to_robots() {
        text.push_str(&format!("Disallow: {path}\n"));
    }
    text.push_str(&format!("\nSitemap: {}\n", urls.absolute(&urls.sitemap())));
    Ok(as_text(text))
}

fn as_text(text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text)
}

/// The paths of all that is no thread.
fn pages(db: &mut Db, site: &Site) -> Result<Vec<String>, StoreError> {
    let urls = &site.urls;
    let mut paths = vec![urls.home(), urls.threads(), urls.tags(), urls.permissions()];
    paths.extend(of_articles(db, urls)?);
    let categories = categories::list(db, Sight::public())?;
    paths.extend(categories.iter().map(|category| urls.category(&category.slug)));
    let tags = sitemaps::tags(db, Sight::public(), MOST_TAGS)?;
    paths.extend(tags.iter().map(|tag| urls.tag(tag)));
    Ok(paths.into_iter().map(|path| urls.absolute(&path)).collect())
}

/// The paths of the knowledge base: its lists, once there is something in them, its sections and its articles.
fn of_articles(db: &mut Db, urls: &Urls) -> Result<Vec<String>, StoreError> {
    let mut listed = Vec::new();
    while listed.len() < MOST_ARTICLES {
        let after = listed.last().map_or(0, |(id, _): &articles::Name| id.get());
        let next = articles::whole_list(db, Sight::public(), after, ARTICLES_STEP)?;
        if next.is_empty() {
            break;
        }
        listed.extend(next);
    }
    if listed.is_empty() {
        return Ok(Vec::new());
    }
    let mut paths = vec![urls.articles(), urls.frequent_questions()];
    let sections = sections::list(db, Sight::public())?;
    let filled = sections.iter().filter(|section| section.article_count > 0);
    paths.extend(filled.map(|section| urls.section(section.id, &section.name, None)));
    paths.extend(listed.iter().map(|(id, title)| urls.article(*id, title)));
    Ok(paths)
}

/// A sitemap's beginning with these addresses.
fn listed(addresses: &[String]) -> String {
    let mut xml = LIST_BEGIN.to_owned();
    for address in addresses {
        push_address(address, None, &mut xml);
    }
    xml
}

/// The threads of a range of ids, read by short pages.
async fn listing(site: &Data<Site>, beginning: String, after: i64, last: i64) -> Result<Packing, Fault> {
    let mut packing = Packing::of(&beginning);
    let mut after = after;
    loop {
        let threads = read(site, move |db, _| {
            sitemaps::threads(db, Sight::public(), after, last, STEP)
        })
        .await?;
        let mut xml = String::new();
        for thread in &threads {
            let address = site.urls.absolute(&site.urls.thread(thread.id, &thread.title));
            push_address(&address, Some(thread.changed_at), &mut xml);
        }
        packing.push(&xml);
        let is_full = i64::try_from(threads.len()) == Ok(STEP);
        match threads.last().filter(|_| is_full) {
            Some(thread) => after = thread.id.get(),
            None => break,
        }
    }
    packing.push(LIST_END);
    Ok(packing)
}

async fn read<T: Send + 'static>(
    site: &Data<Site>,
    work: impl FnOnce(&mut Db, &Site) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, Fault> {
    let known = site.clone();
    Ok(site.store.read(move |db| work(db, &known)).await?)
}

/// Answers with a part that is kept, or makes it and keeps it; `None` is not there.
async fn answer(
    site: &Data<Site>,
    request: &HttpRequest,
    part: Part,
    make: impl Future<Output = Result<Option<Packing>, Fault>>,
) -> Reply {
    let packed = match site.sitemaps.find(part, &site.pages) {
        Some(packed) => packed,
        None => {
            let born = site.pages.moment();
            let packed = make.await?.and_then(Packing::finish).ok_or(Fault::NotFound)?;
            site.sitemaps.keep(part, packed.clone(), born);
            packed
        }
    };
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/xml; charset=utf-8");
    answer.insert_header((header::CACHE_CONTROL, "public, max-age=600"));
    answer.insert_header((header::VARY, "accept-encoding"));
    if !Encoding::Gzip.is_taken(request.headers()) {
        return Ok(answer.streaming(unpacked(packed)));
    }
    answer.insert_header((header::CONTENT_ENCODING, Encoding::Gzip.name()));
    Ok(answer.body(packed))
}
