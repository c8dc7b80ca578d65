//! What redaction asks of the database.

use tanya::domain::body::Reason;
use tanya::domain::id::{ThreadId, UserId};
use tanya::domain::redaction::Words;
use tanya::domain::sight::Sight;
use tanya::store::{redactions, users};

use super::pages::{Ask, named};
use crate::support::beginning;

const THREAD: ThreadId = ThreadId::stored(7);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("what a redaction would change", |db| {
            redactions::plan(db, Sight::everything(), THREAD, &Words::parse("a note").unwrap())
        }),
        named("a redaction", move |db| {
            let cat = users::find(db, UserId::stored(3))?;
            let words = Words::parse("a note").unwrap();
            redactions::redact(db, &cat, Sight::everything(), THREAD, (&words, &Reason::default()), now)
        }),
    ]
}
