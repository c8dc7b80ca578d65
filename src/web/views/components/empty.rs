//! The heads of sections, and what stands where nothing is yet.

use maud::{Markup, html};

use super::{Icon, Link, Pen, icon};

/// Says that nothing is here, why, and what to do; `action` is the way out.
pub fn empty_state(pen: &Pen<'_>, drawing: Icon, heading: &str, explanation: &str, action: Markup) -> Markup {
    html! {
        div.empty {
            (icon(pen, drawing))
            h2 { (heading) }
            p { (explanation) }
            div.empty-action { (action) }
        }
    }
}

/// The heading of a section with a link to all of it.
pub fn section_head(pen: &Pen<'_>, heading: &str, more: Option<&Link>) -> Markup {
    html! {
        div.section-head {
            h2 { (heading) }
            @if let Some(more) = more {
                a href=(more.href) { (more.label) (icon(pen, Icon::ArrowRight)) }
            }
        }
    }
}
