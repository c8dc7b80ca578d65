//! The hours at which somebody is there, as an administrator set them, for the estimators.

use super::statistics::business_hours::{Opening, OpeningHours};
use crate::domain::report_settings::Hours;

/// The opening hours of a week; `None` for hours that nobody could set.
pub fn opening_hours(hours: &Hours) -> Option<OpeningHours> {
    let openings: Vec<Opening> = hours
        .weekdays()
        .map(|day| Opening {
            day,
            opens: hours.opens,
            closes: hours.closes,
        })
        .collect();
    OpeningHours::new(hours.zone, &openings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_set_is_forty_hours_a_week() {
        let hours = opening_hours(&Hours::default()).unwrap();
        assert_eq!(hours.seconds_between(0, 7 * 86_400), 40 * 3_600);
        let none = Hours {
            days: [false; 7],
            ..Hours::default()
        };
        assert!(opening_hours(&none).is_none());
    }
}
