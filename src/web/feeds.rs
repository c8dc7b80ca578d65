//! Atom feeds. A feed has no session: it tells what a passer-by sees, whoever asks for it.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::conditional::conditional;
use super::extract::Id;
use super::threads::{absent, for_now};
use super::views::feeds::{Feed, articles_changed_at, replies_changed_at, threads_changed_at};
use super::{Fault, Reply, Site};
use crate::domain::id::ThreadId;
use crate::domain::sight::Sight;
use crate::domain::thread::{Is, Listing, Sort};
use crate::store::categories::Category;
use crate::store::feeds::ThreadEntry;
use crate::store::tags::Tag;
use crate::store::{Db, StoreError, categories, feeds, merges, tags};
use crate::text::phrases::Phrases;

const ATOM: &str = "application/atom+xml; charset=utf-8";
const EVERYTHING: Listing = Listing {
    is: None,
    category: None,
    tag: None,
    sort: Sort::New,
};

/// `GET /feeds/all.atom`: the newest threads.
pub async fn all(site: Data<Site>, request: HttpRequest) -> Reply {
    let found = threads(&site, |db| Ok(((), feeds::threads(db, Sight::public(), &EVERYTHING)?))).await?;
    let about = About {
        title: |phrases, ()| phrases.say("feed-all"),
        path: site.urls.feed_of_all(),
        page: site.urls.threads(),
    };
    about.answer(&site, &request, found)
}

/// `GET /feeds/unanswered.atom`: the newest questions without an answer.
pub async fn unanswered(site: Data<Site>, request: HttpRequest) -> Reply {
    let listing = Listing {
        is: Some(Is::Unanswered),
        ..EVERYTHING
    };
    let found = threads(&site, move |db| {
        Ok(((), feeds::threads(db, Sight::public(), &listing)?))
    })
    .await?;
    let query = crate::urls::ThreadsQuery {
        is: Some(Is::Unanswered),
        ..Default::default()
    };
    let about = About {
        title: |phrases, ()| phrases.say("feed-unanswered"),
        path: site.urls.feed_of_unanswered(),
        page: site.urls.threads_where(&query),
    };
    about.answer(&site, &request, found)
}

/// `GET /feeds/categories/{slug}.atom`: the newest threads of a category.
pub async fn category(site: Data<Site>, slug: Path<String>, request: HttpRequest) -> Reply {
    let found = threads(&site, move |db| {
        let category = categories::by_slug(db, Sight::public(), &slug)?;
        let listing = Listing {
            category: Some(category.id),
            ..EVERYTHING
        };
        let entries = feeds::threads(db, Sight::public(), &listing)?;
        Ok((category, entries))
    });
    let found = found.await?;
    let about = About {
        title: |_, category: &Category| category.name.clone(),
        path: site.urls.feed_of_category(&found.0.slug),
        page: site.urls.category(&found.0.slug),
    };
    about.answer(&site, &request, found)
}

/// `GET /feeds/tags/{name}.atom`: the newest threads with a tag.
pub async fn tag(site: Data<Site>, name: Path<String>, request: HttpRequest) -> Reply {
    let found = threads(&site, move |db| {
        let tag = tags::by_name(db, Sight::public(), &name)?;
        let listing = Listing {
            tag: Some(tag.id()),
            ..EVERYTHING
        };
        let entries = feeds::threads(db, Sight::public(), &listing)?;
        Ok((tag, entries))
    });
    let found = found.await?;
    let about = About {
        title: |phrases, tag: &Tag| phrases.tell("list-title-tag", &[("tag", tag.name.clone().into())]),
        path: site.urls.feed_of_tag(&found.0.name),
        page: site.urls.tag(&found.0.name),
    };
    about.answer(&site, &request, found)
}

/// `GET /feeds/threads/{id}.atom`: the newest replies of a thread.
pub async fn thread(site: Data<Site>, id: Id<ThreadId>, request: HttpRequest) -> Reply {
    let id = id.0;
    let found = site.store.read(move |db| feeds::replies(db, Sight::public(), id));
    let (title, replies) = match found.await {
        Ok(found) => found,
        Err(StoreError::NotFound) => return elsewhere(&site, id).await,
        Err(error) => return Err(error.into()),
    };
    let (phrases, settings) = (own_phrases(&site), site.settings());
    let feed = Feed {
        urls: &site.urls,
        phrases: &phrases,
        site_name: &settings.site_name,
        path: site.urls.feed_of_thread(id),
        page: site.urls.thread(id, &title),
        title,
    };
    let body = feed.of_replies(&replies).map_err(broken)?;
    Ok(conditional(&request, body, ATOM, replies_changed_at(&replies)))
}

/// `GET /feeds/articles.atom`: the articles that were published last.
pub async fn articles(site: Data<Site>, request: HttpRequest) -> Reply {
    let found = site.store.read(|db| feeds::articles(db, Sight::public())).await?;
    let (phrases, settings) = (own_phrases(&site), site.settings());
    let feed = Feed {
        urls: &site.urls,
        title: phrases.say("articles-title"),
        phrases: &phrases,
        site_name: &settings.site_name,
        path: site.urls.feed_of_articles(),
        page: site.urls.articles(),
    };
    let body = feed.of_articles(&found).map_err(broken)?;
    Ok(conditional(&request, body, ATOM, articles_changed_at(&found)))
}

/// The way to the feed of the thread into which this one was merged, else why there is none.
async fn elsewhere(site: &Site, id: ThreadId) -> Reply {
    let landing = site.store.read(move |db| merges::landing(db, Sight::public(), id));
    match landing.await.map_err(|error: StoreError| error)? {
        Some(at) => Ok(for_now(site.urls.feed_of_thread(at.thread))),
        None => Err(absent(site, Sight::public(), id).await?),
    }
}

async fn threads<T: Send + 'static>(
    site: &Site,
    find: impl FnOnce(&mut Db) -> Result<(T, Vec<ThreadEntry>), StoreError> + Send + 'static,
) -> Result<(T, Vec<ThreadEntry>), Fault> {
    Ok(site.store.read(find).await?)
}

/// What a feed of threads is about.
struct About<T> {
    title: fn(&Phrases, &T) -> String,
    path: String,
    page: String,
}

impl<T> About<T> {
    fn answer(self, site: &Site, request: &HttpRequest, (of, threads): (T, Vec<ThreadEntry>)) -> Reply {
        let (phrases, settings) = (own_phrases(site), site.settings());
        let feed = Feed {
            urls: &site.urls,
            title: (self.title)(&phrases, &of),
            phrases: &phrases,
            site_name: &settings.site_name,
            path: self.path,
            page: self.page,
        };
        let body = feed.of_threads(&threads).map_err(broken)?;
        let response: HttpResponse = conditional(request, body, ATOM, threads_changed_at(&threads));
        Ok(response)
    }
}

/// A feed speaks the language of the site, not that of whoever fetches it for many.
fn own_phrases(site: &Site) -> Phrases {
    site.languages.choose(&site.settings().language)
}

fn broken(error: std::io::Error) -> Fault {
    Fault::Broken(error.to_string())
}
