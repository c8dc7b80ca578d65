//! What figures of self-service and of the knowledge base ask of the database.

use chrono::{DateTime, Duration, Utc};
use tanya::domain::cursor::Cursor;
use tanya::domain::id::{ArticleId, CategoryId};
use tanya::domain::report::{Period, Selection};
use tanya::domain::searching::Period as Days;
use tanya::domain::sight::Sight;
use tanya::reports::{knowledge, self_service};
use tanya::store::{knowledge as articles, self_service as visits};

use super::pages::{Ask, named};
use crate::support::beginning;

/// What is asked, by name.
pub fn all() -> Vec<(String, Ask)> {
    let now = beginning();
    let mut all = Vec::new();
    for sight in [Sight::public(), Sight::everything()] {
        for category in [None, Some(CategoryId::stored(1))] {
            let selection = Selection {
                category,
                ..Selection::of(some_minutes())
            };
            let (one, other, third) = (selection.clone(), selection.clone(), selection);
            all.push(named("the report of self-service", move |db| {
                self_service::self_service(db, sight, &one, now)
            }));
            all.push(named("the report of the knowledge base", move |db| {
                knowledge::knowledge(db, sight, &other, now)
            }));
            all.push(named("the rows of reports", move |db| {
                for after in [None, Some(middle())] {
                    visits::visits(db, sight, &third, after, 1_000)?;
                    visits::searches(db, sight, third.period, after, 1_000)?;
                }
                visits::words(db, sight, Days::Month, None, 50)?;
                articles::articles(db, sight, &third, None, 100)?;
                articles::articles(db, sight, &third, Some(ArticleId::stored(700)), 100)
            }));
        }
    }
    all
}

/// Some minutes in which something happened: of a whole day, there are not many more rows than it has.
fn some_minutes() -> Period {
    let from: DateTime<Utc> = "2025-01-02T11:55:00Z".parse().unwrap();
    Period {
        from,
        until: from + Duration::minutes(10),
    }
}

fn middle() -> Cursor {
    let at: DateTime<Utc> = "2025-01-02T12:00:00Z".parse().unwrap();
    Cursor {
        key: at.timestamp_micros(),
        id: 1_400,
    }
}
