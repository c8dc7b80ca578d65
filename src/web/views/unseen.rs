//! The field that people do not see: whatever fills every field of a form fills it, too.

use maud::{Markup, html};

use super::components::Pen;
use crate::domain::spam::UNSEEN_FIELD;
use crate::web::{Visit, screened};

/// The field, in forms of visitors and newcomers; nothing for everybody else. It comes back empty with its form.
pub fn unseen_field(visit: &Visit, pen: &Pen<'_>) -> Markup {
    html! {
        @if screened::is_watched(visit) {
            div.unseen aria-hidden="true" {
                label for=(UNSEEN_FIELD) { (pen.say("unseen-field")) }
                input type="text" id=(UNSEEN_FIELD) name=(UNSEEN_FIELD) tabindex="-1" autocomplete="off";
            }
        }
    }
}
