//! Lists of threads: all, of a category, of a tag.

use actix_web::web::Path;
use serde::Deserialize;

use crate::domain::cursor::Cursor;
use crate::domain::cursor::PageOf;
use crate::domain::id::UserId;
use crate::domain::sight::Sight;
use crate::domain::subscription::Level;
use crate::domain::tag::TagName;
use crate::domain::thread::{Is, Listing, Sort};
use crate::store::categories::Category;
use crate::store::known_problems::{self, KnownProblem};
use crate::store::monthly_helpers::{self, Helper};
use crate::store::readings::{self, Readings};
use crate::store::subscriptions::{self, Place};
use crate::store::tags::{self, Tag};
use crate::store::threads::{self, LIST_SIZE, ThreadRow};
use crate::store::{Db, StoreError, categories};
use crate::web::cache::Shows;
use crate::web::extract::Query;
use crate::web::{Fault, Reply, Visit, moved, see_other, views};

/// The fields of a list's address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    is: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    tag: String,
    #[serde(default)]
    sort: String,
    after: Option<String>,
}

/// A list as it is shown: what was asked for, and what was found.
pub struct Shown {
    /// Where the threads stand.
    pub is: Option<Is>,
    /// In which order.
    pub sort: Sort,
    /// Where the page begins.
    pub after: Option<Cursor>,
    /// The category that they live in.
    pub category: Option<Category>,
    /// The tag that they carry.
    pub tag: Option<Tag>,
    /// The pinned ones, on the first page of a category.
    pub pinned: Vec<ThreadRow>,
    /// What is known not to work there, on the first page of a category.
    pub problems: Vec<KnownProblem>,
    /// Who helped most lately, on the first page of a category.
    pub helpers: Vec<Helper>,
    /// How much whoever is signed in wants to hear of the category or the tag, when it is one of the two.
    pub level: Option<Level>,
    /// The page.
    pub threads: PageOf<ThreadRow>,
}

impl Shown {
    /// Whether this is the first page of all threads: there stands what a category keeps on top.
    fn shows_what_is_on_top(&self) -> bool {
        self.is.is_none() && self.tag.is_none() && self.after.is_none()
    }
}

/// `GET /threads`
pub async fn list(visit: Visit, query: Query<ListQuery>) -> Reply {
    answer(&visit, &shown(&visit, query.0).await?)
}

/// `GET /categories/{slug}`
pub async fn category(visit: Visit, slug: Path<String>, query: Query<ListQuery>) -> Reply {
    let query = ListQuery {
        category: slug.into_inner(),
        ..query.0
    };
    answer(&visit, &shown(&visit, query).await?)
}

/// `GET /tags/{name}`: a synonym, and a name in another spelling, leads to the right address.
pub async fn tag(visit: Visit, name: Path<String>, query: Query<ListQuery>) -> Reply {
    let name = name.into_inner();
    let good = TagName::parse(&name).map_err(|_| Fault::NotFound)?;
    if good.as_str() != name {
        return Ok(moved(&visit.site.urls.tag(good.as_str())));
    }
    let shown = shown(&visit, ListQuery { tag: name, ..query.0 }).await?;
    match shown.tag.as_ref().filter(|tag| tag.name != good.as_str()) {
        // It may be a tag of its own again some day.
        Some(meant) => see_other(&visit.site.urls.tag(&meant.name)),
        None => answer(&visit, &shown),
    }
}

fn answer(visit: &Visit, shown: &Shown) -> Reply {
    views::threads::list(visit, shown).kept(Shows::Lists).show(visit)
}

async fn shown(visit: &Visit, query: ListQuery) -> Result<Shown, Fault> {
    let wrong = Fault::Malformed("malformed-query");
    let parsed = |text: &str, known: bool| text.is_empty() || known;
    let (is, sort) = (Is::parse(&query.is), Sort::parse(&query.sort));
    if !parsed(&query.is, is.is_some()) || !parsed(&query.sort, sort.is_some()) {
        return Err(wrong);
    }
    let after = query
        .after
        .as_deref()
        .map(Cursor::decode)
        .transpose()
        .map_err(|_| wrong)?;
    let (sight, sort) = (visit.sight(), sort.unwrap_or(Sort::Active));
    let reader = visit.viewer.id();
    let waiting = reader.map_or_else(Readings::new, |reader| visit.site.readings.of(reader));
    let found = visit.site.store.read(move |db| {
        let mut shown = find(db, sight, &query, is, sort, after)?;
        if let Some(category) = shown.category.as_ref().filter(|_| shown.shows_what_is_on_top()) {
            shown.problems = known_problems::of_category(db, reader, sight, category.id)?;
        }
        if let Some(reader) = reader {
            readings::mark(db, reader, &waiting, &mut shown.threads.items)?;
            shown.level = level(db, reader, &shown)?;
        }
        Ok(shown)
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}

fn find(
    db: &mut Db,
    sight: Sight,
    query: &ListQuery,
    is: Option<Is>,
    sort: Sort,
    after: Option<Cursor>,
) -> Result<Shown, StoreError> {
    let named = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    let category = named(&query.category)
        .map(|slug| categories::by_slug(db, sight, &slug))
        .transpose()?;
    let tag = named(&query.tag)
        .map(|name| tags::by_name(db, sight, &name))
        .transpose()?;
    let listing = Listing {
        is,
        sort,
        category: category.as_ref().map(|found| found.id),
        tag: tag.as_ref().map(Tag::id),
    };
    let shows_pinned = is.is_none() && tag.is_none() && after.is_none();
    let pinned = match &category {
        Some(category) if shows_pinned => threads::pinned(db, sight, category.id)?,
        _ => Vec::new(),
    };
    let helpers = match &category {
        Some(category) if shows_pinned => monthly_helpers::of_category(db, category.id)?,
        _ => Vec::new(),
    };
    let mut threads = threads::list(db, sight, &listing, after, LIST_SIZE)?;
    threads
        .items
        .retain(|row| !pinned.iter().any(|pinned| pinned.id == row.id));
    Ok(Shown {
        is,
        sort,
        after,
        category,
        tag,
        pinned,
        problems: Vec::new(),
        helpers,
        level: None,
        threads,
    })
}

/// How much somebody wants to hear of what is listed, when that is one category or one tag.
fn level(db: &mut Db, reader: UserId, shown: &Shown) -> Result<Option<Level>, StoreError> {
    let place = match (&shown.category, &shown.tag) {
        (Some(category), None) => Place::Category(category.id),
        (None, Some(tag)) => Place::Tag(tag.id()),
        _ => return Ok(None),
    };
    Ok(Some(subscriptions::own(db, reader, place)?.unwrap_or(Level::Normal)))
}
