//! Questions that visitors write before they sign up.

use tanya::domain::category::{Audience, CategoryDraft, Kinds};
use tanya::domain::email::EmailAddress;
use tanya::store::{categories, settings, users};

use super::pages::{PASSWORD, path_in};
use crate::support::{Client, Page, TestApp};

/// Sends the ask form as a visitor.
fn ask(visitor: &Client, name: &str, email: &str, title: &str) -> Page {
    let fields = [
        ("category", "help"),
        ("title", title),
        ("body", "It *flickers* at night."),
        ("name", name),
        ("email", email),
        ("password", PASSWORD),
    ];
    visitor.submit(
        "/threads/new?category=help",
        "main form[action='/threads/new']",
        &fields,
    )
}

#[test]
fn a_question_of_somebody_who_had_an_account_is_posted_by_whoever_reads_its_letters() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let known = ask(&visitor, "Zoe", "ada@example.com", "Why does the lamp flicker?");
    let unknown = ask(&app.visitor(), "Zoe", "zoe@example.com", "Why does the lamp flicker?");
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(known.body, unknown.body);
    let letters = app.letters();
    let letter = letters
        .iter()
        .find(|letter| letter.to.as_str() == "ada@example.com")
        .unwrap();
    assert!(letter.subject.contains("already"), "{}", letter.subject);
    assert!(
        !letter.text.contains("flicker"),
        "a stranger's words stay out of the letter"
    );
    let link = path_in(&letter.text);
    let shown = visitor.get(&link);
    assert!(shown.body.contains("It *flickers* at night.") && shown.body.contains("ada@example.com"));
    let posted = visitor.submit(&link, "main form", &[]);
    let thread = posted.location().unwrap();
    assert!(thread.ends_with("/why-does-the-lamp-flicker"), "{thread}");
    let page = visitor.get(&thread);
    assert!(page.body.contains("<em>flickers</em>") && page.body.contains("ada"));
    assert_eq!(visitor.get("/settings").status, 303, "nobody is signed in by it");
    assert_eq!(visitor.get(&link).status, 410);
    assert_eq!(visitor.post(&link, &[]).status, 410);
    app.signed_in("ada");
    let ada = EmailAddress::parse("ada@example.com").unwrap();
    assert_eq!(app.read(|db| users::with_address(db, &ada)), Some(app.user("ada").id));
    assert_eq!(app.letters().len(), 0);
}

#[test]
fn nobody_writes_a_question_in_vain_while_the_forum_takes_no_sign_ups() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let opened = visitor
        .get("/threads/new?category=help")
        .form("main form[action='/threads/new']")
        .with(&[
            ("title", "Why does the lamp flicker?"),
            ("body", "It *flickers* at night."),
        ]);
    let (now, mut closed) = (app.now(), app.read(settings::load));
    closed.sign_up_is_open = false;
    app.write(|tx| settings::save(tx, &closed, now));
    app.site.take_settings(closed);
    let page = visitor.get("/threads/new?category=help");
    assert!(page.status == 200 && page.text(".notice").contains("no new accounts"));
    assert!(page.has("a[data-keeps-form][href^='/sign-in']") && !page.has("main form"));
    let refused = visitor.send_form(&opened);
    assert!(refused.status == 403 && refused.text(".notice").contains("no new accounts"));
    assert!(refused.has("form a[data-keeps-form]") && !refused.has("main form button.primary"));
    let kept = refused.form("main form[action='/threads/new']");
    assert_eq!(kept.value("title"), Some("Why does the lamp flicker?"));
    assert_eq!(kept.value("body").map(str::trim), Some("It *flickers* at night."));
    assert!(app.signed_in("ada").get("/threads/new").has("main form button.primary"));
}

#[test]
fn a_forum_without_an_administrator_says_why_a_visitor_cannot_ask() {
    let app = TestApp::spawn_empty();
    let (now, help) = (
        app.now(),
        CategoryDraft {
            slug: "help".to_owned(),
            name: "Help".to_owned(),
            description: String::new(),
            audience: Audience::Public.into(),
            kinds: Kinds {
                questions: true,
                discussions: false,
                announcements: false,
            },
            template: Vec::new(),
        },
    );
    app.write(|tx| categories::make(tx, &help, now));
    let page = app.visitor().get("/threads/new");
    assert!(page.text(".notice").contains("no administrator yet"), "{}", page.body);
}
