//! What becomes of an article when an answer that it cites is deleted.

use tanya::domain::article::ArticleState;
use tanya::domain::body::Reason;
use tanya::domain::id::ReplyId;
use tanya::domain::sight::Sight;
use tanya::store::{replies, threads};

use super::{EDIT, path, published};
use crate::support::TestApp;

const WARNING: &str = ".notice.warning";

fn delete(app: &TestApp, reply: ReplyId) {
    let (cat, now) = (app.user("cat"), app.now());
    let reason = Reason::parse("wrong").unwrap();
    app.write(|tx| replies::delete(tx, &cat, Sight::everything(), reply, &reason, now));
}

#[test]
fn an_article_says_that_an_answer_which_it_cites_is_deleted() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "With a key."));
    let (_, article) = published(&app);
    let [cat, visitor] = [app.signed_in("cat"), app.visitor()];
    let edit = format!("{}/-/edit", path(article));
    let body = format!("Use a key. ([bob, 3 May 2024](/replies/{reply}))");
    assert_eq!(cat.submit(&edit, EDIT, &[("body", &body)]).status, 303);
    assert!(!visitor.visit(&path(article)).has(WARNING));

    delete(&app, reply);
    let read = visitor.visit(&path(article));
    assert!(
        read.body
            .contains("An answer that this article cites has been deleted."),
        "{}",
        read.body
    );
    assert!(
        !read.body.contains("The answer of bob"),
        "which one is for those who write"
    );
    assert!(
        cat.visit(&path(article))
            .body
            .contains("The answer of bob in “How do I open the box?”")
    );
    assert!(
        cat.visit("/moderation/articles")
            .body
            .contains("Cites an answer that is deleted")
    );

    // Saved again, it asks.
    let asked = cat.submit(&edit, EDIT, &[("short_answer", "With a key, of course.")]);
    assert_eq!(asked.status, 422);
    assert!(asked.has("input[name=despite_deleted]"), "{}", asked.body);
    let confirmed = asked.form(EDIT).with(&[("despite_deleted", "true")]);
    assert_eq!(cat.send_form(&confirmed).status, 303);
    // Without the citation it asks nothing and says nothing.
    assert_eq!(cat.submit(&edit, EDIT, &[("body", "Use a key.")]).status, 303);
    assert!(!visitor.visit(&path(article)).has(WARNING));
    assert!(
        !cat.visit("/moderation/articles")
            .body
            .contains("Cites an answer that is deleted")
    );
}

#[test]
fn what_cites_a_deleted_answer_is_published_only_by_whoever_says_so() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "With a key."));
    let article = app.by("cat", |cat| {
        let section = cat.section("Devices", None)?;
        cat.draft(section, "How do I open the box?", "public")
    });
    let cat = app.signed_in("cat");
    let edit = format!("{}/-/edit", path(article));
    let body = format!("Use a key. ([bob](/replies/{reply}))");
    assert_eq!(cat.submit(&edit, EDIT, &[("body", &body)]).status, 303);
    // With its thread the answer goes too.
    let (moderator, now, reason) = (app.user("cat"), app.now(), Reason::parse("off topic").unwrap());
    app.write(|tx| threads::delete(tx, &moderator, Sight::everything(), thread, &reason, now));
    let publish = "form[action$='/-/state']:has(input[name=to][value=published])";
    let address = path(article);
    cat.submit(&address, publish, &[]);
    assert!(cat.visit(&address).body.contains(ArticleState::Draft.as_str()));
    assert_eq!(
        app.visitor().get(&address).status,
        404,
        "nothing was published silently"
    );
    cat.submit(&address, publish, &[("despite_deleted", "true")]);
    let read = app.visitor().visit(&address);
    assert!(read.has(WARNING), "{}", read.body);
}
