//! What answers do for others: thanks, a profile's figures, a category's helpers of the month.

use chrono::Duration;
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::domain::vote::Vote;
use tanya::store::votes;

use crate::support::TestApp;

fn solved(app: &TestApp, by: &str, title: &str) -> (ThreadId, ReplyId) {
    let thread = app.by("ada", |ada| ada.ask("help", title, ""));
    let reply = app.by(by, |by| by.reply(thread, "With the key."));
    app.by("ada", |ada| ada.accept(reply));
    (thread, reply)
}

#[test]
fn thanks_are_given_in_one_press_counted_and_taken_back() {
    let app = TestApp::spawn();
    let (thread, reply) = solved(&app, "bob", "How do I open the box?");
    let path = app.visitor().get(&format!("/threads/{thread}")).location().unwrap();
    assert!(!app.visitor().get(&path).has(".thanks-told"));
    let (thank, unthank) = (format!("/replies/{reply}/thank"), format!("/replies/{reply}/unthank"));
    for (name, count) in [("ada", "1 thanks"), ("eve", "2 thanks")] {
        let client = app.signed_in(name);
        let given = client.submit(&path, &format!("form[action='{thank}']"), &[]);
        assert_eq!(given.status, 303);
        let page = client.get(&path);
        assert!(page.has(&format!("form[action='{unthank}'] button[aria-pressed=true]")));
        assert_eq!(app.visitor().get(&path).text(".thanks-told"), count);
        client.post(&thank, &[]);
        assert_eq!(app.visitor().get(&path).text(".thanks-told"), count, "once each");
    }
    app.signed_in("eve")
        .submit(&path, &format!("form[action='{unthank}']"), &[]);
    assert_eq!(app.visitor().get(&path).text(".thanks-told"), "1 thanks");
    let bob = app.signed_in("bob");
    assert!(!bob.get(&path).has(&format!("form[action='{thank}']")));
    assert_eq!(bob.post(&thank, &[]).status, 403, "nobody thanks themselves");
    assert_eq!(app.visitor().post(&thank, &[]).status, 303, "visitors sign in first");
}

#[test]
fn a_profile_tells_what_answers_did_for_others() {
    let app = TestApp::spawn();
    let (thread, reply) = solved(&app, "bob", "How do I open the box?");
    let (sight, id) = (Sight::everything(), app.user("bob").id);
    for name in ["eve", "cat"] {
        app.by(name, |by| {
            votes::me_too(by.tx, &by.author, sight, thread, true, by.now)?;
            votes::on_reply(by.tx, &by.author, sight, reply, Some(Vote::Up), by.now)
        });
    }
    let own = app.by("bob", |bob| bob.ask("help", "Where is the key?", ""));
    let found = app.by("bob", |bob| bob.reply(own, "Found it."));
    app.by("bob", |bob| bob.accept(found));
    app.signed_in("ada").post(&format!("/replies/{reply}/thank"), &[]);
    let page = app.visitor().get(&format!("/users/{id}/bob"));
    let told = page.texts(".answers-did li");
    assert_eq!(
        told,
        ["Solved 1 question", "Helped 3 people", "2 votes received", "1 thanks"],
        "answering oneself helps nobody else"
    );
    assert!(page.has(&format!(".facts a[href^='/threads/{thread}/']")));
    let ada = app.user("ada").id;
    assert!(!app.visitor().get(&format!("/users/{ada}/ada")).has(".answers-did"));
}

#[test]
fn solved_questions_out_of_sight_are_counted_but_not_named() {
    let app = TestApp::spawn();
    let id = app.user("dan").id;
    let thread = app.by("root", |root| root.ask("back-office", "A secret plan", ""));
    let reply = app.by("dan", |dan| dan.reply(thread, "Do it."));
    app.by("root", |root| root.accept(reply));
    let path = format!("/users/{id}/dan");
    assert!(!app.visitor().get(&path).body.contains("A secret plan"));
    assert!(app.signed_in("root").get(&path).has(".facts a"));
}

#[test]
fn a_category_names_its_helpers_of_the_month() {
    let app = TestApp::spawn();
    let names = |app: &TestApp| app.visitor().get("/categories/help").texts(".helpers li a");
    for nth in 0..3 {
        solved(&app, if nth == 0 { "bob" } else { "eve" }, &format!("Question {nth}"));
    }
    let own = app.by("cat", |cat| cat.ask("help", "I know it", ""));
    let found = app.by("cat", |cat| cat.reply(own, "Indeed."));
    app.by("cat", |cat| cat.accept(found));
    assert!(names(&app).is_empty(), "not counted yet");
    app.pass(Duration::hours(2));
    app.work();
    assert_eq!(names(&app), ["eve", "bob"]);
    assert!(!app.visitor().get("/categories/news").has(".helpers"));
    app.pass(Duration::days(31));
    app.work();
    assert!(
        !app.visitor().get("/categories/help").has(".helpers"),
        "a month is over"
    );
}
