//! Sitemaps and what robots are told.

use tanya::web::sitemaps::{Plan, plan};

use super::{delete, path};
use crate::support::{Page, TestApp};

/// The addresses of a sitemap, with the time of their last change.
fn addresses(page: &Page) -> Vec<(String, Option<String>)> {
    assert_eq!(page.status, 200, "{}: {}", page.path, page.body);
    assert_eq!(page.header("content-type"), Some("application/xml; charset=utf-8"));
    let mut reader = quick_xml::Reader::from_str(&page.body);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    let between = |text: &str, begin: &str, end: &str| -> Option<String> {
        let (_, rest) = text.split_once(begin)?;
        rest.split_once(end).map(|(inside, _)| inside.to_owned())
    };
    let entries = page.body.split("<loc>").skip(1);
    entries
        .map(|entry| {
            let (address, rest) = entry.split_once("</loc>").unwrap();
            (address.to_owned(), between(rest, "<lastmod>", "</lastmod>"))
        })
        .collect()
}

#[test]
fn the_sitemap_lists_what_the_public_sees_and_every_address_answers() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let visitor = app.visitor();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box & why?", "box"));
    app.by("ada", |ada| ada.ask("members", "A secret of members", "secret"));
    app.by("dan", |dan| dan.ask("back-office", "A secret of staff", "secret"));
    let deleted = app.by("ada", |ada| ada.ask("help", "A secret that was deleted", "secret"));
    delete(&app, deleted);
    app.pass(chrono::Duration::days(1));
    app.by("bob", |bob| bob.reply(thread, "With the key."));
    let page = visitor.get("/sitemap.xml");
    let listed = addresses(&page);
    assert!(!page.body.contains("secret") && !page.body.contains("/users/") && !page.body.contains("members"));
    for (address, _) in &listed {
        let page = visitor.get(&path(address));
        assert_eq!(page.status, 200, "{address}");
        assert!(!page.has("meta[name=robots]"), "{address} is not to be listed");
        assert_eq!(page.attributes("link[rel=canonical]", "href"), [address.as_str()]);
    }
    let of_thread = listed
        .iter()
        .find(|(address, _)| address.contains(&format!("/threads/{thread}/")));
    assert_eq!(of_thread.unwrap().1.as_deref(), Some("2026-03-03T10:00:00Z"));
    for part in ["/tags/box", "/categories/help", "/threads", "/"] {
        let whole = format!("http://forum.localhost{part}");
        assert!(listed.iter().any(|(address, _)| *address == whole), "{part}");
    }
}

#[test]
fn many_addresses_are_spread_over_parts_that_never_move() {
    let app = TestApp::spawn();
    for nth in 1..=7 {
        let category = if nth == 4 { "members" } else { "help" };
        let thread = app.by("ada", |ada| ada.ask(category, &format!("Question {nth}"), ""));
        assert_eq!(thread.get(), nth);
        if nth == 3 {
            delete(&app, thread);
        }
    }
    assert_eq!(app.read(|db| plan(db, 3, 10)), Plan::Whole);
    assert_eq!(app.read(|db| plan(db, 4, 10)), Plan::Parts(vec![1]));
    // 3 was deleted and 4 is out of sight: nothing of the second part is left.
    assert_eq!(app.read(|db| plan(db, 1, 2)), Plan::Parts(vec![1, 3, 4]));
    assert_eq!(app.read(|db| plan(db, 1, 3)), Plan::Parts(vec![1, 2, 3]));

    let visitor = app.visitor();
    assert_eq!(addresses(&visitor.get("/sitemaps/threads-1.xml")).len(), 5);
    assert!(addresses(&visitor.get("/sitemaps/pages.xml")).len() >= 5);
    for number in ["2", "0", "-1", "x", "9223372036854775807"] {
        let path = format!("/sitemaps/threads-{number}.xml");
        assert_eq!(visitor.get(&path).status, 404, "{path}");
    }
}

#[test]
fn above_fifty_thousand_the_sitemap_is_an_index() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    app.write(|tx| {
        use diesel::connection::SimpleConnection;
        let row = "insert into threads (id, category_id, kind, standing, author_id, created_at, active_at, renderer, title, \
                   body_markdown, body_html) select 120000, category_id, kind, standing, author_id, created_at, active_at, \
                   renderer, 'Far away', body_markdown, body_html from threads where id = 1";
        Ok(tx.batch_execute(row)?)
    });
    let visitor = app.visitor();
    let parts: Vec<(String, Option<String>)> = addresses(&visitor.get("/sitemap.xml"))
        .into_iter()
        .map(|(part, changed_at)| (path(&part), changed_at))
        .collect();
    let changed_at = Some("2026-03-02T10:00:00Z".to_owned());
    assert_eq!(
        parts,
        [
            ("/sitemaps/pages.xml".to_owned(), None),
            ("/sitemaps/threads-1.xml".to_owned(), changed_at.clone()),
            ("/sitemaps/threads-3.xml".to_owned(), changed_at)
        ]
    );
    let far = addresses(&visitor.get("/sitemaps/threads-3.xml"));
    assert_eq!(far[0].0, "http://forum.localhost/threads/120000/far-away");
    assert_eq!(far.len(), 1);
}

#[test]
fn a_sitemap_is_kept_compressed_until_something_that_it_lists_goes() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    let visitor = app.visitor();
    let first = visitor.get("/sitemap.xml").body;
    let before = app.site.store.query_count();
    assert_eq!(visitor.get("/sitemap.xml").body, first);
    let gzip = [("accept-encoding", "gzip")];
    let packed = visitor.send_with("GET", "/sitemap.xml", &gzip, None).unwrap();
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(app.site.store.query_count(), before, "it was made again");
    app.by("bob", |bob| bob.reply(thread, "With the key."));
    assert_eq!(visitor.get("/sitemap.xml").body, first, "for ten minutes");
    delete(&app, thread);
    assert!(first.contains("/threads/1/") && !visitor.get("/sitemap.xml").body.contains("/threads/1/"));
}

#[test]
fn robots_are_told_where_the_sitemap_is_and_what_to_leave_alone() {
    let app = TestApp::spawn();
    let page = app.visitor().get("/robots.txt");
    assert_eq!(page.header("content-type"), Some("text/plain; charset=utf-8"));
    assert!(
        page.body
            .lines()
            .any(|line| line == "Sitemap: http://forum.localhost/sitemap.xml")
    );
    let closed: Vec<&str> = page
        .body
        .lines()
        .filter_map(|line| line.strip_prefix("Disallow: "))
        .collect();
    let is_closed = |path: &str| closed.iter().any(|rule| matches(rule, path));
    for path in [
        "/sign-in?back=x",
        "/settings",
        "/admin/people",
        "/threads?sort=votes",
        "/threads/1/-/edit",
    ] {
        assert!(is_closed(path), "{path}");
    }
    for path in [
        "/",
        "/threads",
        "/threads/new",
        "/threads/1/how",
        "/threads?is=open&after=x",
        "/threads/1/-/picture-x.png",
        "/categories/help",
        "/tags/box",
        "/assets/tanya.x.css",
        "/feeds/all.atom",
        "/sitemap.xml",
        "/about/permissions",
    ] {
        assert!(!is_closed(path), "{path}");
    }
}

/// Whether a rule of robots.txt matches: a beginning, with `*` for anything.
fn matches(rule: &str, path: &str) -> bool {
    let mut rest = path;
    for (nth, part) in rule.split('*').enumerate() {
        match rest.find(part) {
            Some(at) if nth > 0 || at == 0 => rest = &rest[at + part.len()..],
            _ => return false,
        }
    }
    true
}
