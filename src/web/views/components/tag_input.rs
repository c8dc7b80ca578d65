//! Where tags are typed.

use maud::{Markup, html};

use super::{Field, Pen};

/// A field for tags, separated by commas or spaces; the script completes them.
#[derive(Debug, Clone, Copy)]
pub struct TagInput<'a> {
    /// The field itself; its value is the tags as text.
    pub field: Field<'a>,
    /// Where the script asks for tags that begin with what was typed: `?q=` → JSON `[{"name":"wallet","count":12}]`.
    pub source: &'a str,
}

/// A plain field for tags, made a completing one by the script.
pub fn tag_input(pen: &Pen<'_>, input: &TagInput<'_>) -> Markup {
    let field = &input.field;
    let [one_found, found] = pen.plurals("tag-input-found");
    field.wrap(
        pen,
        html! {
            div.tag-input data-source=(input.source) data-list-label=(pen.say("tag-input-list"))
                data-found-one=(one_found) data-found-other=(found) {
                input type="text" id=(field.id) name=(field.name) value=(field.value) required[!field.optional]
                    autocomplete="off" autocapitalize="none" spellcheck="false" maxlength=[field.longest]
                    aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()];
            }
        },
    )
}
