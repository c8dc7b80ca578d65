//! What is made of a text before it is posted, at every door.

mod doubts;
mod haste;
mod learning;
mod proof;
mod scanning;
mod watching;

use tanya::domain::watched_word::{WatchedDeed, WatchedDraft, WatchedForm};
use tanya::store::watched_words::{self, Watching};

use crate::support::TestApp;

/// Watches a word or a phrase.
pub fn watch(app: &TestApp, text: &str, deed: WatchedDeed, with: &str) {
    let draft = WatchedDraft {
        text: text.to_owned(),
        form: WatchedForm::Words,
        deed,
        with: with.to_owned(),
    };
    let (by, now) = (app.user("root").id, app.now());
    let kept = app.write(|tx| watched_words::make(tx, by, &draft, now));
    assert_eq!(kept, Watching::Kept);
}

/// The number of a word that is watched, and that no example says.
pub fn watched(app: &TestApp) -> String {
    watch(app, "casino", WatchedDeed::Block, "");
    app.read(watched_words::list)
        .last()
        .expect("it is watched")
        .id
        .to_string()
}
