//! What help while asking asks of the database, and what is written of a visit to the ask form.

use chrono::{DateTime, Utc};
use tanya::domain::ask_session::{AskSession, Ending, Shown, Visitor};
use tanya::domain::id::{ArticleId, CategoryId, ThreadId};
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::store::{articles, ask_sessions, finding, suggesting};

use super::pages::{Ask, named};
use crate::support::beginning;

const ARTICLE: ArticleId = ArticleId::stored(7);
const THREAD: ThreadId = ThreadId::stored(7);
const OPEN_THREAD: ThreadId = ThreadId::stored(12);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("help while asking", |db| {
            finding::meant(db, Sight::public(), None, None)?;
            articles::whole(db, Sight::public(), &[ARTICLE])?;
            suggesting::likely(db, Sight::public(), &[THREAD, OPEN_THREAD])
        }),
        named("noting a visit to the ask form", move |db| {
            let session = ask_session(now);
            ask_sessions::keep(db, &session)?;
            ask_sessions::keep(db, &session)?;
            ask_sessions::end(db, &session, Ending::Solved, Subject::Article(ARTICLE), now)?;
            ask_sessions::find(db, &session.form)
        }),
    ]
}

fn ask_session(now: DateTime<Utc>) -> AskSession {
    let shown = Shown {
        position: 1,
        at: now,
        opened_at: Some(now),
    };
    AskSession {
        form: "form".to_owned(),
        visitor: Visitor::stored("visitor".to_owned()),
        is_signed_in: false,
        is_held_out: false,
        category: Some(CategoryId::stored(1)),
        title: "Why?".to_owned(),
        began_at: now,
        differed_at: Some(now),
        shown: [(Subject::Thread(THREAD), shown), (Subject::Article(ARTICLE), shown)].into(),
    }
}
