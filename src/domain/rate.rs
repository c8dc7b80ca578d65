//! How often somebody may ask: the classes of addresses, and the arithmetic that spreads requests over time.
//!
//! The rule is the generic cell rate algorithm (ITU-T I.371): of a subject one number is kept, until when what it asked for so
//! far would have taken at the even pace of its class. Whoever is a whole minute ahead waits.

use std::collections::BTreeMap;

use chrono::Duration;

/// How many accounts' requests one network may make: an office or a school sits behind one address.
pub const ACCOUNTS_OF_A_NETWORK: u32 = 10;
/// The most that can be said of a class: a request each tenth of a millisecond.
pub const MOST_A_MINUTE: u32 = 600_000;

const MINUTE: i64 = 60_000_000;

crate::named! {
    /// What a request asks for, as far as how often matters.
    pub enum RateClass {
        /// Pages, feeds and sitemaps.
        Reading = "reading",
        /// Pictures and files of posts, of which a page may show many.
        Uploads = "uploads",
        /// Searching.
        Searching = "searching",
        /// What a script asks for while somebody types: completions, suggestions, previews.
        Typing = "typing",
        /// Forms that change something.
        Writing = "writing",
        /// Forms that compare a password or another secret.
        SigningIn = "signing-in",
        /// Forms that have a letter sent to somebody.
        Letters = "letters",
        /// Opening a stream of live updates.
        Live = "live",
        /// Files that are worked out for whoever asks: reports as tables, one's own data.
        Files = "files",
    }
}

impl RateClass {
    /// How many an account may ask for in a minute, unless the operator says otherwise.
    pub fn usual(self) -> u32 {
        match self {
            RateClass::Uploads => 1_200,
            RateClass::Reading | RateClass::Typing => 300,
            RateClass::Searching | RateClass::Writing => 60,
            RateClass::SigningIn | RateClass::Live | RateClass::Files => 30,
            RateClass::Letters => 15,
        }
    }
}

/// How many of each class an account may ask for in a minute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RateLimits(BTreeMap<RateClass, u32>);

impl RateLimits {
    /// Takes another number for a class; `false`, and no change, for one that no clock could keep.
    pub fn set(&mut self, class: RateClass, a_minute: u32) -> bool {
        let is_good = (1..=MOST_A_MINUTE).contains(&a_minute);
        if is_good {
            self.0.insert(class, a_minute);
        }
        is_good
    }

    /// The pace of an account.
    pub fn of_account(&self, class: RateClass) -> Rate {
        let a_minute = self.0.get(&class).copied().unwrap_or_else(|| class.usual());
        Rate { a_minute }
    }

    /// The pace of a network.
    pub fn of_network(&self, class: RateClass) -> Rate {
        let Rate { a_minute } = self.of_account(class);
        Rate {
            a_minute: a_minute.saturating_mul(ACCOUNTS_OF_A_NETWORK),
        }
    }
}

/// A pace: so many in a minute, and as many at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    a_minute: u32,
}

impl Rate {
    /// Takes one more request of a subject that is busy until `until`, at the time `now`, both in microseconds: until when it is
    /// busy then, or how long it has to wait first.
    pub fn take(self, until: i64, now: i64) -> Result<i64, Duration> {
        let cost = (MINUTE / i64::from(self.a_minute)).max(1);
        // Nobody is ever further ahead than a minute, unless the clock was put back.
        let busy = until.clamp(now, now.saturating_add(MINUTE)).saturating_add(cost);
        let early = busy.saturating_sub(now) - MINUTE;
        if early > 0 {
            return Err(Duration::microseconds(early));
        }
        Ok(busy)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_minutes_worth_may_come_at_once_and_then_an_even_pace() {
        let rate = Rate { a_minute: 6 };
        let mut until = 0;
        for _ in 0..6 {
            until = rate.take(until, 0).unwrap();
        }
        assert_eq!(rate.take(until, 0), Err(Duration::seconds(10)));
        assert_eq!(rate.take(until, 9_999_999), Err(Duration::microseconds(1)));
        until = rate.take(until, 10_000_000).unwrap();
        assert_eq!(rate.take(until, 10_000_000), Err(Duration::seconds(10)));
    }

    #[test]
    fn a_clock_that_was_put_back_locks_nobody_out() {
        let rate = Rate { a_minute: 6 };
        assert_eq!(rate.take(9_000_000_000, 0), Err(Duration::seconds(10)));
    }

    #[test]
    fn an_operator_says_other_numbers_and_a_network_has_ten_times_as_many() {
        let mut limits = RateLimits::default();
        assert!(limits.set(RateClass::Reading, 7) && !limits.set(RateClass::Reading, 0));
        assert!(!limits.set(RateClass::Reading, MOST_A_MINUTE + 1));
        assert_eq!(limits.of_account(RateClass::Reading), Rate { a_minute: 7 });
        assert_eq!(limits.of_network(RateClass::Reading), Rate { a_minute: 70 });
        assert_eq!(limits.of_account(RateClass::Letters), Rate { a_minute: 15 });
    }

    proptest! {
        /// However requests come, of any minute at most twice the rate is taken, and who keeps to the pace never waits.
        #[test]
        fn no_minute_takes_more_than_twice_the_rate(a_minute in 1_u32..90, gaps in proptest::collection::vec(0_i64..3_000_000, 1..300)) {
            let rate = Rate { a_minute };
            let (mut now, mut until, mut taken) = (0, 0, Vec::new());
            for gap in gaps {
                now += gap;
                match rate.take(until, now) {
                    Ok(next) => {
                        until = next;
                        taken.push(now);
                    }
                    Err(wait) => {
                        let later = now + wait.num_microseconds().unwrap();
                        prop_assert!(rate.take(until, later).is_ok() && rate.take(until, later - 1).is_err());
                    }
                }
            }
            for end in &taken {
                let minute = taken.iter().filter(|at| **at <= *end && **at > end - MINUTE).count();
                prop_assert!(minute <= 2 * a_minute as usize);
            }
        }
    }
}
