//! The whole way round: a letter goes out, its answer comes in, and what comes back of it is counted.

use diesel::RunQueryDsl;
use tanya::domain::incoming::Outcome::{Posted, Repeated, Reported};

use super::{Forum, message};

/// The value of a field of a message, on one line.
fn field(message: &str, name: &str) -> String {
    let head = message
        .split("\r\n\r\n")
        .next()
        .unwrap()
        .replace("\r\n ", " ")
        .replace("\r\n\t", " ");
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
        .find(|message| field(message, "To") == "ada@example.com");
    to_ada.expect("ada is told by letter")
}

#[test]
fn a_letter_is_answered_where_it_asks_to_be() {
    let forum = Forum::spawn();
    let letter = letter(&forum);
    let to = field(&letter, "Reply-To");
    assert!(to.starts_with("reply+"), "{to}");
    let body = "Yes, it was the tray.\r\n\r\nOn Mon, 2 Mar 2026 at 12:00, Forum <forum@example.com> wrote:\r\n> Have you tried the other tray?\r\n";
    assert_eq!(
        forum.receive(&message("ada@example.com", &to, "1", body)),
        (Posted, None)
    );
    let replies = forum.page().texts("#replies .post .prose");
    assert!(
        replies.iter().any(|text| text == "Yes, it was the tray."),
        "{replies:?}"
    );
    forum.app.pass(chrono::Duration::hours(2));
    forum.app.messages();
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

#[test]
fn what_came_back_is_counted_once() {
    let forum = Forum::spawn();
    let letter = letter(&forum);
    let report = |number: u32, id: &str| {
        format!(
            "From: MAILER-DAEMON@mx.example.com\r\nTo: forum@example.com\r\nReturn-Path: <>\r\nMessage-ID: <bounce{number}@mx.example.com>\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nNobody here.\r\n--b\r\n\
             Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n\
             Final-Recipient: rfc822; ada@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\n\
             Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: {id}\r\nTo: ada@example.com\r\n--b--\r\n"
        )
    };
    let score = || {
        let query = "select cast(coalesce(sum(score), 0) as bigint) as count from bounces";
        forum
            .app
            .read(|db| Ok(diesel::sql_query(query).get_result::<Count>(db)?))
            .count
    };
    assert_eq!(
        forum.receive(report(1, "<made-up@example.com>").as_bytes()),
        (Reported, None)
    );
    assert_eq!(score(), 0, "nobody can have the letters of others stopped");
    let ours = report(2, &field(&letter, "Message-ID"));
    assert_eq!(forum.receive(ours.as_bytes()), (Reported, None));
    let counted = score();
    assert!(counted > 0);
    assert_eq!(forum.receive(ours.as_bytes()), (Repeated, None));
    assert_eq!(score(), counted);
    let deep = ours.replace(
        "Content-Type: message/delivery-status",
        &"Content-Type: message/rfc822\r\n\r\n".repeat(20_000),
    );
    forum.receive(deep.as_bytes());
    assert_eq!(score(), counted);
    assert!(forum.app.messages().is_empty(), "nobody answers a report");
}
