//! A real server: skipped unless one is named. Each test has indexes of its own there, and removes them.

use std::collections::BTreeSet;

use tanya::search::follower::Follower;
use tanya::search::meilisearch::feeding::Step;
use tanya::search::meilisearch::{FOLLOWER, Meilisearch};
use tanya::store::{Db, search_feeds};

use super::relay::{Relay, Way};
use super::*;
use crate::support::Content;

/// A forum whose way to a real server can be made worse.
struct Real {
    served: Served,
    relay: Relay,
    url: String,
    key: String,
    prefix: String,
}

impl Real {
    fn spawn() -> Option<Self> {
        let Ok(url) = std::env::var("TANYA_TEST_MEILISEARCH_URL") else {
            println!("skipped: TANYA_TEST_MEILISEARCH_URL names no Meilisearch");
            return None;
        };
        let url = url.trim_end_matches('/').to_owned();
        let key = std::env::var("TANYA_TEST_MEILISEARCH_KEY").unwrap_or_default();
        let prefix = format!("test_{:016x}", rand::random::<u64>());
        let relay = Relay::to(&url);
        let served = Served::by(&relay.url(), &key, &prefix);
        Some(Self {
            served,
            relay,
            url,
            key,
            prefix,
        })
    }

    /// The same server, reached straight.
    fn straight(&self) -> Arc<Meilisearch> {
        let url = self.url.parse().unwrap();
        let key = Some(self.key.as_str()).filter(|key| !key.is_empty());
        Arc::new(Meilisearch::new(&url, key, &self.prefix))
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        let meilisearch = self.straight();
        for index in ["threads", "threads_next"] {
            // Where it is not there, the server says so in a task.
            let _task = meilisearch.server().delete(&meilisearch.uid(index));
        }
    }
}

#[test]
fn what_is_written_is_found_an_edit_replaces_and_a_deletion_disappears() {
    let Some(mut real) = Real::spawn() else { return };
    let served = &mut real.served;
    let first = served.ask("help", "Why does the lantern blink?");
    served.finds("lantern", &["Why does the lantern blink?"]);
    served
        .app
        .by("ada", |ada| ada.reply(first, "It waits for the aqueduct."));
    served.ask("help", "Where is the lantern made?");
    served.finds("aqueduct", &["Why does the lantern blink?"]);
    served.finds("lantrn", &["Where is the lantern made?", "Why does the lantern blink?"]);
    served.finds(
        "blinking lantern",
        &["Where is the lantern made?", "Why does the lantern blink?"],
    );
    served.delete(first);
    served.finds("lantern", &["Where is the lantern made?"]);
    served.finds("aqueduct", &[]);
}

#[test]
fn filters_narrow_what_is_found_and_resolved_ones_come_first() {
    let Some(mut real) = Real::spawn() else { return };
    let served = &mut real.served;
    let resolved = served
        .app
        .by("ada", |ada| ada.ask("help", "Is the valve shut?", "water"));
    let reply = served.app.by("bob", |bob| bob.reply(resolved, "Yes."));
    served.app.by("ada", |ada| ada.accept(reply));
    served.ask("help", "Is the valve open?");
    let page = served.finds("valve", &["Is the valve open?", "Is the valve shut?"]);
    assert_eq!(titles_of(&page).first().map(String::as_str), Some("Is the valve shut?"));
    assert_eq!(counts_of(&page), ["1", "1", "1"]);
    served.finds("valve is:resolved", &["Is the valve shut?"]);
    served.finds("valve is:unanswered", &["Is the valve open?"]);
    served.finds("valve tag:water", &["Is the valve shut?"]);
    served.finds("is:open by:dan", &["Is the valve open?"]);
    served.finds("\"valve open\"", &["Is the valve open?"]);
    served.finds("valve -open", &["Is the valve shut?"]);
    for nothing in [
        "valve by:nobody",
        "valve category:nowhere",
        "valve before:1990-01-01",
        "\"open valve\"",
        "-valve",
    ] {
        served.finds(nothing, &[]);
    }
}

#[test]
fn articles_are_found_among_threads_by_their_audience() {
    let Some(mut real) = Real::spawn() else { return };
    let served = &mut real.served;
    served.ask("help", "The valve of my tank leaks");
    let first = served.article("How do I close the valve?", "public");
    served.article("Secret costs of the valve", "staff");
    let page = served.finds("valve", &["How do I close the valve?", "The valve of my tank leaks"]);
    assert_eq!(page.texts(".search-count"), ["2 results"]);
    assert!(!page.body.contains("Secret"), "{}", page.body);
    assert_eq!(counts_of(&page), ["1", "1", "1"]);
    served.finds("valve is:article", &["How do I close the valve?"]);
    served.finds("valve is:open", &["The valve of my tank leaks"]);
    served.finds("valve category:help", &["The valve of my tank leaks"]);
    served.finds("tag:box by:root", &["How do I close the valve?"]);
    let staff = served.app.signed_in("dan");
    served.finds_for(
        &staff,
        "valve is:article",
        &["How do I close the valve?", "Secret costs of the valve"],
    );
    served.retire(first);
    served.finds("valve", &["The valve of my tank leaks"]);
    // What is filled anew has the articles too.
    served.article("How do I open the valve?", "public");
    assert!(served.app.write(|tx| search_feeds::want_anew(tx, FOLLOWER)));
    served.finds("valve is:article", &["How do I open the valve?"]);
    let straight = real.straight();
    assert_eq!(straight.server().count(&straight.uid("threads")).unwrap(), Some(3));
}

#[test]
fn nothing_out_of_sight_is_in_results_counts_or_facets() {
    let Some(mut real) = Real::spawn() else { return };
    let served = &mut real.served;
    served.ask("back-office", "Secret price of the valve");
    served.ask("help", "Public price of the valve");
    let page = served.finds("valve price", &["Public price of the valve"]);
    assert_eq!(page.texts(".search-count"), ["1 thread"]);
    assert!(
        !page.body.contains("Secret") && !page.body.contains("back-office"),
        "{}",
        page.body
    );
    let staff = served.app.signed_in("dan");
    let page = served.finds_for(
        &staff,
        "valve",
        &["Public price of the valve", "Secret price of the valve"],
    );
    assert_eq!(page.texts(".search-count"), ["2 threads"]);
    served.finds("category:back-office valve", &[]);
}

#[test]
fn what_looks_like_the_engines_syntax_is_text() {
    let Some(mut real) = Real::spawn() else { return };
    let served = &mut real.served;
    served.ask("back-office", "Secret price of the valve");
    served.ask("help", "Public price of the valve");
    served.finds("valve", &["Public price of the valve"]);
    let visitor = served.app.visitor();
    let before = server(&served.app).figures();
    let hostile = [
        "valve\" OR category = 1 OR \"",
        "tag:x\"\\\" OR id > 0 OR tags = \"\\",
        "tag:\\",
        "tag:'",
        "tag:\"light\\\" OR id > 0\"",
        "by:\"x' OR 1=1\" valve",
        "category:1] OR [ valve",
        "valve NOT IN [1] TO 5 EXISTS _geoRadius(1,2,3)",
        "\"valve -price\"",
        "x:\"valve -price\"",
        "--valve",
        "«valve» „valve“ 'valve'",
        "valve \u{0}\u{1}\u{7f}",
    ];
    for typed in hostile {
        let page = search(&visitor, typed);
        assert!(!page.body.contains("Secret"), "{typed}: {}", page.body);
    }
    let after = server(&served.app).figures();
    assert_eq!(
        after.fallbacks, before.fallbacks,
        "the server took each of them for a good question"
    );
    assert!(after.answers - before.answers >= hostile.len() as u64);
    served.finds("\"price of the valve\"", &["Public price of the valve"]);
    served.finds("no-such tag:light\" valve", &[]);
}

#[test]
fn all_is_sent_anew_beside_what_answers_and_then_takes_its_place() {
    let Some(mut real) = Real::spawn() else { return };
    let straight = real.straight();
    let (threads, next) = (straight.uid("threads"), straight.uid("threads_next"));
    let served = &mut real.served;
    served.ask("help", "First valve");
    let gone = served.ask("help", "Second valve");
    served.finds("valve", &["First valve", "Second valve"]);
    let made = straight.server().made(&threads).unwrap();
    assert!(served.app.write(|tx| search_feeds::want_anew(tx, FOLLOWER)));
    assert_eq!(served.feeder.step().unwrap(), Step::Moved);
    assert!(straight.server().made(&next).unwrap().is_some());
    let visitor = served.app.visitor();
    assert_eq!(
        straight.server().made(&threads).unwrap(),
        made,
        "the first one still answers"
    );
    assert_eq!(titles_of(&search(&visitor, "first")), ["First valve"]);
    // What is written while the second index is filled comes into both.
    served.ask("help", "Third valve");
    served.delete(gone);
    served.finds("valve", &["First valve", "Third valve"]);
    assert_ne!(straight.server().made(&threads).unwrap(), made);
    assert_eq!(straight.server().made(&next).unwrap(), None);
    assert_eq!(straight.server().count(&threads).unwrap(), Some(2));
}

#[test]
fn whatever_stops_in_the_middle_of_writes_every_thread_is_found_afterwards_and_none_twice() {
    let Some(mut real) = Real::spawn() else { return };
    let ways = [Way::Open, Way::Closed, Way::Lossy];
    let mut ids = Vec::new();
    for number in 0..60 {
        ids.push(real.served.ask("help", &format!("Marathon {number}")));
        real.relay.is(ways[number / 3 % 3]);
        // Each failure lets another node have the turn; sometimes this one dies without a word.
        let _may_fail = real.served.feeder.step();
        if number % 7 == 6 {
            real.served.feeder = feeder(&real.served.app, server(&real.served.app));
            real.served.app.clock.pass(chrono::Duration::seconds(61));
        }
        if number % 5 == 4 {
            real.served.delete(ids.swap_remove(0));
        }
    }
    real.relay.is(Way::Open);
    real.served.app.settle_changes();
    real.served.app.clock.pass(chrono::Duration::seconds(61));
    real.served.feed_with_patience();
    let straight = real.straight();
    let count = straight.server().count(&straight.uid("threads")).unwrap();
    assert_eq!(count, Some(ids.len() as u64));
    let visitor = real.served.app.visitor();
    let mut found = Vec::new();
    for page in 1..=ids.len().div_ceil(10) {
        found.extend(titles_of(&visitor.get(&format!("/search?q=marathon&page={page}"))));
    }
    assert_eq!(found.len(), ids.len());
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{found:?}");
}

#[test]
fn a_slow_server_is_left_alone_and_nobody_notices() {
    let Some(mut real) = Real::spawn() else { return };
    real.served.ask("help", "Why does the lantern blink?");
    real.served.finds("lantern", &["Why does the lantern blink?"]);
    let app = &real.served.app;
    Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone())
        .catch_up()
        .unwrap();
    let (visitor, server) = (app.visitor(), server(app));
    let before = server.figures();
    real.relay.is(Way::Slow(Duration::from_secs(5)));
    let began = Instant::now();
    for _ in 0..5 {
        let page = search(&visitor, "lanterns");
        assert_eq!(titles_of(&page), ["Why does the lantern blink?"]);
    }
    assert!(
        began.elapsed() < Duration::from_secs(4),
        "each waited: {:?}",
        began.elapsed()
    );
    let after = server.figures();
    assert_eq!((after.answers, after.fallbacks), (before.answers, before.fallbacks + 5));
    real.relay.is(Way::Open);
    app.clock.pass(chrono::Duration::seconds(61));
    assert_eq!(titles_of(&search(&visitor, "lantern")), ["Why does the lantern blink?"]);
    assert_eq!(server.figures().answers, before.answers + 1, "it is asked again");
}

#[test]
fn of_two_nodes_one_feeds_and_what_one_sends_too_late_is_sent_once_more() {
    let Some(mut real) = Real::spawn() else { return };
    let thread = real.served.ask("help", "Why does the lantern blink?");
    real.served.finds("lantern", &["Why does the lantern blink?"]);
    let mut other = feeder(&real.served.app, real.straight());
    assert_eq!(other.step().unwrap(), Step::Elsewhere);
    real.served
        .app
        .by("ada", |ada| ada.reply(thread, "It waits for the windmill."));
    real.served.app.settle_changes();
    // This node has read the thread, and hangs before it is sent; its turn ends, and another node sends what came since.
    let (store, clock) = (real.served.app.store().clone(), real.served.app.clock.clone());
    let author = real.served.app.user("ada");
    let (sender, receiver) = std::sync::mpsc::channel();
    real.relay.meanwhile("/documents?primaryKey=id", move || {
        clock.pass(chrono::Duration::seconds(61));
        let now = clock.now();
        let reply = |tx: &mut Db| Content { tx, author, now }.reply(thread, "It waits for the aqueduct.");
        store.write_now(reply).unwrap();
        other.catch_up().unwrap();
        sender.send(other).unwrap();
    });
    let failed = real.served.feeder.step();
    let mut other = receiver.recv().unwrap();
    assert!(matches!(failed, Err(FeedError::TurnLost)), "{failed:?}");
    let until = Instant::now() + PATIENCE;
    loop {
        real.served.app.settle_changes();
        other.catch_up().unwrap();
        let page = search(&real.served.app.visitor(), "aqueduct");
        if titles_of(&page) == ["Why does the lantern blink?"] {
            break;
        }
        assert!(Instant::now() < until, "the older thread stays");
    }
    assert_eq!(real.served.feeder.step().unwrap(), Step::Elsewhere);
}

#[test]
fn an_index_that_somebody_deleted_is_filled_again() {
    let Some(mut real) = Real::spawn() else { return };
    let straight = real.straight();
    real.served.ask("help", "Why does the lantern blink?");
    real.served.finds("lantern", &["Why does the lantern blink?"]);
    straight.server().delete(&straight.uid("threads")).unwrap();
    let until = Instant::now() + PATIENCE;
    while straight.server().made(&straight.uid("threads")).unwrap().is_some() {
        assert!(Instant::now() < until, "it is not deleted");
    }
    // It is noticed when the next change cannot be told.
    real.served.ask("help", "Where is the lantern made?");
    real.served.app.settle_changes();
    real.served.feed_with_patience();
    real.served.finds(
        "lantern",
        &["Where is the lantern made?", "Why does the lantern blink?"],
    );
}
