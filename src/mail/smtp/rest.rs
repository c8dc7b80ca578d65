//! Leaving a server alone that takes nothing: one letter tries, and the others wait for how it goes, instead of failing one
//! by one.

use chrono::{DateTime, TimeDelta, Utc};

/// The first rest; each further one is twice as long.
const FIRST: TimeDelta = TimeDelta::seconds(5);
/// The longest one: as late as this, a server that is back is noticed.
const LONGEST: TimeDelta = TimeDelta::minutes(5);
/// How long the others wait for the letter that tries.
const WHILE_TRYING: TimeDelta = TimeDelta::seconds(5);
/// After so long another letter tries: whoever tried has died, or is with a very slow server.
const TRY: TimeDelta = TimeDelta::minutes(2);

/// Whether a server is left alone.
#[derive(Debug, Default)]
pub(super) struct Rest {
    failure_count: u32,
    until: Option<DateTime<Utc>>,
    tried_at: Option<DateTime<Utc>>,
}

impl Rest {
    /// Until when nothing goes.
    pub fn until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = self.until?;
        if now < until {
            return Some(until);
        }
        let is_tried = self.tried_at.is_some_and(|tried_at| now < tried_at + TRY);
        is_tried.then(|| now + WHILE_TRYING)
    }

    /// Asks to send; `None` for whoever may, which after a rest is one letter.
    pub fn enter(&mut self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let until = self.until(now);
        if until.is_none() && self.until.is_some() {
            self.tried_at = Some(now);
        }
        until
    }

    /// The server took a letter, or said something of it.
    pub fn worked(&mut self) {
        *self = Self::default();
    }

    /// The server took nothing. Letters that were on their way together make one failure.
    pub fn failed(&mut self, now: DateTime<Utc>) {
        let was_resting = self.until.is_some_and(|until| now < until);
        if !was_resting {
            let doublings = self.failure_count.min(10);
            self.until = Some(now + (FIRST * (1 << doublings)).min(LONGEST));
            self.failure_count += 1;
        }
        self.tried_at = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn a_server_that_takes_nothing_is_left_alone_for_longer_and_longer() {
        let mut rest = Rest::default();
        assert_eq!(rest.enter(at(0)), None);
        rest.failed(at(0));
        rest.failed(at(1));
        assert_eq!((rest.enter(at(4)), rest.until(at(4))), (Some(at(5)), Some(at(5))));
        assert_eq!(rest.enter(at(5)), None, "one tries");
        assert_eq!(rest.enter(at(5)), Some(at(10)), "the others wait for it");
        rest.failed(at(6));
        assert_eq!(rest.until(at(7)), Some(at(16)));
        for _ in 0..20 {
            let until = rest.until.unwrap();
            rest.enter(until);
            rest.failed(until);
            assert!(rest.until.unwrap() - until <= LONGEST);
        }
        assert_eq!(
            rest.until.map(|until| rest.until(until - LONGEST).is_some()),
            Some(true)
        );
        rest.worked();
        assert_eq!((rest.enter(at(8)), rest.enter(at(8))), (None, None));
    }

    #[test]
    fn whoever_tries_and_never_comes_back_is_not_waited_for() {
        let mut rest = Rest::default();
        rest.failed(at(0));
        assert_eq!(rest.enter(at(5)), None);
        assert!(rest.enter(at(100)).is_some());
        assert_eq!(rest.enter(at(5 + 120)), None);
    }
}
