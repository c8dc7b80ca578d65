//! The field that narrows a list to what begins with some letters.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// A form of one field that asks the same list again; `q` is what was searched for.
pub fn list_search(pen: &Pen<'_>, action: &str, label: &str, q: &str) -> Markup {
    html! {
        form.list-search role="search" method="get" action=(action) {
            label for="q" { (label) }
            div {
                input type="search" id="q" name="q" value=(q) maxlength="100" autocomplete="off" spellcheck="false" dir="auto";
                button.button type="submit" { (icon(pen, Icon::Search)) (pen.say("list-search")) }
            }
        }
    }
}
