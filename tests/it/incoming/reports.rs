//! Reports of mail servers that come in: what they say of our letters counts, and of made-up ones it does not.

use tanya::domain::email::EmailAddress;
use tanya::domain::incoming::Outcome;
use tanya::domain::job::Job;
use tanya::store::{bounces, jobs};

use super::Forum;

/// A letter to bob; its id.
fn letter(forum: &Forum) -> String {
    let (user, now) = (forum.app.user("bob").id, forum.app.now());
    forum
        .app
        .write(|tx| jobs::enqueue(tx, &Job::PasswordChanged { user }, now));
    let message = forum.app.messages().pop().unwrap();
    let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: "));
    id.unwrap().to_owned()
}

fn report(number: u8, id: &str, reader: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mx.example.net\r\nTo: forum@example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         Message-ID: <report-{number}@mx.example.net>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n\
         Final-Recipient: rfc822; {reader}\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {id}\r\nTo: {reader}\r\nSubject: Hello\r\n\
         --b--\r\n"
    )
    .into_bytes()
}

#[test]
fn two_letters_that_come_back_pause_an_address_and_made_up_ones_do_not() {
    let forum = Forum::spawn();
    let bob = EmailAddress::parse("bob@example.com").unwrap();
    let is_paused = || {
        let now = forum.app.now();
        forum.app.read(|db| bounces::is_paused(db, &bob, now))
    };
    for (number, made_up) in [
        (1, "<job-1-5f.1.00112233445566778899@example.com>"),
        (2, "<x@example.com>"),
    ] {
        let raw = report(number, made_up, "bob@example.com");
        assert_eq!(forum.receive(&raw).0, Outcome::Reported);
    }
    assert!(!is_paused());
    let (first, second) = (letter(&forum), letter(&forum));
    forum.receive(&report(3, &first, "bob@example.com"));
    forum.receive(&report(4, &first, "bob@example.com"));
    assert!(!is_paused(), "what comes twice counts once");
    forum.receive(&report(5, &second, "ada@example.com"));
    assert!(!is_paused(), "a letter to bob says nothing of ada");
    forum.receive(&report(6, &second, "bob@example.com"));
    assert!(is_paused());
}
