//! Which span of time each digest covers, with real rows.

use chrono_tz::Tz;
use diesel::connection::SimpleConnection;
use tanya::domain::job::{Job, Lane};
use tanya::store::jobs;

use super::*;

/// One question a day at ten, answered and accepted at eleven.
fn resolve_one(app: &TestApp, title: &str) {
    let thread = app.by("bob", |bob| bob.ask("help", title, "box"));
    let reply = app.by("cat", |cat| cat.reply(thread, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
}

fn told(letter: &Letter, title: &str) -> bool {
    letter.text.contains(title) && letter.html.contains(title)
}

#[test]
fn each_thing_is_told_once_whatever_is_chosen_meanwhile() {
    let app = TestApp::spawn();
    let (eve, mut choices) = (app.user("eve").id, daily());
    let id = subscribe(&app, "eve", &choices);
    let mut letters: Vec<Letter> = Vec::new();
    let rhythms = [
        (Frequency::Daily, 12, Tz::UTC),
        (Frequency::Weekly, 3, Tz::Asia__Manila),
        (Frequency::Daily, 2, Tz::Europe__Berlin),
    ];
    // March 2026: the clocks of Berlin leave out two o'clock on the 29th.
    for day in 0..36 {
        resolve_one(&app, &format!("Question {day}?"));
        let (frequency, hour, zone) = rhythms[day % rhythms.len()];
        if day % 4 == 0 {
            choices.rhythm = Rhythm {
                frequency,
                hour,
                ..Rhythm::offered(zone)
            };
            let now = app.now();
            app.write(|tx| subscribers::subscribe(tx, eve, &choices, now));
        }
        for _ in 0..4 {
            letters.extend(letters_at(&app, app.now() + Duration::hours(6) - Duration::minutes(1)));
        }
    }
    let windows = windows(&app, id);
    assert!(windows.len() > 10, "{windows:?}");
    assert_eq!(windows[0].0.from, at("2026-03-02T10:00:00Z"));
    for pair in windows.windows(2) {
        assert_eq!(pair[0].0.to, pair[1].0.from, "without a gap, and disjoint");
    }
    let covered = windows.last().unwrap().0.to;
    let until = (covered - at("2026-03-02T10:00:00Z")).num_days();
    for day in 0..until {
        // Of more than five some are counted only.
        let times = letters
            .iter()
            .filter(|letter| told(letter, &format!("Question {day}?")))
            .count();
        assert!(times <= 1, "question {day} was told {times} times");
    }
    let named: usize = letters
        .iter()
        .map(|letter| letter.text.matches("Question ").count())
        .sum();
    let counted: usize = letters.iter().filter_map(more).sum();
    assert!(
        named + counted >= usize::try_from(until).unwrap(),
        "{named} named and {counted} counted of {until}"
    );
}

/// How many more a letter says there are.
fn more(letter: &Letter) -> Option<usize> {
    let line = letter.text.lines().find(|line| line.starts_with("and "))?;
    line.split(' ').nth(1)?.parse().ok()
}

#[test]
fn an_empty_window_is_closed_without_a_letter() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    assert!(letters_at(&app, at("2026-03-03T12:10:00Z")).is_empty());
    resolve_one(&app, "How do I open the box?");
    let letters = letters_at(&app, at("2026-03-04T12:10:00Z"));
    assert_eq!(letters.len(), 1, "{letters:?}");
    let states: Vec<String> = windows(&app, id).into_iter().map(|(_, state)| state).collect();
    assert_eq!(states, ["empty", "sent"]);
}

#[test]
fn a_window_is_closed_a_while_after_its_end() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    resolve_one(&app, "How do I open the box?");
    assert!(letters_at(&app, at("2026-03-02T12:04:00Z")).is_empty());
    assert_eq!(windows(&app, id), []);
    // Its request came before noon, and is committed after.
    app.clock.pass(at("2026-03-02T11:59:59Z") - app.now());
    resolve_one(&app, "And the other box?");
    let letters = letters_at(&app, at("2026-03-02T12:05:00Z"));
    assert_eq!(letters.len(), 1);
    assert!(told(&letters[0], "And the other box?"), "{}", letters[0].text);
}

#[test]
fn an_open_transaction_keeps_windows_open() {
    let app = TestApp::spawn();
    if !app.read(|db| Ok(db.is_postgres())) {
        return;
    }
    // Transactions begin by the clock of the database's machine.
    let later = Utc::now() + Duration::days(1);
    let inside = app.write(|tx| {
        use tanya::domain::change::{ChangeVerb, Noun};
        tanya::store::changes::record(tx, Noun::Settings, ChangeVerb::Changed, later)?;
        Ok(app.read(|db| tanya::store::changes::settled_to(db, later)))
    });
    assert!(inside <= Utc::now(), "{inside} although a transaction is open");
}

#[test]
fn a_forum_that_was_away_sends_one_digest_for_all() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    resolve_one(&app, "How do I open the box?");
    let letters = letters_at(&app, at("2026-03-20T09:00:00Z"));
    assert_eq!(letters.len(), 1);
    let windows = windows(&app, id);
    assert_eq!(windows.len(), 1);
    assert_eq!(windows[0].0.to, at("2026-03-19T12:00:00Z"));
}

#[test]
fn a_run_that_was_killed_or_comes_twice_sends_nothing_twice() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    resolve_one(&app, "How do I open the box?");
    app.settle_changes();
    app.clock.pass(at("2026-03-02T12:10:00Z") - app.now());
    let now = app.now();
    let settled = app.read(|db| digests::settled_to(db, now));
    let composed = || {
        app.read(|db| {
            let due = digests::batch(db, settled)?;
            let mut composer = tanya::jobs::compose_digests::Composer::new(app.store(), now)?;
            let course = |due: &digests::Due| due.subscriber.course.unwrap();
            let windowed: Vec<_> = due
                .into_iter()
                .filter_map(|due| {
                    let window = course(&due).window(&due.subscriber.choices.rhythm, settled)?;
                    Some((due, window))
                })
                .collect();
            composer.compose(db, &windowed)
        })
    };
    let (one, other) = (composed(), composed());
    assert_eq!((one.len(), other.len()), (1, 1));
    let written = app.write(|tx| digests::write(tx, &one, now));
    assert_eq!((written.windows, written.letters), (1, 1));
    let again = app.write(|tx| digests::write(tx, &other, now));
    assert_eq!((again.windows, again.letters), (0, 0));
    // A transaction that fails leaves neither the row nor the letter.
    let letters = app.letters();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].heading.id.as_ref().unwrap().starts_with("digest-"));
    assert_eq!(windows(&app, id).len(), 1);

    // A letter that goes again, as after a crash, has the same name; one that was noted as sent does not go.
    let digest = tanya::domain::id::DigestId::stored(1);
    app.write(|tx| tanya::store::jobs::enqueue(tx, &tanya::domain::job::Job::SendDigest { digest }, now));
    assert!(app.letters().is_empty());
}

#[test]
fn who_chooses_another_rhythm_between_composing_and_writing_is_left_alone() {
    let app = TestApp::spawn();
    let mut choices = daily();
    let id = subscribe(&app, "eve", &choices);
    resolve_one(&app, "How do I open the box?");
    app.settle_changes();
    app.clock.pass(Duration::days(1));
    let now = app.now();
    let settled = app.read(|db| digests::settled_to(db, now));
    let due = app.read(|db| digests::batch(db, settled));
    let course = due[0].subscriber.course.unwrap();
    let window = course.window(&choices.rhythm, settled).unwrap();
    let composed = digests::Composed {
        subscriber: id,
        window,
        contents: tanya::domain::digest::Contents::default(),
        course: course.after(&window, &choices.rhythm),
    };
    choices.rhythm.hour = 20;
    let eve = app.user("eve").id;
    app.write(|tx| subscribers::subscribe(tx, eve, &choices, now));
    let written = app.write(|tx| digests::write(tx, &[composed], now));
    assert_eq!((written.windows, windows(&app, id)), (0, Vec::new()));
}

#[test]
fn rows_of_one_reader_never_overlap() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    resolve_one(&app, "How do I open the box?");
    letters_at(&app, at("2026-03-02T12:10:00Z"));
    // The database itself refuses a second window with the same beginning or end, and one that ends before it begins.
    let insert = |from: &str, to: &str| {
        use diesel::connection::SimpleConnection;
        let row = format!(
            "insert into digests (subscriber_id, began_at, ended_at, state, composed_at, items) \
             select subscriber_id, {from}, {to}, 'empty', '2027-01-01 00:00:00', '' from digests where subscriber_id = {id}"
        );
        let written = app.store().write_now(|tx| Ok::<_, StoreError>(tx.batch_execute(&row)?));
        written.is_err()
    };
    assert!(insert("began_at", "'2026-03-05 11:00:00'"));
    assert!(insert("'2026-03-01 11:00:00'", "ended_at"));
    assert!(insert("'2026-03-05 11:00:00'", "'2026-03-05 11:00:00'"));
    assert_eq!(windows(&app, id).len(), 1);
}

/// So many subscribers whose first window has ended.
fn fill(app: &TestApp, count: i64) {
    let rows = format!(
        "insert into subscribers (email, email_folded, frequency, weekday, hour, zone, is_about_all, left_out, asked_at, \
             confirmed_at, covered_at, due_at) \
         with recursive numbers (i) as (select 1 union all select i + 1 from numbers where i < {count}) \
         select 'r' || i || '@example.net', 'r' || i || '@example.net', 'daily', 1, 12, 'UTC', true, '', BEGAN, BEGAN, BEGAN, ENDED \
         from numbers"
    );
    let rows = rows
        .replace("BEGAN", "'2026-03-02 09:00:00'")
        .replace("ENDED", "'2026-03-02 12:00:00'");
    app.write(|tx| Ok(tx.batch_execute(&rows)?));
}

#[test]
fn digests_of_thousands_are_composed_by_turns_and_no_other_letter_waits_behind_theirs() {
    let app = TestApp::spawn();
    app.leaves_jobs();
    resolve_one(&app, "Who has the key?");
    app.settle_changes();
    // One more than a job composes.
    fill(&app, 5_001);
    app.pass(at("2026-03-02T12:05:00Z") - app.now());
    let now = app.now();
    let due = |lane| app.write(|tx| jobs::claim_in(tx, lane, "one", 10_000, now));
    assert!(app.work_once());
    assert!(
        app.read(|db| digests::is_any_due(db, now)),
        "the rest is left to another job"
    );
    let email = "ada@example.com".to_owned();
    app.write(|tx| jobs::enqueue(tx, &Job::ForgottenPassword { email }, now));
    assert_eq!(
        (due(Lane::Letters).len(), due(Lane::Digests).len()),
        (1, 5_000),
        "all at once"
    );
    let is_next = |claimed: &jobs::Claimed| matches!(claimed.job, Ok(Job::ComposeDigests));
    assert!(due(Lane::Ordinary).iter().any(is_next), "the other job waits already");
}
