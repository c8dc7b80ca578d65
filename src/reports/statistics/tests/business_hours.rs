//! Open seconds, compared with a count minute by minute.

use chrono::{DateTime, Datelike, TimeZone, Timelike, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;

use crate::reports::statistics::business_hours::{Opening, OpeningHours};

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Zones with something of their own: clocks that change by half an hour, twice a year around Ramadan, a Saturday that never was,
/// a quarter of an hour, none at all.
const ZONES: [Tz; 9] = [
    Tz::Asia__Jakarta,
    Tz::Asia__Manila,
    Tz::Europe__Berlin,
    Tz::America__New_York,
    Tz::America__St_Johns,
    Tz::Australia__Lord_Howe,
    Tz::Africa__Casablanca,
    Tz::Pacific__Apia,
    Tz::Asia__Kathmandu,
];

fn moment(text: &str) -> i64 {
    text.parse::<DateTime<chrono::Utc>>().unwrap().timestamp()
}

fn office() -> Vec<Opening> {
    DAYS[..5].iter().map(|day| opening(*day, 9 * 60, 17 * 60)).collect()
}

fn opening(day: Weekday, opens: u32, closes: u32) -> Opening {
    Opening { day, opens, closes }
}

fn always() -> Vec<Opening> {
    DAYS.iter().map(|day| opening(*day, 0, 1440)).collect()
}

/// The same, by asking for each minute what the clock on the wall says.
fn counted(zone: Tz, openings: &[Opening], from: i64, until: i64) -> i64 {
    let is_open = |at: i64| {
        let wall = zone.timestamp_opt(at, 0).unwrap();
        let minute = wall.hour() * 60 + wall.minute();
        let mut today = openings.iter().filter(|one| one.day == wall.weekday());
        today.any(|one| one.opens <= minute && minute < one.closes)
    };
    (from..until).step_by(60).filter(|minute| is_open(*minute)).count() as i64 * 60
}

#[test]
fn a_night_and_a_weekend_do_not_count() {
    let hours = OpeningHours::new(Tz::Europe__Berlin, &office()).unwrap();
    for (from, until, open) in [
        ("2026-05-04T08:00:00Z", "2026-05-04T09:30:00Z", 5_400),
        ("2026-05-04T14:59:30Z", "2026-05-05T07:00:10Z", 40),
        ("2026-05-08T14:00:00Z", "2026-05-11T08:00:00Z", 7_200),
        ("2026-05-09T00:00:00Z", "2026-05-10T20:00:00Z", 0),
        ("2026-05-04T00:00:00Z", "2027-05-03T00:00:00Z", 52 * 40 * 3_600),
        ("2026-05-05T00:00:00Z", "2026-05-04T00:00:00Z", 0),
    ] {
        assert_eq!(
            hours.seconds_between(moment(from), moment(until)),
            open,
            "{from} {until}"
        );
    }
}

#[test]
fn the_night_in_which_clocks_change_is_shorter_or_longer() {
    let night = [opening(Weekday::Sun, 0, 6 * 60)];
    let hours = OpeningHours::new(Tz::Europe__Berlin, &night).unwrap();
    let open = |from, until| hours.seconds_between(moment(from), moment(until));
    assert_eq!(open("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), 5 * 3_600);
    assert_eq!(open("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"), 7 * 3_600);
    assert_eq!(open("2026-11-07T12:00:00Z", "2026-11-08T12:00:00Z"), 6 * 3_600);
}

#[test]
fn who_is_always_open_is_open_all_the_time() {
    for zone in ZONES {
        let hours = OpeningHours::new(zone, &always()).unwrap();
        for (from, until) in [
            (0, 2_000_000_000),
            (-5_000_000, 7),
            (1_325_000_000, 1_325_500_001),
            (5_000_000_000, 5_000_000_001),
        ] {
            assert_eq!(hours.seconds_between(from, until), until - from, "{zone}");
        }
        assert!(hours.seconds_between(i64::MIN, i64::MAX) > 0);
    }
}

#[test]
fn openings_that_cannot_be_are_refused_and_overlaps_count_once() {
    let new = |openings: &[Opening]| OpeningHours::new(Tz::UTC, openings);
    assert!(new(&[]).is_none());
    for (opens, closes) in [(60, 60), (61, 60), (0, 1_441), (1_440, 1_441)] {
        assert!(
            new(&[opening(Weekday::Mon, opens, closes)]).is_none(),
            "{opens} {closes}"
        );
    }
    let mixed = [(0, 100), (50, 120), (60, 70), (120, 130), (200, 210)];
    let mixed: Vec<_> = mixed
        .iter()
        .map(|(opens, closes)| opening(Weekday::Wed, *opens, *closes))
        .collect();
    assert_eq!(new(&mixed).unwrap().seconds_between(0, 7 * 86_400), 140 * 60);
}

fn some_openings() -> impl Strategy<Value = Vec<Opening>> {
    let one = (0..7_usize, 0..1440_u32, 1..=1440_u32).prop_filter_map("ends later", |(day, opens, closes)| {
        (opens < closes).then(|| opening(DAYS[day], opens, closes))
    });
    prop::collection::vec(one, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn it_is_what_counting_each_minute_gives(
        zone in 0..ZONES.len(),
        openings in some_openings(),
        from in moment("1995-01-01T00:00:00Z") / 60..moment("2035-01-01T00:00:00Z") / 60,
        minutes in 0..40_000_i64,
    ) {
        let (from, until) = (from * 60, (from + minutes) * 60);
        let hours = OpeningHours::new(ZONES[zone], &openings).unwrap();
        prop_assert_eq!(hours.seconds_between(from, until), counted(ZONES[zone], &openings, from, until));
    }

    #[test]
    fn around_each_change_of_a_clock_too(zone in 0..ZONES.len(), openings in some_openings(), year in 2000..2030_i32, month in 1..=12_u32) {
        let from = chrono::Utc.with_ymd_and_hms(year, month, 1, 0, 0, 0).unwrap().timestamp();
        let until = from + 31 * 86_400;
        let hours = OpeningHours::new(ZONES[zone], &openings).unwrap();
        prop_assert_eq!(hours.seconds_between(from, until), counted(ZONES[zone], &openings, from, until));
    }

    #[test]
    fn parts_add_up_to_the_whole(openings in some_openings(), mut at in prop::array::uniform3(-100_000_000..5_000_000_000_i64)) {
        at.sort_unstable();
        let hours = OpeningHours::new(Tz::Europe__Berlin, &openings).unwrap();
        let parts = hours.seconds_between(at[0], at[1]) + hours.seconds_between(at[1], at[2]);
        prop_assert_eq!(parts, hours.seconds_between(at[0], at[2]));
    }
}
