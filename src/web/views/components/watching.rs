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

/// The button with what is so now, and the choices behind it: one form of a few buttons. On a page of several things `from` is where
/// the form comes back to, and what the thing is called.
pub fn watching(pen: &Pen<'_>, action: &str, now: &str, choices: &[WatchChoice], from: Option<(&str, &str)>) -> Markup {
    let form = html! {
        form.watching method="post" action=(action) {
            @if let Some((back, _)) = from { input type="hidden" name="back" value=(back); }
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
    let label = html! { (now) @if let Some((_, about)) = from { span.unseen { ": " (about) } } };
    disclosure(pen, &label, Some(Icon::Bell), form)
}
