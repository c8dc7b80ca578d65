//! Every address of a merged thread goes on working, and leads back once the merge is undone.

use diesel::connection::SimpleConnection;

use super::{Pair, merge, undo};
use crate::support::TestApp;

/// Where an address leads in the end.
fn end(app: &TestApp, name: &str, path: &str) -> String {
    let client = if name.is_empty() {
        app.visitor()
    } else {
        app.signed_in(name)
    };
    let page = client.visit(path);
    assert_eq!(page.status, 200, "{path} as {name:?}");
    page.path
}

/// Both threads came from other forums, with an answer each.
fn import(app: &TestApp, pair: &Pair) {
    let (merged, target) = (pair.merged, pair.target);
    app.write(|tx| {
        let rows = format!(
            "insert into origins (source, noun, source_id, family, noun_id, number) values \
             ('a', 'thread', 70, 'discourse', {merged}, null), ('a', 'reply', 71, 'discourse', {}, 2), \
             ('a', 'thread', 80, 'discourse', {target}, null), ('a', 'reply', 81, 'discourse', {}, 2), \
             ('b', 'thread', 90, 'stackexchange', {merged}, null), ('b', 'reply', 91, 'stackexchange', {}, null)",
            pair.answer, pair.other, pair.answer
        );
        Ok(tx.batch_execute(&rows)?)
    });
}

/// What stands beside a thread is found beside the other one, and no list shows it.
fn check_parts(app: &TestApp, pair: &Pair, there: &str, at_text: &str) {
    let (merged, target) = (pair.merged, pair.target);
    for part in ["comments", "history"] {
        assert_eq!(end(app, "", &format!("/threads/{merged}/-/{part}")), at_text, "{part}");
    }
    assert!(end(app, "", &format!("/threads/{merged}/-/latest")).starts_with(there));
    assert_eq!(
        end(app, "", &format!("/feeds/threads/{merged}.atom")),
        format!("/feeds/threads/{target}.atom")
    );
    let picture = app
        .visitor()
        .get(&format!("/threads/{merged}/-/picture-x.png"))
        .location()
        .unwrap();
    assert!(
        picture.starts_with(&format!("/threads/{target}/-/picture-")),
        "{picture}"
    );
    let led = app.visitor().get(&format!("/threads/{merged}"));
    assert_eq!(
        (led.status, led.header("cache-control")),
        (302, Some("private, no-cache"))
    );
    let list = app.visitor().get("/threads").body;
    assert!(!list.contains("at night"), "no list shows it");
}

#[test]
fn addresses_of_the_thread_lead_to_its_text_in_the_other_one() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let (merged, target) = (pair.merged, pair.target);
    import(&app, &pair);
    let opening = merge(&app, merged, target);
    let there = format!("/threads/{target}/why-does-the-lamp-blink");
    let at_text = format!("{there}?reply={opening}");
    for viewer in ["", "ada", "cat"] {
        for path in [
            format!("/threads/{merged}"),
            format!("/threads/{merged}/why-does-the-lamp-blink-at-night"),
            "/t/x/70".to_owned(),
            "/t/x/70/1".to_owned(),
            "/questions/90/x".to_owned(),
        ] {
            assert_eq!(end(&app, viewer, &path), at_text, "{path} as {viewer:?}");
        }
        for (path, reply) in [
            (format!("/replies/{}", pair.answer), pair.answer),
            ("/t/x/70/2".to_owned(), pair.answer),
            ("/t/x/80/2".to_owned(), pair.other),
            ("/a/91".to_owned(), pair.answer),
        ] {
            assert_eq!(end(&app, viewer, &path), format!("{there}?reply={reply}"), "{path}");
        }
    }
    check_parts(&app, &pair, &there, &at_text);
    undo(&app, merged);
    let home = format!("/threads/{merged}/why-does-the-lamp-blink-at-night");
    for path in [
        format!("/threads/{merged}"),
        format!("/replies/{opening}"),
        "/t/x/70".to_owned(),
    ] {
        assert_eq!(end(&app, "", &path), home, "{path}");
    }
    for path in [format!("/replies/{}", pair.answer), "/t/x/70/2".to_owned()] {
        assert_eq!(end(&app, "", &path), format!("{home}?reply={}", pair.answer), "{path}");
    }
}

#[test]
fn addresses_lead_on_through_two_merges_and_back_one_by_one() {
    let app = TestApp::spawn();
    let pair = Pair::of(&app);
    let last = app.by("eve", |eve| eve.ask("help", "Lamps that blink", "light"));
    let opening = merge(&app, pair.merged, pair.target);
    merge(&app, pair.target, last);
    let there = format!("/threads/{last}/lamps-that-blink?reply={opening}");
    assert_eq!(end(&app, "", &format!("/threads/{}", pair.merged)), there);
    assert_eq!(undo(&app, pair.merged), tanya::store::merges::Undoing::MergedOn);
    // Whoever names the merged one means where it stands.
    let other = app.by("bob", |bob| bob.ask("help", "Blink, blink", "light"));
    merge(&app, other, pair.merged);
    assert!(end(&app, "", &format!("/threads/{other}")).starts_with(&format!("/threads/{last}/")));
    undo(&app, pair.target);
    let there = format!("/threads/{}/why-does-the-lamp-blink?reply={opening}", pair.target);
    assert_eq!(end(&app, "", &format!("/threads/{}", pair.merged)), there);
    undo(&app, pair.merged);
    assert!(end(&app, "", &format!("/threads/{}", pair.merged)).ends_with("-at-night"));
}
