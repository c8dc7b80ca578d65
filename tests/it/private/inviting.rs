//! Invitations: by link and by letter, into a forum that takes no other sign-ups, and into groups.

use tanya::domain::body::Reason;
use tanya::domain::email::EmailAddress;
use tanya::domain::invitation::InvitationDraft;
use tanya::store::{invitations, settings, users};

use super::{Private, VAULT, by_root};
use crate::support::TestApp;

const FORM: &str = "main form[method=post]";
const NEW: [(&str, &str); 2] = [("name", "gus"), ("password", "a horse of another colour")];

fn close_sign_up(app: &TestApp) {
    let now = app.now();
    let changed = app.write(|tx| settings::change(tx, |all| all.sign_up_is_open = false, now));
    app.site.take_settings(changed);
}

/// Gives a link by which this many join the circle.
fn link(private: &Private, uses: i64) -> String {
    let on = by_root(&private.app);
    let draft = InvitationDraft {
        email: None,
        most_uses: uses,
        days: 7,
        group: Some(private.circle),
        reason: Reason::default(),
    };
    let token = private.app.write(|tx| invitations::give(tx, &draft, &on)).unwrap();
    format!("/invitations/{}", token.reveal())
}

fn way_in(text: &str) -> String {
    let begin = text.find("/invitations/").expect("no link");
    text[begin..].chars().take("/invitations/".len() + 43).collect()
}

#[test]
fn a_letter_brings_somebody_in_at_once_and_once_only() {
    let private = Private::spawn();
    let app = &private.app;
    close_sign_up(app);
    let root = app.signed_in("root");
    let group = private.circle.to_string();
    let fields = [
        ("email", "gus@example.org"),
        ("uses", "1"),
        ("days", "14"),
        ("group", &*group),
    ];
    let sent = root.submit("/admin/invitations", "form[action='/admin/invitations']", &fields);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    let way = way_in(&letters[0].text);
    let gus = app.visitor();
    let page = gus.get(&way);
    assert!(
        page.text("main").contains("Circle") && page.text("main").contains("gus@example.org"),
        "{}",
        page.body
    );
    let mended = gus.submit(
        &way,
        FORM,
        &[("name", "ada"), ("password", "a horse of another colour")],
    );
    assert_eq!(mended.status, 422);
    let joined = gus.submit(&way, FORM, &NEW);
    assert_eq!(joined.status, 303, "{}", joined.body);
    assert_eq!(gus.get(&format!("/categories/{VAULT}")).status, 200);
    let address = EmailAddress::parse("gus@example.org").unwrap();
    assert!(app.read(|db| users::with_address(db, &address)).is_some());
    assert_eq!(app.visitor().get(&way).status, 410);
    assert!(app.letters().is_empty());
}

#[test]
fn a_link_brings_as_many_in_as_it_says_each_with_a_proven_address() {
    let private = Private::spawn();
    let app = &private.app;
    close_sign_up(app);
    assert_eq!(
        app.visitor()
            .post(
                "/sign-up",
                &[
                    ("name", "gus"),
                    ("email", "gus@example.org"),
                    ("password", "a horse of another colour")
                ]
            )
            .status,
        403
    );
    let way = link(&private, 2);
    let gus = app.visitor();
    let sent = gus.submit(&way, FORM, &[NEW[0], ("email", "gus@example.org"), NEW[1]]);
    assert_eq!(sent.location().as_deref(), Some("/sign-up/sent"), "{}", sent.body);
    let letters = app.letters();
    let begin = letters[0].text.find("/sign-up/confirm/").unwrap();
    let confirm: String = letters[0].text[begin..]
        .chars()
        .take("/sign-up/confirm/".len() + 43)
        .collect();
    assert_eq!(gus.submit(&confirm, FORM, &[]).status, 303);
    assert_eq!(gus.get(&format!("/categories/{VAULT}")).status, 200);
    // A member takes the second use with the account that they have.
    let eve = app.signed_in("eve");
    assert_eq!(eve.get(&format!("/categories/{VAULT}")).status, 404);
    assert_eq!(eve.submit(&way, FORM, &[]).status, 303);
    assert_eq!(eve.get(&format!("/categories/{VAULT}")).status, 200);
    assert_eq!(app.signed_in("dan").get(&way).status, 410);
}

#[test]
fn what_is_taken_back_or_too_old_is_over() {
    let private = Private::spawn();
    let app = &private.app;
    let (ended, old) = (link(&private, 1), link(&private, 1));
    let root = app.signed_in("root");
    let list = root.get("/admin/invitations");
    assert!(!list.body.contains(ended.rsplit('/').next().unwrap()));
    assert_eq!(root.post("/admin/invitations/1/end", &[]).status, 303);
    assert_eq!(app.visitor().get(&ended).status, 410);
    assert_eq!(app.visitor().get(&old).status, 200);
    app.pass(chrono::Duration::days(8));
    app.work();
    assert_eq!(app.visitor().get(&old).status, 410);
    assert_eq!(app.visitor().get("/invitations/nonsense").status, 410);
}

#[test]
fn the_link_of_a_form_is_shown_once() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    let fields = [("email", ""), ("uses", "3"), ("days", "14"), ("group", "")];
    let shown = root.submit("/admin/invitations", "form[action='/admin/invitations']", &fields);
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert_eq!(shown.header("cache-control"), Some("no-store"));
    assert_eq!(app.visitor().get(&way_in(&shown.body)).status, 200);
    let fields = [("email", "nobody"), ("uses", "0"), ("days", "x"), ("group", "")];
    assert_eq!(
        root.submit("/admin/invitations", "form[action='/admin/invitations']", &fields)
            .status,
        422
    );
}
