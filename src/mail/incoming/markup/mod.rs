//! An HTML message as Markdown, without what is quoted in it.
//!
//! `walk` reads the page as lines with what stands on them, `cutting` says which lines are the sender's own, and `write` makes plain
//! HTML of those, which `text::html` turns into Markdown. A page that would take long to read is read as its text alone.

mod elements;
mod flat;
mod walk;
mod write;

use scraper::Html;

use super::{cutting, plain};
use crate::text::html::to_markdown;

/// The longest page that is read, in bytes; what is beyond is behind long quotations.
const LONGEST: usize = 1_000_000;

/// The sender's own words, as Markdown; empty when there are none.
pub(super) fn own(html: &str) -> String {
    let html = shortened(html);
    if flat::is_costly(html) {
        return plain::own(&flat::text(html), plain::Flow::default());
    }
    let page = Html::parse_document(html);
    let read = walk::read(&page);
    let kept = cutting::kept(&read.lines);
    to_markdown(&write::html(&read, &kept))
}

/// The beginning of a long page, up to the end of a tag.
fn shortened(html: &str) -> &str {
    if html.len() <= LONGEST {
        return html;
    }
    let end = (0..=LONGEST).rev().find(|at| html.is_char_boundary(*at)).unwrap_or(0);
    let start = html.get(..end).unwrap_or_default();
    let end = start.rfind('>').map_or(end, |at| at + 1);
    start.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests;
