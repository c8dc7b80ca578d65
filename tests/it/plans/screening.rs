//! What looking at posts before they are written asks of the database, and learning from decisions.

use chrono::{DateTime, Utc};
use tanya::domain::draft::AskInput;
use tanya::domain::id::UserId;
use tanya::domain::spam::{Doubt, Manner, PlainQuestion, ProofRule, tokens};
use tanya::domain::watched_word::{WatchedDeed, WatchedDraft, WatchedForm};
use tanya::store::{doubts, proofs, screening, settings, signed_links, spam_lessons, users, watched_words};

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
    vec![watching, learning, proving, doubting(now)]
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
