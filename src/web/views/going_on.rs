//! A form that was sent and goes on from here: all that was typed is carried along, and sent again by one button.

use maud::{Markup, html};

/// The form; the script of drafts knows by its mark that what was typed is still on its way.
pub fn going_on(action: &str, fields: &[(&str, &str)], button: Markup) -> Markup {
    html! {
        form.form method="post" action=(action) novalidate data-goes-on {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            (button)
        }
    }
}
