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

/// What the log says, an act in a line, as somebody reads it.
/// The rows of the log, without that of the cast's member of the staff.
fn log_of(app: &TestApp, name: &str) -> Vec<String> {
    let mut rows = app.signed_in(name).visit("/moderation/log").texts("table tbody tr");
    rows.retain(|row| !row.contains("Changed whether staff"));
    rows
}

#[test]
fn what_is_done_to_groups_and_invitations_stands_in_the_log_with_who_why_before_and_after() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let make = [("name", "Circle"), ("reason", "They asked for it.")];
    let group = root.submit("/admin/groups", "form[action='/admin/groups']", &make);
    let group = group.location().unwrap();
    let form = |part: &str| format!("form[action='{group}{part}']");
    let change = [("name", "Ring"), ("reason", "A better name.")];
    assert_eq!(root.submit(&group, &form(""), &change).status, 303);
    let put = [("person", "ada"), ("put_reason", "She pays.")];
    assert_eq!(root.submit(&group, &form("/put"), &put).status, 303);
    // The same form takes out.
    let take = [("person", "ada"), ("put_reason", "She pays no more.")];
    assert_eq!(root.post(&format!("{group}/take"), &take).status, 303);
    let id = group.rsplit('/').next().unwrap();
    let invite = [("email", "gus@example.org"), ("group", id), ("reason", "He will pay.")];
    let invited = root.submit("/admin/invitations", "form[action='/admin/invitations']", &invite);
    assert_eq!(invited.status, 303, "{}", invited.body);
    assert_eq!(root.post("/admin/invitations/1/end", &[]).status, 303);
    let delete = [("delete_reason", "Nobody is left.")];
    assert_eq!(root.submit(&group, &form("/delete"), &delete).status, 303);
    app.leaves_jobs();
    for name in ["root", "cat"] {
        let log = log_of(&app, name);
        let expected: [&[&str]; 7] = [
            &["Deleted the group", "Ring", "Nobody is left."],
            &["Took an invitation back", "Ring"],
            &["Gave an invitation", "Ring", "He will pay."],
            &["Took out of the group", "Ring", "ada", "She pays no more."],
            &["Put into the group", "Ring", "ada", "She pays."],
            &["Changed the group", "from Circle", "to Ring", "A better name."],
            &["Made the group", "Circle", "They asked for it."],
        ];
        assert_eq!(log.len(), expected.len(), "{log:#?}");
        for (row, words) in log.iter().zip(expected) {
            assert!(
                words.iter().all(|word| row.contains(word)) && row.contains("root"),
                "{row}"
            );
            assert!(!row.contains("gus@example.org") && !row.contains("Undo"), "{row}");
        }
    }
}

#[test]
fn what_names_a_private_category_or_a_group_that_sees_one_is_read_in_the_log_by_administrators_only() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let group = root.submit("/admin/groups", "form[action='/admin/groups']", &[("name", "Circle")]);
    let group = group.location().unwrap();
    let id = group.rsplit('/').next().unwrap();
    let fields = [("name", "Deliveries"), ("audience", "private")];
    root.submit("/admin/categories/new", "form[action='/admin/categories/new']", &fields);
    for level in ["ask", "moderate", "moderate", ""] {
        let fields = [("group", id), ("level", level), ("reason", "As agreed.")];
        let granted = root.post("/admin/categories/deliveries/groups", &fields);
        assert_eq!(granted.status, 303, "{}", granted.body);
        if level == "ask" {
            assert_eq!(root.post(&format!("{group}/put"), &[("person", "ada")]).status, 303);
        }
    }
    let log = log_of(&app, "root");
    let expected: [&[&str]; 5] = [
        &["Circle · Deliveries", "from Moderate", "to Nothing", "As agreed."],
        &["Circle · Deliveries", "from Ask", "to Moderate"],
        &["Put into the group", "Circle", "ada"],
        &["Circle · Deliveries", "from Nothing", "to Ask"],
        &["Made the group", "Circle"],
    ];
    assert_eq!(log.len(), expected.len(), "{log:#?}");
    for (row, words) in log.iter().zip(expected) {
        assert!(words.iter().all(|word| row.contains(word)), "{row}");
    }
    let log = log_of(&app, "cat");
    assert_eq!(log.len(), 1, "{log:#?}");
    assert!(log[0].contains("Made the group"), "{log:#?}");
    let page = app.signed_in("cat").visit("/moderation/log");
    assert!(!page.body.contains("Deliveries"), "{}", page.body);
}
