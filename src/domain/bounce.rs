//! Letters that come back, and readers who call them junk: what each counts, and when an address is left in peace.

use chrono::{DateTime, TimeDelta, Utc};

use super::email::EmailAddress;

crate::named! {
    /// What was reported of a letter.
    pub enum Bounce {
        /// It did not arrive, but another one may: a full mailbox, a server that was away too long.
        Soft = "soft",
        /// It did not arrive, and none will: there is no such mailbox.
        Hard = "hard",
        /// Its reader called it junk.
        Complaint = "complaint",
    }
}

/// The score at which nothing is sent any more, as Discourse has it: two letters to a mailbox that is not there, or four to a full
/// one. Who complains need not do it twice.
pub const PAUSED_AT: i64 = 4;

/// After so long without a bounce a point is forgotten: a mailbox that was full at the end of a holiday is no dead one, and
/// only what keeps coming back within weeks adds up. What is paused forgets nothing, as nothing is sent that could arrive.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::weeks(1);

impl Bounce {
    /// What it counts.
    pub fn weight(self) -> i64 {
        match self {
            Bounce::Soft => 1,
            Bounce::Hard => 2,
            Bounce::Complaint => PAUSED_AT,
        }
    }

    /// What it counts that a server refuses a reader with this answer: a status in it says, and without one there is no such mailbox.
    pub fn of_answer(said: &str) -> Self {
        let words = said.split([' ', ':', '(', ')']);
        words.filter_map(Self::of_status).next().unwrap_or(Bounce::Hard)
    }

    /// What a status of RFC 3463, such as `5.1.1`, says of an address; `None` when it says that all is well, or nothing of it.
    pub fn of_status(status: &str) -> Option<Self> {
        let mut numbers = status.trim().split('.').map(str::parse::<u16>);
        let (Some(Ok(class)), Some(Ok(subject)), Some(Ok(detail))) = (numbers.next(), numbers.next(), numbers.next())
        else {
            return None;
        };
        match (class, subject, detail) {
            // Only what is said of the mailbox itself is final; a full one, a policy or a network is not.
            (5, 0 | 1, _) | (5, 2, 0 | 1) => Some(Bounce::Hard),
            (4 | 5, _, _) => Some(Bounce::Soft),
            _ => None,
        }
    }
}

/// What is left of a score after a while without a bounce.
pub fn score_left(score: i64, noted_at: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    let forgotten = (now - noted_at).num_weeks() / FORGOTTEN_AFTER.num_weeks().max(1);
    (score - forgotten.max(0)).max(0)
}

/// After so long nothing is left of a score that did not pause its address.
pub fn all_forgotten_after() -> TimeDelta {
    FORGOTTEN_AFTER * i32::try_from(PAUSED_AT).unwrap_or(i32::MAX)
}

/// What somebody reports of a letter that they say was ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// The letter's id, without brackets and domain; nobody believes it before it is proved.
    pub letter: String,
    /// Whom the letter may have gone to: the id says which of them it was.
    pub readers: Vec<EmailAddress>,
    /// What is reported.
    pub bounce: Bounce,
    /// What the mail server says of it.
    pub said: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_said_of_the_mailbox_is_final() {
        for status in ["5.1.1", "5.1.10", "5.0.0", "5.2.1", " 5.1.6 "] {
            assert_eq!(Bounce::of_status(status), Some(Bounce::Hard), "{status}");
        }
        for status in ["5.2.2", "5.7.1", "5.4.4", "4.4.1", "4.2.2", "5.3.4"] {
            assert_eq!(Bounce::of_status(status), Some(Bounce::Soft), "{status}");
        }
        assert_eq!(
            Bounce::of_answer("permanent error (550): 5.2.2 mailbox full"),
            Bounce::Soft
        );
        assert_eq!(
            Bounce::of_answer("permanent error (550): 5.1.1 no such user"),
            Bounce::Hard
        );
        assert_eq!(Bounce::of_answer("permanent error (550): no such user"), Bounce::Hard);
        for status in ["2.0.0", "", "5", "5.1", "x.1.1", "5.99999.1"] {
            assert_eq!(Bounce::of_status(status), None, "{status}");
        }
    }

    #[test]
    fn a_score_is_forgotten_by_the_week() {
        let noted_at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let after = |days| score_left(3, noted_at, noted_at + TimeDelta::days(days));
        assert_eq!([0, 6, 7, 20, 21, 900].map(after), [3, 3, 2, 1, 0, 0]);
        assert_eq!(score_left(3, noted_at, noted_at - TimeDelta::days(1)), 3);
        assert_eq!(all_forgotten_after(), TimeDelta::weeks(4));
    }
}
