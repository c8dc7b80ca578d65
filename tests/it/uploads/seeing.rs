//! Who may see a file: whoever sees the post that it belongs to.

use chrono::Duration;
use tanya::domain::case::{HoldReason, Piece};
use tanya::domain::id::ThreadId;
use tanya::domain::upload::PostId;
use tanya::store::merges::Undoing;
use tanya::store::{holds, settings, uploads};

use super::{address, png, upload};
use crate::merging::{Pair, merge, undo};
use crate::support::TestApp;

/// What each viewer gets of an address, in this order: nobody, ada, bob, cat, dan, eve, root.
fn seen(app: &TestApp, address: &str) -> [u16; 7] {
    ["", "ada", "bob", "cat", "dan", "eve", "root"].map(|name| match name {
        "" => app.visitor().get(address).status,
        name => app.signed_in(name).get(address).status,
    })
}

fn ask_with_picture(app: &TestApp, name: &str, category: &str) -> (ThreadId, String) {
    let line = upload(&app.signed_in(name), "a.png", &png(20), "x");
    let thread = app.by(name, |by| by.ask_saying(category, "What is this?", &line));
    (thread, address(&line))
}

#[test]
fn a_file_is_seen_as_its_post_is() {
    let app = TestApp::spawn();
    let (open, of_all) = ask_with_picture(&app, "ada", "help");
    assert_eq!(seen(&app, &of_all), [200; 7]);
    let (_, of_members) = ask_with_picture(&app, "ada", "members");
    assert_eq!(seen(&app, &of_members), [404, 200, 200, 200, 200, 200, 200]);
    let (_, of_staff) = ask_with_picture(&app, "dan", "back-office");
    assert_eq!(seen(&app, &of_staff), [404, 404, 404, 404, 200, 404, 200]);
    for address in [&of_members, &of_staff] {
        let page = app.signed_in("dan").get(address);
        assert_eq!(page.header("cache-control"), Some("private, no-cache"));
    }

    let cat = app.signed_in("cat");
    cat.post(
        &format!("/threads/{open}/-/delete"),
        &[("removal", "other"), ("reason", "")],
    );
    assert_eq!(seen(&app, &of_all), [404, 404, 404, 200, 404, 404, 200]);
    cat.post(&format!("/threads/{open}/-/undelete"), &[]);
    assert_eq!(seen(&app, &of_all), [200; 7]);
    app.work();
}

#[test]
fn the_file_of_a_reply_goes_with_it_and_that_of_a_merged_question_along() {
    let app = TestApp::spawn();
    let (thread, of_question) = ask_with_picture(&app, "ada", "help");
    let line = upload(&app.signed_in("bob"), "b.png", &png(30), "x");
    let reply = app.by("bob", |bob| bob.reply(thread, &line));
    assert_eq!(app.visitor().get(&address(&line)).status, 200);
    app.signed_in("bob")
        .post(&format!("/replies/{reply}/delete"), &[("reason", "")]);
    assert_eq!(app.visitor().get(&address(&line)).status, 404);
    assert_eq!(app.signed_in("cat").get(&address(&line)).status, 200);

    let other = app.by("bob", |bob| bob.ask("help", "The same question again?", "light"));
    let cat = app.signed_in("cat");
    let merged = cat.submit(
        &format!("/threads/{thread}/-/merge?into={other}"),
        &format!("form[action='/threads/{thread}/-/merge']"),
        &[],
    );
    assert_eq!(merged.status, 303, "{}", merged.body);
    assert_eq!(
        app.visitor().get(&of_question).status,
        200,
        "it stands where its text does"
    );
    app.work();
}

#[test]
fn a_file_that_came_while_a_question_was_merged_stays_with_it_when_that_is_undone() {
    let app = TestApp::spawn();
    let (pair, ada) = (Pair::of(&app), app.signed_in("ada"));
    let opening = merge(&app, pair.merged, pair.target);
    let line = upload(&ada, "c.png", &png(40), "x");
    let edit = format!("/replies/{opening}/edit");
    let saved = ada.submit(&edit, &format!("form[action='{edit}']"), &[("body", &line)]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(app.visitor().get(&address(&line)).status, 200);
    assert!(matches!(undo(&app, pair.merged), Undoing::Undone));
    let page = app.visitor().visit(&format!("/threads/{}", pair.merged));
    assert_eq!(page.attributes(".prose img", "src"), [address(&line)]);
    assert_eq!(app.visitor().get(&address(&line)).status, 200);
    app.pass(Duration::days(40));
    app.work();
    assert_eq!(app.visitor().get(&address(&line)).status, 200);
}

#[test]
fn the_file_of_a_held_post_is_its_authors_and_moderators_meanwhile() {
    let app = TestApp::spawn();
    let (thread, of_question) = ask_with_picture(&app, "ada", "help");
    let now = app.now();
    app.write(|tx| holds::hold(tx, Piece::Thread(thread), HoldReason::Spam, now));
    assert_eq!(seen(&app, &of_question), [404, 200, 404, 200, 404, 404, 200]);
    let page = app.signed_in("ada").get(&of_question);
    assert_eq!(page.header("cache-control"), Some("private, no-cache"));
    app.work();
}

#[test]
fn in_a_forum_for_members_a_file_is_for_members() {
    let app = TestApp::spawn();
    let (_, of_all) = ask_with_picture(&app, "ada", "help");
    let cached = |name| {
        app.signed_in(name)
            .get(&of_all)
            .header("cache-control")
            .map(str::to_owned)
    };
    assert_eq!(cached("bob").as_deref(), Some("private, max-age=86400"));
    let now = app.now();
    let changed = app.write(|tx| settings::change(tx, |all| all.is_for_members = true, now));
    app.site.take_settings(changed);
    let page = app.visitor().get(&of_all);
    assert_eq!(page.status, 303);
    assert!(page.location().unwrap().starts_with("/sign-in"));
    assert_eq!(cached("bob").as_deref(), Some("private, no-cache"));
    let page = app.signed_in("bob").get(&of_all);
    assert_eq!(page.status, 200);
    assert_ne!(page.header("cross-origin-resource-policy"), Some("cross-origin"));
    app.work();
}

#[test]
fn what_was_let_go_is_gone_with_the_next_sweep() {
    let app = TestApp::spawn();
    let (thread, of_question) = ask_with_picture(&app, "ada", "help");
    let now = app.now();
    app.write(|tx| uploads::let_go(tx, PostId::Thread(thread), now));
    assert_eq!(seen(&app, &of_question), [404, 200, 404, 200, 404, 404, 200]);
    app.pass(Duration::hours(2));
    app.work();
    assert_eq!(seen(&app, &of_question), [404; 7]);
    assert_eq!(app.stored_files(), 0);
}
