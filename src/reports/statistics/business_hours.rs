//! How much of a wait fell into the hours at which somebody was there to answer.
//!
//! Opening hours are what a clock on the wall says, waits are seconds that passed: in the night in which clocks go forward, a
//! place that is open all night is open an hour less.

use chrono::{DateTime, Offset, TimeZone, Weekday};
use chrono_tz::Tz;

use super::{A_MONDAY, DAY, WEEK};

/// The minutes of a day.
const MINUTES: u32 = 24 * 60;
/// The end of what the time zones are known for, the beginning of 2100, in seconds of the Unix clock.
const LAST_KNOWN: i64 = 4_102_444_800;

/// When somebody is there on one day of the week, in minutes after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The day.
    pub day: Weekday,
    /// From this minute, 1439 at most.
    pub opens: u32,
    /// Until before this one, 1440 at most. A night shift is two openings, one on each day.
    pub closes: u32,
}

/// The opening hours of a week, in a time zone.
#[derive(Debug, Clone)]
pub struct OpeningHours {
    week: Week,
    /// Where the zone's distance from UTC changes, the earliest first.
    stretches: Vec<Stretch>,
}

/// A time in which the zone's distance from UTC stays the same.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// Its beginning, in seconds of the Unix clock.
    begins: i64,
    /// How far the clock on the wall is ahead of UTC, in seconds.
    ahead: i64,
    /// The open seconds from the beginning of the first stretch to that of this one.
    before: i64,
}

impl OpeningHours {
    /// The hours of these openings, which may overlap; `None` when one of them does not end after it begins and within its day, or
    /// when there are none.
    pub fn new(zone: Tz, openings: &[Opening]) -> Option<Self> {
        let is_good = |one: &Opening| one.opens < one.closes && one.closes <= MINUTES;
        if openings.is_empty() || !openings.iter().all(is_good) {
            return None;
        }
        let week = Week::of(openings);
        let mut stretches: Vec<Stretch> = Vec::new();
        for (begins, ahead) in changes(zone) {
            let before = stretches.last().map_or(0, |last| last.open_until(begins, &week));
            stretches.push(Stretch { begins, ahead, before });
        }
        Some(Self { week, stretches })
    }

    /// The open seconds between two moments, both in seconds of the Unix clock; 0 when the second is not the later one.
    ///
    /// It takes as long for a minute as for a year: whole weeks are counted by multiplying, changes of the clock beforehand.
    /// Before 1970 and after 2099 the clock is taken not to change.
    pub fn seconds_between(&self, from: i64, until: i64) -> i64 {
        (self.open_until(until) - self.open_until(from)).max(0)
    }

    /// The open seconds from the beginning of the first stretch, less than nothing before it.
    fn open_until(&self, at: i64) -> i64 {
        let at = at.clamp(-LAST_KNOWN, 2 * LAST_KNOWN);
        let begun = self.stretches.partition_point(|stretch| stretch.begins <= at);
        let stretch = self.stretches.get(begun.saturating_sub(1));
        stretch.map_or(0, |stretch| stretch.open_until(at, &self.week))
    }
}

impl Stretch {
    fn open_until(&self, at: i64, week: &Week) -> i64 {
        self.before + week.open_until(at + self.ahead) - week.open_until(self.begins + self.ahead)
    }
}

/// Where a zone's distance from UTC changes from 1970 on, with what it is from then on, both in seconds.
///
/// Looked for day by day and then to the second: no zone has changed twice in a day since 1970.
fn changes(zone: Tz) -> Vec<(i64, i64)> {
    let mut before = ahead(zone, 0);
    let mut found = vec![(0, before)];
    for day in (0..LAST_KNOWN).step_by(DAY as usize) {
        let after = ahead(zone, day + DAY);
        if before != after {
            found.push((first_with(zone, after, day, day + DAY), after));
        }
        before = after;
    }
    found
}

/// The first second after `low` at which the zone is `wanted` ahead, as it is at `high`.
fn first_with(zone: Tz, wanted: i64, mut low: i64, mut high: i64) -> i64 {
    while high - low > 1 {
        let middle = low.midpoint(high);
        if ahead(zone, middle) == wanted {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// How far a zone's clocks are ahead of UTC, in seconds.
fn ahead(zone: Tz, at: i64) -> i64 {
    let moment = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
    zone.offset_from_utc_datetime(&moment).fix().local_minus_utc().into()
}

/// The open hours of every week, by the clock on the wall.
#[derive(Debug, Clone)]
struct Week {
    /// Stretches that do not touch, in seconds after Monday 0:00, each with the open seconds before it.
    spans: Vec<Span>,
    /// The open seconds of a whole week.
    whole: i64,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    opens: i64,
    closes: i64,
    before: i64,
}

impl Week {
    fn of(openings: &[Opening]) -> Self {
        let mut sorted: Vec<(i64, i64)> = openings.iter().map(in_week).collect();
        sorted.sort_unstable();
        let mut spans: Vec<Span> = Vec::new();
        let mut whole = 0;
        for (opens, closes) in sorted {
            let end = spans.last().map_or(0, |last| last.closes);
            let opens = opens.max(end);
            if opens < closes {
                spans.push(Span {
                    opens,
                    closes,
                    before: whole,
                });
                whole += closes - opens;
            }
        }
        Self { spans, whole }
    }

    /// The open seconds from the first Monday to a time on the wall, in seconds as the Unix clock would say it.
    fn open_until(&self, wall: i64) -> i64 {
        let (weeks, into) = ((wall - A_MONDAY).div_euclid(WEEK), (wall - A_MONDAY).rem_euclid(WEEK));
        let begun = self.spans.partition_point(|span| span.opens <= into);
        let span = begun.checked_sub(1).and_then(|last| self.spans.get(last));
        let open = span.map_or(0, |span| span.before + into.min(span.closes) - span.opens);
        weeks * self.whole + open
    }
}

/// When an opening begins and ends, in seconds after Monday 0:00.
fn in_week(opening: &Opening) -> (i64, i64) {
    let midnight = i64::from(opening.day.num_days_from_monday()) * DAY;
    let at = |minute: u32| midnight + i64::from(minute) * 60;
    (at(opening.opens), at(opening.closes))
}
