//! Windows over years, zones and changes of mind.

use chrono::{DateTime, Datelike, Duration, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn daily(hour: u32, zone: Tz) -> Rhythm {
    Rhythm {
        frequency: Frequency::Daily,
        hour,
        ..Rhythm::offered(zone)
    }
}

#[test]
fn a_digest_is_due_at_the_hour_of_the_readers_own_clock() {
    let jakarta = daily(7, Tz::Asia__Jakarta);
    assert_eq!(
        jakarta.next_after(at("2026-11-27T00:00:00Z")),
        at("2026-11-28T00:00:00Z")
    );
    assert_eq!(
        jakarta.next_after(at("2026-11-26T23:59:59Z")),
        at("2026-11-27T00:00:00Z")
    );
    assert_eq!(
        jakarta.last_until(at("2026-11-27T00:00:00Z")),
        Some(at("2026-11-27T00:00:00Z"))
    );
    assert_eq!(
        jakarta.last_until(at("2026-11-26T23:59:59Z")),
        Some(at("2026-11-26T00:00:00Z"))
    );
    let monday = Rhythm::offered(Tz::Asia__Manila);
    assert_eq!(
        monday.next_after(at("2026-11-27T12:00:00Z")),
        at("2026-11-30T00:00:00Z")
    );
    assert_eq!(
        monday.last_until(at("2026-11-29T23:00:00Z")),
        Some(at("2026-11-23T00:00:00Z"))
    );
}

#[test]
fn an_hour_that_clocks_leave_out_comes_with_the_next_that_there_is() {
    // In Berlin the clocks go from two to three on 28 March 2027.
    let berlin = daily(2, Tz::Europe__Berlin);
    assert_eq!(
        berlin.next_after(at("2027-03-27T01:00:00Z")),
        at("2027-03-28T01:00:00Z")
    );
    assert_eq!(
        berlin.next_after(at("2027-03-28T01:00:00Z")),
        at("2027-03-29T00:00:00Z")
    );
    // On Lord Howe they go on by half an hour.
    let lord_howe = daily(2, Tz::Australia__Lord_Howe);
    let due = lord_howe
        .next_after(at("2026-10-03T00:00:00Z"))
        .with_timezone(&Tz::Australia__Lord_Howe);
    assert_eq!((due.day(), due.hour(), due.minute()), (4, 2, 30));
    // Samoa had no 30 December 2011: whoever wanted a letter that Friday gets it as the Saturday begins.
    let samoa = Rhythm {
        weekday: chrono::Weekday::Fri,
        ..Rhythm::offered(Tz::Pacific__Apia)
    };
    assert_eq!(samoa.next_after(at("2011-12-28T00:00:00Z")), at("2011-12-30T10:00:00Z"));
}

#[test]
fn an_hour_that_comes_twice_is_due_once() {
    let berlin = daily(2, Tz::Europe__Berlin);
    let first = berlin.next_after(at("2026-10-24T12:00:00Z"));
    assert_eq!(first, at("2026-10-25T00:00:00Z"));
    assert_eq!(berlin.next_after(first), at("2026-10-26T01:00:00Z"));
    assert_eq!(berlin.last_until(at("2026-10-25T01:30:00Z")), Some(first));
}

#[test]
fn a_window_is_due_once_all_before_its_end_is_in_force() {
    let rhythm = daily(0, Tz::UTC);
    let course = Course::begin(&rhythm, at("2026-11-27T09:00:00Z"));
    assert_eq!(course.window(&rhythm, at("2026-11-27T23:59:59Z")), None);
    let window = course.window(&rhythm, at("2026-11-28T00:00:00Z")).unwrap();
    assert_eq!(
        (window.from, window.to),
        (at("2026-11-27T09:00:00Z"), at("2026-11-28T00:00:00Z"))
    );
    assert!(window.contains(window.from) && !window.contains(window.to));
    assert_eq!(
        course
            .after(&window, &rhythm)
            .window(&rhythm, at("2026-11-28T00:00:00Z")),
        None
    );
    // A forum that was away for days sends one digest for all of them.
    let window = course.window(&rhythm, at("2026-12-05T07:00:00Z")).unwrap();
    assert_eq!(
        (window.from, window.to),
        (at("2026-11-27T09:00:00Z"), at("2026-12-05T00:00:00Z"))
    );
}

#[test]
fn another_rhythm_repeats_and_drops_nothing() {
    let weekly = Rhythm::offered(Tz::UTC);
    let course = Course::begin(&weekly, at("2026-11-23T09:00:00Z"));
    let daily = daily(8, Tz::UTC);
    let changed = course.in_rhythm(&daily, at("2026-11-26T12:00:00Z"));
    assert_eq!(
        changed.window(&daily, at("2026-11-26T13:00:00Z")),
        None,
        "nothing comes for a change of mind"
    );
    let window = changed.window(&daily, at("2026-11-27T08:00:00Z")).unwrap();
    assert_eq!(
        (window.from, window.to),
        (at("2026-11-23T09:00:00Z"), at("2026-11-27T08:00:00Z"))
    );
}

/// What somebody may do to their digests, and time.
#[derive(Debug, Clone)]
enum Step {
    /// So many minutes pass; then the forum looks what is due.
    Pass(i64),
    /// Another rhythm.
    Choose(Rhythm),
}

fn rhythm() -> impl Strategy<Value = Rhythm> {
    let zone = proptest::sample::select(TZ_VARIANTS.to_vec());
    (any::<bool>(), 0_usize..7, 0_u32..24, zone).prop_map(|(is_daily, day, hour, zone)| Rhythm {
        frequency: if is_daily { Frequency::Daily } else { Frequency::Weekly },
        weekday: WEEK[day],
        hour,
        zone,
    })
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    // 1970 to 2050, to the second.
    (0_i64..2_524_608_000).prop_map(|second| Utc.timestamp_opt(second, 0).unwrap())
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (1_i64..3_000).prop_map(Step::Pass),
        1 => (1_i64..200_000).prop_map(Step::Pass),
        2 => rhythm().prop_map(Step::Choose),
    ]
}

fn cases() -> ProptestConfig {
    let is_long = std::env::var_os("TANYA_TEST_LONG").is_some();
    ProptestConfig::with_cases(if is_long { 20_000 } else { 256 })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn windows_follow_one_another_without_a_gap(begun in moment(), first in rhythm(), steps in prop::collection::vec(step(), 1..60)) {
        let (mut now, mut rhythm) = (begun, first);
        let mut course = Course::begin(&rhythm, now);
        let mut covered = begun;
        for step in steps {
            match step {
                Step::Choose(other) => {
                    rhythm = other;
                    course = course.in_rhythm(&rhythm, now);
                    prop_assert_eq!(course.covered_to, covered);
                    prop_assert_eq!(course.window(&rhythm, now), None, "choosing sends nothing");
                }
                Step::Pass(minutes) => {
                    now += Duration::minutes(minutes);
                    let settled = now - SETTLES_AFTER;
                    let Some(window) = course.window(&rhythm, settled) else {
                        prop_assert!(course.due_at > settled);
                        continue;
                    };
                    prop_assert_eq!(window.from, covered);
                    prop_assert!(window.from < window.to && window.to <= settled);
                    prop_assert_eq!(rhythm.last_until(window.to), Some(window.to), "it ends when the rhythm says");
                    prop_assert!(rhythm.next_after(window.to) > settled, "one digest, however long it took");
                    course = course.after(&window, &rhythm);
                    covered = window.to;
                    prop_assert_eq!(course.window(&rhythm, settled), None);
                }
            }
        }
    }

    #[test]
    fn each_day_of_the_readers_calendar_has_one_digest(rhythm in rhythm(), from in moment()) {
        let rhythm = Rhythm { frequency: Frequency::Daily, ..rhythm };
        let mut due = rhythm.next_after(from);
        for _ in 0..400 {
            let next = rhythm.next_after(due);
            prop_assert!(next > due);
            prop_assert_eq!(rhythm.last_until(next - Duration::seconds(1)), Some(due));
            let (day, after) = (shown(&rhythm, due), shown(&rhythm, next));
            // A day that the calendar leaves out is the only one without a letter of its own.
            let is_next = day.succ_opt() == Some(after);
            prop_assert!(is_next || is_left_out(&rhythm, day.succ_opt().unwrap()) || is_late(&rhythm, due) || is_late(&rhythm, next),
                "{} then {}", due, next);
            due = next;
        }
    }

    #[test]
    fn the_clock_shows_the_hour_unless_it_leaves_it_out(rhythm in rhythm(), from in moment()) {
        let due = rhythm.next_after(from).with_timezone(&rhythm.zone);
        if is_late(&rhythm, due.with_timezone(&Utc)) {
            let wall = due.date_naive().and_hms_opt(rhythm.hour, 0, 0).unwrap();
            let day_before = wall - Duration::days(1);
            let left_out = |wall| rhythm.zone.from_local_datetime(&wall).earliest().is_none();
            prop_assert!(left_out(wall) || left_out(day_before), "{} is late for nothing", due);
        } else {
            prop_assert_eq!(due.hour(), rhythm.hour);
            prop_assert_eq!(rhythm.zone.from_local_datetime(&due.naive_local()).earliest(), Some(due), "the first of two");
        }
        if rhythm.frequency == Frequency::Weekly && !is_late(&rhythm, due.with_timezone(&Utc)) {
            prop_assert_eq!(due.weekday(), rhythm.weekday);
        }
    }
}

fn shown(rhythm: &Rhythm, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&rhythm.zone).date_naive()
}

fn is_late(rhythm: &Rhythm, at: DateTime<Utc>) -> bool {
    let local = at.with_timezone(&rhythm.zone);
    (local.hour(), local.minute()) != (rhythm.hour, 0)
}

fn is_left_out(rhythm: &Rhythm, day: NaiveDate) -> bool {
    let wall = day.and_hms_opt(rhythm.hour, 0, 0).unwrap();
    rhythm.zone.from_local_datetime(&wall).earliest().is_none()
}
