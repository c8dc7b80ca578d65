//! Where posts are written.

use maud::{Markup, html};

use super::attach::attach;
use super::fields::area;
use super::{Attaching, Field, Icon, Pen, icon};
use crate::text::SafeHtml;

/// A field for Markdown with a preview.
#[derive(Debug, Clone, Copy)]
pub struct Editor<'a> {
    /// The field itself.
    pub field: Field<'a>,
    /// Where the form goes when a preview is asked for without the script; it answers the page with the form and the preview.
    pub preview_action: &'a str,
    /// Where the script posts the text (as `body`) and receives the preview as a fragment of HTML.
    pub preview_source: &'a str,
    /// The preview to show, when it was asked for.
    pub preview: Option<&'a SafeHtml>,
    /// Where a file is chosen for the text, if the viewer may bring one.
    pub attaching: Option<Attaching<'a>>,
    /// How many lines are seen at first.
    pub rows: u32,
}

/// A field for Markdown, a button that shows how it will look, and the few signs to know.
pub fn editor(pen: &Pen<'_>, editor: &Editor<'_>) -> Markup {
    let id = editor.field.id;
    html! {
        div.editor data-preview-url=(editor.preview_source) {
            (editor.field.wrap(pen, area(&editor.field, editor.rows)))
            div.editor-bar {
                button.button type="submit" formaction=(editor.preview_action) formnovalidate data-preview-button aria-controls={ (id) "-preview" } {
                    (icon(pen, Icon::Eye)) (pen.say("editor-preview"))
                }
                (formatting_help(pen))
            }
            @if let Some(attaching) = &editor.attaching {
                (attach(pen, attaching, editor.preview_action, editor.field.value))
            }
            section.preview id={ (id) "-preview" } aria-label=(pen.say("editor-preview-label")) aria-live="polite" hidden[editor.preview.is_none()] {
                p.preview-label aria-hidden="true" { (pen.say("editor-preview-label")) }
                div.prose dir="auto" data-preview-target {
                    @if let Some(preview) = editor.preview { (preview) }
                }
            }
        }
    }
}

fn formatting_help(pen: &Pen<'_>) -> Markup {
    let signs = [
        ("editor-help-strong", "editor-help-strong-sign"),
        ("editor-help-code", "editor-help-code-sign"),
        ("editor-help-block", "editor-help-block-sign"),
        ("editor-help-list", "editor-help-list-sign"),
        ("editor-help-link", "editor-help-link-sign"),
        ("editor-help-quote", "editor-help-quote-sign"),
    ];
    html! {
        details.editor-help {
            summary { (pen.say("editor-help")) }
            dl {
                @for (meaning, sign) in signs {
                    div { dt { code { (pen.say(sign)) } } dd { (pen.say(meaning)) } }
                }
            }
        }
    }
}
