//! Curves that can be worked out by hand, and what is said of too little.

use crate::reports::statistics::life_table::{LifeTable, Observation};
use crate::reports::statistics::log_rank::log_rank;
use crate::reports::statistics::survival::{Crossing, Curve};

fn table(events: &[i64], censored: &[i64]) -> LifeTable {
    let events = events.iter().filter_map(|seconds| Observation::event(*seconds));
    let censored = censored.iter().filter_map(|seconds| Observation::censored(*seconds));
    LifeTable::of(events.chain(censored))
}

fn curve(events: &[i64], censored: &[i64]) -> Curve {
    Curve::of(table(events, censored)).unwrap()
}

const NEVER: Crossing = Crossing {
    seconds: None,
    low: None,
    high: None,
};

/// Every number that a curve can say is one.
fn assert_sound(curve: &Curve) {
    let mut before = 1.0;
    for step in curve.steps() {
        assert!(step.survival >= 0.0 && step.survival < before, "{step:?}");
        assert!(step.variance.is_finite() && step.variance >= 0.0, "{step:?}");
        assert_eq!(step.interval.is_none(), step.survival == 0.0, "{step:?}");
        if let Some(interval) = step.interval {
            assert!(0.0 <= interval.low && interval.low <= step.survival, "{step:?}");
            assert!(step.survival <= interval.high && interval.high <= 1.0, "{step:?}");
        }
        before = step.survival;
    }
}

#[test]
fn of_nothing_there_is_no_curve() {
    assert_eq!(Curve::of(LifeTable::of([])), None);
    assert_eq!(log_rank(&LifeTable::of([]), &LifeTable::of([])), None);
    assert_eq!(log_rank(&table(&[1], &[]), &LifeTable::of([])), None);
}

#[test]
fn whoever_all_still_wait_have_no_median() {
    let waiting = curve(&[], &[5, 5, 9]);
    assert_eq!((waiting.steps(), waiting.median()), (&[][..], NEVER));
    assert_eq!(waiting.thinned(100), []);
    let point = waiting.at(9).unwrap();
    assert_eq!((point.survival, point.interval, point.at_risk), (1.0, None, 1));
    assert_eq!(waiting.at(10), None, "nobody was watched for as long");
    assert_eq!(log_rank(waiting.table(), waiting.table()), None);
}

#[test]
fn one_row_is_a_curve() {
    let answered = curve(&[7], &[]);
    assert_sound(&answered);
    let median = answered.median();
    assert_eq!((median.seconds, median.low, median.high), (Some(7), None, None));
    assert_eq!(answered.at(6).unwrap().survival, 1.0);
    assert_eq!(
        answered.at(i64::MAX).unwrap().survival,
        0.0,
        "nobody is left to wait longer"
    );
    assert_eq!(curve(&[], &[7]).median(), NEVER);
    assert_sound(&curve(&[0, 0], &[0]));
}

#[test]
fn what_is_a_half_exactly_is_a_half() {
    for count in [2_i64, 6, 10, 14, 22, 46, 1_000, 99_998] {
        let events: Vec<i64> = (1..=count).collect();
        assert_eq!(curve(&events, &[]).median().seconds, Some(count / 2), "{count}");
    }
}

#[test]
fn who_leaves_at_the_time_of_an_event_was_still_waiting() {
    let answered = curve(&[5], &[5, 5, 9]);
    assert_eq!(answered.at(5).unwrap().survival, 0.75);
    assert_eq!(answered.at(5).unwrap().at_risk, 4);
}

#[test]
fn where_each_counts_once_the_variance_is_greenwoods() {
    let events: Vec<i64> = (0..400).map(|place| place * 7_919 % 211).collect();
    let censored: Vec<i64> = (0..300).map(|place| place * 104_729 % 199).collect();
    let (mut sum, mixed) = (0.0, curve(&events, &censored));
    for step in mixed.steps().iter().filter(|step| step.survival > 0.0) {
        let (all, left) = (step.at_risk as f64, (step.at_risk - step.events) as f64);
        sum += step.events as f64 / (all * left);
        let greenwood = step.survival * step.survival * sum;
        assert!(
            (step.variance - greenwood).abs() < 1e-12 * greenwood,
            "{step:?}, {greenwood}"
        );
    }
}

#[test]
fn people_of_one_question_are_no_more_questions() {
    let observed = |weight| {
        let waits = (1..40).map(move |place| match place % 3 {
            0 => Observation::censored(place).unwrap().counted(weight),
            _ => Observation::event(place).unwrap().counted(weight),
        });
        Curve::of(LifeTable::of(waits)).unwrap()
    };
    let (once, often) = (observed(1), observed(50));
    for (one, many) in once.steps().iter().zip(often.steps()) {
        assert!((one.survival - many.survival).abs() < 1e-12);
        assert!((one.variance - many.variance).abs() < 1e-12, "{one:?}, {many:?}");
    }
    assert_eq!(once.median(), often.median());
}

#[test]
fn a_thinned_curve_keeps_its_shape_and_its_end() {
    let events: Vec<i64> = (0..50_000).map(|place| place * place % 99_991).collect();
    let whole = curve(&events, &[7, 400, 70_000]);
    assert_sound(&whole);
    for most in [2, 10, 300] {
        let thin = whole.thinned(most);
        assert!(thin.len() <= most, "{} of {most}", thin.len());
        assert_eq!(thin.last(), whole.steps().last());
        let drawn_at = |seconds: i64| {
            let passed = thin.partition_point(|step| step.seconds <= seconds);
            passed.checked_sub(1).map_or(1.0, |last| thin[last].survival)
        };
        for step in whole.steps() {
            let apart = drawn_at(step.seconds) - step.survival;
            assert!(
                (0.0..1.0 / (most as f64 - 1.0)).contains(&apart),
                "{apart} at {}",
                step.seconds
            );
        }
    }
    assert_eq!(whole.thinned(1_000_000).len(), whole.steps().len());
}

#[test]
fn two_cohorts_that_wait_alike_do_not_differ() {
    let one = table(&[1, 2, 3, 5, 8, 13], &[4, 20]);
    let same = log_rank(&one, &one).unwrap();
    assert!((same.chi_square, same.p_value) == (0.0, 1.0), "{same:?}");
    let slow = table(&[100, 200, 300, 500, 800, 1300], &[400, 2000]);
    let there = log_rank(&one, &slow).unwrap();
    let back = log_rank(&slow, &one).unwrap();
    assert!(
        (there.chi_square - back.chi_square).abs() < 1e-12 && there.p_value < 0.01,
        "{there:?}"
    );
    assert_eq!(log_rank(&table(&[5], &[]), &table(&[9], &[])).unwrap().observed, 1.0);
    assert_eq!(
        log_rank(&table(&[5], &[]), &table(&[5], &[])),
        None,
        "both at once: nothing can differ"
    );
}

#[test]
fn heavy_censoring_and_many_rows_stay_sound() {
    let events: Vec<i64> = (0..3_000).map(|place| place * 7_919 % 100_003).collect();
    let censored: Vec<i64> = (0..60_000).map(|place| place * 104_729 % 100_019).collect();
    let heavy = curve(&events, &censored);
    assert_sound(&heavy);
    assert_eq!(heavy.table().events(), 3_000);
}
