//! Canned replies: kept in one's settings, and put into the answer that is being written.

use super::question;
use crate::support::TestApp;

const MAKE: &str = "form[action='/settings/canned-replies']";
const ANSWER: &str = "#answer form";

#[test]
fn a_shared_reply_is_everybodys_who_helps_and_an_own_one_only_ones_own() {
    let app = TestApp::spawn();
    let page = "/settings/canned-replies";
    let fields = [
        ("canned_title", "Which version?"),
        ("canned_body", "Hi {name}, which version is it?"),
        ("is_shared", "true"),
    ];
    assert_eq!(app.signed_in("cat").submit(page, MAKE, &fields).status, 303);
    let eve = app.signed_in("eve");
    assert!(
        !eve.visit(page)
            .form(MAKE)
            .fields
            .iter()
            .any(|field| field.0 == "is_shared")
    );
    assert_eq!(eve.post(page, &fields).status, 403, "helpers share none");
    let own = [("canned_title", "Mine"), ("canned_body", "Only mine.")];
    assert_eq!(eve.submit(page, MAKE, &own).status, 303);
    for (name, sees) in [("eve", 2), ("dan", 1), ("cat", 1)] {
        let list = app.signed_in(name).visit(page);
        assert_eq!(list.texts("main ul.flags > li").len(), sees, "{name}: {}", list.body);
    }
    assert_eq!(app.signed_in("ada").get(page).status, 403);
    assert_eq!(
        app.signed_in("cat").get("/settings/canned-replies/2").status,
        404,
        "it is eve's"
    );
    let changed = [
        ("canned_title", "Which version?"),
        ("canned_body", "Tell us your version."),
    ];
    assert_eq!(eve.post("/settings/canned-replies/1", &changed).status, 403);
    assert_eq!(eve.post("/settings/canned-replies/1/delete", &[]).status, 403);
    let cat = app.signed_in("cat");
    let form = "form[action='/settings/canned-replies/1']";
    assert_eq!(
        cat.submit("/settings/canned-replies/1", form, &changed[1..]).status,
        303
    );
    assert!(cat.visit(page).text("main").contains("Tell us your version."));
    let empty = eve.submit(page, MAKE, &[("canned_title", "Empty")]);
    assert_eq!(empty.status, 422);
    assert_eq!(empty.form(MAKE).value("canned_title"), Some("Empty"));
    eve.submit(page, "form[action='/settings/canned-replies/2/delete']", &[]);
    assert!(!eve.visit(page).text("main").contains("Only mine."));
}

#[test]
fn a_canned_reply_comes_behind_what_was_typed_with_the_askers_name_and_the_title() {
    let app = TestApp::spawn();
    let (thread, _) = question(&app);
    let path = format!("/threads/{thread}");
    let eve = app.signed_in("eve");
    assert!(!eve.visit(&path).has("[data-canned]"), "there is nothing to choose yet");
    let fields = [
        ("canned_title", "Which version?"),
        ("canned_body", "Hi {name}, *{title}*: which version?"),
    ];
    eve.submit("/settings/canned-replies", MAKE, &fields);
    let mut form = eve
        .visit(&path)
        .form(ANSWER)
        .with(&[("body", "Well now."), ("canned", "1")]);
    form.action = format!("/threads/{thread}/-/replies/insert");
    let filled = eve.send_form(&form);
    assert_eq!(filled.status, 200, "{}", filled.body);
    let again = filled.form(ANSWER);
    let body = again.value("body").unwrap();
    assert_eq!(body, "Well now.\n\nHi ada, *How do I open the box?*: which version?");
    assert_eq!(
        again.value("form_key"),
        form.fields
            .iter()
            .find(|field| field.0 == "form_key")
            .map(|field| &*field.1)
    );
    assert_eq!(eve.send_form(&again).status, 303, "and it is posted as it stands");
    assert!(
        !app.signed_in("ada").visit(&path).has("[data-canned]"),
        "who asks has none"
    );
    app.work();
}
