//! How repeated failures slow down.

use chrono::{DateTime, Duration, Utc};

/// How many failures of one account cost nothing.
pub const FREE_FOR_ACCOUNT: i64 = 5;
/// How many failures of one network cost nothing; a whole office may sit behind it.
pub const FREE_FOR_NETWORK: i64 = 20;

/// Failures so far of an account or a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// How many, since the last success or a quiet day.
    pub count: i64,
    /// When the last one was.
    pub last: DateTime<Utc>,
}

impl Failures {
    /// How long to wait still: nothing for the first `free`, then 2 s, doubling, at most 15 min.
    pub fn wait(self, free: i64, now: DateTime<Utc>) -> Option<Duration> {
        if self.count < free || self.is_forgotten(now) {
            return None;
        }
        let doublings = u32::try_from((self.count - free).clamp(0, 20)).unwrap_or(0);
        let until = self.last + Duration::seconds((2_i64 << doublings).min(900));
        (until > now).then(|| until - now)
    }

    /// A day without a failure clears the slate.
    pub fn is_forgotten(self, now: DateTime<Utc>) -> bool {
        now - self.last > Duration::days(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_slow_down_and_are_forgotten() {
        let last = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let wait = |count| Failures { count, last }.wait(5, last).map(|wait| wait.num_seconds());
        assert_eq!(
            [wait(4), wait(5), wait(6), wait(30)],
            [None, Some(2), Some(4), Some(900)]
        );
        assert_eq!(
            Failures { count: 30, last }.wait(5, last + Duration::seconds(900)),
            None
        );
        assert_eq!(Failures { count: 30, last }.wait(5, last + Duration::days(2)), None);
    }
}
