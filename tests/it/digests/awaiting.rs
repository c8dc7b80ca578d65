//! "Tell me when it is solved": an address on one question, confirmed once, told once, forgotten.

use tanya::domain::id::ThreadId;

use super::*;

/// A question of bob's.
fn question(app: &TestApp) -> ThreadId {
    app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"))
}

/// Leaves an address on a question; answers the path behind the letter's link.
fn leave(app: &TestApp, thread: ThreadId, email: &str) -> String {
    let path = format!("/threads/{thread}/-/tell-me");
    let page = app.visitor().submit(&path, "main form", &[("email", email)]);
    assert_eq!(page.status, 200, "{}", page.body);
    let letters = app.letters();
    way(letters.last().unwrap(), "tell-me")
}

fn resolve(app: &TestApp, thread: ThreadId) {
    let reply = app.by("cat", |cat| cat.reply(thread, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
}

fn waiting(app: &TestApp) -> i64 {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        count: i64,
    }
    app.read(|db| {
        Ok(diesel::sql_query("select count(*) as count from awaitings")
            .get_result::<Count>(db)?
            .count)
    })
}

#[test]
fn one_letter_comes_when_it_is_solved_and_the_address_is_forgotten() {
    let app = TestApp::spawn();
    let thread = question(&app);
    let way = leave(&app, thread, "fay@example.org");
    let page = app.visitor().submit(&way, "main form", &[]);
    assert_eq!(page.status, 200);
    resolve(&app, thread);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, address("fay@example.org"));
    assert!(letters[0].text.contains(&format!("{ORIGIN}/threads/{thread}/")));
    assert_eq!(waiting(&app), 0);
    assert_eq!(app.visitor().get(&way).status, 410);
}

#[test]
fn who_did_not_confirm_is_not_told() {
    let app = TestApp::spawn();
    let thread = question(&app);
    let way = leave(&app, thread, "fay@example.org");
    app.visitor().get(&way);
    resolve(&app, thread);
    assert!(app.letters().is_empty());
    app.pass(Duration::hours(49));
    app.work();
    assert_eq!(waiting(&app), 0);
}

#[test]
fn it_is_taken_back_by_the_same_link() {
    let app = TestApp::spawn();
    let thread = question(&app);
    let way = leave(&app, thread, "fay@example.org");
    app.visitor().submit(&way, "main form", &[]);
    // Also long after, and after the key was ended.
    let now = app.now();
    app.write(|tx| tanya::store::signed_links::end_key(tx, now));
    app.pass(Duration::days(40));
    app.work();
    let page = app.visitor().submit(&way, "form:has(input[name=withdraw])", &[]);
    assert_eq!(page.status, 200);
    assert_eq!(waiting(&app), 0);
    resolve(&app, thread);
    assert!(app.letters().is_empty());
}

#[test]
fn whoever_confirms_after_it_was_solved_is_told_at_once() {
    let app = TestApp::spawn();
    let thread = question(&app);
    let way = leave(&app, thread, "fay@example.org");
    resolve(&app, thread);
    app.visitor().submit(&way, "main form", &[]);
    assert_eq!(app.letters().len(), 1);
}

#[test]
fn it_may_be_solved_by_an_article_a_merge_or_an_original() {
    let app = TestApp::spawn();
    let confirmed = |thread| {
        let way = leave(&app, thread, "fay@example.org");
        app.visitor().submit(&way, "main form", &[]);
    };
    let thread = question(&app);
    confirmed(thread);
    app.by("cat", |cat| {
        let section = cat.section("Boxes", None)?;
        let article = cat.article(section, "Opening boxes", "public")?;
        cat.link(thread, article, tanya::domain::article::LinkKind::Answers)
    });
    assert_eq!(app.letters().len(), 1, "by an article");

    let (thread, original) = (question(&app), question(&app));
    confirmed(thread);
    let (cat, sight, now) = (app.user("cat"), Sight::everything(), app.now());
    let closing = tanya::store::threads::Closing {
        reason: tanya::domain::resolution::CloseReason::Duplicate,
        original: Some(original),
        note: tanya::domain::body::Reason::default(),
    };
    app.write(|tx| tanya::store::threads::close(tx, &cat, sight, thread, &closing, now));
    assert!(app.letters().is_empty(), "the original waits too");
    resolve(&app, original);
    let letters = app.letters();
    assert_eq!(letters.len(), 1, "by the original");
    assert!(letters[0].text.contains(&format!("/threads/{original}/")));

    let (thread, target) = (question(&app), question(&app));
    confirmed(thread);
    resolve(&app, target);
    let note = tanya::domain::body::Reason::default();
    app.write(|tx| tanya::store::merges::merge(tx, &cat, sight, thread, target, &note, now));
    assert_eq!(app.letters().len(), 1, "by a merge");
    assert_eq!(waiting(&app), 0);
}

/// Closes a question as a duplicate.
fn close(app: &TestApp, thread: ThreadId, original: ThreadId) {
    let (cat, now) = (app.user("cat"), app.now());
    let closing = tanya::store::threads::Closing {
        reason: tanya::domain::resolution::CloseReason::Duplicate,
        original: Some(original),
        note: tanya::domain::body::Reason::default(),
    };
    app.write(|tx| tanya::store::threads::close(tx, &cat, Sight::everything(), thread, &closing, now));
}

#[test]
fn an_address_stays_with_its_question_when_a_merge_or_a_closure_is_undone() {
    let app = TestApp::spawn();
    let (cat, sight, now) = (app.user("cat"), Sight::everything(), app.now());
    let note = tanya::domain::body::Reason::parse("It asks something else.").unwrap();
    let (merged, duplicate, other) = (question(&app), question(&app), question(&app));
    for (thread, email) in [(merged, "fay@example.org"), (duplicate, "gus@example.org")] {
        let way = leave(&app, thread, email);
        app.visitor().submit(&way, "main form", &[]);
    }
    app.write(|tx| tanya::store::merges::merge(tx, &cat, sight, merged, other, &note, now));
    close(&app, duplicate, other);
    app.write(|tx| tanya::store::merges::undo(tx, &cat, sight, merged, now));
    app.write(|tx| tanya::store::threads::reopen(tx, &cat, sight, duplicate, &note, now));
    resolve(&app, other);
    assert!(app.letters().is_empty(), "they wait for something else again");
    resolve(&app, merged);
    resolve(&app, duplicate);
    let to: Vec<String> = app
        .letters()
        .iter()
        .map(|letter| letter.to.as_str().to_owned())
        .collect();
    assert_eq!(to, ["fay@example.org", "gus@example.org"]);
    assert_eq!(waiting(&app), 0);
}

#[test]
fn an_address_that_waits_for_several_questions_that_ask_the_same_is_told_once() {
    let app = TestApp::spawn();
    let (merged, duplicate, original) = (question(&app), question(&app), question(&app));
    for thread in [merged, duplicate, original] {
        let way = leave(&app, thread, "fay@example.org");
        app.visitor().submit(&way, "main form", &[]);
    }
    let (cat, now) = (app.user("cat"), app.now());
    let note = tanya::domain::body::Reason::default();
    app.write(|tx| tanya::store::merges::merge(tx, &cat, Sight::everything(), merged, duplicate, &note, now));
    close(&app, duplicate, original);
    resolve(&app, original);
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].text.contains(&format!("/threads/{original}/")),
        "{}",
        letters[0].text
    );
    assert_eq!(waiting(&app), 0);
}

#[test]
fn an_original_that_is_solved_already_is_told_at_once() {
    let app = TestApp::spawn();
    let (duplicate, original) = (question(&app), question(&app));
    let way = leave(&app, duplicate, "fay@example.org");
    app.visitor().submit(&way, "main form", &[]);
    resolve(&app, original);
    assert!(app.letters().is_empty());
    close(&app, duplicate, original);
    assert_eq!(app.letters().len(), 1);
    assert_eq!(waiting(&app), 0);
}

#[test]
fn only_questions_that_everybody_sees_can_be_waited_for() {
    let app = TestApp::spawn();
    let hidden = app.by("bob", |bob| bob.ask("members", "Who has the key?", "key"));
    let talk = app.by("bob", |bob| bob.start("help", "discussion", "About boxes", ""));
    for thread in [hidden, talk] {
        let path = format!("/threads/{thread}/-/tell-me");
        assert_eq!(app.visitor().get(&path).status, 404);
        assert_eq!(app.visitor().post(&path, &[("email", "fay@example.org")]).status, 404);
    }
    let thread = question(&app);
    let path = format!("/threads/{thread}/-/tell-me");
    assert_eq!(app.visitor().post(&path, &[("email", "not an address")]).status, 422);
    resolve(&app, thread);
    assert!(app.visitor().get(&path).text("main").contains("resolved already"));
    assert!(app.letters().is_empty());
}

#[test]
fn a_visitor_finds_the_way_on_the_page_of_an_open_question() {
    let app = TestApp::spawn();
    let thread = question(&app);
    let way = format!("/threads/{thread}/-/tell-me");
    let selector = format!("a[href='{way}']");
    let address = app.visitor().get(&format!("/threads/{thread}")).location().unwrap();
    assert!(app.visitor().get(&address).has(&selector));
    assert!(
        !app.signed_in("ada").get(&address).has(&selector),
        "members watch it instead"
    );
    resolve(&app, thread);
    assert!(!app.visitor().get(&address).has(&selector));
}
