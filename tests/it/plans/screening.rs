//! What looking at posts before they are written asks of the database, and learning from decisions.

use chrono::{DateTime, Utc};
use diesel::RunQueryDsl;
use tanya::domain::draft::AskInput;
use tanya::domain::id::UserId;
use tanya::domain::spam::{Doubt, Manner, PlainQuestion, ProofRule, tokens};
use tanya::domain::watched_word::{WatchedDeed, WatchedDraft, WatchedForm};
use tanya::store::{doubts, proofs, scans, screening, settings, signed_links, spam_lessons, users, watched_words};

use super::pages::{Ask, named};
use crate::support::beginning;

/// An administrator.
const ROOT: UserId = UserId::stored(6);

/// Somebody who waits.
const WAITING: UserId = UserId::stored(41);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    let watching = named("watched words", move |db| {
        let draft = WatchedDraft {
            text: "never said".to_owned(),
            form: WatchedForm::Words,
            deed: WatchedDeed::Tag,
            with: "box".to_owned(),
        };
        watched_words::make(db, ROOT, &draft, now)?;
        let first = watched_words::list(db)?.first().map(|word| word.id);
        let first = first.expect("one is watched");
        watched_words::change(db, first, &draft, now)?;
        screening::blocked_in(db, None, &AskInput::default())?;
        watched_words::delete(db, first)
    });
    let learning = named("what was learnt of advertising", move |db| {
        spam_lessons::known(db, &tokens(&["Buy keys at https://keys.example, token1 token2"]))?;
        spam_lessons::sweep(db, now)
    });
    let proving = named("what a sign-up proves", move |db| {
        let key = signed_links::key_or_new(db, now)?;
        let challenge = ProofRule::parse("1").unwrap().challenge(&key, now).unwrap();
        for number in 0..64 {
            if proofs::spend(db, &format!("{challenge}.{number}"), now)? {
                break;
            }
        }
        settings::change(
            db,
            |all| {
                all.spam.proof = ProofRule::default();
                all.spam.question = PlainQuestion::parse("What colour is it?", "red").unwrap();
            },
            now,
        )?;
        let manner = Manner {
            plain_answer: "red".to_owned(),
            ..Manner::default()
        };
        doubts::of_sign_up(db, &manner, true, "192.0.2.0", now)?;
        proofs::sweep(db, now)
    });
    vec![watching, learning, proving, doubting(now), scanning(now)]
}

/// Looking through what is here: a step of each kind, with something found in it.
fn scanning(now: DateTime<Utc>) -> (String, Ask) {
    named("looking through what is here", move |db| {
        let draft = WatchedDraft {
            text: "[a-z]+".to_owned(),
            form: WatchedForm::Pattern,
            deed: WatchedDeed::Hold,
            with: String::new(),
        };
        // There are as many as there may be.
        let first = watched_words::list(db)?[0].id;
        watched_words::delete(db, first)?;
        watched_words::make(db, ROOT, &draft, now)?;
        scans::begin(db, Some(ROOT), now)?;
        for (noun, table) in [("thread", "threads"), ("reply", "replies"), ("comment", "comments")] {
            // Each piece in which something is found is asked for by itself.
            let to_the_last = format!(
                "update scans set noun = '{noun}', after_id = (select max(id) from {table}) - 5 \
                 where ended_at is null"
            );
            diesel::sql_query(to_the_last).execute(db)?;
            let scan = scans::standing(db)?.newest.expect("it has begun").id;
            let looked = scans::look(db, scan)?.expect("it is on its way");
            scans::settle(db, &looked, now)?;
        }
        scans::begin(db, None, now)
    })
}

/// Deciding on those who signed up in a way that programs do.
fn doubting(now: DateTime<Utc>) -> (String, Ask) {
    named("who is doubted", move |db| {
        let root = users::find(db, ROOT)?;
        doubts::open(db, ROOT, Doubt::Burst, now)?;
        doubts::queue(db)?;
        doubts::waiting_count(db)?;
        doubts::let_in(db, &root, WAITING, now)?;
        doubts::last_decision(db, ROOT, now)?;
        doubts::put_back(db, &root, WAITING, now)?;
        doubts::remove(db, &root, WAITING, now)?;
        doubts::put_back(db, &root, WAITING, now)
    })
}
