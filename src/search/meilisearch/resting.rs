//! When the server is left alone: after a failure for a while, so that not every search waits for it.

use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use chrono::{DateTime, Duration, Utc};

/// How long it rests after a first failure.
const SHORTEST: Duration = Duration::seconds(2);
/// How long it rests at most: it doubles with each failure.
const LONGEST: Duration = Duration::seconds(60);
/// How long others wait for whoever tries it again.
const TRIAL: Duration = Duration::seconds(1);

/// Whether the server rests.
#[derive(Debug, Default)]
pub struct Resting {
    /// In microseconds since 1970; 0 while it does not rest.
    until: AtomicI64,
    failures: AtomicU32,
}

impl Resting {
    /// Whether it may be asked now. When a rest is over, one may try, and the others once that went well.
    pub fn may_ask(&self, now: DateTime<Utc>) -> bool {
        let until = self.until.load(Ordering::SeqCst);
        if until == 0 {
            return true;
        }
        let trial = (now + TRIAL).timestamp_micros();
        now.timestamp_micros() >= until
            && self
                .until
                .compare_exchange(until, trial, Ordering::SeqCst, Ordering::SeqCst)
                .is_ok()
    }

    /// It did not answer somebody who asked then.
    pub fn failed(&self, asked_at: DateTime<Utc>) {
        let until = self.until.load(Ordering::SeqCst);
        let trial = (asked_at + TRIAL).timestamp_micros();
        if until > asked_at.timestamp_micros() && until != trial {
            // Another one who asked at about the same time has had it rest already.
            return;
        }
        let failures = self.failures.fetch_add(1, Ordering::SeqCst).min(10);
        let rest = (SHORTEST * 2_i32.saturating_pow(failures)).min(LONGEST);
        self.until.store((asked_at + rest).timestamp_micros(), Ordering::SeqCst);
    }

    /// It answered.
    pub fn answered(&self) {
        self.until.store(0, Ordering::SeqCst);
        self.failures.store(0, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_700_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn a_failure_has_it_rest_and_one_tries_it_again() {
        let resting = Resting::default();
        assert!(resting.may_ask(at(0)));
        resting.failed(at(0));
        assert!(!resting.may_ask(at(1_999)));
        assert!(resting.may_ask(at(2_000)), "the rest is over");
        assert!(!resting.may_ask(at(2_001)), "somebody else is trying");
        resting.answered();
        assert!(resting.may_ask(at(2_002)) && resting.may_ask(at(2_002)));
    }

    #[test]
    fn it_rests_longer_each_time_and_at_most_a_minute() {
        let resting = Resting::default();
        let mut now = 0;
        for rest in [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000] {
            assert!(resting.may_ask(at(now)));
            resting.failed(at(now));
            assert!(!resting.may_ask(at(now + rest - 1)), "{rest}");
            now += rest;
        }
    }

    #[test]
    fn who_asked_at_once_and_got_nothing_counts_once() {
        let resting = Resting::default();
        for _ in 0..8 {
            resting.failed(at(0));
        }
        assert!(resting.may_ask(at(2_000)));
    }

    #[test]
    fn whoever_tried_and_never_came_back_holds_nobody_up() {
        let resting = Resting::default();
        resting.failed(at(0));
        assert!(resting.may_ask(at(2_000)));
        assert!(resting.may_ask(at(3_000)), "the trial took too long");
    }
}
