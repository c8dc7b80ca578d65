//! Under which licence answers stand that were imported: what their site says of the day on which they were written.

use chrono::{DateTime, NaiveDate, Utc};

use crate::store::evidence::GivenAnswer;

/// The first day of the next licence: year, month and day; none of the one that is in force.
type Until = Option<(i32, u32, u32)>;

/// The licences of Stack Exchange's posts, each with the first day of the next one, as stackoverflow.com/help/licensing says.
const STACK_EXCHANGE: &[(&str, Until)] = &[
    ("CC BY-SA 2.5", Some((2011, 4, 8))),
    ("CC BY-SA 3.0", Some((2018, 5, 2))),
    ("CC BY-SA 4.0", None),
];

/// The licences of those of the answers that come from Stack Exchange, each once, the oldest first.
pub(super) fn imported(answers: &[&GivenAnswer]) -> Vec<&'static str> {
    let from_there = answers
        .iter()
        .filter(|answer| answer.family.as_deref() == Some("stackexchange"));
    let names: Vec<&str> = from_there
        .filter_map(|answer| of_stack_exchange(answer.posted_at))
        .collect();
    let all = STACK_EXCHANGE.iter().map(|(name, _)| *name);
    all.filter(|name| names.contains(name)).collect()
}

fn of_stack_exchange(at: DateTime<Utc>) -> Option<&'static str> {
    let day = at.date_naive();
    let is_before = |end: Until| match end {
        Some((year, month, first)) => NaiveDate::from_ymd_opt(year, month, first).is_some_and(|end| day < end),
        None => true,
    };
    STACK_EXCHANGE
        .iter()
        .find(|(_, end)| is_before(*end))
        .map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_tells_the_licence() {
        for (at, name) in [
            ("2011-04-07T23:59:59Z", "CC BY-SA 2.5"),
            ("2011-04-08T00:00:00Z", "CC BY-SA 3.0"),
            ("2018-05-01T00:00:00Z", "CC BY-SA 3.0"),
            ("2021-01-01T00:00:00Z", "CC BY-SA 4.0"),
        ] {
            assert_eq!(of_stack_exchange(at.parse().unwrap()), Some(name), "{at}");
        }
    }
}
