//! Tags show what their readers may see: a tag of hidden categories is absent, and no count tells of them.

use tanya::domain::category::{Audience, CategoryDraft, Kinds};
use tanya::domain::sight::Sight;
use tanya::store::{categories, tags};

use crate::support::{Client, TestApp};

/// A tag's count in the list, and whether its page is there.
fn seen(browser: &Client, name: &str) -> (Option<i64>, u16) {
    let found = browser.get(&format!("/tags/complete?q={name}"));
    let found: Vec<serde_json::Value> = serde_json::from_str(&found.body).unwrap();
    let listed = browser.get(&format!("/tags?q={name}")).texts("main a");
    assert_eq!(
        listed.iter().any(|text| text.contains(name)),
        !found.is_empty(),
        "{name}: {listed:?}"
    );
    let page = browser.visit(&format!("/tags/{name}"));
    (found.first().and_then(|tag| tag["count"].as_i64()), page.status)
}

fn change_audience(app: &TestApp, slug: &str, audience: Audience) {
    let now = app.now();
    app.write(|tx| {
        let category = categories::by_slug(tx, Sight::everything(), slug)?;
        let draft = CategoryDraft {
            slug: category.slug,
            name: category.name,
            description: category.description,
            audience: audience.into(),
            kinds: Kinds {
                questions: true,
                discussions: true,
                announcements: true,
            },
            template: Vec::new(),
        };
        categories::change(tx, category.id, &draft, now)
    });
}

#[test]
fn a_tag_shows_only_to_those_who_see_a_thread_with_it() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "Why does the lamp flicker?", "lamp"));
    app.by("ada", |ada| {
        ada.ask("members", "Which lamp do you have?", "lamp, taste")
    });
    let secret = app.by("dan", |dan| {
        dan.ask("back-office", "Who sues us over a lamp?", "lamp, lawsuit")
    });
    let (visitor, member, staff) = (app.visitor(), app.signed_in("bob"), app.signed_in("dan"));
    let of_all = |name: &str| [seen(&visitor, name), seen(&member, name), seen(&staff, name)];
    let (gone, one) = ((None, 404), (Some(1), 200));
    assert_eq!(of_all("lamp"), [(Some(1), 200), (Some(2), 200), (Some(3), 200)]);
    assert_eq!(of_all("taste"), [gone, one, one]);
    assert_eq!(of_all("lawsuit"), [gone, gone, one]);
    assert_eq!(visitor.get("/feeds/tags/lawsuit.atom").status, 404);
    let (root, now) = (app.user("root"), app.now());
    let help = app.read(|db| categories::by_slug(db, Sight::public(), "help")).id;
    app.write(|tx| tanya::store::threads::r#move(tx, &root, Sight::everything(), secret, help, now));
    assert_eq!(of_all("lawsuit"), [one, one, one], "it was moved where all see it");
    change_audience(&app, "help", Audience::Staff);
    assert_eq!(
        of_all("lawsuit"),
        [gone, gone, one],
        "its category is not for them any more"
    );
    assert_eq!(of_all("lamp"), [gone, (Some(1), 200), (Some(3), 200)]);
    change_audience(&app, "help", Audience::SignedIn);
    assert_eq!(of_all("lawsuit"), [gone, one, one]);
    let lamp = app.read(|db| tags::by_name(db, Sight::everything(), "lamp"));
    let name = tanya::domain::tag::TagName::parse("lawsuit").unwrap();
    app.write(|tx| tags::change(tx, lamp.id(), &name, "", true, now));
    assert_eq!(
        of_all("lawsuit"),
        [gone, (Some(3), 200), (Some(3), 200)],
        "merged with what members see"
    );
}
