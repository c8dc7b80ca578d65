//! Addresses of imported forums lead to where the things are now.

use tanya::import::Dump;

use crate::support::TestApp;

/// A topic with a reply, as a Discourse serves it at `/t/7.json`.
const TOPIC: &str = r#"{"id": 7, "title": "How does it work here?", "category_id": 3, "archetype": "regular",
    "created_at": "2020-01-01T00:00:00Z", "post_stream": {"stream": [70, 71], "posts": [
    {"id": 70, "post_number": 1, "post_type": 1, "username": "ann", "user_id": 1, "cooked": "<p>How?</p>",
     "created_at": "2020-01-01T00:00:00Z"},
    {"id": 71, "post_number": 2, "post_type": 1, "username": "ben", "user_id": 2, "cooked": "<p>So.</p>",
     "created_at": "2020-01-02T00:00:00Z"}]}}"#;

/// Imports a forum of this one topic.
pub fn import_topic(app: &TestApp, topic: &str) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("7.json"), topic).unwrap();
    let dump = Dump::Discourse {
        path: folder.path().to_owned(),
        categories: None,
        questions: None,
    };
    dump.check(None).unwrap().write(app.store(), app.now()).unwrap();
}

#[test]
fn a_topic_and_a_place_in_it_are_found_again() {
    let app = TestApp::spawn();
    import_topic(&app, TOPIC);
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

#[test]
fn a_category_and_a_person_of_a_discourse_are_found_again() {
    let app = TestApp::spawn();
    import_topic(&app, TOPIC);
    let leads = |path: &str| app.visitor().get(path).location().unwrap_or_default();
    let category = leads("/c/support/3");
    assert_eq!(app.visitor().get(&category).status, 200, "{category}");
    assert_eq!(leads("/c/all/support/3"), category);
    let person = leads("/u/Ben");
    assert!(person.starts_with("/users/") && person.ends_with("/ben"), "{person}");
    // Bob has an account here, but did not come along.
    for nothing in ["/u/bob", "/u/nobody", "/c/support/4", "/c/support/x"] {
        assert_eq!(app.visitor().get(nothing).status, 404, "{nothing}");
    }
}

/// A question with an answer, as a Stack Exchange dump has them.
const POSTS: &str = r#"<posts>
<row Id="11" PostTypeId="1" CreationDate="2021-02-01T10:00:00.000" Score="0" Body="How?" Title="How does it work?" Tags="|api|" OwnerUserId="1" />
<row Id="12" PostTypeId="2" ParentId="11" CreationDate="2021-02-02T10:00:00.000" Score="0" Body="So." OwnerUserId="1" />
</posts>"#;

#[test]
fn an_answer_is_found_again_under_its_question() {
    let app = TestApp::spawn();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("Posts.xml"), POSTS).unwrap();
    let dump = Dump::StackExchange {
        folder: folder.path().to_owned(),
        category: None,
    };
    dump.check(None).unwrap().write(app.store(), app.now()).unwrap();
    let leads = |path: &str| app.visitor().get(path).location().unwrap_or_default();
    let question = leads("/questions/11/how-does-it-work");
    let answer = leads("/a/12");
    assert!(answer.starts_with(&format!("{question}?reply=")), "{answer}");
    assert_eq!(leads("/questions/11/how-does-it-work/12"), answer);
    // What the dump did not have leads to the question at least.
    assert_eq!(leads("/questions/11/how-does-it-work/99"), question);
    assert_eq!(app.visitor().get("/questions/99/x/99").status, 404);
}
