//! What stands above a thread.

use maud::{Markup, html};

use super::{Pen, ThreadMark, locked_mark, pinned_mark, thread_mark};

/// The title of a thread and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct ThreadHead<'a> {
    /// Its title.
    pub title: &'a str,
    /// Where it stands.
    pub mark: ThreadMark,
    /// Whether it stays at the top of its list.
    pub pinned: bool,
    /// Whether only moderators may still reply.
    pub locked: bool,
    /// Short facts in a row, such as who asked, when, and how many have it too.
    pub facts: &'a [Markup],
}

/// The title, where the thread stands, and the facts in one quiet row.
pub fn thread_head(pen: &Pen<'_>, head: &ThreadHead<'_>) -> Markup {
    html! {
        header.thread-head {
            h1 dir="auto" { (head.title) }
            p.thread-line {
                (thread_mark(pen, head.mark))
                @if head.pinned { (pinned_mark(pen)) }
                @if head.locked { (locked_mark(pen)) }
                @for fact in head.facts { span.fact { (fact) } }
            }
        }
    }
}
