//! Moments and lengths of time as people say them. What time it is stands in a parameter.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::phrases::{Phrases, Value};

/// How long ago something was: "just now", "5 min ago", "2 h ago", "3 d ago", then the day, then the day and the year.
///
/// A moment in the future is named by its day, one less than a minute away is "just now": clocks differ.
pub fn relative(phrases: &Phrases, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let age = now - at;
    let ago = |key: &str, count: i64| phrases.tell(key, &[("count", count.into())]);
    if age.abs() < TimeDelta::minutes(1) {
        phrases.say("time-just-now")
    } else if age < TimeDelta::zero() || age >= TimeDelta::days(7) {
        day(phrases, at, now)
    } else if age < TimeDelta::hours(1) {
        ago("time-minutes-ago", age.num_minutes())
    } else if age < TimeDelta::days(1) {
        ago("time-hours-ago", age.num_hours())
    } else {
        ago("time-days-ago", age.num_days())
    }
}

/// The day in UTC, with its year unless it is the present one: "3 May", "3 May 2021".
pub fn day(phrases: &Phrases, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let key = if at.year() == now.year() {
        "time-day"
    } else {
        "time-day-of-year"
    };
    phrases.tell(key, &parts(phrases, at))
}

/// The moment to the minute in UTC: "3 May 2021, 14:05 UTC".
pub fn exact(phrases: &Phrases, at: DateTime<Utc>) -> String {
    phrases.tell("time-exact", &parts(phrases, at))
}

/// The day in UTC with its year, for what is known to the day only: "3 May 2021".
pub fn exact_day(phrases: &Phrases, at: DateTime<Utc>) -> String {
    phrases.tell("time-day-of-year", &parts(phrases, at))
}

/// A length of time in its largest whole unit: "40 s", "5 min", "5 h", "3 d". Less than nothing counts as nothing.
pub fn length(phrases: &Phrases, length: TimeDelta) -> String {
    let (key, unit) = largest_unit(length);
    phrases.tell(key, &[("count", whole(length, unit).into())])
}

/// A length of time that was measured, in its two largest units: "1 h 30 min", "26 h", "3 d 4 h".
pub fn measured_length(phrases: &Phrases, measured: TimeDelta) -> String {
    let (_, unit) = largest_unit(measured);
    let rest = TimeDelta::seconds(measured.num_seconds().max(0) % unit.num_seconds());
    let (_, next) = largest_unit(unit - TimeDelta::seconds(1));
    let first = length(phrases, measured);
    if rest < next {
        return first;
    }
    format!("{first} {}", length(phrases, rest))
}

fn whole(length: TimeDelta, unit: TimeDelta) -> i64 {
    length.num_seconds().max(0) / unit.num_seconds()
}

fn largest_unit(length: TimeDelta) -> (&'static str, TimeDelta) {
    if length < TimeDelta::minutes(1) {
        ("time-seconds", TimeDelta::seconds(1))
    } else if length < TimeDelta::hours(1) {
        ("time-minutes", TimeDelta::minutes(1))
    } else if length < TimeDelta::days(2) {
        ("time-hours", TimeDelta::hours(1))
    } else {
        ("time-days", TimeDelta::days(1))
    }
}

/// For the `datetime` attribute of `<time>`: "2021-05-03T14:05:00Z".
pub fn machine(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The same of what is known to the day only: "2021-05-03".
pub fn machine_day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// The parts of a date as text: "2,021" is no year.
fn parts(phrases: &Phrases, at: DateTime<Utc>) -> [(&'static str, Value); 5] {
    [
        ("day", at.day().to_string().into()),
        ("month", phrases.say(&format!("month-{}", at.month())).into()),
        ("year", at.year().to_string().into()),
        ("hour", at.format("%H").to_string().into()),
        ("minute", at.format("%M").to_string().into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::phrases::Languages;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn ages_are_said_as_people_say_them() {
        let phrases = Languages::load().unwrap().named("en").unwrap();
        let now = moment("2022-05-20T12:00:00Z");
        for (at, said) in [
            ("2022-05-20T11:59:01Z", "just now"),
            ("2022-05-20T12:00:30Z", "just now"),
            ("2022-05-20T11:59:00Z", "1 min ago"),
            ("2022-05-20T11:00:01Z", "59 min ago"),
            ("2022-05-20T10:00:00Z", "2 h ago"),
            ("2022-05-19T12:00:00Z", "1 d ago"),
            ("2022-05-13T12:00:01Z", "6 d ago"),
            ("2022-05-13T12:00:00Z", "13 May"),
            ("2022-01-03T12:00:00Z", "3 Jan"),
            ("2021-12-31T23:59:59Z", "31 Dec 2021"),
            ("2023-05-20T12:00:00Z", "20 May 2023"),
        ] {
            assert_eq!(relative(&phrases, moment(at), now), said, "{at}");
        }
    }

    #[test]
    fn what_was_measured_is_told_in_two_units() {
        let phrases = Languages::load().unwrap().named("en").unwrap();
        for (seconds, said) in [
            (-5, "0 s"),
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (61, "1 min 1 s"),
            (3_599, "59 min 59 s"),
            (3_600, "1 h"),
            (3_659, "1 h"),
            (5_400, "1 h 30 min"),
            (93_600, "26 h"),
            (172_800, "2 d"),
            (176_399, "2 d"),
            (273_600, "3 d 4 h"),
        ] {
            assert_eq!(
                measured_length(&phrases, TimeDelta::seconds(seconds)),
                said,
                "{seconds}"
            );
        }
    }

    #[test]
    fn an_exact_time_names_its_zone() {
        let phrases = Languages::load().unwrap().named("en").unwrap();
        assert_eq!(exact(&phrases, moment("2021-05-03T14:05:09Z")), "3 May 2021, 14:05 UTC");
        assert_eq!(machine(moment("2021-05-03T14:05:09Z")), "2021-05-03T14:05:09Z");
    }

    #[test]
    fn each_language_orders_a_date_in_its_own_way() {
        let languages = Languages::load().unwrap();
        let (at, now) = (moment("2021-08-03T14:05:09Z"), moment("2021-10-20T12:00:00Z"));
        let said = |code| {
            let phrases = languages.named(code).unwrap();
            let dates = [
                day(&phrases, at, now),
                day(&phrases, moment("2020-05-31T00:00:00Z"), now),
                exact(&phrases, at),
                relative(&phrases, moment("2021-10-20T09:00:00Z"), now),
                length(&phrases, TimeDelta::days(1204)),
            ];
            assert_eq!(phrases.missing_count(), 0);
            dates
        };
        assert_eq!(
            said("id"),
            [
                "3 Agu",
                "31 Mei 2020",
                "3 Agu 2021, 14.05 UTC",
                "3 jam lalu",
                "1.204 hari"
            ]
        );
        assert_eq!(
            said("fil"),
            [
                "Ago 3",
                "May 31, 2020",
                "Ago 3, 2021, 14:05 UTC",
                "3 oras ang nakalipas",
                "1,204 araw"
            ]
        );
    }

    #[test]
    fn lengths_have_one_unit() {
        let phrases = Languages::load().unwrap().named("en").unwrap();
        assert_eq!(length(&phrases, TimeDelta::seconds(-5)), "0 s");
        assert_eq!(length(&phrases, TimeDelta::minutes(5)), "5 min");
        assert_eq!(length(&phrases, TimeDelta::hours(47)), "47 h");
        assert_eq!(length(&phrases, TimeDelta::days(1204)), "1,204 d");
    }
}
