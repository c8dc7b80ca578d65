//! Search: the index follows what is written, heals by itself, and never shows what its reader may not see.

mod articles;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::search::Search;
use tanya::search::embedded::Visible;
use tanya::search::follower::{FollowError, Follower, Step};
use tanya::store::outcome::Deed;
use tanya::store::threads;

use crate::support::{Client, Page, TestApp};

const PATIENCE: Duration = Duration::from_secs(30);

/// A forum whose index follows when it is told to.
struct Indexed {
    app: TestApp,
    follower: Follower,
}

impl Indexed {
    fn spawn() -> Self {
        let app = TestApp::spawn();
        let follower = follower(&app, app.site.search.clone());
        Self { app, follower }
    }

    /// Follows until a search finds just these titles: PostgreSQL holds changes back while a transaction is open anywhere on
    /// the server, and other tests have theirs.
    fn finds(&mut self, typed: &str, titles: &[&str]) {
        let until = Instant::now() + PATIENCE;
        loop {
            self.follower.catch_up().unwrap();
            let found = titles_of(&search(&self.app.visitor(), typed));
            if found == titles {
                return;
            }
            assert!(Instant::now() < until, "{typed}: found {found:?}, not {titles:?}");
        }
    }

    fn ask(&self, category: &str, title: &str) -> ThreadId {
        self.app.by("dan", |dan| dan.ask(category, title, "light"))
    }

    fn folder(&self) -> PathBuf {
        let inside = fs::read_dir(self.app.site.search.folder()).unwrap();
        let mut folders = inside.map(|entry| entry.unwrap().path());
        folders.find(|path| path.extension().is_none()).unwrap()
    }
}

fn follower(app: &TestApp, search: Arc<Search>) -> Follower {
    Follower::new(app.store().clone(), search, app.clock.clone())
}

fn search(client: &Client, typed: &str) -> Page {
    let encoded: String = typed.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let page = client.get(&format!("/search?q={encoded}"));
    assert_eq!(page.status, 200, "{typed}");
    page
}

fn titles_of(page: &Page) -> Vec<String> {
    page.texts(".result-title")
}

#[test]
fn what_is_written_is_found_an_edit_replaces_and_a_deletion_disappears() {
    let mut indexed = Indexed::spawn();
    indexed.finds("lantern", &[]);
    let thread = indexed.ask("help", "Why does the lantern blink?");
    indexed.finds("lantern", &["Why does the lantern blink?"]);
    indexed
        .app
        .by("ada", |ada| ada.reply(thread, "It waits for the aqueduct."));
    indexed.finds("aqueduct", &["Why does the lantern blink?"]);
    let page = search(&indexed.app.visitor(), "aqueducts");
    assert_eq!(page.texts(".result-title"), ["Why does the lantern blink?"]);
    let reason = Reason::default();
    let deleted = indexed.app.by("cat", |cat| {
        threads::delete(cat.tx, &cat.author, Sight::everything(), thread, &reason, cat.now)
    });
    assert_eq!(deleted, Deed::Done(()));
    indexed.finds("lantern", &[]);
}

#[test]
fn words_are_found_in_other_forms_by_their_beginning_and_mistyped() {
    let mut indexed = Indexed::spawn();
    indexed.ask("help", "How do I change the payment card?");
    indexed.ask("help", "Where are my invoices?");
    for typed in [
        "changing cards",
        "pay",
        "paymnet",
        "\"payment card\"",
        "PAYMENT",
        "card -invoices",
    ] {
        indexed.finds(typed, &["How do I change the payment card?"]);
    }
    for typed in ["\"card payment\"", "payment -card", "zzzzzz"] {
        indexed.finds(typed, &[]);
    }
    let page = search(&indexed.app.visitor(), "paymnet");
    assert!(
        page.texts(".hint").iter().any(|hint| hint.contains("payment")),
        "{}",
        page.body
    );
    assert!(
        page.texts(".result-title mark").contains(&"payment".to_owned()),
        "{}",
        page.body
    );
}

#[test]
fn filters_narrow_what_is_found() {
    let mut indexed = Indexed::spawn();
    let resolved = indexed
        .app
        .by("ada", |ada| ada.ask("help", "Is the valve resolved?", "water"));
    let reply = indexed.app.by("bob", |bob| bob.reply(resolved, "Yes."));
    indexed.app.by("ada", |ada| ada.accept(reply));
    indexed.ask("help", "Is the valve open?");
    indexed.finds("valve is:resolved", &["Is the valve resolved?"]);
    indexed.finds("valve is:unanswered", &["Is the valve open?"]);
    indexed.finds("valve tag:water", &["Is the valve resolved?"]);
    indexed.finds("is:open by:dan", &["Is the valve open?"]);
    indexed.finds("valve by:nobody", &[]);
    indexed.finds("valve category:nowhere", &[]);
    indexed.finds("valve before:1990-01-01", &[]);
    let page = search(&indexed.app.visitor(), "valve");
    assert_eq!(
        titles_of(&page).first().map(String::as_str),
        Some("Is the valve resolved?")
    );
    assert_eq!(page.texts(".filters .count"), ["1", "1", "1"]);
}

#[test]
fn nothing_out_of_sight_is_in_results_counts_facets_or_suggestions() {
    let mut indexed = Indexed::spawn();
    indexed.ask("back-office", "Secret price of the valve");
    indexed.ask("help", "Public price of the valve");
    indexed.finds("valve price", &["Public price of the valve"]);
    let page = search(&indexed.app.visitor(), "valve");
    assert_eq!(page.texts(".search-count"), ["1 thread"]);
    assert!(
        !page.body.contains("Secret") && !page.body.contains("back-office"),
        "{}",
        page.body
    );
    let staff = search(&indexed.app.signed_in("dan"), "valve");
    assert_eq!(staff.texts(".search-count"), ["2 threads"]);
    assert_eq!(
        titles_of(&search(&indexed.app.visitor(), "category:back-office valve")),
        [""; 0]
    );
}

#[test]
fn any_bytes_are_a_query() {
    let mut indexed = Indexed::spawn();
    indexed.ask("help", "Why does it blink?");
    indexed.finds("blink", &["Why does it blink?"]);
    let visitor = indexed.app.visitor();
    let long = "word".repeat(1_000);
    for address in [
        "q=%ff%fe%00",
        "q=%22",
        "q=-",
        "q=((((",
        "q=%5B*%20TO%20*%5D",
        "q=title:%2F.*%2F",
        "q=a~2^9",
        "q=blink&page=9999",
        "q=blink&page=-1",
        "q=tag:",
        "q=is:",
        "q=%F0%9F%92%A1",
        "",
        "q=before:2024-99-99",
        "unknown=1",
        &format!("q={long}"),
    ] {
        let page = visitor.get(&format!("/search?{address}"));
        assert_eq!(page.status, 200, "{address}: {}", page.body);
    }
    let page = visitor.get(&format!("/search?q={long}"));
    assert!(
        page.texts(".hint").iter().any(|hint| hint.contains("longer")),
        "{}",
        page.body
    );
}

#[test]
fn what_is_not_found_leads_on() {
    let mut indexed = Indexed::spawn();
    indexed.ask("help", "Why does it blink?");
    indexed.finds("blink", &["Why does it blink?"]);
    let page = search(&indexed.app.visitor(), "lightbulb factory tag:nothing");
    assert_eq!(
        page.attributes(".empty a.button", "href"),
        ["/threads/new?q=lightbulb%20factory"]
    );
    assert_eq!(page.attributes(".filters a", "href"), ["/tags/light"]);
}

#[test]
fn a_folder_that_is_deleted_or_broken_is_filled_again_and_nothing_is_found_twice() {
    let mut indexed = Indexed::spawn();
    for title in ["First about valves", "Second about valves"] {
        indexed.ask("help", title);
    }
    let both = ["Second about valves", "First about valves"];
    let sorted = |mut titles: Vec<String>| {
        titles.sort();
        titles
    };
    let all_found = |indexed: &mut Indexed| {
        indexed.app.settle_changes();
        indexed.follower.catch_up().unwrap();
        let found = titles_of(&search(&indexed.app.visitor(), "valves"));
        assert_eq!(sorted(found), sorted(both.map(str::to_owned).to_vec()));
    };
    indexed.finds("second", &both[..1]);
    all_found(&mut indexed);
    fs::remove_dir_all(indexed.folder()).unwrap();
    assert_eq!(
        titles_of(&search(&indexed.app.visitor(), "valves")).len(),
        2,
        "it serves meanwhile"
    );
    all_found(&mut indexed);
    // A crash in the middle: what was begun is gone on with, by another process.
    fs::remove_dir_all(indexed.folder()).unwrap();
    assert_eq!(indexed.follower.step().unwrap(), Step::Moved);
    indexed.follower = replaced(&indexed.app, indexed.follower);
    all_found(&mut indexed);
    drop(std::mem::replace(
        &mut indexed.follower,
        follower(&indexed.app, indexed.app.site.search.clone()),
    ));
    fs::write(indexed.folder().join("meta.json"), b"{ broken").unwrap();
    all_found(&mut indexed);
    let aside = indexed.folder().with_extension("broken");
    assert!(aside.exists(), "what was broken is kept aside");
}

fn replaced(app: &TestApp, old: Follower) -> Follower {
    drop(old);
    follower(app, app.site.search.clone())
}

#[test]
fn a_second_process_of_a_folder_reads_what_the_first_writes() {
    let mut indexed = Indexed::spawn();
    indexed.ask("help", "Why does it blink?");
    indexed.finds("blink", &["Why does it blink?"]);
    let second = Arc::new(Search::new(
        indexed.app.site.search.folder(),
        indexed.app.site.search.forum(),
    ));
    let mut other = follower(&indexed.app, second.clone());
    assert!(matches!(other.catch_up(), Err(FollowError::Index(_))));
    let similar = |search: &Search| {
        let found = search.similar("Why is it blinking?", "", &Visible::default(), indexed.app.now(), 5);
        found.unwrap().hits.len()
    };
    assert_eq!(similar(&second), 1);
}
