//! Sections of articles: their order is the administrator's, and they nest once.

use serde::Deserialize;

use super::category::LONGEST_DESCRIPTION;
use super::id::SectionId;
use super::problem::{Fault, Problems};
use super::setting::line;

/// The longest name of a section, in characters.
pub const LONGEST_SECTION_NAME: usize = 60;

/// A section as an administrator typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionInput {
    /// Its name.
    pub name: String,
    /// What belongs there.
    #[serde(default)]
    pub description: String,
    /// The number of the section that it stands in; empty at the top.
    #[serde(default)]
    pub parent: String,
}

/// A section that may be made, or what one is changed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionDraft {
    /// Its name.
    pub name: String,
    /// What belongs there, in a sentence; may be empty.
    pub description: String,
    /// The section that it stands in.
    pub parent: Option<SectionId>,
}

impl SectionDraft {
    /// Reads the form.
    pub fn parse(input: &SectionInput) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let name = problems.keep("name", line(&input.name, 1, LONGEST_SECTION_NAME));
        let description = problems.keep("description", line(&input.description, 0, LONGEST_DESCRIPTION));
        let parent = match input.parent.as_str() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| Fault::new("problem-choice")),
        };
        let parent = problems.keep("parent", parent);
        match (name, description, parent) {
            (Some(name), Some(description), Some(parent)) => Ok(Self {
                name,
                description,
                parent,
            }),
            _ => Err(problems),
        }
    }
}
