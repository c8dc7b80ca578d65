//! What the head of each page says: its one address, and whether it should be listed at all.

use tanya::web::routes::TABLE;

use super::{delete, page_of};
use crate::routes::{GONE_ONCE_SET_UP, World, example};
use crate::support::TestApp;

/// The pages that search engines may list; every other one says `noindex`.
const LISTED: &[&str] = &[
    "/",
    "/threads",
    "/categories/{slug}",
    "/tags",
    "/tags/{name}",
    "/search",
    "/threads/new",
    "/threads/{id}/{slug}",
    "/articles",
    "/articles/faq",
    "/articles/sections/{id}/{slug}",
    "/articles/{id}/{slug}",
    "/users/{id}/{name}",
    "/about/permissions",
    "/about/shortcuts",
    "/about/terms",
    "/about/privacy",
    "/about/imprint",
];

#[test]
fn every_page_is_listed_under_one_address_or_not_at_all() {
    let world = World::new();
    for route in TABLE.iter().filter(|route| route.method == "GET") {
        if GONE_ONCE_SET_UP.contains(&route.path) {
            continue;
        }
        for viewer in ["", "root"] {
            let page = world.send(viewer, "GET", &example(&world, route.path), "same-origin");
            if !page.body.starts_with("<!DOCTYPE html>") {
                continue;
            }
            // A letter that is looked at is no page: its answer says so, not its head.
            if page.status == 200 && route.path == "/admin/letters/specimens/{kind}/html" {
                assert_eq!(page.header("x-robots-tag"), Some("noindex"));
                continue;
            }
            let robots = page.attributes("meta[name=robots]", "content");
            let canonical = page.attributes("link[rel=canonical]", "href");
            let place = format!("{} as {viewer:?}", page.path);
            if page.status == 200 && LISTED.contains(&route.path) {
                assert_eq!((robots.len(), canonical.len()), (0, 1), "{place}");
                assert!(canonical[0].starts_with("http://forum.localhost/"), "{place}");
                for property in ["og:title", "og:type", "og:url", "og:site_name"] {
                    assert!(page.has(&format!("meta[property='{property}']")), "{place}: {property}");
                }
                assert!(page.has("meta[name='twitter:card']"), "{place}");
            } else {
                assert_eq!((robots, canonical), (vec!["noindex".to_owned()], vec![]), "{place}");
            }
        }
    }
}

#[test]
fn the_same_in_another_order_is_not_listed() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let visitor = app.visitor();
    for path in [
        "/threads?sort=votes",
        "/categories/help?sort=new",
        "/threads?tag=box&category=help",
        "/tags/box?is=resolved",
        "/tags?q=b",
        "/tags?page=1",
    ] {
        assert!(visitor.get(path).has("meta[name=robots][content=noindex]"), "{path}");
    }
    let canonical = |path: &str| visitor.get(path).attributes("link[rel=canonical]", "href").remove(0);
    assert_eq!(
        canonical("/threads?category=help"),
        "http://forum.localhost/categories/help"
    );
    assert_eq!(
        canonical("/threads/new?category=help"),
        "http://forum.localhost/threads/new"
    );
    assert_eq!(canonical("/threads?utm_source=x"), "http://forum.localhost/threads");
    let address = page_of(&app, thread).path;
    let whole = format!("http://forum.localhost{address}");
    assert_eq!(canonical(&format!("{address}?order=oldest")), whole);
}

#[test]
fn what_was_deleted_in_public_is_gone_and_what_never_was_is_not_found() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let public = app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    let reply = app.by("bob", |bob| bob.reply(public, "With the key."));
    let hidden = app.by("dan", |dan| dan.ask("back-office", "Who has the key?", ""));
    let address = page_of(&app, public).path;
    for thread in [public, hidden] {
        delete(&app, thread);
    }
    for path in [
        address.clone(),
        format!("/threads/{public}"),
        format!("/replies/{reply}"),
    ] {
        let page = visitor.get(&path);
        assert_eq!(page.status, 410, "{path}");
        assert!(page.has("main a[href='/threads']") && page.has("meta[name=robots][content=noindex]"));
        assert!(!page.body.contains("open the box"));
    }
    let feed = visitor.get(&format!("/feeds/threads/{public}.atom"));
    assert_eq!(feed.status, 410);
    for path in [
        format!("/threads/{hidden}"),
        format!("/feeds/threads/{hidden}.atom"),
        format!("/threads/{hidden}/-/picture-x.png"),
        "/threads/999999".to_owned(),
    ] {
        assert_eq!(visitor.get(&path).status, 404, "{path}");
    }
    assert_eq!(app.signed_in("cat").get(&address).status, 200, "moderators see it");
}

#[test]
fn a_deleted_reply_is_gone_while_its_thread_stays() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    let reply = app.by("bob", |bob| bob.reply(thread, "With the key."));
    let answer = app
        .signed_in("cat")
        .post(&format!("/replies/{reply}/delete"), &[("reason", "")]);
    assert_eq!(answer.status, 303);
    assert_eq!(app.visitor().get(&format!("/replies/{reply}")).status, 410);
    assert_eq!(page_of(&app, thread).status, 200);
}

#[test]
fn a_file_is_known_by_its_own_tag_only() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let file = visitor
        .get("/sign-in")
        .attributes("link[rel=stylesheet]", "href")
        .remove(0);
    let tag = visitor.get(&file).header("etag").expect("a name").to_owned();
    for (offered, status) in [
        (&*tag, 304),
        (&*format!("\"x\", W/{tag}"), 304),
        ("\"x\"", 200),
        ("nonsense", 200),
    ] {
        let headers = [("if-none-match", offered)];
        let answer = visitor.send_with("GET", &file, &headers, None).unwrap();
        assert_eq!(answer.status, status, "{offered}");
    }
}
