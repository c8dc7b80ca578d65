//! What moderators said to somebody stands under that person's bell, and nobody else's.

use tanya::domain::id::RestraintId;
use tanya::domain::restraint::RestraintKind;
use tanya::store::comments::CommentOn;
use tanya::store::restraints::{self, Restraining};

use super::{question, restrain};
use crate::support::TestApp;

const WARNING: &str = "form[action^='/warnings/']";

/// What the page of notifications says, from the newest.
fn under_the_bell(app: &TestApp, name: &str) -> Vec<String> {
    app.signed_in(name).visit("/notifications").texts(".notifications > li")
}

fn bell(app: &TestApp, name: &str) -> String {
    let page = app.signed_in(name).visit("/");
    page.attributes(".site-header a.bell", "aria-label").join(" ")
}

#[test]
fn what_moderators_say_to_somebody_stands_under_their_bell_with_the_way_to_all_of_it() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, _) = question(&app);
    assert_eq!(bell(&app, "bob"), "Notifications, none unread");
    assert_eq!(
        restrain(&app, "cat", "bob", RestraintKind::Warning, None),
        Restraining::Done
    );
    app.clock.pass(chrono::Duration::minutes(1));
    app.by("ada", |ada| ada.comment(CommentOn::Thread(thread), "Thank you, @bob."));
    app.clock.pass(chrono::Duration::minutes(1));
    assert_eq!(
        restrain(&app, "cat", "bob", RestraintKind::Silence, Some(7)),
        Restraining::Done
    );
    app.clock.pass(chrono::Duration::minutes(1));
    let (cat, silence, now) = (app.user("cat"), RestraintId::stored(2), app.now());
    assert_eq!(
        app.write(|tx| restraints::lift(tx, &cat, silence, now)),
        Restraining::Done
    );
    assert_eq!(bell(&app, "bob"), "Notifications, 4 unread");
    let told = under_the_bell(&app, "bob");
    let expected = [
        "A moderator lets you write again",
        "A moderator keeps you from writing",
        "ada mentioned you",
        "A moderator warned you",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (row, words) in told.iter().zip(expected) {
        assert!(row.contains(words) && row.contains("New"), "{row}");
    }
    assert!(
        told[1].contains("You advertise.") && !told[0].contains("You advertise."),
        "{told:#?}"
    );
    let bob = app.signed_in("bob");
    let page = bob.visit("/notifications");
    assert!(page.has("a[href='/notifications/conduct']") && !page.text(".notifications").contains("cat"));
    let own = bob.visit("/notifications/conduct");
    let rows = own.texts("ul.flags > li");
    assert_eq!(rows.len(), 2, "{}", own.body);
    assert!(
        rows[0].contains("Silenced") && rows[0].contains("taken back"),
        "{rows:?}"
    );
    assert!(!own.text("ul.flags").contains("cat"), "{}", own.body);
    told_nobody_else(&app);
    // One is read by its button, all by one press.
    assert_eq!(bob.post("/notifications/conduct/2/read", &[]).status, 303);
    assert_eq!(bell(&app, "bob"), "Notifications, 2 unread");
    bob.submit("/notifications", "form[action='/notifications/read']", &[]);
    assert_eq!(bell(&app, "bob"), "Notifications, none unread");
    assert!(!bob.visit("/notifications").has(".unread"));
}

/// What moderators said to bob is nobody else's to see or to mark as read.
fn told_nobody_else(app: &TestApp) {
    let ada = app.signed_in("ada");
    assert_eq!(ada.post("/notifications/conduct/2/read", &[]).status, 404);
    assert!(
        ada.visit("/notifications/conduct")
            .text("main")
            .contains("No moderator has warned")
    );
}

#[test]
fn a_warning_that_was_read_where_it_stood_is_read_under_the_bell_and_is_new_again_when_it_counts_again() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    assert_eq!(
        restrain(&app, "cat", "bob", RestraintKind::Warning, None),
        Restraining::Done
    );
    let bob = app.signed_in("bob");
    assert_eq!(bob.submit("/threads", WARNING, &[]).status, 303);
    assert_eq!(bell(&app, "bob"), "Notifications, none unread");
    app.clock.pass(chrono::Duration::minutes(1));
    let (cat, warning, now) = (app.user("cat"), RestraintId::stored(1), app.now());
    assert_eq!(
        app.write(|tx| restraints::lift(tx, &cat, warning, now)),
        Restraining::Done
    );
    assert_eq!(bell(&app, "bob"), "Notifications, 1 unread");
    let undo = app.signed_in("cat").visit("/moderation/log");
    let undo = undo.attributes("form[action$='/undo']", "action").remove(0);
    assert_eq!(app.signed_in("cat").post(&undo, &[]).status, 303);
    let told = under_the_bell(&app, "bob");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(
        told[0].contains("A moderator warned you") && told[0].contains("New"),
        "{told:#?}"
    );
}

#[test]
fn what_moderators_said_stands_on_the_page_of_its_time() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let thread = app.by("bob", |bob| bob.ask("help", "Why does it blink?", "light"));
    for number in 0..31 {
        if number == 1 {
            assert_eq!(
                restrain(&app, "cat", "bob", RestraintKind::Warning, None),
                Restraining::Done
            );
        }
        app.clock.pass(chrono::Duration::minutes(1));
        app.by("ada", |ada| ada.reply(thread, &format!("Guess {number}.")));
    }
    let bob = app.signed_in("bob");
    let first = bob.visit("/notifications");
    assert_eq!(first.texts(".notifications > li").len(), 30);
    assert!(!first.text(".notifications").contains("warned"));
    let older = first.attributes("a[href*='after=']", "href").remove(0);
    let second = bob.visit(&older).texts(".notifications > li");
    assert_eq!(second.len(), 2, "{second:#?}");
    assert!(
        second[0].contains("A moderator warned you") && second[1].contains("Guess 0."),
        "{second:#?}"
    );
}
