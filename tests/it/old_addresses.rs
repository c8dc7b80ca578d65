//! Addresses of an imported Discourse lead to where the things are now.

use tanya::import::Dump;

use crate::support::TestApp;

/// A topic with a reply, as a Discourse serves it at `/t/7.json`.
const TOPIC: &str = r#"{"id": 7, "title": "How does it work here?", "category_id": 3, "archetype": "regular",
    "created_at": "2020-01-01T00:00:00Z", "post_stream": {"stream": [70, 71], "posts": [
    {"id": 70, "post_number": 1, "post_type": 1, "username": "ann", "user_id": 1, "cooked": "<p>How?</p>",
     "created_at": "2020-01-01T00:00:00Z"},
    {"id": 71, "post_number": 2, "post_type": 1, "username": "ben", "user_id": 2, "cooked": "<p>So.</p>",
     "created_at": "2020-01-02T00:00:00Z"}]}}"#;

#[test]
fn a_topic_and_a_place_in_it_are_found_again() {
    let app = TestApp::spawn();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("7.json"), TOPIC).unwrap();
    let dump = Dump::Discourse {
        path: folder.path().to_owned(),
        categories: None,
        questions: None,
    };
    dump.check(None).unwrap().write(app.store(), app.now()).unwrap();
    let leads = |path: &str| app.visitor().get(path).location().unwrap_or_default();
    let topic = leads("/t/how-does-it-work-here/7");
    assert!(topic.ends_with("/how-does-it-work-here"), "{topic}");
    for same in [
        "/t/7",
        "/p/70",
        "/t/how-does-it-work-here/7/1",
        "/t/how-does-it-work-here/7/9",
    ] {
        assert_eq!(leads(same), topic, "{same}");
    }
    let reply = leads("/p/71");
    assert!(reply.starts_with(&format!("{topic}?reply=")), "{reply}");
    for same in ["/t/7/2", "/t/how-does-it-work-here/7/2"] {
        assert_eq!(leads(same), reply, "{same}");
    }
    assert_eq!(app.visitor().get("/t/how/8/2").status, 404);
}
