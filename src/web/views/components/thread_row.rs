//! Threads in a list: one row each, made to be scanned in one sweep.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::{Icon, Pen, ThreadMark, icon, pinned_mark, short_figure, thread_mark, time_ago};
use crate::domain::id::ThreadId;

/// A thread as a list shows it.
#[derive(Debug, Clone)]
pub struct ThreadRow<'a> {
    /// Its permanent link.
    pub href: String,
    /// Its title.
    pub title: &'a str,
    /// Where it stands.
    pub mark: ThreadMark,
    /// Whether it stays at the top of the list.
    pub pinned: bool,
    /// The name of its category, where the list holds several.
    pub category: Option<&'a str>,
    /// The names of its tags.
    pub tags: &'a [String],
    /// Who started it.
    pub asker: &'a str,
    /// How many answers or replies it has.
    pub replies: i64,
    /// How many replies are new to whoever looks; 0 says nothing.
    pub news: i64,
    /// The figure beside the replies.
    pub figure: RowFigure,
    /// The time that the list tells, usually of the last reply.
    pub at: DateTime<Utc>,
    /// Its number, where it can be ticked for an act on several.
    pub pick: Option<ThreadId>,
}

/// What a list counts besides replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFigure {
    /// How many people have this problem too; nothing when there is none.
    Affected(i64),
    /// Up votes minus down votes, in the list that is in their order.
    Score(i64),
}

/// Threads under each other; the whole row leads to the thread.
pub fn thread_list(pen: &Pen<'_>, label: &str, rows: &[ThreadRow<'_>]) -> Markup {
    html! {
        ul.threads aria-label=(label) {
            @for row in rows { (thread_row(pen, row)) }
        }
    }
}

fn thread_row(pen: &Pen<'_>, row: &ThreadRow<'_>) -> Markup {
    html! {
        li.thread {
            @if let Some(id) = row.pick { (pick(pen, row.title, id)) }
            p.thread-title dir="auto" { a.cover href=(row.href) { (row.title) } }
            p.thread-standing {
                (thread_mark(pen, row.mark))
                @if row.pinned { (pinned_mark(pen)) }
                @if row.news > 0 { span.new-mark { (pen.count("thread-row-new", row.news)) } }
            }
            p.thread-about {
                @if let Some(category) = row.category { bdi.category { (category) } }
                bdi.asker { (row.asker) }
                @for tag in row.tags { bdi.hash { (tag) } }
            }
            p.thread-figures {
                span.replies {
                    (icon(pen, Icon::Answer))
                    span aria-hidden="true" { (short_figure(pen, row.replies)) }
                    span.unseen { (replies_in_words(pen, row)) }
                }
                (figure(pen, row.figure))
            }
            p.thread-time { (time_ago(pen, row.at)) }
        }
    }
}

/// The box that ticks a thread for the form of its page, which acts on several.
fn pick(pen: &Pen<'_>, title: &str, id: ThreadId) -> Markup {
    html! {
        label.pick {
            input type="checkbox" form="selection" name="thread" value=(id);
            span.unseen { (pen.tell("selection-pick", &[("title", title.to_owned().into())])) }
        }
    }
}

fn figure(pen: &Pen<'_>, figure: RowFigure) -> Markup {
    if figure == RowFigure::Affected(0) {
        // Nothing to tell, but its room stays: the columns of all rows are alike.
        return html! { span.affected.none {} };
    }
    let (drawing, count, key) = match figure {
        RowFigure::Affected(count) => (Icon::People, count, "thread-row-affected"),
        RowFigure::Score(count) => (Icon::ArrowUp, count, "thread-row-score"),
    };
    html! {
        span.affected {
            (icon(pen, drawing))
            span aria-hidden="true" { (short_figure(pen, count)) }
            span.unseen { (pen.count(key, count)) }
        }
    }
}

fn replies_in_words(pen: &Pen<'_>, row: &ThreadRow<'_>) -> String {
    match row.mark {
        ThreadMark::Discussion | ThreadMark::Announcement => pen.count("thread-row-replies", row.replies),
        _ => pen.count("thread-row-answers", row.replies),
    }
}
