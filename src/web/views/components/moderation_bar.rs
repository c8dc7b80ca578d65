//! What a moderator can do with a thread, in a small bar that never covers the text.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// One act of moderation; pressing it opens its form in place.
#[derive(Debug, Clone)]
pub struct ModerationAct {
    /// The verb.
    pub label: String,
    /// The drawing before it.
    pub icon: Icon,
    /// The form that asks what is needed.
    pub content: Markup,
    /// Whether it stands open, as when it came back with a problem.
    pub open: bool,
}

/// The bar: each act opens its form, and only one is open at a time; `buttons` are verbs that need no form.
pub fn moderation_bar(pen: &Pen<'_>, acts: &[ModerationAct], buttons: &[Markup]) -> Markup {
    html! {
        section.moderation-bar aria-label=(pen.say("moderation-bar-label")) {
            p.moderation-label { (icon(pen, Icon::Shield)) (pen.say("moderation-bar-label")) }
            div.moderation-acts {
                @for act in acts {
                    details name="moderation" open[act.open] {
                        summary.button.quiet { (icon(pen, act.icon)) (act.label) }
                        div.panel { (act.content) }
                    }
                }
                @for button in buttons { (button) }
            }
        }
    }
}
