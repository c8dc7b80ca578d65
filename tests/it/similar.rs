//! Threads that probably ask the same stand beside a thread: none rather than bad ones, and none out of sight.

use std::time::{Duration, Instant};

use actix_web::rt::System;
use tanya::domain::article::{ArticleState, LinkKind};
use tanya::domain::body::Reason;
use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::search::follower::Follower;
use tanya::store::threads;
use tanya::web::upkeep::Following;

use crate::support::{Client, TestApp};

const PATIENCE: Duration = Duration::from_secs(30);
const TITLE: &str = "How do I replace the leaking valve of the garden pump?";

struct Forum {
    app: TestApp,
    follower: Follower,
    following: Following,
}

impl Forum {
    fn spawn() -> Self {
        let app = TestApp::spawn();
        let follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
        // They share no word with each other, nor with what is asked below.
        for title in [
            "Invoice missing",
            "Password forgotten",
            "Calendar empty",
            "Printer offline",
            "Battery low",
        ] {
            app.by("bob", |bob| bob.ask("help", title, "things"));
        }
        Self {
            app,
            follower,
            following: Following::default(),
        }
    }

    fn ask(&self, category: &str, title: &str) -> ThreadId {
        self.app.by("dan", |dan| dan.ask(category, title, "pump"))
    }

    fn delete(&self, thread: ThreadId) {
        let reason = Reason::default();
        self.app.by("cat", |cat| {
            threads::delete(cat.tx, &cat.author, Sight::everything(), thread, &reason, cat.now)
        });
    }

    /// Looks until just these stand beside the thread, as the index and the change log are read on.
    fn shows(&mut self, client: &Client, thread: ThreadId, titles: &[&str]) {
        let until = Instant::now() + PATIENCE;
        // Else the one may read a change and the other not yet, and a list would be kept that lacks it.
        self.app.settle_changes();
        loop {
            self.follower.catch_up().unwrap();
            System::new().block_on(self.following.follow(&self.app.site));
            let found = client.visit(&format!("/threads/{thread}")).texts(".similar li a");
            if found == titles {
                return;
            }
            assert!(Instant::now() < until, "{thread} shows {found:?}, not {titles:?}");
        }
    }
}

#[test]
fn similar_threads_stand_beside_a_thread_while_they_are_there() {
    let mut forum = Forum::spawn();
    let (first, other) = (
        forum.ask("help", TITLE),
        forum.ask("help", "Replacing the leaking valve of a garden pump"),
    );
    let (visitor, ada) = (forum.app.visitor(), forum.app.signed_in("ada"));
    let others = ["Replacing the leaking valve of a garden pump"];
    for client in [&visitor, &ada] {
        forum.shows(client, first, &others);
        forum.shows(client, other, &[TITLE]);
    }
    let page = visitor.visit(&format!("/threads/{first}"));
    assert_eq!(page.text(".similar h2"), "Similar questions (1)");
    assert_eq!(page.texts(".similar .mark"), ["Unanswered"]);
    let answer = forum.app.by("bob", |bob| bob.reply(other, "With a wrench."));
    forum.app.by("dan", |dan| dan.accept(answer));
    let until = Instant::now() + PATIENCE;
    while visitor.visit(&format!("/threads/{first}")).texts(".similar .mark") != ["Resolved"] {
        assert!(
            Instant::now() < until,
            "the standing of the other one never changes here"
        );
        forum.shows(&visitor, first, &others);
    }
    forum.delete(other);
    for client in [&visitor, &ada, &forum.app.signed_in("root")] {
        forum.shows(client, first, &[]);
    }
}

#[test]
fn what_is_out_of_sight_is_no_similar_thread_whoever_looked_before() {
    let mut forum = Forum::spawn();
    let public = forum.ask("help", TITLE);
    forum.ask("back-office", "Staff: replace the leaking valve of the garden pump");
    let (visitor, dan) = (forum.app.visitor(), forum.app.signed_in("dan"));
    let hidden = ["Staff: replace the leaking valve of the garden pump"];
    for _ in 0..2 {
        forum.shows(&dan, public, &hidden);
        forum.shows(&visitor, public, &[]);
        forum.shows(&forum.app.signed_in("cat"), public, &[]);
    }
}

#[test]
fn a_thread_like_no_other_has_no_similar_ones() {
    let mut forum = Forum::spawn();
    let thread = forum.ask("help", TITLE);
    let until = Instant::now() + PATIENCE;
    while !forum.app.visitor().get("/search?q=valve").has(".result") {
        assert!(Instant::now() < until, "the index is never filled");
        forum.follower.catch_up().unwrap();
    }
    forum.shows(&forum.app.visitor(), thread, &[]);
}

#[test]
fn a_list_that_is_kept_asks_nothing() {
    let mut forum = Forum::spawn();
    let thread = forum.ask("help", TITLE);
    forum.ask("help", "Replacing the leaking valve of a garden pump");
    let ada = forum.app.signed_in("ada");
    forum.shows(&ada, thread, &["Replacing the leaking valve of a garden pump"]);
    let path = ada.get(&format!("/threads/{thread}")).location().unwrap();
    let mut counts = Vec::new();
    let until = Instant::now() + PATIENCE;
    // What follows the change log asks too, so the least of some counts is the page's own.
    while counts.len() < 5 {
        System::new().block_on(forum.following.follow(&forum.app.site));
        let before = forum.app.store().query_count();
        assert!(ada.get(&path).has(".similar"));
        counts.push(forum.app.store().query_count() - before);
        assert!(Instant::now() < until);
    }
    assert!(counts.iter().min() <= Some(&13), "{counts:?}");
    assert!(
        counts.iter().max() <= Some(&14),
        "one more while it is worked out: {counts:?}"
    );
}

#[test]
fn an_article_that_probably_answers_a_thread_stands_beside_it_for_its_readers() {
    let mut forum = Forum::spawn();
    let thread = forum.ask("help", TITLE);
    let (section, article) = forum.app.by("root", |root| {
        let section = root.section("Pumps", None)?;
        root.article(section, "Secret: replacing the leaking valve of a garden pump", "staff")?;
        Ok((
            section,
            root.article(section, "Replacing the leaking valve of a garden pump", "public")?,
        ))
    });
    let beside = |forum: &mut Forum, client: &Client, titles: &[&str]| {
        let until = Instant::now() + PATIENCE;
        forum.app.settle_changes();
        loop {
            forum.follower.catch_up().unwrap();
            System::new().block_on(forum.following.follow(&forum.app.site));
            let found = client
                .visit(&format!("/threads/{thread}"))
                .texts(".column-aside a[href^='/articles/']");
            if found == titles {
                return;
            }
            assert!(Instant::now() < until, "found {found:?}, not {titles:?}");
        }
    };
    let (visitor, dan) = (forum.app.visitor(), forum.app.signed_in("dan"));
    beside(&mut forum, &visitor, &["Replacing the leaking valve of a garden pump"]);
    let both = [
        "Replacing the leaking valve of a garden pump",
        "Secret: replacing the leaking valve of a garden pump",
    ];
    beside(&mut forum, &dan, &both);
    // What is linked stands there once, as what it is to the thread.
    forum.app.by("eve", |eve| eve.link(thread, article, LinkKind::Answers));
    beside(&mut forum, &visitor, &[]);
    let gone = forum.app.by("cat", |cat| {
        cat.article(section, "Replacing a leaking valve of the garden pump", "public")
    });
    beside(&mut forum, &visitor, &["Replacing a leaking valve of the garden pump"]);
    forum.app.by("cat", |cat| {
        cat.bring(gone, ArticleState::Published, ArticleState::Retired)
    });
    beside(&mut forum, &visitor, &[]);
}
