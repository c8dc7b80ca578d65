//! Letters to a mail server that takes them, refuses them, or takes nothing: nothing is lost, nothing goes twice.

use chrono::Duration;
use tanya::domain::job::{Job, MOST_ATTEMPTS_OF_LETTERS, delay_after};
use tanya::store::jobs::{self, JobRow};

use super::server::{Manner, Server};
use crate::support::TestApp;

/// A forum whose letters go to a server of its own.
fn forum(more: &[(&str, &str)]) -> (TestApp, Server) {
    let server = Server::start();
    let url = server.url();
    let variables = [
        ("SMTP_URL", url.as_str()),
        ("TANYA_MAIL_FROM", "Forum <forum@example.com>"),
    ];
    (TestApp::configured(&[&variables, more].concat()), server)
}

/// Asks for a letter to each of them.
fn write_to(app: &TestApp, names: &[&str]) {
    let now = app.now();
    app.write(|tx| {
        names.iter().try_for_each(|name| {
            let email = format!("{name}@example.com");
            jobs::enqueue(tx, &Job::ForgottenPassword { email }, now)
        })
    });
}

fn rows(app: &TestApp, dead: bool) -> Vec<JobRow> {
    app.read(|db| jobs::page(db, dead, None, 100)).items
}

/// To whom the letters went, in their order.
fn readers(server: &Server) -> Vec<String> {
    let to = |message: &String| {
        let line = message.lines().find_map(|line| line.strip_prefix("To: "));
        line.unwrap().split('@').next().unwrap().to_owned()
    };
    server.messages().iter().map(to).collect()
}

#[test]
fn letters_go_over_one_connection_after_the_other() {
    let (app, server) = forum(&[]);
    write_to(&app, &["ada", "bob", "cat"]);
    assert_eq!(app.work(), 3);
    assert_eq!((readers(&server).len(), server.connection_count()), (3, 1));
}

#[test]
fn what_is_refused_for_good_is_dead_at_once_and_keeps_nothing_back() {
    for manner in [
        Manner::OfBob("550 5.1.1 no such user"),
        Manner::OfContents("554 5.7.1 no"),
    ] {
        let (app, server) = forum(&[]);
        server.behave(manner);
        write_to(&app, &["bob"]);
        assert_eq!(app.work(), 1);
        let dead = rows(&app, true);
        assert_eq!((dead.len(), dead[0].attempt_count), (1, 1));
        let said = dead[0].last_error.clone().unwrap();
        assert!(said.contains("refused") && said.contains("5."), "{said}");
        server.behave(Manner::Takes);
        write_to(&app, &["ada"]);
        assert_eq!(app.work(), 1);
        assert_eq!(
            (readers(&server), server.connection_count()),
            (vec!["ada".to_owned()], 1)
        );
        assert!(app.write(|tx| jobs::retry(tx, dead[0].id, app.now())));
        app.work();
        assert_eq!(readers(&server), ["ada", "bob"]);
    }
}

#[test]
fn what_is_refused_for_now_is_tried_for_two_days_and_then_dead() {
    let (app, server) = forum(&[]);
    server.behave(Manner::OfBob("450 4.2.0 greylisted"));
    let began_at = app.now();
    write_to(&app, &["bob", "ada"]);
    assert_eq!(app.work(), 2);
    assert_eq!(readers(&server), ["ada"], "nobody else waits for it");
    for attempt in 1..MOST_ATTEMPTS_OF_LETTERS {
        assert_eq!(rows(&app, false)[0].attempt_count, attempt);
        app.clock.pass(delay_after(attempt));
        assert_eq!(app.work(), 1);
    }
    let tried_for = app.now() - began_at;
    assert!(
        tried_for > Duration::hours(44) && tried_for < Duration::hours(56),
        "{tried_for}"
    );
    assert_eq!(rows(&app, true).len(), 1);
    server.behave(Manner::Takes);
    let id = rows(&app, true)[0].id;
    assert!(app.write(|tx| jobs::retry(tx, id, app.now())));
    app.work();
    assert_eq!(readers(&server), ["ada", "bob"]);
}

#[test]
fn a_server_that_takes_nothing_for_hours_is_left_alone_and_nothing_is_lost() {
    for manner in [
        Manner::Greets("421 come back later"),
        Manner::Greets("554 no"),
        Manner::OfSenders("550 who?"),
    ] {
        let (app, server) = forum(&[]);
        server.behave(manner);
        write_to(&app, &["ada", "bob", "cat", "dan"]);
        let began_at = app.now();
        while app.now() - began_at < Duration::hours(6) {
            app.work();
            app.clock.pass(Duration::minutes(1));
        }
        assert!(
            server.connection_count() < 100,
            "{} connections",
            server.connection_count()
        );
        let waiting = rows(&app, false);
        assert_eq!(waiting.len(), 4);
        let tries: i64 = waiting.iter().map(|job| job.attempt_count).sum();
        assert!(tries < 60, "{tries} tries were counted");
        assert!(
            waiting
                .iter()
                .all(|job| job.last_error.as_deref().unwrap().contains("takes no letters"))
        );
        server.behave(Manner::Takes);
        app.clock.pass(Duration::hours(6));
        app.work();
        app.clock.pass(Duration::minutes(1));
        app.work();
        let mut got = readers(&server);
        got.sort();
        assert_eq!(got, ["ada", "bob", "cat", "dan"]);
    }
}

#[test]
fn a_letter_whose_end_nobody_heard_goes_again_with_the_same_id() {
    let (app, server) = forum(&[]);
    server.behave(Manner::HangsUp);
    write_to(&app, &["ada"]);
    app.work();
    assert_eq!(rows(&app, false)[0].attempt_count, 1);
    server.behave(Manner::Takes);
    app.clock.pass(Duration::seconds(30));
    app.work();
    write_to(&app, &["ada"]);
    app.work();
    let ids: Vec<String> = server
        .messages()
        .iter()
        .map(|message| {
            message
                .lines()
                .find(|line| line.starts_with("Message-ID: "))
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[1], ids[2]);
}

#[test]
fn a_domain_gets_so_many_letters_a_minute_and_no_try_is_counted() {
    let (app, server) = forum(&[("TANYA_MAIL_PACE", "2")]);
    write_to(&app, &["ada", "bob", "cat", "dan"]);
    assert_eq!(app.work(), 4);
    assert_eq!(readers(&server), ["ada", "bob"]);
    let waiting = rows(&app, false);
    assert!(
        waiting
            .iter()
            .all(|job| job.attempt_count == 0 && job.last_error.as_deref().unwrap().contains("turn"))
    );
    app.clock.pass(Duration::seconds(30));
    assert_eq!(app.work(), 1);
    app.clock.pass(Duration::seconds(30));
    assert_eq!(app.work(), 1);
    assert_eq!(readers(&server), ["ada", "bob", "cat", "dan"]);
}

#[test]
fn letters_are_signed_when_there_is_a_key() {
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/dkim/ed25519.pem");
    let (app, server) = forum(&[("TANYA_DKIM_KEY", key)]);
    write_to(&app, &["ada"]);
    app.work();
    let message = server.messages().remove(0);
    assert!(
        message.starts_with("DKIM-Signature: v=1; a=ed25519-sha256;"),
        "{message}"
    );
    assert!(message.contains("d=example.com;\r\n s=tanya;"), "{message}");
}
