//! Search: one page that reads any text as a query.

use std::borrow::Cow;

use actix_web::HttpRequest;
use chrono::{DateTime, Utc};

use super::{Fault, Reply, Visit, views};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::search::embedded::{Answer, DEEPEST, Filters, Hit, Visible, number, numbers};
use crate::search::language::Tongue;
use crate::search::query::Query;
use crate::search::snippet::{Marking, Piece};
use crate::search::{Asked, Search};
use crate::store::finding::{self, Meant};
use crate::store::indexing::WholeThread;
use crate::store::tags::{self, Tag};
use crate::store::threads::ThreadRow;
use crate::store::{Db, StoreError, categories};
use crate::text::excerpt;

/// How many threads stand on a page.
pub const PAGE: usize = 10;
/// How many tags are offered when nothing was found.
const NEAR_TAGS: i64 = 6;
/// How much of a text is searched for a snippet, in characters.
const SEARCHED: usize = 20_000;
/// How long an excerpt is when nothing in the text itself was found, in characters.
const EXCERPT: usize = 200;

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
    /// The threads on this page.
    pub results: Vec<Found>,
    /// The categories in which there are some: slug, name, count.
    pub categories: Vec<(String, String, usize)>,
    /// Tags near to what was typed, when nothing was found.
    pub near: Vec<Tag>,
}

/// A thread that was found.
#[derive(Debug)]
pub struct Found {
    /// As a line of a list.
    pub row: ThreadRow,
    /// Its title, with what was looked for marked.
    pub title: Vec<Piece>,
    /// The piece of its text that shows why.
    pub snippet: Vec<Piece>,
    /// Whether that piece is of the accepted answer.
    pub is_of_answer: bool,
}

impl Shown {
    /// Whether there is a page after this one.
    pub fn has_more(&self) -> bool {
        let last = self.page.saturating_mul(PAGE);
        let count = self.answer.as_ref().map_or(0, |answer| answer.counts.all);
        count > last && last < DEEPEST
    }
}

/// `GET /search`
pub async fn show(visit: Visit, request: HttpRequest) -> Reply {
    let (typed, page) = read(request.query_string());
    let (search, sight, now) = (visit.site.search.clone(), visit.sight(), visit.now);
    let found = visit
        .site
        .store
        .read(move |db| find(db, &search, sight, typed, page, now));
    let shown = found.await?;
    let page = views::search::page(&visit, &shown);
    // The field itself may be listed; what it finds is a list of pages that are listed themselves.
    let page = match shown.typed.is_empty() {
        true => page.canonical(&visit, &visit.site.urls.search()),
        false => page.unlisted(),
    };
    page.show(&visit)
}

/// Whatever stands in the address is read: what is no text becomes one, what is no page is the first.
fn read(address: &str) -> (String, usize) {
    let (mut typed, mut page) = (Cow::Borrowed(""), 1);
    for (name, value) in url::form_urlencoded::parse(address.as_bytes()) {
        match &*name {
            "q" => typed = value,
            "page" => page = value.parse().unwrap_or(1),
            _ => {}
        }
    }
    // PostgreSQL keeps no null character, so nothing holds one.
    (typed.replace('\0', " "), page.clamp(1, DEEPEST))
}

fn find(
    db: &mut Db,
    search: &Search,
    sight: Sight,
    typed: String,
    page: usize,
    now: DateTime<Utc>,
) -> Result<Shown, Fault> {
    let query = Query::parse(&typed);
    let mut shown = Shown {
        page,
        ..Shown::default()
    };
    if !query.is_empty() {
        let meant = finding::meant(db, sight, query.category.as_deref(), query.by.as_deref())?;
        let (filters, visible) = bounds(&query, &meant);
        let asked = Asked {
            query: &query,
            filters: &filters,
            visible: &visible,
            now,
        };
        shown.answer = search.find(&asked, (page - 1) * PAGE, PAGE)?;
        if let Some(answer) = &shown.answer {
            shown.results = results(db, sight, &query, answer, search.forum())?;
            shown.categories = homes(db, sight, answer)?;
            if answer.counts.all == 0 {
                shown.near = near(db, sight, &query)?;
            }
        }
    }
    Ok(Shown { typed, query, ..shown })
}

fn bounds(query: &Query, meant: &Meant) -> (Filters, Visible) {
    let filters = Filters {
        category: meant.category.map(|category| category.map(|id| number(id.get()))),
        authors: meant.authors.as_ref().map(|ids| numbers(ids.iter().map(|id| id.get()))),
    };
    let midnight = query.before.and_then(|day| day.and_hms_opt(0, 0, 0));
    let visible = Visible {
        hidden: numbers(meant.hidden.iter().map(|id| id.get())),
        except: None,
        before: midnight.map(|at| at.and_utc().timestamp()),
    };
    (filters, visible)
}

fn results(db: &mut Db, sight: Sight, query: &Query, answer: &Answer, forum: Tongue) -> Result<Vec<Found>, StoreError> {
    let ids: Vec<ThreadId> = answer.hits.iter().map(Hit::id).collect();
    let marking = Marking::of(query, answer.corrected.values());
    let found = finding::found(db, sight, &ids)?;
    Ok(found
        .into_iter()
        .map(|(row, whole)| result(row, &whole, &marking, forum))
        .collect())
}

/// The piece of the accepted answer is what helps most, then that of the question.
fn result(row: ThreadRow, whole: &WholeThread, marking: &Marking, forum: Tongue) -> Found {
    let body = excerpt::words(&whole.body, SEARCHED);
    let tongue = Tongue::of(&format!("{}. {body}", whole.title), forum);
    let accepted = whole.accepted.as_ref().map(|html| excerpt::words(html, SEARCHED));
    let of_answer = accepted.as_ref().and_then(|text| marking.snippet(text, tongue));
    let is_of_answer = of_answer.is_some();
    let snippet = of_answer.or_else(|| marking.snippet(&body, tongue)).unwrap_or_else(|| {
        vec![Piece {
            text: excerpt::excerpt_of_html(&whole.body, EXCERPT),
            is_found: false,
        }]
    });
    Found {
        title: marking.mark(&row.title, tongue),
        row,
        snippet,
        is_of_answer,
    }
}

/// The categories in which something was found, those with most first.
fn homes(db: &mut Db, sight: Sight, answer: &Answer) -> Result<Vec<(String, String, usize)>, StoreError> {
    let homes = categories::list(db, sight)?.into_iter().filter_map(|category| {
        let count = answer.counts.categories.get(&number(category.id.get()))?;
        Some((category.slug, category.name, *count))
    });
    let mut homes: Vec<_> = homes.collect();
    homes.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    Ok(homes)
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
        assert_eq!(read("q=card+on%20file&page=3"), ("card on file".to_owned(), 3));
        assert_eq!(read("q=%ff%00x&page=-1"), ("\u{fffd} x".to_owned(), 1));
        assert_eq!(read("page=99999999999999999999"), (String::new(), 1));
        assert_eq!(read(""), (String::new(), 1));
    }
}
