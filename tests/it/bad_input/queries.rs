//! What nobody would search for: any bytes are a query, and its answer comes soon.

use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use tanya::search::embedded::{Filters, Visible};
use tanya::search::follower::Follower;
use tanya::search::query::{LONGEST, Query};
use tanya::search::{Asked, Search};

use crate::support::{Client, Page, TestApp, is_long};

/// How long an answer may take on a slow machine with a program that is not optimised.
const SOON: Duration = Duration::from_secs(5);

/// What engines, shells and databases take for more than text.
const STRANGE: &[&str] = &[
    "title:foo AND (bar",
    "*",
    "???",
    "/re/",
    "/(a+)+$/",
    "[a TO b]",
    "{* TO *}",
    "\"unbalanced",
    "\"\"",
    "tag:",
    "tag:\"",
    "tag:tag:tag:",
    "is:nonsense",
    "is:",
    "category:../..",
    "by:%",
    "by:\"\"",
    "before:9999-99-99",
    "before:9999-12-31",
    "before:-262143-01-01",
    "before:+262142-12-31",
    "a~2^9",
    "+blink -blink",
    "-",
    "--",
    "- - -",
    "blink\\",
    "'; drop table threads; --",
    "\u{202e}knilb\u{202c}",
    "\u{200f}\u{200e}\u{feff}",
    "a\0b",
    "\u{1}\u{7f}\u{85}",
    "💡👩‍👩‍👧‍👦🇵🇭",
    "e\u{301}\u{301}\u{301}\u{301}",
    "ﷺ",
    "İıſß",
    "支払い 支払い方法は",
    "ค้นหา",
    "\u{e000}\u{10ffff}",
];

/// A forum in which something is found.
struct Searched {
    app: TestApp,
}

impl Searched {
    fn new() -> Self {
        let app = TestApp::spawn();
        for title in [
            "Why does the lamp blink?",
            "支払い方法はどこで変えますか",
            "Größe der Karte ändern",
        ] {
            app.by("ada", |ada| ada.ask("help", title, "light"));
        }
        let mut follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
        let until = Instant::now() + Duration::from_secs(30);
        while count(&app.site.search, "blink", &app) == 0 {
            follower.catch_up().unwrap();
            assert!(Instant::now() < until, "nothing is found");
        }
        Self { app }
    }

    /// Asks the page, with these bytes as they are.
    fn page(&self, visitor: &Client, typed: &[u8], rest: &str) -> Page {
        let encoded: String = typed.iter().map(|byte| format!("%{byte:02x}")).collect();
        let begun = Instant::now();
        let page = visitor.get(&format!("/search?q={encoded}{rest}"));
        let what = String::from_utf8_lossy(typed);
        assert!(begun.elapsed() < SOON, "{what} took {:?}", begun.elapsed());
        let is_clear = page.status == 200 || (400..500).contains(&page.status);
        assert!(is_clear, "{what}: {}\n{}", page.status, page.body);
        assert!(page.has("main"), "{what}: no page\n{}", page.body);
        page
    }
}

/// How many threads a query finds, asked of the index itself.
fn count(search: &Arc<Search>, typed: &str, app: &TestApp) -> usize {
    let asked = Asked {
        query: &Query::parse(typed),
        filters: &Filters::default(),
        visible: &Visible::default(),
        now: app.now(),
    };
    let answer = search.find(&asked, 0, 10).unwrap().unwrap_or_default();
    assert!(answer.hits.len() <= answer.counts.all, "{typed}");
    answer.counts.all
}

/// Text that is made of what may mean something.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(STRANGE).prop_map(str::to_owned),
        3 => "\\PC{0,12}",
        2 => "[\\x00-\\x7f]{0,12}",
        2 => "(tag|is|by|category|before|title|-|\\+)?:?[\"“”„(\\[{]{0,2}(blink|lamp|支払|Größ)[\"”)\\]}~*?]{0,2}",
        1 => any::<char>().prop_map(|one| one.to_string().repeat(50)),
    ];
    let between = prop::sample::select(&[" ", "", "\t", "\u{3000}", "\"", "-", ":"][..]);
    prop::collection::vec((piece, between), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, between)| piece + between).collect())
}

fn runner(short: u32, long: u32) -> TestRunner {
    let cases = if is_long() { long } else { short };
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    })
}

#[test]
fn any_text_is_answered_by_the_index() {
    let searched = Searched::new();
    let outcome = runner(500, 20_000).run(&hostile(), |typed| {
        let begun = Instant::now();
        count(&searched.app.site.search, &typed, &searched.app);
        let similar = searched
            .app
            .site
            .search
            .similar(&typed, &typed, &Visible::default(), searched.app.now(), 5);
        prop_assert!(similar.is_ok());
        prop_assert!(begun.elapsed() < SOON);
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn any_bytes_are_answered_by_the_page() {
    let searched = Searched::new();
    let visitor = searched.app.visitor();
    let bytes = prop_oneof![
        hostile().prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..60)
    ];
    let outcome = runner(60, 2_000).run(&bytes, |typed| {
        searched.page(&visitor, &typed, "");
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn what_means_something_elsewhere_is_text_here() {
    let searched = Searched::new();
    let visitor = searched.app.visitor();
    for typed in STRANGE {
        assert_eq!(searched.page(&visitor, typed.as_bytes(), "").status, 200, "{typed}");
        let beside = format!("{typed} blink");
        assert_eq!(searched.page(&visitor, beside.as_bytes(), "").status, 200, "{beside}");
    }
    let text = searched.page(&visitor, b"lamp AND [blink", "");
    assert_eq!(
        text.texts(".result-title"),
        ["Why does the lamp blink?"],
        "{}",
        text.body
    );
}

#[test]
fn what_is_too_much_is_cut_with_a_word() {
    let searched = Searched::new();
    let visitor = searched.app.visitor();
    let much = [
        "word ".repeat(2_000),
        "-".repeat(1_000),
        "- ".repeat(1_000),
        "-a ".repeat(1_000),
        "\"".repeat(500),
        "\"a\" ".repeat(500),
        "w".repeat(1_001),
        "支".repeat(3_000),
        "a-b.c_d/".repeat(600),
        "tag:a ".repeat(500),
    ];
    for typed in much {
        let beginning: String = typed.chars().take(20).collect();
        let page = searched.page(&visitor, typed.as_bytes(), "");
        if page.status == 200 && typed.len() > LONGEST && !Query::parse(&typed).is_empty() {
            let says = page.texts(".hint").iter().any(|hint| hint.contains("longer"));
            assert!(says, "{beginning}… is cut without a word\n{}", page.body);
        }
        assert!(matches!(page.status, 200 | 414), "{beginning}…: {}", page.status);
    }
}

#[test]
fn a_page_beyond_the_end_is_empty() {
    let searched = Searched::new();
    let visitor = searched.app.visitor();
    for page in [
        "2",
        "51",
        "500",
        "501",
        "999999999",
        "18446744073709551616",
        "0",
        "-1",
        "x",
        "%00",
        "1e3",
    ] {
        let shown = searched.page(&visitor, b"blink", &format!("&page={page}"));
        assert_eq!(shown.status, 200, "{page}");
        let is_beyond = page.parse::<usize>().is_ok_and(|page| page > 1);
        assert_eq!(
            shown.texts(".result-title").is_empty(),
            is_beyond,
            "page {page}\n{}",
            shown.body
        );
    }
}
