//! The ways in: a mail server's pipe and the webhook, each answered only when the message is kept.

use std::io::Write;
use std::process::Stdio;

use base64::Engine;
use tanya::domain::incoming::LARGEST;
use tanya::domain::incoming::Outcome::Posted;

use super::{Forum, TAKES_MAIL, message};
use crate::support::Child;

const SECRET: &str = "a-secret-of-the-mail-server";

/// Runs the program with a message on its standard input; answers the code with which it ends.
fn pipe(forum: &Forum, database: &str, arguments: &[&str], raw: &[u8]) -> Option<i32> {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [&["--database-url", database, "receive-mail"], arguments].concat();
    let mut command = Child::command(folder.path(), &arguments);
    command
        .envs(TAKES_MAIL.iter().copied())
        .stdin(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    // Who refuses early reads no more.
    let _written = child.stdin.take().unwrap().write_all(raw);
    let code = child.wait().unwrap().code();
    forum.app.settle_changes();
    code
}

#[test]
fn a_message_on_standard_input_is_kept_or_comes_again() {
    let forum = Forum::spawn();
    let database = forum.app.database_address();
    let to = forum.address("bob");
    let raw = [
        b"From bob@example.com Mon Mar  2 10:00:00 2026\n".as_slice(),
        &message("bob@example.com", "list@example.org", "1", "By the pipe."),
    ]
    .concat();
    assert_eq!(pipe(&forum, &database, &["--recipient", &to], &raw), Some(0));
    // The program is gone; whoever works jobs next finds the message.
    forum.app.clock.pass(chrono::Duration::days(3_650));
    forum.app.work();
    assert_eq!(forum.outcomes(), [Posted]);
    assert_eq!(
        pipe(&forum, &database, &["--recipient", "who@else.example"], &raw),
        Some(67)
    );
    assert_eq!(pipe(&forum, &database, &["--recipient", "nobody"], &raw), Some(67));
    assert_eq!(pipe(&forum, &database, &[], b" \r\n"), Some(65));
    assert_eq!(pipe(&forum, &database, &[], &vec![b'x'; LARGEST + 1]), Some(65));
    assert_eq!(pipe(&forum, "sqlite:/no/such/folder/tanya.db", &[], &raw), Some(75));
    assert_eq!(pipe(&forum, "postgres://127.0.0.1:1/none", &[], &raw), Some(75));
    assert_eq!(forum.rows().len(), 1);
}

#[test]
fn a_broken_configuration_keeps_the_message_at_the_mail_server() {
    let folder = tempfile::tempdir().unwrap();
    for (file, variable) in [
        ("TANYA_BIND=nowhere\n", None),
        ("not a line\n", None),
        ("", Some(("TANYA_MAIL_ASK", "ask"))),
    ] {
        std::fs::write(folder.path().join(".env"), file).unwrap();
        let mut command = Child::command(folder.path(), &["receive-mail"]);
        command.env_remove("TANYA_BIND").envs(variable);
        assert_eq!(
            command.output().unwrap().status.code(),
            Some(75),
            "{file:?} {variable:?}"
        );
    }
}

#[test]
fn the_webhook_takes_a_message_from_whoever_knows_the_secret() {
    let variables = [TAKES_MAIL, &[("TANYA_INCOMING_SECRET", SECRET)]].concat();
    let forum = Forum::configured(&variables);
    let raw = message("bob@example.com", &forum.address("bob"), "1", "By the webhook.");
    let send = |headers: &[(&str, &str)], raw: &[u8]| {
        let body = Some(("message/rfc822", raw));
        let page = forum.app.visitor().send_with("POST", "/incoming/mail", headers, body);
        page.unwrap().status
    };
    let basic = |pair: &str| format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair));
    for wrong in [
        basic("user:guess"),
        basic("none"),
        "Basic *".to_owned(),
        format!("Bearer {SECRET}x"),
        String::new(),
    ] {
        assert_eq!(send(&[("authorization", &wrong)], &raw), 401, "{wrong}");
    }
    assert_eq!(send(&[], &raw), 401);
    assert!(forum.rows().is_empty());
    assert_eq!(send(&[("authorization", &basic(&format!("mail:{SECRET}")))], &raw), 200);
    assert_eq!(send(&[("authorization", &format!("Bearer {SECRET}"))], &raw), 200);
    assert_eq!(send(&[("x-tanya-secret", SECRET)], &raw), 200);
    assert_eq!(send(&[("x-tanya-secret", SECRET)], b"\r\n"), 422);
    assert_eq!(send(&[("x-tanya-secret", SECRET)], &vec![b'x'; LARGEST + 1]), 413);
    forum.app.work();
    assert_eq!(forum.outcomes().iter().filter(|outcome| **outcome == Posted).count(), 1);
}

#[test]
fn without_a_secret_there_is_no_webhook() {
    let forum = Forum::spawn();
    let page = forum
        .app
        .visitor()
        .post_body("/incoming/mail", "message/rfc822", b"From: a@b.example\r\n\r\nx");
    assert_eq!(page.status, 404);
}
