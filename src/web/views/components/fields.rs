//! Fields that take text, each with its label, its hint and its problem.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// One field of a form.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The name under which the value is sent.
    pub name: &'a str,
    /// The element id, which problems lead to: the name, unless the page holds several fields of that name.
    pub id: &'a str,
    /// What it asks for.
    pub label: &'a str,
    /// What helps to fill it.
    pub hint: Option<&'a str>,
    /// What is wrong with what was typed.
    pub problem: Option<&'a str>,
    /// What was typed before, or a first value.
    pub value: &'a str,
    /// Whether it may stay empty; said in words beside the label.
    pub optional: bool,
    /// What the browser may fill in (`username`, `current-password`, `new-password`, `email`, `one-time-code`, `off`).
    pub autocomplete: Option<&'a str>,
    /// The most characters that are taken; the browser stops there.
    pub longest: Option<u32>,
}

impl<'a> Field<'a> {
    /// A required, empty field.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Self {
            name,
            id: name,
            label,
            hint: None,
            problem: None,
            value: "",
            optional: false,
            autocomplete: None,
            longest: None,
        }
    }

    pub(crate) fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    pub(crate) fn problem_id(&self) -> String {
        format!("{}-problem", self.id)
    }

    /// The ids of the hint and the problem, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| self.hint_id());
        let problem = self.problem.map(|_| self.problem_id());
        let ids: Vec<String> = hint.into_iter().chain(problem).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(crate) fn aria_invalid(&self) -> Option<&'static str> {
        self.problem.map(|_| "true")
    }

    /// The label, the hint and the problem, then the control.
    pub(crate) fn wrap(&self, pen: &Pen<'_>, control: Markup) -> Markup {
        html! {
            div.field.invalid[self.problem.is_some()] {
                label for=(self.id) {
                    (self.label)
                    @if self.optional { " " span.optional { (pen.say("field-optional")) } }
                }
                (self.notes(pen))
                (control)
            }
        }
    }

    /// The hint and the problem under a label or legend.
    pub(crate) fn notes(&self, pen: &Pen<'_>) -> Markup {
        html! {
            @if let Some(hint) = self.hint { p.hint id=(self.hint_id()) { (hint) } }
            @if let Some(problem) = self.problem {
                p.problem id=(self.problem_id()) {
                    (icon(pen, Icon::Alert))
                    span.unseen { (pen.say("field-problem")) " " }
                    (problem)
                }
            }
        }
    }
}

/// One line of text.
pub fn text_field(pen: &Pen<'_>, field: &Field<'_>) -> Markup {
    line(pen, field, "text")
}

/// An e-mail address.
pub fn email_field(pen: &Pen<'_>, field: &Field<'_>) -> Markup {
    line(pen, field, "email")
}

/// A day, which browsers let people choose; its value is such as `2027-01-31`.
pub fn date_field(pen: &Pen<'_>, field: &Field<'_>) -> Markup {
    line(pen, field, "date")
}

/// A password; what was typed is never sent back.
pub fn password_field(pen: &Pen<'_>, field: &Field<'_>) -> Markup {
    line(pen, &Field { value: "", ..*field }, "password")
}

fn line(pen: &Pen<'_>, field: &Field<'_>, kind: &str) -> Markup {
    let direction = (kind == "text").then_some("auto");
    let spelling = (kind != "text").then_some("false");
    field.wrap(
        pen,
        html! {
            input type=(kind) id=(field.id) name=(field.name) value=(field.value) dir=[direction] spellcheck=[spelling]
                autocomplete=[field.autocomplete] maxlength=[field.longest] required[!field.optional]
                aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()];
        },
    )
}

/// Several lines of plain text.
pub fn text_area(pen: &Pen<'_>, field: &Field<'_>, rows: u32) -> Markup {
    field.wrap(pen, area(field, rows))
}

/// What was typed, to be read and copied; it belongs to no form.
pub fn text_kept(pen: &Pen<'_>, field: &Field<'_>) -> Markup {
    let rows = field.value.lines().count().clamp(1, 12);
    field.wrap(
        pen,
        html! {
            textarea id=(field.id) rows=(rows) dir="auto" readonly { "\n" (field.value) }
        },
    )
}

/// The control of several lines, without its label.
pub(crate) fn area(field: &Field<'_>, rows: u32) -> Markup {
    html! {
        // A line break after the opening tag is dropped by parsers; this keeps one that was typed.
        textarea id=(field.id) name=(field.name) rows=(rows) dir="auto" maxlength=[field.longest] required[!field.optional]
            aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()] { "\n" (field.value) }
    }
}
