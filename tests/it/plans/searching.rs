//! What the store asks when it writes searches, counts them and tells of them.

use chrono::{DateTime, Utc};
use tanya::domain::cursor::Cursor;
use tanya::domain::id::{ArticleId, ThreadId};
use tanya::domain::searching::{Finding, Period, SearchKey, SearchedWords};
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::store::searches::{self, Opening, Search};
use tanya::store::{articles, finding};

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
                article_count: Some(0),
                is_signed_in: true,
            };
            let opening = |search, subject| Opening {
                finding: Finding { search, position: 2 },
                subject,
                opened_at: now,
            };
            let openings = [
                opening(search.key, Subject::Thread(ThreadId::stored(7))),
                opening(search.key, Subject::Article(ArticleId::stored(7))),
                opening(SearchKey::stored(5_000), Subject::Thread(ThreadId::stored(7))),
                opening(SearchKey::random(), Subject::Thread(ThreadId::stored(7))),
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
            finding::named(db, Sight::public(), &ids)?;
            let subjects = [Subject::Thread(ids[0]), Subject::Article(ArticleId::stored(7))];
            finding::neighbours(db, Sight::public(), &subjects, 5)
        }),
        named("searches without an article", |db| {
            searches::without_article(db, Period::Month, 3, 20)
        }),
        named("articles for the index", |db| {
            articles::published_count(db)?;
            let ids = articles::ids_after(db, 700, 10)?;
            articles::whole(db, Sight::everything(), &ids)
        }),
    ]
}
