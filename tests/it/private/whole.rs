//! A forum that is for members only: a visitor finds how to come in, and nothing else.

use tanya::store::settings;
use tanya::web::routes::{Access, TABLE};

use crate::routes::{World, example};
use crate::support::TestApp;

/// What a visitor still needs.
const OPEN: &[&str] = &[
    "/healthz",
    "/readyz",
    "/robots.txt",
    "/sign-in",
    "/sign-up",
    "/forgotten-password",
    "/about/terms",
    "/about/privacy",
];

fn close(app: &TestApp) {
    let now = app.now();
    let changed = app.write(|tx| settings::change(tx, |all| all.is_for_members = true, now));
    app.site.take_settings(changed);
}

#[test]
fn a_visitor_is_led_to_the_sign_in_page_and_a_member_reads() {
    let world = World::on(TestApp::spawn());
    let thread = world.thread();
    let visitor = world.app.visitor();
    // What was kept for visitors before is given no more.
    for path in ["/", "/threads"] {
        assert_eq!(visitor.get(path).status, 200);
    }
    close(&world.app);
    for path in OPEN {
        assert_eq!(visitor.get(path).status, 200, "{path}");
    }
    let closed = [
        "/",
        "/threads",
        "/search?q=box",
        "/tags",
        "/sitemap.xml",
        "/feeds/all.atom",
        "/articles",
        "/live",
        "/users/1",
    ];
    for path in closed.into_iter().chain([
        &*format!("/threads/{thread}/x"),
        &*format!("/feeds/threads/{thread}.atom"),
    ]) {
        let page = visitor.get(path);
        assert_eq!(page.status, 303, "{path}: {}", page.body);
        assert!(page.location().unwrap().starts_with("/sign-in"), "{path}");
    }
    assert!(visitor.get("/robots.txt").body.ends_with("Disallow: /\n"));
    assert_eq!(world.browser("ada").get("/threads").status, 200);
}

#[test]
fn no_page_but_those_by_which_one_comes_in_names_a_thread_to_a_visitor() {
    let world = World::on(TestApp::spawn());
    close(&world.app);
    for row in TABLE
        .iter()
        .filter(|row| row.method == "GET" && row.access == Access::Anyone)
    {
        let path = example(&world, row.path);
        let page = world.send("", "GET", &path, "same-origin");
        let whole = format!("{:?}{}", page.location(), page.body).replace(&path, "");
        assert!(!whole.contains("How do I open the box?"), "{path}: {whole}");
    }
}

#[test]
fn an_administrator_closes_the_forum_by_the_form() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let saved = root.submit(
        "/admin/settings",
        "form[action='/admin/settings']",
        &[("is_for_members", "true")],
    );
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(app.visitor().get("/threads").status, 303);
    assert!(root.get("/admin/settings").has("input[name=is_for_members][checked]"));
}
