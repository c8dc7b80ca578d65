//! One's data as a file.

use chrono::Duration;
use serde_json::Value;
use tanya::domain::sight::Sight;
use tanya::domain::vote::Vote;
use tanya::store::comments::CommentOn;
use tanya::store::{thanks, votes};

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
