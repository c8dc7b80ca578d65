//! Where threads live and what they are about: categories and tags.

use super::{problem, row, then_says};
use crate::support::{Page, TestApp};

#[test]
fn a_category_is_made_with_an_address_from_its_name_and_asks_by_its_template() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [
        ("name", "Billing & Plans"),
        ("description", "Money."),
        ("template", "Plan * | on your bill\nCard"),
    ];
    let form = "main form[method=post]";
    let answer = root.submit("/admin/categories/new", form, &fields);
    then_says(&root, &answer, "category is there");
    let ask = app.signed_in("ada").get("/threads/new?category=billing-plans");
    assert!(ask.body.contains("on your bill"), "{}", ask.body);
    let again = root.submit(
        "/admin/categories/new",
        form,
        &[("name", "Other"), ("slug", "Billing Plans")],
    );
    assert!(problem(&again, "slug").contains("Another category"));
    assert_eq!(again.form(form).value("name"), Some("Other"));
}

#[test]
fn a_category_needs_a_kind_and_tells_all_its_problems_at_once() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = root
        .get("/admin/categories/new")
        .form("main form[method=post]")
        .without("questions");
    let again = root.send_form(&form.with(&[("slug", "new"), ("template", "| no label")]));
    for field in ["name", "slug", "kinds", "template"] {
        assert!(!problem(&again, field).is_empty());
    }
    assert_eq!(again.texts(".problems li").len(), 4);
    assert_eq!(
        again.form("main form[method=post]").value("template").map(str::trim),
        Some("| no label")
    );
}

#[test]
fn an_address_that_a_category_leaves_still_leads_to_it() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let form = "main form[method=post]";
    let answer = root.submit(
        "/admin/categories/help",
        form,
        &[("slug", "support"), ("name", "Support")],
    );
    then_says(&root, &answer, "category is saved");
    for slug in ["support", "help"] {
        let page = app.visitor().visit(&format!("/categories/{slug}"));
        assert_eq!((page.status, page.text("h1")), (200, "Support".to_owned()), "{slug}");
    }
    // Another category may take the address; then it leads there.
    root.submit(
        "/admin/categories/news",
        form,
        &[("slug", "help"), ("name", "Help now")],
    );
    assert_eq!(app.visitor().visit("/categories/help").text("h1"), "Help now");
    let answer = root.submit("/admin/categories/support", form, &[("slug", "news")]);
    assert_eq!(answer.status, 303, "an address that was left is free: {}", answer.body);
}

fn order(page: &Page) -> Vec<String> {
    page.texts("tbody th a")
}

#[test]
fn categories_move_and_are_archived_and_come_back() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    assert_eq!(
        order(&root.get("/admin/categories")),
        ["HELP", "NEWS", "MEMBERS", "BACK-OFFICE"]
    );
    let page = then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='news/up']", &[]),
        "moved up",
    );
    assert_eq!(order(&page), ["NEWS", "HELP", "MEMBERS", "BACK-OFFICE"]);
    assert!(!page.has("form[action$='news/up']"), "the first one cannot rise");
    then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='help/down']", &[]),
        "moved down",
    );

    then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='help/archive']", &[]),
        "archived",
    );
    let ada = app.signed_in("ada");
    assert!(!ada.get("/threads/new").has("option[value=help], input[value=help]"));
    assert_eq!(ada.get("/categories/help").status, 200);
    then_says(
        &root,
        &root.submit("/admin/categories", "form[action$='help/unarchive']", &[]),
        "again",
    );
    assert!(ada.get("/threads/new").has("option[value=help], input[value=help]"));
}

fn three_threads(app: &TestApp) {
    app.by("ada", |ada| {
        ada.ask("help", "How do I open the box?", "box lid")?;
        ada.ask("help", "How do I close the box?", "boxes lid")?;
        ada.ask("help", "How do I paint the box?", "box boxes c++")
    });
}

#[test]
fn tags_are_described_and_merging_two_asks_first() {
    let app = TestApp::spawn();
    three_threads(&app);
    let root = app.signed_in("root");
    let (page, form) = ("/admin/tags/boxes/edit", "form[action$='edit']");
    then_says(
        &root,
        &root.submit(page, form, &[("description", "Square things.")]),
        "tag is saved",
    );
    let asked = root.submit(page, form, &[("name", "Box")]);
    assert!(problem(&asked, "name").contains("2 threads carry it"));
    assert_eq!(root.get(page).status, 200, "nothing was merged yet");
    let answer = root.send_form(&asked.form(form).with(&[("merge", "true")]));
    then_says(&root, &answer, "one now");
    assert_eq!(root.get(page).status, 404);
    assert_eq!(
        row(&root.get("/admin/tags?q=box"), "box"),
        ["box", "Square things.", "3"]
    );
}

#[test]
fn a_tag_gets_another_name_or_is_taken_off_every_thread() {
    let app = TestApp::spawn();
    three_threads(&app);
    let root = app.signed_in("root");
    let form = "form[action$='edit']";
    let again = root.submit("/admin/tags/lid/edit", form, &[("name", "<lid>")]);
    assert!(problem(&again, "name").contains("letters"));
    then_says(
        &root,
        &root.submit("/admin/tags/lid/edit", form, &[("name", "Top cover")]),
        "tag is saved",
    );
    assert_eq!(app.visitor().get("/tags/top-cover").status, 200);
    let name = "/admin/tags/c%2B%2B/edit";
    let page = root.get(name);
    assert!(
        page.text("details .panel").contains("1 thread"),
        "{}",
        page.text("details .panel")
    );
    then_says(&root, &root.submit(name, "form[action$='delete']", &[]), "deleted");
    assert_eq!(root.get(name).status, 404);
    assert!(root.get("/admin/tags?q=c%2B").has(".empty"));
}
