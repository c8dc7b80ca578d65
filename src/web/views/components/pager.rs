//! The way through a long list.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// Links to the newer and the older part of a list; nothing when the list is whole.
pub fn pager(pen: &Pen<'_>, newer: Option<&str>, older: Option<&str>) -> Markup {
    html! {
        @if newer.is_some() || older.is_some() {
            nav.pager aria-label=(pen.say("pager-label")) {
                @if let Some(href) = newer {
                    a.button rel="prev" href=(href) { (icon(pen, Icon::ArrowLeft)) (pen.say("pager-newer")) }
                }
                @if let Some(href) = older {
                    a.button.older rel="next" href=(href) { (pen.say("pager-older")) (icon(pen, Icon::ArrowRight)) }
                }
            }
        }
    }
}
