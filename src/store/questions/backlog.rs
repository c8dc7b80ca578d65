//! The questions that are open now: how old they are, and who is expected to write next.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Serialize;

use super::cohort::{Figures, count, selected};
use crate::domain::question::Party;
use crate::domain::report::Selection;
use crate::domain::sight::Sight;
use crate::store::schema::question_figures;
use crate::store::threads::hidden_categories;
use crate::store::{Db, StoreError};

/// Where one age ends and the next begins, in days.
pub const AGES: [i64; 6] = [1, 3, 7, 30, 90, 365];
/// From when on a question without an answer waits for long.
const LONG: TimeDelta = TimeDelta::hours(24);

/// The open questions of one age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Aged {
    /// Older than this many days; 0 for the youngest.
    pub from_days: i64,
    /// At most this old; `None` for the oldest.
    pub to_days: Option<i64>,
    /// Those in which somebody else is expected to write.
    pub for_helpers: u64,
    /// Those in which the asker is.
    pub for_asker: u64,
}

impl Aged {
    /// All of them.
    pub fn all(&self) -> u64 {
        self.for_helpers + self.for_asker
    }
}

/// The questions that are open now, by their age, whatever the period; the youngest first.
pub fn by_age(db: &mut Db, sight: Sight, selection: &Selection, now: DateTime<Utc>) -> Result<Vec<Aged>, StoreError> {
    let hidden = hidden_categories(db, sight)?;
    let begins = std::iter::once(0).chain(AGES);
    let ends = AGES.into_iter().map(Some).chain(std::iter::once(None));
    begins
        .zip(ends)
        .map(|(from_days, to_days)| {
            let [for_helpers, for_asker] = [Party::Helpers, Party::Asker].map(|party| {
                let mut aged = open(&hidden, selection)
                    .filter(question_figures::turn.eq(party.as_str()))
                    .filter(question_figures::asked_second.le((now - TimeDelta::days(from_days)).timestamp()));
                if let Some(days) = to_days {
                    aged = aged.filter(question_figures::asked_second.gt((now - TimeDelta::days(days)).timestamp()));
                }
                count(db, aged)
            });
            Ok(Aged {
                from_days,
                to_days,
                for_helpers: for_helpers?,
                for_asker: for_asker?,
            })
        })
        .collect()
}

/// How many questions have waited for more than a day without any answer.
pub fn unanswered(db: &mut Db, sight: Sight, selection: &Selection, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let unanswered = open(&hidden_categories(db, sight)?, selection)
        .filter(question_figures::answered_by.is_null())
        .filter(question_figures::asked_second.lt((now - LONG).timestamp()));
    count(db, unanswered)
}

fn open(hidden: &[i64], selection: &Selection) -> Figures<'static> {
    selected(hidden, selection).filter(question_figures::is_open)
}
