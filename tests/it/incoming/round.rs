//! The whole way round: a letter goes out, and its answer comes in.

use tanya::domain::incoming::Outcome::{Posted, Reported};

use super::{Forum, message};

/// The value of a field of a message, on one line.
fn field(message: &str, name: &str) -> String {
    let head = message.split("\r\n\r\n").next().unwrap();
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
    line.unwrap_or_else(|| panic!("no {name} in\n{head}")).to_owned()
}

/// The letter that ada gets when bob replies.
fn letter(forum: &Forum) -> String {
    forum.app.messages();
    forum
        .app
        .by("bob", |bob| bob.reply(forum.thread, "Have you tried the other tray?"));
    forum.app.work();
    forum.app.pass(chrono::Duration::hours(2));
    let messages = forum.app.messages();
    let to_ada = messages
        .into_iter()
        .find(|message| field(message, "To").contains("ada@example.com"));
    to_ada.expect("ada is told by letter")
}

#[test]
fn a_letter_is_answered_where_it_asks_to_be() {
    let forum = Forum::spawn();
    let letter = letter(&forum);
    let to = field(&letter, "Reply-To");
    assert!(to.starts_with("reply+"), "{to}");
    let body = "Yes, it was the tray.\r\n\r\nOn Mon, 2 Mar 2026 at 12:00, Forum <forum@example.com> wrote:\r\n\
                > Have you tried the other tray?\r\n";
    let raw = message("ada@example.com", &to, "1", body);
    assert_eq!(forum.receive(&raw), (Posted, None));
    let replies = forum.page().texts("#replies .post .prose");
    assert!(
        replies.iter().any(|text| text == "Yes, it was the tray."),
        "{replies:?}"
    );
    forum.app.pass(chrono::Duration::hours(2));
    forum.app.messages();
}

#[test]
fn a_report_of_messages_in_one_another_is_survived() {
    let forum = Forum::spawn();
    let inner = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
    let raw = format!(
        "From: MAILER-DAEMON@mx.example.com\r\nTo: forum@example.com\r\nMessage-ID: <1@mx.example.com>\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n{inner}--b--\r\n"
    );
    assert_eq!(forum.receive(raw.as_bytes()).0, Reported);
}
