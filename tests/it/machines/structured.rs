//! Structured data, with the fields that Google documents as required.

use serde_json::Value;

use super::{delete, page_of};
use crate::support::{Page, TestApp};

/// The blocks of a page, by their type.
fn blocks(page: &Page) -> Vec<Value> {
    let texts = page.html();
    let scripts = scraper::Selector::parse("head > script[type='application/ld+json']").unwrap();
    texts
        .select(&scripts)
        .map(|script| serde_json::from_str(&script.inner_html()).unwrap())
        .collect()
}

fn block(page: &Page, kind: &str) -> Option<Value> {
    blocks(page).into_iter().find(|block| block["@type"] == kind)
}

fn check_post(post: &Value, kind: &str) {
    assert_eq!(post["@type"], kind, "{post}");
    assert!(post["text"].as_str().is_some_and(|text| !text.is_empty()), "{post}");
    assert_eq!(post["author"]["@type"], "Person", "{post}");
    assert!(post["author"]["name"].is_string(), "{post}");
    let page = post["author"]["url"].as_str().unwrap();
    assert!(page.starts_with("http://forum.localhost/users/"), "{post}");
    let published = post["datePublished"].as_str().unwrap();
    assert!(published.parse::<chrono::DateTime<chrono::Utc>>().is_ok(), "{post}");
}

fn check_answer(answer: &Value) {
    check_post(answer, "Answer");
    assert!(answer["upvoteCount"].is_i64(), "{answer}");
    let address = answer["url"].as_str().unwrap();
    assert!(address.starts_with("http://forum.localhost/replies/"), "{answer}");
}

fn check_breadcrumbs(page: &Page, names: &[&str]) {
    let list = block(page, "BreadcrumbList").unwrap_or_else(|| panic!("{} has none", page.path));
    let steps = list["itemListElement"].as_array().unwrap();
    assert!(steps.len() >= 2, "{list}");
    for (step, (name, place)) in steps.iter().zip(names.iter().zip(1..)) {
        assert_eq!(
            (&step["name"], &step["position"]),
            (&Value::from(*name), &Value::from(place))
        );
        assert!(
            step["item"].as_str().unwrap().starts_with("http://forum.localhost/"),
            "{step}"
        );
    }
    assert_eq!(steps.len(), names.len());
}

#[test]
fn a_question_with_answers_tells_them_and_which_was_accepted() {
    let app = TestApp::spawn();
    let title = "Why does </script><b>x</b> & \u{2028} break?";
    let thread = app.by("ada", |ada| ada.ask("help", title, "box"));
    assert_eq!(block(&page_of(&app, thread), "QAPage"), None, "nobody has answered");

    let first = app.by("bob", |bob| bob.reply(thread, "Turn the `</script>` & the key."));
    app.by("eve", |eve| eve.reply(thread, "Or break it."));
    let question = block(&page_of(&app, thread), "QAPage").unwrap();
    assert_eq!(question["@context"], "https://schema.org");
    let question = &question["mainEntity"];
    check_post(question, "Question");
    assert_eq!(question["answerCount"], 2);
    assert!(question["upvoteCount"].is_i64());
    assert_eq!(question["acceptedAnswer"], Value::Null);
    let suggested = question["suggestedAnswer"].as_array().unwrap();
    suggested.iter().for_each(check_answer);
    assert_eq!(suggested.len(), 2);
    assert!(
        suggested
            .iter()
            .any(|answer| answer["text"] == "Turn the </script> & the key.")
    );

    app.by("ada", |ada| ada.accept(first));
    let page = page_of(&app, thread);
    let question = &block(&page, "QAPage").unwrap()["mainEntity"];
    assert_eq!(question["name"], page.text("h1"));
    assert!(question["name"].as_str().unwrap().contains("</script>"));
    check_answer(&question["acceptedAnswer"]);
    assert_eq!(question["acceptedAnswer"]["text"], "Turn the </script> & the key.");
    assert_eq!(question["suggestedAnswer"].as_array().unwrap().len(), 1);
    check_breadcrumbs(&page, &["Home", "HELP", question["name"].as_str().unwrap()]);
}

#[test]
fn a_discussion_tells_its_replies() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.start("help", "discussion", "What are boxes for?", ""));
    app.by("bob", |bob| bob.reply(thread, "For things."));
    let page = page_of(&app, thread);
    assert_eq!(block(&page, "QAPage"), None);
    let posting = block(&page, "DiscussionForumPosting").unwrap();
    check_post(&posting, "DiscussionForumPosting");
    assert_eq!(posting["headline"], "What are boxes for?");
    assert_eq!(
        posting["url"],
        page.attributes("link[rel=canonical]", "href")[0].as_str()
    );
    assert_eq!(posting["interactionStatistic"][0]["@type"], "InteractionCounter");
    check_post(&posting["comment"][0], "Comment");
}

#[test]
fn lists_tell_the_way_to_them() {
    let app = TestApp::spawn();
    app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let visitor = app.visitor();
    check_breadcrumbs(&visitor.get("/categories/help"), &["Home", "HELP"]);
    check_breadcrumbs(
        &visitor.get("/tags/box"),
        &["Home", "Tags", &visitor.get("/tags/box").text("h1")],
    );
}

#[test]
fn nothing_is_told_of_what_the_public_does_not_see() {
    let app = TestApp::spawn();
    for (category, is_deleted) in [("members", false), ("help", true)] {
        let thread = app.by("ada", |ada| ada.ask(category, "How do I open the box?", ""));
        app.by("bob", |bob| bob.reply(thread, "With the key."));
        if is_deleted {
            delete(&app, thread);
        }
        let page = app.signed_in("cat").visit(&format!("/threads/{thread}"));
        assert_eq!((page.status, blocks(&page)), (200, Vec::new()));
        assert!(!page.has("meta[property='og:image']"), "{category}");
    }
}
