//! Where a thread lives, who may see it, and what is asked of an asker.

use serde::{Deserialize, Serialize};

pub use super::audience::{Audience, PRIVATE};
use super::id::CategoryId;
use super::problem::{Fault, Problems};
use super::setting::line;
use super::slug::slug;
use super::thread::ThreadKind;

/// Who a category is to be for, as a form chooses it: a category that is not made yet has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// An audience that other categories have, too.
    Shared(Audience),
    /// The people of groups that are chosen for this one.
    Private,
}

impl Readers {
    /// Reads the name that a form offers.
    pub fn parse(text: &str) -> Option<Self> {
        if text == PRIVATE {
            return Some(Self::Private);
        }
        Audience::parse_shared(text).map(Self::Shared)
    }

    /// The name that a form offers.
    pub fn name(self) -> String {
        match self {
            Self::Shared(audience) => audience.to_string(),
            Self::Private => PRIVATE.to_owned(),
        }
    }

    /// The audience of a category with this number.
    pub fn of(self, category: CategoryId) -> Audience {
        match self {
            Self::Shared(audience) => audience,
            Self::Private => Audience::Private(category),
        }
    }
}

impl From<Audience> for Readers {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::Private(_) => Self::Private,
            shared => Self::Shared(shared),
        }
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

/// A category as an administrator typed it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryInput {
    /// Its name.
    pub name: String,
    /// Its readable address; made from the name when it is empty.
    pub slug: String,
    /// What belongs there.
    pub description: String,
    /// The audience's name.
    pub audience: String,
    /// Whether it takes questions.
    #[serde(default)]
    pub questions: bool,
    /// Whether it takes discussions.
    #[serde(default)]
    pub discussions: bool,
    /// Whether it takes announcements.
    #[serde(default)]
    pub announcements: bool,
    /// The template, a line for each field.
    pub template: String,
}

impl Default for CategoryInput {
    /// The form of a new category: public, and for questions.
    fn default() -> Self {
        Self {
            name: String::new(),
            slug: String::new(),
            description: String::new(),
            audience: Audience::Public.to_string(),
            questions: true,
            discussions: false,
            announcements: false,
            template: String::new(),
        }
    }
}

/// A category that may be made, or what one is changed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryDraft {
    /// Its readable address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What belongs there, in a sentence.
    pub description: String,
    /// Who may see it.
    pub audience: Readers,
    /// What it takes.
    pub kinds: Kinds,
    /// What is asked of an asker.
    pub template: Vec<TemplateField>,
}

/// The longest name of a category, in characters.
pub const LONGEST_CATEGORY_NAME: usize = 60;
/// The longest description of a category or a tag, in characters.
pub const LONGEST_DESCRIPTION: usize = 300;

impl CategoryDraft {
    /// Reads the form of the admin page.
    pub fn parse(input: &CategoryInput) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let name = problems.keep("name", line(&input.name, 1, LONGEST_CATEGORY_NAME));
        let typed = if input.slug.trim().is_empty() {
            &input.name
        } else {
            &input.slug
        };
        let slug = if typed.trim().is_empty() {
            None
        } else {
            problems.keep("slug", category_slug(typed))
        };
        let description = problems.keep("description", line(&input.description, 0, LONGEST_DESCRIPTION));
        let audience = Readers::parse(&input.audience).ok_or(Fault::new("problem-choice"));
        let audience = problems.keep("audience", audience);
        let kinds = Kinds {
            questions: input.questions,
            discussions: input.discussions,
            announcements: input.announcements,
        };
        if kinds.iter().next().is_none() {
            problems.add("questions", "problem-kinds-missing");
        }
        let template = problems.keep("template", parse_template(&input.template));
        match (name, slug, description, audience, template) {
            (Some(name), Some(slug), Some(description), Some(audience), Some(template)) if problems.is_empty() => {
                Ok(Self {
                    slug,
                    name,
                    description,
                    audience,
                    kinds,
                    template,
                })
            }
            _ => Err(problems),
        }
    }
}

/// Whether the address of a category would be that of something else: `new` is where one is made.
pub fn is_reserved_slug(slug: &str) -> bool {
    slug == "new"
}

/// Makes the readable address.
fn category_slug(text: &str) -> Result<String, Fault> {
    match slug(text).as_str() {
        "-" => Err(Fault::new("problem-slug")),
        reserved if is_reserved_slug(reserved) => Err(Fault::new("problem-slug-reserved")),
        good => Ok(good.to_owned()),
    }
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
    fn a_category_takes_its_address_from_its_name_unless_one_is_typed() {
        let input = CategoryInput {
            name: "Billing & plans".into(),
            ..CategoryInput::default()
        };
        assert_eq!(CategoryDraft::parse(&input).unwrap().slug, "billing-plans");
        let input = CategoryInput {
            slug: "Money ".into(),
            ..input
        };
        assert_eq!(CategoryDraft::parse(&input).unwrap().slug, "money");
    }

    #[test]
    fn a_category_form_notes_every_problem_at_once() {
        let input = CategoryInput {
            name: "\0".into(),
            slug: "new".into(),
            description: "x".repeat(301),
            audience: "everybody".into(),
            questions: false,
            template: "| no label".into(),
            ..CategoryInput::default()
        };
        let problems = CategoryDraft::parse(&input).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(
            fields,
            ["name", "slug", "description", "audience", "questions", "template"]
        );
        let empty = CategoryDraft::parse(&CategoryInput::default()).unwrap_err();
        assert_eq!(empty.iter().count(), 1, "a missing name is not also a missing address");
    }

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
