//! The pages by which an administrator makes groups and opens private categories to them.

use crate::support::TestApp;

#[test]
fn an_administrator_makes_a_group_and_a_private_category_and_opens_it() {
    let app = TestApp::spawn();
    let (root, ada) = (app.signed_in("root"), app.signed_in("ada"));
    let made = root.submit(
        "/admin/groups",
        "form[action='/admin/groups']",
        &[("name", "Big customers")],
    );
    assert_eq!(made.status, 303, "{}", made.body);
    let group = made.location().unwrap();
    let put = format!("{group}/put");
    let nobody = root.submit(&group, &format!("form[action='{put}']"), &[("person", "nobody")]);
    assert_eq!(nobody.status, 422);
    assert!(nobody.text("main").contains("Nobody has this name"));
    let joined = root.submit(&group, &format!("form[action='{put}']"), &[("person", "ADA")]);
    assert_eq!(joined.location().as_deref(), Some(&*group));
    assert!(root.get(&group).text("main").contains("ada"));
    let fields = [("name", "Deliveries"), ("audience", "private")];
    let made = root.submit("/admin/categories/new", "form[action='/admin/categories/new']", &fields);
    assert_eq!(
        made.location().as_deref(),
        Some("/admin/categories/deliveries"),
        "{}",
        made.body
    );
    assert_eq!(ada.get("/categories/deliveries").status, 404);
    let id = group.rsplit('/').next().unwrap();
    let fields = [("group", id), ("level", "ask")];
    let granted = root.post("/admin/categories/deliveries/groups", &fields);
    assert_eq!(granted.status, 303, "{}", granted.body);
    assert_eq!(ada.get("/categories/deliveries").status, 200);
    assert!(root.get(&group).text("main").contains("Deliveries"));
    assert!(
        root.get("/admin/categories/deliveries")
            .has(&format!("#level-{id} option[value=ask][selected]"))
    );
    let taken = root.post(&format!("{group}/take"), &[("user", "1"), ("from", "person")]);
    assert_eq!(taken.location().as_deref(), Some("/admin/people/1"));
    assert_eq!(ada.get("/categories/deliveries").status, 404);
}

#[test]
fn a_group_name_is_taken_once_and_the_staff_is_left_alone() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let make = |name: &str| root.submit("/admin/groups", "form[action='/admin/groups']", &[("name", name)]);
    assert_eq!(make("Big customers").status, 303);
    assert_eq!(make("Big customers").status, 422);
    assert_eq!(make("staff").status, 422);
    for part in ["put", "take", "delete"] {
        let fields: &[(&str, &str)] = if part == "delete" { &[] } else { &[("user", "1")] };
        assert_eq!(
            root.post(&format!("/admin/groups/1/{part}"), fields).status,
            403,
            "{part}"
        );
    }
    assert_eq!(
        root.post("/admin/categories/help/groups", &[("group", "1"), ("level", "see")])
            .status,
        403
    );
}

#[test]
fn a_category_becomes_private_and_open_again_with_its_counts() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "Why does the light blink?", "lamp"));
    let (root, visitor) = (app.signed_in("root"), app.visitor());
    let become_ = |audience: &str| {
        let form = "form[action='/admin/categories/help']";
        let saved = root.submit("/admin/categories/help", form, &[("audience", audience)]);
        assert_eq!(saved.status, 303, "{}", saved.body);
    };
    assert_eq!(visitor.get("/tags/lamp").status, 200);
    become_("private");
    assert_eq!(visitor.get("/tags/lamp").status, 404);
    assert_eq!(visitor.get("/categories/help").status, 404);
    assert_eq!(app.signed_in("dan").get("/tags/lamp").status, 404);
    become_("public");
    assert_eq!(visitor.get("/tags/lamp").status, 200);
    assert_eq!(visitor.get("/categories/help").status, 200);
}
