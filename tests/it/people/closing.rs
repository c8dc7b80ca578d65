//! Closing an account: who it was goes, what they wrote stays.

use super::pages::{PASSWORD, sign_in};
use crate::support::{Client, Page, TestApp};

fn close(client: &Client, password: &str, confirmation: &str) -> Page {
    let fields = [("password", password), ("confirmation", confirmation)];
    client.submit("/settings/close", "form[action='/settings/close']", &fields)
}

#[test]
fn a_closed_account_leaves_its_posts_and_nothing_else() {
    let app = TestApp::spawn();
    let id = app.user("bob").id;
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "With the key."));
    app.by("bob", |bob| bob.ask("help", "Where is the key?", ""));
    app.by("ada", |ada| ada.accept(reply));
    let (here, there) = (app.signed_in("bob"), app.signed_in("bob"));
    assert_eq!(close(&here, PASSWORD, " BOB ").location().as_deref(), Some("/"));
    assert_eq!(
        (here.get("/settings").status, there.get("/settings").status),
        (303, 303)
    );
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to.as_str(), "bob@example.com");
    let ada = app.signed_in("ada");
    for path in [format!("/threads/{thread}"), "/threads".to_owned(), "/".to_owned()] {
        let page = ada.visit(&path);
        assert!(!page.body.to_lowercase().contains(">bob<"), "{path}: {}", page.body);
    }
    let page = ada.visit(&format!("/threads/{thread}"));
    assert!(page.body.contains("With the key.") && page.body.to_lowercase().contains("former member"));
    for path in [format!("/users/{id}"), format!("/users/{id}/bob")] {
        let page = ada.get(&path);
        assert_eq!(page.status, 410);
        assert!(!page.body.contains(">bob<"));
    }
    let root = app.signed_in("root");
    assert_eq!(root.get(&format!("/admin/people/{id}")).status, 404);
    assert!(!root.get("/admin/people").body.contains("bob@example.com"));
    assert_eq!(sign_in(&app.visitor(), "bob@example.com", PASSWORD).status, 422);
    app.visitor().submit(
        "/forgotten-password",
        "form[action='/forgotten-password']",
        &[("email", "bob@example.com")],
    );
    assert!(app.letters().is_empty(), "no letter finds a closed account");
}

#[test]
fn the_name_and_the_address_are_free_again() {
    let app = TestApp::spawn();
    close(&app.signed_in("bob"), PASSWORD, "bob");
    app.letters();
    let fields = [
        ("name", "bob"),
        ("email", "bob@example.com"),
        ("password", "a new password"),
    ];
    let begun = app.visitor().submit("/sign-up", "form[action='/sign-up']", &fields);
    assert_eq!(begun.status, 303);
    assert!(app.letters()[0].text.contains("/sign-up/confirm/"));
}

#[test]
fn closing_asks_for_the_password_and_for_the_name() {
    let app = TestApp::spawn();
    let bob = app.signed_in("bob");
    let wrong = close(&bob, "not the password", "bob");
    assert!(wrong.status == 422 && wrong.has("#password-problem"));
    let other = close(&bob, PASSWORD, "ada");
    assert!(other.status == 422 && other.has("#confirmation-problem"));
    assert_eq!(bob.get("/settings").status, 200);
}

#[test]
fn the_last_administrator_stays() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let page = root.get("/settings/close");
    assert!(!page.has("form[action='/settings/close']"));
    let fields = [("password", PASSWORD), ("confirmation", "root")];
    assert_eq!(root.post("/settings/close", &fields).status, 422);
    assert_eq!(root.get("/admin").status, 200);
}
