//! How often a page asks: never more often because more stands on it.

use chrono::Duration;
use tanya::domain::body::Reason;
use tanya::domain::document::{Document, DocumentText};
use tanya::domain::id::ThreadId;
use tanya::domain::resolution::CloseReason;
use tanya::domain::sight::Sight;
use tanya::domain::vote::Vote;
use tanya::store::comments::CommentOn;
use tanya::store::documents::{self, Draft};
use tanya::store::threads::Closing;
use tanya::store::written::Written;
use tanya::store::{settings, threads, votes};

use crate::support::{Client, TestApp};

/// How often the database is asked for a page; nothing else asks meanwhile.
fn count(app: &TestApp, client: &Client, path: &str) -> u64 {
    let before = app.store().query_count();
    let page = client.get(path);
    assert_eq!(page.status, 200, "{path}");
    app.store().query_count() - before
}

/// Posts with all that may stand on a post, by many people.
fn more_posts(app: &TestApp, thread: ThreadId, count: usize) {
    for nth in 0..count {
        let (author, other) = (["bob", "dan", "eve", "cat"][nth % 4], ["ada", "root"][nth % 2]);
        let reply = app.by(author, |by| by.reply(thread, &format!("Answer {nth}")));
        app.by(other, |by| by.comment(CommentOn::Reply(reply), "Thanks."));
        app.by(author, |by| by.comment(CommentOn::Thread(thread), "Indeed."));
        app.by("root", |root| {
            let sight = tanya::domain::sight::Sight::everything();
            votes::on_reply(root.tx, &root.author, sight, reply, Some(Vote::Up), root.now)
        });
    }
}

fn more_threads(app: &TestApp, count: usize) {
    for nth in 0..count {
        let asker = ["ada", "bob", "dan", "eve"][nth % 4];
        let thread = app.by(asker, |by| by.ask("help", &format!("Question {nth}"), "box, key"));
        let by_ada = app.by("ada", |ada| ada.ask("help", &format!("Another question {nth}"), "box"));
        let reply = app.by("ada", |ada| ada.reply(by_ada, "Found it myself."));
        app.by("ada", |ada| ada.accept(reply));
        app.by("cat", |cat| {
            let sight = tanya::domain::sight::Sight::everything();
            threads::pin(cat.tx, &cat.author, sight, thread, nth % 2 == 0, cat.now)
        });
    }
}

#[test]
fn no_page_asks_more_often_because_more_stands_on_it() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    more_posts(&app, thread, 2);
    more_threads(&app, 2);
    let slug = app.visitor().get(&format!("/threads/{thread}")).location().unwrap();
    let pages = [
        slug.as_str(),
        "/",
        "/threads",
        "/threads?is=unanswered",
        "/threads?is=resolved&sort=votes",
        "/categories/help",
        "/tags",
        "/tags/box",
        "/users/1/ada",
        "/users/2/bob",
        "/moderation/log",
        "/admin/people",
    ];
    let clients = [("nobody", app.visitor()), ("root", app.signed_in("root"))];
    let is_there = |client: &Client, path: &str| client.get(path).status == 200;
    let mut asked = Vec::new();
    for (name, client) in &clients {
        for path in pages.into_iter().filter(|path| is_there(client, path)) {
            asked.push((*name, client, path, count(&app, client, path)));
        }
    }
    more_posts(&app, thread, 38);
    more_threads(&app, 38);
    for (name, client, path, few) in asked {
        let many = count(&app, client, path);
        assert!(
            many <= few,
            "{path} for {name}: {few} queries for a few posts, {many} for many"
        );
        assert!(few <= 40, "{path} for {name} asks {few} times");
    }
}

/// The most queries of a thread's page for somebody who is signed in: who they are, what they voted, have read, were told and want to hear of included.
const MOST_ON_THREAD: u64 = 14;
/// The same for somebody who was told of nothing and never said what they want to hear of, as most are.
const MOST_FOR_MOST: u64 = 12;

/// Lets a thread be closed as a duplicate of another one.
fn close_as_duplicate(app: &TestApp, thread: ThreadId, original: ThreadId) {
    app.by("cat", |cat| {
        let closing = Closing {
            reason: CloseReason::Duplicate,
            original: Some(original),
            note: Reason::parse("").unwrap(),
        };
        threads::close(cat.tx, &cat.author, Sight::everything(), thread, &closing, cat.now)
    });
}

/// Publishes terms that everybody has to agree to.
fn ask_for_consent(app: &TestApp) {
    let (root, now) = (app.user("root").id, app.now());
    let text = DocumentText::parse("Be kind.").unwrap();
    let draft = Draft {
        document: Document::Terms,
        after: 0,
        written: Written::document(&text),
        text,
        asks_consent: true,
    };
    app.write(|tx| documents::publish(tx, &draft, root, now));
    app.site.take_settings(app.read(settings::load));
}

#[test]
fn the_page_of_a_thread_asks_at_most_fourteen_times_for_a_member() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    let ask = |title: &str| app.by("ada", |ada| ada.ask("help", title, "box, key"));
    let threads = [
        "An open one",
        "An original",
        "A duplicate",
        "A resolved one",
        "One opened again",
    ]
    .map(ask);
    for thread in threads {
        more_posts(&app, thread, 8);
    }
    let [_, original, duplicate, resolved, again] = threads;
    close_as_duplicate(&app, duplicate, original);
    for thread in [resolved, again] {
        let answer = app.by("bob", |bob| bob.reply(thread, "With the key."));
        app.by("ada", |ada| ada.accept(answer));
    }
    app.by("ada", |ada| {
        let reason = Reason::parse("Still stuck.").unwrap();
        threads::reopen(ada.tx, &ada.author, Sight::public(), again, &reason, ada.now)
    });
    let slugs = threads.map(|thread| app.visitor().get(&format!("/threads/{thread}")).location().unwrap());
    for asks_consent in [false, true] {
        if asks_consent {
            ask_for_consent(&app);
        }
        // One who asked, and one who did not; the second time they have read it before.
        for name in ["ada", "bob", "bob"] {
            let client = app.signed_in(name);
            for path in &slugs {
                let asked = count(&app, &client, path);
                assert!(
                    asked <= MOST_ON_THREAD,
                    "{path} for {name} asks {asked} times, while a consent is asked for: {asks_consent}"
                );
            }
        }
    }
}

#[test]
fn whoever_was_told_of_nothing_is_not_asked_for_it() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box, key"));
    for answer in ["With the key.", "With the other key."] {
        app.by("eve", |eve| eve.reply(thread, answer));
    }
    let path = app.visitor().get(&format!("/threads/{thread}")).location().unwrap();
    let bob = app.signed_in("bob");
    let asked = count(&app, &bob, &path);
    assert!(asked <= MOST_FOR_MOST, "{path} asks {asked} times");
    app.pass(Duration::minutes(1));
    app.by("bob", |bob| bob.reply(thread, "Which key?"));
    app.by("ada", |ada| ada.reply(thread, "The small one."));
    assert!(
        bob.get("/").body.contains("1 unread"),
        "bob watches it from then on, and is told"
    );
    app.leaves_jobs();
}
