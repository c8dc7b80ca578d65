//! What is not posted: forged, out of place, made by a program, or too much.

use tanya::domain::incoming::Outcome::{Ignored, Posted, Refused, Repeated, Reported};
use tanya::domain::incoming::{LARGEST, Why};
use tanya::domain::watched_word::WatchedDeed;
use tanya::store::signed_links;

use super::{Forum, TAKES_MAIL, message};
use crate::screening::watch;

fn refused(why: Why) -> (tanya::domain::incoming::Outcome, Option<Why>) {
    (Refused, Some(why))
}

#[test]
fn only_the_reader_of_a_letter_answers_it() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    assert_eq!(
        forum.receive(&message("eve@example.com", &to, "1", "x")),
        refused(Why::OtherSender)
    );
    let letters = forum.app.letters();
    assert_eq!(letters.len(), 1, "eve has an account, and is told");
    assert_eq!(letters[0].to.as_str(), "eve@example.com");
    assert!(!letters[0].text.contains("bob"), "{}", letters[0].text);
    for stranger in [
        "mallory@evil.example",
        "\"bob@example.com\" <mallory@evil.example>",
        "a@b.example, bob@example.com",
    ] {
        assert_eq!(
            forum.receive(&message(stranger, &to, stranger, "x")),
            refused(Why::OtherSender)
        );
    }
    assert!(
        forum.app.letters().is_empty(),
        "strangers are no reason to send letters"
    );
    assert!(forum.page().texts("#replies .post").is_empty());
}

#[test]
fn words_that_may_not_stand_in_a_post_are_answered_and_others_wait() {
    let forum = Forum::spawn();
    watch(&forum.app, "casino", WatchedDeed::Block, "");
    watch(&forum.app, "free money", WatchedDeed::Hold, "");
    let to = forum.address("bob");
    for (number, to) in [to.as_str(), "ask@forum.example.org"].into_iter().enumerate() {
        let raw = message("bob@example.com", to, &number.to_string(), "Come to my CASINO.");
        assert_eq!(forum.receive(&raw), refused(Why::Blocked), "{to}");
        let letters = forum.app.letters();
        assert_eq!(letters.len(), 1, "{to}");
        assert!(
            letters[0].text.contains("may not stand in a post here"),
            "{}",
            letters[0].text
        );
    }
    let held = message("bob@example.com", &to, "9", "There is free money.");
    assert_eq!(forum.receive(&held), (Posted, None));
    assert!(forum.page().texts("#replies .post").is_empty());
    let desk = forum.app.signed_in("cat").visit("/moderation").text(".queue");
    assert!(desk.contains("Watched words"), "{desk}");
}

#[test]
fn tokens_cannot_be_made_or_changed() {
    let forum = Forum::spawn();
    let (bob, ada) = (forum.address("bob"), forum.address("ada"));
    let swapped = bob.replacen("reply+", "reply+a", 1);
    for (number, to) in ["reply@forum.example.org", "reply+x@forum.example.org", &swapped]
        .iter()
        .enumerate()
    {
        let raw = message("bob@example.com", to, &number.to_string(), "x");
        assert_eq!(forum.receive(&raw), refused(Why::BadToken), "{to}");
    }
    assert_eq!(
        forum.receive(&message("bob@example.com", &ada, "9", "x")),
        refused(Why::OtherSender)
    );
    assert_eq!(
        forum.receive(&message("bob@example.com", "who@else.example", "8", "x")),
        refused(Why::NoAddress)
    );
    let now = forum.app.now();
    forum.app.write(|tx| signed_links::end_key(tx, now));
    assert_eq!(
        forum.receive(&message("bob@example.com", &bob, "7", "x")),
        (Posted, None),
        "an old letter"
    );
    forum.app.write(signed_links::forget_ended_keys);
    assert_eq!(
        forum.receive(&message("bob@example.com", &bob, "6", "x")),
        refused(Why::BadToken)
    );
    forum.app.letters();
}

#[test]
fn where_a_mail_server_tells_its_topmost_word_counts() {
    let variables = [TAKES_MAIL, &[("TANYA_MAIL_AUTHSERV_ID", "mx.example.org")]].concat();
    let forum = Forum::configured(&variables);
    let to = forum.address("bob");
    let with = |number: u32, fields: &str| {
        let plain = message(
            "bob@example.com",
            &to,
            &number.to_string(),
            &format!("Number {number}."),
        );
        forum.receive(&[fields.as_bytes(), &plain].concat())
    };
    let good = "Authentication-Results: mx.example.org; dkim=pass header.d=example.com\r\n";
    let bad = "Authentication-Results: mx.example.org; dkim=fail header.d=example.com\r\n";
    let foreign = "Authentication-Results: mx.evil.example; dkim=pass header.d=example.com\r\n";
    assert_eq!(with(1, ""), refused(Why::Unproven));
    assert_eq!(
        with(2, &format!("{bad}{good}")),
        refused(Why::Unproven),
        "the lower one came with the message"
    );
    assert_eq!(with(3, foreign), refused(Why::Unproven));
    assert!(
        forum.app.letters().is_empty(),
        "who forges is not written to in somebody's name"
    );
    assert_eq!(with(4, &format!("{foreign}{good}{bad}")), (Posted, None));
}

#[test]
fn where_a_mail_server_tells_nobody_is_written_to_for_what_was_forged() {
    let variables = [TAKES_MAIL, &[("TANYA_MAIL_AUTHSERV_ID", "mx.example.org")]].concat();
    let forum = Forum::configured(&variables);
    let (bob, unknown) = (forum.address("bob"), "reply+x@forum.example.org");
    for (number, (from, to)) in [("eve", bob.as_str()), ("eve", unknown), ("bob", unknown)]
        .iter()
        .enumerate()
    {
        let plain = message(&format!("{from}@example.com"), to, &number.to_string(), "x");
        assert_eq!(forum.receive(&plain), refused(Why::Unproven), "{from} to {to}");
    }
    assert!(forum.app.letters().is_empty());
    let good = "Authentication-Results: mx.example.org; dkim=pass header.d=example.com\r\n";
    let plain = message("eve@example.com", &bob, "3", "x");
    assert_eq!(
        forum.receive(&[good.as_bytes(), &plain].concat()),
        refused(Why::OtherSender)
    );
    assert_eq!(forum.app.letters().len(), 1, "who really wrote is told");
}

#[test]
fn a_message_has_one_sender_or_none() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    for (number, fields) in [
        "From: bob@example.com\r\nFrom: mallory@evil.example",
        "From: mallory@evil.example\r\nFROM: bob@example.com",
        "From : mallory@evil.example\r\nFrom: bob@example.com",
        "From: bob@example.com\r\nFrom : mallory@evil.example",
        "From: bob@example.com, mallory@evil.example",
        "From: bob@example.com <mallory@evil.example>",
        "From: \"bob@example.com\"@evil.example",
        "From: mallory@evil.example (bob@example.com)",
        "From: =?utf-8?q?bob=40example.com?= <mallory@evil.example>",
        "From: bob@example.com.evil.example",
        "Sender: bob@example.com\r\nReply-To: bob@example.com\r\nFrom: mallory@evil.example",
        "Resent-From: bob@example.com\r\nFrom: mallory@evil.example",
    ]
    .iter()
    .enumerate()
    {
        let raw = format!("{fields}\r\nTo: {to}\r\nMessage-ID: <{number}@x>\r\n\r\nx\r\n");
        assert_eq!(forum.receive(raw.as_bytes()), refused(Why::OtherSender), "{fields}");
    }
    assert!(forum.app.letters().is_empty());
}

#[test]
fn whoever_may_not_reply_is_told_why_once() {
    for (change, why) in [
        (
            "update users set suspended_at = '2026-01-01 00:00:00' where name = 'bob'",
            Why::Suspended,
        ),
        ("update threads set locked_at = '2026-01-01 00:00:00'", Why::Locked),
        ("update threads set deleted_at = '2026-01-01 00:00:00'", Why::NoThread),
        ("update categories set audience = 'staff'", Why::NoThread),
    ] {
        let forum = Forum::spawn();
        let raw = message("bob@example.com", &forum.address("bob"), "1", "It works.");
        forum.run(change);
        assert_eq!(forum.receive(&raw), refused(why), "{change}");
        let letters = forum.app.letters();
        assert_eq!(letters.len(), 1, "{change}");
        assert_eq!(letters[0].to.as_str(), "bob@example.com");
        assert!(
            letters[0].subject.contains("Why does it stop?"),
            "{}",
            letters[0].subject
        );
        assert_eq!(forum.receive(&raw), (Repeated, None), "{change}");
        assert!(forum.app.letters().is_empty(), "{change}: it was told before");
    }
}

#[test]
fn an_account_that_was_closed_answers_nothing() {
    let forum = Forum::spawn();
    let raw = message("bob@example.com", &forum.address("bob"), "1", "It works.");
    let (bob, now) = (forum.app.user("bob").id, forum.app.now());
    forum.app.write(|tx| tanya::store::users::closing::close(tx, bob, now));
    assert_eq!(forum.receive(&raw), refused(Why::BadToken));
    forum.app.letters();
    assert!(forum.page().texts("#replies .post").is_empty());
}

#[test]
fn an_answer_without_words_is_told_and_one_too_long_too() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    let empty = "\r\nOn Mon, 2 Mar 2026 at 10:00, Forum <reply@forum.example.org> wrote:\r\n> Why?\r\n";
    assert_eq!(
        forum.receive(&message("bob@example.com", &to, "1", empty)),
        refused(Why::Nothing)
    );
    let long = "a long line of words\r\n".repeat(4_000);
    assert_eq!(
        forum.receive(&message("bob@example.com", &to, "2", &long)),
        refused(Why::Unfit)
    );
    assert_eq!(forum.app.letters().len(), 2);
}

#[test]
fn what_a_program_wrote_is_never_answered() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    for (number, field) in [
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "Return-Path: <>",
        "X-Autoreply: yes",
    ]
    .iter()
    .enumerate()
    {
        let plain = message("bob@example.com", &to, &number.to_string(), "I am away.");
        let raw = [format!("{field}\r\n").as_bytes(), &plain].concat();
        assert_eq!(forum.receive(&raw), (Ignored, Some(Why::Automatic)), "{field}");
    }
    let bounce = format!(
        "From: <MAILER-DAEMON@example.com>\r\nTo: {to}\r\nReturn-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nno\r\n--x--"
    );
    for _ in 0..2 {
        assert_eq!(
            forum.receive(bounce.as_bytes()).0,
            if forum.rows().len() < 6 { Reported } else { Repeated }
        );
    }
    assert!(forum.app.letters().is_empty());
    assert!(forum.page().texts("#replies .post").is_empty());
}

#[test]
fn two_programs_that_answer_each_other_end() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    forum.comes(&message("bob@example.com", "reply+x@forum.example.org", "1", "x"));
    let ours = forum.app.messages();
    assert_eq!(ours.len(), 1);
    // The other side sends our own letter back, and an answer to it by itself.
    let back = ours[0].replacen("To: ", &format!("To: {to}\r\nX-To: "), 1);
    assert_eq!(forum.receive(back.as_bytes()).0, Ignored);
    let plain = message("bob@example.com", &to, "2", "Thank you for your mail.");
    let answer = [b"Auto-Submitted: auto-replied\r\n".as_slice(), &plain].concat();
    assert_eq!(forum.receive(&answer).0, Ignored);
    assert!(forum.app.messages().is_empty());
}

#[test]
fn letters_to_one_address_are_few() {
    let forum = Forum::spawn();
    for number in 0..20 {
        let raw = message("bob@example.com", "reply+x@forum.example.org", &number.to_string(), "x");
        assert_eq!(forum.receive(&raw), refused(Why::BadToken));
    }
    assert!(forum.app.letters().len() <= 5);
}

#[test]
fn large_and_deep_messages_are_read_or_refused() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    let mut large = message("bob@example.com", &to, "1", "Mine.\r\n-- \r\n");
    large.resize(LARGEST, b'x');
    assert_eq!(forum.receive(&large).0, Posted);
    large.push(b'x');
    assert_eq!(forum.receive(&large), refused(Why::Unreadable));
    let deep: String = (0..10_000)
        .map(|level| format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"))
        .collect();
    let deep = format!("From: bob@example.com\r\nTo: {to}\r\nMessage-ID: <2@x>\r\n{deep}");
    assert_eq!(forum.receive(deep.as_bytes()), refused(Why::Nothing));
    assert_eq!(forum.receive(b"\0\xff\xfe"), refused(Why::Unreadable));
    forum.app.letters();
}

#[test]
fn an_administrator_finds_what_was_refused_and_why() {
    let forum = Forum::spawn();
    forum.receive(&message("mallory@evil.example", &forum.address("bob"), "1", "x"));
    forum.receive(&message("bob@example.com", &forum.address("bob"), "2", "It works."));
    let root = forum.app.signed_in("root");
    let all = root.visit("/admin/incoming").text("main");
    assert!(all.contains("mallory@evil.example") && all.contains("Posted"), "{all}");
    let refused = root.visit("/admin/incoming?outcome=refused").text("main table");
    assert!(refused.contains("another address than the account"), "{refused}");
    assert!(!refused.contains("bob@example.com"), "{refused}");
}
