//! Elements to blocks. What stands within a line is read in `inline`.

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::inline::{push_text, span, spans, text_of};
use super::tree::{Block, Span};
use super::{discourse, tidy};

/// Elements inside one another beyond this depth are read as their text alone.
pub(super) const DEEPEST: usize = 60;

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
    let level = match element.value().name() {
        "h1" => 1,
        "h2" => 2,
        "h3" => 3,
        "h4" => 4,
        "h5" => 5,
        _ => 6,
    };
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

pub(super) fn is_block(name: &str) -> bool {
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
