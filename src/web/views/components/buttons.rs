//! What a reader can press: links that look like buttons, and one-button forms.

use maud::{Markup, Render, html};

use super::{Icon, Pen, icon};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one next step of the page.
    Primary,
    /// Another good step.
    Secondary,
    /// A step in a row of quiet actions.
    Quiet,
    /// A step that takes something away.
    Danger,
}

impl Weight {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button primary",
            Self::Secondary => "button",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// A link that looks like a button, as it leads to the next step.
pub fn link_button(pen: &Pen<'_>, label: &str, href: &str, drawing: Option<Icon>, weight: Weight) -> Markup {
    html! {
        a class=(weight.class()) href=(href) {
            @if let Some(drawing) = drawing { (icon(pen, drawing)) }
            (label)
        }
    }
}

/// The button that sends the form around it.
pub fn submit_button(label: &str, weight: Weight) -> Markup {
    html! { button class=(weight.class()) type="submit" { (label) } }
}

/// A form of one button: a verb that changes something, said in one press.
#[derive(Debug, Clone, Copy)]
pub struct PostButton<'a> {
    /// Where it posts.
    pub action: &'a str,
    /// The verb on it.
    pub label: &'a str,
    /// More words for readers by ear, such as whose answer it is.
    pub about: Option<&'a str>,
    /// The drawing before the verb.
    pub icon: Option<Icon>,
    /// How much it asks for attention.
    pub weight: Weight,
    /// Names and values that travel with it.
    pub hidden: &'a [(&'a str, &'a str)],
    /// Whether it is pressed already, for buttons that stay in (following, voted).
    pub pressed: Option<bool>,
}

impl<'a> PostButton<'a> {
    /// A quiet button with nothing but its verb.
    pub fn new(action: &'a str, label: &'a str) -> Self {
        Self {
            action,
            label,
            about: None,
            icon: None,
            weight: Weight::Quiet,
            hidden: &[],
            pressed: None,
        }
    }
}

/// A verb that changes something, as a form of its own.
pub fn post_button(pen: &Pen<'_>, button: &PostButton<'_>) -> Markup {
    html! {
        form.inline method="post" action=(button.action) {
            @for (name, value) in button.hidden {
                input type="hidden" name=(name) value=(value);
            }
            button class=(button.weight.class()) type="submit" aria-pressed=[button.pressed] {
                @if let Some(drawing) = button.icon { (icon(pen, drawing)) }
                (button.label)
                @if let Some(about) = button.about { span.unseen { " " (about) } }
            }
        }
    }
}

/// A row of actions under something; each item is a button, a link or a disclosure.
pub fn actions(label: &str, items: &[Markup]) -> Markup {
    html! {
        div.actions role="group" aria-label=(label) {
            @for item in items { (item) }
        }
    }
}

/// A permanent link; with the script it copies the address instead of going there.
pub fn copy_link(pen: &Pen<'_>, label: &str, href: &str) -> Markup {
    html! {
        a.button.quiet href=(href) data-copy data-copied=(pen.say("copy-done")) {
            (icon(pen, Icon::Link))
            span data-copy-label { (label) }
        }
    }
}

/// A link to the answer form with a quotation in it; the script puts there what is selected, under this heading.
pub fn quote_link(pen: &Pen<'_>, label: &str, href: &str, heading: &str) -> Markup {
    html! {
        a.button.quiet href=(href) rel="nofollow" data-quote=(heading) { (icon(pen, Icon::Comment)) (label) }
    }
}

/// A button that opens what stands behind it in place, such as a form that asks for a reason first; without a drawing of its own
/// it points down.
pub fn disclosure(pen: &Pen<'_>, label: &dyn Render, drawing: Option<Icon>, content: Markup) -> Markup {
    html! {
        details.disclosure {
            summary.button.quiet {
                (icon(pen, drawing.unwrap_or(Icon::ChevronDown)))
                (label)
            }
            div.panel { (content) }
        }
    }
}
