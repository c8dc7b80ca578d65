//! What the site tells the reader about what just happened, or about the page.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// What a notice means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// It worked; the words say what happens next.
    Success,
    /// Good to know.
    Information,
    /// Mind this before going on.
    Warning,
    /// It did not work; the words say what to do.
    Failure,
}

impl NoticeKind {
    fn drawn(self) -> (Icon, &'static str, &'static str) {
        match self {
            Self::Success => (Icon::Check, "success", "notice-success"),
            Self::Information => (Icon::Info, "information", "notice-information"),
            Self::Warning => (Icon::Alert, "warning", "notice-warning"),
            Self::Failure => (Icon::Alert, "failure", "notice-failure"),
        }
    }
}

/// A sentence at the top of the page about what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it means.
    pub kind: NoticeKind,
    /// The sentence.
    pub message: String,
}

/// The notices of a page, spoken once when it opens.
pub fn notices(pen: &Pen<'_>, notices: &[Notice]) -> Markup {
    html! {
        div.notices role="status" {
            @for told in notices {
                (notice(pen, told.kind, html! { p { (told.message) } }))
            }
        }
    }
}

/// A notice inside a page, with whatever it has to say.
pub fn notice(pen: &Pen<'_>, kind: NoticeKind, content: Markup) -> Markup {
    let (drawing, class, key) = kind.drawn();
    html! {
        div class={ "notice " (class) } {
            (icon(pen, drawing))
            div { span.unseen { (pen.say(key)) " " } (content) }
        }
    }
}
