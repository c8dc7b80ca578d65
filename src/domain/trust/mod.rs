//! How trust grows by conduct: what somebody did here, weighed by the rules of the site, and what newcomers may not yet.

mod limit;
mod newcomer;
mod rules;

use chrono::{DateTime, Duration, Utc};

use super::role::Trust;

pub use limit::Limit;
pub use newcomer::{FIRST_DAY, NewcomerLimits};
pub use rules::{
    MOST_DAYS, MOST_LINKS, MOST_OF_A_KIND, MOST_TO_FALL, TrustRules, TrustRulesInput, WHAT_COUNTS, WhatCounts,
};

/// What somebody did here, or what is asked of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merits {
    /// Days since they came.
    pub days: i64,
    /// Days on which they were here.
    pub visits: i64,
    /// Threads that they read.
    pub threads: i64,
    /// Answers and replies of theirs that were accepted, voted for or thanked for by others.
    pub helpful: i64,
}

impl Merits {
    /// Whether they are as much as is asked, in everything.
    pub fn reach(&self, asked: &Merits) -> bool {
        WHAT_COUNTS.iter().all(|what| what.of(self) >= what.of(asked))
    }
}

/// What somebody did here, and what moderators had to take away of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// What they did.
    pub merits: Merits,
    /// When moderators upheld flags of their posts, within the time that counts.
    pub upheld: Vec<DateTime<Utc>>,
    /// When their trust last fell.
    pub fell_at: Option<DateTime<Utc>>,
}

impl History {
    /// From when on trust may grow again, if something keeps it from growing.
    pub fn clean_from(&self, rules: &TrustRules, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let last = self.upheld.iter().copied().chain(self.fell_at).max()?;
        Some(last + Duration::days(rules.clean_days)).filter(|from| *from > now)
    }

    /// Whether trust fell within the time that counts.
    pub fn fell_lately(&self, rules: &TrustRules, now: DateTime<Utc>) -> bool {
        self.fell_at
            .is_some_and(|at| at + Duration::days(rules.clean_days) > now)
    }

    /// How many flags were upheld lately that no fall has answered yet.
    fn unanswered(&self, rules: &TrustRules, now: DateTime<Utc>) -> usize {
        let begin = now - Duration::days(rules.clean_days);
        let counts = |at: &&DateTime<Utc>| **at > begin && self.fell_at.is_none_or(|fell_at| **at > fell_at);
        self.upheld.iter().filter(counts).count()
    }
}

impl TrustRules {
    /// What is asked of this trust; nothing of newcomers.
    pub fn asked_of(&self, trust: Trust) -> Merits {
        match trust {
            Trust::Newcomer => Merits::default(),
            Trust::Member => self.member,
            Trust::Regular => self.regular,
        }
    }

    /// The trust of somebody with this history. It falls by one step and grows as far as it was earned; what was earned is not lost
    /// by staying away.
    pub fn weigh(&self, trust: Trust, history: &History, now: DateTime<Utc>) -> Trust {
        let to_fall = usize::try_from(self.upheld_to_fall).unwrap_or_default();
        if to_fall > 0 && history.unanswered(self, now) >= to_fall {
            return below(trust);
        }
        if history.clean_from(self, now).is_some() {
            return trust;
        }
        let earned = |higher: &&Trust| **higher > trust && history.merits.reach(&self.asked_of(**higher));
        Trust::ALL.iter().rfind(earned).copied().unwrap_or(trust)
    }
}

fn below(trust: Trust) -> Trust {
    match trust {
        Trust::Regular => Trust::Member,
        Trust::Member | Trust::Newcomer => Trust::Newcomer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-02T10:00:00Z".parse().unwrap()
    }

    fn days_ago(days: i64) -> DateTime<Utc> {
        now() - Duration::days(days)
    }

    fn history(merits: [i64; 4]) -> History {
        let [days, visits, threads, helpful] = merits;
        History {
            merits: Merits {
                days,
                visits,
                threads,
                helpful,
            },
            ..History::default()
        }
    }

    #[test]
    fn trust_grows_when_everything_that_is_asked_was_done() {
        use Trust::{Member, Newcomer, Regular};
        let rules = TrustRules::default();
        // What was done, with which trust, and what comes of it; the thresholds are 1 2 5 0 and 60 30 50 10.
        let rows = [
            ([0, 0, 0, 0], Newcomer, Newcomer),
            ([1, 2, 5, 0], Newcomer, Member),
            ([0, 2, 5, 9], Newcomer, Newcomer),
            ([1, 1, 5, 9], Newcomer, Newcomer),
            ([1, 2, 4, 9], Newcomer, Newcomer),
            ([60, 30, 50, 9], Newcomer, Member),
            ([60, 30, 50, 10], Member, Regular),
            ([60, 30, 50, 10], Newcomer, Regular),
            ([59, 30, 50, 10], Member, Member),
            ([0, 0, 0, 0], Regular, Regular),
            ([0, 0, 0, 0], Member, Member),
        ];
        for (merits, trust, weighed) in rows {
            assert_eq!(
                rules.weigh(trust, &history(merits), now()),
                weighed,
                "{merits:?} {trust}"
            );
        }
    }

    #[test]
    fn upheld_flags_let_fall_by_one_step_and_keep_from_growing() {
        use Trust::{Member, Newcomer, Regular};
        let rules = TrustRules::default();
        // Days since flags were upheld, days since the last fall, before and after; two let fall, sixty days are looked back.
        let rows: [(&[i64], Option<i64>, Trust, Trust); 9] = [
            (&[3], None, Member, Member),
            (&[3, 2], None, Regular, Member),
            (&[3, 2], None, Member, Newcomer),
            (&[3, 2], None, Newcomer, Newcomer),
            (&[3, 2], Some(1), Member, Member),
            (&[3, 2, 1], Some(2), Member, Member),
            (&[9, 2, 1], Some(3), Member, Newcomer),
            (&[], Some(59), Member, Member),
            (&[], Some(60), Member, Regular),
        ];
        for (upheld, fell, trust, weighed) in rows {
            let history = History {
                upheld: upheld.iter().map(|days| days_ago(*days)).collect(),
                fell_at: fell.map(days_ago),
                ..history([900, 900, 900, 900])
            };
            assert_eq!(
                rules.weigh(trust, &history, now()),
                weighed,
                "{upheld:?} {fell:?} {trust}"
            );
        }
        let lenient = TrustRules {
            upheld_to_fall: 0,
            ..rules
        };
        let flagged = History {
            upheld: vec![days_ago(1); 50],
            ..History::default()
        };
        assert_eq!(lenient.weigh(Regular, &flagged, now()), Regular);
    }

    #[test]
    fn one_is_told_from_when_on_trust_may_grow_again() {
        let rules = TrustRules::default();
        let mut history = history([0; 4]);
        assert_eq!(history.clean_from(&rules, now()), None);
        history.upheld.push(days_ago(10));
        history.fell_at = Some(days_ago(5));
        assert_eq!(history.clean_from(&rules, now()), Some(now() + Duration::days(55)));
        assert_eq!(history.clean_from(&rules, now() + Duration::days(55)), None);
    }
}
