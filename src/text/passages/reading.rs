//! Markdown is taken apart: quotations, headings, pictures, tables and what is struck out stay behind.

use std::ops::Range;

use comrak::nodes::NodeValue;
use comrak::{Arena, Node};

use super::{Code, Passage, Piece, Sentence};
use crate::text::{markdown, sentences};

/// The passages of a text, in order; none of a text that nests beyond reason.
pub fn passages(markdown: &str) -> Vec<Passage> {
    let arena = Arena::new();
    let mut read = Read::default();
    if let Some(document) = markdown::parse_body(&arena, markdown) {
        read.blocks(document);
    }
    read.passages
        .retain(|passage| !passage.sentences.is_empty() || !passage.code.is_empty());
    read.passages
}

#[derive(Default)]
struct Read {
    passages: Vec<Passage>,
}

impl Read {
    fn blocks(&mut self, parent: Node) {
        for node in parent.children() {
            match &node.data().value {
                NodeValue::Paragraph => self.passages.push(Passage {
                    sentences: sentences_of(node),
                    leads_to_list: is_list(node.next_sibling()),
                    ..Passage::default()
                }),
                NodeValue::List(_) => node.children().for_each(|item| self.item(item)),
                NodeValue::CodeBlock(block) => self.code(&block.info, &block.literal),
                _ => {}
            }
        }
    }

    /// The paragraphs of an item are one passage; what is nested in it are passages of their own.
    fn item(&mut self, item: Node) {
        let here = self.passages.len();
        self.passages.push(Passage {
            is_item: true,
            ..Passage::default()
        });
        for node in item.children() {
            match &node.data().value {
                NodeValue::Paragraph => {
                    let sentences = sentences_of(node);
                    if let Some(passage) = self.passages.get_mut(here) {
                        passage.sentences.extend(sentences);
                        passage.leads_to_list = is_list(node.next_sibling());
                    }
                }
                NodeValue::List(_) => node.children().for_each(|item| self.item(item)),
                NodeValue::CodeBlock(block) => self.code(&block.info, &block.literal),
                _ => {}
            }
        }
    }

    fn code(&mut self, information: &str, literal: &str) {
        let language = information
            .split(|sign: char| sign.is_whitespace() || sign == ',')
            .next();
        let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "+#._-".contains(sign);
        let code = Code {
            language: language
                .unwrap_or_default()
                .chars()
                .filter(|sign| is_plain(*sign))
                .collect(),
            literal: literal.trim_end().to_owned(),
        };
        match self.passages.last_mut() {
            Some(passage) => passage.code.push(code),
            None => self.passages.push(Passage {
                code: vec![code],
                ..Passage::default()
            }),
        }
    }
}

fn is_list(node: Option<Node>) -> bool {
    node.is_some_and(|node| matches!(node.data().value, NodeValue::List(_)))
}

fn sentences_of(paragraph: Node) -> Vec<Sentence> {
    let mut pieces = Vec::new();
    gather(paragraph, &mut pieces);
    let masked = masked(&pieces);
    let cut = sentences::ranges(&masked).map(|range| Sentence {
        pieces: cut(&pieces, &range),
    });
    cut.filter(|sentence| sentence.plain().chars().any(char::is_alphanumeric))
        .collect()
}

fn gather(parent: Node, pieces: &mut Vec<Piece>) {
    for node in parent.children() {
        match &node.data().value {
            NodeValue::Text(text) => push(pieces, text),
            NodeValue::Code(code) => pieces.push(Piece::Code(one_line(&code.literal))),
            NodeValue::SoftBreak | NodeValue::LineBreak => push(pieces, "\n"),
            NodeValue::HtmlInline(tag) if tag.starts_with("<br") => push(pieces, "\n"),
            NodeValue::HtmlInline(_) | NodeValue::Image(_) | NodeValue::Strikethrough => push(pieces, " "),
            NodeValue::FootnoteReference(_) => {}
            NodeValue::Link(link) => {
                let words = words_of(node);
                if !words.is_empty() {
                    pieces.push(Piece::Link {
                        words,
                        to: link.url.to_string(),
                    });
                }
            }
            _ => gather(node, pieces),
        }
    }
}

/// The words of a link, whatever they look like.
fn words_of(link: Node) -> String {
    let mut pieces = Vec::new();
    gather(link, &mut pieces);
    let words: String = pieces.iter().map(Piece::words).collect();
    one_line(&words)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push(pieces: &mut Vec<Piece>, words: &str) {
    if let Some(Piece::Words(before)) = pieces.last_mut() {
        before.push_str(words);
    } else {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

/// The text with letters in place of what no sentence ends in: code and links.
fn masked(pieces: &[Piece]) -> String {
    let mut masked = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => masked.push_str(words),
            Piece::Code(words) | Piece::Link { words, .. } => masked.extend(std::iter::repeat_n('x', words.len())),
        }
    }
    masked
}

/// What of the pieces lies between two places; no place lies within code or a link.
fn cut(pieces: &[Piece], range: &Range<usize>) -> Vec<Piece> {
    let mut kept = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let (from, to) = (at, at + piece.words().len());
        at = to;
        let (begin, end) = (range.start.max(from), range.end.min(to));
        if begin < end {
            kept.push(match piece {
                Piece::Words(words) => {
                    let words = words.get(begin - from..end - from).unwrap_or_default();
                    Piece::Words(joined(words))
                }
                other => other.clone(),
            });
        }
    }
    kept
}

/// Words with one blank wherever there was white space, at their ends too.
fn joined(words: &str) -> String {
    let mut joined = String::with_capacity(words.len());
    for sign in words.chars() {
        let is_blank = sign.is_whitespace() || sign.is_control();
        if !is_blank {
            joined.push(sign);
        } else if !joined.ends_with(' ') {
            joined.push(' ');
        }
    }
    joined
}
