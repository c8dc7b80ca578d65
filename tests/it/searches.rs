//! Searches are kept without who searched; what was opened from them counts once; the report says what finds no answer.

use std::time::{Duration, Instant};

use actix_web::rt::System;
use chrono::Duration as Time;
use tanya::domain::id::ThreadId;
use tanya::domain::searching::{Finding, Period, SearchKey, SearchedWords};
use tanya::domain::subject::Subject;
use tanya::search::follower::Follower;
use tanya::store::searches::{self, Opening, Search, Totals};
use tanya::web::searches_noted;

use crate::support::{Client, Page, TestApp};

const PATIENCE: Duration = Duration::from_secs(30);
/// What a browser of people calls itself.
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// A robot, whose searches are not kept.
const ROBOT: &str = "Googlebot/2.1";

/// A forum with one question about a valve, which searches find.
struct Forum {
    app: TestApp,
    thread: ThreadId,
}

impl Forum {
    fn spawn() -> Self {
        let app = TestApp::spawn();
        let thread = app.by("ada", |ada| ada.ask("help", "Why does the valve leak?", "water"));
        let mut follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
        // PostgreSQL holds changes back while a transaction is open anywhere on the server, and other tests have theirs.
        let until = Instant::now() + PATIENCE;
        let robot = app.visitor().calling_itself(ROBOT);
        while robot.get("/search?q=valve").texts(".result").is_empty() {
            assert!(Instant::now() < until, "the valve is never found");
            follower.catch_up().unwrap();
        }
        Self { app, thread }
    }

    fn visitor(&self) -> Client {
        self.app.visitor().calling_itself(FIREFOX)
    }

    /// Writes what was noted; what stood while somebody typed has stood long enough.
    fn write(&self) {
        System::new().block_on(searches_noted::write(&self.app.site, true));
    }

    /// How the searches of a month ended: how many there were, found nothing, and opened nothing.
    fn month(&self) -> (i64, i64, i64) {
        let totals = self.app.read(|db| searches::totals(db, Period::Month));
        (totals.search_count, totals.none_count, totals.unopened_count)
    }

    fn report(&self, name: &str, query: &str) -> Page {
        let page = self.app.signed_in(name).get(&format!("/reports/searches{query}"));
        assert_eq!(page.status, 200, "{}", page.body);
        page
    }
}

fn result_of(page: &Page) -> String {
    page.attributes(".result-title a", "href").remove(0)
}

#[test]
fn a_search_is_kept_once_and_what_is_opened_from_it_too() {
    let forum = Forum::spawn();
    let visitor = forum.visitor();
    let page = visitor.get("/search?q=Valve");
    let first = result_of(&page);
    assert!(first.contains("?found="), "{first}");
    // Back, another page of the same, the same in other letters: one search. Nothing is written meanwhile.
    for address in ["/search?q=Valve", "/search?q=valve&page=2", "/search?q=%20VALVE"] {
        visitor.get(address);
    }
    assert_eq!(forum.month(), (0, 0, 0));
    forum.write();
    assert_eq!(forum.month(), (1, 0, 1));
    for _ in 0..2 {
        let opened = visitor.get(&first);
        assert_eq!(opened.status, 200);
        assert!(!opened.body.contains("found="), "{}", opened.body);
    }
    forum.write();
    assert_eq!(forum.month(), (1, 0, 0));
    visitor.get("/search?q=submarine");
    forum.write();
    assert_eq!(forum.month(), (2, 1, 0));
}

#[test]
fn robots_strangers_and_made_up_keys_open_nothing() {
    let forum = Forum::spawn();
    let robot = forum.app.visitor().calling_itself(ROBOT);
    assert!(!result_of(&robot.get("/search?q=valve")).contains("found="));
    let first = result_of(&forum.visitor().get("/search?q=valve"));
    let from = |site: &str, client: &Client| {
        let opened = client
            .send_with("GET", &first, &[("sec-fetch-site", site)], None)
            .unwrap();
        assert_eq!(opened.status, 200);
    };
    from("same-origin", &robot);
    from("cross-site", &forum.visitor());
    from("none", &forum.visitor());
    let path = first.split('?').next().unwrap();
    for made_up in ["found=1f-1", "found=x", "found=", "found=1f-1&found=%00"] {
        assert_eq!(
            forum.visitor().get(&format!("{path}?{made_up}")).status,
            200,
            "{made_up}"
        );
    }
    forum.write();
    assert_eq!(forum.month(), (1, 0, 1));
}

#[test]
fn a_kept_page_counts_as_opened_and_stays_one_page() {
    let forum = Forum::spawn();
    let until = Instant::now() + PATIENCE;
    let mut following = tanya::web::upkeep::Following::default();
    let path = forum
        .visitor()
        .get(&format!("/threads/{}", forum.thread))
        .location()
        .unwrap();
    // Until the page comes from memory: then nothing is asked for it.
    loop {
        System::new().block_on(following.follow(&forum.app.site));
        let before = forum.app.store().query_count();
        forum.visitor().get(&path);
        if forum.app.store().query_count() == before {
            break;
        }
        assert!(Instant::now() < until, "{path} never comes from memory");
    }
    let first = result_of(&forum.visitor().get("/search?q=valve"));
    System::new().block_on(following.follow(&forum.app.site));
    let before = forum.app.store().query_count();
    assert_eq!(forum.visitor().get(&first).status, 200);
    assert_eq!(forum.app.store().query_count(), before, "another key is another page");
    forum.write();
    assert_eq!(forum.month(), (1, 0, 0));
}

#[test]
fn what_is_found_while_typing_is_a_search_once_it_stands() {
    let forum = Forum::spawn();
    let visitor = forum.visitor();
    let part = visitor.get("/search?q=va&part=results");
    assert!(part.has("#found") && !part.has("main"), "{}", part.body);
    assert_eq!(part.header("x-robots-tag"), Some("noindex"));
    let typed = visitor.get("/search?q=valve&part=results");
    assert_eq!(typed.attributes("#found", "data-told"), ["1 thread"]);
    visitor.get(&result_of(&typed));
    forum.write();
    assert_eq!(forum.month(), (1, 0, 0));
}

#[test]
fn the_report_says_what_finds_no_answer_without_who_asked() {
    let forum = Forum::spawn();
    for name in ["ada", "bob"] {
        let client = forum.app.signed_in(name).calling_itself(FIREFOX);
        client.get("/search?q=Submarine+for+ada%40analytical.io");
    }
    forum.visitor().get("/search?q=valve");
    forum.visitor().get("/search?q=%3Dcmd()");
    forum.write();
    let page = forum.report("cat", "");
    assert!(
        page.text(".finding").starts_with("100 % of 4 searches in 30 days"),
        "{}",
        page.body
    );
    assert_eq!(
        page.texts(".searched tbody th").first().map(String::as_str),
        Some("submarine for …")
    );
    assert_eq!(
        page.texts(".searched tbody tr:first-child td.numeric"),
        ["2", "2", "0", "0"]
    );
    let links = page.attributes(".searched tbody tr:first-child a", "href");
    assert_eq!(
        links,
        [
            "/search?q=submarine%20for%20%E2%80%A6",
            "/threads/new?q=submarine%20for%20%E2%80%A6"
        ]
    );
    for name in ["dan", "root"] {
        forum.report(name, "?days=7");
    }
    let file = forum.report("dan", ".csv?days=90");
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(file.body.contains("\"submarine for …\",2,2,0,0,"), "{}", file.body);
    assert!(file.body.contains("\"'=cmd()\""), "{}", file.body);
    assert_eq!(forum.app.signed_in("cat").get("/reports/searches?days=8").status, 400);
    assert_eq!(forum.app.signed_in("eve").get("/reports/searches").status, 403);
    let everywhere = forum.app.signed_in("dan").get("/");
    assert!(
        everywhere
            .attributes(".menu-panel a", "href")
            .contains(&"/reports/searches".to_owned())
    );
}

#[test]
fn what_only_staff_may_see_is_not_told_as_found() {
    let forum = Forum::spawn();
    forum
        .app
        .by("dan", |dan| dan.ask("back-office", "Periscope prices", "money"));
    let mut follower = Follower::new(
        forum.app.store().clone(),
        forum.app.site.search.clone(),
        forum.app.clock.clone(),
    );
    let dan = forum.app.signed_in("dan").calling_itself(FIREFOX);
    let until = Instant::now() + PATIENCE;
    // Each look is another search, as it is not the first of its words that finds something.
    for turn in 0.. {
        follower.catch_up().unwrap();
        let found = dan.get(&format!("/search?q=periscope+-x{turn}"));
        if found.has(".result") {
            break;
        }
        assert!(Instant::now() < until, "the periscope is never found");
    }
    forum.write();
    let (searches, none, unopened) = forum.month();
    assert_eq!((searches - none, unopened), (0, 0));
}

fn search(words: &str, at: chrono::DateTime<chrono::Utc>) -> Search {
    Search {
        key: SearchKey::random(),
        words: SearchedWords::of(words).unwrap(),
        searched_at: at,
        result_count: 2,
        article_count: Some(0),
        is_signed_in: false,
    }
}

#[test]
fn a_search_leaves_each_period_in_its_time_and_is_forgotten_after_a_year() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why does the valve leak?", "water"));
    let begun = app.now();
    let (old, opened) = (search("valve", begun), search("valve", begun));
    let opening = Opening {
        finding: Finding {
            search: opened.key,
            position: 3,
        },
        subject: Subject::Thread(thread),
        opened_at: begun,
    };
    let unknown = Opening {
        finding: Finding {
            search: SearchKey::random(),
            position: 1,
        },
        ..opening
    };
    let nowhere = Opening {
        subject: Subject::Thread(ThreadId::stored(999_999)),
        ..opening
    };
    let left = app.write(|tx| searches::write(tx, &[old, opened], &[opening, unknown, nowhere, opening]));
    assert_eq!(left, [unknown], "its search may still come");
    let counts = |app: &TestApp| {
        let of = |period| app.read(|db| searches::totals(db, period)).search_count;
        Period::ALL.map(of)
    };
    let rows = |app: &TestApp| app.read(|db| searches::unanswered(db, Period::Quarter, None, 10)).items;
    assert_eq!(counts(&app), [2, 2, 2]);
    let expected = Totals {
        search_count: 2,
        none_count: 0,
        unopened_count: 1,
    };
    assert_eq!(rows(&app).first().map(|row| row.totals), Some(expected));
    for (days, left) in [(6, [2, 2, 2]), (8, [0, 2, 2]), (31, [0, 0, 2]), (91, [0, 0, 0])] {
        app.pass(begun + Time::days(days) - app.now());
        app.work();
        assert_eq!(counts(&app), left, "after {days} days");
    }
    assert!(rows(&app).is_empty());
    let sweep = |now| app.write(|tx| searches::sweep(tx, now));
    assert_eq!(sweep(begun + Time::days(364)), 0);
    assert_eq!(sweep(begun + Time::days(366)), 2, "and what was opened goes with them");
}

#[test]
fn the_report_pages_through_all_of_it_in_the_order_of_need() {
    let app = TestApp::spawn();
    let all: Vec<Search> = (0..120)
        .flat_map(|number| (0..=number % 3).map(move |_| number))
        .map(|number| search(&format!("words {number}"), app.now()))
        .collect();
    app.write(|tx| searches::write(tx, &all, &[]));
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = app.read(|db| searches::unanswered(db, Period::Week, after, 50));
        seen.extend(
            page.items
                .iter()
                .map(|row| (row.totals.search_count, row.words.clone())),
        );
        after = page.more;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 120);
    assert!(seen.is_sorted_by(|a, b| a.0 >= b.0));
    let names: std::collections::HashSet<&String> = seen.iter().map(|(_, words)| words).collect();
    assert_eq!(names.len(), 120, "none stands there twice");
}

#[test]
fn what_finds_no_article_stands_on_the_desk_until_one_is_written() {
    let forum = Forum::spawn();
    let cat = forum.app.signed_in("cat");
    let missing = || cat.visit("/moderation/articles").texts(".missing tbody th");
    let search = |typed: &str, visitors: &[&str]| {
        for name in visitors {
            forum
                .app
                .signed_in(name)
                .calling_itself(FIREFOX)
                .get(&format!("/search?q={typed}"));
        }
    };
    search("valve", &["ada", "bob", "eve"]);
    search("submarine", &["ada", "bob", "eve", "dan"]);
    search("periscope", &["ada", "bob"]);
    // These ask for threads, whatever articles there are.
    search("valve+is%3Aopen", &["ada", "bob", "eve"]);
    search("valve+category%3Ahelp", &["ada", "bob", "eve"]);
    forum.write();
    assert_eq!(missing(), ["submarine", "valve"]);
    let page = cat.visit("/moderation/articles");
    assert_eq!(page.texts(".missing tbody td.numeric"), ["4", "3"]);
    let write = page.attributes(".missing tbody tr:first-child a", "href");
    assert_eq!(write, ["/search?q=submarine", "/articles/new?title=submarine"]);
    let section = forum.app.by("cat", |cat| cat.section("Devices", None));
    let form = cat.visit(&write[1]).form("main form[action='/articles/new']");
    assert_eq!(form.value("title"), Some("submarine"));
    let article = forum.app.by("root", |root| {
        root.article(section, "Secret submarine", "staff")?;
        root.article(section, "How do I close the valve?", "public")
    });
    let mut follower = Follower::new(
        forum.app.store().clone(),
        forum.app.site.search.clone(),
        forum.app.clock.clone(),
    );
    let until = Instant::now() + PATIENCE;
    while missing() != ["submarine"] {
        assert!(Instant::now() < until, "{:?}", missing());
        follower.catch_up().unwrap();
    }
    // An article that is opened from a search counts as opened.
    let (before, visitor) = (forum.month(), forum.visitor());
    let result = visitor.get("/search?q=close+the+valve");
    let opened = result_of(&result);
    assert!(
        opened.starts_with(&format!("/articles/{article}/")) && opened.contains("found="),
        "{opened}"
    );
    assert_eq!(visitor.get(&opened).status, 200);
    forum.write();
    assert_eq!(forum.month(), (before.0 + 1, before.1, before.2));
    // After their month they count no more.
    forum.app.clock.pass(Time::days(31));
    let now = forum.app.now();
    while forum.app.write(|tx| searches::sweep(tx, now)) > 0 {}
    assert!(missing().is_empty());
}
