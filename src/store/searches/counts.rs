//! How often the same words were searched for within each period: differences, gathered and then written in one order.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::domain::searching::Period;
use crate::store::schema::{search_periods, searched_words};
use crate::store::time::row_time;
use crate::store::{Db, StoreError};

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing was found.
    None,
    /// Something was found, and nothing of it opened.
    Unopened,
    /// Something was opened.
    Opened,
}

impl Ending {
    /// How a search ended that found so many threads.
    pub(super) fn of(result_count: i64, is_opened: bool) -> Self {
        match (result_count, is_opened) {
            (_, true) => Self::Opened,
            (0, false) => Self::None,
            _ => Self::Unopened,
        }
    }
}

/// What is to be added to the counts of some words.
#[derive(Debug, Clone, Copy, Default)]
struct Difference {
    searches: i64,
    none: i64,
    unopened: i64,
    /// How many found no article.
    without_article: i64,
    /// The last of the searches, when some came.
    last: Option<DateTime<Utc>>,
}

impl Difference {
    fn count(&mut self, ending: Ending, more: i64) {
        match ending {
            Ending::None => self.none += more,
            Ending::Unopened => self.unopened += more,
            Ending::Opened => {}
        }
    }
}

/// Differences that wait to be written, by period and words.
#[derive(Debug, Default)]
pub(super) struct Counting {
    waiting: BTreeMap<(Period, String), Difference>,
}

impl Counting {
    /// Counts a search, which found so many articles if it asked for any.
    pub(super) fn add(
        &mut self,
        period: Period,
        words: &str,
        ending: Ending,
        article_count: Option<i64>,
        at: DateTime<Utc>,
    ) {
        let difference = self.of(period, words);
        difference.searches += 1;
        difference.count(ending, 1);
        difference.without_article += i64::from(article_count == Some(0));
        difference.last = difference.last.max(Some(at));
    }

    /// Counts a search as ended in another way.
    pub(super) fn change(&mut self, period: Period, words: &str, before: Ending, after: Ending) {
        let difference = self.of(period, words);
        difference.count(before, -1);
        difference.count(after, 1);
    }

    /// Counts a search no more.
    pub(super) fn take_out(&mut self, period: Period, words: &str, ending: Ending, article_count: Option<i64>) {
        let difference = self.of(period, words);
        difference.searches -= 1;
        difference.count(ending, -1);
        difference.without_article -= i64::from(article_count == Some(0));
    }

    fn of(&mut self, period: Period, words: &str) -> &mut Difference {
        self.waiting.entry((period, words.to_owned())).or_default()
    }

    /// Writes the differences; words that nobody searched for within a period go.
    pub(super) fn write(self, tx: &mut Db) -> Result<(), StoreError> {
        let mut totals: BTreeMap<Period, Difference> = BTreeMap::new();
        for ((period, words), difference) in self.waiting {
            write_words(tx, period, &words, &difference)?;
            let total = totals.entry(period).or_default();
            total.searches += difference.searches;
            total.none += difference.none;
            total.unopened += difference.unopened;
        }
        for (period, total) in totals {
            diesel::update(search_periods::table.find(period.days()))
                .set((
                    search_periods::search_count.eq(search_periods::search_count + total.searches),
                    search_periods::none_count.eq(search_periods::none_count + total.none),
                    search_periods::unopened_count.eq(search_periods::unopened_count + total.unopened),
                ))
                .execute(tx)?;
        }
        Ok(())
    }
}

fn write_words(tx: &mut Db, period: Period, words: &str, difference: &Difference) -> Result<(), StoreError> {
    let row = || {
        searched_words::table
            .filter(searched_words::days.eq(period.days()))
            .filter(searched_words::words.eq(words))
    };
    let unanswered = difference.none + difference.unopened;
    let changed = diesel::update(row())
        .set((
            searched_words::search_count.eq(searched_words::search_count + difference.searches),
            searched_words::none_count.eq(searched_words::none_count + difference.none),
            searched_words::unopened_count.eq(searched_words::unopened_count + difference.unopened),
            searched_words::unanswered_count.eq(searched_words::unanswered_count + unanswered),
            searched_words::no_article_count.eq(searched_words::no_article_count + difference.without_article),
            difference
                .last
                .map(|last| searched_words::searched_at.eq(row_time(last))),
        ))
        .execute(tx)?;
    if changed == 0
        && let Some(last) = difference.last
    {
        diesel::insert_into(searched_words::table)
            .values((
                searched_words::days.eq(period.days()),
                searched_words::words.eq(words),
                searched_words::search_count.eq(difference.searches),
                searched_words::none_count.eq(difference.none),
                searched_words::unopened_count.eq(difference.unopened),
                searched_words::unanswered_count.eq(unanswered),
                searched_words::no_article_count.eq(difference.without_article),
                searched_words::searched_at.eq(row_time(last)),
            ))
            .execute(tx)?;
    }
    if difference.searches < 0 {
        diesel::delete(row().filter(searched_words::search_count.eq(0))).execute(tx)?;
    }
    Ok(())
}

/// Waits until nobody else counts: on PostgreSQL by a lock on the first period's row, on SQLite there is one writer.
pub(super) fn take_turn(tx: &mut Db) -> Result<(), StoreError> {
    if let Db::Postgres(db) = tx {
        search_periods::table
            .find(Period::Week.days())
            .select(search_periods::days)
            .for_no_key_update()
            .first::<i64>(db)?;
    }
    Ok(())
}
