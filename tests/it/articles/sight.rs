//! What somebody may not see is in no list, no count, no sitemap, and on no page of a thread.

use tanya::domain::article::LinkKind;

use super::path;
use crate::support::TestApp;

#[test]
fn an_article_of_the_staff_is_invisible_to_others_everywhere() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the secret box?", "box"));
    let (open, hidden) = app.by("cat", |cat| {
        let (open, hidden) = (cat.section("Devices", None)?, cat.section("Behind the counter", None)?);
        cat.article(open, "How do I open the box?", "public")?;
        Ok((open, hidden))
    });
    let staff = app.by("root", |root| {
        let id = root.article(hidden, "Secret ways to open the box", "staff")?;
        root.article(open, "Secret costs of the box", "staff")?;
        root.link(thread, id, LinkKind::Related)?;
        Ok(id)
    });
    let pages = [
        "/articles".to_owned(),
        "/articles/faq".to_owned(),
        format!("/articles/sections/{open}"),
        "/sitemap.xml".to_owned(),
        "/feeds/all.atom".to_owned(),
        format!("/threads/{thread}"),
        "/moderation/articles".to_owned(),
        "/threads".to_owned(),
    ];
    let ways = "Secret ways";
    for name in ["", "ada", "eve", "cat"] {
        let browser = match name {
            "" => app.visitor(),
            name => app.signed_in(name),
        };
        for page in &pages {
            let shown = browser.visit(page);
            let tells = shown.body.contains(ways) || shown.body.contains("Secret costs");
            assert!(!tells, "{page} tells {name:?}: {}", shown.body);
        }
        let home = browser.visit("/articles");
        // cat writes, so she is shown the section, with nothing in it.
        assert_eq!(home.body.contains("Behind the counter"), name == "cat", "{name}");
        assert!(
            home.body.contains("1 article") && !home.body.contains("2 articles"),
            "{name}"
        );
        assert_eq!(browser.get(&path(staff)).status, 404, "{name}");
    }
    for name in ["dan", "root"] {
        let browser = app.signed_in(name);
        assert_eq!(browser.visit(&path(staff)).text("h1"), "Secret ways to open the box");
        let home = browser.visit("/articles");
        assert!(home.body.contains("2 articles") && home.body.contains(ways), "{name}");
        assert!(
            browser.visit(&format!("/threads/{thread}")).body.contains(ways),
            "{name}"
        );
    }
}

#[test]
fn the_sitemap_lists_what_is_published_for_everybody() {
    let app = TestApp::spawn();
    let sitemap = || app.visitor().visit("/sitemap.xml").body;
    assert!(!sitemap().contains("/articles"), "there is nothing to list yet");
    app.by("cat", |cat| {
        let section = cat.section("Devices", None)?;
        cat.article(section, "How do I open the box?", "public")?;
        cat.article(section, "How do members open the box?", "signed_in")?;
        cat.draft(section, "How will I open the box?", "public")
    });
    let listed = sitemap();
    for part in ["/articles<", "/articles/faq<", "/devices<", "/how-do-i-open-the-box<"] {
        assert!(listed.contains(part), "{part}: {listed}");
    }
    assert!(!listed.contains("members") && !listed.contains("how-will"), "{listed}");
}

#[test]
fn another_audience_or_section_is_counted_anew() {
    let app = TestApp::spawn();
    let (first, second, article) = app.by("cat", |cat| {
        let (first, second) = (cat.section("Devices", None)?, cat.section("Billing", None)?);
        Ok((first, second, cat.article(first, "How do I open the box?", "public")?))
    });
    let cat = app.signed_in("cat");
    let edit = format!("/articles/{article}/-/edit");
    let fields = [("section", &*second.to_string()), ("audience", "signed_in")];
    assert_eq!(cat.submit(&edit, super::EDIT, &fields).status, 303);
    assert_eq!(app.visitor().visit("/articles").text(".empty h2"), "No articles yet");
    let ada = app.signed_in("ada");
    assert_eq!(ada.visit("/articles").texts(".section-card h2"), ["Billing"]);
    assert_eq!(ada.get(&format!("/articles/sections/{first}/devices")).status, 404);
    assert_eq!(app.visitor().get(&path(article)).status, 404);
}

#[test]
fn the_feed_tells_what_is_published_for_everybody_the_latest_first() {
    let app = TestApp::spawn();
    let section = app.by("cat", |cat| cat.section("Devices", None));
    app.by("cat", |cat| cat.article(section, "How do I open the box?", "public"));
    app.pass(chrono::Duration::hours(1));
    app.leaves_jobs();
    app.by("cat", |cat| {
        cat.article(section, "How do I close the box?", "public")?;
        cat.article(section, "How do members open the box?", "signed_in")?;
        cat.draft(section, "How will I open the box?", "public")
    });
    for browser in [app.visitor(), app.signed_in("cat")] {
        let feed = browser.get("/feeds/articles.atom");
        assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
        assert_eq!(feed.body.matches("<entry>").count(), 2, "{}", feed.body);
        let [close, open] = ["How do I close", "How do I open"].map(|title| feed.body.find(title));
        assert!(close < open && close.is_some(), "{}", feed.body);
    }
    let home = app.visitor().visit("/articles");
    assert!(
        home.has("link[type='application/atom+xml'][href$='/feeds/articles.atom']"),
        "{}",
        home.body
    );
}
