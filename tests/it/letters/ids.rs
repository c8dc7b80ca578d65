//! The id of a letter: the same however often it goes, no other letter's, and one that only we can make.

use diesel::connection::SimpleConnection;
use tanya::domain::email::EmailAddress;
use tanya::domain::job::Job;
use tanya::domain::letter_id::OfferedLetterId;
use tanya::store::{jobs, signed_links};

use crate::support::TestApp;

/// The ids of the letters that have gone since the last time.
fn ids(app: &TestApp) -> Vec<String> {
    let local = |message: &String| {
        let line = message.lines().find_map(|line| line.strip_prefix("Message-ID: <"));
        let local = line.and_then(|id| id.strip_suffix("@example.com>"));
        local.unwrap_or_else(|| panic!("no id in {message}")).to_owned()
    };
    app.messages().iter().map(local).collect()
}

fn forget_password(app: &TestApp) {
    let (email, now) = ("ada@example.com".to_owned(), app.now());
    app.write(|tx| jobs::enqueue(tx, &Job::ForgottenPassword { email }, now));
}

/// Writes the job again that was done, as if its worker had died before it could say so.
fn die_before_the_end(app: &TestApp, id: i64, made_at: &str) {
    let payload = r#"{"kind":"forgotten_password","email":"ada@example.com"}"#;
    let row = format!(
        "insert into jobs (id, kind, payload, created_at, run_at, attempt_count) \
         values ({id}, 'forgotten_password', '{payload}', '{made_at}', '{made_at}', 1)"
    );
    app.write(|tx| Ok(tx.batch_execute(&row)?));
}

#[test]
fn a_letter_that_goes_again_has_the_same_id_and_no_other_has_it() {
    let app = TestApp::spawn();
    let made_at = app.now().format("%Y-%m-%d %H:%M:%S").to_string();
    die_before_the_end(&app, 900, &made_at);
    let first = ids(&app);
    die_before_the_end(&app, 900, &made_at);
    let again = ids(&app);
    assert_eq!((first.len(), &first), (1, &again), "a repeat is recognised");
    die_before_the_end(&app, 901, &made_at);
    app.pass(chrono::Duration::seconds(1));
    let later = app.now().format("%Y-%m-%d %H:%M:%S").to_string();
    die_before_the_end(&app, 900, &later);
    let others = ids(&app);
    assert_eq!(others.len(), 2);
    assert!(others[0] != others[1] && !others.contains(&first[0]), "{others:?}");
}

#[test]
fn an_id_tells_us_that_the_letter_was_ours_until_its_key_is_forgotten() {
    let app = TestApp::spawn();
    forget_password(&app);
    let id = ids(&app).remove(0);
    let ours = |text: &str, to: &str| {
        let offered = OfferedLetterId::read(text).unwrap();
        let key = app.read(|db| signed_links::any_key(db, offered.key()));
        key.is_some_and(|key| offered.is_ours(&key, &EmailAddress::parse(to).unwrap()))
    };
    assert!(ours(&id, "ada@example.com") && !ours(&id, "bob@example.com"));
    let now = app.now();
    app.write(|tx| signed_links::end_key(tx, now));
    assert!(
        ours(&id, "ada@example.com"),
        "a key that ended is kept for reports of old letters"
    );
    forget_password(&app);
    let newer = ids(&app).remove(0);
    assert_eq!(app.write(signed_links::forget_ended_keys), 1);
    assert!(!ours(&id, "ada@example.com") && ours(&newer, "ada@example.com"));
}
