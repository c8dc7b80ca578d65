//! The pages of people, as visitors meet them.

use chrono::Duration;
use tanya::domain::body::Reason;
use tanya::domain::email::EmailAddress;
use tanya::domain::role::{Role, Trust};
use tanya::store::settings;
use tanya::store::users::passwords::{self, ClaimLink};
use tanya::store::users::roles::{self, Governance};
use tanya::store::users::{self, NewUser};

use crate::support::{Client, Page, TestApp};

pub(super) const PASSWORD: &str = "correct horse battery";

/// The path in a letter's text that its button leads to.
pub(super) fn path_in(text: &str) -> String {
    let line = text
        .lines()
        .find(|line| line.starts_with("http://forum.localhost/"))
        .unwrap();
    line.strip_prefix("http://forum.localhost").unwrap().to_owned()
}

pub(super) fn sign_in(client: &Client, email: &str, password: &str) -> Page {
    client.submit("/sign-in", "form.form", &[("email", email), ("password", password)])
}

fn sign_up(client: &Client, name: &str, email: &str) -> Page {
    let fields = [("name", name), ("email", email), ("password", PASSWORD)];
    client.submit("/sign-up", "form.form", &fields)
}

/// The main part of a page, without what a visitor typed into it.
fn said(page: &Page, typed: &str) -> (u16, Option<String>, String) {
    (page.status, page.location(), page.body.replace(typed, "…"))
}

#[test]
fn the_first_visit_leads_to_the_set_up_which_only_the_code_opens() {
    let app = TestApp::spawn_empty();
    let visitor = app.visitor();
    assert_eq!(visitor.get("/").location().as_deref(), Some("/set-up"));
    let fill = |code: &str| {
        let fields = [
            ("code", code),
            ("name", "root"),
            ("email", "root@example.com"),
            ("password", PASSWORD),
        ];
        visitor.submit("/set-up", "form.form", &fields)
    };
    let refused = fill("not the code");
    assert_eq!(refused.status, 422);
    assert!(refused.has("#code-problem") && refused.has("#name[value=root]"));
    assert!(!refused.body.contains(PASSWORD), "a password is never sent back");
    let code = app.site.set_up_code.code().unwrap().to_owned();
    assert_eq!(fill(&code).location().as_deref(), Some("/admin"));
    assert_eq!(visitor.get("/settings").status, 200);
    assert_eq!(app.visitor().get("/set-up").status, 404);
    let late = [
        ("code", &*code),
        ("name", "eve"),
        ("email", "eve@example.com"),
        ("password", PASSWORD),
    ];
    assert_eq!(app.visitor().post("/set-up", &late).status, 404);
}

#[test]
fn a_visitor_signs_up_confirms_by_the_letter_and_is_signed_in() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let sent = sign_up(&visitor, "Zoe", "zoe@example.com");
    assert_eq!(sent.location().as_deref(), Some("/sign-up/sent"));
    assert_eq!(visitor.get("/sign-up/sent").status, 200);
    assert_eq!(
        sign_in(&visitor, "zoe@example.com", PASSWORD).status,
        422,
        "not before it is confirmed"
    );
    let letters = app.letters();
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "zoe@example.com"));
    let link = path_in(&letters[0].text);
    for _ in 0..2 {
        let scanned = app.visitor().get(&link);
        assert!(
            scanned.body.contains("zoe@example.com"),
            "a scanner that follows the link confirms nothing"
        );
    }
    let confirmed = visitor.submit(&link, "main form", &[]);
    assert_eq!(confirmed.location().as_deref(), Some("/"));
    assert_eq!(visitor.get("/settings").status, 200);
    assert_eq!(visitor.get(&link).status, 410);
    assert_eq!(sign_in(&app.visitor(), "Zoe@Example.com", PASSWORD).status, 303);
}

#[test]
fn signing_up_from_a_thread_leads_back_to_it() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How does it work here?", ""));
    let fields = |name, email| [("name", name), ("email", email), ("password", PASSWORD)];
    for (name, email) in [("Zoe", "zoe@example.com"), ("Yan", "yan@example.com")] {
        let visitor = app.visitor();
        let path = visitor.visit(&format!("/threads/{thread}")).path;
        let way = visitor
            .get(&path)
            .attributes("#answer a[href^='/sign-up']", "href")
            .remove(0);
        visitor.submit(&way, "form.form", &fields(name, email));
        let confirmed = visitor.submit(&path_in(&app.letters()[0].text), "main form", &[]);
        assert_eq!(confirmed.header("location"), Some(&*format!("{path}#answer")));
    }
    let visitor = app.visitor();
    visitor.submit(
        "/sign-up?back=//evil.example",
        "form.form",
        &fields("Xia", "xia@example.com"),
    );
    let confirmed = visitor.submit(&path_in(&app.letters()[0].text), "main form", &[]);
    assert_eq!(confirmed.location().as_deref(), Some("/"));
}

#[test]
fn a_question_that_was_written_first_is_posted_when_the_address_is_confirmed() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let fields = [
        ("category", "help"),
        ("title", "Why does the lamp flicker?"),
        ("body", "It *flickers* at night."),
        ("name", "Zoe"),
        ("email", "zoe@example.com"),
        ("password", PASSWORD),
    ];
    let form = visitor
        .get("/threads/new?category=help")
        .form("main form[action='/threads/new']")
        .with(&fields);
    for _ in 0..2 {
        assert_eq!(visitor.send_form(&form).location().as_deref(), Some("/sign-up/sent"));
    }
    let letters = app.letters();
    assert!(letters[0].text.contains("question"));
    let confirmed = visitor.submit(&path_in(&letters[0].text), "main form", &[]);
    let thread = confirmed.location().unwrap();
    assert!(thread.ends_with("/why-does-the-lamp-flicker"), "{thread}");
    let again = visitor.submit(&path_in(&letters[1].text), "main form", &[]);
    assert_eq!(again.location().as_deref(), Some(&*thread), "sent twice, posted once");
    let page = visitor.get(&thread);
    assert_eq!(page.text("h1"), "Why does the lamp flicker?");
    assert!(page.body.contains("<em>flickers</em>") && page.body.contains("Zoe"));
}

#[test]
fn no_answer_tells_whether_an_address_has_an_account() {
    let app = TestApp::spawn();
    let known = sign_up(&app.visitor(), "Zoe", "ada@example.com");
    let unknown = sign_up(&app.visitor(), "Zoe", "zoe@example.com");
    assert_eq!(said(&known, "ada@example.com"), said(&unknown, "zoe@example.com"));
    let forget = |email: &str| {
        app.visitor()
            .submit("/forgotten-password", "form.form", &[("email", email)])
    };
    assert_eq!(
        said(&forget("ada@example.com"), ""),
        said(&forget("nobody@example.com"), "")
    );
    let governance = Governance {
        admin: None,
        user: app.user("bob").id,
        reason: Reason::default(),
        now: app.now(),
    };
    app.write(|tx| roles::suspend(tx, &governance));
    let wrong = said(
        &sign_in(&app.visitor(), "ada@example.com", "wrong password"),
        "ada@example.com",
    );
    for (email, password) in [
        ("nobody@example.com", PASSWORD),
        ("zoe@example.com", PASSWORD),
        ("bob@example.com", "wrong password"),
    ] {
        assert_eq!(said(&sign_in(&app.visitor(), email, password), email), wrong, "{email}");
    }
    let told = sign_in(&app.visitor(), "bob@example.com", PASSWORD);
    assert!(told.text("main").contains("This account is suspended"), "{}", told.body);
    assert_eq!(
        app.letters().len(),
        4,
        "to ada twice, to zoe and bob once, to nobody none"
    );
}

#[test]
fn repeated_failures_slow_down_and_say_for_how_long() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    for _ in 0..5 {
        assert_eq!(sign_in(&visitor, "ada@example.com", "wrong password").status, 422);
    }
    let slowed = sign_in(&visitor, "ada@example.com", PASSWORD);
    assert_eq!((slowed.status, slowed.header("retry-after")), (429, Some("2")));
    assert!(slowed.has("#email[value='ada@example.com']"), "what was typed is kept");
    app.pass(Duration::seconds(2));
    assert_eq!(sign_in(&visitor, "ada@example.com", PASSWORD).status, 303);
    assert_eq!(
        sign_in(&app.visitor(), "ada@example.com", "wrong password").status,
        422,
        "a success clears the slate"
    );
    app.work();
}

#[test]
fn letters_to_one_address_slow_down_too() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let forget = || visitor.submit("/forgotten-password", "form.form", &[("email", "ada@example.com")]);
    for _ in 0..5 {
        assert_eq!(forget().status, 200);
    }
    assert_eq!(forget().status, 429);
    assert_eq!(app.letters().len(), 5);
}

#[test]
fn a_form_says_what_is_wrong_beside_the_field_and_loses_nothing() {
    let app = TestApp::spawn();
    let fields = [("name", "<b>"), ("email", "zoe"), ("password", "short")];
    let refused = app.visitor().submit("/sign-up", "form.form", &fields);
    assert_eq!(refused.status, 422);
    for field in ["name", "email", "password"] {
        assert!(refused.has(&format!("#{field}-problem")), "{field}");
        assert!(refused.has(&format!("#{field}[aria-invalid=true]")), "{field}");
        assert!(refused.has(&format!(".problems a[href='#{field}']")), "{field}");
    }
    assert!(refused.has("#name[value='<b>']") && refused.has("#email[value=zoe]"));
    let taken = sign_up(&app.visitor(), "ADA", "zoe@example.com");
    assert_eq!(taken.status, 422);
    assert!(taken.has("#name-problem") && !taken.has("#email-problem"));
}

#[test]
fn signing_in_leads_back_to_this_site_only() {
    let app = TestApp::spawn();
    let needed = app.visitor().get("/settings").location().unwrap();
    let fields = [("email", "ada@example.com"), ("password", PASSWORD)];
    let back = |page: &str| app.visitor().submit(page, "form.form", &fields).location();
    assert_eq!(back(&needed).as_deref(), Some("/settings"));
    assert_eq!(back("/sign-in?back=%2F%2Fevil.example").as_deref(), Some("/"));
    assert_eq!(back("/sign-in?back=https%3A%2F%2Fevil.example").as_deref(), Some("/"));
}

#[test]
fn signing_out_ends_the_session_at_the_server() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    assert_eq!(ada.get("/settings").status, 200);
    assert_eq!(ada.submit("/", "form[action='/sign-out']", &[]).status, 303);
    assert_eq!(ada.get("/settings").status, 303);
}

#[test]
fn a_forgotten_password_is_chosen_through_the_letter() {
    let app = TestApp::spawn();
    let there = app.signed_in("ada");
    let visitor = app.visitor();
    visitor.submit("/forgotten-password", "form.form", &[("email", "ada@example.com")]);
    let link = path_in(&app.letters()[0].text);
    let refused = visitor.submit(&link, "form.form", &[("password", "short")]);
    assert!(refused.status == 422 && refused.has("#password-problem"));
    assert_eq!(
        visitor
            .submit(&link, "form.form", &[("password", "another good one")])
            .status,
        303
    );
    assert_eq!(
        (visitor.get("/settings").status, there.get("/settings").status),
        (200, 303)
    );
    assert_eq!(visitor.get(&link).status, 410);
    assert_eq!(app.letters().len(), 1, "the letter that says so");
}

#[test]
fn an_imported_person_claims_their_account() {
    let app = TestApp::spawn();
    let now = app.now();
    let (name, email, password_hash) = ("Grace", None, None);
    let new = NewUser {
        name,
        email,
        password_hash,
        role: Role::Member,
        trust: Trust::Member,
    };
    let grace = app.write(|tx| users::add(tx, &new, now));
    let ClaimLink::Issued(token) = app.write(|tx| passwords::issue_claim(tx, grace, now)) else {
        panic!("not claimable")
    };
    let link = format!("/claim/{}", token.reveal());
    let visitor = app.visitor();
    assert!(visitor.get(&link).text("h1").contains("Grace"));
    let sent = |email: &str| visitor.submit(&link, "form.form", &[("email", email)]);
    assert_eq!(said(&sent("ada@example.com"), ""), said(&sent("grace@example.com"), ""));
    let letters = app.letters();
    let letter = letters
        .iter()
        .find(|letter| letter.to.as_str() == "grace@example.com")
        .unwrap();
    let chosen = visitor.submit(&path_in(&letter.text), "form.form", &[("password", "another good one")]);
    assert_eq!(chosen.status, 303);
    assert!(visitor.get("/settings").has("#name[value=Grace]"));
    assert_eq!(visitor.get(&link).status, 410);
    app.work();
}

#[test]
fn a_forum_that_takes_no_sign_ups_says_so() {
    let app = TestApp::spawn();
    let now = app.now();
    let mut closed = app.read(settings::load);
    closed.sign_up_is_open = false;
    app.write(|tx| settings::save(tx, &closed, now));
    app.site.take_settings(closed);
    let page = app.visitor().get("/sign-up");
    assert!(page.status == 200 && !page.has("main form"));
    let fields = [("name", "Zoe"), ("email", "zoe@example.com"), ("password", PASSWORD)];
    assert_eq!(app.visitor().post("/sign-up", &fields).status, 403);
}

#[test]
fn a_session_cookie_is_kept_from_scripts_and_other_sites() {
    let app = TestApp::spawn();
    let page = sign_in(&app.visitor(), "ada@example.com", PASSWORD);
    let cookie = page.header("set-cookie").unwrap();
    for needed in ["session=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(needed), "{needed}: {cookie}");
    }
    let secret = cookie.split(['=', ';']).nth(1).unwrap();
    let email = EmailAddress::parse("ada@example.com").unwrap();
    let ada = app.read(|db| users::with_address(db, &email)).unwrap();
    assert_eq!(ada, app.user("ada").id);
    assert_eq!(secret.len(), 43, "a random secret, not an id");
}
