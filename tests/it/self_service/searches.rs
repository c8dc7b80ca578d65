//! What searches found, and who may read the words.

use chrono::Duration;
use tanya::domain::report::{Period, Selection};
use tanya::domain::searching::{Finding, SearchKey, SearchedWords};
use tanya::domain::sight::Sight;
use tanya::domain::subject::Subject;
use tanya::reports::statistics::proportion::Proportion;
use tanya::store::searches::{self, Opening, Search};
use tanya::store::self_service::{self, SearchCounts};

use super::Forum;

/// A search so many days ago that found so much, and what of it was opened.
fn search(forum: &Forum, days: i64, words: &str, (results, articles): (i64, Option<i64>), opened: &[Subject]) {
    let search = Search {
        key: SearchKey::random(),
        words: SearchedWords::of(words).unwrap(),
        searched_at: forum.ago(days),
        result_count: results,
        article_count: articles,
        is_signed_in: false,
    };
    let opening = |subject: &Subject| Opening {
        finding: Finding {
            search: search.key,
            position: 1,
        },
        subject: *subject,
        opened_at: search.searched_at + Duration::minutes(1),
    };
    let openings: Vec<Opening> = opened.iter().map(opening).collect();
    forum
        .app
        .write(|tx| searches::write(tx, std::slice::from_ref(&search), &openings));
}

fn searched() -> Forum {
    let forum = Forum::spawn();
    let (open, resolved) = (Subject::Thread(forum.thread()), Subject::Thread(forum.resolved()));
    search(&forum, 3, "teapot", (0, Some(0)), &[]);
    search(&forum, 3, "teapot", (0, Some(0)), &[]);
    search(&forum, 4, "lid", (5, Some(2)), &[]);
    search(&forum, 5, "key", (5, None), &[open]);
    search(&forum, 5, "box", (5, Some(0)), &[open, resolved]);
    search(&forum, 91, "long ago", (0, Some(0)), &[]);
    forum
}

#[test]
fn searches_are_counted_by_how_they_ended() {
    let forum = searched();
    let found = forum.figures(Sight::everything()).searches;
    let expected = SearchCounts {
        all: 5,
        none: 2,
        unopened: 1,
        without_article: 3,
        answer_opened: 1,
    };
    assert_eq!(found.counts, expected);
    assert_eq!(found.share(found.counts.none), Proportion::new(2, 5));
    assert_eq!(found.days.days(), 90);
    let words: Vec<(&str, i64)> = found
        .words
        .iter()
        .map(|row| (row.words.as_str(), row.search_count))
        .collect();
    assert_eq!(words.first(), Some(&("teapot", 2)));
    let day = |days| forum.ago(days).date_naive();
    let week = Selection::of(Period::of_days(day(3), day(0)).unwrap());
    let found = forum.figures_of(Sight::everything(), &week).searches;
    assert_eq!((found.counts.all, found.days.days()), (2, 7));
}

#[test]
fn words_are_for_moderators_and_the_staff() {
    let forum = searched();
    for (name, reads) in [
        ("cat", true),
        ("dan", true),
        ("root", true),
        ("ada", false),
        ("eve", false),
    ] {
        let sight = forum.sight(name);
        assert_eq!(!forum.figures(sight).searches.words.is_empty(), reads, "{name}");
        let period = Selection::usual(forum.now).period;
        let rows = forum
            .app
            .read(|db| self_service::searches(db, sight, period, None, 1_000));
        assert_eq!(rows.items.len(), if reads { 5 } else { 0 }, "{name}");
    }
}
