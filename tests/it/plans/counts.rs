//! How often a page asks: never more often because more stands on it.

use tanya::domain::id::ThreadId;
use tanya::domain::vote::Vote;
use tanya::store::comments::CommentOn;
use tanya::store::{threads, votes};

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
