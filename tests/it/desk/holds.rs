//! What is held: hidden everywhere at once, seen by its author with the reason, and told.

use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::flag::FlagReason;
use tanya::store::cases::Deciding;
use tanya::store::comments::CommentOn;
use tanya::store::holds::{self, Holding};

use super::{decide_as, flag_as, hide, only_case, question};
use crate::support::TestApp;

#[test]
fn only_its_author_and_moderators_see_a_reply_that_is_held() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    hide(&app, Piece::Reply(reply));
    let path = format!("/threads/{thread}");
    for (name, sees) in [
        ("ada", false),
        ("eve", false),
        ("bob", true),
        ("cat", true),
        ("root", true),
    ] {
        let page = app.signed_in(name).visit(&path);
        assert_eq!(page.text("main").contains("keys.example"), sees, "{name}");
    }
    assert!(!app.visitor().visit(&path).body.contains("keys.example"));
    let own = app.signed_in("bob").visit(&path).text("#held");
    assert!(
        own.contains("waits for a moderator") && own.contains("it is advertising"),
        "{own}"
    );
    let to_own = app.signed_in("bob").get(&format!("/replies/{reply}"));
    assert!(to_own.header("location").unwrap().ends_with("#held"), "{}", to_own.body);
    assert_eq!(app.signed_in("ada").visit(&format!("/replies/{reply}")).status, 410);
    let of_cat = app.signed_in("cat").visit(&path);
    let id = only_case(&app);
    assert!(
        of_cat.has(&format!("#reply-{reply} a[href='/moderation/cases/{id}']")),
        "{}",
        of_cat.body
    );
    let told = app.signed_in("bob").visit("/notifications").text("main");
    assert!(told.contains("Your post waits for a moderator"), "{told}");
    let log = app
        .signed_in("cat")
        .visit("/moderation/log")
        .text("tbody tr:first-child");
    assert!(
        log.contains("the flags of members") && !log.contains("the command line"),
        "{log}"
    );
    assert_eq!(decide_as(&app, "cat", id, Decision::Kept), Deciding::Done);
    assert!(app.visitor().visit(&path).body.contains("keys.example"));
    let told = app.signed_in("bob").visit("/notifications").text("main");
    assert!(!told.contains("waits for a moderator"), "{told}");
}

#[test]
fn the_author_of_a_thread_that_is_held_sees_it_with_the_reason_and_nobody_else_finds_it() {
    let app = TestApp::spawn();
    let (thread, _) = question(&app);
    flag_as(&app, "cat", Piece::Thread(thread), FlagReason::Personal);
    let path = format!("/threads/{thread}");
    let own = app.signed_in("ada").visit(&path);
    assert_eq!(own.status, 200, "{}", own.body);
    assert!(own.text(".notice").contains("personal data"), "{}", own.body);
    for name in ["bob", "eve", "dan"] {
        assert_eq!(app.signed_in(name).visit(&path).status, 410, "{name}");
    }
    assert_eq!(app.visitor().visit(&path).status, 410);
    assert!(!app.visitor().visit("/threads").body.contains("How do I open the box"));
}

#[test]
fn a_comment_that_is_held_is_shown_to_its_author() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "You are all fools."));
    flag_as(&app, "cat", Piece::Comment(comment), FlagReason::Rude);
    let path = format!("/threads/{thread}");
    assert!(!app.visitor().visit(&path).body.contains("fools"));
    assert!(app.signed_in("eve").visit(&path).text("#held").contains("fools"));
    let to_own = app.signed_in("eve").get(&format!("/comments/{comment}"));
    assert!(to_own.header("location").unwrap().ends_with("#held"));
    assert_eq!(app.visitor().visit(&format!("/comments/{comment}")).status, 404);
}

#[test]
fn what_looks_like_advertising_is_held_as_it_is_posted_and_nothing_tells_of_it_before_it_is_let_through() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| {
        let reply = bob.reply(thread, "Buy my keys.")?;
        let held = holds::hold(bob.tx, Piece::Reply(reply), HoldReason::Spam, bob.now)?;
        assert_eq!(held, Holding::Held);
        let again = holds::hold(bob.tx, Piece::Reply(reply), HoldReason::Spam, bob.now)?;
        assert_eq!(again, Holding::HiddenBefore);
        Ok(reply)
    });
    assert!(
        !app.signed_in("ada")
            .visit("/notifications")
            .text("main")
            .contains("bob")
    );
    let desk = app.signed_in("cat").visit("/moderation").text(".queue");
    assert!(desk.contains("Looks like advertising"), "{desk}");
    let own = app.signed_in("bob").visit(&format!("/threads/{thread}")).text("#held");
    assert!(own.contains("looks like advertising"), "{own}");
    assert_eq!(decide_as(&app, "cat", only_case(&app), Decision::Kept), Deciding::Done);
    assert!(
        app.signed_in("ada")
            .visit("/notifications")
            .text("main")
            .contains("bob")
    );
    assert_eq!(app.visitor().visit(&format!("/replies/{reply}")).status, 200);
}
