//! Flags: why somebody says that a post needs a moderator, and how much that weighs.

use serde::Deserialize;

use super::body::Reason;
use super::problem::{Fault, Problems};
use super::role::{Role, Trust};

/// How many flags somebody may set within a day.
pub const FLAGS_A_DAY: i64 = 50;
/// How many of somebody's latest decided flags make their record.
pub const RECORD: i64 = 100;
/// The least weight of all flags of one reason together that puts a case among those of this reason, in thousandths.
const HEARD: i64 = 250;

crate::named! {
    /// Why somebody flags a post.
    pub enum FlagReason {
        /// Advertising or worse.
        Spam = "spam",
        /// It insults or threatens.
        Rude = "rude",
        /// It shows somebody's personal data or a secret.
        Personal = "personal",
        /// It does not belong here.
        OffTopic = "off_topic",
        /// Something else, which the words say.
        Other = "other",
    }
}

impl FlagReason {
    /// How much harm such a post does while it can be read, from 1 to 4; what is held does none, and comes behind all these.
    pub fn harm(self) -> i64 {
        match self {
            Self::Personal => 4,
            Self::Rude => 3,
            Self::Spam => 2,
            Self::OffTopic | Self::Other => 1,
        }
    }
}

/// The form of a flag, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagInput {
    /// The reason that was chosen.
    #[serde(default)]
    pub flag_reason: String,
    /// More words; needed for another reason only.
    #[serde(default)]
    pub flag_words: String,
}

/// A flag, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagDraft {
    /// Why.
    pub reason: FlagReason,
    /// In their words; may be empty.
    pub words: Reason,
}

impl FlagInput {
    /// Reads the form.
    pub fn parse(&self) -> Result<FlagDraft, Problems> {
        let mut problems = Problems::none();
        let reason = FlagReason::parse(&self.flag_reason).ok_or(Fault::new("problem-flag-reason"));
        let reason = problems.keep("flag_reason", reason);
        let words = match reason {
            Some(FlagReason::Other) => Reason::required(&self.flag_words),
            _ => Reason::parse(&self.flag_words),
        };
        match (reason, problems.keep("flag_words", words)) {
            (Some(reason), Some(words)) => Ok(FlagDraft { reason, words }),
            _ => Err(problems),
        }
    }
}

/// What became of somebody's flags that were decided, the latest [`RECORD`] of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// How many were right.
    pub upheld: i64,
    /// How many were wrong.
    pub dismissed: i64,
}

impl Record {
    /// Whether most of them were wrong, and enough were decided to say so.
    pub fn is_misused(self) -> bool {
        self.dismissed >= 3 && self.dismissed > self.upheld
    }
}

/// How much a flag weighs, in thousandths of a member's without a record.
///
/// What the person is weighs first: a newcomer 600, a member 1,000, a regular 1,200, helpers and the staff 2,000, moderators
/// 5,000. That is multiplied by their record: with *u* flags upheld and *d* dismissed the share of right ones is smoothed to
/// *s* = (*u* + 2) / (*u* + *d* + 4), and the factor is (2*s*)³, at least 0.05 and at most 1.5. Without a record it is 1, after three
/// wrong flags 0.19, after ten 0.05; after three right ones 1.5.
pub fn weight(role: Role, trust: Trust, is_staff: bool, record: Record) -> i64 {
    let base = match (role, trust) {
        (Role::Moderator | Role::Admin, _) => 5_000,
        (Role::Helper, _) => 2_000,
        (Role::Member, _) if is_staff => 2_000,
        (Role::Member, Trust::Regular) => 1_200,
        (Role::Member, Trust::Member) => 1_000,
        (Role::Member, Trust::Newcomer) => 600,
    };
    let right = 2 * (record.upheld.clamp(0, RECORD) + 2);
    let all = record.upheld.clamp(0, RECORD) + record.dismissed.clamp(0, RECORD) + 4;
    let factor = (1_000 * right.pow(3) / all.pow(3)).clamp(50, 1_500);
    base * factor / 1_000
}

/// Which reason a case is put under, of the weights that its flags have for each: the most harmful that is heard at all; when
/// none is, the one that weighs most.
pub fn worst(weights: &[(FlagReason, i64)]) -> Option<FlagReason> {
    let heard = weights.iter().filter(|(_, weight)| *weight >= HEARD);
    let worst = heard.max_by_key(|(reason, weight)| (reason.harm(), *weight));
    let worst = worst.or_else(|| weights.iter().max_by_key(|(_, weight)| *weight));
    worst.map(|(reason, _)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_member(upheld: i64, dismissed: i64) -> i64 {
        weight(Role::Member, Trust::Member, false, Record { upheld, dismissed })
    }

    #[test]
    fn without_a_record_a_member_weighs_one_and_a_helper_more() {
        assert_eq!(of_member(0, 0), 1_000);
        let none = Record::default();
        assert!(weight(Role::Helper, Trust::Newcomer, false, none) > 1_000);
        assert!(weight(Role::Member, Trust::Newcomer, true, none) > 1_000);
        assert!(weight(Role::Member, Trust::Newcomer, false, none) < 1_000);
    }

    #[test]
    fn a_record_moves_the_weight_within_bounds() {
        let weights: Vec<i64> = [(0, 40), (0, 3), (0, 1), (0, 0), (1, 0), (3, 0), (100, 0)]
            .map(|(upheld, dismissed)| of_member(upheld, dismissed))
            .to_vec();
        assert!(weights.is_sorted(), "{weights:?}");
        assert_eq!((weights.first(), weights.last()), (Some(&50), Some(&1_500)));
    }

    #[test]
    fn whoever_is_mostly_wrong_weighs_nearly_nothing_and_is_told() {
        let misused = Record {
            upheld: 1,
            dismissed: 9,
        };
        assert!(misused.is_misused() && of_member(1, 9) < 100);
        assert!(!Record::default().is_misused());
        assert!(
            !Record {
                upheld: 5,
                dismissed: 4
            }
            .is_misused()
        );
    }

    #[test]
    fn the_most_harmful_reason_that_is_heard_counts() {
        use FlagReason::{OffTopic, Personal, Rude};
        assert_eq!(worst(&[(OffTopic, 3_000), (Rude, 600)]), Some(Rude));
        assert_eq!(worst(&[(OffTopic, 3_000), (Personal, 50)]), Some(OffTopic));
        assert_eq!(worst(&[(Personal, 50)]), Some(Personal));
        assert_eq!(worst(&[]), None);
    }

    #[test]
    fn another_reason_needs_words() {
        let input = |reason: &str, words: &str| FlagInput {
            flag_reason: reason.to_owned(),
            flag_words: words.to_owned(),
        };
        assert!(input("spam", "").parse().is_ok());
        assert!(input("other", " ").parse().unwrap_err().of("flag_words").is_some());
        assert!(input("", "").parse().unwrap_err().of("flag_reason").is_some());
        assert_eq!(input("other", "Odd").parse().unwrap().words.as_str(), "Odd");
    }
}
