//! The first steps of whoever begins to look after a forum.

use crate::support::TestApp;

#[test]
fn an_administrator_sees_the_first_steps_until_they_are_taken() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let done = |app: &TestApp| {
        let page = app.signed_in("root").get("/admin");
        (page.texts("ol.steps li").len(), page.texts("ol.steps li.done").len())
    };
    assert!(root.get("/").has("main a[href='/admin']"));
    assert_eq!(done(&app), (5, 2), "there are categories and helpers");
    app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    assert_eq!(done(&app), (0, 0));
    assert!(!root.get("/").has("main a[href='/admin']"));
}

#[test]
fn hints_that_were_sent_away_stay_away() {
    let app = TestApp::spawn();
    for (name, page) in [("root", "/admin"), ("cat", "/")] {
        let client = app.signed_in(name);
        let form = "form[action='/settings/hints/dismiss']";
        assert!(client.get("/").has(form));
        assert_eq!(client.submit(page, form, &[]).status, 303);
        assert!(!client.get("/").has(form) && !client.get(page).has(form));
        assert!(!app.signed_in(name).get("/").has(form), "in no browser");
    }
    let ada = app.signed_in("ada");
    assert!(!ada.get("/").has("form[action='/settings/hints/dismiss']"));
    assert_eq!(ada.post("/settings/hints/dismiss", &[]).status, 403);
}
