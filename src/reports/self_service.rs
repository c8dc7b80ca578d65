//! How many never had to ask: what came of visits to the ask form, what suggestions change, and what searches found.
//!
//! What belongs here: what each figure means. Where a figure cannot be told, that is a case of its own, and nothing is claimed.

use chrono::{DateTime, Utc};

use super::statistics::proportion::{Difference, Proportion};
use crate::domain::ask_session::AskOutcome;
use crate::domain::report::Selection;
use crate::domain::searching::Period as Days;
use crate::domain::sight::Sight;
use crate::store::self_service::{self as store, SearchCounts, Side, VisitCount, WordsRow};
use crate::store::{Db, StoreError};

/// Fewer visitors on either side tell nothing about the effect of suggestions.
pub const LEAST_VISITORS: u64 = 10;
/// How many words are told that found no answer.
const MOST_WORDS: i64 = 20;

/// The figures of self-service.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SelfService {
    /// The visits to the ask form with suggestions.
    pub visits: Visits,
    /// The visits of those from whom suggestions were held back.
    pub held_out: Visits,
    /// What suggestions change.
    pub effect: Effect,
    /// What searches found.
    pub searches: Searches,
}

/// What became of visits to the ask form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Visits {
    counts: [u64; AskOutcome::ALL.len()],
    answers_opened: u64,
    answers_opened_unposted: u64,
}

impl Visits {
    fn of(rows: &[VisitCount], is_held_out: bool) -> Self {
        let mut visits = Self::default();
        for row in rows.iter().filter(|row| row.is_held_out == is_held_out) {
            for (count, outcome) in visits.counts.iter_mut().zip(AskOutcome::ALL) {
                *count += if *outcome == row.outcome { row.count } else { 0 };
            }
            // What may still end has not yet led to anything.
            if row.outcome != AskOutcome::Open {
                visits.answers_opened += row.answer_count;
            }
            if !matches!(row.outcome, AskOutcome::Open | AskOutcome::Posted) {
                visits.answers_opened_unposted += row.answer_count;
            }
        }
        visits
    }

    /// How many there were.
    pub fn all(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// How many became this.
    pub fn count(&self, outcome: AskOutcome) -> u64 {
        let counts = self.counts.iter().zip(AskOutcome::ALL);
        counts
            .filter(|(_, one)| **one == outcome)
            .map(|(count, _)| *count)
            .sum()
    }

    /// Which share became this, of those that are over; `None` while none is, and for what may still end.
    pub fn share(&self, outcome: AskOutcome) -> Option<Proportion> {
        let over = self.all() - self.count(AskOutcome::Open);
        let is_over = outcome != AskOutcome::Open;
        is_over.then(|| Proportion::new(self.count(outcome), over)).flatten()
    }

    /// Of the visits in which an article or a resolved thread was opened, those that posted no question.
    pub fn answered_unposted(&self) -> Option<Proportion> {
        Proportion::new(self.answers_opened_unposted, self.answers_opened)
    }
}

/// What suggestions change: whether visitors with suggestions post fewer questions than those who were held out.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub enum Effect {
    /// Too few visitors on either side, or nobody was held out: nothing is claimed.
    Unknown {
        /// Visitors with suggestions.
        shown: u64,
        /// Visitors without.
        held_out: u64,
    },
    /// What was found.
    Known(Known),
}

/// What was found about the effect of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Known {
    /// Who posted within seven days, of the visitors with suggestions.
    pub shown: Proportion,
    /// The same of those who were held out.
    pub held_out: Proportion,
    /// By how much the share of those who were held out is larger.
    pub difference: Difference,
}

/// What an effect is taken to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Shown {
    /// Fewer post.
    Fewer,
    /// More post.
    More,
    /// There may be no effect.
    Nothing,
}

/// How many questions did not have to be posted, with the ends of the interval; less than none when more were.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Saved {
    /// How many.
    pub contacts: f64,
    /// At least.
    pub low: f64,
    /// At most.
    pub high: f64,
}

impl Effect {
    /// The effect by the visitors of both sides, on which they fell at random.
    pub fn of(shown: Side, held_out: Side) -> Self {
        let unknown = Self::Unknown {
            shown: shown.visitors,
            held_out: held_out.visitors,
        };
        if shown.visitors < LEAST_VISITORS || held_out.visitors < LEAST_VISITORS {
            return unknown;
        }
        let share = |side: Side| Proportion::new(side.posted, side.visitors);
        match (share(shown), share(held_out)) {
            (Some(shown), Some(held_out)) => Self::Known(Known {
                shown,
                held_out,
                difference: held_out.above(shown),
            }),
            _ => unknown,
        }
    }
}

impl Known {
    /// Whether an effect is shown: the interval lies on one side of nothing.
    pub fn shows(&self) -> Shown {
        let interval = self.difference.interval;
        if interval.low > 0.0 {
            Shown::Fewer
        } else if interval.high < 0.0 {
            Shown::More
        } else {
            Shown::Nothing
        }
    }

    /// The difference times the visitors with suggestions.
    pub fn saved(&self) -> Saved {
        let visitors = self.shown.of() as f64;
        let interval = self.difference.interval;
        Saved {
            contacts: self.difference.difference * visitors,
            low: interval.low * visitors,
            high: interval.high * visitors,
        }
    }
}

/// What searches found.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Searches {
    /// Those of the period, counted.
    pub counts: SearchCounts,
    /// Up to now over how many days the words are counted: the shortest of the kept periods that is as long as the report's.
    pub days: Days,
    /// What most people looked for without an answer in these days; empty for whoever may not read it.
    pub words: Vec<WordsRow>,
}

impl Searches {
    /// The share of searches of which this is so; `None` when nobody searched.
    pub fn share(&self, count: u64) -> Option<Proportion> {
        Proportion::new(count, self.counts.all)
    }
}

/// The figures of a period for a reader.
///
/// Visits are narrowed by category. The effect of suggestions is not, as the category of a visit may be a consequence of what it was
/// shown; searches have none. Tags, fields and groups of askers narrow nothing here: visits and searches have none of them.
pub fn self_service(
    db: &mut Db,
    sight: Sight,
    selection: &Selection,
    now: DateTime<Utc>,
) -> Result<SelfService, StoreError> {
    let counts = store::visit_counts(db, sight, selection, now)?;
    let (shown, held_out) = store::sides(db, sight, selection.period, now)?;
    let days = days_for(selection.period.days());
    Ok(SelfService {
        visits: Visits::of(&counts, false),
        held_out: Visits::of(&counts, true),
        effect: Effect::of(shown, held_out),
        searches: Searches {
            counts: store::search_counts(db, selection.period)?,
            days,
            words: store::words(db, sight, days, None, MOST_WORDS)?.items,
        },
    })
}

/// The shortest of the periods over which words are kept that is at least so long, else the longest.
fn days_for(days: i64) -> Days {
    let fitting = Days::ALL.into_iter().find(|period| period.days() >= days);
    fitting.unwrap_or(Days::Quarter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(posted: u64, visitors: u64) -> Side {
        Side { visitors, posted }
    }

    #[test]
    fn an_effect_is_the_difference_of_those_who_were_held_out() {
        // Newcombe's example: 56 of 70 and 48 of 80 differ by 0.2, from 0.0524 to 0.3339.
        let Effect::Known(known) = Effect::of(side(48, 80), side(56, 70)) else {
            panic!("both sides are large enough");
        };
        let saved = known.saved();
        let near = |one: f64, other: f64| (one - other).abs() < 0.005;
        assert!(
            near(saved.contacts, 16.0) && near(saved.low, 4.19) && near(saved.high, 26.71),
            "{saved:?}"
        );
        assert_eq!(known.shows(), Shown::Fewer);
        let Effect::Known(worse) = Effect::of(side(56, 70), side(48, 80)) else {
            panic!("both sides are large enough");
        };
        assert_eq!(worse.shows(), Shown::More);
        assert!(worse.saved().contacts < 0.0);
        let Effect::Known(none) = Effect::of(side(5, 10), side(6, 10)) else {
            panic!("both sides are large enough");
        };
        assert_eq!(none.shows(), Shown::Nothing);
    }

    #[test]
    fn too_few_on_either_side_claim_nothing() {
        for (shown, held_out) in [
            ((1, 9), (5, 10)),
            ((5, 10), (1, 9)),
            ((50, 100), (0, 0)),
            ((0, 0), (0, 0)),
        ] {
            let effect = Effect::of(side(shown.0, shown.1), side(held_out.0, held_out.1));
            let expected = Effect::Unknown {
                shown: shown.1,
                held_out: held_out.1,
            };
            assert_eq!(effect, expected);
        }
    }

    #[test]
    fn shares_are_of_visits_that_are_over() {
        let row = |outcome, count, answer_count| VisitCount {
            is_held_out: false,
            outcome,
            count,
            answer_count,
        };
        let rows = [
            row(AskOutcome::Solved, 2, 2),
            row(AskOutcome::Posted, 5, 1),
            row(AskOutcome::Left, 1, 0),
            row(AskOutcome::Open, 4, 3),
        ];
        let visits = Visits::of(&rows, false);
        assert_eq!((visits.all(), visits.count(AskOutcome::Posted)), (12, 5));
        assert_eq!(visits.share(AskOutcome::Posted), Proportion::new(5, 8));
        assert_eq!(visits.share(AskOutcome::Open), None);
        assert_eq!(visits.answered_unposted(), Proportion::new(2, 3));
        let nobody = Visits::of(&rows, true);
        assert_eq!(
            (
                nobody.all(),
                nobody.share(AskOutcome::Solved),
                nobody.answered_unposted()
            ),
            (0, None, None)
        );
    }

    #[test]
    fn words_are_told_over_the_kept_period_that_fits() {
        assert_eq!(
            [1, 7, 8, 30, 31, 90, 365].map(|days| days_for(days).days()),
            [7, 7, 30, 30, 90, 90, 90]
        );
    }
}
