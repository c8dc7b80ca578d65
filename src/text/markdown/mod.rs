//! Markdown to safe HTML: comrak (CommonMark and GFM), our own shape of the elements, then the allow-list.
//!
//! What an element looks like in HTML is in `shape`, what may pass is in `allow`, the
//! colours of code are in `code`. Plain text is in `text::excerpt`.

mod allow;
mod code;
mod line;
mod picture;
mod shape;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;

use comrak::arena_tree::NodeEdge;
use comrak::html::{ChildRendering, Context, format_document_with_formatter};
use comrak::options::Plugins;
use comrak::{Arena, Node, Options, try_parse_document};

use crate::text::SafeHtml;

pub(super) use allow::ELSEWHERE;
pub use picture::pictures_elsewhere;

/// The version of what [`render`] and [`render_comment`] make, stored beside their HTML.
///
/// Any change of the output that matters to a reader, and any change of the allow-list, needs a new number: stored
/// HTML of another number is never shown, a job renders it again.
pub const RENDERER_VERSION: i16 = 3;

/// Blocks and inlines inside one another beyond this depth are no text that a person wrote.
const DEEPEST: usize = 100;

/// More elements than this in one text would make a page that no browser enjoys.
const MOST_NODES: usize = 100_000;

/// How often comrak may ask whether to go on: it asks every 256 lines, inlines or nodes.
///
/// A full body of 64 kB needs fewer than 2,000.
const PATIENCE: usize = 20_000;

/// Renders the body of a thread, a reply or an article.
///
/// Total: any text gives some HTML. A text that nests too deeply is shown as it was typed.
pub fn render(markdown: &str) -> SafeHtml {
    render_with(markdown, &body_options(), shape::body)
}

/// The same with copies of pictures from elsewhere in place of their links: to each address the one of its copy.
pub fn render_with_copies(markdown: &str, copies: &HashMap<String, String>) -> SafeHtml {
    let progress = shape::Progress::with(copies.clone());
    render_from(markdown, &body_options(), shape::body, progress)
}

/// Renders a comment: emphasis, code and links, in one paragraph without its tag; no blocks, no images.
///
/// A line break stays a line break; what would begin a heading, a list or a quotation stays as it was typed.
pub fn render_comment(markdown: &str) -> SafeHtml {
    let text = line::without_blocks(markdown);
    render_with(&text, &comment_options(), shape::comment)
}

/// Whether cleaning it once more changes nothing: a browser reads it as we did. For tests.
pub fn stays_clean(html: &SafeHtml) -> bool {
    allow::clean(html.as_str()) == html.as_str()
}

type Formatter = for<'node> fn(&mut Context<shape::Progress>, Node<'node>, bool) -> Result<ChildRendering, fmt::Error>;

fn render_with(markdown: &str, options: &Options, formatter: Formatter) -> SafeHtml {
    render_from(markdown, options, formatter, shape::Progress::default())
}

fn render_from(markdown: &str, options: &Options, formatter: Formatter, progress: shape::Progress) -> SafeHtml {
    let arena = Arena::new();
    let written = parse(&arena, markdown, options).and_then(|document| {
        let mut html = String::with_capacity(markdown.len() * 3 / 2);
        let plugins = Plugins::default();
        format_document_with_formatter(document, options, &mut html, &plugins, formatter, progress)
            .ok()
            .map(|_| html)
    });
    // What is shown as typed is cleaned too: it may hold characters that a browser drops.
    SafeHtml(allow::clean(&written.unwrap_or_else(|| as_typed(markdown))))
}

/// Reads Markdown as the bodies of threads and replies are read, or `None` when it nests beyond reason.
pub(super) fn parse_body<'a>(arena: &'a Arena<'a>, markdown: &str) -> Option<Node<'a>> {
    parse(arena, markdown, &body_options())
}

fn parse<'a>(arena: &'a Arena<'a>, markdown: &str, options: &Options) -> Option<Node<'a>> {
    let asked = Cell::new(0usize);
    let document = try_parse_document(arena, markdown, options, &|| {
        asked.set(asked.get() + 1);
        asked.get() > PATIENCE
    })
    .ok()?;
    is_of_reasonable_size(document).then_some(document)
}

fn is_of_reasonable_size(document: Node) -> bool {
    let (mut depth, mut nodes) = (0usize, 0usize);
    for edge in document.traverse() {
        match edge {
            NodeEdge::Start(_) => {
                depth += 1;
                nodes += 1;
                if depth > DEEPEST || nodes > MOST_NODES {
                    return false;
                }
            }
            NodeEdge::End(_) => depth -= 1,
        }
    }
    true
}

fn as_typed(markdown: &str) -> String {
    format!(
        "<pre tabindex=\"0\"><code>{}</code></pre>\n",
        maud::html! { (markdown) }.into_string()
    )
}

fn body_options() -> Options<'static> {
    let mut options = comment_options();
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options
}

fn comment_options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    // People press Enter where they want a new line; few of those who ask for help know Markdown's rule.
    options.render.hardbreaks = true;
    options
}
