//! Questions that are resolved: who may open them again, what closing does to them, and how the answer is told.

use diesel::RunQueryDsl;
use tanya::domain::id::{ReplyId, ThreadId};

use crate::support::TestApp;

const REPLY: &str = "form[action$='/-/replies']";
const REOPEN: &str = "form[action$='/-/reopen']";
const CLOSE: &str = "form[action$='/-/close']";

/// A question of ada's with an answer of bob's that she accepted.
fn resolved(app: &TestApp) -> (ThreadId, ReplyId) {
    let thread = app.by("ada", |content| {
        content.ask("help", "Why does the light blink?", "light")
    });
    let reply = app.by("bob", |content| content.reply(thread, "It waits for the network."));
    app.by("ada", |content| content.accept(reply));
    (thread, reply)
}

#[test]
fn a_resolved_question_that_is_closed_takes_no_posts() {
    let app = TestApp::spawn();
    let (thread, _) = resolved(&app);
    let path = format!("/threads/{thread}");
    let [ada, bob, cat] = ["ada", "bob", "cat"].map(|name| app.signed_in(name));
    let before = bob.visit(&path).form(REPLY).with(&[("body", "And restart it.")]);
    assert!(ada.visit(&path).has(REOPEN));
    let closed = cat.submit(&path, CLOSE, &[("close_reason", "outdated")]);
    assert_eq!(closed.status, 303);

    assert!(!bob.visit(&path).has(REPLY));
    let refused = bob.send_form(&before);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(refused.form(REPLY).value("body"), Some("And restart it."));
    // What she could only be refused is not offered to the asker; she may ask anew.
    let asker = ada.visit(&path);
    assert!(!asker.has(REOPEN) && asker.has(".next-step a[href^='/threads/new']"));

    let reopened = cat.submit(&path, REOPEN, &[("reopen_reason", "It still happens.")]);
    assert_eq!(reopened.status, 303);
    let open = bob.visit(&path);
    assert!(open.has(REPLY) && open.has(".post.accepted"), "only the closure ended");
    assert_eq!(bob.send_form(&before).status, 303);
}

#[test]
fn whoever_may_reopen_a_resolved_question_finds_the_form() {
    for name in ["ada", "eve", "cat", "root"] {
        let app = TestApp::spawn();
        let (thread, _) = resolved(&app);
        let (browser, path) = (app.signed_in(name), format!("/threads/{thread}"));
        let nothing = browser.submit(&path, REOPEN, &[("reopen_reason", " ")]);
        assert_eq!(nothing.status, 422, "{name}");
        assert!(nothing.has(".problems") && nothing.has(REOPEN), "{name}");
        let reopened = browser.submit(&path, REOPEN, &[("reopen_reason", "It blinks again.")]);
        assert_eq!(reopened.status, 303, "{name}: {}", reopened.body);
        let page = browser.visit(&path);
        assert!(
            !page.has(".post.accepted") && page.body.contains("It blinks again."),
            "{name}"
        );
    }
    let app = TestApp::spawn();
    let (thread, _) = resolved(&app);
    assert!(!app.signed_in("bob").visit(&format!("/threads/{thread}")).has(REOPEN));
    let lock = format!("form[action='/threads/{thread}/-/lock']");
    let path = format!("/threads/{thread}");
    assert_eq!(app.signed_in("cat").submit(&path, &lock, &[]).status, 303);
    for (name, offered) in [("ada", false), ("eve", false), ("cat", true)] {
        assert_eq!(
            app.signed_in(name).visit(&path).has(REOPEN),
            offered,
            "{name} in what is locked"
        );
    }
}

#[test]
fn every_page_says_under_the_title_whose_answer_was_accepted_by_whom_and_when() {
    let app = TestApp::spawn();
    let (thread, reply) = resolved(&app);
    app.by("bob", |content| {
        for number in 0..40 {
            content.reply(thread, &format!("Another idea, number {number}."))?;
        }
        Ok(())
    });
    let visitor = app.visitor();
    let first = visitor.visit(&format!("/threads/{thread}"));
    let next = first.attributes("a[href*='after=']", "href").remove(0);
    for (page, href) in [
        (&first, format!("#reply-{reply}")),
        (&visitor.get(&next), format!("/replies/{reply}")),
    ] {
        let facts = page.texts(".thread-line .fact");
        assert!(facts.contains(&"See the answer by bob".to_owned()), "{facts:?}");
        assert!(facts.contains(&"accepted by ada".to_owned()), "{facts:?}");
        assert_eq!(page.attributes(".thread-line .fact a[href*='repl']", "href"), [href]);
        assert_eq!(
            page.attributes(".thread-line .fact > time", "datetime").len(),
            2,
            "asked, accepted"
        );
    }
    let quoted = visitor.get(&next).text(".accepted-quote .accepted-head");
    assert!(
        quoted.contains("by bob") && quoted.contains("accepted by ada"),
        "{quoted}"
    );
}

#[test]
fn what_is_known_to_the_day_shows_no_hour() {
    let app = TestApp::spawn();
    let (thread, _) = resolved(&app);
    app.write(|tx| {
        let known = "update acceptances set precision = 'day', accepted_at = '2025-05-03 23:59:59.999999'";
        diesel::sql_query(known).execute(tx)?;
        Ok(())
    });
    let page = app.visitor().visit(&format!("/threads/{thread}"));
    for place in [
        ".post.accepted .accepted-by time",
        ".facts time[title='3 May 2025']",
        ".thread-line time[title='3 May 2025']",
    ] {
        assert_eq!(page.text(place), "3 May 2025", "{place}");
        assert_eq!(page.attributes(place, "datetime"), ["2025-05-03"], "{place}");
        assert_eq!(page.attributes(place, "title"), ["3 May 2025"], "{place}");
    }
    assert!(!page.body.contains("23:59"));
}

#[test]
fn a_duplicate_that_is_opened_again_is_one_no_longer() {
    let app = TestApp::spawn();
    let (original, _) = resolved(&app);
    let other = app.by("bob", |content| {
        content.ask("help", "Why does it blink at night?", "light")
    });
    let cat = app.signed_in("cat");
    let lists = || {
        app.visitor()
            .visit(&format!("/threads/{original}"))
            .body
            .contains("blink at night")
    };
    let (path, number) = (format!("/threads/{other}"), original.to_string());
    let fields = [("close_reason", "duplicate"), ("original", &*number)];
    assert_eq!(cat.submit(&path, CLOSE, &fields).status, 303);
    assert!(lists());
    let reason = [("reopen_reason", "It asks something else.")];
    assert_eq!(cat.submit(&path, REOPEN, &reason).status, 303);
    assert!(!lists());
    assert_eq!(cat.submit(&path, CLOSE, &fields).status, 303);
    assert!(lists(), "it may be closed so again");
}
