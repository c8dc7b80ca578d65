//! Letters that come back: an address is left in peace, its owner is told on every page, and either may end that.

use chrono::Duration;
use tanya::domain::bounce::{Bounce, Reported};
use tanya::domain::email::EmailAddress;
use tanya::domain::job::Job;
use tanya::store::bounces::{self, Noting};
use tanya::store::jobs;

use super::server::{Manner, Server};
use crate::support::TestApp;

fn ada() -> EmailAddress {
    EmailAddress::parse("Ada@example.com").unwrap()
}

fn note(app: &TestApp, letter: &str, bounce: Bounce) -> Noting {
    let now = app.now();
    app.write(|tx| bounces::note(tx, &ada(), letter, bounce, "550 no such user", now))
}

fn is_paused(app: &TestApp) -> bool {
    let now = app.now();
    app.read(|db| bounces::is_paused(db, &ada(), now))
}

#[test]
fn what_keeps_coming_back_pauses_an_address_and_what_is_long_ago_does_not() {
    let app = TestApp::spawn();
    assert_eq!(note(&app, "one", Bounce::Soft), Noting::Counted);
    assert_eq!(
        note(&app, "one", Bounce::Soft),
        Noting::Known,
        "a report that comes twice counts once"
    );
    assert_eq!(
        note(&app, "one", Bounce::Hard),
        Noting::Counted,
        "a delay that became a failure counts as that"
    );
    assert_eq!(note(&app, "two", Bounce::Soft), Noting::Counted);
    assert!(!is_paused(&app));
    app.clock.pass(Duration::weeks(3));
    assert_eq!(
        note(&app, "three", Bounce::Hard),
        Noting::Counted,
        "three weeks forget three points"
    );
    assert_eq!(note(&app, "four", Bounce::Hard), Noting::Paused);
    assert!(is_paused(&app));
    app.clock.pass(Duration::weeks(500));
    assert!(is_paused(&app), "what is paused forgets nothing");
    assert!(app.write(|tx| bounces::lift(tx, "ADA@example.com")));
    assert!(!is_paused(&app));
    assert_eq!(
        note(&app, "five", Bounce::Complaint),
        Noting::Paused,
        "who complains need not do it twice"
    );
}

#[test]
fn old_scores_are_swept_away_and_pauses_stay() {
    let app = TestApp::spawn();
    note(&app, "one", Bounce::Soft);
    let (bob, now) = (EmailAddress::parse("bob@example.com").unwrap(), app.now());
    app.write(|tx| bounces::note(tx, &bob, "two", Bounce::Complaint, "abuse", now));
    app.clock.pass(Duration::weeks(4));
    let later = app.now();
    assert_eq!(app.write(|tx| bounces::sweep(tx, later)), 1);
    assert_eq!(app.read(|db| bounces::all_paused(db, 10)).len(), 1);
}

#[test]
fn nobody_can_have_the_letters_of_others_stopped() {
    let app = TestApp::spawn();
    let (email, now) = ("bob@example.com".to_owned(), app.now());
    app.write(|tx| jobs::enqueue(tx, &Job::ForgottenPassword { email }, now));
    let message = app.messages().remove(0);
    let id = message
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: <"))
        .unwrap();
    let letter = id.split('@').next().unwrap().to_owned();
    let report = |letter: &str, reader: &str| {
        let reported = Reported {
            letter: letter.to_owned(),
            readers: vec![EmailAddress::parse(reader).unwrap()],
            bounce: Bounce::Complaint,
            said: "abuse".to_owned(),
        };
        app.write(|tx| bounces::note_reported(tx, &reported, now))
    };
    assert_eq!(
        report(&letter, "ada@example.com"),
        Noting::NotOurs,
        "bob's letter says nothing of ada"
    );
    assert_eq!(
        report("job-1-5f.1.00112233445566778899", "ada@example.com"),
        Noting::NotOurs
    );
    assert_eq!(report("hello", "ada@example.com"), Noting::NotOurs);
    assert!(!is_paused(&app));
    assert_eq!(report(&letter, "Bob@example.com"), Noting::Paused);
}

#[test]
fn a_reader_who_is_refused_twice_gets_no_more_and_is_told_on_every_page() {
    let server = Server::start();
    server.behave(Manner::OfBob("550 5.1.1 no such user"));
    let app = TestApp::configured(&[("SMTP_URL", &server.url()), ("TANYA_MAIL_FROM", "forum@example.com")]);
    let bob = app.user("bob").id;
    let send = || {
        let now = app.now();
        app.write(|tx| jobs::enqueue(tx, &Job::PasswordChanged { user: bob }, now));
        app.work();
        let dead = app.read(|db| jobs::page(db, true, None, 1)).items.remove(0);
        dead.last_error.unwrap()
    };
    let client = app.signed_in("bob");
    app.work();
    assert!(send().contains("no such user"));
    assert!(!client.get("/").text("main").contains("We send you no letters"));
    assert!(send().contains("no such user"));
    assert!(send().contains("nothing is sent to this address"), "the job says why");
    let page = client.get("/threads");
    assert!(
        page.text("main").contains("We send you no letters"),
        "{}",
        page.text("main")
    );
    assert!(
        !app.visitor()
            .get("/threads")
            .text("main")
            .contains("We send you no letters")
    );
    // What somebody asks for just now is tried nevertheless.
    server.behave(Manner::Takes);
    let (email, now) = ("bob@example.com".to_owned(), app.now());
    app.write(|tx| jobs::enqueue(tx, &Job::ForgottenPassword { email }, now));
    app.work();
    assert_eq!(server.messages().len(), 1);
    let answer = client.send_form(&page.form("form[action='/settings/address/resume']"));
    assert_eq!(answer.status, 303);
    assert!(!client.get("/").text("main").contains("We send you no letters"));
    let now = app.now();
    app.write(|tx| jobs::enqueue(tx, &Job::PasswordChanged { user: bob }, now));
    app.work();
    assert_eq!(server.messages().len(), 2);
    app.leaves_jobs();
}
