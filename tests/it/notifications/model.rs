//! Whatever happens in whatever order: at most one letter about a thread until it is visited, and nothing is lost.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use tanya::domain::id::ThreadId;

use super::letters::visit;
use crate::model::verbs::Chance;
use crate::support::{TestApp, is_long};

/// What ada should have heard of one of her threads.
#[derive(Debug, Default)]
struct Thread {
    /// When each answer came that she has neither read nor been told of by letter.
    waiting: Vec<DateTime<Utc>>,
    /// When the last answer came.
    last: Option<DateTime<Utc>>,
    /// Whether a letter has gone since she was there.
    has_letter: bool,
}

/// The waiting time of a letter and a minute, as the clock fires once in a minute.
fn latest(first: DateTime<Utc>, last: DateTime<Utc>) -> DateTime<Utc> {
    (last + Duration::minutes(5)).min(first + Duration::minutes(15)) + Duration::minutes(1)
}

/// Takes the letters that have gone: each is the only one since a visit, and tells all that she does not know.
fn hear(app: &TestApp, threads: &mut BTreeMap<ThreadId, Thread>, place: &str, seed: u64) {
    for letter in app.letters() {
        let list = letter.heading.list.unwrap().id;
        let id = ThreadId::stored(list.strip_prefix("thread-").unwrap().parse().unwrap());
        let Some(thread) = threads.get_mut(&id) else {
            continue;
        };
        assert!(!thread.has_letter, "{place}: a second letter about {id}");
        assert!(!thread.waiting.is_empty(), "{place}: a letter about nothing");
        let told = letter.text.matches(&format!(" of {seed}.")).count();
        assert_eq!(told, thread.waiting.len().min(10), "{place}: {}", letter.text);
        thread.has_letter = true;
        thread.waiting.clear();
    }
}

fn play(app: &TestApp, seed: u64) {
    let mut chance = Chance::new(seed);
    let ids: Vec<ThreadId> = (0..3)
        .map(|nth| {
            app.by("ada", |ada| {
                ada.ask("help", &format!("Seed {seed} asks {nth}"), "light")
            })
        })
        .collect();
    let mut threads: BTreeMap<ThreadId, Thread> = ids.iter().map(|id| (*id, Thread::default())).collect();
    for step in 0..60 {
        let id = ids[chance.below(ids.len())];
        match chance.below(10) {
            0..4 => {
                app.by("bob", |bob| bob.reply(id, &format!("Answer {step} of {seed}.")));
                let thread = threads.get_mut(&id).unwrap();
                thread.waiting.push(app.now());
                thread.last = Some(app.now());
            }
            4 => {
                visit(app, "ada", id);
                threads.insert(id, Thread::default());
            }
            _ => app.pass(Duration::minutes(1 + i64::try_from(chance.below(4)).unwrap())),
        }
        hear(app, &mut threads, &format!("seed {seed}, step {step}"), seed);
        for (id, thread) in &threads {
            let (Some(first), Some(last), false) = (thread.waiting.first(), thread.last, thread.has_letter) else {
                continue;
            };
            // The clock jumps by up to four minutes here.
            let until = latest(*first, last) + Duration::minutes(4);
            assert!(app.now() <= until, "seed {seed}, step {step}: nothing was told of {id}");
        }
    }
    // The next seed has a day of its own, as a day has so many letters at most.
    app.pass(Duration::days(1));
    app.letters();
}

#[test]
fn at_most_one_letter_goes_until_a_visit_and_nothing_is_lost() {
    let app = TestApp::spawn();
    let now = app.now();
    app.write(|tx| tanya::store::settings::change(tx, |all| all.letters_a_day = 100, now));
    for seed in 0..if is_long() { 200 } else { 12 } {
        play(&app, seed);
    }
}
