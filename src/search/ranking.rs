//! In which order what was found stands.
//!
//! relevance × standing × age:
//! - *relevance* is BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over the fields, a word counting in the title
//!   three times what it counts in the text, in the accepted answer one and a half times, in other answers 0.7 times; an
//!   article's short answer counts as text and as an accepted answer;
//! - *standing*: a resolved question and an article count 1.2 times, a question that has answers 1.05 times: of two that fit
//!   as well, the one with the answer comes first, and one that fits better still comes before it;
//! - *age*: up to 1.1 times for what was started or published lately, half of that after a year.
//!
//! What is like a draft stands by likeness × standing × age; what likeness is, [`super::likeness`] says.

use chrono::{DateTime, Utc};

use super::embedded::{ARTICLE, standing_number};
use crate::domain::thread::Standing;

/// A word in the title.
pub const TITLE: f32 = 3.0;
/// A word in the question's text.
pub const BODY: f32 = 1.0;
/// A word in the accepted answer, or in an article's short one.
pub const ACCEPTED: f32 = 1.5;
/// A word in another answer.
pub const ANSWERS: f32 = 0.7;
/// A tag of that name.
pub const TAG: f32 = 2.0;
/// The word as it was written, besides its stem.
pub const EXACT: f32 = 0.3;

const RESOLVED: f32 = 1.2;
const ANSWERED: f32 = 1.05;
const NEW: f32 = 0.1;
const YEAR: f32 = 365.0 * 86_400.0;

/// More than this no relevance is multiplied by.
pub const MOST: f32 = RESOLVED * (1.0 + NEW);

/// The order at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Ranking {
    now: Option<i64>,
}

impl Ranking {
    /// The order at this time.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self {
            now: Some(now.timestamp()),
        }
    }

    /// By relevance alone, whatever stands how.
    pub fn even() -> Self {
        Self { now: None }
    }

    /// By what relevance is multiplied for what stands so, by the index's number, and was started then, in seconds since 1970.
    pub fn lift(self, standing: u64, created: i64) -> f32 {
        let Some(now) = self.now else {
            return 1.0;
        };
        let stands = if standing == standing_number(Standing::Resolved) || standing == ARTICLE {
            RESOLVED
        } else if standing == standing_number(Standing::Answered) {
            ANSWERED
        } else {
            1.0
        };
        #[expect(clippy::cast_precision_loss, reason = "an age to the minute is enough")]
        let age = now.saturating_sub(created).max(0) as f32 / YEAR;
        stands * (1.0 + NEW * (-age).exp2())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolved_and_new_come_first_but_only_of_what_fits_alike() {
        let ranking = Ranking {
            now: Some(1_700_000_000),
        };
        let score = |relevance: f32, standing, days: i64| {
            relevance * ranking.lift(standing_number(standing), 1_700_000_000 - days * 86_400)
        };
        assert!(score(1.0, Standing::Resolved, 900) > score(1.0, Standing::Unanswered, 0));
        assert!(score(1.0, Standing::Resolved, 1) > score(1.0, Standing::Resolved, 900));
        assert!(score(1.4, Standing::Unanswered, 900) > score(1.0, Standing::Resolved, 0));
        assert!(score(1.0, Standing::Resolved, 0) <= MOST);
        assert!(ranking.lift(ARTICLE, 0) > ranking.lift(standing_number(Standing::Answered), 1_700_000_000));
        assert!(score(1.0, Standing::Closed, -5) <= MOST, "a clock may run late");
    }
}
