//! The administrator's pages about letters: what waits, what was given up, what is paused, and how every kind looks.

use diesel::connection::SimpleConnection;
use tanya::domain::bounce::Bounce;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::DigestId;
use tanya::domain::job::Job;
use tanya::letters::specimens;
use tanya::store::{bounces, jobs};

use super::server::{Manner, Server};
use crate::support::TestApp;

#[test]
fn dead_letters_are_seen_tried_again_and_discarded() {
    let server = Server::start();
    server.behave(Manner::OfContents("554 5.7.1 not today"));
    let app = TestApp::configured(&[("SMTP_URL", &server.url()), ("TANYA_MAIL_FROM", "forum@example.com")]);
    let root = app.signed_in("root");
    app.work();
    assert!(root.get("/admin/letters").has(".empty"));
    let write = |name: &str| {
        let (email, now) = (format!("{name}@example.com"), app.now());
        app.write(|tx| jobs::enqueue(tx, &Job::ForgottenPassword { email }, now));
    };
    for name in ["ada", "bob", "cat"] {
        write(name);
    }
    let waiting = root.get("/admin/letters");
    assert!(
        waiting.text("tbody").contains("Letter: choose a password"),
        "{}",
        waiting.body
    );
    app.work();
    let dead = root.get("/admin/letters?state=dead");
    assert!(dead.text("tbody").contains("5.7.1 not today"), "{}", dead.body);
    server.behave(Manner::Takes);
    assert_eq!(root.send_form(&dead.form("form[action$='/discard']")).status, 303);
    assert_eq!(
        root.send_form(&dead.form("form[action$='/discard']")).status,
        404,
        "it is gone"
    );
    let dead = root.get("/admin/letters?state=dead");
    assert_eq!(root.send_form(&dead.form("tbody form[action$='/retry']")).status, 303);
    app.work();
    let rest = root.get("/admin/letters?state=dead");
    assert_eq!(server.messages().len(), 1);
    assert_eq!(
        root.send_form(&rest.form("form[action='/admin/letters/retry']")).status,
        303
    );
    app.work();
    assert_eq!(server.messages().len(), 2);
    assert!(root.get("/admin/letters?state=dead").has(".empty"));
}

#[test]
fn paused_addresses_are_seen_and_lifted() {
    let app = TestApp::spawn();
    let (ada, now) = (EmailAddress::parse("ada@example.com").unwrap(), app.now());
    app.write(|tx| bounces::note(tx, &ada, "one", Bounce::Complaint, "<b>abuse</b>", now));
    let root = app.signed_in("root");
    let page = root.get("/admin/letters/paused");
    assert!(page.text("tbody").contains("ada@example.com") && page.text("tbody").contains("<b>abuse</b>"));
    let form = page.form("form[action='/admin/letters/paused/lift']");
    assert_eq!(root.send_form(&form).status, 303);
    assert!(root.get("/admin/letters/paused").has(".empty"));
    assert!(!app.read(|db| bounces::is_paused(db, &ada, now)));
}

#[test]
fn every_kind_is_looked_at_with_things_of_this_forum() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "Why <script>alert(1)</script>?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "Because of the *key*."));
    app.by("ada", |ada| ada.accept(reply));
    app.work();
    let root = app.signed_in("root");
    app.letters();
    let list = root.get("/admin/letters/specimens");
    let kinds: Vec<&str> = specimens::all().map(|specimen| specimen.kind).collect();
    for kind in kinds {
        let address = format!("/admin/letters/specimens/{kind}");
        assert!(
            list.attributes("main a", "href").contains(&address),
            "{kind} is not in the list"
        );
        for language in ["en", "id", "fil"] {
            let page = root.get(&format!("{address}?in={language}"));
            assert_eq!(page.status, 200, "{kind}");
            let html = root.get(&format!("{address}/html?in={language}"));
            let policy = html.header("content-security-policy").unwrap();
            assert!(
                policy.contains("default-src 'none'") && policy.contains("sandbox"),
                "{policy}"
            );
            assert!(!html.body.contains("<script") && html.body.contains("<html"), "{kind}");
            assert_eq!(html.attributes("html", "lang"), [language]);
        }
    }
    assert!(
        root.get("/admin/letters/specimens/reminder")
            .text("pre")
            .contains("Why <script>")
    );
    assert_eq!(root.get("/admin/letters/specimens/nothing").status, 404);
    assert_eq!(
        app.signed_in("cat")
            .get("/admin/letters/specimens/reminder/html")
            .status,
        403
    );
    app.work();
}

#[test]
fn an_administrator_sends_themselves_one() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    app.letters();
    let page = root.get("/admin/letters/specimens/survey");
    assert_eq!(root.send_form(&page.form("form[action$='/send']")).status, 303);
    let letters = app.letters();
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "root@example.com"));
    // A kind that a newer program knows is nothing to this one.
    app.write(|tx| {
        let row = "insert into jobs (kind, payload, created_at, run_at, lane) values ('test_letter', \
                   '{\"kind\":\"test_letter\",\"specimen\":\"newer\",\"user\":1}', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 'letters')";
        Ok(tx.batch_execute(row)?)
    });
    assert!(app.letters().is_empty());
}

#[test]
fn letters_that_were_given_up_are_forgotten_after_a_month_and_other_jobs_are_not() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let now = app.now();
    app.write(|tx| {
        jobs::enqueue(
            tx,
            &Job::ForgottenPassword {
                email: "ada@example.com".to_owned(),
            },
            now,
        )?;
        jobs::enqueue(
            tx,
            &Job::SendDigest {
                digest: DigestId::stored(1),
            },
            now,
        )?;
        jobs::enqueue(tx, &Job::CountHelpers, now)?;
        Ok(tx.batch_execute("update jobs set dead_at = run_at")?)
    });
    let dead = || {
        let page = app.read(|db| jobs::page(db, true, None, 100));
        page.items.into_iter().map(|job| job.kind).collect::<Vec<_>>()
    };
    app.pass(chrono::Duration::days(30));
    app.work();
    assert_eq!(dead().len(), 3);
    let root = app.signed_in("root");
    let page = root.get("/admin/letters?state=dead");
    assert!(page.text("main").contains("forgotten after 30 days"), "{}", page.body);
    assert_eq!(page.texts("tbody tr").len(), 2, "digests are letters too");
    app.pass(chrono::Duration::hours(1));
    app.work();
    assert_eq!(dead(), ["count_helpers"]);
}
