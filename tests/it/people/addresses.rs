//! Another address of an account: asked for with the password, confirmed at the new one, told at the old one.

use chrono::Duration;
use tanya::letters::Letter;

use super::pages::{PASSWORD, sign_in};
use crate::support::{Client, Page, TestApp};

fn ask(client: &Client, email: &str, password: &str) -> Page {
    let fields = [("email", email), ("password", password)];
    client.submit("/settings/account", "form[action='/settings/address']", &fields)
}

/// The path in a letter that confirms an address.
fn way(letter: &Letter) -> String {
    let line = letter
        .text
        .lines()
        .find(|line| line.contains("/settings/address/confirm/"));
    let line = line.unwrap_or_else(|| panic!("no link in {}", letter.text));
    line[line.find("/settings").unwrap()..].to_owned()
}

fn to<'a>(letters: &'a [Letter], address: &str) -> &'a Letter {
    let letter = letters.iter().find(|letter| letter.to.as_str() == address);
    letter.unwrap_or_else(|| panic!("nothing went to {address}"))
}

fn confirm(client: &Client, way: &str) -> Page {
    client.submit(way, &format!("form[action='{way}']"), &[])
}

#[test]
fn an_address_is_changed_through_a_letter_to_it_and_the_old_one_is_told() {
    let app = TestApp::spawn();
    let (here, there) = (app.signed_in("ada"), app.signed_in("ada"));
    assert_eq!(ask(&here, "ada@example.org", PASSWORD).status, 303);
    assert!(here.get("/settings/account").body.contains("ada@example.org waits"));
    let letters = app.letters();
    assert_eq!(letters.len(), 2);
    assert!(to(&letters, "ada@example.com").text.contains("/forgotten-password"));
    let way = way(to(&letters, "ada@example.org"));
    assert_eq!(
        sign_in(&app.visitor(), "ada@example.org", PASSWORD).status,
        422,
        "not yet"
    );
    assert_eq!(confirm(&here, &way).location().as_deref(), Some("/settings/account"));
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert!(to(&letters, "ada@example.com").text.contains("is now ada@example.org"));
    assert_eq!(
        (here.get("/settings").status, there.get("/settings").status),
        (200, 303)
    );
    assert_eq!(sign_in(&app.visitor(), "ada@example.com", PASSWORD).status, 422);
    assert_eq!(sign_in(&app.visitor(), "ada@example.org", PASSWORD).status, 303);
    assert_eq!(app.visitor().get(&way).status, 410, "a letter works once");
    app.work();
}

#[test]
fn a_letter_is_answered_in_any_browser_within_two_days() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    ask(&ada, "ada@example.org", PASSWORD);
    let late = way(to(&app.letters(), "ada@example.org"));
    app.pass(Duration::hours(49));
    assert_eq!(app.visitor().get(&late).status, 410);
    assert_eq!(app.visitor().post(&late, &[]).status, 410);
    ask(&ada, "ada@example.net", PASSWORD);
    let way = way(to(&app.letters(), "ada@example.net"));
    assert_eq!(confirm(&app.visitor(), &way).location().as_deref(), Some("/"));
    app.work();
    assert_eq!(sign_in(&app.visitor(), "ada@example.net", PASSWORD).status, 303);
}

#[test]
fn nothing_but_a_letter_tells_that_an_address_is_taken() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let (free, taken) = (
        ask(&ada, "ada@example.org", PASSWORD),
        ask(&ada, "BOB@example.com", PASSWORD),
    );
    assert_eq!((free.status, free.location()), (taken.status, taken.location()));
    let letters = app.letters();
    let told = to(&letters, "BOB@example.com");
    assert!(
        told.text.contains("your account bob") && !told.text.contains("/confirm/"),
        "{}",
        told.text
    );
    assert!(
        letters.iter().all(|letter| letter.to.as_str() != "ada@example.org"),
        "only the last one asked for"
    );
}

#[test]
fn an_address_that_was_taken_meanwhile_stays_with_whoever_has_it() {
    let app = TestApp::spawn();
    let (ada, bob) = (app.signed_in("ada"), app.signed_in("bob"));
    ask(&ada, "shared@example.org", PASSWORD);
    ask(&bob, "shared@example.org", PASSWORD);
    let letters = app.letters();
    let ways: Vec<String> = letters
        .iter()
        .filter(|letter| letter.to.as_str() == "shared@example.org")
        .map(way)
        .collect();
    assert_eq!(ways.len(), 2);
    assert_eq!(confirm(&ada, &ways[0]).status, 303);
    assert_eq!(confirm(&bob, &ways[1]).status, 410);
    app.work();
    assert!(bob.get("/settings/account").body.contains("bob@example.com"));
}

#[test]
fn a_wrong_password_a_bad_address_and_ones_own_are_refused_beside_their_fields() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    let wrong = ask(&ada, "ada@example.org", "not the password");
    assert!(wrong.status == 422 && wrong.has("#password-problem"));
    assert_eq!(wrong.attributes("input#email", "value"), ["ada@example.org"]);
    let bad = ask(&ada, "nobody", PASSWORD);
    assert!(bad.status == 422 && bad.has("#email-problem"));
    let same = ask(&ada, "ada@example.com", PASSWORD);
    assert!(same.status == 422 && same.has("#email-problem"));
    for _ in 0..5 {
        ask(&ada, "ada@example.org", "not the password");
    }
    assert_eq!(
        ask(&ada, "ada@example.org", PASSWORD).status,
        429,
        "guessing is slowed down"
    );
    assert!(app.letters().is_empty());
}

#[test]
fn a_change_is_stopped_by_hand_or_by_another_password() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    ask(&ada, "ada@example.org", PASSWORD);
    let first = way(to(&app.letters(), "ada@example.org"));
    let cancelled = ada.submit("/settings/account", "form[action='/settings/address/cancel']", &[]);
    assert_eq!(cancelled.status, 303);
    assert_eq!(ada.get(&first).status, 410);
    ask(&ada, "ada@example.net", PASSWORD);
    let second = way(to(&app.letters(), "ada@example.net"));
    let fields = [("current_password", PASSWORD), ("new_password", "another good one")];
    ada.submit("/settings/account", "form[action='/settings/password']", &fields);
    assert_eq!(app.visitor().post(&second, &[]).status, 410);
    app.work();
}
