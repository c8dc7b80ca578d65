//! Acts on several threads or replies at once: a page says what will happen, one transaction does it, the log ties it together, and
//! one press takes all of it back.

use tanya::domain::id::{ReplyId, ThreadId};

use crate::support::{Client, FilledForm, Page, TestApp};

const PLAN: &str = "/moderation/selection";
const DO: &str = "main form[method=post][action$='/moderation/selection/do']";
const UNDO_ALL: &str = "form[action^='/moderation/selections/']";

/// Three questions, two of ada's and one of cat's own.
fn three(app: &TestApp) -> [ThreadId; 3] {
    let at = || app.clock.pass(chrono::Duration::minutes(1));
    let first = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    at();
    let second = app.by("ada", |ada| ada.ask("help", "How do I close the box?", "box, lid"));
    at();
    let third = app.by("cat", |cat| cat.ask("help", "Which box is it?", "box"));
    at();
    [first, second, third]
}

/// The page that says what an act would do to these.
fn plan(cat: &Client, act: &str, threads: &[ThreadId], replies: &[ReplyId]) -> Page {
    let threads = threads.iter().map(|id| ("thread", id.to_string()));
    let replies = replies.iter().map(|id| ("reply", id.to_string()));
    let pieces: Vec<(&str, String)> = threads.chain(replies).collect();
    let mut fields: Vec<(&str, &str)> = pieces.iter().map(|(name, id)| (*name, id.as_str())).collect();
    fields.extend([("selection_act", act), ("back", "/categories/help")]);
    cat.post(PLAN, &fields)
}

fn form(page: &Page) -> FilledForm {
    assert_eq!(page.status, 200, "{}", page.body);
    page.form(DO)
}

/// What the list of a category shows, newest first.
fn listed(app: &TestApp) -> Vec<String> {
    app.visitor().visit("/categories/help?sort=new").texts(".thread-title")
}

#[test]
fn moderators_tick_threads_of_a_list_and_nobody_else_does() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let threads = three(&app);
    let page = app.signed_in("cat").visit("/categories/help");
    let boxes = page.attributes("input[type=checkbox][form=selection][name=thread]", "value");
    assert_eq!(boxes.len(), 3, "{}", page.body);
    assert!(threads.iter().all(|id| boxes.contains(&id.to_string())));
    assert_eq!(page.attributes("form#selection", "action"), [PLAN]);
    assert_eq!(page.form("form#selection").value("back"), Some("/categories/help"));
    for name in ["ada", "eve"] {
        let page = app.signed_in(name).visit("/categories/help");
        assert!(!page.has("[form=selection]") && !page.has("#selection"), "{name}");
        assert_eq!(plan(&app.signed_in(name), "delete", &threads, &[]).status, 403);
    }
}

#[test]
fn a_selection_is_deleted_in_one_act_and_brought_back_in_one_press() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let [first, second, own] = three(&app);
    let cat = app.signed_in("cat");
    let before = listed(&app);
    let planned = plan(&cat, "delete", &[first, second, own], &[]);
    assert!(planned.text("h1").contains("Delete 3 posts"), "{}", planned.body);
    assert_eq!(planned.texts("main .merge-will li").len(), 3);
    assert_eq!(listed(&app), before, "a plan changes nothing");
    // Why is asked for.
    let refused = cat.send_form(&form(&planned).with(&[("selection_reason", "")]));
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(!refused.text("#selection_reason-problem").is_empty());
    let done = cat.send_form(&refused.form(DO).with(&[("selection_reason", "All off topic.")]));
    assert_eq!(done.location().as_deref(), Some("/categories/help"), "{}", done.body);
    assert!(
        cat.visit("/categories/help")
            .body
            .contains("takes all of it back in one press")
    );
    assert_eq!(listed(&app), Vec::<String>::new());

    let log = cat.visit("/moderation/log");
    assert_eq!(log.body.matches("one of 3 at once").count(), 3, "{}", log.body);
    assert!(log.body.contains("All off topic.") && log.body.contains("Undo all 3"));
    let undone = cat.send_form(&log.form(UNDO_ALL));
    assert_eq!(undone.location().as_deref(), Some("/moderation/log"));
    assert_eq!(listed(&app), before);
    let again = cat.visit("/moderation/log");
    assert!(!again.has(UNDO_ALL), "{}", again.body);
    assert!(cat.send_form(&log.form(UNDO_ALL)).location().is_some());
    assert_eq!(listed(&app), before, "it is taken back once");
}

#[test]
fn what_is_so_already_stays_and_is_not_taken_back_with_the_rest() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let [first, second, third] = three(&app);
    let cat = app.signed_in("cat");
    assert_eq!(cat.post(&format!("/threads/{first}/-/lock"), &[]).status, 303);
    app.clock.pass(chrono::Duration::minutes(1));
    let planned = plan(&cat, "lock", &[first, second, third], &[]);
    assert!(planned.text("h1").contains("Lock 2 threads"), "{}", planned.body);
    assert!(planned.body.contains("Stays as it is"));
    let done = cat.send_form(&form(&planned).with(&[("selection_reason", "Settled.")]));
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(cat.visit("/categories/help").body.contains("some stay as they were"));
    let is_locked = |id: ThreadId| cat.visit(&format!("/threads/{id}")).has("form[action$='/-/unlock']");
    assert!([first, second, third].into_iter().all(is_locked));
    cat.send_form(&cat.visit("/moderation/log").form(UNDO_ALL));
    assert_eq!([first, second, third].map(is_locked), [true, false, false]);
}

#[test]
fn threads_are_moved_closed_and_retagged_together() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let [first, second, own] = three(&app);
    let (cat, all) = (app.signed_in("cat"), [first, second, own]);
    let act = |act: &str, fields: &[(&str, &str)]| {
        app.clock.pass(chrono::Duration::minutes(1));
        let filled = form(&plan(&cat, act, &all, &[])).with(fields);
        let done = cat.send_form(&filled.with(&[("selection_reason", "Tidying up.")]));
        assert_eq!(done.status, 303, "{act}: {}", done.body);
    };
    let undo = || {
        app.clock.pass(chrono::Duration::minutes(1));
        let undone = cat.send_form(&cat.visit("/moderation/log").form(UNDO_ALL));
        assert!(
            cat.visit(&undone.location().unwrap())
                .body
                .contains("All of it is as it was")
        );
    };
    let of = |category: &str| {
        cat.visit(&format!("/categories/{category}"))
            .texts(".thread-title")
            .len()
    };
    let tagged = |tag: &str| {
        app.visitor()
            .visit(&format!("/threads?tag={tag}"))
            .texts(".thread-title")
            .len()
    };

    act("move", &[("selection_category", "members")]);
    assert_eq!((of("help"), of("members")), (0, 3));
    undo();
    assert_eq!((of("help"), of("members")), (3, 0));

    act("retag", &[("selection_tags", "crate")]);
    assert_eq!(tagged("crate"), 3);
    undo();
    assert_eq!(
        (tagged("box"), tagged("lid")),
        (3, 1),
        "each has the tags that it had, also cat's own"
    );

    let closed = |id: ThreadId| cat.visit(&format!("/threads/{id}")).has("form[action$='/-/reopen']");
    let choices = form(&plan(&cat, "close", &all, &[]));
    assert_eq!(
        choices.value("selection_close"),
        Some("off_topic"),
        "no thread has an original of its own here"
    );
    act("close", &[("selection_close", "unclear")]);
    assert!(all.into_iter().all(closed));
    undo();
    assert!(!all.into_iter().any(closed));
}

#[test]
fn replies_of_a_thread_are_deleted_together() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let [thread, ..] = three(&app);
    let replies = ["Buy keys.", "Buy locks."].map(|text| app.by("bob", |bob| bob.reply(thread, text)));
    let (cat, path) = (app.signed_in("cat"), format!("/threads/{thread}"));
    let page = cat.visit(&path);
    let boxes = page.attributes("input[type=checkbox][form=selection][name=reply]", "value");
    assert_eq!(boxes.len(), 2, "{}", page.body);
    // Only deleting is for replies.
    assert_eq!(
        plan(&cat, "lock", &[], &replies).body.matches("Stays as it is").count(),
        2
    );
    let planned = plan(&cat, "delete", &[], &replies);
    assert!(planned.body.contains("Buy keys.") && planned.body.contains("Buy locks."));
    let done = cat.send_form(&form(&planned).with(&[("selection_reason", "Advertising.")]));
    assert_eq!(done.status, 303, "{}", done.body);
    let shown = || app.visitor().visit(&path).body.matches("Buy ").count();
    assert_eq!(shown(), 0);
    cat.send_form(&cat.visit("/moderation/log").form(UNDO_ALL));
    assert!(shown() >= 2);
}

#[test]
fn a_selection_that_is_none_or_is_out_of_sight_is_refused() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let threads = three(&app);
    let secret = app.by("dan", |dan| dan.ask("back-office", "Who sues us?", "lawsuit"));
    let cat = app.signed_in("cat");
    let none = plan(&cat, "delete", &[], &[]);
    assert_eq!(none.location().as_deref(), Some("/categories/help"));
    assert!(cat.visit("/categories/help").body.contains("Tick at least one"));
    let many: Vec<ThreadId> = (1..=51).map(ThreadId::stored).collect();
    assert_eq!(plan(&cat, "delete", &many, &[]).status, 303);
    for fields in [
        [("thread", "x"), ("selection_act", "delete")],
        [("thread", "1"), ("selection_act", "merge")],
        [("thread", "1"), ("other", "1")],
    ] {
        for path in [PLAN, "/moderation/selection/do"] {
            assert_eq!(cat.post(path, &fields).status, 400, "{fields:?}");
        }
    }
    let hidden = plan(&cat, "delete", &[secret], &[]);
    assert!(
        !hidden.body.contains("Who sues us?") && !hidden.has(DO),
        "{}",
        hidden.body
    );
    let mixed = form(&plan(&cat, "delete", &[threads[0], secret], &[]));
    cat.send_form(&mixed.with(&[("selection_reason", "Both.")]));
    assert_eq!(app.signed_in("dan").visit(&format!("/threads/{secret}")).status, 200);
    assert_eq!(app.visitor().visit(&format!("/threads/{}", threads[0])).status, 410);
}
