//! Marks that say where something stands: always an icon and a word, never colour alone.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// Where a thread stands, as a reader sees it in a list and above the thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThreadMark {
    /// A question without an answer.
    Unanswered,
    /// A question with answers, none of them accepted yet.
    Waiting,
    /// A question that was settled.
    Resolved,
    /// A thread that takes no more replies.
    Closed,
    /// A talk that asks for no answer.
    Discussion,
    /// News from the people who run the site.
    Announcement,
}

impl ThreadMark {
    fn drawn(self) -> (Icon, &'static str, &'static str) {
        match self {
            Self::Unanswered => (Icon::Question, "unanswered", "mark-unanswered"),
            Self::Waiting => (Icon::Clock, "waiting", "mark-waiting"),
            Self::Resolved => (Icon::Check, "resolved", "mark-resolved"),
            Self::Closed => (Icon::Lock, "closed", "mark-closed"),
            Self::Discussion => (Icon::Discussion, "discussion", "mark-discussion"),
            Self::Announcement => (Icon::Announcement, "announcement", "mark-announcement"),
        }
    }
}

/// The mark of a thread.
pub fn thread_mark(pen: &Pen<'_>, mark: ThreadMark) -> Markup {
    let (drawing, class, key) = mark.drawn();
    html! { span class={ "mark " (class) } { (icon(pen, drawing)) (pen.say(key)) } }
}

/// Says that something is an article, where threads stand beside it.
pub fn article_mark(pen: &Pen<'_>) -> Markup {
    html! { span.mark.article { (icon(pen, Icon::Article)) (pen.say("mark-article")) } }
}

/// Says that a thread stays at the top of its list.
pub fn pinned_mark(pen: &Pen<'_>) -> Markup {
    html! { span.mark.pinned { (icon(pen, Icon::Pin)) (pen.say("mark-pinned")) } }
}

/// Says that only moderators may still reply.
pub fn locked_mark(pen: &Pen<'_>) -> Markup {
    html! { span.mark.locked { (icon(pen, Icon::Lock)) (pen.say("mark-locked")) } }
}

/// What somebody is in this place, such as “Helper” or “Asked this”.
pub fn role_mark(label: &str) -> Markup {
    html! { span.role { (label) } }
}
