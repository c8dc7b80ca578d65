//! Whose turn it is to feed, as the database keeps it.

use chrono::Duration;
use tanya::search::meilisearch::FOLLOWER;
use tanya::store::changes;
use tanya::store::search_feeds::{self, Feed, Filling, Made, TURN};

use super::*;

#[test]
fn one_node_has_the_turn_until_it_lets_go_or_the_turn_ends() {
    let app = TestApp::spawn();
    let take = |node: &'static str, after: i64| {
        let now = app.now() + Duration::seconds(after);
        app.write(move |tx| search_feeds::take(tx, FOLLOWER, node, now))
    };
    assert!(take("one", 0));
    assert!(!take("other", 59), "it is the one's");
    assert!(take("one", 30), "renewed");
    assert!(!take("other", 60) && take("other", 90), "ended");
    assert!(!take("one", 91));
    let release = |node: &'static str| app.write(move |tx| search_feeds::release(tx, FOLLOWER, node));
    assert!(!release("one") && !take("one", 92), "it was not the one's to give back");
    assert!(release("other"));
    assert!(take("one", 93));
}

#[test]
fn how_far_the_server_is_is_written_by_whoever_has_the_turn_only() {
    let app = TestApp::spawn();
    app.by("dan", |dan| dan.ask("help", "Why does it blink?", "light"));
    app.settle_changes();
    let made = |at: &str| Made {
        version: 7,
        at: at.to_owned(),
    };
    let feed = Feed {
        serving: Some(made("2026-11-26T00:00:00.123456789Z")),
        filling: Some(Filling {
            made: made("later"),
            to: 12,
        }),
        is_wanted_anew: false,
        position: app.read(changes::end),
    };
    let now = app.now();
    let keep = |node: &'static str, now| {
        let feed = feed.clone();
        app.write(move |tx| search_feeds::keep(tx, FOLLOWER, node, &feed, now))
    };
    assert!(!keep("one", now), "nobody has the turn");
    assert!(app.write(|tx| search_feeds::take(tx, FOLLOWER, "one", now)));
    let seen = app.read(|db| search_feeds::seen(db, FOLLOWER));
    assert_eq!((seen.feed, seen.held_until), (Feed::default(), Some(now + TURN)));
    assert_eq!(seen.waiting_since, Some(now), "it was told nothing yet");
    assert!(keep("one", now) && !keep("other", now));
    assert!(app.write(|tx| search_feeds::take(tx, FOLLOWER, "other", now + TURN)));
    assert!(!keep("one", now + TURN), "it is the other's now");
    assert!(app.write(|tx| search_feeds::want_anew(tx, FOLLOWER)));
    let seen = app.read(|db| search_feeds::seen(db, FOLLOWER));
    let wanted = Feed {
        is_wanted_anew: true,
        ..feed.clone()
    };
    assert_eq!((seen.feed, seen.waiting_since), (wanted, None));
}
