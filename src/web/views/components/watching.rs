//! How much somebody wants to hear of a thing: a button that says it, and behind it the choices.

use maud::{Markup, html};

use super::{Icon, Pen, disclosure, icon};

/// One of the choices.
#[derive(Debug, Clone)]
pub struct WatchChoice {
    /// What is sent.
    pub value: &'static str,
    /// The verb on the button.
    pub label: String,
    /// What comes of it.
    pub hint: String,
    /// Whether it is so now.
    pub is_chosen: bool,
}

/// The button with what is so now, and the choices behind it: one form of a few buttons.
pub fn watching(pen: &Pen<'_>, action: &str, now: &str, choices: &[WatchChoice]) -> Markup {
    let form = html! {
        form.watching method="post" action=(action) {
            @for choice in choices {
                button.watch-choice type="submit" name="level" value=(choice.value) aria-pressed=(choice.is_chosen) {
                    span.watch-verb {
                        (choice.label)
                        @if choice.is_chosen { (icon(pen, Icon::Check)) }
                    }
                    span.hint { (choice.hint) }
                }
            }
        }
    };
    disclosure(pen, now, Some(Icon::Bell), form)
}
