//! From a draft to what everybody reads, and who may what.

use super::{EDIT, path, published};
use crate::support::TestApp;

fn to(state: &str) -> String {
    format!("form[action$='/-/state']:has(input[name=to][value={state}])")
}

const FIELDS: &[(&str, &str)] = &[
    ("title", "How do I reset the hub?"),
    ("short_answer", "Hold its button for ten seconds."),
    (
        "body",
        "## Hold\n\nHold it.\n\n## Wait\n\nWait.\n\n## Done\n\nIt blinks.",
    ),
    ("tags", "hub"),
];

#[test]
fn a_draft_of_the_staff_is_reviewed_published_and_retired_by_a_moderator() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let made = root.submit(
        "/admin/sections/new",
        "form[action='/admin/sections/new']",
        &[("name", "Devices")],
    );
    assert_eq!(made.status, 303, "{}", made.body);
    let [dan, cat, visitor] = [app.signed_in("dan"), app.signed_in("cat"), app.visitor()];

    let written = dan.submit("/articles/new", "form[action='/articles/new']", FIELDS);
    assert_eq!(written.status, 303, "{}", written.body);
    let address = written.location().unwrap();
    let draft = dan.visit(&address);
    assert!(draft.has("meta[name=robots][content=noindex]") && draft.has(EDIT_LINK) && !draft.has(&to("published")));
    assert_eq!(visitor.get(&address).status, 404, "nobody else knows of it");
    assert_eq!(dan.submit(&address, &to("review"), &[]).status, 303);

    let desk = cat.visit("/moderation/articles");
    assert!(desk.body.contains("How do I reset the hub?"), "{}", desk.body);
    assert_eq!(cat.submit(&address, &to("published"), &[]).status, 303);
    let read = visitor.visit(&address);
    assert_eq!(read.text("h1"), "How do I reset the hub?");
    assert_eq!(read.texts(".contents a"), ["Hold", "Wait", "Done"]);
    assert!(
        read.has("h2#h-hold") && read.body.contains("TechArticle"),
        "{}",
        read.body
    );
    assert!(!read.has(EDIT_LINK), "readers change nothing");
    assert!(visitor.visit("/articles").body.contains("Devices"));
    assert!(visitor.visit("/articles/faq").body.contains("Hold its button"));
    // What is published is no longer the staff's to change.
    assert!(!dan.visit(&address).has(EDIT_LINK));
    assert_eq!(
        dan.get(&format!("{}/-/edit", address.rsplit_once('/').unwrap().0))
            .status,
        403
    );

    assert_eq!(cat.submit(&address, &to("retired"), &[]).status, 303);
    assert_eq!(visitor.get(&address).status, 410);
    assert_eq!(visitor.visit("/articles").text(".empty h2"), "No articles yet");
    assert_eq!(cat.submit(&address, &to("draft"), &[]).status, 303);
    assert_eq!(visitor.get(&address).status, 404);
}

const EDIT_LINK: &str = "a[href$='/-/edit']";

#[test]
fn two_who_bring_it_on_at_once_are_told() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let [cat, root] = [app.signed_in("cat"), app.signed_in("root")];
    let retire = root.visit(&path(article)).form(&to("retired"));
    // Meanwhile somebody changes its words.
    assert_eq!(
        cat.submit(
            &format!("/articles/{article}/-/edit"),
            EDIT,
            &[("body", "Other words.")]
        )
        .status,
        303
    );
    let raced = root.send_form(&retire);
    assert_eq!(raced.status, 303);
    let told = root.visit(&raced.location().unwrap());
    assert!(
        told.body.contains("somebody changed the article meanwhile"),
        "{}",
        told.body
    );
    assert_eq!(app.visitor().visit(&path(article)).status, 200, "it is still there");
}

#[test]
fn a_wrong_address_leads_to_the_right_one() {
    let app = TestApp::spawn();
    let (section, article) = published(&app);
    let visitor = app.visitor();
    for wrong in [path(article), format!("/articles/{article}/other-words?a=b")] {
        let moved = visitor.get(&wrong);
        assert_eq!(moved.status, 301, "{wrong}");
        assert!(moved.location().unwrap().contains("/how-do-i-open-the-box"), "{wrong}");
    }
    assert_eq!(visitor.get(&format!("/articles/sections/{section}/x")).status, 301);
    for absent in [
        "/articles/999",
        "/articles/0",
        "/articles/x",
        "/articles/sections/999/x",
    ] {
        assert_eq!(visitor.get(absent).status, 404, "{absent}");
    }
}

#[test]
fn an_article_is_due_until_somebody_looks_it_over() {
    let app = TestApp::spawn();
    let (_, article) = published(&app);
    let cat = app.signed_in("cat");
    let edit = format!("/articles/{article}/-/edit");
    assert_eq!(
        cat.submit(&edit, EDIT, &[("review_on", "2026-03-01"), ("owner", "CAT")])
            .status,
        303
    );
    assert!(cat.visit("/moderation/articles").body.contains("Due to be looked over"));
    let looked = cat.submit(&path(article), "form[action$='/-/reviewed']", &[]);
    assert_eq!(looked.status, 303, "{}", looked.body);
    assert!(!cat.visit("/moderation/articles").body.contains("Due to be looked over"));
    app.pass(chrono::Duration::days(200));
    app.leaves_jobs();
    let cat = app.signed_in("cat");
    assert!(cat.visit("/moderation/articles").body.contains("Due to be looked over"));
}

#[test]
fn sections_nest_once_and_keep_their_order() {
    let app = TestApp::spawn();
    let (outer, _) = published(&app);
    let root = app.signed_in("root");
    const NEW: &str = "form[action='/admin/sections/new']";
    let inside = [("name", "Hubs"), ("parent", &*outer.to_string())];
    assert_eq!(root.submit("/admin/sections/new", NEW, &inside).status, 303);
    assert_eq!(
        root.submit("/admin/sections/new", NEW, &[("name", "Billing")]).status,
        303
    );
    let names = |page: &crate::support::Page| page.texts("table a[href^='/admin/sections/']");
    assert_eq!(names(&root.visit("/admin/sections")), ["Devices", "Hubs", "Billing"]);
    let up = "form[action='/admin/sections/3/up']";
    assert_eq!(root.submit("/admin/sections", up, &[]).status, 303);
    assert_eq!(names(&root.visit("/admin/sections")), ["Billing", "Devices", "Hubs"]);
    // What holds a section moves into none.
    let deep = root.submit(
        "/admin/sections/1",
        "form[action='/admin/sections/1']",
        &[("parent", "3")],
    );
    assert_eq!(deep.status, 422);
    assert!(deep.has(".problems"));
    // A section with something in it stays.
    for id in [1, 2] {
        root.submit(
            "/admin/sections",
            &format!("form[action='/admin/sections/{id}/delete']"),
            &[],
        );
    }
    assert_eq!(names(&root.visit("/admin/sections")), ["Billing", "Devices"]);
}
