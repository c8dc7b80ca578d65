//! What an asker answers to a reminder.

use tanya::domain::body::Reason;
use tanya::domain::document::{Document, DocumentText};
use tanya::domain::question::{FactKind, How, Party};
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::store::documents::{self, Draft};
use tanya::store::threads::{self, Closing};
use tanya::store::written::Written;

use super::{Forum, check_discreet, scan, way};

const FORM: &str = "main form[method=post]";
const ALL: Sight = Sight::everything();

#[test]
fn a_scanner_that_follows_every_link_changes_nothing() {
    let forum = Forum::spawn();
    let (thread, _, letter) = forum.reminded();
    let facts = forum.facts(thread);
    let (solved, not_working) = (way(&letter, "solved"), way(&letter, "not-working"));
    scan(&forum.app, &solved);
    scan(&forum.app, &not_working);
    assert_eq!(forum.facts(thread), facts);
    assert_eq!(forum.standing(thread), "answered");
    assert_eq!(forum.outcome(thread).turn.whose, Party::Asker);
    // Whoever comes after it finds both pages as they were.
    let visitor = forum.app.visitor();
    assert_eq!(visitor.get(&solved).form(FORM).value("answer").map(str::len), Some(1));
    assert!(visitor.get(&not_working).has("textarea[name=body]"));
}

#[test]
fn the_only_answer_is_chosen_already_and_one_button_accepts_it_for_the_asker() {
    let forum = Forum::spawn();
    let (thread, reply, letter) = forum.reminded();
    let path = way(&letter, "solved");
    let visitor = forum.app.visitor();
    let form = visitor.get(&path).form(FORM);
    assert_eq!(form.value("answer"), Some(reply.to_string().as_str()));
    let answer = visitor.send_form(&form);
    assert_eq!(answer.status, 303, "{}", answer.body);
    check_discreet(&answer);
    let page = visitor.visit(&path);
    assert!(
        page.body.contains("the question is resolved") && !page.has(FORM),
        "{}",
        page.body
    );
    assert_eq!(forum.standing(thread), "resolved");
    let outcome = forum.outcome(thread);
    assert_eq!(
        outcome.resolution.map(|resolution| resolution.how),
        Some(How::Confirmed)
    );
    assert_eq!(
        forum
            .facts(thread)
            .iter()
            .filter(|kind| **kind == FactKind::Accepted)
            .count(),
        1
    );
    // The same form once more, as by the button of going back.
    let again = visitor.send_form(&form);
    assert_eq!(again.status, 200);
    assert!(again.texts("main p").iter().any(|text| text.contains("is resolved")));
    assert_eq!(
        forum
            .facts(thread)
            .iter()
            .filter(|kind| **kind == FactKind::Accepted)
            .count(),
        1
    );
}

#[test]
fn of_several_answers_the_asker_chooses_one_that_is_there() {
    let forum = Forum::spawn();
    let (thread, first) = forum.question();
    let second = forum.app.by("dan", |dan| dan.reply(thread, "Or with a hammer."));
    let (_, elsewhere) = forum.question();
    let letters = forum.days(3);
    let path = way(&letters[0], "solved");
    let visitor = forum.app.visitor();
    let page = visitor.get(&path);
    assert_eq!(
        page.attributes("input[name=answer]", "value"),
        [first.to_string(), second.to_string()]
    );
    assert!(page.attributes("input[name=answer][checked]", "value").is_empty());
    assert!(page.body.contains("Or with a hammer."));
    for wrong in ["", "0", "x", &elsewhere.to_string(), "9999"] {
        let page = visitor.post(&path, &[("answer", wrong)]);
        assert_eq!(page.status, 422, "{wrong}");
        assert!(page.has(".problems") && page.has(FORM));
        check_discreet(&page);
    }
    assert_eq!(visitor.post(&path, &[("answer", "1"), ("more", "x")]).status, 400);
    assert_eq!(forum.standing(thread), "answered");
    assert_eq!(visitor.post(&path, &[("answer", &second.to_string())]).status, 303);
    assert_eq!(forum.outcome(thread).resolution.unwrap().reply, Some(second));
}

#[test]
fn the_bare_word_that_it_does_not_work_is_seen_and_makes_it_the_helpers_turn() {
    let forum = Forum::spawn();
    let (thread, _, letter) = forum.reminded();
    let path = way(&letter, "not-working");
    let visitor = forum.app.visitor();
    let form = visitor.get(&path).form(FORM);
    assert_eq!(visitor.send_form(&form).status, 303);
    assert_eq!(forum.outcome(thread).turn.whose, Party::Helpers);
    assert!(forum.facts(thread).contains(&FactKind::Reopened));
    let seen = forum.app.signed_in("cat").visit(&format!("/threads/{thread}"));
    assert!(
        seen.body.contains("ada says that it still does not work"),
        "{}",
        seen.body
    );
    let facts = forum.facts(thread);
    let again = visitor.send_form(&form);
    assert_eq!(again.status, 200);
    assert!(
        again.body.contains("You have said that it still does not work."),
        "{}",
        again.body
    );
    assert_eq!(forum.facts(thread), facts);
    // What helps after all can still be said.
    let solved = visitor.get(&way(&letter, "solved"));
    assert_eq!(visitor.send_form(&solved.form(FORM)).status, 303);
    assert_eq!(forum.standing(thread), "resolved");
}

#[test]
fn what_the_asker_writes_stands_under_the_question_once() {
    let forum = Forum::spawn();
    let (thread, _, letter) = forum.reminded();
    let path = way(&letter, "not-working");
    let visitor = forum.app.visitor();
    let form = visitor
        .get(&path)
        .form(FORM)
        .with(&[("body", "The key does **not** turn.")]);
    let long = visitor.post(&path, &[("body", &"x".repeat(70_000))]);
    assert_eq!(long.status, 422);
    assert_eq!(long.text("textarea[name=body]").len(), 70_000);
    assert_eq!(visitor.send_form(&form).status, 303);
    assert_eq!(visitor.send_form(&form).status, 200);
    let page = forum.app.visitor().visit(&format!("/threads/{thread}"));
    assert_eq!(page.body.matches("The key does <strong>not</strong> turn.").count(), 1);
    let outcome = forum.outcome(thread);
    assert_eq!(outcome.turn.whose, Party::Helpers);
    assert_eq!(outcome.first_answer.unwrap().author, Some(forum.app.user("bob").id));
    // What cannot be taken any more is given back.
    let more = visitor.post(&path, &[("body", "And it is rusty.")]);
    assert_eq!(
        (more.status, more.text("textarea[readonly]")),
        (200, "And it is rusty.".to_owned())
    );
}

#[test]
fn a_question_that_somebody_resolved_meanwhile_says_so_and_can_be_opened_again() {
    let forum = Forum::spawn();
    let (thread, reply, letter) = forum.reminded();
    forum.app.by("eve", |eve| eve.accept(reply));
    let visitor = forum.app.visitor();
    let page = visitor.get(&way(&letter, "solved"));
    assert!(page.body.contains("This question is resolved.") && !page.has(FORM));
    let late = visitor.post(&page.path, &[("answer", &reply.to_string())]);
    assert!(late.status == 200 && late.body.contains("This question is resolved."));
    let page = visitor.get(&way(&letter, "not-working"));
    assert!(page.body.contains("This opens it again"), "{}", page.body);
    let form = page.form(FORM).with(&[("body", "It is stuck again.")]);
    assert_eq!(visitor.send_form(&form).status, 303);
    assert_eq!(forum.standing(thread), "answered");
    assert!(forum.facts(thread).contains(&FactKind::Unaccepted));
    let page = forum.app.visitor().visit(&format!("/threads/{thread}"));
    assert!(page.body.contains("It is stuck again."));
}

#[test]
fn a_link_does_what_its_owner_may_whoever_is_signed_in() {
    let forum = Forum::spawn();
    let (thread, _, letter) = forum.reminded();
    let root = forum.app.signed_in("root");
    let form = root.get(&way(&letter, "not-working")).form(FORM);
    assert_eq!(
        root.send_form(&form.with(&[("body", "It is ada who says so.")])).status,
        303
    );
    let outcome = forum.outcome(thread);
    assert_eq!(outcome.turn.whose, Party::Helpers, "it was the asker who spoke");
    let ada = forum
        .app
        .visitor()
        .visit(&format!("/users/{}", forum.app.user("ada").id));
    assert!(ada.body.contains("How do I open the box?"));
}

#[test]
fn a_form_that_hides_where_it_stands_is_taken_and_one_from_elsewhere_is_not() {
    let forum = Forum::spawn();
    let (thread, reply, letter) = forum.reminded();
    let path = way(&letter, "solved");
    let body = format!("answer={reply}");
    let send = |headers: &[(&str, &str)]| {
        let body = Some(("application/x-www-form-urlencoded", body.as_bytes()));
        forum
            .app
            .visitor()
            .send_with("POST", &path, headers, body)
            .unwrap()
            .status
    };
    for elsewhere in [
        &[("sec-fetch-site", "cross-site"), ("origin", "null")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
    ] {
        assert_eq!(send(elsewhere), 403, "{elsewhere:?}");
    }
    assert_eq!(forum.standing(thread), "answered");
    // Browsers say so of a page with `no-referrer` where they send no `Sec-Fetch-Site`.
    assert_eq!(send(&[("origin", "null"), ("cookie", "session=x")]), 303);
    assert_eq!(forum.standing(thread), "resolved");
}

#[test]
fn a_question_that_went_elsewhere_is_told_plainly_and_stays_as_it_is() {
    for fate in ["merged", "deleted", "closed", "locked", "hidden"] {
        let forum = Forum::spawn();
        let (thread, reply, letter) = forum.reminded();
        let other = forum.app.by("bob", |bob| bob.ask("help", "Boxes in general", "box"));
        let sentence = match fate {
            "merged" => {
                crate::merging::merge_as(&forum.app, "cat", thread, other);
                "It was merged into"
            }
            "deleted" => {
                forum.app.by("cat", |cat| {
                    threads::delete(cat.tx, &cat.author, ALL, thread, &Reason::default(), cat.now)
                });
                "It was deleted, or moved"
            }
            "closed" => {
                let closing = Closing {
                    reason: CloseReason::Unclear,
                    original: None,
                    note: Reason::default(),
                };
                forum.app.by("cat", |cat| {
                    threads::close(cat.tx, &cat.author, ALL, thread, &closing, cat.now)
                });
                "closed or locked"
            }
            "locked" => {
                forum.app.by("cat", |cat| {
                    threads::lock(cat.tx, &cat.author, ALL, thread, true, &Reason::default(), cat.now)
                });
                "closed or locked"
            }
            _ => {
                forum.run("update categories set audience = 'staff' where slug = 'help'");
                "It was deleted, or moved"
            }
        };
        let (facts, visitor) = (forum.facts(thread), forum.app.visitor());
        for (purpose, field, value) in [
            ("solved", "answer", reply.to_string()),
            ("not-working", "body", "Still.".to_owned()),
        ] {
            let path = way(&letter, purpose);
            for page in [visitor.get(&path), visitor.post(&path, &[(field, &value)])] {
                assert_eq!(page.status, 200, "{fate} {purpose}");
                assert!(
                    page.body.contains(sentence) && !page.has(FORM),
                    "{fate} {purpose}: {}",
                    page.body
                );
                check_discreet(&page);
            }
        }
        assert_eq!(forum.facts(thread), facts, "{fate}");
    }
}

#[test]
fn whoever_owes_a_consent_keeps_the_text_and_is_told() {
    let forum = Forum::spawn();
    let (thread, _, letter) = forum.reminded();
    let (root, now) = (forum.app.user("root").id, forum.app.now());
    let text = DocumentText::parse("Be kind.").unwrap();
    let draft = Draft {
        document: Document::Terms,
        after: 0,
        written: Written::document(&text),
        text,
        asks_consent: true,
    };
    forum.app.write(|tx| documents::publish(tx, &draft, root, now));
    forum
        .app
        .site
        .take_settings(forum.app.read(tanya::store::settings::load));
    let (path, visitor) = (way(&letter, "not-working"), forum.app.visitor());
    let refused = visitor.post(&path, &[("body", "It is stuck.")]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("not agreed to our present terms"));
    assert_eq!(refused.text("textarea[name=body]"), "It is stuck.");
    // The bare word posts nothing.
    assert_eq!(visitor.post(&path, &[("body", " ")]).status, 303);
    assert_eq!(forum.outcome(thread).turn.whose, Party::Helpers);
}
