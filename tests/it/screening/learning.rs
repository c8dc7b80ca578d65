//! What moderators decide teaches what advertising looks like.

use tanya::domain::body::Reason;
use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::id::{CaseId, ThreadId};
use tanya::domain::role::Trust;
use tanya::domain::spam::{Counts, LEAST_LESSONS};
use tanya::store::{holds, removals, spam_lessons};

use crate::desk::{decide_as, only_case, put_back_as};
use crate::support::TestApp;

const ADVERT: &str = "Buy cheap watches at https://watches.example today.";
const QUESTION: &str = "The lantern flickers when the battery is low.";

/// A thread of ada's.
pub fn thread(app: &TestApp) -> ThreadId {
    app.by("ada", |ada| ada.ask("help", "Where is the lantern?", "lantern"))
}

/// A reply of bob's waits for a moderator.
fn held(app: &TestApp, thread: ThreadId, text: &str) -> CaseId {
    app.by("bob", |bob| {
        let reply = bob.reply(thread, text)?;
        holds::hold(bob.tx, Piece::Reply(reply), HoldReason::Spam, bob.now)
    });
    only_case(app)
}

/// A moderator decides so often on such a text.
pub fn teach(app: &TestApp, thread: ThreadId, text: &str, decision: Decision, times: i64) {
    for _ in 0..times {
        let case = held(app, thread, text);
        decide_as(app, "cat", case, decision);
    }
}

/// How often a token was learnt, and how many lessons there were.
fn learnt(app: &TestApp, token: &str) -> (Counts, Counts) {
    let (known, lessons) = app.read(|db| spam_lessons::known(db, &[token.to_owned()]));
    let known = known.first().map(|known| known.1).unwrap_or_default();
    (known, lessons)
}

fn counts(spam: i64, ham: i64) -> Counts {
    Counts { spam, ham }
}

#[test]
fn a_decision_teaches_once_and_taking_it_back_takes_that_away() {
    let app = TestApp::spawn();
    let thread = thread(&app);
    let case = held(&app, thread, ADVERT);
    for (decision, expected) in [
        (Decision::Spam, counts(1, 0)),
        (Decision::Kept, counts(0, 1)),
        (Decision::Deleted, counts(0, 0)),
    ] {
        decide_as(&app, "cat", case, decision);
        let lessons = expected;
        for token in ["watches", "//watches.example"] {
            assert_eq!(learnt(&app, token), (expected, lessons), "{decision} {token}");
        }
        put_back_as(&app, "cat", case);
        assert_eq!(learnt(&app, "watches"), (counts(0, 0), counts(0, 0)), "{decision}");
    }
}

#[test]
fn a_removed_spammer_teaches_until_they_are_brought_back() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let thread = thread(&app);
    app.by("bob", |bob| bob.reply(thread, ADVERT));
    held(&app, thread, "Buy my bargains, too.");
    let (root, bob, now) = (app.user("root"), app.user("bob").id, app.now());
    app.write(|tx| removals::remove(tx, &root, bob, &Reason::default(), now));
    for token in ["//watches.example", "bargains"] {
        assert_eq!(learnt(&app, token), (counts(1, 0), counts(1, 0)), "{token}");
    }
    let removal = app.read(|db| removals::in_force(db, bob)).unwrap().id;
    app.write(|tx| removals::bring_back(tx, &root, removal, now));
    assert_eq!(learnt(&app, "//watches.example"), (counts(0, 0), counts(0, 0)));
}

#[test]
fn the_first_posts_of_newcomers_are_held_once_enough_was_learnt() {
    let app = TestApp::spawn();
    let thread = thread(&app);
    // Whether a reply of somebody's, of so much trust, is there for everybody at once.
    let is_shown = |who: &str, trust: Trust, text: &str| {
        let reply = app.by(who, |content| {
            content.author.trust = trust;
            content.reply(thread, text)
        });
        app.visitor().visit(&format!("/replies/{reply}")).status == 200
    };
    let new = Trust::Newcomer;
    teach(&app, thread, ADVERT, Decision::Spam, LEAST_LESSONS - 1);
    teach(&app, thread, QUESTION, Decision::Kept, LEAST_LESSONS);
    let text = "Buy watches, cheap, at www.watches.example today";
    assert!(is_shown("ada", new, text), "too little was learnt");
    teach(&app, thread, ADVERT, Decision::Spam, 1);
    assert!(is_shown("dan", new, text), "staff answer for the company");
    assert!(is_shown("ada", Trust::Member, text), "a member is known");
    let other = "The battery of my lantern is low, and watches are dear.";
    assert!(is_shown("ada", new, other), "it is not likely enough");
    assert!(!is_shown("ada", new, text));
    let case = format!("/moderation/cases/{}", only_case(&app));
    let said = app.signed_in("cat").visit(&case).text("main");
    assert!(
        said.contains("looks like advertising") && said.contains("In it: "),
        "{said}"
    );
    assert!(said.contains("watches.example"), "{said}");
}
