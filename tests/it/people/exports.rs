//! One's data as a file.

use chrono::Duration;
use serde_json::Value;
use tanya::domain::account::User;
use tanya::domain::body::{Body, Reason};
use tanya::domain::document::{Agreed, Document, DocumentText};
use tanya::domain::email::EmailAddress;
use tanya::domain::sight::Sight;
use tanya::domain::vote::Vote;
use tanya::store::comments::CommentOn;
use tanya::store::documents::Draft;
use tanya::store::readings::Reading;
use tanya::store::written::Written;
use tanya::store::{address_changes, consents, documents, readings, replies, thanks, threads, votes};

use crate::support::{Client, Page, TestApp};

fn download(client: &Client) -> Page {
    client.submit("/settings/data", "form[action='/settings/data/download']", &[])
}

fn lengths(file: &Value) -> Vec<(String, usize)> {
    let lists = file.as_object().unwrap().iter();
    let lists = lists.filter_map(|(name, value)| Some((name.clone(), value.as_array()?.len())));
    lists.collect()
}

#[test]
fn the_file_holds_everything_that_one_wrote_and_did() {
    let app = TestApp::spawn();
    let sight = Sight::everything();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the \"box\"?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "With *the* key."));
    app.by("ada", |ada| ada.comment(CommentOn::Reply(reply), "Which one?"));
    app.by("ada", |ada| ada.accept(reply));
    app.by("ada", |ada| {
        votes::on_reply(ada.tx, &ada.author, sight, reply, Some(Vote::Up), ada.now)?;
        thanks::thank(ada.tx, &ada.author, sight, reply, true, ada.now)
    });
    let answer = download(&app.signed_in("ada"));
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert!(answer.header("content-disposition").unwrap().starts_with("attachment;"));
    let file: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(file["account"]["email"], "ada@example.com");
    assert_eq!(file["threads"][0]["title"], "How do I open the \"box\"?");
    let address = file["threads"][0]["address"].as_str().unwrap();
    assert!(
        address.ends_with(&format!("/threads/{thread}/how-do-i-open-the-box")),
        "{address}"
    );
    assert_eq!(file["comments"][0]["markdown"], "Which one?");
    assert_eq!(file["acceptances"][0]["reply_id"], reply.get());
    assert_eq!(file["thanks"][0]["reply_id"], reply.get());
    assert_eq!(file["reply_votes"][0]["vote"], "up");
    assert!(!answer.body.contains("With *the* key."), "what others wrote is theirs");
    assert!(!answer.body.contains("password") && !answer.body.contains("$argon2"));
    let file: Value = serde_json::from_str(&download(&app.signed_in("bob")).body).unwrap();
    assert_eq!(file["replies"][0]["markdown"], "With *the* key.");
}

#[test]
fn the_file_tells_what_stands_behind_the_posts_too() {
    let app = TestApp::spawn();
    let (sight, now) = (Sight::everything(), app.now());
    let text = DocumentText::parse("Be kind.").unwrap();
    let written = Written::document(&text);
    let draft = Draft {
        document: Document::Terms,
        text,
        written,
        asks_consent: true,
        after: 0,
    };
    let root = app.user("root").id;
    app.write(|tx| documents::publish(tx, &draft, root, now));
    let agreed = Agreed::stored("terms-1");
    let (ada, bob) = (app.user("ada"), app.user("bob"));
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    let reply = app.by("bob", |bob| bob.reply(thread, "With a key."));
    let edit = |user: &User, text: &str| {
        let body = Written::body(&Body::parse(text).unwrap());
        app.write(|tx| replies::edit(tx, user, sight, reply, &body, &Reason::default(), now));
    };
    edit(&bob, "With the key.");
    edit(&app.user("cat"), "A moderator's words.");
    edit(&bob, "With the other key.");
    app.by("ada", |ada| ada.accept(reply));
    app.write(|tx| {
        let why = Reason::required("It broke again").unwrap();
        threads::reopen(tx, &ada, sight, thread, &why, now)?;
        consents::record(tx, ada.id, &agreed, now)?;
        let new = EmailAddress::parse("new@example.com").unwrap();
        address_changes::ask(tx, ada.id, &new, now)?;
        readings::put(tx, &[(ada.id, thread, Reading { at: now, seen_count: 1 })])
    });
    let answer = download(&app.signed_in("ada"));
    let file: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(file["account"]["consents"][0]["document"], "terms");
    assert_eq!(file["account"]["consents"][0]["version"], 1);
    assert_eq!(file["account"]["waiting_address"]["email"], "new@example.com");
    assert_eq!(file["reopenings"][0]["reason"], "It broke again");
    assert_eq!(file["readings"][0]["thread_id"], thread.get());
    assert_eq!(file["known_browsers"][0]["network"], "127.0.0.0/24");
    let file: Value = serde_json::from_str(&download(&app.signed_in("bob")).body).unwrap();
    let earlier: Vec<_> = file["revisions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["markdown"])
        .collect();
    assert!(earlier.iter().any(|text| *text == "With a key."), "{earlier:?}");
    assert!(
        earlier.iter().all(|text| *text != "A moderator's words."),
        "{earlier:?}"
    );
    assert!(app.signed_in("bob").get("/settings/data").has("form[data-stays]"));
    app.work();
}

#[test]
fn a_long_list_is_whole_and_in_order() {
    let app = TestApp::spawn();
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    for nth in 0..450 {
        app.by("bob", |bob| bob.reply(thread, &format!("Answer {nth}")));
    }
    let file: Value = serde_json::from_str(&download(&app.signed_in("bob")).body).unwrap();
    let replies: Vec<&str> = file["replies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reply| reply["markdown"].as_str().unwrap())
        .collect();
    assert_eq!(replies, (0..450).map(|nth| format!("Answer {nth}")).collect::<Vec<_>>());
    assert!(lengths(&file).contains(&("sessions".to_owned(), 1)));
}

#[test]
fn a_few_files_a_day_are_enough() {
    let app = TestApp::spawn();
    let ada = app.signed_in("ada");
    for _ in 0..3 {
        assert_eq!(download(&ada).status, 200);
    }
    let refused = download(&ada);
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").is_some());
    app.pass(Duration::hours(25));
    app.work();
    assert_eq!(download(&ada).header("content-type"), Some("application/json"));
    assert_eq!(
        app.visitor().post("/settings/data/download", &[]).status,
        303,
        "nobody's data"
    );
}
