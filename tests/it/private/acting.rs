//! What a grant opens: seeing, asking, answering, moderating; each on the page and in the verb.

use tanya::domain::grant::Grant;
use tanya::domain::sight::Sight;

use super::{Private, VAULT};

const REPLY: &str = "form[action$='/-/replies']";

#[test]
fn who_is_in_no_group_finds_nothing_whatever_their_role_but_administrators() {
    let private = Private::spawn();
    let thread = private.ask("Where is the cellar?");
    for (name, status) in [
        ("", 404),
        ("eve", 404),
        ("dan", 404),
        ("cat", 404),
        ("bob", 200),
        ("root", 200),
    ] {
        let browser = match name {
            "" => private.app.visitor(),
            name => private.app.signed_in(name),
        };
        for path in [
            format!("/threads/{thread}/where-is-the-cellar"),
            format!("/categories/{VAULT}"),
        ] {
            assert_eq!(browser.get(&path).status, status, "{path} as {name:?}");
        }
        let is_named = browser.get("/").body.contains(VAULT);
        assert_eq!(is_named, status == 200, "the home page as {name:?}");
    }
}

#[test]
fn whoever_only_sees_is_told_why_there_is_no_form_and_is_refused() {
    let private = Private::spawn();
    let thread = private.ask("Where is the cellar?");
    private.grant(Some(Grant::See));
    let bob = private.app.signed_in("bob");
    let page = bob.get(&format!("/threads/{thread}/where-is-the-cellar"));
    assert!(!page.has(REPLY), "{}", page.body);
    assert!(
        page.text("#answer").contains("not granted to write"),
        "{}",
        page.text("#answer")
    );
    assert!(!page.has("form[action$='/-/up']") && !page.has("form[action$='/-/comments']"));
    let key = "0123456789abcdef0123456789abcdef";
    let sent = bob.post(
        &format!("/threads/{thread}/-/replies"),
        &[("form_key", key), ("body", "Below.")],
    );
    assert_eq!(sent.status, 403);
    assert_eq!(bob.post(&format!("/threads/{thread}/-/up"), &[]).status, 403);
    assert!(!bob.get("/threads/new").body.contains(VAULT));
}

#[test]
fn whoever_asks_writes_under_their_own_questions_only() {
    let private = Private::spawn();
    private.grant(Some(Grant::Ask));
    let thread = private.ask("Where is the cellar?");
    let address = format!("/threads/{thread}/where-is-the-cellar");
    assert!(private.app.signed_in("ada").get(&address).has(REPLY));
    let bob = private.app.signed_in("bob");
    assert!(!bob.get(&address).has(REPLY));
    assert!(bob.get("/threads/new").body.contains(VAULT));
    private.grant(Some(Grant::Answer));
    assert!(bob.get(&address).has(REPLY));
}

#[test]
fn whoever_moderates_there_does_so_there_only() {
    let private = Private::spawn();
    private.grant(Some(Grant::Moderate));
    let thread = private.ask("Where is the cellar?");
    let public = private
        .app
        .by("ada", |ada| ada.ask("help", "Where is the attic?", "light"));
    let bob = private.app.signed_in("bob");
    assert_eq!(bob.get(&format!("/threads/{thread}/-/edit")).status, 200);
    assert_eq!(bob.get(&format!("/threads/{public}/-/edit")).status, 403);
    let lock = |id| bob.post(&format!("/threads/{id}/-/lock"), &[("reason", "")]).status;
    assert_eq!((lock(thread), lock(public)), (303, 403));
    let into = private
        .app
        .read(|db| tanya::store::categories::by_slug(db, Sight::public(), "help"))
        .slug;
    // What is private is not brought out by somebody who moderates nothing out there.
    assert_eq!(
        bob.post(&format!("/threads/{thread}/-/move"), &[("category", &into)])
            .status,
        403
    );
    assert_eq!(bob.get("/moderation").status, 403);
}
