//! Elements to blocks and spans.

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::tree::{Block, Span, Style};
use super::{discourse, emoji, tidy};

/// Elements inside one another beyond this depth are read as their text alone.
const DEEPEST: usize = 60;

/// Reads a whole post.
pub(super) fn read(page: &Html) -> Vec<Block> {
    children(page.root_element(), 0)
}

/// Reads what an element contains as blocks; loose text between blocks becomes paragraphs.
pub(super) fn children(parent: ElementRef, depth: usize) -> Vec<Block> {
    let mut reader = Reader {
        blocks: Vec::new(),
        loose: Vec::new(),
        depth,
    };
    reader.read_children(parent);
    reader.finish()
}

struct Reader {
    blocks: Vec<Block>,
    loose: Vec<Span>,
    depth: usize,
}

impl Reader {
    fn read_children(&mut self, parent: ElementRef) {
        for child in parent.children() {
            match child.value() {
                Node::Text(text) => self.loose.push(tidy::collapsed(text)),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.read_element(element);
                    }
                }
                _ => {}
            }
        }
    }

    fn read_element(&mut self, element: ElementRef) {
        if is_left_out(element.value()) {
            return;
        }
        if self.depth >= DEEPEST {
            self.loose.push(tidy::collapsed(&text_of(element)));
            return;
        }
        self.depth += 1;
        if let Some(blocks) = discourse::blocks(element, self.depth) {
            self.push_all(blocks);
        } else if is_block(element.value().name()) {
            self.read_block(element);
        } else if contains_block(element) {
            // `<a><div>` and the like: Markdown has no link around blocks.
            self.flush();
            self.read_children(element);
            self.flush();
        } else {
            span(element, self.depth, &mut self.loose);
        }
        self.depth -= 1;
    }

    fn read_block(&mut self, element: ElementRef) {
        self.flush();
        let depth = self.depth;
        let block = match element.value().name() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(heading(element, depth)),
            "pre" => code(element),
            "blockquote" => Some(Block::Quote(children(element, depth))),
            "ul" => Some(Block::List {
                start: None,
                items: items(element, depth),
            }),
            "ol" => Some(Block::List {
                start: Some(first_number(element)),
                items: items(element, depth),
            }),
            "table" => Some(Block::Table(rows(element, depth))),
            "details" => Some(details(element, depth)),
            "hr" => Some(Block::Rule),
            _ => {
                self.read_children(element);
                self.flush();
                None
            }
        };
        self.blocks.extend(block.filter(has_content));
    }

    fn push_all(&mut self, blocks: Vec<Block>) {
        self.flush();
        self.blocks.extend(blocks);
    }

    fn flush(&mut self) {
        let paragraphs = tidy::paragraphs(std::mem::take(&mut self.loose));
        self.blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }
}

fn heading(element: ElementRef, depth: usize) -> Block {
    let level = element
        .value()
        .name()
        .bytes()
        .nth(1)
        .map_or(1, |digit| usize::from(digit.saturating_sub(b'0')));
    Block::Heading {
        level,
        spans: tidy::line(spans(element, depth)),
    }
}

fn code(pre: ElementRef) -> Option<Block> {
    let inner = pre.child_elements().find(|child| child.value().name() == "code");
    let language = [inner, Some(pre)]
        .into_iter()
        .flatten()
        .find_map(|element| language(element.value()));
    let mut text = String::new();
    push_text(
        inner.filter(|_| pre.child_elements().count() == 1).unwrap_or(pre),
        &mut text,
    );
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    (!text.trim().is_empty()).then(|| Block::Code {
        language: language.unwrap_or_default(),
        text,
    })
}

/// Answers the language of a code block, from `lang-x` or `language-x`, or a bare word as older forums write it.
fn language(element: &Element) -> Option<String> {
    element
        .classes()
        .map(|class| {
            class
                .strip_prefix("lang-")
                .or_else(|| class.strip_prefix("language-"))
                .unwrap_or(class)
        })
        .find(|word| {
            !matches!(
                *word,
                "auto" | "nohighlight" | "none" | "hljs" | "prettyprint" | "onebox" | "content"
            ) && !word.starts_with("prettyprint")
                && !word.starts_with("snippet")
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'#' | b'-'))
        })
        .map(str::to_ascii_lowercase)
}

fn items(list: ElementRef, depth: usize) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    for child in list.children() {
        if let Some(element) = ElementRef::wrap(child) {
            let is_item = element.value().name() == "li";
            let mut reader = Reader {
                blocks: Vec::new(),
                loose: Vec::new(),
                depth,
            };
            if is_item && depth < DEEPEST {
                reader.read_children(element);
            } else {
                reader.read_element(element);
            }
            items.push(reader.finish());
        } else if let Node::Text(text) = child.value() {
            items.push(
                tidy::paragraphs(vec![tidy::collapsed(text)])
                    .into_iter()
                    .map(Block::Paragraph)
                    .collect(),
            );
        }
    }
    items.retain(|item: &Vec<Block>| !item.is_empty());
    items
}

fn first_number(list: ElementRef) -> u32 {
    let start = list.attr("start").and_then(|start| start.trim().parse::<u32>().ok());
    start.unwrap_or(1).min(999_999_999)
}

fn rows(table: ElementRef, depth: usize) -> Vec<Vec<Vec<Span>>> {
    let mut rows = Vec::new();
    let mut loose = Vec::new();
    for part in table.child_elements() {
        match part.value().name() {
            "tr" => rows.push(cells(part, depth)),
            "thead" | "tbody" | "tfoot" => rows.extend(part.child_elements().map(|row| cells(row, depth))),
            _ => loose.push(vec![tidy::line(spans(part, depth))]),
        }
    }
    loose.append(&mut rows);
    loose.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    loose
}

fn cells(row: ElementRef, depth: usize) -> Vec<Vec<Span>> {
    row.child_elements()
        .map(|cell| tidy::lines(spans(cell, depth)))
        .collect()
}

fn details(element: ElementRef, depth: usize) -> Block {
    let mut summary = Vec::new();
    let mut reader = Reader {
        blocks: Vec::new(),
        loose: Vec::new(),
        depth,
    };
    for child in element.children() {
        match ElementRef::wrap(child) {
            Some(inner) if inner.value().name() == "summary" => summary.extend(spans(inner, depth)),
            Some(inner) => reader.read_element(inner),
            None => {
                if let Node::Text(text) = child.value() {
                    reader.loose.push(tidy::collapsed(text));
                }
            }
        }
    }
    Block::Details {
        summary: tidy::line(summary),
        blocks: reader.finish(),
    }
}

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

fn span(element: ElementRef, depth: usize, into: &mut Vec<Span>) {
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

fn push_text(element: ElementRef, text: &mut String) {
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
            _ => {}
        }
    }
}

fn contains_block(element: ElementRef) -> bool {
    element.descendent_elements().skip(1).any(|inner| {
        (is_block(inner.value().name()) && !discourse::is_caption(inner.value()))
            || discourse::is_special(inner.value())
    })
}

/// What no reader of the post sees, or what only the page that it came from needs.
pub(super) fn is_left_out(element: &Element) -> bool {
    matches!(
        element.name(),
        "script" | "style" | "template" | "svg" | "head" | "title" | "noscript" | "math" | "source" | "track"
    ) || discourse::is_decoration(element)
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

fn has_content(block: &Block) -> bool {
    match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => !spans.is_empty(),
        Block::Code { text, .. } => !text.is_empty(),
        Block::Quote(blocks) => !blocks.is_empty(),
        Block::List { items, .. } => !items.is_empty(),
        Block::Table(rows) => !rows.is_empty(),
        Block::Details { summary, blocks } => !summary.is_empty() || !blocks.is_empty(),
        Block::Rule => true,
    }
}
