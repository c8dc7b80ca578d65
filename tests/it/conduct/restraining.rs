//! Warned, silenced, suspended: what each means, for how long, who may, and how it is taken back.

use chrono::Duration;
use tanya::domain::restraint::RestraintKind;
use tanya::domain::role::Role;
use tanya::store::restraints::{self, Restraining};
use tanya::store::users;

use super::{RESTRAIN, id_of, page_of, question, restrain};
use crate::support::{Page, TestApp};

const WARNING: &str = "form[action^='/warnings/']";

fn told(page: &Page) -> String {
    page.texts(".notice").join(" ")
}

#[test]
fn a_warning_stands_on_every_page_until_it_is_read() {
    let app = TestApp::spawn();
    let (_, reply) = question(&app);
    let cat = app.signed_in("cat");
    let way = cat.visit(&format!("/replies/{reply}"));
    let way = way.attributes(&format!("#reply-{reply} a[href^='/moderation/people/']"), "href");
    assert_eq!(way, [format!("/moderation/people/2?about=reply-{reply}")]);
    let fields = [("restraint", "warning"), ("restraint_reason", "Do not advertise.")];
    let done = cat.submit(&way[0], RESTRAIN, &fields);
    assert_eq!(done.location().unwrap(), "/moderation/people/2");
    let bob = app.signed_in("bob");
    for path in ["/", "/threads", "/settings"] {
        let page = bob.visit(path);
        assert!(told(&page).contains("Do not advertise."), "{path}: {}", page.body);
        assert!(page.has(&format!(".notice a[href='/replies/{reply}']")), "{path}");
    }
    assert!(!app.signed_in("ada").visit("/").body.contains("Do not advertise."));
    let letters = app.letters();
    assert!(
        letters
            .iter()
            .any(|letter| letter.to.as_str() == "bob@example.com" && letter.text.contains("Do not advertise.")),
        "{letters:?}"
    );
    let others = bob.visit("/").form(WARNING).action;
    assert_eq!(
        app.signed_in("ada").post(&others, &[]).status,
        404,
        "it is not hers to read"
    );
    let read = bob.submit("/threads", WARNING, &[]);
    assert_eq!(read.location().unwrap(), "/threads");
    assert!(!bob.visit("/threads").has(WARNING));
    let page = cat.visit("/moderation/people/2");
    assert!(page.text("main").contains("read just now"));
    assert_eq!(page.text("h1"), "Conduct of bob");
}

#[test]
fn whoever_is_silenced_reads_and_does_not_write_until_the_end() {
    let app = TestApp::spawn();
    let (thread, reply) = question(&app);
    let page = page_of(&app, "bob");
    let cat = app.signed_in("cat");
    let fields = [
        ("restraint", "silence"),
        ("restraint_reason", "Cool down."),
        ("ends", "day"),
    ];
    assert_eq!(cat.submit(&page, RESTRAIN, &fields).status, 303);
    let bob = app.signed_in("bob");
    let seen = bob.visit(&format!("/threads/{thread}"));
    assert!(told(&seen).contains("You may read here but not write") && told(&seen).contains("Cool down."));
    assert!(told(&seen).contains("3 Mar 2026"), "until when: {}", told(&seen));
    assert!(!seen.has("form[action$='/-/replies']"), "no form that is refused");
    let words = "Words that must not be lost.";
    for (path, fields) in [
        (
            format!("/threads/{thread}/-/replies"),
            vec![("body", words), ("key", "k")],
        ),
        (format!("/threads/{thread}/-/comments"), vec![("body", words)]),
        (format!("/replies/{reply}/edit"), vec![("body", words)]),
        (
            format!("/threads/{thread}/-/flag"),
            vec![("flag_reason", "other"), ("flag_words", words)],
        ),
        ("/threads/new".to_owned(), vec![("title", words), ("body", words)]),
        ("/settings".to_owned(), vec![("name", "Bob"), ("about", words)]),
    ] {
        let refused = bob.post(&path, &fields);
        assert_eq!(refused.status, 403, "{path}: {}", refused.body);
        assert_eq!(
            refused.text("main").matches("Cool down.").count(),
            1,
            "{path}: {}",
            refused.body
        );
        assert!(refused.body.contains(words), "{path} loses what was typed");
    }
    assert_eq!(
        bob.post(&format!("/threads/{thread}/-/me-too"), &[]).status,
        303,
        "he may vote"
    );
    let writes = |app: &TestApp| {
        let (id, now) = (id_of(app, "bob"), app.now());
        !app.read(|db| users::writer(db, id, now)).is_silenced
    };
    app.clock.pass(Duration::days(1) - Duration::seconds(1));
    assert!(!writes(&app));
    app.clock.pass(Duration::seconds(1));
    assert!(writes(&app) && !told(&bob.visit("/")).contains("Cool down."));
    let form = format!("/threads/{thread}");
    let posted = bob.submit(&form, "form[action$='/-/replies']", &[("body", "I am back.")]);
    assert_eq!(posted.status, 303, "{}", posted.body);
    app.work();
}

#[test]
fn a_suspension_ends_by_itself_and_the_sign_in_page_says_until_when_and_why() {
    let app = TestApp::spawn();
    let bob = app.signed_in("bob");
    let cat = app.signed_in("cat");
    let fields = [
        ("restraint", "suspension"),
        ("restraint_reason", "Enough of it."),
        ("ends", "date"),
        ("ends_on", "2026-03-09"),
    ];
    assert_eq!(cat.submit(&page_of(&app, "bob"), RESTRAIN, &fields).status, 303);
    assert_eq!(bob.get("/settings").status, 303, "every session has ended");
    let sign_in = |password: &str| {
        let fields = [("email", "bob@example.com"), ("password", password)];
        app.visitor().submit("/sign-in", "form[action='/sign-in']", &fields)
    };
    let refused = sign_in(crate::support::PASSWORD);
    assert_eq!(refused.status, 422);
    let said = refused.text("main");
    assert!(
        said.contains("This account is suspended") && said.contains("Enough of it."),
        "{said}"
    );
    assert!(said.contains("9 Mar 2026"), "{said}");
    let wrong = sign_in("another password").text("main");
    assert!(
        !wrong.contains("suspended") && !wrong.contains("Enough"),
        "who guesses learns nothing: {wrong}"
    );
    assert!(app.visitor().visit("/users/2/bob").text("main").contains("suspended"));
    assert_eq!(app.letters().len(), 1);
    app.clock.pass(Duration::days(7));
    assert!(!app.visitor().visit("/users/2/bob").text("main").contains("suspended"));
    assert_eq!(app.signed_in("bob").get("/settings").status, 200);
    app.write(|tx| restraints::sweep(tx, app.now()));
    assert_eq!(app.signed_in("bob").get("/settings").status, 200);
    app.work();
}

#[test]
fn moderators_act_on_members_and_helpers_and_administrators_on_everybody_else() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    for (by, whom, outcome) in [
        ("cat", "ada", Restraining::Done),
        ("cat", "eve", Restraining::Done),
        ("cat", "dan", Restraining::NotYours),
        ("cat", "root", Restraining::NotYours),
        ("cat", "cat", Restraining::NotYours),
        ("eve", "ada", Restraining::NotYours),
        ("root", "dan", Restraining::Done),
        ("root", "cat", Restraining::Done),
        ("root", "root", Restraining::NotYours),
    ] {
        assert_eq!(
            restrain(&app, by, whom, RestraintKind::Warning, None),
            outcome,
            "{by} warns {whom}"
        );
    }
    let page = app.signed_in("cat").visit(&page_of(&app, "dan"));
    assert!(!page.has(RESTRAIN), "{}", page.body);
    let path = format!("{}/restrain", page_of(&app, "dan"));
    let fields = [("restraint", "warning"), ("restraint_reason", "No.")];
    assert_eq!(app.signed_in("cat").post(&path, &fields).status, 403);
    assert_eq!(
        app.signed_in("dan").post(&path, &fields).status,
        403,
        "the staff only read it"
    );
    assert_eq!(app.user("dan").role, Role::Member);
}

#[test]
fn what_was_done_is_taken_back_from_the_log_and_from_the_page() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    for kind in RestraintKind::ALL.iter().copied() {
        assert_eq!(restrain(&app, "cat", "bob", kind, Some(7)), Restraining::Done);
    }
    assert_eq!(
        restrain(&app, "cat", "bob", RestraintKind::Suspension, None),
        Restraining::Unchanged,
        "one suspension at a time"
    );
    let cat = app.signed_in("cat");
    let log = cat.visit("/moderation/log");
    assert!(
        log.text("table").contains("Silenced bob until 9 Mar 2026"),
        "{}",
        log.text("table")
    );
    let holding = |app: &TestApp| {
        let (bob, now) = (id_of(app, "bob"), app.now());
        let all = app.read(|db| restraints::of(db, bob));
        all.iter().filter(|(restraint, _)| restraint.holds(now)).count()
    };
    assert_eq!(holding(&app), 3);
    for left in [2, 1, 0] {
        let undone = cat.submit("/moderation/log", "form[action$='/undo']", &[]);
        assert_eq!(undone.status, 303);
        assert_eq!(holding(&app), left);
        // The newest row is now the taking back: it is taken back in its turn, and again.
        if left == 2 {
            cat.submit("/moderation/log", "form[action$='/undo']", &[]);
            assert_eq!(holding(&app), 3);
            cat.submit("/moderation/log", "form[action$='/undo']", &[]);
            assert_eq!(holding(&app), 2);
        }
        let lift = "form[action$='/lift']";
        if left == 2 {
            while cat.visit("/moderation/people/2").has(lift) {
                assert_eq!(cat.submit("/moderation/people/2", lift, &[]).status, 303);
            }
            assert_eq!(holding(&app), 0);
            break;
        }
    }
    assert_eq!(app.signed_in("bob").get("/settings").status, 200);
}

#[test]
fn several_warnings_are_taken_back_each_by_itself() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    restrain(&app, "cat", "bob", RestraintKind::Warning, None);
    restrain(&app, "cat", "bob", RestraintKind::Warning, None);
    let cat = app.signed_in("cat");
    let undo = "form[action$='/undo']";
    assert_eq!(cat.visit("/moderation/log").attributes(undo, "action").len(), 2);
    cat.submit("/moderation/people/2", "form[action$='/restraints/1/lift']", &[]);
    let log = cat.visit("/moderation/log");
    assert_eq!(
        log.attributes(undo, "action").len(),
        2,
        "the other warning, and the taking back: {}",
        log.body
    );
    assert!(app.signed_in("bob").visit("/").has(WARNING));
    cat.submit("/moderation/people/2", "form[action$='/restraints/2/lift']", &[]);
    assert!(!app.signed_in("bob").visit("/").has(WARNING));
}

#[test]
fn a_form_that_lacks_something_comes_back_with_what_was_typed() {
    let app = TestApp::spawn();
    let cat = app.signed_in("cat");
    let page = page_of(&app, "bob");
    let again = cat.submit(&page, RESTRAIN, &[("restraint_reason", "Because.")]);
    assert_eq!(again.status, 422);
    assert!(again.text(".problems").contains("Choose what to do"), "{}", again.body);
    assert_eq!(again.form(RESTRAIN).value("restraint_reason"), Some("Because."));
    let fields = [
        ("restraint", "silence"),
        ("restraint_reason", "Because."),
        ("ends", "date"),
        ("ends_on", "2020-01-01"),
    ];
    let again = cat.submit(&page, RESTRAIN, &fields);
    assert!(again.text(".problems").contains("Type a day to come"), "{}", again.body);
    assert_eq!(cat.get("/moderation/people/999").status, 404);
}
