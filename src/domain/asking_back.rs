//! When askers are asked back: whether an answer solved their question, and how satisfied they are.
//!
//! What belongs here: the rule, its bounds, and the spans of time that no setting changes. What does not: finding who is due
//! (`store::reminders`, `store::surveys`).

use chrono::{DateTime, Duration, Utc};
use sha2::{Digest, Sha256};

use super::id::ThreadId;
use super::problem::Fault;

/// The most days after an answer at which its asker may be reminded.
pub const MOST_REMINDER_DAYS: i64 = 30;
/// The fewest and the most days that nobody is asked again.
pub const QUIET_DAYS: (i64, i64) = (1, 365);
/// How long a reminder is due: after that it would come as a surprise, as when the forum was away, or the rule was changed.
const REMINDER_IS_DUE_FOR: Duration = Duration::days(14);
/// Only questions that were asked since are worth a reminder; what is older was given up.
const REMINDED_UP_TO: Duration = Duration::days(60);
/// How long after a resolution its asker is invited.
const INVITED_AFTER: Duration = Duration::days(1);
/// How long an invitation is due.
const INVITATION_IS_DUE_FOR: Duration = Duration::days(3);
/// How long the links of these letters are good.
pub const LINKS_ARE_GOOD_FOR: Duration = Duration::days(30);
/// How long an answer to a survey may be changed.
pub const ANSWER_MAY_CHANGE_FOR: Duration = Duration::days(7);

crate::named! {
    /// What an asker said to a reminder.
    pub enum Response {
        /// An answer solved it.
        Solved = "solved",
        /// It still does not work.
        NotWorking = "not_working",
    }
}

/// When askers are asked back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskingBack {
    /// How many days after the first answer an asker is reminded; 0 is never.
    pub reminder_days: i64,
    /// Whether askers are invited to a survey once their question is resolved.
    pub has_surveys: bool,
    /// The share of resolutions that are followed by a survey, in percent.
    pub survey_share: i64,
    /// For how many days nobody is invited who was reminded or invited before.
    pub quiet_days: i64,
}

impl Default for AskingBack {
    fn default() -> Self {
        Self {
            reminder_days: 3,
            has_surveys: true,
            survey_share: 100,
            quiet_days: 30,
        }
    }
}

/// A span of time: from its first moment up to its last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The last moment.
    pub until: DateTime<Utc>,
}

impl AskingBack {
    /// Reads after how many days askers are reminded.
    pub fn parse_reminder_days(text: &str) -> Result<i64, Fault> {
        within(text, (0, MOST_REMINDER_DAYS)).ok_or(Fault::with_limit("problem-reminder-days", MOST_REMINDER_DAYS))
    }

    /// Reads the share of resolutions that are followed by a survey.
    pub fn parse_survey_share(text: &str) -> Result<i64, Fault> {
        within(text, (0, 100)).ok_or(Fault::new("problem-survey-share"))
    }

    /// Reads for how many days nobody is asked again.
    pub fn parse_quiet_days(text: &str) -> Result<i64, Fault> {
        within(text, QUIET_DAYS).ok_or(Fault::with_limit("problem-quiet-days", QUIET_DAYS.1))
    }

    /// When the first answer must have come for its asker to be reminded now; `None` when nobody is.
    pub fn answers_due(&self, now: DateTime<Utc>) -> Option<Due> {
        let until = now - Duration::days(self.reminder_days);
        (self.reminder_days > 0).then_some(Due {
            from: until - REMINDER_IS_DUE_FOR,
            until,
        })
    }

    /// Since when a question must have been asked for its asker to be reminded.
    pub fn asked_since(now: DateTime<Utc>) -> DateTime<Utc> {
        now - REMINDED_UP_TO
    }

    /// When a question must have been resolved for its asker to be invited now; `None` when nobody is.
    pub fn resolutions_due(&self, now: DateTime<Utc>) -> Option<Due> {
        let until = now - INVITED_AFTER;
        (self.has_surveys && self.survey_share > 0).then_some(Due {
            from: until - INVITATION_IS_DUE_FOR,
            until,
        })
    }

    /// Since when somebody must not have been asked to be invited.
    pub fn quiet_since(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - Duration::days(self.quiet_days)
    }

    /// Whether a resolution of this question belongs to the share: for the same question always alike, and in a larger share too.
    pub fn draws(&self, thread: ThreadId) -> bool {
        let place = Sha256::digest(format!("survey {thread}"));
        let place = place
            .iter()
            .take(4)
            .fold(0_i64, |sum, byte| (sum << 8) | i64::from(*byte));
        place % 100 < self.survey_share
    }
}

fn within(text: &str, (least, most): (i64, i64)) -> Option<i64> {
    let number = text.trim().parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(survey_share: i64) -> Vec<ThreadId> {
        let rule = AskingBack {
            survey_share,
            ..AskingBack::default()
        };
        let all = (1..=10_000).map(ThreadId::stored);
        all.filter(|thread| rule.draws(*thread)).collect()
    }

    #[test]
    fn a_share_is_drawn_and_a_larger_one_holds_it() {
        assert_eq!((drawn(0).len(), drawn(100).len()), (0, 10_000));
        let (small, large) = (drawn(10), drawn(30));
        // Five standard deviations of 10,000 questions.
        assert!((850..1_150).contains(&small.len()) && (2_770..3_230).contains(&large.len()));
        assert!(small.iter().all(|thread| large.contains(thread)));
    }

    #[test]
    fn the_rule_is_read_within_its_bounds() {
        assert_eq!(AskingBack::parse_reminder_days(" 0 "), Ok(0));
        assert!(AskingBack::parse_reminder_days("31").is_err() && AskingBack::parse_reminder_days("x").is_err());
        assert_eq!(AskingBack::parse_survey_share("100"), Ok(100));
        assert!(AskingBack::parse_survey_share("101").is_err() && AskingBack::parse_survey_share("-1").is_err());
        assert!(AskingBack::parse_quiet_days("0").is_err() && AskingBack::parse_quiet_days("30").is_ok());
    }

    #[test]
    fn what_is_switched_off_is_never_due() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let off = AskingBack {
            reminder_days: 0,
            has_surveys: false,
            ..AskingBack::default()
        };
        assert_eq!((off.answers_due(now), off.resolutions_due(now)), (None, None));
        let due = AskingBack::default().answers_due(now).unwrap();
        assert_eq!(
            (now - due.until, due.until - due.from),
            (Duration::days(3), Duration::days(14))
        );
    }
}
