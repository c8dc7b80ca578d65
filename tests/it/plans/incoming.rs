//! What mail that comes in asks of the database.

use chrono::{DateTime, Utc};
use tanya::domain::cursor::Cursor;
use tanya::domain::email::EmailAddress;
use tanya::domain::id::{IncomingId, ReplyId, ThreadId, UserId};
use tanya::domain::incoming::{Outcome, Source, Why};
use tanya::domain::person::PersonName;
use tanya::domain::reply_token::OfferedToken;
use tanya::store::incoming::{self, Settled, Taken};
use tanya::store::sign_ups::{self, NewSignUp};
use tanya::store::signed_links;

use super::pages::{Ask, named};

fn now() -> DateTime<Utc> {
    "2025-01-05T00:00:00Z".parse().unwrap()
}

fn settled() -> Settled {
    Settled {
        outcome: Outcome::Refused,
        why: Some(Why::Locked),
        sender: EmailAddress::parse("p7@example.org").ok(),
        subject: "About it".to_owned(),
        identity: Some("another identity".to_owned()),
        user: Some(UserId::stored(7)),
        thread: Some(ThreadId::stored(7)),
        reply: None,
    }
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let mut all = vec![
        named("a message that comes in", |db| {
            let Taken::Kept(id) = incoming::take(db, Source::Pipe, b"From: a@b.example", now())? else {
                return Ok(());
            };
            incoming::waiting(db, id)?;
            incoming::is_known(db, "identity 7")?;
            incoming::settle(db, id, &settled(), now())?;
            incoming::find(db, IncomingId::stored(7))?;
            incoming::is_suspended(db, UserId::stored(7), now())?;
            incoming::mark_by_mail(db, ReplyId::stored(7))
        }),
        named("the address of an answer, and whose it is", |db| {
            let ours = EmailAddress::parse("reply@forum.example.org").unwrap();
            signed_links::key_or_new(db, now())?;
            let address = incoming::reply_address(db, &ours, UserId::stored(7), ThreadId::stored(7))?.unwrap();
            let token = address.as_str().split(['+', '@']).nth(1).unwrap().to_owned();
            incoming::holder(db, &OfferedToken::read(&token).unwrap())
        }),
        named("a question by mail", |db| {
            let new = NewSignUp {
                name: PersonName::parse("Zoe").unwrap(),
                email: EmailAddress::parse("zoe@example.net").unwrap(),
                password_hash: "x".to_owned(),
                question: Some("{}".to_owned()),
                back: None,
                language: None,
                agreed: None,
                ask_session: None,
                doubt: None,
                network: None,
            };
            sign_ups::begin_by_mail(db, &new, now())
        }),
        named("messages that are forgotten", |db| {
            let early: DateTime<Utc> = "2025-01-01T03:00:00Z".parse().unwrap();
            incoming::sweep(db, early + chrono::Duration::days(90))
        }),
    ];
    for outcome in [None, Some(Outcome::Refused)] {
        for after in [None, Some(Cursor::at(now() - chrono::Duration::days(3), 7))] {
            all.push(named(
                format!("messages that ended as {outcome:?}, after {after:?}"),
                move |db| incoming::page(db, outcome, after, 50),
            ));
        }
    }
    all
}
