//! What newcomers send sooner than anybody writes, or with a field that people do not see, waits for a moderator.

use chrono::Duration;
use diesel::prelude::*;
use tanya::domain::case::{HoldReason, Piece};
use tanya::domain::id::ThreadId;
use tanya::domain::spam::HasteRule;
use tanya::store::cases::QueueRow;
use tanya::store::settings;

use crate::desk::queue;
use crate::support::{Client, FilledForm, TestApp};

const ASK: &str = "main form[action='/threads/new']";
const SIGN_UP: &str = "main form[action='/sign-up']";

/// A forum that asks newcomers to take three seconds, with a thread of ada's, who is new.
fn forum() -> (TestApp, ThreadId) {
    let app = TestApp::spawn();
    let now = app.now();
    let rule = HasteRule::parse("3").unwrap();
    let changed = app.write(|tx| settings::change(tx, |all| all.spam.haste = rule, now));
    app.site.take_settings(changed);
    app.write(|tx| Ok(diesel::sql_query("update users set trust = 'newcomer' where name = 'ada'").execute(tx)?));
    let thread = app.by("ada", |ada| ada.ask("help", "Where is the key?", "key"));
    (app, thread)
}

/// The forms by which somebody asks, answers and comments, with something in them.
fn forms(client: &Client, thread: ThreadId) -> [FilledForm; 3] {
    let page = client.visit(&format!("/threads/{thread}"));
    let ask = client.visit("/threads/new?category=help").form(ASK);
    [
        ask.with(&[("title", "Does the lantern flicker at dusk?"), ("body", "It does.")]),
        page.form("form[action$='/-/replies']")
            .with(&[("body", "Under the mat.")]),
        page.form("form[action$='/-/comments']")
            .with(&[("comment", "Which key do you mean?")]),
    ]
}

/// Sends a form, which must be taken.
fn sent(client: &Client, form: &FilledForm) {
    let page = client.send_form(form);
    assert_eq!(page.status, 303, "{} {}", form.action, page.body);
}

/// Why all that waits is held, the oldest first.
fn held(app: &TestApp) -> Vec<HoldReason> {
    let why = |row: QueueRow| row.held.map(|(_, why)| why);
    queue(app, "cat").into_iter().filter_map(why).collect()
}

#[test]
fn what_newcomers_send_at_once_is_held_and_a_moment_later_it_is_not() {
    let (app, thread) = forum();
    let ada = app.signed_in("ada");
    for (seconds, count) in [(2, 3), (3, 3)] {
        let forms = forms(&ada, thread);
        app.clock.pass(Duration::seconds(seconds));
        for form in &forms {
            sent(&ada, form);
        }
        assert_eq!(held(&app), vec![HoldReason::Hasty; count], "after {seconds} seconds");
    }
    app.leaves_jobs();
}

#[test]
fn a_form_that_does_not_say_when_it_was_shown_is_too_quick() {
    let (app, thread) = forum();
    let ada = app.signed_in("ada");
    let [_, reply, _] = forms(&ada, thread);
    app.clock.pass(Duration::minutes(10));
    let changed = reply.value("begun").unwrap().replacen('A', "B", 1);
    sent(
        &ada,
        &reply
            .clone()
            .with(&[("begun", changed.as_str()), ("body", "It is changed.")]),
    );
    let [_, reply, _] = forms(&ada, thread);
    sent(&ada, &reply.without("begun").with(&[("body", "It says nothing.")]));
    assert_eq!(held(&app), [HoldReason::Hasty, HoldReason::Hasty]);
    app.leaves_jobs();
}

#[test]
fn a_form_that_was_kept_or_comes_back_is_as_old_as_it_was() {
    let (app, thread) = forum();
    let ada = app.signed_in("ada");
    let [ask, reply, comment] = forms(&ada, thread);
    app.clock.pass(Duration::days(5));
    let preview = ada.send_form(&reply.clone().pressing(&format!("/threads/{thread}/-/replies/preview")));
    assert_eq!(preview.status, 200);
    sent(&ada, &preview.form("form[action$='/-/replies']"));
    let mended = ada.send_form(&ask.clone().with(&[("title", "")]));
    assert_eq!(mended.status, 422);
    let mended = mended.form(ASK).with(&[("title", "Does the lantern flicker at dusk?")]);
    sent(&ada, &mended);
    let mended = ada.send_form(&comment.clone().with(&[("comment", "")]));
    assert_eq!(mended.status, 422);
    let mended = mended.form("form[action$='/-/comments']");
    sent(&ada, &mended.with(&[("comment", "Which key do you mean?")]));
    assert!(held(&app).is_empty(), "{:?}", held(&app));
    app.leaves_jobs();
}

#[test]
fn whoever_the_forum_knows_is_asked_for_nothing() {
    let (app, thread) = forum();
    for name in ["bob", "eve", "dan", "cat"] {
        let client = app.signed_in(name);
        for form in forms(&client, thread) {
            assert_eq!(form.value("begun"), None, "{name} {}", form.action);
            assert_eq!(form.value("second_thought"), None, "{name} {}", form.action);
        }
        let [_, reply, _] = forms(&client, thread);
        sent(&client, &reply);
    }
    assert!(held(&app).is_empty(), "{:?}", held(&app));
    app.leaves_jobs();
}

#[test]
fn none_holds_nothing_and_the_administrator_says_so() {
    let (app, thread) = forum();
    let (root, form) = (app.signed_in("root"), "main form[action='/admin/moderation']");
    let wrong = root.submit("/admin/moderation", form, &[("fewest_seconds", "61")]);
    assert_eq!(wrong.status, 422);
    assert!(
        wrong
            .text("#fewest_seconds-problem")
            .contains("Write a number from 0 to"),
        "{}",
        wrong.body
    );
    let right = root.submit("/admin/moderation", form, &[("fewest_seconds", "0")]);
    assert_eq!(right.status, 303);
    let kept = root.visit("/admin/moderation").form(form);
    assert_eq!(kept.value("fewest_seconds"), Some("0"));
    let ada = app.signed_in("ada");
    let [_, reply, _] = forms(&ada, thread);
    sent(&ada, &reply);
    assert!(held(&app).is_empty(), "{:?}", held(&app));
    app.leaves_jobs();
}

#[test]
fn a_post_whose_unseen_field_was_filled_is_held() {
    let (app, thread) = forum();
    let ada = app.signed_in("ada");
    let [ask, reply, _] = forms(&ada, thread);
    app.clock.pass(Duration::minutes(2));
    for form in [ask, reply] {
        let page = ada.visit(&format!("/threads/{thread}"));
        let unseen = "div.unseen[aria-hidden=true] input[name=second_thought]";
        assert_eq!(page.attributes(unseen, "tabindex"), ["-1"]);
        assert_eq!(page.attributes(unseen, "autocomplete"), ["off"]);
        sent(&ada, &form.with(&[("second_thought", "https://keys.example")]));
    }
    assert_eq!(held(&app), [HoldReason::Trapped, HoldReason::Trapped]);
    let case = queue(&app, "cat").first().unwrap().id;
    let said = app
        .signed_in("cat")
        .visit(&format!("/moderation/cases/{case}"))
        .text("main");
    assert!(said.contains("that people do not see"), "{said}");
    let asked = |row: &QueueRow| matches!(row.piece, Piece::Thread(_));
    assert!(queue(&app, "cat").iter().any(asked), "the question waits, too");
    app.leaves_jobs();
}

#[test]
fn a_sign_up_whose_unseen_field_was_filled_is_refused_with_a_sentence() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let person = [
        ("name", "Zoe"),
        ("email", "zoe@example.com"),
        ("password", "eleven brass door keys"),
        ("second_thought", "Buy keys"),
    ];
    let question = [("title", "Does the lantern flicker at dusk?"), ("body", "It does.")];
    let asked = visitor.visit("/threads/new?category=help").form(ASK).with(&question);
    for form in [visitor.visit("/sign-up").form(SIGN_UP), asked] {
        let selector = format!("main form[action='{}']", form.action);
        let refused = visitor.send_form(&form.with(&person));
        assert_eq!(refused.status, 422);
        assert!(
            refused
                .text("main")
                .contains("A field was filled in that people do not see")
        );
        let again = refused.form(&selector);
        assert_eq!(again.value("second_thought"), Some(""));
        let again = again.with(&[("password", "eleven brass door keys")]);
        assert_eq!(
            visitor.send_form(&again).status,
            303,
            "whoever sends it again is let on"
        );
    }
    assert_eq!(app.letters().len(), 2);
}
