//! The search server: fed from the change log, asked first, and never missed when it is away.
//!
//! `recorded` needs no server: answers of a real one stand in for it. `real` needs one, named by
//! `TANYA_TEST_MEILISEARCH_URL` and `TANYA_TEST_MEILISEARCH_KEY`.

mod feeding;
mod real;
mod recorded;
mod relay;
mod replay;
mod wire;

use std::sync::Arc;
use std::time::{Duration, Instant};

use tanya::domain::article::ArticleState;
use tanya::domain::body::Reason;
use tanya::domain::id::{ArticleId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::search::meilisearch::Meilisearch;
use tanya::search::meilisearch::feeding::{FeedError, Feeder};
use tanya::store::outcome::Deed;
use tanya::store::threads;

use crate::support::{Client, Page, TestApp, encode};

const PATIENCE: Duration = Duration::from_secs(60);

/// A forum with a search server, which is fed when the test says so. Its own index is not followed: what is found, the
/// server has found.
struct Served {
    app: TestApp,
    feeder: Feeder,
}

impl Served {
    fn by(url: &str, key: &str, prefix: &str) -> Self {
        let app = TestApp::configured(&[
            ("MEILISEARCH_URL", url),
            ("MEILISEARCH_KEY", key),
            ("MEILISEARCH_PREFIX", prefix),
        ]);
        let feeder = feeder(&app, server(&app));
        Self { app, feeder }
    }

    fn ask(&self, category: &str, title: &str) -> ThreadId {
        self.app.by("dan", |dan| dan.ask(category, title, "light"))
    }

    /// A published article in a section of its own.
    fn article(&self, title: &str, audience: &str) -> ArticleId {
        self.app.by("root", |root| {
            let section = root.section("Lamps", None)?;
            root.article(section, title, audience)
        })
    }

    fn retire(&self, article: ArticleId) {
        self.app.by("cat", |cat| {
            cat.bring(article, ArticleState::Published, ArticleState::Retired)
        });
    }

    fn delete(&self, thread: ThreadId) {
        let reason = Reason::default();
        let deleted = self.app.by("cat", |cat| {
            threads::delete(cat.tx, &cat.author, Sight::everything(), thread, &reason, cat.now)
        });
        assert_eq!(deleted, Deed::Done(()));
    }

    /// Waits until no transaction of another test on this database server holds changes back, then feeds.
    fn feed(&mut self) {
        self.app.settle_changes();
        self.feeder.catch_up().unwrap();
    }

    /// Feeds, past whatever fails.
    fn feed_with_patience(&mut self) {
        let until = Instant::now() + PATIENCE;
        while let Err(error) = self.feeder.catch_up() {
            assert!(Instant::now() < until, "{error}");
        }
    }

    /// Feeds until a search by this browser finds just these titles, in any order.
    fn finds_for(&mut self, client: &Client, typed: &str, titles: &[&str]) -> Page {
        let until = Instant::now() + PATIENCE;
        let mut wanted = titles.to_vec();
        wanted.sort_unstable();
        loop {
            self.feed();
            let page = search(client, typed);
            let mut found = titles_of(&page);
            found.sort_unstable();
            if found == wanted {
                return page;
            }
            assert!(Instant::now() < until, "{typed}: found {found:?}, not {wanted:?}");
            // On a machine that is busy it may have been too slow, and rests.
            self.app.clock.pass(chrono::Duration::seconds(61));
        }
    }

    fn finds(&mut self, typed: &str, titles: &[&str]) -> Page {
        let visitor = self.app.visitor();
        self.finds_for(&visitor, typed, titles)
    }
}

fn server(app: &TestApp) -> Arc<Meilisearch> {
    Arc::clone(app.site.search.server().unwrap())
}

fn feeder(app: &TestApp, server: Arc<Meilisearch>) -> Feeder {
    Feeder::new(app.store().clone(), app.site.search.clone(), server, app.clock.clone())
}

fn search(client: &Client, typed: &str) -> Page {
    let page = client.get(&format!("/search?{}", encode(&[("q", typed)])));
    assert_eq!(page.status, 200, "{typed}");
    page
}

fn titles_of(page: &Page) -> Vec<String> {
    page.texts(".result-title")
}

fn sorted_titles_of(page: &Page) -> Vec<String> {
    let mut titles = titles_of(page);
    titles.sort();
    titles
}

/// The counts beside the filters, and whether the page says that there is nothing to ask yet.
fn counts_of(page: &Page) -> Vec<String> {
    page.texts(".filters .count")
}
