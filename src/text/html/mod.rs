//! The HTML of imported posts becomes Markdown, once, at import.
//!
//! `read` and `inline` make blocks and spans of a page's elements (what Discourse adds to them is in `discourse`), `tidy` puts
//! white space where Markdown can stand it, `blocks` and `spans` write. Safe HTML is none of this module's business:
//! what comes out is Markdown and goes through `text::markdown` like anybody's.

mod blocks;
mod discourse;
mod emoji;
pub(super) mod escape;
mod inline;
mod read;
mod spans;
#[cfg(test)]
mod tests;
mod tidy;
mod tree;

use scraper::Html;

/// Turns the HTML of a post, as Stack Exchange and Discourse make it, into Markdown that renders to the same text.
///
/// Total: any text gives some Markdown. Images, links, lists, tables, quotations and code stay what they are; an
/// embedded page or video becomes a link to it.
pub fn to_markdown(html: &str) -> String {
    let page = Html::parse_fragment(html);
    blocks::write(&read::read(&page))
}
