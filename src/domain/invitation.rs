//! Invitations: a way into the forum, by a link or by a letter, and into groups.

use std::collections::BTreeSet;

use super::account::User;
use super::body::Reason;
use super::email::EmailAddress;
use super::id::GroupId;
use super::problem::{Fault, Problems};
use super::role::Role;

/// How often a link may be used at most.
pub const MOST_USES: i64 = 1_000;
/// How many days an invitation may be good at most.
pub const LONGEST_DAYS: i64 = 365;
/// Into how many groups an invitation leads at most.
pub const MOST_GROUPS: usize = 20;

/// Whether somebody may invite: administrators, and moderators where the forum lets them.
pub fn may_invite(user: &User, moderators_invite: bool) -> bool {
    let least = if moderators_invite {
        Role::Moderator
    } else {
        Role::Admin
    };
    user.role >= least
}

/// An invitation as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationInput {
    /// The address that gets a letter; empty for a link.
    pub email: String,
    /// How often the link may be used.
    pub uses: String,
    /// For how many days it is good.
    pub days: String,
    /// The numbers of the groups that people join by it.
    pub groups: Vec<String>,
    /// Why it is given.
    pub reason: String,
}

impl Default for InvitationInput {
    fn default() -> Self {
        Self {
            email: String::new(),
            uses: "1".to_owned(),
            days: "14".to_owned(),
            groups: Vec::new(),
            reason: String::new(),
        }
    }
}

impl InvitationInput {
    /// Reads the fields of the form, the groups as often as they were ticked; `None` for what no form of ours sends.
    pub fn read(fields: &[(String, String)]) -> Option<Self> {
        let mut input = Self {
            uses: String::new(),
            days: String::new(),
            ..Self::default()
        };
        let mut known = BTreeSet::new();
        for (name, value) in fields {
            let field = match name.as_str() {
                "group" => {
                    input.groups.push(value.clone());
                    continue;
                }
                "email" => &mut input.email,
                "uses" => &mut input.uses,
                "days" => &mut input.days,
                "reason" => &mut input.reason,
                _ => return None,
            };
            value.clone_into(field);
            known.insert(name.as_str()).then_some(())?;
        }
        (known.contains("uses") && known.contains("days")).then_some(input)
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
    /// The groups that people join by it.
    pub groups: BTreeSet<GroupId>,
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
        let groups = problems.keep("groups", groups(&input.groups));
        let reason = problems.keep("reason", Reason::parse(&input.reason));
        match (email, uses, days, groups, reason) {
            (Some(email), Some(uses), Some(days), Some(groups), Some(reason)) => Ok(Self {
                most_uses: if email.is_some() { 1 } else { uses },
                email,
                days,
                groups,
                reason,
            }),
            _ => Err(problems),
        }
    }
}

fn groups(ticked: &[String]) -> Result<BTreeSet<GroupId>, Fault> {
    let numbers: Result<BTreeSet<GroupId>, Fault> = ticked
        .iter()
        .map(|group| group.parse().map_err(|_| Fault::new("problem-choice")))
        .collect();
    let groups = numbers?;
    match groups.len() > MOST_GROUPS {
        true => Err(Fault::with_limit("problem-invitation-groups", MOST_GROUPS as i64)),
        false => Ok(groups),
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
            groups: vec!["x".into()],
            reason: String::new(),
        };
        assert_eq!(InvitationDraft::parse(&bad).unwrap_err().iter().count(), 4);
    }

    #[test]
    fn a_form_brings_as_many_groups_as_are_ticked_and_everything_else_once() {
        let fields = |fields: &[(&str, &str)]| -> Vec<(String, String)> {
            let owned = fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            owned.collect()
        };
        let whole = [
            ("email", ""),
            ("uses", "3"),
            ("days", "14"),
            ("group", "2"),
            ("group", "5"),
            ("group", "2"),
        ];
        let input = InvitationInput::read(&fields(&whole)).unwrap();
        let draft = InvitationDraft::parse(&input).unwrap();
        assert_eq!(draft.groups, BTreeSet::from([2, 5].map(GroupId::stored)));
        for bad in [
            &[("uses", "3")][..],
            &[("uses", "3"), ("days", "14"), ("days", "14")],
            &[("uses", "3"), ("days", "14"), ("nonsense", "1")],
        ] {
            assert_eq!(InvitationInput::read(&fields(bad)), None, "{bad:?}");
        }
        let many = InvitationInput {
            groups: (1..=21).map(|number| number.to_string()).collect(),
            ..InvitationInput::default()
        };
        assert!(InvitationDraft::parse(&many).is_err());
    }
}
