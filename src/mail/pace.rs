//! How fast letters go to one domain: big providers slow down, and at last refuse, whoever sends too much at once.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::email::EmailAddress;

/// How much may go at once: what a minute allows.
const MINUTE: TimeDelta = TimeDelta::minutes(1);
/// The most turns that are promised; beyond them letters come back until they get one.
const MOST_PROMISED: usize = 100_000;
/// Domains beyond so many are forgotten as soon as their letters may go at once again.
const MANY_DOMAINS: usize = 1_000;

/// Letters a minute to each domain, counted in this process; every clone counts the same.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    a_minute: u32,
    turns: Arc<Mutex<Turns>>,
}

#[derive(Debug, Default)]
struct Turns {
    /// When the next letter to a domain would go if they went evenly.
    next: HashMap<String, DateTime<Utc>>,
    /// Letters that have been told their turn.
    promised: HashSet<String>,
}

impl Pace {
    /// So many letters a minute to each domain; 0 is as fast as they go.
    pub fn of(a_minute: u32) -> Self {
        Self {
            a_minute,
            turns: Arc::default(),
        }
    }

    /// Whether the letter of this id may go now; otherwise when its turn is, which it keeps. Never waits.
    pub fn turn(&self, id: &str, to: &EmailAddress, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        if self.a_minute == 0 {
            return Ok(());
        }
        let between = MINUTE / i32::try_from(self.a_minute).unwrap_or(i32::MAX);
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        if turns.promised.remove(id) {
            return Ok(());
        }
        if turns.next.len() > MANY_DOMAINS {
            turns.next.retain(|_, next| *next > now);
        }
        let has_room = turns.promised.len() < MOST_PROMISED;
        let next = turns.next.entry(to.domain()).or_insert(now);
        let at_once = (*next).max(now) + between <= now + MINUTE;
        let turn = *next + between - MINUTE;
        if at_once || has_room {
            *next = (*next).max(now) + between;
        }
        if at_once {
            return Ok(());
        }
        if has_room {
            turns.promised.insert(id.to_owned());
        }
        Err(turn.max(now + between))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn address(text: &str) -> EmailAddress {
        EmailAddress::parse(text).unwrap()
    }

    #[test]
    fn a_minute_holds_so_many_letters_to_a_domain_and_the_others_get_their_turn() {
        let pace = Pace::of(6);
        let (ada, bob) = (address("ada@Example.com"), address("bob@example.org"));
        let told: Vec<_> = (0..9).map(|n| pace.turn(&format!("letter-{n}"), &ada, at(0))).collect();
        let late = [10, 20, 30].map(|seconds| Err(at(seconds)));
        assert_eq!(told, [[Ok(()); 6].as_slice(), &late].concat());
        assert_eq!(
            pace.turn("to-bob", &bob, at(0)),
            Ok(()),
            "another domain waits for nobody"
        );
        assert_eq!(
            pace.turn("letter-6", &ada, at(10)),
            Ok(()),
            "a turn that was promised is kept"
        );
        assert_eq!(pace.turn("letter-9", &ada, at(10)), Err(at(40)), "nobody overtakes");
        assert_eq!(pace.turn("letter-10", &ada, at(1_000)), Ok(()));
    }

    #[test]
    fn an_hour_holds_no_more_than_its_minutes() {
        let pace = Pace::of(60);
        let ada = address("ada@example.com");
        let mut waiting: Vec<(DateTime<Utc>, String)> = (0..2_000).map(|n| (at(0), format!("letter-{n}"))).collect();
        let mut sent_count = 0;
        while let Some((now, id)) = waiting.pop().filter(|(now, _)| *now < at(600)) {
            match pace.turn(&id, &ada, now) {
                Ok(()) => sent_count += 1,
                Err(turn) => {
                    assert!(turn > now);
                    waiting.push((turn, id));
                    waiting.sort_by(|one, other| other.cmp(one));
                }
            }
        }
        assert!((600..=660).contains(&sent_count), "{sent_count}");
    }

    #[test]
    fn no_pace_is_as_fast_as_they_go() {
        let ada = address("ada@example.com");
        assert!((0..10_000).all(|_| Pace::default().turn("x", &ada, at(0)).is_ok()));
    }
}
