//! Fields that take a choice.

use maud::{Markup, html};

use super::{Field, Pen};

/// One of the values that a field takes.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// What the reader sees.
    pub label: &'a str,
    /// What helps to choose; only radio groups show it.
    pub hint: Option<&'a str>,
}

impl<'a> Choice<'a> {
    /// A value that needs no hint.
    pub fn plain(value: &'a str, label: &'a str) -> Self {
        Self {
            value,
            label,
            hint: None,
        }
    }
}

/// A list to choose one value from; the chosen one equals the field's value.
pub fn select_field(pen: &Pen<'_>, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    field.wrap(
        pen,
        html! {
            // One of them is always chosen, so that asking for one would mean nothing.
            select id=(field.id) name=(field.name)
                aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()] {
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == field.value] { (choice.label) }
                }
            }
        },
    )
}

/// A box to tick; it sends `value` when `checked`.
pub fn check_box(pen: &Pen<'_>, field: &Field<'_>, checked: bool) -> Markup {
    let value = if field.value.is_empty() { "true" } else { field.value };
    html! {
        div.field.choice.invalid[field.problem.is_some()] {
            input type="checkbox" id=(field.id) name=(field.name) value=(value) checked[checked]
                aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()];
            label for=(field.id) { (field.label) }
            (field.notes(pen))
        }
    }
}

/// Boxes that belong together, under one question; the first takes the group's name, so that problems lead to it.
pub fn check_group(pen: &Pen<'_>, group: &Field<'_>, boxes: &[(Field<'_>, bool)]) -> Markup {
    html! {
        fieldset.field.invalid[group.problem.is_some()] aria-describedby=[group.described_by()] {
            legend { (group.label) }
            (group.notes(pen))
            @for (field, checked) in boxes { (check_box(pen, field, *checked)) }
        }
    }
}

/// Several values side by side, one of which is chosen; the first takes the field's id, so that problems lead to it.
pub fn radio_group(pen: &Pen<'_>, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    html! {
        fieldset.field.invalid[field.problem.is_some()] aria-describedby=[field.described_by()] {
            legend {
                (field.label)
                @if field.optional { " " span.optional { (pen.say("field-optional")) } }
            }
            (field.notes(pen))
            @for (place, choice) in choices.iter().enumerate() {
                @let id = if place == 0 { field.id.to_owned() } else { format!("{}-{place}", field.id) };
                div.choice {
                    input type="radio" id=(id) name=(field.name) value=(choice.value) checked[choice.value == field.value]
                        aria-describedby=[choice.hint.map(|_| format!("{id}-about"))];
                    label for=(id) { (choice.label) }
                    @if let Some(hint) = choice.hint { p.hint id={ (id) "-about" } { (hint) } }
                }
            }
        }
    }
}
