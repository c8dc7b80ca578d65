//! Spans of time as the demo files write them: `12d 4h`, `45m`, `3d`.

use chrono::Duration;
use serde::de::{Deserialize, Deserializer, Error};

/// Reads a span such as `12d 4h 30m`: days, hours and minutes in this order, each at most once.
///
/// Returns `None` when the text is anything else.
pub fn parse(text: &str) -> Option<Duration> {
    let mut span = Duration::zero();
    let mut units = ['d', 'h', 'm'].iter();
    let mut parts = text.split_whitespace().peekable();
    parts.peek()?;
    for part in parts {
        let unit = part.chars().next_back()?;
        units.find(|candidate| **candidate == unit)?;
        let amount: u16 = part.strip_suffix(unit)?.parse().ok()?;
        span += match unit {
            'd' => Duration::days(amount.into()),
            'h' => Duration::hours(amount.into()),
            _ => Duration::minutes(amount.into()),
        };
    }
    Some(span)
}

/// For `#[serde(deserialize_with)]` on a field that holds a span.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is not a span of time such as `12d 4h` or `45m`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_hours_and_minutes() {
        assert_eq!(parse("2d 3h 4m"), Some(Duration::minutes((2 * 24 + 3) * 60 + 4)));
        assert_eq!(parse("40m"), Some(Duration::minutes(40)));
        assert_eq!(parse("171d"), Some(Duration::days(171)));
        assert_eq!(parse("1d 5m"), Some(Duration::minutes(24 * 60 + 5)));
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            " ",
            "3",
            "d",
            "-3d",
            "3h 2d",
            "2d 2d",
            "3 d",
            "1w",
            "1.5h",
            "99999999d",
            "3ü",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
