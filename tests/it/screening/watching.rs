//! Watched words: kept by administrators, and found at every door.

use tanya::domain::case::Decision;
use tanya::domain::watched_word::WatchedDeed;

use super::watch;
use crate::desk::{decide_as, only_case};
use crate::given_back::BobsPosts;
use crate::support::{Client, FilledForm, TestApp};

const LIST: &str = "/admin/watched-words";
const MAKE: &str = "form[action='/admin/watched-words']";
const ASK: &str = "main form[action='/threads/new']";

impl BobsPosts {
    /// Every form that posts, with this text in it, and the name of its field.
    fn forms_with(&self, client: &Client, text: &str) -> Vec<(FilledForm, &'static str)> {
        let (thread, reply) = (format!("/threads/{}", self.thread), self.reply);
        let forms = [
            (thread.clone(), "form[action$='/-/replies']".to_owned(), "body"),
            (thread.clone(), "form[action$='/-/comments']".to_owned(), "comment"),
            (
                thread.clone(),
                format!("form[action='/replies/{reply}/comments']"),
                "comment",
            ),
            (format!("{thread}/-/edit"), "main form".to_owned(), "body"),
            (format!("/replies/{reply}/edit"), "main form".to_owned(), "body"),
            (
                format!("/comments/{}/edit", self.comment),
                "main form".to_owned(),
                "comment",
            ),
        ];
        let filled = |(path, form, field): (String, String, &'static str)| {
            (client.visit(&path).form(&form).with(&[(field, text)]), field)
        };
        let mut all: Vec<_> = forms.into_iter().map(filled).collect();
        all.push((self.asking(client, text), "body"));
        all
    }

    fn asking(&self, client: &Client, text: &str) -> FilledForm {
        let fields = [("title", "Does the lantern flicker at dusk?"), ("body", text)];
        client.visit("/threads/new?category=help").form(ASK).with(&fields)
    }
}

#[test]
fn an_administrator_keeps_a_list_of_them() {
    let app = TestApp::spawn();
    let root = app.signed_in("root");
    for name in ["cat", "dan", "ada"] {
        assert_eq!(app.signed_in(name).get(LIST).status, 403, "{name}");
    }
    let broken = [
        ("watched_text", "(casino"),
        ("watched_form", "pattern"),
        ("watched_deed", "block"),
    ];
    let refused = root.submit(LIST, MAKE, &broken);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.form(MAKE).value("watched_text"), Some("(casino"));
    let good = [
        ("watched_text", r"\bcasin[o0]\b"),
        ("watched_form", "pattern"),
        ("watched_deed", "replace"),
        ("watched_with", "gambling"),
    ];
    assert_eq!(root.submit(LIST, MAKE, &good).status, 303);
    let list = root.visit(LIST).text("main table");
    assert!(
        list.contains(r"\bcasin[o0]\b") && list.contains("Becomes “gambling”"),
        "{list}"
    );
    let form = "main form[action='/admin/watched-words/1']";
    let one = root.visit("/admin/watched-words/1").form(form);
    assert_eq!(one.value("watched_deed"), Some("replace"));
    assert_eq!(root.send_form(&one.with(&[("watched_deed", "hold")])).status, 303);
    assert!(root.visit(LIST).text("main table").contains("Waits for a moderator"));
    root.submit(LIST, "form[action='/admin/watched-words/1/delete']", &[]);
    assert!(!root.visit(LIST).has("main table"));
    assert_eq!(root.get("/admin/watched-words/1").status, 404);
}

#[test]
fn every_form_gives_a_text_back_that_may_not_be_posted() {
    let forum = BobsPosts::new();
    watch(&forum.app, "casino", WatchedDeed::Block, "");
    let bob = forum.app.signed_in("bob");
    for (form, field) in forum.forms_with(&bob, "The best Ca\u{200b}SINO.") {
        let page = bob.send_form(&form);
        assert_eq!(page.status, 422, "{} {}", form.action, page.body);
        assert!(
            page.text("main").contains("may not stand in a post here"),
            "{}",
            page.body
        );
        let typed: Vec<String> = page.texts(&format!("textarea[name={field}]"));
        assert!(typed.iter().any(|text| text.contains("The best Ca")), "{typed:?}");
    }
    let cat = forum.app.signed_in("cat");
    assert_eq!(cat.send_form(&forum.asking(&cat, "They sell a casino.")).status, 303);
    assert!(
        !forum
            .app
            .visitor()
            .visit(&format!("/threads/{}", forum.thread))
            .body
            .contains("SINO")
    );
}

#[test]
fn a_visitor_is_told_before_they_sign_up() {
    let forum = BobsPosts::new();
    watch(&forum.app, "casino", WatchedDeed::Block, "");
    let visitor = forum.app.visitor();
    let person = [
        ("name", "Nia"),
        ("email", "nia@example.com"),
        ("password", "correct horse battery"),
    ];
    let page = visitor.send_form(&forum.asking(&visitor, "Try my casino.").with(&person));
    assert_eq!(page.status, 422, "{}", page.body);
    assert!(page.text("main").contains("“casino” may not stand"), "{}", page.body);
    assert!(forum.app.letters().is_empty());
}

/// What one of the forms posts is held, in a forum of its own.
fn check_held(place: usize) {
    let forum = BobsPosts::new();
    let app = &forum.app;
    watch(app, "free money", WatchedDeed::Hold, "");
    let bob = app.signed_in("bob");
    let (form, _) = forum.forms_with(&bob, "Get FREE – money, now.").remove(place);
    let answer = bob.send_form(&form);
    assert_eq!(answer.status, 303, "{} {}", form.action, answer.body);
    let there = answer.location().unwrap();
    let there = there.split('#').next().unwrap();
    let shown = bob.visit(there);
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert!(shown.text("main").contains("Get FREE – money"), "{}", shown.body);
    assert!(shown.text("main").contains("look at first"), "{}", shown.body);
    let case = app
        .signed_in("cat")
        .visit(&format!("/moderation/cases/{}", only_case(app)));
    assert!(case.text("main").contains("In it: FREE – money"), "{}", case.body);
    assert!(!app.signed_in("ada").visit(there).body.contains("Get FREE"));
}

#[test]
fn what_is_held_is_shown_to_its_author_and_the_desk_says_why() {
    let forum = BobsPosts::new();
    watch(&forum.app, "free money", WatchedDeed::Hold, "");
    let app = &forum.app;
    for place in 0..forum.forms_with(&app.signed_in("bob"), "x").len() {
        check_held(place);
    }
    for name in ["eve", "dan", "cat"] {
        let them = app.signed_in(name);
        let fields = [("body", "Who gives free money?")];
        let path = format!("/threads/{}", forum.thread);
        assert_eq!(
            them.submit(&path, "form[action$='/-/replies']", &fields).status,
            303,
            "{name}"
        );
    }
    let page = app.visitor().visit(&format!("/threads/{}", forum.thread));
    assert_eq!(page.texts("#replies .post > .prose").len(), 4, "{}", page.body);
}

#[test]
fn a_held_post_is_let_through_by_a_moderator() {
    let forum = BobsPosts::new();
    watch(&forum.app, "free money", WatchedDeed::Hold, "");
    let (app, path) = (&forum.app, format!("/threads/{}", forum.thread));
    let bob = app.signed_in("bob");
    bob.submit(&path, "form[action$='/-/replies']", &[("body", "There is free money.")]);
    assert!(!app.visitor().visit(&path).body.contains("free money"));
    decide_as(app, "cat", only_case(app), Decision::Kept);
    assert!(app.visitor().visit(&path).body.contains("free money"));
}

#[test]
fn words_are_replaced_and_threads_are_tagged() {
    let forum = BobsPosts::new();
    watch(&forum.app, "darn", WatchedDeed::Replace, "d***");
    watch(&forum.app, "refund", WatchedDeed::Tag, "billing");
    let bob = forum.app.signed_in("bob");
    for (form, _) in forum.forms_with(&bob, "A DARN refund.") {
        let answer = bob.send_form(&form);
        assert_eq!(answer.status, 303, "{} {}", form.action, answer.body);
        let there = answer.location().unwrap();
        let shown = bob.visit(there.split('#').next().unwrap());
        assert!(shown.text("main").contains("A d*** refund."), "{}", shown.body);
        assert!(!shown.text("main").contains("DARN"), "{}", shown.body);
    }
    let edited = bob.visit(&format!("/threads/{}/-/edit", forum.thread));
    assert_eq!(edited.form("main form").value("tags"), Some("billing, key"));
}
