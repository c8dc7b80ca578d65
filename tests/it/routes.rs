//! Every row of the table of routes × every viewer × every method: what is answered is what the row says.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::dev::ResourceDef;
use diesel::connection::SimpleConnection;
use tanya::domain::id::{CommentId, ReplyId, ThreadId};
use tanya::domain::job::Job;
use tanya::domain::token::Purpose;
use tanya::store::comments::CommentOn;
use tanya::store::tokens::{self, Errand};
use tanya::store::{jobs, sessions};
use tanya::web::routes::{Access, Route, TABLE};

use crate::support::{Client, Page, TestApp};

/// The viewers: nobody, and one of each role.
const VIEWERS: &[&str] = &["", "ada", "eve", "dan", "cat", "root"];
/// Methods that a row may lack.
const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
/// What is there only while the forum has nobody.
pub const GONE_ONCE_SET_UP: &[&str] = &["/set-up"];
/// A secret that was never handed out.
const UNKNOWN_SECRET: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A forum with something behind every address.
pub struct World {
    pub app: TestApp,
}

impl World {
    pub fn new() -> Self {
        let app = TestApp::spawn();
        app.leaves_jobs();
        Self { app }
    }

    /// A browser of this viewer, who is nobody when the name is empty.
    pub fn browser(&self, viewer: &str) -> Client {
        if viewer.is_empty() {
            self.app.visitor()
        } else {
            self.app.signed_in(viewer)
        }
    }

    /// The cookie of a session that begins now.
    fn session(&self, viewer: &str) -> Option<String> {
        if viewer.is_empty() {
            return None;
        }
        let (user, now) = (self.app.user(viewer).id, self.app.now());
        let token = self.app.write(|tx| sessions::open(tx, user, "a browser of tests", now));
        Some(format!("session={}", token.reveal()))
    }

    /// Sends a request in a session of its own, so that none ends another's.
    fn send(&self, viewer: &str, method: &str, path: &str, site: &str) -> Page {
        let cookie = self.session(viewer);
        let mut headers = vec![("sec-fetch-site", site)];
        headers.extend(cookie.as_deref().map(|cookie| ("cookie", cookie)));
        let body =
            matches!(method, "POST" | "PUT" | "PATCH").then_some(("application/x-www-form-urlencoded", &b""[..]));
        self.app.visitor().send_with(method, path, &headers, body).unwrap()
    }

    pub fn thread(&self) -> ThreadId {
        self.app
            .by("ada", |ada| ada.ask("help", "How do I open the box?", "box"))
    }

    pub fn reply(&self) -> ReplyId {
        let thread = self.thread();
        self.app.by("bob", |bob| bob.reply(thread, "With the key."))
    }

    pub fn comment(&self) -> CommentId {
        let reply = self.reply();
        self.app
            .by("ada", |ada| ada.comment(CommentOn::Reply(reply), "Which one?"))
    }

    /// The number under which an imported forum had a thing; its address there leads to what it is now.
    fn origin(&self, family: &str, noun: &str) -> i64 {
        let id = if noun == "thread" {
            self.thread().get()
        } else {
            self.reply().get()
        };
        let number = 100_000 + id;
        let row = format!(
            "insert into origins (source, noun, source_id, family, noun_id) \
             values ('forum.example.org', '{noun}', {number}, '{family}', {id}) on conflict do nothing"
        );
        self.app.write(|tx| Ok(tx.batch_execute(&row)?));
        number
    }

    /// A dead job.
    fn job(&self) -> i64 {
        let now = self.app.now();
        let claimed = self.app.write(|tx| {
            jobs::enqueue(tx, &Job::Sweep, now)?;
            jobs::claim(tx, "a worker of tests", now)
        });
        let id = claimed.unwrap().id;
        self.app.write(|tx| jobs::fail(tx, id, 1_000, "a test", now));
        id.get()
    }

    /// A secret that was handed out.
    fn secret(&self, purpose: Purpose) -> String {
        let (user, now) = (self.app.user("bob").id, self.app.now());
        let errand = match purpose {
            Purpose::ResetPassword => Errand::ResetPassword(user),
            Purpose::ClaimAccount => Errand::ClaimAccount(user),
            Purpose::ConfirmSignUp => return UNKNOWN_SECRET.to_owned(),
        };
        self.app.write(|tx| tokens::issue(tx, errand, now)).reveal().to_owned()
    }

    /// The hashed name of an embedded file.
    fn asset(&self) -> String {
        let page = self.app.visitor().get("/sign-in");
        page.attributes("link[rel=stylesheet]", "href").remove(0)
    }
}

type Example = fn(&World) -> String;

/// Where something stands for each pattern that has a part to fill in.
const EXAMPLES: &[(&str, Example)] = &[
    ("/assets/{name}", |world| world.asset()),
    ("/sign-up/confirm/{token}", |world| {
        format!("/sign-up/confirm/{}", world.secret(Purpose::ConfirmSignUp))
    }),
    ("/reset-password/{token}", |world| {
        format!("/reset-password/{}", world.secret(Purpose::ResetPassword))
    }),
    ("/claim/{token}", |world| {
        format!("/claim/{}", world.secret(Purpose::ClaimAccount))
    }),
    ("/users/{id}", |_| "/users/1".to_owned()),
    ("/users/{id}/{name}", |_| "/users/1/ada".to_owned()),
    ("/threads/{id}", |world| format!("/threads/{}", world.thread())),
    ("/threads/{id}/{slug}", |world| {
        format!("/threads/{}/how-do-i-open-the-box", world.thread())
    }),
    ("/replies/{id}", |world| format!("/replies/{}", world.reply())),
    ("/comments/{id}", |world| format!("/comments/{}", world.comment())),
    ("/categories/{slug}", |_| "/categories/help".to_owned()),
    ("/tags/{name}", |world| {
        world.thread();
        "/tags/box".to_owned()
    }),
    ("/questions/{id}", |world| {
        format!("/questions/{}", world.origin("stackexchange", "thread"))
    }),
    ("/questions/{id}/{slug}", |world| {
        format!("/questions/{}/x", world.origin("stackexchange", "thread"))
    }),
    ("/q/{id}", |world| {
        format!("/q/{}", world.origin("stackexchange", "thread"))
    }),
    ("/q/{id}/{by}", |world| {
        format!("/q/{}/7", world.origin("stackexchange", "thread"))
    }),
    ("/a/{id}", |world| {
        format!("/a/{}", world.origin("stackexchange", "reply"))
    }),
    ("/a/{id}/{by}", |world| {
        format!("/a/{}/7", world.origin("stackexchange", "reply"))
    }),
    ("/t/{slug}", |world| {
        format!("/t/{}", world.origin("discourse", "thread"))
    }),
    ("/t/{slug}/{id}", |world| {
        format!("/t/a-slug/{}", world.origin("discourse", "thread"))
    }),
    ("/t/{slug}/{id}/{post}", |world| {
        format!("/t/a-slug/{}/2", world.origin("discourse", "thread"))
    }),
    ("/p/{id}", |world| format!("/p/{}", world.origin("discourse", "reply"))),
    ("/admin/jobs/{id}/retry", |world| {
        format!("/admin/jobs/{}/retry", world.job())
    }),
];

/// Patterns whose examples follow from their beginning.
const FAMILIES: &[(&str, &str, Example)] = &[
    ("/threads/{id}/", "{id}", |world| world.thread().to_string()),
    ("/replies/{id}/", "{id}", |world| world.reply().to_string()),
    ("/comments/{id}/", "{id}", |world| world.comment().to_string()),
    ("/admin/people/{id}", "{id}", |_| "2".to_owned()),
    ("/admin/categories/{slug}", "{slug}", |_| "members".to_owned()),
    ("/admin/tags/{name}", "{name}", |world| {
        world.thread();
        "box".to_owned()
    }),
];

/// A path that a pattern matches, with something behind it; a new thing at every call.
pub fn example(world: &World, pattern: &str) -> String {
    if !pattern.contains('{') {
        return pattern.to_owned();
    }
    if let Some((_, example)) = EXAMPLES.iter().find(|(known, _)| *known == pattern) {
        return example(world);
    }
    let family = FAMILIES.iter().find(|(beginning, _, _)| pattern.starts_with(beginning));
    let (_, part, fill) = family.unwrap_or_else(|| panic!("the route {pattern} has no example: add one here"));
    let path = pattern.replacen(part, &fill(world), 1);
    assert!(!path.contains('{'), "the route {pattern} has no example: add one here");
    path
}

fn is_moderator(viewer: &str) -> bool {
    matches!(viewer, "cat" | "root")
}

/// Whether the row lets this viewer in, as far as the table can say.
fn may(route: &Route, viewer: &str) -> bool {
    match route.access {
        Access::Anyone | Access::Operator | Access::Holder => true,
        Access::SignedIn => !viewer.is_empty(),
        Access::Moderator => is_moderator(viewer),
        Access::Admin => viewer == "root",
    }
}

fn check_answer(route: &Route, viewer: &str, page: &Page) {
    if GONE_ONCE_SET_UP.contains(&route.path) {
        assert_eq!(page.status, 404, "{} {}", route.method, route.path);
        return;
    }
    let said = format!(
        "{} {} as {viewer:?}: {}\n{}",
        route.method, page.path, page.status, page.body
    );
    let leads_to_sign_in = page.status == 303 && page.location().is_some_and(|to| to.starts_with("/sign-in"));
    if may(route, viewer) {
        // A form without its fields is malformed; what the row lets in, a finer rule may still refuse.
        let is_fine_refusal = page.status == 403 && route.method == "POST" && route.access == Access::SignedIn;
        let is_answered = matches!(page.status, 200..=399 | 400 | 410 | 422) || is_fine_refusal;
        assert!(is_answered, "{said}");
        assert!(viewer.is_empty() || !leads_to_sign_in, "{said}");
        assert!(
            route.method == "POST" || page.status < 400 || route.access == Access::Holder,
            "{said}"
        );
    } else if viewer.is_empty() {
        assert!(leads_to_sign_in, "{said}");
    } else {
        assert_eq!(page.status, 403, "{said}");
    }
}

#[test]
fn every_route_answers_every_viewer_as_its_row_says() {
    let world = World::new();
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
    let strays: Vec<&str> = EXAMPLES
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
    if !strays.is_empty() {
        eprintln!("examples without a route: {strays:?}");
    }
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
        assert!(seen.len() < 600, "the pages link without end");
    }
}
