//! Notifications and subscriptions survive merges, and are what they were once a merge is undone.

use tanya::domain::notification::NotificationKind;
use tanya::domain::sight::Sight;
use tanya::domain::subscription::Level;
use tanya::store::comments::CommentOn;
use tanya::store::merges::{self, Undoing};

use super::{choose, notifications_of, told, unread};
use crate::merging::{Pair, merge};
use crate::support::TestApp;

fn undo(app: &TestApp, pair: &Pair) {
    let (root, now) = (app.user("root"), app.now());
    let undone = app.write(|tx| merges::undo(tx, &root, Sight::everything(), pair.merged, now));
    assert_eq!(undone, Undoing::Undone);
}

#[test]
fn what_was_told_leads_to_where_it_stands_by_now() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    merge(&app, pair.merged, pair.target);
    let notes = notifications_of(&app, "ada");
    let kinds: Vec<_> = notes.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NotificationKind::Moderated, NotificationKind::Answered]);
    assert_eq!(notes[1].told.thread.0, pair.target);
    let page = app.signed_in("ada").visit("/notifications");
    assert!(
        page.has(&format!("a[href='/replies/{}']", pair.answer)),
        "{}",
        page.body
    );
    undo(&app, &pair);
    let notes = notifications_of(&app, "ada");
    assert_eq!(notes.len(), 1, "that it was merged is past");
    assert_eq!(notes[0].told.thread.0, pair.merged);
}

#[test]
fn whoever_watches_a_merged_thread_watches_where_it_stands_until_that_is_undone() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    choose(&app, "root", pair.merged, Level::Watching);
    merge(&app, pair.merged, pair.target);
    app.by("eve", |eve| eve.reply(pair.target, "Both are right."));
    assert_eq!(told(&app, "root"), [NotificationKind::Watched]);
    assert!(
        told(&app, "bob").contains(&NotificationKind::Watched),
        "he answered the merged one"
    );
    // What is said of the target itself is nearer.
    choose(&app, "root", pair.target, Level::Muted);
    app.by("eve", |eve| eve.reply(pair.target, "Really."));
    assert_eq!(told(&app, "root").len(), 1);
    undo(&app, &pair);
    app.by("cat", |cat| cat.reply(pair.merged, "This one only."));
    assert_eq!(told(&app, "root").len(), 2);
    app.by("cat", |cat| cat.reply(pair.target, "That one only."));
    assert_eq!(told(&app, "root").len(), 2);
}

#[test]
fn reading_where_it_stands_reads_what_was_told_of_a_merged_thread() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    merge(&app, pair.merged, pair.target);
    let ada = app.signed_in("ada");
    assert_eq!(unread(&app, "ada"), 2);
    ada.visit(&format!("/threads/{}/why-does-the-lamp-blink", pair.target));
    actix_web::rt::System::new().block_on(tanya::web::upkeep::write_readings(&app.site));
    assert_eq!(unread(&app, "ada"), 0);
}

#[test]
fn what_was_said_to_a_merged_answer_is_read_where_that_stands_again() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    merge(&app, pair.merged, pair.target);
    app.by("eve", |eve| {
        eve.comment(CommentOn::Reply(pair.answer), "Which network?")
    });
    assert_eq!(told(&app, "bob"), [NotificationKind::Commented]);
    undo(&app, &pair);
    let note = notifications_of(&app, "bob").remove(0);
    assert_eq!(note.told.thread.0, pair.merged);
    app.signed_in("bob")
        .visit(&format!("/threads/{}/why-does-the-lamp-blink-at-night", pair.merged));
    actix_web::rt::System::new().block_on(tanya::web::upkeep::write_readings(&app.site));
    assert_eq!(unread(&app, "bob"), 0);
}
