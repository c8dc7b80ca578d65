//! What Discourse adds to a post's HTML: quotations of other posts, previews of links, pictures that open, embedded films.

use scraper::ElementRef;
use scraper::node::Element;

use super::inline::{may_be_linked, spans, text_of};
use super::read::children;
use super::tidy;
use super::tree::{Block, Span, Style};

/// Reads an element that only Discourse makes, or `None` for any other.
pub(super) fn blocks(element: ElementRef, depth: usize) -> Option<Vec<Block>> {
    let value = element.value();
    match value.name() {
        "aside" if has_class(value, "quote") => Some(quotation(element, depth)),
        "aside" if has_class(value, "onebox") => Some(preview(element)),
        "div" if has_class(value, "lazyYT") => Some(film(element)),
        _ => None,
    }
}

/// Whether [`blocks`] would read this element.
pub(super) fn is_special(element: &Element) -> bool {
    (element.name() == "aside" && (has_class(element, "quote") || has_class(element, "onebox")))
        || (element.name() == "div" && has_class(element, "lazyYT"))
}

/// Somebody's words, with their name and (from another thread) its title above them.
fn quotation(aside: ElementRef, depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in aside.child_elements() {
        if has_class(part.value(), "title") {
            let title = tidy::line(spans(part, depth));
            if !title.is_empty() {
                blocks.push(Block::Paragraph(vec![Span::Styled(Style::Strong, title)]));
            }
        } else if part.value().name() == "blockquote" {
            blocks.extend(children(part, depth));
        }
    }
    if blocks.is_empty() {
        Vec::new()
    } else {
        vec![Block::Quote(blocks)]
    }
}

/// The preview of a link becomes the link; lines of code in it stay.
fn preview(aside: ElementRef) -> Vec<Block> {
    let title = aside
        .descendent_elements()
        .find(|inner| matches!(inner.value().name(), "h3" | "h4"));
    let source = aside.attr("data-onebox-src");
    let first_link = |within: ElementRef| {
        within
            .descendent_elements()
            .find_map(|inner| inner.attr("href").map(str::to_owned))
    };
    let to = title
        .and_then(first_link)
        .or(source.map(str::to_owned))
        .or_else(|| first_link(aside))
        .unwrap_or_default();
    let words = title
        .map(|title| tidy::words(&text_of(title)))
        .filter(|words| !words.is_empty());
    let words = words.unwrap_or_else(|| to.clone());
    let mut blocks = Vec::new();
    if may_be_linked(to.trim()) {
        blocks.push(Block::Paragraph(vec![Span::link(to.trim(), &words)]));
    } else if !words.is_empty() {
        blocks.push(Block::Paragraph(vec![Span::text(&words)]));
    }
    blocks.extend(lines_of_code(aside));
    blocks
}

fn lines_of_code(aside: ElementRef) -> Option<Block> {
    let list = aside
        .descendent_elements()
        .find(|inner| inner.value().name() == "ol" && has_class(inner.value(), "lines"))?;
    let lines = list.child_elements().map(|line| text_of(line).trim_end().to_owned());
    let text = lines.collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then(|| Block::Code {
        language: String::new(),
        text,
    })
}

fn film(div: ElementRef) -> Vec<Block> {
    let to = match div.attr("data-youtube-id") {
        Some(id) => format!("https://www.youtube.com/watch?v={id}"),
        None => return Vec::new(),
    };
    let title = tidy::words(div.attr("data-youtube-title").unwrap_or_default());
    vec![Block::Paragraph(vec![Span::link(
        &to,
        if title.is_empty() { &to } else { &title },
    )])]
}

/// Whether a link only names a member; the name stays, the page that it led to is the old forum's.
pub(super) fn is_mention(element: &Element) -> bool {
    has_class(element, "mention") || has_class(element, "mention-group")
}

/// The picture that a link opens in full, instead of its thumbnail; `None` for any other link.
pub(super) fn lightbox(link: ElementRef, to: &str) -> Option<Span> {
    if !has_class(link.value(), "lightbox") {
        return None;
    }
    let thumbnail = link.descendent_elements().find(|inner| inner.value().name() == "img")?;
    let alt = tidy::words(thumbnail.attr("alt").unwrap_or_default());
    Some(Span::Image {
        from: to.to_owned(),
        alt,
        title: String::new(),
    })
}

/// What stands around the content of a post only on Discourse's own pages.
pub(super) fn is_decoration(element: &Element) -> bool {
    match element.name() {
        "div" => has_class(element, "meta") || has_class(element, "quote-controls"),
        "img" => has_class(element, "avatar") || has_class(element, "site-icon"),
        "a" => has_class(element, "anchor"),
        _ => false,
    }
}

/// Whether a block is the caption within a link around a picture, which does not make the link a block.
pub(super) fn is_caption(element: &Element) -> bool {
    has_class(element, "meta") || has_class(element, "lightbox-wrapper")
}

fn has_class(element: &Element, class: &str) -> bool {
    element
        .attr("class")
        .is_some_and(|classes| classes.split_ascii_whitespace().any(|one| one == class))
}
