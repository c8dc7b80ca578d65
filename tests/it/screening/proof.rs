//! What whoever signs up proves, and what becomes of those who prove nothing.

use chrono::Duration;
use sha2::{Digest, Sha256};
use tanya::domain::case::HoldReason;
use tanya::domain::spam::{BURST, Doubt, HasteRule, PlainQuestion, ProofRule, SpamRules};
use tanya::store::{doubts, settings};

use crate::desk::queue;
use crate::support::{Client, FilledForm, Page, TestApp};

const ASK: &str = "main form[action='/threads/new']";
const SIGN_UP: &str = "main form[action='/sign-up']";
const PASSWORD: &str = "eleven brass door keys";

/// A forum that asks whoever signs up for four bits.
fn forum(change: impl FnOnce(&mut SpamRules)) -> TestApp {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let now = app.now();
    let changed = app.write(|tx| {
        settings::change(
            tx,
            |all| {
                all.spam.proof = ProofRule::parse("4").unwrap();
                change(&mut all.spam);
            },
            now,
        )
    });
    app.site.take_settings(changed);
    app
}

/// What a script would work out for a page.
fn proof(page: &Page) -> String {
    let challenge = page.attributes("[data-challenge]", "data-challenge").pop().unwrap();
    assert_eq!(page.attributes("[data-challenge]", "data-bits"), ["4"]);
    let mut tried = (0..).map(|number: u32| format!("{challenge}.{number}"));
    tried.find(|text| Sha256::digest(text.as_bytes())[0] < 16).unwrap()
}

/// The path of the link in a letter.
fn path_in(text: &str) -> String {
    let line = text
        .lines()
        .find(|line| line.starts_with("http://forum.localhost/"))
        .unwrap();
    line.strip_prefix("http://forum.localhost").unwrap().to_owned()
}

/// The form of a sign-up, filled in by a script or by nobody's.
fn form(client: &Client, name: &str, has_script: bool) -> FilledForm {
    let page = client.visit("/sign-up");
    let proof = if has_script { proof(&page) } else { String::new() };
    let email = format!("{name}@example.com");
    let fields = [
        ("name", name),
        ("email", &email),
        ("password", PASSWORD),
        ("proof", &proof),
    ];
    page.form(SIGN_UP).with(&fields)
}

/// Signs up and confirms the address; why a moderator looks at them, if one does.
fn signed_up(app: &TestApp, client: &Client, form: &FilledForm) -> Option<Doubt> {
    let sent = client.send_form(form);
    assert_eq!(sent.status, 303, "{}", sent.body);
    confirmed(app, client)
}

fn confirmed(app: &TestApp, client: &Client) -> Option<Doubt> {
    let letters = app.letters();
    let link = path_in(&letters.last().unwrap().text);
    assert_eq!(client.submit(&link, "main form", &[]).status, 303);
    app.read(doubts::queue).pop().map(|row| row.why)
}

#[test]
fn a_proof_serves_once_and_for_a_day() {
    let app = forum(|_| {});
    let zoe = app.visitor();
    let sent = form(&zoe, "zoe", true);
    assert_eq!(signed_up(&app, &zoe, &sent), None);
    let used = sent.value("proof").unwrap().to_owned();
    let yan = app.visitor();
    let again = form(&yan, "yan", false).with(&[("proof", used.as_str())]);
    assert_eq!(signed_up(&app, &yan, &again), Some(Doubt::Unproven));
    let bea = app.visitor();
    let late = form(&bea, "bea", true);
    app.clock.pass(Duration::hours(25));
    signed_up(&app, &bea, &late);
    assert_eq!(app.read(doubts::waiting_count), 2);
    assert_eq!(app.read(doubts::queue).last().unwrap().name, "bea");
}

#[test]
fn whoever_proves_nothing_signs_up_and_their_first_posts_wait() {
    let app = forum(|_| {});
    let zoe = app.visitor();
    assert!(
        zoe.visit("/sign-up")
            .body
            .contains("a moderator looks at your first posts")
    );
    let sent = form(&zoe, "zoe", false);
    assert_eq!(signed_up(&app, &zoe, &sent), Some(Doubt::Unproven));
    let fields = [("title", "Does the lantern flicker at dusk?"), ("body", "It does.")];
    let asked = zoe.submit("/threads/new?category=help", ASK, &fields);
    assert_eq!(asked.status, 303, "{}", asked.body);
    let held: Vec<HoldReason> = queue(&app, "cat")
        .into_iter()
        .filter_map(|row| row.held.map(|(_, why)| why))
        .collect();
    assert_eq!(held, [HoldReason::Doubted]);
    assert!(
        zoe.visit(&asked.location().unwrap())
            .body
            .contains("has yet to look at your account")
    );
    let user = app.read(doubts::queue)[0].user;
    let (cat, now) = (app.user("cat"), app.now());
    app.write(|tx| doubts::let_in(tx, &cat, user, now));
    let fields = [("title", "Where is the key of the lid?"), ("body", "It is gone.")];
    let asked = zoe.submit("/threads/new?category=help", ASK, &fields);
    assert_eq!(app.visitor().visit(&asked.location().unwrap()).status, 200);
}

#[test]
fn a_site_may_ask_a_question_instead() {
    let app = forum(|spam| {
        spam.question = PlainQuestion::parse("What colour is the lamp?", "Dark red").unwrap();
    });
    let zoe = app.visitor();
    let page = zoe.visit("/sign-up");
    assert!(page.body.contains("What colour is the lamp?"), "{}", page.body);
    for typed in [None, Some("green")] {
        let mut sent = form(&zoe, "zoe", false);
        let typed = typed.map(|typed| ("plain_answer".to_owned(), typed.to_owned()));
        sent.fields.extend(typed);
        let refused = zoe.send_form(&sent);
        assert_eq!(refused.status, 422);
        assert!(
            refused.text("main").contains("This is not the answer"),
            "{}",
            refused.body
        );
        let again = refused.form(SIGN_UP);
        assert_eq!(
            again.value("plain_answer"),
            Some(""),
            "it is asked for outside of noscript"
        );
    }
    let mut sent = form(&zoe, "zoe", false);
    sent.fields.push(("plain_answer".to_owned(), " dark RED".to_owned()));
    assert_eq!(signed_up(&app, &zoe, &sent), None);
    let yan = app.visitor();
    let sent = form(&yan, "yan", true);
    assert_eq!(signed_up(&app, &yan, &sent), None, "a proof is enough");
}

#[test]
fn a_visitor_who_asks_proves_the_same() {
    for (has_script, seconds, doubt) in [
        (true, 3, None),
        (true, 1, Some(Doubt::Hasty)),
        (false, 3, Some(Doubt::Unproven)),
    ] {
        let app = forum(|spam| spam.haste = HasteRule::parse("3").unwrap());
        let zoe = app.visitor();
        let page = zoe.visit("/threads/new?category=help");
        let proof = if has_script { proof(&page) } else { String::new() };
        let fields = [
            ("title", "Does the lantern flicker at dusk?"),
            ("body", "It does."),
            ("name", "zoe"),
            ("email", "zoe@example.com"),
            ("password", PASSWORD),
            ("proof", &proof),
        ];
        let sent = page.form(ASK).with(&fields);
        app.clock.pass(Duration::seconds(seconds));
        assert_eq!(signed_up(&app, &zoe, &sent), doubt, "{has_script} {seconds}");
        assert_eq!(
            queue(&app, "cat").len(),
            usize::from(doubt.is_some()),
            "the question waits with them"
        );
    }
}

#[test]
fn many_from_one_network_are_looked_at() {
    let app = forum(|_| {});
    let mut doubted = Vec::new();
    for number in 1..=BURST {
        let client = app.visitor();
        let sent = form(&client, &format!("zoe{number}"), true);
        doubted.push(signed_up(&app, &client, &sent));
        app.clock.pass(Duration::minutes(2));
    }
    let last = doubted.pop().unwrap();
    assert!(doubted.iter().all(Option::is_none), "{doubted:?}");
    assert_eq!(last, Some(Doubt::Burst));
    app.clock.pass(Duration::hours(1));
    let client = app.visitor();
    let sent = form(&client, "later", true);
    signed_up(&app, &client, &sent);
    assert_eq!(
        app.read(doubts::waiting_count),
        1,
        "an hour later nothing is left of it"
    );
}

#[test]
fn nothing_is_asked_where_nothing_is_to_be_proved() {
    let app = forum(|spam| spam.proof = ProofRule::parse("0").unwrap());
    let zoe = app.visitor();
    for path in ["/sign-up", "/threads/new?category=help"] {
        assert!(!zoe.visit(path).has("[data-challenge]"), "{path}");
    }
    let fields = [("name", "zoe"), ("email", "zoe@example.com"), ("password", PASSWORD)];
    let sent = zoe.visit("/sign-up").form(SIGN_UP).with(&fields);
    assert_eq!(signed_up(&app, &zoe, &sent), None);
}
