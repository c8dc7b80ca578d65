//! Asking for digests without an account, and stopping them.

use super::*;

#[test]
fn nothing_comes_before_the_owner_of_the_address_says_so() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let fields = [("email", "fay@example.org"), ("frequency", "daily")];
    let sent = visitor.submit("/digests", "form[action='/digests']", &fields);
    assert_eq!((sent.status, sent.location().as_deref()), (303, Some("/digests/sent")));
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, address("fay@example.org"));
    assert!(!found(&app, "fay@example.org").unwrap().is_in_force());

    // A program that scans letters follows the link, and changes nothing.
    let way = way(&letters[0], "confirm-digests");
    for _ in 0..3 {
        let page = app.visitor().get(&way);
        assert_eq!(page.status, 200);
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    }
    assert!(!found(&app, "fay@example.org").unwrap().is_in_force());
    app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    assert!(letters_at(&app, at("2026-03-03T12:10:00Z")).is_empty());

    let page = app.visitor().submit(&way, "main form", &[]);
    assert_eq!(page.status, 200, "{}", page.body);
    let subscriber = found(&app, "fay@example.org").unwrap();
    assert!(subscriber.is_in_force());
    assert_eq!(subscriber.choices.rhythm.frequency, Frequency::Daily);
    assert_eq!(app.visitor().post(&way, &[]).status, 200, "pressed twice");
}

#[test]
fn the_time_zone_that_a_browser_tells_counts_where_there_is_one_of_that_name() {
    let app = TestApp::spawn();
    for (email, zone, expected) in [
        ("fay@example.org", "Asia/Manila", "Asia/Manila"),
        ("gus@example.org", "Mars/Olympus", "UTC"),
    ] {
        let sent = app.visitor().submit(
            "/digests",
            "form[action='/digests']",
            &[("email", email), ("zone", zone)],
        );
        assert_eq!(sent.status, 303, "{zone}: {}", sent.body);
        assert_eq!(found(&app, email).unwrap().choices.rhythm.zone.name(), expected);
    }
    app.letters();
}

#[test]
fn who_never_said_yes_is_forgotten() {
    let app = TestApp::spawn();
    let fields = [("email", "fay@example.org")];
    app.visitor().submit("/digests", "form[action='/digests']", &fields);
    let letters = app.letters();
    app.pass(Duration::hours(49));
    app.work();
    assert_eq!(found(&app, "fay@example.org"), None);
    let page = app.visitor().get(&way(&letters[0], "confirm-digests"));
    assert_eq!(page.status, 410);
}

#[test]
fn no_answer_tells_whether_an_address_is_known() {
    let app = TestApp::spawn();
    opt_in(&app, "fay@example.org", &[]);
    let mut answers = Vec::new();
    for email in ["fay@example.org", "ada@example.com", "nobody@example.org"] {
        let page = app
            .visitor()
            .submit("/digests", "form[action='/digests']", &[("email", email)]);
        answers.push((page.status, page.location(), page.body));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[1], answers[2]);
    let letters = app.letters();
    assert_eq!(letters.len(), 3);
    assert!(
        letters[0].text.contains("/letters/choices/"),
        "who gets them is led to their choices"
    );
    assert!(
        letters[1].text.contains("/letters/confirm-digests/"),
        "a member is asked like anybody"
    );
}

#[test]
fn letters_to_an_address_are_slowed_down() {
    let app = TestApp::spawn();
    let ask = || {
        app.visitor()
            .submit("/digests", "form[action='/digests']", &[("email", "fay@example.org")])
    };
    for _ in 0..5 {
        assert_eq!(ask().status, 303);
    }
    assert_eq!(ask().status, 429);
    app.work();
}

#[test]
fn stopping_takes_one_click_and_no_session() {
    let app = TestApp::spawn();
    let id = opt_in(&app, "fay@example.org", &[("frequency", "daily")]);
    let asked = app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    let reply = app.by("cat", |cat| cat.reply(asked, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
    let letters = letters_at(&app, at("2026-03-04T12:10:00Z"));
    assert_eq!(letters.len(), 1);
    let stop = way(&letters[0], "stop-digests");
    assert_eq!(letters[0].heading.stop, Some(format!("{ORIGIN}{stop}")));
    assert_eq!(app.visitor().get(&stop).status, 200);
    assert!(
        found(&app, "fay@example.org").unwrap().is_in_force(),
        "looking stops nothing"
    );

    // As a mail program does it: neither cookie nor origin, and a body of its own kind.
    let now = app.now();
    app.write(|tx| tanya::store::signed_links::end_key(tx, now));
    let body = b"List-Unsubscribe=One-Click".as_slice();
    let page = app
        .visitor()
        .send("POST", &stop, Some(("application/x-www-form-urlencoded", body)));
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(!found(&app, "fay@example.org").unwrap().is_in_force());
    let multipart =
        b"--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n".as_slice();
    let page = app
        .visitor()
        .send("POST", &stop, Some(("multipart/form-data; boundary=x", multipart)));
    assert_eq!(page.status, 200, "{}", page.body);

    app.by("ada", |ada| ada.ask("help", "And the other box?", "box"));
    assert!(letters_at(&app, at("2026-03-06T12:10:00Z")).is_empty());
    // After a month the address is gone, and the link still answers kindly.
    app.pass(Duration::days(31));
    app.work();
    assert_eq!(app.read(|db| subscribers::find(db, id)), None);
    assert_eq!(app.visitor().get(&stop).status, 200);
    assert_eq!(app.visitor().post(&stop, &[]).status, 200);
}

#[test]
fn a_stop_link_stops_nobody_elses_digests() {
    let app = TestApp::spawn();
    let fay = opt_in(&app, "fay@example.org", &[]);
    let key = app.read(tanya::store::signed_links::key).unwrap();
    let link = tanya::domain::signed_link::SignedLink {
        user: tanya::domain::id::UserId::stored(fay.get()),
        about: Vec::new(),
        expires_at: app.now(),
    };
    use tanya::domain::signed_link::LinkPurpose;
    // A link of another purpose, and one with another number, are good for nothing.
    let choices = link
        .sign(&key, LinkPurpose::Choices, &address("fay@example.org"))
        .unwrap();
    assert_eq!(
        app.visitor()
            .post(&format!("/letters/stop-digests/{choices}"), &[])
            .status,
        200
    );
    assert!(found(&app, "fay@example.org").unwrap().is_in_force());
    for wrong in ["x", "AAAA", &"A".repeat(90)] {
        assert_eq!(
            app.visitor()
                .post(&format!("/letters/stop-digests/{wrong}"), &[])
                .status,
            200
        );
        assert_eq!(app.visitor().get(&format!("/letters/choices/{wrong}")).status, 410);
    }
    assert!(found(&app, "fay@example.org").unwrap().is_in_force());
}

#[test]
fn whoever_signs_up_keeps_their_digests() {
    let app = TestApp::spawn();
    let id = opt_in(&app, "fay@example.org", &[("frequency", "daily")]);
    let fields = [
        ("name", "fay"),
        ("email", "fay@example.org"),
        ("password", "a password of fay"),
    ];
    app.visitor().submit("/sign-up", "form[action='/sign-up']", &fields);
    let letter = app.letters().remove(0);
    let beginning = format!("{ORIGIN}/sign-up/confirm/");
    let line = letter.text.lines().find(|line| line.starts_with(&beginning)).unwrap();
    let confirmed = app.visitor().submit(line.trim_start_matches(ORIGIN), "main form", &[]);
    assert_eq!(confirmed.status, 303);
    let subscriber = found(&app, "fay@example.org").unwrap();
    assert_eq!(subscriber.id, id);
    assert!(matches!(subscriber.reader, Reader::Member(_)));
}

#[test]
fn a_closed_account_gets_no_digest() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    let (eve, now) = (app.user("eve").id, app.now());
    app.write(|tx| tanya::store::users::closing::close(tx, eve, now));
    assert_eq!(app.letters().len(), 1, "it says so");
    assert_eq!(app.read(|db| subscribers::find(db, id)), None);
    assert!(letters_at(&app, at("2026-03-05T12:10:00Z")).is_empty());
}
