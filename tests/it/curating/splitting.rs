//! Splitting: replies become a thread of their own, both say so, every count stays true, and merging takes it back.

use tanya::domain::id::{ReplyId, ThreadId};
use tanya::store::comments::CommentOn;

use crate::merging::restoring::counted;
use crate::support::{Page, TestApp};

const SPLIT: &str = "main form[method=post][action$='/-/split']";

/// A question of ada's with an answer, and two replies about something else.
fn strayed(app: &TestApp) -> (ThreadId, [ReplyId; 3]) {
    let at = || app.clock.pass(chrono::Duration::minutes(1));
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    at();
    let answer = app.by("bob", |bob| bob.reply(thread, "With the key."));
    at();
    let other = app.by("dan", |dan| dan.reply(thread, "My printer is broken, too."));
    at();
    let last = app.by("eve", |eve| eve.reply(thread, "Which printer is it?"));
    app.by("ada", |ada| {
        ada.comment(CommentOn::Reply(other), "That is another matter.")
    });
    (thread, [answer, other, last])
}

/// Every count is what counting anew finds.
fn check_counts(app: &TestApp) {
    assert_eq!(app.write(counted), "");
}

fn split(app: &TestApp, thread: ThreadId, [_, other, last]: [ReplyId; 3]) -> Page {
    let cat = app.signed_in("cat");
    let mut form = cat
        .visit(&format!("/threads/{thread}/-/split?from={other}"))
        .form(SPLIT);
    assert_eq!(form.value("split_reply"), Some(other.to_string().as_str()));
    form = form.with(&[
        ("split_title", "Why is my printer broken?"),
        ("split_reason", "Something else."),
    ]);
    form.fields.push(("split_reply".to_owned(), last.to_string()));
    cat.send_form(&form)
}

#[test]
fn replies_are_split_off_and_put_back() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, replies) = strayed(&app);
    let [answer, other, last] = replies;
    assert_eq!(
        app.signed_in("bob").get(&format!("/threads/{thread}/-/split")).status,
        403
    );
    let done = split(&app, thread, replies);
    assert_eq!(done.status, 303, "{}", done.body);
    check_counts(&app);

    let cat = app.signed_in("cat");
    let part = cat.visit(&done.location().unwrap());
    assert!(part.text("h1").contains("Why is my printer broken?"), "{}", part.path);
    assert_eq!(
        part.texts(".post .prose"),
        [
            "My printer is broken, too.",
            "That is another matter.",
            "Which printer is it?"
        ],
        "the comment stands under its reply"
    );
    assert!(part.body.contains("It was split off this thread"));
    let origin = app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(
        origin.texts(".post .prose").last().map(String::as_str),
        Some("With the key.")
    );
    assert!(origin.body.contains("Some replies went on as a thread of their own"));
    assert!(!origin.body.contains("That is another matter."));
    // Every address leads to where the post is.
    for (reply, home) in [(answer, &origin.path), (other, &part.path), (last, &part.path)] {
        let led = app.visitor().visit(&format!("/replies/{reply}"));
        let path = led.path.split(['?', '#']).next().unwrap_or_default();
        assert_eq!(path, home.split(['?', '#']).next().unwrap(), "{reply}");
    }
    let log = cat.visit("/moderation/log");
    assert!(log.body.contains("Split off into a thread of its own") && log.body.contains("Something else."));

    let undone = cat.send_form(&log.form("tbody tr:first-child form[action$='/undo']"));
    assert_eq!(undone.status, 303, "{}", undone.body);
    check_counts(&app);
    let again = app.visitor().visit(&format!("/threads/{thread}"));
    for text in [
        "With the key.",
        "My printer is broken, too.",
        "Which printer is it?",
        "That is another matter.",
    ] {
        assert!(again.body.contains(text), "{text}");
    }
    assert!(!again.body.contains("Some replies went on"));
    let led = app.visitor().visit(&part.path);
    assert!(led.path.starts_with(&format!("/threads/{thread}/")), "{}", led.path);
}

#[test]
fn a_split_of_nothing_or_of_what_is_not_there_any_more_is_refused_and_keeps_what_was_typed() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (thread, replies) = strayed(&app);
    let (cat, path) = (app.signed_in("cat"), format!("/threads/{thread}/-/split"));
    let title = ("split_title", "Why is my printer broken?");
    let none = cat.submit(&path, SPLIT, &[title]);
    assert_eq!(none.status, 422);
    assert_eq!(none.form(SPLIT).value("split_title"), Some(title.1));
    assert!(none.body.contains("Tick at least one reply"));
    let first = replies[0].to_string();
    app.by("ada", |ada| ada.accept(replies[0]));
    let accepted = cat.submit(&path, SPLIT, &[title, ("split_reply", &first)]);
    assert!(accepted.status == 422 && accepted.body.contains("accepted as the answer"));
    let form = cat
        .visit(&path)
        .form(SPLIT)
        .with(&[title, ("split_reply", &replies[1].to_string())]);
    assert_eq!(split(&app, thread, replies).status, 303);
    let gone = cat.send_form(&form);
    assert!(gone.status == 422 && gone.body.contains("does not stand here any more"));
    check_counts(&app);
}
