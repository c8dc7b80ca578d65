//! A second factor: set up with an app's code, asked for after the password, good once, and owed by roles that must have one.

use chrono::Duration;
use tanya::domain::second_factor::OtpSecret;

use super::pages::{PASSWORD, sign_in};
use crate::support::{Client, Page, TestApp};

const BEGIN: &str = "form[action='/settings/second-factor']";
const CONFIRM: &str = "form[action='/settings/second-factor/confirm']";
const CODE: &str = "form[action='/sign-in/code']";
const PAGE: &str = "/settings/second-factor";

/// The secret that the page shows for an app.
fn secret_of(page: &Page) -> OtpSecret {
    let typed = page.texts("code.secret").remove(0).replace(' ', "");
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let value = |letter| letters.iter().position(|known| *known == letter).unwrap();
    let bits: String = typed.bytes().map(|letter| format!("{:05b}", value(letter))).collect();
    let bytes = (0..20).map(|at| u8::from_str_radix(&bits[8 * at..8 * at + 8], 2).unwrap());
    OtpSecret::of(bytes.collect::<Vec<_>>().try_into().unwrap())
}

/// Somebody of the cast who has set a second factor up: their browser, the secret, and the recovery codes.
fn set_up(app: &TestApp, name: &str) -> (Client, OtpSecret, Vec<String>) {
    let browser = app.signed_in(name);
    assert_eq!(browser.submit(PAGE, BEGIN, &[("password", PASSWORD)]).status, 303);
    let secret = secret_of(&browser.get(PAGE));
    let shown = browser.submit(PAGE, CONFIRM, &[("code", &secret.code(app.now()))]);
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert_eq!(shown.header("cache-control"), Some("private, no-store"));
    let codes = shown.texts("ul.recovery-codes code");
    app.pass(Duration::seconds(30));
    (browser, secret, codes)
}

/// A browser in which the password was right.
fn half_signed_in(app: &TestApp, name: &str) -> Client {
    let browser = app.visitor();
    let asked = sign_in(&browser, &format!("{name}@example.com"), PASSWORD);
    assert_eq!(asked.location().as_deref(), Some("/sign-in/code"), "{}", asked.body);
    browser
}

fn give(browser: &Client, code: &str) -> Page {
    browser.post("/sign-in/code", &[("code", code), ("back", "")])
}

#[test]
fn a_code_is_asked_for_after_the_password_and_is_good_once() {
    let app = TestApp::spawn();
    let (_, secret, codes) = set_up(&app, "ada");
    assert_eq!(codes.len(), 10);
    let browser = half_signed_in(&app, "ada");
    assert_eq!(browser.get("/settings").status, 303, "the password alone opens nothing");
    let code = secret.code(app.now());
    let inside = browser.submit("/sign-in/code", CODE, &[("code", &code)]);
    assert_eq!(inside.status, 303, "{}", inside.body);
    assert_eq!(browser.get("/settings").status, 200);
    assert_eq!(browser.cookie("second-step"), None);
    // The same code, and the one of the set-up, open nothing again.
    let other = half_signed_in(&app, "ada");
    assert_eq!(give(&other, &code).status, 422);
    app.pass(Duration::seconds(30));
    let spaced = secret.code(app.now());
    let spaced = format!("{} {}", &spaced[..3], &spaced[3..]);
    assert_eq!(give(&other, &spaced).status, 303);
    app.work();
}

#[test]
fn a_recovery_code_works_once_and_new_ones_end_the_old() {
    let app = TestApp::spawn();
    let (ada, _, codes) = set_up(&app, "ada");
    assert_eq!(give(&half_signed_in(&app, "ada"), &codes[0].to_uppercase()).status, 303);
    assert_eq!(give(&half_signed_in(&app, "ada"), &codes[0]).status, 422);
    assert!(ada.get(PAGE).body.contains("9 recovery codes"));
    let wrong = ada.submit(PAGE, "form[action$='/codes']", &[("password", "something else")]);
    assert_eq!(wrong.status, 422);
    let renewed = ada.submit(PAGE, "form[action$='/codes']", &[("password", PASSWORD)]);
    let renewed = renewed.texts("ul.recovery-codes code");
    assert_eq!(renewed.len(), 10);
    assert_eq!(give(&half_signed_in(&app, "ada"), &codes[1]).status, 422);
    assert_eq!(give(&half_signed_in(&app, "ada"), &renewed[1]).status, 303);
    // Somebody else's codes are nobody's.
    let (_, _, others) = set_up(&app, "bob");
    assert_eq!(give(&half_signed_in(&app, "ada"), &others[2]).status, 422);
    app.work();
}

#[test]
fn guessing_codes_is_slowed_down_and_the_step_runs_out() {
    let app = TestApp::spawn();
    let (_, secret, _) = set_up(&app, "ada");
    let browser = half_signed_in(&app, "ada");
    let code = secret.code(app.now());
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(give(&browser, wrong).status, 422);
    }
    let slowed = give(&browser, &code);
    assert_eq!((slowed.status, slowed.header("retry-after")), (429, Some("2")));
    // Signing in anew does not clear it.
    assert_eq!(give(&half_signed_in(&app, "ada"), &code).status, 429);
    app.pass(Duration::minutes(11));
    let late = give(&browser, &secret.code(app.now()));
    assert_eq!(late.location().as_deref(), Some("/sign-in"));
    assert_eq!(browser.get("/settings").status, 303);
    app.work();
}

#[test]
fn it_is_set_up_with_the_password_and_a_right_code_only() {
    let app = TestApp::spawn();
    let (ada, other) = (app.signed_in("ada"), app.signed_in("ada"));
    assert_eq!(ada.submit(PAGE, BEGIN, &[("password", "something else")]).status, 422);
    assert_eq!(ada.submit(PAGE, BEGIN, &[("password", PASSWORD)]).status, 303);
    let page = ada.get(PAGE);
    assert_eq!(page.header("cache-control"), Some("private, no-store"));
    assert!(page.has("svg.qr-code path") && !page.body.contains("otpauth"));
    let secret = secret_of(&page);
    for wrong in ["", "12345", "abcdef"] {
        assert_eq!(ada.submit(PAGE, CONFIRM, &[("code", wrong)]).status, 422, "{wrong}");
    }
    assert_eq!(
        sign_in(&app.visitor(), "ada@example.com", PASSWORD)
            .location()
            .as_deref(),
        Some("/")
    );
    assert_eq!(
        ada.submit(PAGE, CONFIRM, &[("code", &secret.code(app.now()))]).status,
        200
    );
    assert_eq!(other.get("/settings").status, 303, "other browsers are signed out");
    let letters = app.letters();
    assert!(
        letters
            .iter()
            .any(|letter| letter.subject.contains("has a second factor"))
    );
    let everything: String = letters
        .iter()
        .map(|letter| format!("{}{}", letter.text, letter.html))
        .collect();
    assert!(!everything.contains(&secret.typed()));
    let data = ada.post("/settings/data/download", &[]).body;
    assert!(
        !data.contains(&secret.typed()) && !data.contains(&secret.to_row()),
        "{data}"
    );
    // A set-up that was begun is over after an hour.
    let bob = app.signed_in("bob");
    bob.submit(PAGE, BEGIN, &[("password", PASSWORD)]);
    assert!(bob.get(PAGE).has(CONFIRM));
    app.pass(Duration::minutes(61));
    assert!(bob.get(PAGE).has(BEGIN));
    app.work();
}

#[test]
fn it_is_ended_with_the_password_or_by_an_administrator_whose_act_is_logged() {
    let app = TestApp::spawn();
    let (ada, _, _) = set_up(&app, "ada");
    let (bob, _, _) = set_up(&app, "bob");
    app.letters();
    assert_eq!(
        ada.submit(PAGE, "form[action$='/end']", &[("end_password", PASSWORD)])
            .status,
        303
    );
    assert_eq!(
        sign_in(&app.visitor(), "ada@example.com", PASSWORD)
            .location()
            .as_deref(),
        Some("/")
    );
    let root = app.signed_in("root");
    let (page, form) = (
        format!("/admin/people/{}", app.user("bob").id),
        "form[action$='/second-factor']",
    );
    assert_eq!(root.submit(&page, form, &[]).status, 303);
    assert!(!root.get(&page).has(form));
    assert!(
        root.get("/moderation/log")
            .body
            .contains("Took a lost second factor from")
    );
    assert_eq!(
        sign_in(&app.visitor(), "bob@example.com", PASSWORD)
            .location()
            .as_deref(),
        Some("/")
    );
    let letters = app.letters();
    let told = letters
        .iter()
        .filter(|letter| letter.subject.contains("no second factor"));
    assert_eq!(told.count(), 2);
    assert_eq!(bob.get("/settings").status, 200);
}

#[test]
fn a_letter_that_chooses_a_password_does_not_replace_the_code() {
    let app = TestApp::spawn();
    set_up(&app, "ada");
    app.letters();
    let visitor = app.visitor();
    visitor.submit("/forgotten-password", "form.form", &[("email", "ada@example.com")]);
    let letter = app.letters().remove(0).text;
    let link = letter.lines().find(|line| line.contains("/reset-password/")).unwrap();
    let path = link.trim().replace(crate::support::ORIGIN, "");
    let chosen = visitor.submit(&path, "form.form", &[("password", "another good one")]);
    assert_eq!(chosen.location().as_deref(), Some("/sign-in"));
    assert_eq!(visitor.get("/settings").status, 303);
    app.work();
}

#[test]
fn a_role_that_must_have_one_can_do_nothing_before() {
    let app = TestApp::spawn();
    let (root, cat) = (app.signed_in("root"), app.signed_in("cat"));
    let thread = app.by("bob", |bob| bob.ask("help", "Where is the key?", "key"));
    let close = format!("/threads/{thread}/-/close");
    let settings = "form[action='/admin/settings']";
    root.submit("/admin/settings", settings, &[("second_factor", "moderators")]);
    for (browser, path) in [
        (&root, "/admin"),
        (&cat, "/moderation/log"),
        (&cat, "/moderation/repeats"),
    ] {
        assert_eq!(browser.get(path).location().as_deref(), Some(PAGE), "{path}");
    }
    let refused = cat.post(&close, &[("reason", "stale")]);
    assert!(refused.status == 403 && refused.has("h1"), "{}", refused.body);
    assert!(refused.body.contains("A second factor first"));
    let shown = cat.get(&format!("/threads/{thread}"));
    let shown = cat.get(&shown.location().unwrap_or_else(|| shown.path.clone()));
    assert!(shown.body.contains("Your role asks for a second factor") && !shown.has("form[action$='/-/lock']"));
    // What members may, they may; and so they set it up.
    assert_eq!(cat.get("/settings").status, 200);
    let owed = |page: &Page| page.body.matches("Your role asks for a second factor").count();
    assert_eq!(owed(&cat.get(PAGE)), 1);
    cat.submit(PAGE, BEGIN, &[("password", PASSWORD)]);
    let begun = cat.get(PAGE);
    assert_eq!(owed(&begun), 1);
    assert_eq!(owed(&cat.submit(PAGE, CONFIRM, &[("code", "")])), 1);
    let done = cat.submit(PAGE, CONFIRM, &[("code", &secret_of(&begun).code(app.now()))]);
    assert_eq!(
        (done.status, owed(&done)),
        (200, 0),
        "the codes are there, and nothing is owed"
    );
    assert_eq!(cat.get("/moderation/log").status, 200);
    assert!(!cat.get("/settings").body.contains("Your role asks for a second factor"));
    // Administrators alone: cat would need none, ada never did.
    assert_eq!(app.signed_in("ada").get("/settings").status, 200);
    app.work();
}
