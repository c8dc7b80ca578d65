//! People taken together, as an administrator makes them.

use serde::Deserialize;

use super::body::Reason;
use super::category::LONGEST_DESCRIPTION;
use super::problem::{Fault, Problems};
use super::setting::line;
use super::slug::fold;

/// The longest name of a group, in characters.
pub const LONGEST_GROUP_NAME: usize = 60;

/// A group as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupInput {
    /// Its name.
    pub name: String,
    /// Who is in it, in a sentence.
    #[serde(default)]
    pub description: String,
    /// Why it is made or changed.
    #[serde(default)]
    pub reason: String,
}

/// A group that may be made, or what one is changed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupDraft {
    /// Its name.
    pub name: String,
    /// Who is in it, in a sentence; may be empty.
    pub description: String,
    /// Why it is made or changed; may be empty.
    pub reason: Reason,
}

impl GroupDraft {
    /// Reads the form.
    pub fn parse(input: &GroupInput) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let name = problems.keep("name", line(&input.name, 1, LONGEST_GROUP_NAME).and_then(free));
        let description = problems.keep("description", line(&input.description, 0, LONGEST_DESCRIPTION));
        let reason = problems.keep("reason", Reason::parse(&input.reason));
        match (name, description, reason) {
            (Some(name), Some(description), Some(reason)) => Ok(Self {
                name,
                description,
                reason,
            }),
            _ => Err(problems),
        }
    }
}

/// The built-in group keeps its name to itself, however it is written.
fn free(name: String) -> Result<String, Fault> {
    if fold(&name) == "staff" {
        return Err(Fault::new("problem-group-name-taken"));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_a_name_that_is_not_that_of_the_staff() {
        let named = |name: &str| {
            GroupDraft::parse(&GroupInput {
                name: name.to_owned(),
                ..GroupInput::default()
            })
        };
        assert_eq!(named(" Big customers ").unwrap().name, "Big customers");
        for bad in ["", " ", "Staff", "staff"] {
            assert!(named(bad).is_err(), "{bad}");
        }
    }
}
