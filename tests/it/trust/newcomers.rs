//! What newcomers may not post yet: each with its sentence, and with the text given back.

use chrono::Duration;

use super::{be_newcomer, change_rules, threads};
use crate::support::{Client, Page, TestApp};

const ASK: &str = "form[action='/threads/new']";
/// Three links, one more than newcomers may put into a post.
const LINKS: &str = "See https://a.example and https://b.example and [more](https://c.example).";

fn ask(client: &Client, title: &str, body: &str) -> Page {
    let fields = [("title", title), ("body", body), ("tags", "light")];
    let page = client.submit("/threads/new?category=help", ASK, &fields);
    match page.status == 200 && page.has(ASK) {
        // What may answer it was shown first.
        true => client.send_form(&page.form(ASK)),
        false => page,
    }
}

fn check_given_back(page: &Page, field: &str, text: &str, sentence: &str) {
    assert_eq!(page.status, 422, "{}", page.body);
    assert!(page.text(".problems").contains(sentence), "{}", page.text("main"));
    let kept = page.texts(&format!("textarea[name={field}]"));
    assert!(kept.iter().any(|kept| kept.trim() == text), "{kept:?}");
}

#[test]
fn a_newcomers_post_has_few_links_wherever_it_is_written() {
    let app = TestApp::spawn();
    let thread = threads(&app, 1)[0];
    let reply = app.by("bob", |bob| bob.reply(thread, "With the key."));
    let own = app.by("bob", |bob| bob.ask("help", "Where is my key?", "key"));
    be_newcomer(&app, "bob");
    let bob = app.signed_in("bob");
    let sentence = "you can put 2 links to other sites into a post";
    check_given_back(&ask(&bob, "Where do these lead to?", LINKS), "body", LINKS, sentence);
    let (path, form) = (
        format!("/threads/{thread}"),
        format!("form[action='/threads/{thread}/-/replies']"),
    );
    let path = bob.visit(&path).path;
    check_given_back(&bob.submit(&path, &form, &[("body", LINKS)]), "body", LINKS, sentence);
    let edit = format!("/replies/{reply}/edit");
    let page = bob.submit(&edit, &format!("form[action='{edit}']"), &[("body", LINKS)]);
    check_given_back(&page, "body", LINKS, sentence);
    let edit = format!("/threads/{own}/-/edit");
    let page = bob.submit(&edit, &format!("form[action='{edit}']"), &[("body", LINKS)]);
    check_given_back(&page, "body", LINKS, sentence);
    let comments = format!("form[action='/replies/{reply}/comments']");
    let page = bob.submit(&path, &comments, &[("comment", LINKS)]);
    check_given_back(&page, "comment", LINKS, sentence);

    let two = "See https://a.example and https://b.example, and https://a.example again.";
    assert_eq!(bob.submit(&path, &form, &[("body", two)]).status, 303);
    app.by("ada", |ada| ada.reply(thread, LINKS));
    change_rules(&app, |rules| rules.newcomer.links = 0);
    assert_eq!(bob.submit(&path, &form, &[("body", LINKS)]).status, 303, "no limit");
    app.work();
}

#[test]
fn whoever_asks_before_signing_up_is_told_before_they_confirm() {
    let app = TestApp::spawn();
    let visitor = app.visitor();
    let fields = [
        ("title", "Where do these lead to?"),
        ("body", LINKS),
        ("tags", "light"),
        ("name", "zoe"),
        ("email", "zoe@example.com"),
        ("password", "a long enough password"),
    ];
    let page = visitor.submit("/threads/new?category=help", ASK, &fields);
    check_given_back(&page, "body", LINKS, "2 links to other sites");
    assert!(app.letters().is_empty());
}

#[test]
fn in_their_first_day_newcomers_start_few_threads() {
    let app = TestApp::spawn();
    be_newcomer(&app, "bob");
    change_rules(&app, |rules| rules.newcomer.threads = 2);
    app.pass(Duration::days(9));
    app.work();
    let bob = app.signed_in("bob");
    assert_eq!(ask(&bob, "Why is the light red?", "It is red.").status, 303);
    app.pass(Duration::hours(5));
    let bob = app.signed_in("bob");
    assert_eq!(ask(&bob, "What does the lever do?", "It is stuck.").status, 303);
    let page = ask(&bob, "Who has the manual?", "Mine is gone.");
    check_given_back(&page, "body", "Mine is gone.", "2 threads");
    assert!(
        page.text(".problems").contains("from 12 Mar 2026, 10:00 UTC"),
        "a day after the first one: {}",
        page.text(".problems")
    );
    // The form that was given back can be sent again, and deleting begins no new day.
    app.write(|tx| {
        use diesel::connection::SimpleConnection;
        Ok(tx.batch_execute("update threads set deleted_at = created_at where title = 'Why is the light red?'")?)
    });
    let refused = bob.send_form(&page.form(ASK));
    assert_eq!(refused.status, 422);
    app.pass(Duration::hours(19));
    let bob = app.signed_in("bob");
    assert_eq!(ask(&bob, "Who has the manual?", "Mine is gone.").status, 303);
    app.work();
}

#[test]
fn in_their_first_day_newcomers_write_few_replies() {
    let app = TestApp::spawn();
    let threads = threads(&app, 4);
    for name in ["bob", "dan", "eve"] {
        be_newcomer(&app, name);
    }
    change_rules(&app, |rules| rules.newcomer.replies = 2);
    let answer = |client: &Client, place: usize| {
        let thread = threads[place];
        let path = client.visit(&format!("/threads/{thread}")).path;
        let form = format!("form[action='/threads/{thread}/-/replies']");
        client.submit(&path, &form, &[("body", "With the key.")])
    };
    let bob = app.signed_in("bob");
    assert_eq!(answer(&bob, 0).status, 303);
    assert_eq!(answer(&bob, 1).status, 303);
    check_given_back(&answer(&bob, 2), "body", "With the key.", "you can write 2 answers");
    for name in ["dan", "eve", "ada"] {
        let client = app.signed_in(name);
        for place in 0..4 {
            assert_eq!(
                answer(&client, place).status,
                303,
                "{name} is staff, a helper or a member"
            );
        }
    }
    app.pass(Duration::hours(24));
    assert_eq!(answer(&app.signed_in("bob"), 2).status, 303);
    app.work();
}
