//! The leak test: a private thread full of words that stand nowhere else. Whoever is in no group asks for every address that
//! there is, and none of the words is in an answer.

use std::collections::BTreeSet;

use tanya::domain::body::Reason;
use tanya::domain::digest::Choices;
use tanya::domain::sight::Sight;
use tanya::search::follower::Follower;
use tanya::store::comments::CommentOn;
use tanya::store::{moderations, sessions, subscribers, threads};
use tanya::web::routes::TABLE;

use super::{Private, VAULT};
use crate::routes::{World, example};
use crate::support::{Client, TestApp, email_of, place};

/// Words that stand in the private category and nowhere else: its name, a title, a text, a tag, a reply, a comment, and a text that
/// was changed.
const WORDS: &[&str] = &[
    VAULT,
    "quaxolith",
    "vembrax",
    "tolquine",
    "drisquam",
    "plomvert",
    "hostrike",
];
/// Whoever is in no group, of every kind; the staff and the moderators, too.
const OUTSIDERS: &[&str] = &["", "nina", "rex", "sid", "sue", "eve", "dan", "cat"];
/// What reads of a thread and of its category; their feeds are nobody's.
const READING: &[&str] = &[
    "/categories/{slug}",
    "/threads/{id}",
    "/threads/{id}/{slug}",
    "/threads/{id}/-/history",
    "/threads/{id}/-/comments",
    "/threads/{id}/-/latest",
];

/// What stands in the private category.
struct Secret {
    private: Private,
    thread: String,
    reply: String,
    comment: String,
    act: String,
}

impl Secret {
    fn spawn() -> Self {
        let private = Private::spawn();
        let app = &private.app;
        app.let_in_the_others();
        let thread = app.by("ada", |ada| {
            ada.start(VAULT, "question", "Where is the quaxolith kept?", "tolquine")
        });
        let reply = app.by("bob", |bob| {
            bob.reply(thread, "Below the drisquam, behind the vembrax.")
        });
        let comment = app.by("ada", |ada| ada.comment(CommentOn::Reply(reply), "No plomvert there."));
        app.by("ada", |ada| ada.accept(reply));
        app.by("ada", |ada| ada.ask(VAULT, "When does the hostrike open?", "tolquine"));
        app.by("bob", |bob| bob.ask("help", "Where is the hammer kept?", "light"));
        let root = app.signed_in("root");
        let edit = format!("/threads/{thread}/-/edit");
        let fields = [("body", "It was behind the vembrax."), ("reason", "hostrike")];
        assert_eq!(
            root.submit(&edit, &format!("form[action='{edit}']"), &fields).status,
            303
        );
        let flag = format!("/replies/{reply}/flag");
        let fields = [("flag_reason", "rude"), ("flag_words", "plomvert")];
        let flagged = app
            .signed_in("ada")
            .submit(&flag, &format!("form[action='{flag}']"), &fields);
        assert_eq!(flagged.status, 303, "{}", flagged.body);
        let reason = Reason::parse("hostrike").unwrap();
        app.by("root", |root| {
            threads::lock(
                root.tx,
                &root.author,
                Sight::everything(),
                thread,
                true,
                &reason,
                root.now,
            )
        });
        Self {
            thread: thread.to_string(),
            reply: reply.to_string(),
            comment: comment.to_string(),
            act: newest_act(&private.app),
            private,
        }
    }

    /// The address of a pattern in the private category.
    fn fill(&self, pattern: &str) -> String {
        let id = match pattern.split('/').nth(1).unwrap_or_default() {
            "threads" | "feeds" => &self.thread,
            "replies" => &self.reply,
            "comments" => &self.comment,
            _ => &self.act,
        };
        let name = match pattern.contains("/tags/") {
            true => "tolquine",
            false => "ada",
        };
        let parts = [
            ("{id}", id.as_str()),
            ("{slug}", VAULT),
            ("{name}", name),
            ("{hash}", "old"),
            ("{number}", "1"),
            ("{version}", "1"),
            ("{answer}", self.reply.as_str()),
        ];
        let filled = parts
            .iter()
            .fold(pattern.to_owned(), |path, (part, value)| path.replace(part, value));
        filled.replace(['{', '}'], "")
    }
}

/// The number of what was done last: the private thread was locked.
fn newest_act(app: &TestApp) -> String {
    let acts = app.read(|db| moderations::page(db, Sight::everything(), None, 1));
    acts.items[0].id.to_string()
}

/// Says which of the words an answer holds that its reader did not bring themselves.
fn told(body: &str, brought: &str) -> Vec<&'static str> {
    let (body, brought) = (body.to_lowercase(), brought.to_lowercase());
    let is_told = |word: &&&str| body.contains(**word) && !brought.contains(**word);
    WORDS.iter().filter(is_told).copied().collect()
}

/// A browser with a session of its own, without the page of signing in.
fn browser(app: &TestApp, name: &str) -> Client {
    if name.is_empty() {
        return app.visitor();
    }
    let (user, now) = (app.user(name).id, app.now());
    let token = app.write(|tx| sessions::open(tx, user, &place("a browser of tests"), now));
    app.visitor().with_cookie(format!("session={}", token.reveal()))
}

fn has_indexed(app: &TestApp) {
    app.settle_changes();
    let mut follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
    follower.catch_up().unwrap();
}

#[test]
fn no_address_tells_an_outsider_a_word_and_a_member_reads_them_all() {
    let secret = Secret::spawn();
    let app = &secret.private.app;
    app.leaves_jobs();
    has_indexed(app);
    let reads: Vec<&str> = TABLE
        .iter()
        .filter(|row| row.method == "GET")
        .map(|row| row.path)
        .collect();
    for name in OUTSIDERS {
        let browser = browser(app, name);
        for pattern in reads.iter().filter(|pattern| **pattern != "/live") {
            let path = secret.fill(pattern);
            let page = browser.get(&path);
            let whole = format!("{:?}{}", page.location(), page.body);
            assert_eq!(told(&whole, &path), [""; 0], "{path} as {name:?}: {whole}");
        }
    }
    let (ada, mut read) = (app.signed_in("ada"), BTreeSet::new());
    for path in [
        format!("/threads/{}/-/history", secret.thread),
        format!("/threads/{}/x", secret.thread),
        "/".to_owned(),
        "/threads".to_owned(),
    ] {
        read.extend(told(&ada.visit(&path).body, ""));
    }
    assert_eq!(
        read.into_iter().collect::<BTreeSet<_>>(),
        WORDS.iter().copied().collect()
    );
}

#[test]
fn every_kind_of_viewer_reads_a_private_thread_while_in_its_group_and_only_then() {
    let secret = Secret::spawn();
    let private = &secret.private;
    private.app.leaves_jobs();
    let answers = |name: &str, is_let_in: bool| {
        let browser = browser(&private.app, name);
        for pattern in READING {
            let path = secret.fill(pattern);
            let page = browser.get(&path);
            let is_answered = matches!(page.status, 200..=399);
            assert!(
                is_answered == is_let_in && (is_let_in || page.status == 404),
                "{path} as {name:?}: {}",
                page.status
            );
        }
    };
    for name in OUTSIDERS {
        answers(name, false);
    }
    for name in OUTSIDERS.iter().filter(|name| !name.is_empty()) {
        private.put(name);
        // Whoever is suspended has no session, and is in no group for as long.
        answers(name, *name != "sue");
        private.take(name);
        answers(name, false);
    }
    for name in ["ada", "bob", "root"] {
        answers(name, true);
    }
}

#[test]
fn no_search_and_no_suggestion_tells_an_outsider_a_word_however_it_is_spelt() {
    let secret = Secret::spawn();
    let app = &secret.private.app;
    app.leaves_jobs();
    has_indexed(app);
    let ask = [
        ("category", "help"),
        ("kind", "question"),
        ("title", "Where is the quaxolit kept?"),
        ("body", "drisqam"),
    ];
    for name in OUTSIDERS {
        let browser = browser(app, name);
        for typed in [
            "quaxolit",
            "quax",
            "quaxolitt kept",
            "vembrx",
            "tag:tolquine",
            "category:skelvanto",
            "drisqam",
            "where kept",
        ] {
            let path = format!("/search?q={}", typed.replace(' ', "+").replace(':', "%3A"));
            let page = browser.get(&path);
            assert_eq!(told(&page.body, typed), [""; 0], "{path} as {name:?}: {}", page.body);
        }
        for beginning in ["tol", "tolquine", ""] {
            let page = browser.get(&format!("/tags/complete?q={beginning}"));
            assert_eq!(told(&page.body, beginning), [""; 0], "{}", page.body);
        }
        let page = browser.post("/threads/new/suggestions", &ask);
        assert!(page.status < 500, "{}", page.body);
        assert_eq!(told(&page.body, ""), [""; 0], "{}", page.body);
    }
    let ada = app.signed_in("ada");
    let found = ada.get("/search?q=quaxolitt").body;
    assert!(told(&found, "").contains(&"quaxolith"), "{found}");
}

#[test]
fn no_form_of_an_outsider_is_answered_with_a_word() {
    let secret = Secret::spawn();
    let app = &secret.private.app;
    app.leaves_jobs();
    let posts: Vec<&str> = TABLE
        .iter()
        .filter(|row| row.method == "POST")
        .map(|row| row.path)
        .collect();
    for name in OUTSIDERS.iter().filter(|name| !name.is_empty()) {
        for pattern in &posts {
            // Each in a session of its own, as one of the forms ends it.
            let path = secret.fill(pattern);
            let page = browser(app, name).post(&path, &[]);
            let whole = format!("{:?}{}", page.location(), page.body);
            assert_eq!(told(&whole, &path), [""; 0], "{path} as {name:?}: {whole}");
        }
    }
}

#[test]
fn no_letter_tells_an_outsider_a_word_and_a_member_gets_some() {
    let secret = Secret::spawn();
    let app = &secret.private.app;
    let choices = Choices::offered(chrono_tz::UTC, None);
    for name in ["ada", "bob", "eve", "dan", "cat"] {
        let (user, now) = (app.user(name).id, app.now());
        app.write(|tx| subscribers::subscribe(tx, user, &choices, now));
    }
    let mut is_told = false;
    for hours in [1, 23, 24, 24 * 7] {
        app.pass(chrono::Duration::hours(hours));
        for letter in app.letters() {
            let whole = format!("{letter:?}");
            let is_of_member = ["ada", "bob", "root"].iter().any(|name| letter.to == email_of(name));
            assert!(is_of_member || told(&whole, "").is_empty(), "{whole}");
            is_told |= !told(&whole, "").is_empty();
        }
    }
    assert!(is_told, "nobody was told anything");
}

#[test]
fn every_address_has_been_asked_for() {
    // What `fill` does not know would be asked for as something that is not there.
    let secret = Secret::spawn();
    let world = World::on(Private::spawn().app);
    for row in TABLE.iter().filter(|row| row.method == "GET") {
        let matcher = actix_web::dev::ResourceDef::new(row.path);
        assert!(
            matcher.is_match(&secret.fill(row.path)),
            "{}: {}",
            row.path,
            example(&world, row.path)
        );
    }
}
