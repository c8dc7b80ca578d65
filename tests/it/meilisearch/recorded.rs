//! What a real server, Meilisearch 1.50, once answered: each request must be the one that it got then, word for word.

use tanya::search::follower::Follower;
use tanya::search::meilisearch::client::{Server, ServerError};
use tanya::search::meilisearch::feeding::Step;
use tanya::search::meilisearch::indexes::Task;

use super::replay::Replay;
use super::wire::Wire;
use super::*;

const KEY: &str = "testtesttesttest1";

/// A search that the server must answer; on a machine that is busy it is asked again.
fn found(served: &Served, typed: &str) -> Page {
    let server = server(&served.app);
    let until = Instant::now() + PATIENCE;
    loop {
        let before = server.figures().answers;
        let page = search(&served.app.visitor(), typed);
        if server.figures().answers > before {
            return page;
        }
        assert!(Instant::now() < until, "the server does not answer: {}", page.body);
        served.app.clock.pass(chrono::Duration::seconds(61));
    }
}

#[test]
fn a_forum_is_fed_and_searched_as_a_real_server_saw_it() {
    let replay = Replay::of(include_str!("recorded/story.json"));
    let mut served = Served::by(&replay.url(), KEY, "recorded");
    let thread = served.ask("help", "Why does the lantern blink?");
    let article = served.article("How does the lantern work?", "public");
    served.article("Secret costs of the lantern", "staff");
    served.ask("back-office", "Secret price of the lantern");
    served.feed();
    let both = ["How does the lantern work?", "Why does the lantern blink?"];
    let page = found(&served, "lantern");
    assert_eq!(sorted_titles_of(&page), both);
    assert_eq!(page.texts(".search-count"), ["2 results"]);
    assert_eq!(counts_of(&page), ["1", "1", "1"]);
    assert_eq!(titles_of(&found(&served, "lantern is:article")), both[..1]);
    served
        .app
        .by("ada", |ada| ada.reply(thread, "It waits for the aqueduct."));
    served.feed();
    let page = found(
        &served,
        "\"the aqueduct\" -windmill tag:light is:open by:dan before:2100-01-01",
    );
    assert_eq!(titles_of(&page), ["Why does the lantern blink?"]);
    let page = found(&served, "lantern windmill");
    assert_eq!(sorted_titles_of(&page), both, "they have one of the words");
    served.retire(article);
    served.delete(thread);
    served.feed();
    assert_eq!(titles_of(&found(&served, "lantern")), [""; 0]);
}

#[test]
fn a_server_that_is_slow_is_left_alone_and_nobody_notices() {
    let replay = Replay::of(include_str!("recorded/slow.json"));
    let mut served = Served::by(&replay.url(), KEY, "recorded");
    served.ask("help", "Why does the lantern blink?");
    served.feed();
    let app = &served.app;
    let mut follower = Follower::new(app.store().clone(), app.site.search.clone(), app.clock.clone());
    follower.catch_up().unwrap();
    let server = server(app);
    let visitor = app.visitor();
    replay.wait(600);
    for fallbacks in 1..=3 {
        // Another form of the word, which only the index of this node knows.
        let page = search(&visitor, "lanterns");
        assert_eq!(titles_of(&page), ["Why does the lantern blink?"]);
        assert!(
            page.texts(".notice").is_empty(),
            "the page says nothing of it: {}",
            page.body
        );
        assert_eq!(server.figures().fallbacks, fallbacks);
    }
    replay.wait(0);
    assert_eq!(titles_of(&search(&visitor, "lantern")), ["Why does the lantern blink?"]);
    assert_eq!(server.figures().answers, 0, "it still rests");
    app.clock.pass(chrono::Duration::seconds(3));
    assert_eq!(titles_of(&found(&served, "lantern")), ["Why does the lantern blink?"]);
}

#[test]
fn a_task_that_was_cancelled_or_failed_is_an_error() {
    let replay = Replay::of(include_str!("recorded/tasks.json"));
    let server = Server::new(&replay.url().parse().unwrap(), Some(KEY));
    let cancelled = server.is_done(Task(CANCELLED)).unwrap_err();
    assert!(
        matches!(&cancelled, ServerError::Task(CANCELLED, why) if why == "canceled"),
        "{cancelled}"
    );
    let failed = server.is_done(Task(FAILED)).unwrap_err();
    assert!(
        matches!(&failed, ServerError::Task(FAILED, why) if why.contains("not found")),
        "{failed}"
    );
    let unknown = server.is_done(Task(9_999)).unwrap_err();
    assert!(unknown.to_string().contains("9999"), "{unknown}");
    assert_eq!(server.made("nowhere").unwrap(), None);
}

/// Two tasks of that server.
const CANCELLED: u32 = 142;
const FAILED: u32 = 144;

#[test]
fn a_key_that_is_refused_is_said_and_never_told() {
    let replay = Replay::of(include_str!("recorded/refused.json"));
    let mut served = Served::by(&replay.url(), "hunter2hunter2", "recorded");
    served.app.settle_changes();
    let error = served.feeder.step().unwrap_err().to_string();
    assert!(
        error.contains("API key is invalid") && !error.contains("hunter2"),
        "{error}"
    );
}

#[test]
fn what_is_no_search_server_is_never_asked_twice_in_a_row_and_takes_nothing_down() {
    for answer in [Some((200, "<html>")), Some((200, "{}")), Some((503, "")), None] {
        let wire = Wire::listen(move |request| {
            assert_eq!(request.authorization.as_deref(), Some("Bearer testtesttesttest1"));
            answer.map(|(status, body)| (status, body.to_owned()))
        });
        let mut served = Served::by(&wire.url(), KEY, "recorded");
        assert!(served.feeder.step().is_err());
        let page = search(&served.app.visitor(), "lantern");
        assert!(page.texts(".result-title").is_empty());
        // The turn was given back: another node may have more luck.
        let wire = Wire::listen(|_| None);
        let url = wire.url().parse().unwrap();
        let mut other = feeder(&served.app, Arc::new(Meilisearch::new(&url, None, "recorded")));
        assert!(!matches!(other.step(), Ok(Step::Elsewhere)));
    }
}
