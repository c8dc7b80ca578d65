//! What a grant opens: seeing, asking, answering, moderating; each on the page and in the verb.

use tanya::domain::body::Reason;
use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::grant::Grant;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::domain::spam::Doubt;
use tanya::store::cases::{Deciding, Turn};
use tanya::store::{cases, doubts, holds, moderations};

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
    assert_eq!(bob.get("/moderation/people/1").status, 403);
}

/// A private category that bob moderates, with an answer that waits there and a question that waits outside.
fn with_cases() -> (Private, ThreadId, ReplyId) {
    let private = Private::spawn();
    let app = &private.app;
    app.leaves_jobs();
    let thread = private.ask("Where is the cellar?");
    private.put("eve");
    let reply = app.by("eve", |eve| eve.reply(thread, "Buy tolquine at my shop."));
    let public = app.by("ada", |ada| ada.ask("help", "Where is the attic?", "light"));
    let now = app.now();
    for piece in [Piece::Reply(reply), Piece::Thread(public)] {
        app.write(|tx| holds::hold(tx, piece, HoldReason::Spam, now).map(drop));
    }
    private.grant(Some(Grant::Moderate));
    private.take("eve");
    private.take("ada");
    (private, thread, reply)
}

#[test]
fn whoever_moderates_a_private_category_has_a_desk_of_what_waits_there_and_decides_it() {
    let (private, thread, reply) = with_cases();
    let bob = private.app.signed_in("bob");
    let desk = bob.visit("/moderation");
    assert_eq!(desk.texts(".queue li a"), ["Where is the cellar?"], "{}", desk.body);
    assert!(
        desk.text(".site-header").contains("Moderation (1)"),
        "{}",
        desk.text(".site-header")
    );
    assert!(!desk.has("main a[href='/moderation/repeats']"), "{}", desk.body);
    let case = desk.attributes("a[data-key=n]", "href").remove(0);
    let page = bob.visit(&case);
    assert!(page.text(".case-text").contains("tolquine at my shop"), "{}", page.body);
    assert!(!page.has("a[href^='/moderation/people/']"), "{}", page.body);
    let where_it_stands = format!("/threads/{thread}/where-is-the-cellar");
    assert!(bob.visit(&where_it_stands).body.contains("tolquine at my shop"));
    let decide = "form[action$='/decide']";
    let done = bob.submit(&case, decide, &[("decision", "deleted"), ("reason", "No shops here.")]);
    assert_eq!(done.location().as_deref(), Some("/moderation"), "{}", done.body);
    assert!(!bob.visit("/moderation").has(".queue li"));
    let log = bob.visit("/moderation/log");
    let text = log.text("table");
    assert!(text.contains("No shops here.") && !text.contains("attic"), "{text}");
    // The deletion is taken back from the log, and done again and taken back where the answer stands.
    let undo = log.attributes("form[action$='/undo']", "action").remove(0);
    assert_eq!(bob.post(&undo, &[]).status, 303);
    let deleted = bob.post(&format!("/replies/{reply}/delete"), &[("reason", "")]);
    let back = bob.post(&format!("/replies/{reply}/undelete"), &[]);
    assert_eq!(
        (deleted.status, back.status),
        (303, 303),
        "{}{}",
        deleted.body,
        back.body
    );
}

#[test]
fn the_desk_of_a_private_category_tells_and_decides_nothing_of_what_is_elsewhere() {
    let (private, ..) = with_cases();
    let app = &private.app;
    let cat = app.signed_in("cat");
    let (user, now) = (app.user("bob"), app.now());
    let queue = app.read(|db| cases::queue(db, Sight::everything(), now));
    let elsewhere = queue.iter().find(|row| matches!(row.piece, Piece::Thread(_)));
    let elsewhere = elsewhere.expect("a question waits outside").id;
    let bob = app.signed_in("bob");
    assert_eq!(bob.get(&format!("/moderation/cases/{elsewhere}")).status, 404);
    let form = [("decision", "kept"), ("reason", "")];
    let decided = bob.post(&format!("/moderation/cases/{elsewhere}/decide"), &form);
    assert_eq!(decided.status, 404, "{}", decided.body);
    // Not even with a sight that holds it.
    let turn = Turn {
        by: &user,
        sight: Sight::everything(),
        id: elsewhere,
        now,
    };
    let decided = app.write(|tx| cases::decide(tx, turn, Decision::Kept, &Reason::default()));
    assert_eq!(decided, Deciding::NotYours);
    // What was done to people is in nobody's log but the moderators'.
    let eve = app.user("eve").id;
    cat.submit(
        &format!("/moderation/people/{eve}"),
        "form[action$='/restrain']",
        &[("restraint", "warning"), ("restraint_reason", "Mind the shop.")],
    );
    assert!(cat.visit("/moderation/log").body.contains("Mind the shop."));
    let log = bob.visit("/moderation/log");
    assert!(
        !log.body.contains("Mind the shop.") && !log.body.contains("attic"),
        "{}",
        log.body
    );
    for act in app
        .read(|db| moderations::page(db, Sight::everything(), None, 50))
        .items
    {
        let is_elsewhere = act.thread.as_ref().is_none_or(|(_, title)| title.contains("attic"));
        let undone = bob.post(&format!("/moderation/log/{}/undo", act.id), &[]).status;
        assert!(!is_elsewhere || matches!(undone, 403 | 404), "{}: {undone}", act.act);
    }
    // Without the grant there is no desk.
    private.grant(Some(Grant::Answer));
    assert_eq!(bob.get("/moderation").status, 403);
    assert!(!bob.visit("/").body.contains("/moderation"));
}

#[test]
fn whoever_moderates_one_category_hears_nothing_of_doubted_sign_ups() {
    let private = Private::spawn();
    private.grant(Some(Grant::Moderate));
    let (app, now) = (&private.app, private.app.now());
    let eve = app.user("eve").id;
    app.write(|tx| doubts::open(tx, eve, Doubt::Unproven, now));
    let page = format!("/moderation/sign-ups/{eve}");
    let (cat, bob) = (app.signed_in("cat"), app.signed_in("bob"));
    assert!(cat.visit("/moderation").body.contains(&page));
    assert!(cat.visit("/").text(".site-header").contains("Moderation (1)"));
    let desk = bob.visit("/moderation");
    assert!(!desk.body.contains(&page) && !desk.has(".queue li"), "{}", desk.body);
    assert!(!bob.visit("/").text(".site-header").contains("Moderation ("));
    assert_eq!(bob.get(&page).status, 403);
    assert_eq!(bob.post(&format!("{page}/let-in"), &[]).status, 403);
}
