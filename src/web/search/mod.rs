//! Search: one page that reads any text as a query.

mod results;

use std::borrow::Cow;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use super::searches_noted::{Noted, Way};
use super::{Fault, Reply, Visit, views};
use crate::domain::category::Audience;
use crate::domain::searching::{Finding, SearchKey, SearchedWords};
use crate::domain::sight::Sight;
use crate::domain::subject::Home;
use crate::search::embedded::{Answer, DEEPEST, Filters, Visible};
use crate::search::query::{Only, Query};
use crate::search::{Asked, Search};
use crate::store::finding::{self, Meant};
use crate::store::tags::{self, Tag};
use crate::store::{Db, StoreError, categories, tag_synonyms};

pub use results::{ArticleLine, Found, Line};

use results::results;

/// How many results stand on a page.
pub const PAGE: usize = 10;
/// How many tags are offered when nothing was found.
const NEAR_TAGS: i64 = 6;

/// What was asked for and found.
#[derive(Debug, Default)]
pub struct Shown {
    /// What was typed.
    pub typed: String,
    /// The same, read.
    pub query: Query,
    /// The page, counted from 1.
    pub page: usize,
    /// What was found; `None` while the index is being made.
    pub answer: Option<Answer>,
    /// The threads and articles on this page.
    pub results: Vec<Found>,
    /// The categories in which there are some: slug, name, count.
    pub categories: Vec<(String, String, usize)>,
    /// Tags near to what was typed, when nothing was found.
    pub near: Vec<Tag>,
    /// How many would be found without what narrows the search, when nothing was found with it.
    pub without_filters: Option<usize>,
    /// How many of those that were found are for members too, not for the staff alone.
    pub for_members: usize,
    /// How many of these are articles; nothing when the search could find none.
    pub articles_for_members: Option<usize>,
    /// By which what is opened is known to come from this search.
    pub key: Option<SearchKey>,
}

impl Shown {
    /// One of the results on this page, counted from 0, as its address carries it.
    pub fn finding(&self, place: usize) -> Option<Finding> {
        let position = u16::try_from((self.page - 1) * PAGE + place + 1).ok()?;
        self.key.map(|search| Finding { search, position })
    }

    /// Whether there is a page after this one.
    pub fn has_more(&self) -> bool {
        let last = self.page.saturating_mul(PAGE);
        let count = self.answer.as_ref().map_or(0, |answer| answer.counts.all);
        count > last && last < DEEPEST
    }
}

/// `GET /search`: the page, or, for the script that shows what is found while one types, what was found alone.
pub async fn show(visit: Visit, request: HttpRequest) -> Reply {
    let sought = read(request.query_string());
    let is_part = sought.is_part;
    let (search, sight, now) = (visit.site.search.clone(), visit.sight(), visit.now);
    let found = visit
        .site
        .store
        .read_long(move |db| find(db, &search, sight, sought, now));
    let mut shown = found.await?;
    shown.key = note(&visit, &request, &shown, is_part);
    if is_part {
        return part(&visit, &shown);
    }
    let page = views::search::page(&visit, &shown);
    // The field itself may be listed; what it finds is a list of pages that are listed themselves.
    let page = match shown.typed.is_empty() {
        true => page.canonical(&visit, &visit.site.urls.search()),
        false => page.unlisted(),
    };
    page.show(&visit)
}

/// What was found, without a page around it.
fn part(visit: &Visit, shown: &Shown) -> Reply {
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header(("x-robots-tag", "noindex"))
        .body(views::search::found(visit, shown).into_string()))
}

/// Notes the search, once its page is made: whoever searches waits for no write.
fn note(visit: &Visit, request: &HttpRequest, shown: &Shown, is_part: bool) -> Option<SearchKey> {
    shown.answer.as_ref()?;
    let noted = Noted {
        words: SearchedWords::of(&shown.typed)?,
        result_count: as_figure(shown.for_members),
        article_count: shown.articles_for_members.map(as_figure),
        way: match (is_part, shown.page) {
            (true, _) => Way::Typing,
            (false, 1) => Way::Asked,
            (false, _) => Way::LaterPage,
        },
    };
    visit.site.searches.note(visit, request, noted)
}

fn as_figure(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What the address of a search says.
#[derive(Debug, PartialEq, Eq)]
struct Sought {
    typed: String,
    page: usize,
    is_part: bool,
}

/// Whatever stands in the address is read: what is no text becomes one, what is no page is the first.
fn read(address: &str) -> Sought {
    let (mut typed, mut page, mut is_part) = (Cow::Borrowed(""), 1, false);
    for (name, value) in url::form_urlencoded::parse(address.as_bytes()) {
        match &*name {
            "q" => typed = value,
            "page" => page = value.parse().unwrap_or(1),
            "part" => is_part = value == "results",
            _ => {}
        }
    }
    // PostgreSQL keeps no null character, so nothing holds one.
    Sought {
        typed: typed.replace('\0', " "),
        page: page.clamp(1, DEEPEST),
        is_part,
    }
}

fn find(db: &mut Db, search: &Search, sight: Sight, sought: Sought, now: DateTime<Utc>) -> Result<Shown, Fault> {
    let Sought { typed, page, .. } = sought;
    let mut query = Query::parse(&typed);
    query.tags = tag_synonyms::meant(db, &query.tags)?;
    let mut shown = Shown {
        page,
        ..Shown::default()
    };
    if !query.is_empty() {
        let meant = finding::meant(db, sight, query.category.as_deref(), query.by.as_deref())?;
        let (filters, visible) = bounds(sight, &query, &meant);
        let asked = Asked {
            query: &query,
            filters: &filters,
            visible: &visible,
            now,
        };
        shown.answer = search.find(&asked, (page - 1) * PAGE, PAGE)?;
        if let Some(answer) = &shown.answer {
            shown.results = results(db, sight, &query, answer, search.forum())?;
            (shown.categories, shown.for_members) = homes(db, sight, answer)?;
            shown.articles_for_members = articles_for_members(&query, answer);
            if answer.counts.all == 0 {
                shown.near = near(db, sight, &query)?;
                shown.without_filters = without_filters(search, &query, &visible, now)?;
            }
        }
    }
    Ok(Shown { typed, query, ..shown })
}

/// What of a query the database has read, as an index takes it.
pub(super) fn bounds(sight: Sight, query: &Query, meant: &Meant) -> (Filters, Visible) {
    let filters = Filters {
        category: meant.category,
        authors: meant.authors.clone(),
    };
    let midnight = query.before.and_then(|day| day.and_hms_opt(0, 0, 0));
    let visible = Visible {
        before: midnight.map(|at| at.and_utc().timestamp()),
        ..Visible::to(sight, &meant.hidden)
    };
    (filters, visible)
}

type Homes = Vec<(String, String, usize)>;

/// The categories in which something was found, those with most first; and how much of all any member sees.
fn homes(db: &mut Db, sight: Sight, answer: &Answer) -> Result<(Homes, usize), StoreError> {
    let of_staff = answer.counts.at(Home::Articles(Audience::Staff));
    let mut for_members = answer.counts.all.saturating_sub(of_staff);
    let mut homes = Homes::new();
    for category in categories::list(db, sight)? {
        let count = answer.counts.at(Home::Category(category.id));
        if count > 0 {
            if category.audience == Audience::Staff || category.audience.is_private() {
                for_members = for_members.saturating_sub(count);
            }
            homes.push((category.slug, category.name, count));
        }
    }
    homes.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    Ok((homes, for_members))
}

/// How many articles were found that are not for the staff alone; nothing when the search asks for threads only.
fn articles_for_members(query: &Query, answer: &Answer) -> Option<usize> {
    let asks_for_threads = query.category.is_some() || matches!(query.only, Some(Only::Threads(_)));
    let audiences = [Audience::Public, Audience::SignedIn];
    let count = || {
        audiences
            .iter()
            .map(|audience| answer.counts.at(Home::Articles(*audience)))
            .sum()
    };
    (!asks_for_threads).then(count)
}

/// How much the words alone would find, when something narrows them; `None` when that is nothing either.
fn without_filters(
    search: &Search,
    query: &Query,
    visible: &Visible,
    now: DateTime<Utc>,
) -> Result<Option<usize>, Fault> {
    if !query.has_filters() || !query.has_words() {
        return Ok(None);
    }
    let words = Query::parse(&query.typed_without_filters());
    let visible = Visible {
        before: None,
        ..visible.clone()
    };
    let asked = Asked {
        query: &words,
        filters: &Filters::default(),
        visible: &visible,
        now,
    };
    let answer = search.find(&asked, 0, 1)?;
    Ok(answer.map(|answer| answer.counts.all).filter(|count| *count > 0))
}

/// Tags that begin as the first half of a word does.
fn near(db: &mut Db, sight: Sight, query: &Query) -> Result<Vec<Tag>, StoreError> {
    let mut found: Vec<Tag> = Vec::new();
    for word in query.words.iter().take(4) {
        let length = word.chars().count();
        let beginning: String = word.chars().take(length.div_ceil(2).max(3)).collect();
        for tag in tags::complete(db, sight, &beginning, NEAR_TAGS)? {
            if found.len() < NEAR_TAGS as usize && !found.iter().any(|known| known.name == tag.name) {
                found.push(tag);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_address_is_read() {
        let sought = |typed: &str, page, is_part| Sought {
            typed: typed.to_owned(),
            page,
            is_part,
        };
        assert_eq!(read("q=card+on%20file&page=3"), sought("card on file", 3, false));
        assert_eq!(read("q=%ff%00x&page=-1"), sought("\u{fffd} x", 1, false));
        assert_eq!(read("page=99999999999999999999&part=x"), sought("", 1, false));
        assert_eq!(read("part=results"), sought("", 1, true));
    }
}
