//! Whoever is put out of a group loses at once what they saw by it.

use super::{Private, VAULT};

#[test]
fn the_next_request_the_bell_and_letters_know_nothing_any_more() {
    let private = Private::spawn();
    let thread = private.ask("Where is the cellar?");
    let ada = private.app.signed_in("ada");
    private.app.by("bob", |bob| bob.reply(thread, "Below the drisquam."));
    assert!(ada.get("/notifications").body.contains("Where is the cellar?"));
    private.take("ada");
    assert_eq!(ada.get(&format!("/threads/{thread}/where-is-the-cellar")).status, 404);
    assert_eq!(ada.get(&format!("/categories/{VAULT}")).status, 404);
    assert!(!ada.get("/notifications").body.contains("cellar"));
    private.app.pass(chrono::Duration::hours(1));
    let letters = private.app.letters();
    assert!(letters.is_empty(), "{letters:?}");
    private.put("ada");
    assert_eq!(ada.get(&format!("/threads/{thread}/where-is-the-cellar")).status, 200);
}

#[test]
fn a_grant_that_is_taken_back_closes_the_category_to_the_whole_group() {
    let private = Private::spawn();
    private.ask("Where is the cellar?");
    let bob = private.app.signed_in("bob");
    assert_eq!(bob.get(&format!("/categories/{VAULT}")).status, 200);
    private.grant(None);
    assert_eq!(bob.get(&format!("/categories/{VAULT}")).status, 404);
}
