//! What looking at posts before they are written asks of the database, and learning from decisions.

use tanya::domain::draft::AskInput;
use tanya::domain::id::UserId;
use tanya::domain::spam::tokens;
use tanya::domain::watched_word::{WatchedDeed, WatchedDraft, WatchedForm};
use tanya::store::{screening, spam_lessons, watched_words};

use super::pages::{Ask, named};
use crate::support::beginning;

/// An administrator.
const ROOT: UserId = UserId::stored(6);

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
    vec![watching, learning]
}
