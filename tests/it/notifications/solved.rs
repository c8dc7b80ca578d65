//! "I have this too" on a duplicate, or on a question that was merged: told once that it is solved, by whatever solves it.

use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::notification::NotificationKind;
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::store::merges::{self, Undoing};
use tanya::store::threads::Closing;
use tanya::store::{threads, votes};

use super::many::{MANY, count, crowd};
use super::{notifications_of, told};
use crate::merging::merge;
use crate::support::TestApp;

const NOBODY: [NotificationKind; 0] = [];

fn question(app: &TestApp, asker: &str, category: &str) -> ThreadId {
    app.by(asker, |asker| asker.ask(category, "Why does it blink?", "light"))
}

fn has_it_too(app: &TestApp, name: &str, thread: ThreadId) {
    let (user, now) = (app.user(name), app.now());
    app.write(|tx| votes::me_too(tx, &user, Sight::everything(), thread, true, now));
}

fn solve(app: &TestApp, asker: &str, thread: ThreadId) {
    let reply = app.by("cat", |cat| cat.reply(thread, "It waits for the network."));
    app.by(asker, |asker| asker.accept(reply));
}

fn close_as_duplicate(app: &TestApp, thread: ThreadId, original: ThreadId) {
    let (root, now) = (app.user("root"), app.now());
    let closing = Closing {
        reason: CloseReason::Duplicate,
        original: Some(original),
        note: Reason::default(),
    };
    app.write(|tx| threads::close(tx, &root, Sight::everything(), thread, &closing, now));
}

fn reopen(app: &TestApp, thread: ThreadId) {
    let (root, now) = (app.user("root"), app.now());
    let why = Reason::parse("It asks something else.").unwrap();
    app.write(|tx| threads::reopen(tx, &root, Sight::everything(), thread, &why, now));
}

#[test]
fn a_duplicate_of_a_question_that_is_solved_is_told_to_those_who_have_it_too() {
    let app = TestApp::spawn();
    let (original, duplicate) = (question(&app, "bob", "help"), question(&app, "ada", "help"));
    has_it_too(&app, "eve", duplicate);
    has_it_too(&app, "dan", duplicate);
    has_it_too(&app, "dan", original);
    solve(&app, "bob", original);
    assert_eq!((told(&app, "eve").len(), told(&app, "dan").len()), (0, 1));
    close_as_duplicate(&app, duplicate, original);
    assert_eq!(told(&app, "eve"), [NotificationKind::Solved]);
    assert_eq!(notifications_of(&app, "eve")[0].told.thread.0, duplicate);
    assert_eq!(told(&app, "dan").len(), 1, "told with the original");
    assert_eq!(told(&app, "ada"), [NotificationKind::Moderated], "it is her question");

    // It asks something else after all.
    reopen(&app, duplicate);
    assert_eq!(told(&app, "eve"), NOBODY);
}

#[test]
fn an_original_that_is_solved_later_is_told_to_those_of_its_duplicates() {
    let app = TestApp::spawn();
    let original = question(&app, "bob", "help");
    let (duplicate, further) = (question(&app, "ada", "help"), question(&app, "ada", "help"));
    for thread in [original, duplicate, further] {
        has_it_too(&app, "eve", thread);
    }
    has_it_too(&app, "dan", further);
    close_as_duplicate(&app, duplicate, original);
    close_as_duplicate(&app, further, duplicate);
    assert_eq!((told(&app, "eve"), told(&app, "dan")), (Vec::new(), Vec::new()));
    solve(&app, "bob", original);
    assert_eq!(told(&app, "eve"), [NotificationKind::Solved], "once");
    assert_eq!(told(&app, "dan"), [NotificationKind::Solved]);
    assert_eq!(notifications_of(&app, "dan")[0].told.thread.0, original);
    assert_eq!(
        told(&app, "ada")[0],
        NotificationKind::Solved,
        "whoever asked the same has the problem"
    );
}

#[test]
fn a_duplicate_that_was_solved_by_itself_or_leads_out_of_sight_is_told_to_nobody() {
    let app = TestApp::spawn();
    let (original, duplicate) = (question(&app, "bob", "help"), question(&app, "ada", "help"));
    has_it_too(&app, "eve", duplicate);
    solve(&app, "bob", original);
    solve(&app, "ada", duplicate);
    close_as_duplicate(&app, duplicate, original);
    assert_eq!(told(&app, "eve").len(), 1, "by its own answer");

    let (hidden, open) = (question(&app, "dan", "back-office"), question(&app, "ada", "help"));
    has_it_too(&app, "eve", open);
    let reply = app.by("root", |root| root.reply(hidden, "It waits for the network."));
    app.by("dan", |dan| dan.accept(reply));
    close_as_duplicate(&app, open, hidden);
    assert_eq!(told(&app, "eve").len(), 1, "she does not see what solves it");
}

#[test]
fn a_question_that_is_merged_into_one_that_is_solved_brings_the_solution_to_its_people() {
    let app = TestApp::spawn();
    let (target, merged) = (question(&app, "bob", "help"), question(&app, "ada", "help"));
    has_it_too(&app, "eve", merged);
    has_it_too(&app, "dan", merged);
    has_it_too(&app, "dan", target);
    solve(&app, "bob", target);
    merge(&app, merged, target);
    assert_eq!(told(&app, "eve"), [NotificationKind::Solved]);
    assert_eq!(notifications_of(&app, "eve")[0].told.thread.0, target);
    assert_eq!(told(&app, "dan").len(), 1, "told with the target");
    let (root, now) = (app.user("root"), app.now());
    let undone = app.write(|tx| merges::undo(tx, &root, Sight::everything(), merged, now));
    assert_eq!(undone, Undoing::Undone);
    assert_eq!(told(&app, "eve"), NOBODY);
}

#[test]
fn a_duplicate_that_thousands_have_tells_a_few_and_a_job_the_rest() {
    use diesel::connection::SimpleConnection;
    let app = TestApp::spawn();
    let (original, duplicate) = (question(&app, "bob", "help"), question(&app, "ada", "help"));
    crowd(&app, duplicate);
    app.write(|tx| {
        Ok(tx.batch_execute(&format!(
            "insert into me_toos (thread_id, user_id, joined_at) \
             select {duplicate}, id, '2026-01-01 00:00:00' from users where name like 'fan %'; \
             insert into me_toos (thread_id, user_id, joined_at) \
             select {original}, id, '2026-01-01 00:00:00' from users where name in ('fan 5', 'fan 900')"
        ))?)
    });
    solve(&app, "bob", original);
    app.work();
    close_as_duplicate(&app, duplicate, original);
    let of_duplicate =
        format!("select count(*) as count from notifications where kind = 'solved' and thread_id = {duplicate}");
    assert!((10..30).contains(&count(&app, &of_duplicate)));
    app.work();
    // Two cannot sign in, two were told with the original.
    assert_eq!(count(&app, &of_duplicate), i64::try_from(MANY).unwrap() - 4);
}
