//! How often an account may ask for what (`TANYA_RATE_LIMITS`).

use super::Reader;
use crate::domain::rate::{MOST_A_MINUTE, RateClass, RateLimits};

impl Reader<'_> {
    /// `off`, or other numbers for some classes; what is not named keeps its own.
    pub(super) fn rate_limits(&mut self) -> Option<RateLimits> {
        let mut limits = RateLimits::default();
        let said = self.get("TANYA_RATE_LIMITS").unwrap_or_default().to_owned();
        if said == "off" {
            return None;
        }
        for part in said.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, number) = part.split_once('=').unwrap_or((part, ""));
            let class = RateClass::parse(name.trim());
            let number = number.trim().parse().unwrap_or_default();
            if !class.is_some_and(|class| limits.set(class, number)) {
                let classes: Vec<&str> = RateClass::ALL.iter().map(|class| class.as_str()).collect();
                self.problem(format!(
                    "TANYA_RATE_LIMITS: \"{part}\" is neither \"off\" nor a number a minute up to {MOST_A_MINUTE} such as \
                     reading=300; there is {}.",
                    classes.join(", ")
                ));
            }
        }
        Some(limits)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::{Config, Overrides};
    use crate::domain::rate::{RateClass, RateLimits};

    fn read(said: &str) -> Result<Option<RateLimits>, String> {
        let variables = HashMap::from([("TANYA_RATE_LIMITS".to_owned(), said.to_owned())]);
        let config = Config::read(&variables, &Overrides::default());
        config
            .map(|config| config.rate_limits)
            .map_err(|problems| problems.to_string())
    }

    #[test]
    fn limits_are_on_may_be_changed_and_switched_off() {
        assert_eq!(read(" "), Ok(Some(RateLimits::default())));
        assert_eq!(read("off"), Ok(None));
        let mut limits = RateLimits::default();
        assert!(limits.set(RateClass::Reading, 900) && limits.set(RateClass::SigningIn, 5));
        assert_eq!(read("reading = 900,signing-in=5"), Ok(Some(limits)));
        for wrong in [
            "on",
            "reading",
            "reading=0",
            "reading=-1",
            "reading=600001",
            "surfing=3",
        ] {
            let problem = read(wrong).unwrap_err();
            assert!(problem.contains(wrong) && problem.lines().count() == 1, "{problem}");
        }
    }
}
