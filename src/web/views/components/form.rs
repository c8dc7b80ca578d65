//! Forms as a whole, and what is wrong with them.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// Something that keeps a form from being taken as it is, said beside the field it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field.
    pub field: String,
    /// What is wrong and what to do, as a sentence.
    pub message: String,
    /// How the field is called, where the problem stands apart from it.
    pub label: Option<String>,
}

impl Problem {
    /// A problem with the named field.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
            label: None,
        }
    }

    /// The same problem with the name of its field.
    #[must_use]
    pub fn labelled(self, label: Option<String>) -> Self {
        Self { label, ..self }
    }

    fn in_summary(&self, pen: &Pen<'_>) -> String {
        match &self.label {
            Some(label) => {
                let values = [
                    ("field", label.clone().into()),
                    ("problem", self.message.clone().into()),
                ];
                pen.tell("problem-in-field", &values)
            }
            None => self.message.clone(),
        }
    }
}

/// The first problem with the named field.
pub fn problem_with<'a>(problems: &'a [Problem], field: &str) -> Option<&'a str> {
    problems
        .iter()
        .find(|problem| problem.field == field)
        .map(|problem| problem.message.as_str())
}

/// The same of a text with which a file may come along, where its writer may bring one.
pub fn writing_form(action: &str, hidden: &[(&str, &str)], takes_file: bool, content: Markup) -> Markup {
    html! {
        form.form method="post" action=(action) enctype=[takes_file.then_some("multipart/form-data")] novalidate {
            @for (name, value) in hidden {
                input type="hidden" name=(name) value=(value);
            }
            (content)
        }
    }
}

/// A form that changes something; its fields bring their own problems.
pub fn post_form(action: &str, hidden: &[(&str, &str)], content: Markup) -> Markup {
    writing_form(action, hidden, false, content)
}

/// All problems of a form at its top, each naming its field and leading to its field; nothing when there is none.
pub fn error_summary(pen: &Pen<'_>, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.problems role="alert" tabindex="-1" autofocus {
                h2 { (icon(pen, Icon::Alert)) (pen.say("problems-heading")) }
                ul {
                    @for problem in problems {
                        li { a href={ "#" (problem.field) } { (problem.in_summary(pen)) } }
                    }
                }
            }
        }
    }
}
