//! What is new to a reader: said in lists and on the thread's page, and gone when it was read.

use crate::support::{Content, TestApp};
use chrono::Duration;
use tanya::domain::id::ThreadId;
use tanya::web::upkeep;

fn ask(app: &TestApp) -> ThreadId {
    let (author, now) = (app.user("ada"), app.now());
    app.write(|tx| {
        let mut content = Content { tx, author, now };
        content.ask("help", "Why does the light blink?", "light")
    })
}

fn reply(app: &TestApp, thread: ThreadId, name: &str, text: &str) -> i64 {
    app.clock.pass(Duration::minutes(1));
    let (author, now) = (app.user(name), app.now());
    app.write(|tx| Content { tx, author, now }.reply(thread, text)).get()
}

fn write_readings(app: &TestApp) {
    actix_web::rt::System::new().block_on(upkeep::write_readings(&app.site));
}

#[test]
fn what_came_since_is_new_once() {
    let app = TestApp::spawn();
    let thread = ask(&app);
    reply(&app, thread, "bob", "It waits for the network.");
    let path = format!("/threads/{thread}");
    let cat = app.signed_in("cat");
    assert!(
        !cat.visit(&path).has(".new-mark"),
        "nothing is new to who never was here"
    );
    let first = reply(&app, thread, "bob", "Restart the router.");
    let own = reply(&app, thread, "cat", "That helps me too.");
    let last = reply(&app, thread, "ada", "Not me.");
    for is_written in [false, true] {
        if is_written {
            write_readings(&app);
            // As if that page had never been shown.
            app.site.readings.take();
        }
        let list = cat.get("/threads");
        assert_eq!(list.texts(".thread .new-mark"), ["3 new"], "written: {is_written}");
        assert!(
            !app.visitor().get("/threads").has(".new-mark"),
            "visitors have read nothing"
        );
    }
    let page = cat.visit(&path);
    assert_eq!(page.text(".news .new-mark"), "2 new since you were here");
    assert_eq!(page.attributes(".news a", "href"), [format!("/replies/{first}")]);
    let mut marked = page.attributes("article:has(.new-mark)", "id");
    marked.sort();
    assert_eq!(
        marked,
        [format!("reply-{first}"), format!("reply-{last}")],
        "not {own}, which is their own"
    );
    assert!(!cat.visit(&path).has(".new-mark"), "it was read");
    assert!(!cat.get("/threads").has(".thread .new-mark"));
    write_readings(&app);
    assert!(!cat.visit(&path).has(".new-mark"));
}

#[test]
fn an_older_reading_of_another_node_never_replaces_a_newer_one() {
    let app = TestApp::spawn();
    let (thread, reader) = (ask(&app), app.user("cat").id);
    let at = |minutes: i64, seen_count| tanya::store::readings::Reading {
        at: app.now() + Duration::minutes(minutes),
        seen_count,
    };
    for reading in [at(5, 2), at(3, 1), at(5, 2)] {
        app.write(|tx| tanya::store::readings::put(tx, &[(reader, thread, reading)]));
        let kept = app.read(|db| tanya::store::readings::of_threads(db, reader, &[thread]));
        assert_eq!(kept.get(&thread), Some(&at(5, 2)));
    }
}

#[test]
fn a_signed_in_thread_page_asks_fourteen_times_at_most() {
    let app = TestApp::spawn();
    let thread = ask(&app);
    for number in 0..5 {
        reply(&app, thread, "bob", &format!("Answer {number}"));
    }
    // A moderator is told besides which articles may answer the thread, whether others ask the same, and how many sign-ups wait; and
    // has canned replies, shared ones and their own.
    for (name, most) in [("ada", 14), ("cat", 19)] {
        let reader = app.signed_in(name);
        let path = reader.visit(&format!("/threads/{thread}")).path;
        reply(&app, thread, "bob", "One more.");
        let before = app.store().query_count();
        assert!(reader.get(&path).has(".news"));
        let asked = app.store().query_count() - before;
        assert!(asked <= most, "{asked} queries for {name}");
    }
}

#[test]
fn a_page_of_a_long_thread_is_read_up_to_its_last_reply() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |content| {
        content.start("help", "discussion", "Lights that blink", "light")
    });
    let numbers: Vec<i64> = (0..40)
        .map(|number| reply(&app, thread, "bob", &format!("Light number {number} blinks.")))
        .collect();
    app.clock.pass(Duration::minutes(1));
    let (cat, path) = (app.signed_in("cat"), format!("/threads/{thread}"));
    let first = cat.visit(&path);
    for is_written in [false, true] {
        assert_eq!(
            cat.get("/threads").texts(".thread .new-mark"),
            ["10 new"],
            "{is_written}"
        );
        let again = cat.visit(&path);
        assert_eq!(again.text(".news .new-mark"), "10 new since you were here");
        assert_eq!(
            again.attributes(".news a", "href"),
            [format!("/replies/{}", numbers[30])]
        );
        write_readings(&app);
    }
    let next = first.attributes("a[href*='after=']", "href").remove(0);
    assert!(
        !cat.get(&format!(
            "{}{next}",
            if next.starts_with('/') { "" } else { &first.path }
        ))
        .has("a[href*='after=']")
    );
    for is_written in [false, true] {
        assert!(!cat.get("/threads").has(".thread .new-mark"), "{is_written}");
        // An earlier page that is read once more makes nothing new again.
        assert!(!cat.visit(&path).has(".new-mark"), "{is_written}");
        write_readings(&app);
    }
}
