//! One's own settings, and the page that others see.

use chrono::Duration;

use super::pages::{PASSWORD, sign_in};
use crate::support::{Client, Content, TestApp};

#[test]
fn a_password_is_changed_with_the_old_one_and_signs_out_everywhere_else() {
    let app = TestApp::spawn();
    let (here, there) = (app.signed_in("ada"), app.signed_in("ada"));
    let change = |current: &str| {
        let fields = [("current_password", current), ("new_password", "another good one")];
        here.submit("/settings/account", "form[action='/settings/password']", &fields)
    };
    let refused = change("wrong password");
    assert_eq!(refused.status, 422);
    assert!(refused.has("#current_password-problem"));
    assert_eq!(change(PASSWORD).status, 303);
    assert_eq!(
        (here.get("/settings").status, there.get("/settings").status),
        (200, 303)
    );
    assert_eq!(sign_in(&app.visitor(), "ada@example.com", PASSWORD).status, 422);
    assert_eq!(
        sign_in(&app.visitor(), "ada@example.com", "another good one").status,
        303
    );
    assert_eq!(app.letters().len(), 1);
}

#[test]
fn a_persons_page_shows_what_its_reader_may_see() {
    let app = TestApp::spawn();
    let (dan, now) = (app.user("dan"), app.now());
    let id = dan.id;
    app.write(|tx| {
        let mut content = Content {
            tx,
            author: dan.clone(),
            now,
        };
        content.ask("help", "A public question", "")?;
        content.ask("members", "A question among members", "")?;
        content.ask("back-office", "A question of the staff", "")
    });
    let path = format!("/users/{id}/dan");
    assert_eq!(
        app.visitor().get(&format!("/users/{id}/dora")).location().as_deref(),
        Some(&*path)
    );
    assert_eq!(
        app.visitor().get(&format!("/users/{id}")).location().as_deref(),
        Some(&*path)
    );
    assert_eq!(app.visitor().get("/users/999999/x").status, 404);
    assert_eq!(app.visitor().get("/users/0/x").status, 404);
    let titles = |client: &Client| client.get(&path).texts(".thread-title").len();
    assert_eq!(titles(&app.visitor()), 1);
    assert_eq!(titles(&app.signed_in("ada")), 2);
    assert_eq!(titles(&app.signed_in("root")), 3);
    assert!(
        !app.visitor().get(&path).body.contains("dan@example.com"),
        "nobody sees the address"
    );
}

#[test]
fn a_profile_is_edited_safely() {
    let app = TestApp::spawn();
    let (ada, id) = (app.signed_in("ada"), app.user("ada").id);
    let edit = |name: &str, about: &str| {
        ada.submit(
            "/settings",
            "form[action='/settings']",
            &[("name", name), ("about", about)],
        )
    };
    assert_eq!(edit("Ada L", "I **build** <script>alert(1)</script> lamps").status, 303);
    let page = ada.get(&format!("/users/{id}/ada-l"));
    assert!(page.body.contains("<strong>build</strong>") && !page.body.contains("<script>alert"));
    let refused = edit("bob", "kept");
    assert!(refused.status == 422 && refused.has("#name-problem"));
    assert_eq!(refused.text("textarea#about"), "kept");
    assert_eq!(edit("Ada L", &"x".repeat(2_001)).status, 422);
}

#[test]
fn a_changed_name_shows_everywhere_and_changes_once_a_day() {
    let app = TestApp::spawn();
    let (ada, id) = (app.signed_in("ada"), app.user("ada").id);
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", ""));
    let rename = |name: &str| ada.submit("/settings", "form[action='/settings']", &[("name", name)]);
    assert_eq!(rename("Ada Lovelace").status, 303);
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    assert!(page.body.contains("Ada Lovelace"));
    assert_eq!(
        app.visitor().get(&format!("/users/{id}/ada")).location(),
        Some(format!("/users/{id}/ada-lovelace"))
    );
    let soon = rename("Countess");
    assert!(soon.status == 422 && soon.text("#name-problem").contains("again in"));
    assert_eq!(soon.attributes("input#name", "value"), ["Countess"]);
    let about = [("name", "Ada Lovelace"), ("about", "A word")];
    assert_eq!(ada.submit("/settings", "form[action='/settings']", &about).status, 303);
    app.pass(Duration::hours(25));
    app.work();
    assert_eq!(rename("Countess").status, 303);
}
