//! Every row of the table of routes × every viewer × every method: what is answered is what the row says.

mod examples;
mod links;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use actix_web::dev::ResourceDef;
use tanya::web::routes::{Access, Route, TABLE};

pub use examples::example;
pub use world::World;

use crate::support::{Client, Page};

/// The viewers: nobody, one of each role, and one of each kind that conduct makes.
const VIEWERS: &[&str] = &["", "nina", "ada", "rex", "sid", "sue", "eve", "dan", "cat", "root"];
/// Methods that a row may lack.
const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
/// What is there only while the forum has nobody.
pub const GONE_ONCE_SET_UP: &[&str] = &["/set-up"];

/// Whoever is suspended has no session any more.
fn is_nobody(viewer: &str) -> bool {
    matches!(viewer, "" | "sue")
}

fn is_moderator(viewer: &str) -> bool {
    matches!(viewer, "cat" | "root")
}

fn is_staff(viewer: &str) -> bool {
    viewer == "dan"
}

/// Whether the row lets this viewer in, as far as the table can say.
fn may(route: &Route, viewer: &str) -> bool {
    match route.access {
        Access::Anyone | Access::Operator | Access::Holder => true,
        Access::SignedIn => !is_nobody(viewer),
        Access::Moderator | Access::ThreadModerator => is_moderator(viewer),
        Access::ModeratorOrStaff | Access::ReportReader => is_moderator(viewer) || is_staff(viewer),
        // Moderators do not, unless a setting lets them.
        Access::Admin | Access::Inviter => viewer == "root",
    }
}

/// What is there only where it is configured.
const CONFIGURED: &[&str] = &["/incoming/mail"];
/// What takes a form of several parts, and no other.
const IN_PARTS: &[&str] = &["/uploads"];
/// What is there only for whom it is about.
const OWN: &[&str] = &[
    "/notifications/{id}/read",
    "/notifications/conduct/{id}/read",
    "/warnings/{id}/read",
];

fn check_answer(route: &Route, viewer: &str, page: &Page) {
    if CONFIGURED.contains(&route.path) {
        assert_eq!(page.status, 404, "{} {}", route.method, route.path);
        return;
    }
    if GONE_ONCE_SET_UP.contains(&route.path) {
        let is_gone = page.status == 404 || (route.method == "POST" && page.status == 400);
        assert!(is_gone, "{} {}: {}", route.method, route.path, page.status);
        return;
    }
    let said = format!(
        "{} {} as {viewer:?}: {}\n{}",
        route.method, page.path, page.status, page.body
    );
    let leads_to_sign_in = page.status == 303 && page.location().is_some_and(|to| to.starts_with("/sign-in"));
    if may(route, viewer) {
        // A form without its fields is malformed; what the row lets in, a finer rule may still refuse.
        let is_silence = viewer == "sid" && route.method == "POST";
        let is_fine_refusal = page.status == 403 && (route.access == Access::SignedIn || is_silence);
        let is_others = page.status == 404 && OWN.contains(&route.path);
        let is_other_form = page.status == 415 && IN_PARTS.contains(&route.path);
        let is_answered =
            is_others || is_other_form || matches!(page.status, 200..=399 | 400 | 410 | 422) || is_fine_refusal;
        assert!(is_answered, "{said}");
        assert!(is_nobody(viewer) || !leads_to_sign_in, "{said}");
        assert!(
            route.method == "POST" || page.status < 400 || is_fine_refusal || route.access == Access::Holder,
            "{said}"
        );
    } else if is_nobody(viewer) {
        assert!(leads_to_sign_in, "{said}");
    } else {
        assert_eq!(page.status, 403, "{said}");
    }
}

#[test]
fn every_route_answers_every_viewer_as_its_row_says() {
    let world = World::new();
    world.app.let_in_the_others();
    // First what only reads, then what may change the world.
    for method in ["GET", "POST"] {
        for route in TABLE.iter().filter(|route| route.method == method) {
            for viewer in VIEWERS {
                let path = example(&world, route.path);
                check_answer(route, viewer, &world.send(viewer, method, &path, "same-origin"));
            }
        }
    }
}

#[test]
fn no_route_takes_a_form_from_another_site() {
    let world = World::new();
    for route in TABLE.iter().filter(|route| route.method == "POST") {
        let path = example(&world, route.path);
        for viewer in ["", "root"] {
            let page = world.send(viewer, "POST", &path, "cross-site");
            assert_eq!(page.status, 403, "{path} as {viewer:?}: {}", page.body);
        }
    }
}

#[test]
fn a_head_is_a_get_without_its_body() {
    let world = World::new();
    for route in TABLE.iter().filter(|route| route.method == "GET") {
        let path = example(&world, route.path);
        let get = world.send("root", "GET", &path, "same-origin");
        let head = world.send("root", "HEAD", &path, "same-origin");
        assert_eq!((head.status, head.body.as_str()), (get.status, ""), "{path}");
    }
}

/// The methods that the table knows for each pattern.
fn known_methods() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut known: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for route in TABLE {
        let methods = known.entry(route.path).or_default();
        methods.insert(route.method);
        if route.method == "GET" {
            methods.insert("HEAD");
        }
    }
    known
}

#[test]
fn a_method_that_a_path_does_not_know_is_refused_with_those_that_it_does() {
    let world = World::new();
    for (pattern, methods) in known_methods() {
        let path = example(&world, pattern);
        // Another row may match the same path: `/threads/new` is also `/threads/{id}`.
        let known: BTreeSet<&str> = known_methods()
            .into_iter()
            .filter(|(other, _)| ResourceDef::new(*other).is_match(&path))
            .flat_map(|(_, methods)| methods)
            .chain(methods)
            .collect();
        for method in METHODS.iter().filter(|method| !known.contains(**method)) {
            let page = world.send("root", method, &path, "same-origin");
            assert_eq!(page.status, 405, "{method} {path}: {}", page.body);
            let allowed: BTreeSet<&str> = page.header("allow").unwrap_or_default().split(", ").collect();
            assert_eq!(allowed, known, "{method} {path}");
        }
    }
}

#[test]
fn an_address_that_nobody_knows_is_a_page_that_offers_a_way_out() {
    let world = World::new();
    for viewer in ["", "ada", "root"] {
        for path in [
            "/nowhere",
            "/threads/0",
            "/threads/x/y/z/w",
            "/%00",
            "/admin/nowhere",
            "//evil.example",
        ] {
            let page = world.send(viewer, "GET", path, "same-origin");
            assert_eq!(page.status, 404, "{path} as {viewer:?}");
            assert!(page.has("main a[href], main form"), "{path}: {}", page.body);
        }
    }
}

#[test]
fn every_pattern_with_an_example_is_a_route() {
    let patterns: BTreeSet<&str> = TABLE.iter().map(|route| route.path).collect();
    let strays: Vec<&str> = examples::EXAMPLES
        .iter()
        .map(|(pattern, _)| *pattern)
        .filter(|one| !patterns.contains(one))
        .collect();
    let world = World::new();
    for pattern in &patterns {
        assert!(
            ResourceDef::new(*pattern).is_match(&example(&world, pattern)),
            "{pattern}"
        );
    }
    assert!(strays.is_empty(), "examples without a route: {strays:?}");
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let world = World::new();
    world.comment();
    for viewer in ["", "ada", "cat", "root"] {
        crawl(&world.browser(viewer), viewer);
    }
}

/// Follows every link of this site from the home page on.
fn crawl(browser: &Client, viewer: &str) {
    let begin = if TABLE.iter().any(|route| route.path == "/") {
        "/"
    } else {
        "/users/1/ada"
    };
    let mut seen = BTreeSet::from([begin.to_owned()]);
    let mut waiting = vec![(begin.to_owned(), "the beginning".to_owned())];
    while let Some((path, from)) = waiting.pop() {
        let page = browser.get(&path);
        // What asks for more than this viewer may do leads to the sign-in page, never to an error.
        assert!(
            page.status < 400,
            "{from} links to {path}, which answers {viewer:?} with {}",
            page.status
        );
        // The links of a letter that is looked at are those of a specimen, and lead nowhere.
        if page.path.starts_with("/admin/letters/specimens/") && page.path.contains("/html") {
            continue;
        }
        let links = page
            .attributes("a[href], link[href], form[method=get]", "href")
            .into_iter();
        let links = links
            .chain(page.location())
            .chain(page.attributes("script[src]", "src"));
        for link in links {
            let link = link
                .split('#')
                .next()
                .unwrap_or_default()
                .replace(crate::support::ORIGIN, "");
            let is_of_page = link.starts_with('?');
            let link = if is_of_page {
                format!("{}{link}", path.split('?').next().unwrap_or_default())
            } else {
                link
            };
            if link.starts_with('/') && seen.insert(link.clone()) {
                waiting.push((link, path.clone()));
            }
        }
        assert!(seen.len() < 1_000, "the pages link without end");
    }
}
