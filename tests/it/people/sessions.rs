//! Where one is signed in: listed, ended one by one, and told by letter when it is somewhere new.

use chrono::Duration;

use super::pages::{PASSWORD, sign_in};
use crate::support::{Client, TestApp};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
const PHONE: &str =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1";

const EDGE: &str = "Mozilla/5.0 (Windows NT 10.0) Edg/120.0";

fn browser(app: &TestApp, name: &'static str) -> Client {
    let client = app.visitor().calling_itself(name);
    assert_eq!(sign_in(&client, "ada@example.com", PASSWORD).status, 303);
    client
}

#[test]
fn browsers_are_listed_in_words_with_a_part_of_their_network() {
    let app = TestApp::spawn();
    let here = browser(&app, FIREFOX);
    let _there = browser(&app, PHONE);
    app.work();
    let page = here.get("/settings/sessions");
    let rows = page.texts("table tbody tr");
    assert_eq!(rows.len(), 2);
    let own = rows.iter().find(|row| row.contains("Firefox on Linux")).unwrap();
    assert!(own.contains("(this one)") && own.contains("127.0.0.0/24"), "{own}");
    assert!(rows.iter().any(|row| row.contains("Safari on iPhone")));
    assert!(!page.body.contains("Gecko") && !page.body.contains("127.0.0.1"));
}

#[test]
fn one_browser_is_signed_out_without_the_others() {
    let app = TestApp::spawn();
    let (here, there) = (app.signed_in("ada"), app.signed_in("ada"));
    let form = "form[action^='/settings/sessions/'][action$='/end']:not([action='/settings/sessions/end'])";
    let ends = here.get("/settings/sessions").attributes(form, "action");
    assert_eq!(ends.len(), 1, "this one has no button of its own");
    assert_eq!(here.post(&ends[0], &[]).status, 303);
    assert_eq!(
        (here.get("/settings").status, there.get("/settings").status),
        (200, 303)
    );
    assert_eq!(here.post(&ends[0], &[]).status, 404, "it is gone");
}

#[test]
fn nobody_signs_out_somebody_elses_browser() {
    let app = TestApp::spawn();
    let (ada, bob, other) = (app.signed_in("ada"), app.signed_in("bob"), app.signed_in("bob"));
    let form = "form[action^='/settings/sessions/'][action$='/end']";
    for action in bob.get("/settings/sessions").attributes(form, "action") {
        ada.post(&action, &[]);
    }
    assert_eq!((bob.get("/settings").status, other.get("/settings").status), (200, 200));
}

#[test]
fn other_sessions_are_listed_and_ended() {
    let app = TestApp::spawn();
    let (here, there) = (app.signed_in("ada"), app.signed_in("ada"));
    assert_eq!(here.get("/settings/sessions").texts("table tbody tr").len(), 2);
    let ended = here.submit("/settings/sessions", "form[action='/settings/sessions/end']", &[]);
    assert_eq!(ended.status, 303);
    assert_eq!(
        (here.get("/settings").status, there.get("/settings").status),
        (200, 303)
    );
}

#[test]
fn a_sign_in_from_somewhere_new_is_told_but_not_the_first_and_not_twice() {
    let app = TestApp::spawn();
    browser(&app, FIREFOX);
    assert!(app.letters().is_empty(), "the first place of all");
    browser(&app, FIREFOX);
    assert!(app.letters().is_empty(), "a known place");
    browser(&app, PHONE);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    let text = &letters[0].text;
    assert!(
        text.contains("Safari on iPhone") && text.contains("127.0.0.0/24"),
        "{text}"
    );
    assert!(
        text.contains("/settings/sessions") && !text.contains("127.0.0.1"),
        "{text}"
    );
    app.pass(Duration::hours(2));
    browser(&app, PHONE);
    app.letters();
    browser(&app, EDGE);
    assert_eq!(app.letters().len(), 1);
}

#[test]
fn no_sign_in_from_somewhere_new_goes_unnoticed_beside_another() {
    let app = TestApp::spawn();
    browser(&app, FIREFOX);
    browser(&app, PHONE);
    assert_eq!(app.letters().len(), 1);
    app.pass(Duration::minutes(10));
    for _ in 0..2 {
        browser(&app, "Opera OPR/1");
        browser(&app, EDGE);
    }
    assert!(app.letters().is_empty(), "one in an hour");
    app.pass(Duration::minutes(50));
    let late = app.letters();
    assert_eq!(late.len(), 1, "the second one at its end");
    assert!(late[0].text.contains("Opera"), "{}", late[0].text);
    app.pass(Duration::hours(1));
    browser(&app, EDGE);
    let last = app.letters();
    assert_eq!(last.len(), 1, "the third one where it is seen again");
    assert!(last[0].text.contains("Edge"), "{}", last[0].text);
    browser(&app, "Opera OPR/1");
    assert!(app.letters().is_empty());
}
