//! Where a thread lives, who may see it, and what is asked of an asker.

use serde::{Deserialize, Serialize};

use super::problem::Fault;
use super::thread::ThreadKind;

crate::named! {
    /// Who may see a thing, from the widest to the narrowest.
    pub enum Audience {
        /// Everybody.
        Public = "public",
        /// Everybody with an account.
        SignedIn = "signed_in",
        /// The group `staff`.
        Staff = "staff",
    }
}

/// The kinds of thread that a category takes; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds {
    /// Questions.
    pub questions: bool,
    /// Discussions.
    pub discussions: bool,
    /// Announcements.
    pub announcements: bool,
}

impl Kinds {
    /// Whether threads of this kind are taken.
    pub fn take(self, kind: ThreadKind) -> bool {
        match kind {
            ThreadKind::Question => self.questions,
            ThreadKind::Discussion => self.discussions,
            ThreadKind::Announcement => self.announcements,
        }
    }

    /// The kinds that are taken, questions first.
    pub fn iter(self) -> impl Iterator<Item = ThreadKind> {
        ThreadKind::ALL.iter().copied().filter(move |kind| self.take(*kind))
    }
}

/// One field of a category's ask template, such as *Version*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateField {
    /// What is asked for, as it stands on the page.
    pub label: String,
    /// A hint under the label; may be empty.
    #[serde(default)]
    pub hint: String,
    /// Whether a question cannot be asked without it.
    #[serde(default)]
    pub required: bool,
}

/// What an asker wrote into a field of the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateAnswer {
    /// The field's label at the time.
    pub label: String,
    /// The asker's words.
    pub answer: String,
}

/// The most fields of a template.
pub const MOST_TEMPLATE_FIELDS: usize = 8;
/// The longest answer to a template's field, in characters.
pub const LONGEST_TEMPLATE_ANSWER: usize = 1_000;

/// Reads a template as an administrator writes it: a line for each field, `Label | hint`, with `*` after what is required.
pub fn parse_template(text: &str) -> Result<Vec<TemplateField>, Fault> {
    let mut fields = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (label, hint) = line.split_once('|').unwrap_or((line, ""));
        let (label, required) = match label.trim().strip_suffix('*') {
            Some(label) => (label.trim(), true),
            None => (label.trim(), false),
        };
        if label.is_empty() || label.chars().count() > 60 || hint.chars().count() > 200 || line.contains('\0') {
            return Err(Fault::with_limit("problem-template-line", 60));
        }
        fields.push(TemplateField {
            label: label.to_owned(),
            hint: hint.trim().to_owned(),
            required,
        });
    }
    if fields.len() > MOST_TEMPLATE_FIELDS {
        return Err(Fault::with_limit("problem-template-long", MOST_TEMPLATE_FIELDS as i64));
    }
    Ok(fields)
}

/// Writes a template as [`parse_template`] reads it.
pub fn template_text(fields: &[TemplateField]) -> String {
    let line = |field: &TemplateField| {
        let star = if field.required { " *" } else { "" };
        let hint = if field.hint.is_empty() {
            String::new()
        } else {
            format!(" | {}", field.hint)
        };
        format!("{}{star}{hint}", field.label)
    };
    fields.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_reads_back_as_it_was_written() {
        let text = "Product *\nVersion * | see About\nWhat was tried";
        let fields = parse_template(text).unwrap();
        assert_eq!(fields.len(), 3);
        assert_eq!(
            fields[1],
            TemplateField {
                label: "Version".into(),
                hint: "see About".into(),
                required: true
            }
        );
        assert_eq!(template_text(&fields), text);
    }
}
