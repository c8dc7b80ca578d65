//! Elements to spans: emphasis, code, links, pictures.

use scraper::node::Element;
use scraper::{ElementRef, Node};

use super::read::{DEEPEST, is_block, is_left_out};
use super::tree::{Span, Style};
use super::{discourse, emoji, tidy};

/// Reads what an element contains as spans, blocks within it as lines.
pub(super) fn spans(parent: ElementRef, depth: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    for child in parent.children() {
        match child.value() {
            Node::Text(text) => spans.push(tidy::collapsed(text)),
            Node::Element(_) => {
                if let Some(element) = ElementRef::wrap(child) {
                    span(element, depth + 1, &mut spans);
                }
            }
            _ => {}
        }
    }
    spans
}

/// Reads one element.
pub(super) fn span(element: ElementRef, depth: usize, into: &mut Vec<Span>) {
    let value = element.value();
    if is_left_out(value) {
        return;
    }
    if depth >= DEEPEST {
        into.push(tidy::collapsed(&text_of(element)));
        return;
    }
    if let Some(style) = style(value) {
        into.push(Span::Styled(style, spans(element, depth)));
        return;
    }
    match value.name() {
        "br" => into.push(Span::Break),
        "code" | "tt" | "samp" => into.push(Span::Code(text_of(element))),
        "a" => link(element, depth, into),
        "img" => into.extend(image(element)),
        "iframe" | "embed" | "video" | "audio" => into.extend(embedded(element)),
        "input" => into.extend(checkbox(value)),
        name => {
            let stands_alone = is_block(name);
            if stands_alone {
                into.push(Span::Break);
            }
            into.extend(spans(element, depth));
            if stands_alone {
                into.push(Span::Break);
            }
        }
    }
}

fn style(element: &Element) -> Option<Style> {
    match element.name() {
        "em" | "i" => Some(Style::Emphasis),
        "strong" | "b" => Some(Style::Strong),
        "s" | "del" | "strike" => Some(Style::Struck),
        "kbd" => Some(Style::Key),
        "sub" => Some(Style::Below),
        "sup" => Some(Style::Above),
        "span" => match element.attr("class")? {
            "bbcode-b" => Some(Style::Strong),
            "bbcode-i" => Some(Style::Emphasis),
            "bbcode-s" => Some(Style::Struck),
            _ => None,
        },
        _ => None,
    }
}

fn link(element: ElementRef, depth: usize, into: &mut Vec<Span>) {
    let inner = spans(element, depth);
    let to = element.attr("href").map(str::trim).unwrap_or_default();
    if discourse::is_mention(element.value()) || !may_be_linked(to) {
        into.extend(inner);
    } else if let Some(picture) = discourse::lightbox(element, to) {
        into.push(picture);
    } else {
        let title = element.attr("title").unwrap_or_default();
        into.push(Span::Link {
            to: to.to_owned(),
            title: tidy::words(title),
            spans: inner,
        });
    }
}

/// Whether an address is one that a post may lead to: the web, a mailbox, or a page of the forum itself.
pub(super) fn may_be_linked(address: &str) -> bool {
    match address.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if address.as_bytes().get(scheme.len()) == Some(&b':') => ["http", "https", "mailto"]
            .iter()
            .any(|allowed| scheme.eq_ignore_ascii_case(allowed)),
        _ => !address.is_empty(),
    }
}

fn image(element: ElementRef) -> Option<Span> {
    let value = element.value();
    if value.classes().any(|class| class == "emoji") {
        let name = value.attr("alt").or(value.attr("title")).unwrap_or_default();
        return Some(Span::Text(emoji::of(name)));
    }
    let from = value.attr("src").map(str::trim).unwrap_or_default();
    may_be_linked(from).then(|| Span::Image {
        from: from.to_owned(),
        alt: tidy::words(value.attr("alt").unwrap_or_default()),
        title: tidy::words(value.attr("title").unwrap_or_default()),
    })
}

/// An embedded page, film or sound becomes a link to it.
fn embedded(element: ElementRef) -> Option<Span> {
    let own = element.attr("src");
    let source = element.descendent_elements().find_map(|inner| inner.attr("src"));
    let from = own.or(source).map(str::trim).filter(|from| may_be_linked(from))?;
    let title = tidy::words(element.attr("title").unwrap_or_default());
    Some(Span::link(from, if title.is_empty() { from } else { &title }))
}

fn checkbox(element: &Element) -> Option<Span> {
    let is_checkbox = element.attr("type") == Some("checkbox");
    is_checkbox.then(|| {
        Span::text(if element.attr("checked").is_some() {
            "☑ "
        } else {
            "☐ "
        })
    })
}

/// The text of an element as it stands, with its line breaks.
pub(super) fn text_of(element: ElementRef) -> String {
    let mut text = String::new();
    push_text(element, &mut text);
    text
}

/// Adds the text of an element, and what describes the pictures in it.
pub(super) fn push_text(element: ElementRef, text: &mut String) {
    for node in element.descendants() {
        match node.value() {
            Node::Text(part) => text.push_str(part),
            Node::Element(inner) if inner.name() == "br" => {
                // Older forums write `<br>` and a line feed for one line break inside `<pre>`.
                let followed = node
                    .next_sibling()
                    .is_some_and(|next| next.value().as_text().is_some_and(|text| text.starts_with('\n')));
                if !followed {
                    text.push('\n');
                }
            }
            Node::Element(inner) if inner.name() == "img" => text.push_str(inner.attr("alt").unwrap_or_default()),
            _ => {}
        }
    }
}
