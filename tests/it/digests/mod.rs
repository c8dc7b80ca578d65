//! Digests: who gets them, over which span of time, what stands in them; and waiting for one question without an account.

mod awaiting;
mod choosing;
mod opting_in;
mod sections;
mod windows;

use chrono::{DateTime, Duration, Utc};
use tanya::domain::digest::{Choices, Frequency, Rhythm, Section, Window};
use tanya::domain::email::EmailAddress;
use tanya::domain::id::SubscriberId;
use tanya::domain::sight::Sight;
use tanya::letters::Letter;
use tanya::store::subscribers::{self, Reader, Subscriber};
use tanya::store::{StoreError, digests};

use crate::support::{ORIGIN, TestApp};

/// A moment at which nothing special happens: a Monday.
fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Daily at noon, by the clocks of Greenwich.
fn daily() -> Choices {
    let rhythm = Rhythm {
        frequency: Frequency::Daily,
        hour: 12,
        ..Rhythm::offered(chrono_tz::UTC)
    };
    Choices {
        rhythm,
        ..Choices::offered(chrono_tz::UTC, None)
    }
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// Lets one of the cast get digests.
fn subscribe(app: &TestApp, name: &str, choices: &Choices) -> SubscriberId {
    let (user, now) = (app.user(name).id, app.now());
    app.write(|tx| subscribers::subscribe(tx, user, choices, now));
    app.read(|db| subscribers::of_member(db, user)).unwrap().id
}

/// Lets somebody without an account get digests, as they do: by a form, a letter and a button.
fn opt_in(app: &TestApp, email: &str, fields: &[(&str, &str)]) -> SubscriberId {
    let visitor = app.visitor();
    let mut all = vec![("email", email)];
    all.extend_from_slice(fields);
    let sent = visitor.submit("/digests", "form[action='/digests']", &all);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let letters = app.letters();
    let way = way(letters.last().unwrap(), "confirm-digests");
    let page = app.visitor().submit(&way, "main form", &[]);
    assert_eq!(page.status, 200, "{}", page.body);
    found(app, email).unwrap().id
}

fn found(app: &TestApp, email: &str) -> Option<Subscriber> {
    app.read(|db| subscribers::with_address(db, &address(email)))
}

/// Lets the clock come to a moment, does what is due then, and takes the digests among the letters.
fn letters_at(app: &TestApp, moment: DateTime<Utc>) -> Vec<Letter> {
    app.settle_changes();
    app.pass(moment - app.now());
    // A batch's letters go a little after the batch before.
    let letters = app.letters();
    app.clock.pass(Duration::minutes(1));
    let is_digest = |letter: &Letter| letter.text.contains("/letters/stop-digests/");
    letters.into_iter().chain(app.letters()).filter(is_digest).collect()
}

/// The path of a letter's link for this purpose.
fn way(letter: &Letter, purpose: &str) -> String {
    let beginning = format!("{ORIGIN}/letters/{purpose}/");
    let line = letter.text.lines().find(|line| line.starts_with(&beginning));
    let line = line.unwrap_or_else(|| panic!("no link for {purpose} in\n{}", letter.text));
    assert!(letter.html.contains(line), "the HTML says the same");
    line.trim_start_matches(ORIGIN).to_owned()
}

/// A letter's text without what is signed anew each time.
fn plain(text: &str) -> String {
    let line = |line: &str| match line.split_once("/letters/") {
        Some((before, way)) => format!("{before}/letters/{}/…", way.split('/').next().unwrap_or_default()),
        None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The digests of a subscriber: from, to and state.
fn windows(app: &TestApp, of: SubscriberId) -> Vec<(Window, String)> {
    use diesel::prelude::*;
    use diesel::sql_types::{BigInt, Text, Timestamp};
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Timestamp)]
        began_at: chrono::NaiveDateTime,
        #[diesel(sql_type = Timestamp)]
        ended_at: chrono::NaiveDateTime,
        #[diesel(sql_type = Text)]
        state: String,
    }
    let rows: Vec<Row> = app.read(|db| {
        Ok(diesel::sql_query(
            "select began_at, ended_at, state from digests where subscriber_id = $1 order by began_at",
        )
        .bind::<BigInt, _>(of.get())
        .load(db)?)
    });
    let window = |row: Row| {
        let window = Window {
            from: row.began_at.and_utc(),
            to: row.ended_at.and_utc(),
        };
        (window, row.state)
    };
    rows.into_iter().map(window).collect()
}
