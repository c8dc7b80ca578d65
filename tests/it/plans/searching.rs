//! What the store asks when it writes searches, counts them and tells of them.

use chrono::{DateTime, Utc};
use tanya::domain::cursor::Cursor;
use tanya::domain::id::ThreadId;
use tanya::domain::searching::{Finding, Period, SearchKey, SearchedWords};
use tanya::domain::sight::Sight;
use tanya::store::finding;
use tanya::store::searches::{self, Opening, Search};

use super::pages::{Ask, named};
use crate::support::beginning;

/// Each of them by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("writing searches", move |db| {
            let search = Search {
                key: SearchKey::random(),
                words: SearchedWords::of("words 7").unwrap(),
                searched_at: now,
                result_count: 3,
                is_signed_in: true,
            };
            let opening = |search| Opening {
                finding: Finding { search, position: 2 },
                thread: ThreadId::stored(7),
                opened_at: now,
            };
            let openings = [
                opening(search.key),
                opening(SearchKey::stored(5_000)),
                opening(SearchKey::random()),
            ];
            searches::write(db, &[search], &openings)
        }),
        named("forgetting searches", |db| {
            let early: DateTime<Utc> = "2025-01-08T00:30:00Z".parse().unwrap();
            searches::sweep(db, early)
        }),
        named("searches without an answer", |db| {
            searches::totals(db, Period::Month)?;
            searches::unanswered(db, Period::Month, None, 50)?;
            searches::unanswered(db, Period::Month, Some(Cursor { key: 2_010, id: 900 }), 50)
        }),
        named("similar threads", |db| {
            let ids = [7, 8, 9].map(ThreadId::stored);
            finding::named(db, Sight::public(), &ids)
        }),
    ]
}
