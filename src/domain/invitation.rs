//! Invitations: a way into the forum, by a link or by a letter, and into groups.

use serde::Deserialize;

use super::body::Reason;
use super::email::EmailAddress;
use super::id::GroupId;
use super::problem::{Fault, Problems};

/// How often a link may be used at most.
pub const MOST_USES: i64 = 1_000;
/// How many days an invitation may be good at most.
pub const LONGEST_DAYS: i64 = 365;

/// An invitation as an administrator typed it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitationInput {
    /// The address that gets a letter; empty for a link.
    #[serde(default)]
    pub email: String,
    /// How often the link may be used.
    pub uses: String,
    /// For how many days it is good.
    pub days: String,
    /// The number of the group that people join by it; empty for none.
    #[serde(default)]
    pub group: String,
    /// Why it is given.
    #[serde(default)]
    pub reason: String,
}

impl Default for InvitationInput {
    fn default() -> Self {
        Self {
            email: String::new(),
            uses: "1".to_owned(),
            days: "14".to_owned(),
            group: String::new(),
            reason: String::new(),
        }
    }
}

/// An invitation that may be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationDraft {
    /// The address that gets a letter, which proves it; nobody's for a link.
    pub email: Option<EmailAddress>,
    /// How often it may be used; a letter once.
    pub most_uses: i64,
    /// For how many days it is good.
    pub days: i64,
    /// The group that people join by it.
    pub group: Option<GroupId>,
    /// Why it is given; may be empty.
    pub reason: Reason,
}

impl InvitationDraft {
    /// Reads the form.
    pub fn parse(input: &InvitationInput) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let email = match input.email.trim() {
            "" => Ok(None),
            email => EmailAddress::parse(email).map(Some),
        };
        let email = problems.keep("email", email);
        let uses = problems.keep("uses", number(&input.uses, MOST_USES, "problem-invitation-uses"));
        let days = problems.keep("days", number(&input.days, LONGEST_DAYS, "problem-invitation-days"));
        let group = match input.group.as_str() {
            "" => Ok(None),
            group => group.parse().map(Some).map_err(|_| Fault::new("problem-choice")),
        };
        let group = problems.keep("group", group);
        let reason = problems.keep("reason", Reason::parse(&input.reason));
        match (email, uses, days, group, reason) {
            (Some(email), Some(uses), Some(days), Some(group), Some(reason)) => Ok(Self {
                most_uses: if email.is_some() { 1 } else { uses },
                email,
                days,
                group,
                reason,
            }),
            _ => Err(problems),
        }
    }
}

fn number(text: &str, most: i64, problem: &'static str) -> Result<i64, Fault> {
    let number = text.trim().parse().ok();
    number
        .filter(|number| (1..=most).contains(number))
        .ok_or(Fault::with_limit(problem, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_used_once_and_a_link_as_often_as_it_says() {
        let link = InvitationInput {
            uses: "30".into(),
            ..InvitationInput::default()
        };
        assert_eq!(InvitationDraft::parse(&link).unwrap().most_uses, 30);
        let letter = InvitationInput {
            email: " ada@example.org ".into(),
            ..link.clone()
        };
        assert_eq!(InvitationDraft::parse(&letter).unwrap().most_uses, 1);
        let bad = InvitationInput {
            email: "nobody".into(),
            uses: "0".into(),
            days: "366".into(),
            group: "x".into(),
            reason: String::new(),
        };
        assert_eq!(InvitationDraft::parse(&bad).unwrap_err().iter().count(), 4);
    }
}
