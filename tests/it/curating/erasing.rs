//! The end of what was deleted: after thirty days nothing keeps its text, nothing brings it back, and every page says so.

use chrono::Duration;
use tanya::domain::body::{Body, CommentBody, Reason};
use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::store::cases::Deciding;
use tanya::store::comments::CommentOn;
use tanya::store::written::Written;
use tanya::store::{comments, holds, replies};

use super::redacting::columns_with;
use crate::desk::{decide_as, only_case, sight_of};
use crate::merging::{indexed, merge};
use crate::support::{Page, TestApp};
use crate::uploads::{address, png, upload};

/// What nobody else writes: eight words, so that some of them in a row are a quotation.
const TEXT: &str = "zebrafish keep their grandmother’s umbrella under seven stairs";
const WORD: &str = "zebrafish";
const UNDELETE: &str = "form[action$='/undelete']";

fn delete(app: &TestApp, path: &str, reason: &str) {
    let deleted = app
        .signed_in("cat")
        .post(&format!("{path}/delete"), &[("reason", reason)]);
    assert_eq!(deleted.status, 303, "{path}: {}", deleted.body);
}

/// Passes time, and works what is due then.
fn pass(app: &TestApp, days: i64) {
    app.pass(Duration::days(days));
    app.work();
}

/// The page to which something led.
fn led(app: &TestApp, answer: &Page) -> Page {
    assert_eq!(answer.status, 303, "{}", answer.body);
    app.signed_in("cat").get(&answer.location().unwrap())
}

/// A question with an answer that was edited, and a comment under it.
fn answered(app: &TestApp) -> (ThreadId, ReplyId) {
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, TEXT));
    let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), TEXT));
    let (bob, eve, now) = (app.user("bob"), app.user("eve"), app.now());
    let body = Written::body(&Body::parse(&format!("I mean: {TEXT}")).unwrap());
    app.write(|tx| replies::edit(tx, &bob, sight_of(&bob), reply, &body, &Reason::default(), now));
    let note = Written::comment(&CommentBody::parse(&format!("So: {TEXT}")).unwrap());
    app.write(|tx| comments::edit(tx, &eve, sight_of(&eve), comment, &note, now));
    (thread, reply)
}

#[test]
fn a_deleted_answer_says_until_when_it_can_be_brought_back_and_is_gone_for_good_then() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, reply) = answered(&app);
    let quoting = format!("It said “{TEXT}”.");
    delete(&app, &format!("/replies/{reply}"), &quoting);
    let page = format!("/threads/{thread}");
    let cat = app.signed_in("cat");
    let until = (app.now() + Duration::days(30)).format("%Y").to_string();
    let note = cat.visit(&page).text(".removed-note");
    assert!(
        note.contains("can be brought back until") && note.contains(&until),
        "{note}"
    );

    pass(&app, 29);
    let kept = app.signed_in("cat").visit(&page);
    assert!(kept.body.contains(WORD) && kept.has(UNDELETE), "{}", kept.body);
    pass(&app, 2);
    assert_eq!(columns_with(&app, WORD), Vec::<String>::new());
    let gone = app.signed_in("cat").visit(&page);
    assert_eq!(gone.texts(".removed-note").len(), 2, "{}", gone.body);
    assert!(
        gone.body.contains("Deleted for good") && !gone.has(UNDELETE),
        "{}",
        gone.body
    );
    assert_eq!(app.signed_in("bob").visit(&page).status, 200);

    // Nothing brings it back, neither its own page nor the log.
    let cat = app.signed_in("cat");
    let back = led(&app, &cat.post(&format!("/replies/{reply}/undelete"), &[]));
    assert!(!back.has(UNDELETE) && back.body.contains("Deleted for good"));
    let log = cat.visit("/moderation/log");
    assert!(log.body.contains("Text deleted for good"), "{}", log.body);
    let rows = log.texts("tbody tr");
    let mut of_it = rows.iter().filter(|row| !row.contains("Changed whether staff"));
    assert!(rows.len() > 1 && of_it.all(|row| !row.contains("Undo")), "{rows:#?}");
}

#[test]
fn whoever_tries_to_bring_back_what_is_gone_is_told_why_not() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (_, reply) = answered(&app);
    delete(&app, &format!("/replies/{reply}"), "");
    let cat = app.signed_in("cat");
    let row = cat
        .visit("/moderation/log")
        .form("tbody tr:first-child form[action$='/undo']");
    pass(&app, 31);
    let cat = app.signed_in("cat");
    let tell = |answer: Page| {
        let told = cat.visit(&answer.location().unwrap());
        assert!(told.body.contains("It cannot be brought back"), "{}", told.body);
    };
    tell(cat.post(&format!("/replies/{reply}/undelete"), &[]));
    tell(cat.send_form(&row));
}

#[test]
fn a_deleted_thread_goes_with_all_that_stands_in_it_and_its_files() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let line = upload(&app.signed_in("ada"), "a.png", &png(20), "x");
    let body = format!("{TEXT}\n\n{line}");
    let thread = app.by("ada", |ada| {
        ada.ask_saying("help", &format!("Why do {WORD} do that?"), &body)
    });
    app.by("bob", |bob| bob.reply(thread, TEXT));
    indexed(&app, WORD, 1);
    delete(&app, &format!("/threads/{thread}/-"), "");
    pass(&app, 31);
    assert_eq!(columns_with(&app, WORD), Vec::<String>::new());
    indexed(&app, WORD, 0);
    assert_eq!(app.signed_in("cat").get(&address(&line)).status, 404);
    let page = app.signed_in("cat").visit(&format!("/threads/{thread}"));
    assert!(page.text("h1").contains("█████") && page.body.contains("Deleted for good"));
    assert_eq!(app.visitor().get(&format!("/threads/{thread}")).status, 410);
    let cat = app.signed_in("cat");
    let back = cat.post(&format!("/threads/{thread}/-/undelete"), &[]);
    let told = cat.visit(&back.location().unwrap());
    assert!(told.body.contains("It cannot be brought back"), "{}", told.body);
}

#[test]
fn what_waits_for_a_moderator_and_what_was_merged_keeps_its_text() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, reply) = answered(&app);
    let now = app.now();
    app.write(|tx| holds::hold(tx, Piece::Reply(reply), HoldReason::Spam, now));
    let merged = app.by("ada", |ada| ada.ask_saying("help", "What about umbrellas?", TEXT));
    merge(&app, merged, thread);
    pass(&app, 40);
    let columns = columns_with(&app, WORD);
    for column in [
        "threads.body_markdown",
        "replies.body_markdown",
        "revisions.body_markdown",
    ] {
        assert!(columns.iter().any(|one| one == column), "{column} not in {columns:?}");
    }
    // The thirty days of what is decided now begin now.
    assert_eq!(
        decide_as(&app, "cat", only_case(&app), Decision::Deleted),
        Deciding::Done
    );
    pass(&app, 2);
    let columns = columns_with(&app, WORD);
    assert!(
        columns.iter().any(|one| one == "revisions.body_markdown"),
        "{columns:?}"
    );
    pass(&app, 29);
    let columns = columns_with(&app, WORD);
    assert!(
        columns.iter().all(|one| one != "revisions.body_markdown"),
        "{columns:?}"
    );
}

#[test]
fn what_only_a_text_taught_about_advertising_is_forgotten_with_it() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let decide = |text: &str, decision: Decision| {
        app.by("bob", |bob| {
            let piece = Piece::Reply(bob.reply(thread, text)?);
            holds::hold_for(bob.tx, piece, HoldReason::Watched, text, bob.now)
        });
        assert_eq!(decide_as(&app, "cat", only_case(&app), decision), Deciding::Done);
    };
    decide(TEXT, Decision::Spam);
    decide("Under which umbrella?", Decision::Kept);
    let columns = columns_with(&app, WORD);
    for column in ["spam_tokens.token", "spam_lessons.tokens", "cases.held_words"] {
        assert!(columns.iter().any(|one| one == column), "{column} not in {columns:?}");
    }
    pass(&app, 31);
    assert_eq!(columns_with(&app, WORD), Vec::<String>::new());
    let columns = columns_with(&app, "umbrella");
    assert!(columns.iter().any(|one| one == "spam_tokens.token"), "{columns:?}");
}
