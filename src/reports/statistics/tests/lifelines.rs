//! Whether the estimators say what lifelines says: `tests/reports/compare_with_lifelines.py` makes the fixtures.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::reports::statistics::Interval;
use crate::reports::statistics::life_table::{LifeTable, Observation};
use crate::reports::statistics::log_rank::log_rank;
use crate::reports::statistics::proportion::Proportion;
use crate::reports::statistics::survival::{Crossing, Curve};

/// How far a figure may be from theirs.
const NEAR: f64 = 1e-6;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lifelines")
}

fn fixture(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The names of all fixtures that are curves.
fn curves() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap();
    let name =
        |file: std::io::Result<fs::DirEntry>| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
    files
        .map(name)
        .filter(|name| !["log-rank", "wilson"].contains(&name.as_str()))
        .collect()
}

fn table(fixture: &Value) -> LifeTable {
    let observation = |row: &Value| {
        let seconds = row[0].as_i64().unwrap();
        let observed = match row[1].as_i64().unwrap() {
            1 => Observation::event(seconds),
            _ => Observation::censored(seconds),
        };
        observed
            .unwrap()
            .counted(row[2].as_u64().map_or(1, |weight| weight.try_into().unwrap()))
    };
    LifeTable::of(fixture["observations"].as_array().unwrap().iter().map(observation))
}

fn is_near(found: Option<f64>, expected: &Value) -> bool {
    match (found, expected.as_f64()) {
        (Some(found), Some(expected)) => (found - expected).abs() < NEAR,
        (found, expected) => found.is_none() && expected.is_none(),
    }
}

fn is_crossing(found: Crossing, expected: &Value) -> bool {
    [found.seconds, found.low, found.high]
        .iter()
        .zip(expected.as_array().unwrap())
        .all(|(found, expected)| *found == expected.as_i64())
}

#[test]
fn curves_medians_and_their_intervals_are_those_of_lifelines() {
    let names = curves();
    assert!(names.len() >= 15, "{names:?}");
    for name in names {
        let fixture = fixture(&name);
        let curve = Curve::of(table(&fixture)).unwrap();
        assert_eq!(curve.steps().len() as u64, fixture["steps"].as_u64().unwrap(), "{name}");
        for expected in fixture["curve"].as_array().unwrap() {
            let seconds = expected[0].as_i64().unwrap();
            let step = curve.steps().iter().find(|step| step.seconds == seconds);
            let step = step.unwrap_or_else(|| panic!("{name} has no step at {seconds}"));
            assert_eq!(Some(step.at_risk), expected[1].as_u64(), "{name} at {seconds}");
            assert!(
                is_near(Some(step.survival), &expected[2]),
                "{name}: {step:?}, {expected}"
            );
            assert!(
                is_near(step.interval.map(|interval| interval.low), &expected[3]),
                "{name}: {step:?}, {expected}"
            );
            assert!(
                is_near(step.interval.map(|interval| interval.high), &expected[4]),
                "{name}: {step:?}, {expected}"
            );
        }
        assert!(
            is_crossing(curve.median(), &fixture["median"]),
            "{name}: {:?}",
            curve.median()
        );
        assert!(
            is_crossing(curve.ninety(), &fixture["ninety"]),
            "{name}: {:?}",
            curve.ninety()
        );
    }
}

#[test]
fn the_log_rank_test_is_that_of_lifelines() {
    for expected in fixture("log-rank").as_array().unwrap() {
        let cohort = |which: &str| table(&fixture(expected[which].as_str().unwrap()));
        let found = log_rank(&cohort("one"), &cohort("other")).unwrap();
        let (chi_square, p_value) = (
            expected["chi_square"].as_f64().unwrap(),
            expected["p_value"].as_f64().unwrap(),
        );
        assert!(
            (found.chi_square - chi_square).abs() < NEAR * chi_square.max(1.0),
            "{found:?}, {expected}"
        );
        assert!(
            (found.p_value - p_value).abs() < NEAR * p_value,
            "{found:?}, {expected}"
        );
    }
}

#[test]
fn intervals_of_shares_are_those_of_scipy() {
    for expected in fixture("wilson").as_array().unwrap() {
        let (hits, of) = (expected[0].as_u64().unwrap(), expected[1].as_u64().unwrap());
        let Interval { low, high } = Proportion::new(hits, of).unwrap().interval();
        assert!(
            is_near(Some(low), &expected[2]) && is_near(Some(high), &expected[3]),
            "{expected}"
        );
    }
}
