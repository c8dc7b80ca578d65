//! Who signed up in a way that programs do: on the desk, let in, removed, and both taken back.

use tanya::domain::id::UserId;
use tanya::domain::role::Trust;
use tanya::domain::spam::{Admission, Doubt};
use tanya::store::doubts;

use crate::desk::led_to;
use crate::support::{Client, TestApp};

/// A forum in which bob and ada wait, bob for longer.
fn forum() -> (TestApp, UserId, UserId) {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let (ada, bob) = (app.user("ada").id, app.user("bob").id);
    for (user, why) in [(bob, Doubt::Unproven), (ada, Doubt::Burst)] {
        let now = app.now();
        app.write(|tx| doubts::open(tx, user, why, now));
        app.clock.pass(chrono::Duration::minutes(1));
    }
    (app, ada, bob)
}

fn press(client: &Client, user: UserId, act: &str) -> String {
    let page = format!("/moderation/sign-ups/{user}");
    led_to(&client.submit(&page, &format!("form[action='{page}/{act}']"), &[]))
}

fn decision(app: &TestApp, user: UserId) -> Option<Admission> {
    app.read(|db| doubts::find(db, user)).decided.map(|decided| decided.0)
}

#[test]
fn the_desk_lists_them_and_each_page_says_why_and_has_its_keys() {
    let (app, ada, bob) = forum();
    let cat = app.signed_in("cat");
    let desk = cat.visit("/moderation");
    assert!(cat.visit("/").text("header").contains("Moderation (2)"));
    let names = desk.texts(".queue li a");
    assert_eq!(names, ["bob", "ada"]);
    let begin = desk.attributes("a[data-key=n]", "href");
    assert_eq!(begin, [format!("/moderation/sign-ups/{bob}")]);
    let page = cat.visit(&begin[0]);
    assert!(page.has("h1[autofocus][tabindex='-1']"));
    assert!(
        page.text("main").contains("did not do the work of a sign-up"),
        "{}",
        page.body
    );
    assert_eq!(page.attributes("[aria-keyshortcuts]", "data-key"), ["l", "d", "n", "o"]);
    let other = cat.visit(&format!("/moderation/sign-ups/{ada}")).text("main");
    assert!(other.contains("Many others signed up from the same network"), "{other}");
    assert_eq!(cat.get("/moderation/sign-ups/4").status, 404, "nobody doubts dan");
    for name in ["ada", "dan", "eve"] {
        let client = app.signed_in(name);
        assert_eq!(client.get(&begin[0]).status, 403, "{name}");
        assert_eq!(client.post(&format!("{}/let-in", begin[0]), &[]).status, 403, "{name}");
    }
}

#[test]
fn whoever_is_let_in_posts_like_everybody_until_that_is_taken_back() {
    let (app, ada, bob) = forum();
    let thread = app.by("dan", |dan| dan.ask("help", "Where is the key?", "key"));
    let is_shown = |text: &str| {
        let reply = app.by("bob", |bob| {
            bob.author.trust = Trust::Newcomer;
            bob.reply(thread, text)
        });
        app.visitor().visit(&format!("/replies/{reply}")).status == 200
    };
    assert!(!is_shown("It is under the mat."));
    let cat = app.signed_in("cat");
    assert_eq!(
        press(&cat, bob, "let-in"),
        format!("/moderation/sign-ups/{ada}"),
        "the next one is there"
    );
    assert!(
        cat.visit(&format!("/moderation/sign-ups/{ada}"))
            .text(".undo-line")
            .contains("You let bob in")
    );
    assert_eq!(decision(&app, bob), Some(Admission::LetIn));
    assert!(is_shown("It is under the other mat."));
    let again = cat.post(&format!("/moderation/sign-ups/{bob}/remove"), &[]);
    assert_eq!(led_to(&again), format!("/moderation/sign-ups/{bob}"), "it is decided");
    assert_eq!(decision(&app, bob), Some(Admission::LetIn));
    press(&cat, bob, "put-back");
    assert_eq!(decision(&app, bob), None);
    assert!(!is_shown("It is on the mat."));
}

#[test]
fn whoever_is_removed_goes_with_everything_and_comes_back_with_everything() {
    let (app, ada, bob) = forum();
    let thread = app.by("dan", |dan| dan.ask("help", "Where is the key?", "key"));
    let reply = app.by("bob", |bob| bob.reply(thread, "Buy keys at keys.example."));
    let status = || app.visitor().get(&format!("/replies/{reply}")).status;
    assert_eq!(status(), 302);
    let cat = app.signed_in("cat");
    assert_eq!(press(&cat, bob, "remove"), format!("/moderation/sign-ups/{ada}"));
    assert_eq!((status(), decision(&app, bob)), (410, Some(Admission::Removed)));
    press(&cat, bob, "put-back");
    assert_eq!((status(), decision(&app, bob)), (302, None));
    assert_eq!(press(&cat, bob, "remove"), format!("/moderation/sign-ups/{ada}"));
    app.clock.pass(chrono::Duration::minutes(1));
    assert_eq!(press(&cat, ada, "let-in"), "/moderation", "nobody waits any more");
    let desk = cat.visit("/moderation");
    assert!(desk.text(".undo-line").contains("You let ada in"), "{}", desk.body);
    let undo = format!("form[action='/moderation/sign-ups/{ada}/put-back']");
    assert_eq!(cat.send_form(&desk.form(&undo)).status, 303);
    assert_eq!(decision(&app, ada), None);
}

#[test]
fn a_removal_from_elsewhere_decides_and_bringing_back_has_them_wait_again() {
    let (app, _, bob) = forum();
    let cat = app.signed_in("cat");
    let page = format!("/moderation/people/{bob}");
    let removed = cat.submit(&page, &format!("form[action='{page}/remove']"), &[]);
    assert_eq!(removed.status, 303);
    assert_eq!(decision(&app, bob), Some(Admission::Removed));
    assert_eq!(cat.submit(&page, "form[action$='/bring-back']", &[]).status, 303);
    assert_eq!(decision(&app, bob), None);
}
