//! When digests are due: at an hour of the subscriber's own clock, each day or on one day of the week.

use chrono::{DateTime, Days, Duration, NaiveDate, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use super::Frequency;

/// The days of the week as forms and rows count them: Monday is 1.
pub const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The most minutes that clocks were ever put on at once: Samoa left out a whole day, and changed its hours with it.
const LONGEST_GAP: i64 = 26 * 60;
/// How many days to look through for the next one: a week, and a day on either side that another zone's date may be away.
const DAYS_AROUND: u64 = 9;

/// When a subscriber wants digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// Each day or each week.
    pub frequency: Frequency,
    /// On which day, when it is each week.
    pub weekday: Weekday,
    /// At which full hour, from 0 to 23.
    pub hour: u32,
    /// By whose clocks.
    pub zone: Tz,
}

impl Default for Rhythm {
    fn default() -> Self {
        Self::offered(Tz::UTC)
    }
}

impl Rhythm {
    /// Weekly, on Monday at eight: what a form offers first.
    pub fn offered(zone: Tz) -> Self {
        Self {
            frequency: Frequency::Weekly,
            weekday: Weekday::Mon,
            hour: 8,
            zone,
        }
    }

    /// The first moment after this one at which a digest is due.
    pub fn next_after(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let first = self.date_of(at).checked_sub_days(Days::new(1));
        let days = first.into_iter().flat_map(|day| day.iter_days());
        let mut due = self.due_on(days.take(2 * DAYS_AROUND as usize));
        // There is one within nine days; where the calendar ends nothing is due any more.
        due.find(|moment| *moment > at).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The last moment up to this one at which a digest was due.
    pub fn last_until(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let first = self.date_of(at).checked_sub_days(Days::new(DAYS_AROUND))?;
        let due = self.due_on(first.iter_days().take(2 + DAYS_AROUND as usize));
        due.take_while(|moment| *moment <= at).last()
    }

    fn due_on(&self, days: impl Iterator<Item = NaiveDate>) -> impl Iterator<Item = DateTime<Utc>> {
        let rhythm = *self;
        days.filter(move |day| rhythm.includes(*day))
            .filter_map(move |day| rhythm.moment_on(day))
    }

    fn includes(&self, day: NaiveDate) -> bool {
        use chrono::Datelike;
        self.frequency == Frequency::Daily || day.weekday() == self.weekday
    }

    /// The moment of a day at which the clocks show the hour: the first one where they show it twice, the next that there is
    /// where they leave it out.
    fn moment_on(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let wall = day.and_hms_opt(self.hour, 0, 0)?;
        let shown = |minutes: i64| {
            self.zone
                .from_local_datetime(&(wall + Duration::minutes(minutes)))
                .earliest()
        };
        let moment = (0..=LONGEST_GAP).find_map(shown)?;
        Some(moment.with_timezone(&Utc))
    }

    fn date_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }
}
