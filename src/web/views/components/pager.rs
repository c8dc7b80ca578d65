//! The way through a long list.

use maud::{Markup, html};

use super::{Icon, Pen, icon};

/// Links to the newer and the older part of a list; nothing when the list is whole.
pub fn pager(pen: &Pen<'_>, newer: Option<&str>, older: Option<&str>) -> Markup {
    html! {
        @if newer.is_some() || older.is_some() {
            nav.pager aria-label=(pen.say("pager-label")) {
                @if let Some(href) = newer {
                    a.button rel="prev" href=(href) { (icon(pen, Icon::ArrowLeft)) (pen.say("pager-newer")) }
                }
                @if let Some(href) = older {
                    a.button.older rel="next" href=(href) { (pen.say("pager-older")) (icon(pen, Icon::ArrowRight)) }
                }
            }
        }
    }
}

/// The way through the replies of a long thread: its first page, the page after this one, the latest reply.
pub fn reply_pager(pen: &Pen<'_>, first: Option<&str>, more: Option<&str>, latest: &str) -> Markup {
    html! {
        @if first.is_some() || more.is_some() {
            nav.pager.reply-pager aria-label=(pen.say("replies-pages")) {
                @if let Some(href) = first {
                    a.button href=(href) { (icon(pen, Icon::ArrowUp)) (pen.say("replies-first")) }
                }
                a.button href=(latest) rel="nofollow" { (icon(pen, Icon::Clock)) (pen.say("replies-latest")) }
                @if let Some(href) = more {
                    a.button.older rel="next" href=(href) { (pen.say("replies-more")) (icon(pen, Icon::ArrowRight)) }
                }
            }
        }
    }
}

/// The same for lists that only go on: back to where the list starts, and to its older part.
pub fn onward_pager(pen: &Pen<'_>, start: Option<&str>, older: Option<&str>) -> Markup {
    html! {
        @if start.is_some() || older.is_some() {
            nav.pager aria-label=(pen.say("pager-label")) {
                @if let Some(href) = start {
                    a.button href=(href) { (icon(pen, Icon::ArrowUp)) (pen.say("pager-start")) }
                }
                @if let Some(href) = older {
                    a.button.older rel="next" href=(href) { (pen.say("pager-more")) (icon(pen, Icon::ArrowRight)) }
                }
            }
        }
    }
}

/// The way through pages that are counted from 1.
pub fn numbered_pager(pen: &Pen<'_>, number: usize, before: Option<&str>, after: Option<&str>) -> Markup {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    html! {
        @if before.is_some() || after.is_some() {
            nav.pager aria-label=(pen.say("pager-label")) {
                @if let Some(href) = before {
                    a.button rel="prev" href=(href) { (icon(pen, Icon::ArrowLeft)) (pen.say("pager-before")) }
                }
                span.pager-number { (pen.count("pager-number", number)) }
                @if let Some(href) = after {
                    a.button.older rel="next" href=(href) { (pen.say("pager-after")) (icon(pen, Icon::ArrowRight)) }
                }
            }
        }
    }
}
