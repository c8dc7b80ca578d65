//! Which share had it within a fixed time, such as 24 hours, by the week in which it began.
//!
//! Only cohorts count that are old enough for every one of them to have had that time: the share of a younger one would be too
//! low today and would rise later.

use std::ops::Range;

use serde::Serialize;

use super::proportion::{Proportion, Tally};
use super::{A_MONDAY, WEEK};

/// When something began, and when what was waited for came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// When it began, in seconds of the Unix clock.
    pub at: i64,
    /// How many seconds later it came, if it did.
    pub came_after: Option<i64>,
    /// How often it counts.
    pub weight: u32,
}

/// The share of a cohort, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rate {
    /// So many of so many.
    Known(Proportion),
    /// Some of the cohort have not had their time yet.
    TooYoung,
    /// Nothing began then.
    Nobody,
}

/// The share of those begun in a stretch of time, in seconds of the Unix clock, that had it within `horizon` seconds.
pub fn within(begun: &[Begun], stretch: Range<i64>, horizon: i64, observed_until: i64) -> Rate {
    if !is_old_enough(stretch.end, horizon, observed_until) {
        return Rate::TooYoung;
    }
    let of_stretch = begun.iter().filter(|one| stretch.contains(&one.at));
    let mut tally = Tally::default();
    of_stretch.for_each(|one| count(&mut tally, one, horizon));
    rate(tally)
}

/// The same for each week that begins in a stretch of time, the earliest first, each with its Monday at 0:00 UTC.
///
/// What began before the first Monday or after the last week counts in none. There is a row for each week, so the stretch is the
/// caller's to bound.
pub fn by_week(begun: &[Begun], stretch: Range<i64>, horizon: i64, observed_until: i64) -> Vec<(i64, Rate)> {
    let first = A_MONDAY
        + (stretch.start.saturating_sub(A_MONDAY))
            .saturating_add(WEEK - 1)
            .div_euclid(WEEK)
            * WEEK;
    let weeks = (first..stretch.end).step_by(WEEK as usize);
    let mut counts: Vec<(i64, Tally)> = weeks.map(|monday| (monday, Tally::default())).collect();
    for one in begun {
        let place = usize::try_from((one.at.saturating_sub(first)).div_euclid(WEEK));
        if let Some((_, week)) = place.ok().and_then(|place| counts.get_mut(place)) {
            count(week, one, horizon);
        }
    }
    let rate_of = |(monday, tally)| {
        let is_old = is_old_enough(monday + WEEK, horizon, observed_until);
        (monday, if is_old { rate(tally) } else { Rate::TooYoung })
    };
    counts.into_iter().map(rate_of).collect()
}

/// The Monday at 0:00 UTC of the week of a second of the Unix clock.
pub fn monday_of(at: i64) -> i64 {
    at.saturating_sub((at.saturating_sub(A_MONDAY)).rem_euclid(WEEK))
}

fn is_old_enough(end: i64, horizon: i64, observed_until: i64) -> bool {
    end.saturating_add(horizon) <= observed_until
}

fn count(tally: &mut Tally, one: &Begun, horizon: i64) {
    tally.count(one.weight, one.came_after.is_some_and(|after| after <= horizon));
}

fn rate(tally: Tally) -> Rate {
    tally.proportion().map_or(Rate::Nobody, Rate::Known)
}

#[cfg(test)]
mod tests {
    use super::super::DAY;
    use super::*;

    fn begun(at: i64, came_after: Option<i64>) -> Begun {
        Begun {
            at,
            came_after,
            weight: 1,
        }
    }

    fn known(hits: u64, of: u64) -> Rate {
        Rate::Known(Proportion::new(hits, of).unwrap())
    }

    #[test]
    fn a_week_counts_when_the_last_of_it_had_its_time() {
        let monday = A_MONDAY + 10 * WEEK;
        let rows = [
            begun(monday - 1, Some(0)),
            begun(monday, Some(DAY)),
            begun(monday + WEEK - 1, Some(DAY + 1)),
            begun(monday + WEEK, None),
            begun(monday + 3 * WEEK, Some(5)),
        ];
        let weeks = |until| by_week(&rows, monday..monday + 4 * WEEK, DAY, until);
        let all = [
            (monday, known(1, 2)),
            (monday + WEEK, known(0, 1)),
            (monday + 2 * WEEK, Rate::Nobody),
            (monday + 3 * WEEK, known(1, 1)),
        ];
        assert_eq!(weeks(monday + 4 * WEEK + DAY), all);
        let last = weeks(monday + 4 * WEEK + DAY - 1);
        assert_eq!(last.last(), Some(&(monday + 3 * WEEK, Rate::TooYoung)));
        assert_eq!(last.first(), Some(&(monday, known(1, 2))));
    }

    #[test]
    fn a_stretch_begins_with_its_first_whole_week() {
        let monday = A_MONDAY + 10 * WEEK;
        let begins = |from| {
            by_week(&[], from..monday + 2 * WEEK, DAY, i64::MAX)
                .first()
                .map(|week| week.0)
        };
        assert_eq!(begins(monday), Some(monday));
        assert_eq!(begins(monday + 1), Some(monday + WEEK));
        assert_eq!(begins(monday - 1), Some(monday));
        assert_eq!(begins(monday + WEEK + 1), None);
        assert_eq!(by_week(&[begun(5, None)], 9..9, DAY, 0), []);
    }

    #[test]
    fn one_cohort_has_one_rate() {
        let rows = [
            begun(0, Some(10)),
            begun(5, Some(11)),
            begun(9, None),
            begun(10, Some(0)),
        ];
        assert_eq!(within(&rows, 0..10, 10, 20), known(1, 3));
        assert_eq!(within(&rows, 0..10, 10, 19), Rate::TooYoung);
        assert_eq!(within(&rows, 20..30, 10, 100), Rate::Nobody);
        assert_eq!(within(&rows, i64::MIN..i64::MAX, i64::MAX, i64::MAX), known(3, 4));
    }
}
