//! The same rules for what comes by mail: told once, with the reason.

use tanya::domain::email::EmailAddress;
use tanya::domain::id::ThreadId;
use tanya::domain::incoming::{Outcome, Source, Why};
use tanya::store::incoming;

use super::{be_newcomer, change_rules, threads};
use crate::support::TestApp;

const ANSWERS: &str = "reply@forum.example.org";
const QUESTIONS: &str = "ask@forum.example.org";
const LINKS: &str = "See https://a.example and https://b.example and https://c.example.";

fn forum() -> (TestApp, ThreadId) {
    let app = TestApp::configured(&[("TANYA_MAIL_INCOMING", ANSWERS), ("TANYA_MAIL_ASK", QUESTIONS)]);
    let thread = threads(&app, 1)[0];
    (app, thread)
}

fn address(app: &TestApp, name: &str, thread: ThreadId) -> String {
    let (ours, user) = (EmailAddress::parse(ANSWERS).unwrap(), app.user(name).id);
    let address = app.read(|db| incoming::reply_address(db, &ours, user, thread));
    address.unwrap().as_str().to_owned()
}

fn receive(app: &TestApp, from: &str, to: &str, id: &str, body: &str) -> (Outcome, Option<Why>) {
    let raw = format!(
        "From: {from}@example.com\r\nTo: <{to}>\r\nSubject: Where does it lead to?\r\nMessage-ID: <{id}@example.com>\r\n\r\n{body}\r\n"
    );
    let now = app.now();
    app.write(|tx| incoming::take(tx, Source::Pipe, raw.as_bytes(), now));
    app.work();
    let row = app.read(|db| incoming::page(db, None, None, 10)).items.remove(0);
    (row.outcome.unwrap(), row.why)
}

#[test]
fn a_newcomers_answer_with_many_links_is_answered_once() {
    let (app, thread) = forum();
    let to = address(&app, "bob", thread);
    be_newcomer(&app, "bob");
    let refused = (Outcome::Refused, Some(Why::TooManyLinks));
    assert_eq!(receive(&app, "bob", &to, "1", LINKS), refused);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].text.contains("more links to other sites"),
        "{}",
        letters[0].text
    );
    assert_eq!(receive(&app, "bob", &to, "1", LINKS), (Outcome::Repeated, None));
    assert!(app.letters().is_empty(), "it was told before");
    assert_eq!(receive(&app, "bob", &to, "2", "It works."), (Outcome::Posted, None));
    app.letters();
}

#[test]
fn a_newcomers_first_day_holds_for_answers_by_mail() {
    let (app, thread) = forum();
    let to = address(&app, "bob", thread);
    be_newcomer(&app, "bob");
    change_rules(&app, |rules| rules.newcomer.replies = 1);
    assert_eq!(receive(&app, "bob", &to, "1", "It works."), (Outcome::Posted, None));
    app.letters();
    let refused = (Outcome::Refused, Some(Why::FirstDay));
    assert_eq!(receive(&app, "bob", &to, "2", "Or not."), refused);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].text.contains("Send it again tomorrow."),
        "{}",
        letters[0].text
    );
    app.pass(chrono::Duration::hours(24));
    assert_eq!(receive(&app, "bob", &to, "3", "Or not."), (Outcome::Posted, None));
    app.letters();
}

#[test]
fn questions_of_strangers_and_newcomers_have_few_links_and_those_of_members_many() {
    let (app, _) = forum();
    let refused = (Outcome::Refused, Some(Why::TooManyLinks));
    assert_eq!(receive(&app, "zoe", QUESTIONS, "1", LINKS), refused);
    assert_eq!(app.letters().len(), 1);
    be_newcomer(&app, "bob");
    assert_eq!(receive(&app, "bob", QUESTIONS, "2", LINKS), refused);
    app.letters();
    assert_eq!(receive(&app, "ada", QUESTIONS, "3", LINKS), (Outcome::Asked, None));
    app.letters();
    change_rules(&app, |rules| rules.newcomer.threads = 1);
    app.by("bob", |bob| bob.ask("help", "Where is my key?", "key"));
    let refused = (Outcome::Refused, Some(Why::FirstDay));
    assert_eq!(receive(&app, "bob", QUESTIONS, "4", "It is gone."), refused);
    app.letters();
}
