//! Reads a page as lines, with what stands on them.

use scraper::{ElementRef, Html, Node};

use super::elements::{self, Sign};
use crate::mail::incoming::cutting::{self, Line, Mark};

/// Elements in one another beyond this depth are read as their text alone.
const DEEPEST: usize = 250;

/// Something on a line, or around lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// An element begins.
    Open(&'static str, Option<String>),
    /// It ends.
    Close(&'static str),
    /// Words.
    Text(String),
    /// A picture of the web: its address and its words.
    Picture(String, String),
    /// A rule across the page.
    Rule,
}

/// A page as it was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// What stands on them, each with the number of its line.
    pub(super) pieces: Vec<(usize, Piece)>,
}

/// Reads a page.
pub(super) fn read(page: &Html) -> Read {
    let mut walk = Walk {
        read: Read::default(),
        gap: 1,
        depth: 0,
        marks: vec![Mark::None],
        signs_from_here: false,
        pre: 0,
        cells: 0,
    };
    walk.children(page.root_element(), 0);
    walk.read
}

struct Walk {
    read: Read,
    /// How far the next words stand from the last ones: 0 on the same line, 1 on the next one, 2 after a blank one.
    gap: usize,
    depth: usize,
    marks: Vec<Mark>,
    signs_from_here: bool,
    pre: usize,
    cells: usize,
}

impl Walk {
    fn children(&mut self, parent: ElementRef, level: usize) {
        for child in parent.children() {
            match child.value() {
                Node::Text(text) => self.text(text),
                Node::Element(element) if !elements::is_hidden(element) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.child(element, level + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn child(&mut self, element: ElementRef, level: usize) {
        if level < DEEPEST {
            self.signed(element, level);
        } else {
            self.text(&element.text().collect::<String>());
        }
    }

    /// An element, with what the mail program says by it.
    fn signed(&mut self, element: ElementRef, level: usize) {
        match elements::sign(element.value()) {
            Sign::Nothing => self.element(element, level),
            Sign::Lines(mark) => {
                self.apart(1);
                self.marks.push(mark);
                self.element(element, level);
                self.marks.pop();
                self.apart(1);
            }
            Sign::SignatureBegins => {
                self.signs_from_here = true;
                self.element(element, level);
            }
            Sign::Blockquote if !self.was_attributed() => self.container("blockquote", element, level, 2),
            Sign::Quote | Sign::Blockquote => {
                self.signs_from_here = false;
                self.depth += 1;
                self.container("blockquote", element, level, 2);
                self.depth -= 1;
            }
        }
    }

    fn element(&mut self, element: ElementRef, level: usize) {
        let value = element.value();
        match value.name() {
            "br" => self.line_break(),
            "hr" => self.rule(),
            "img" => self.picture(element),
            "b" | "strong" => self.inline("strong", None, element, level),
            "i" | "em" => self.inline("em", None, element, level),
            "s" | "del" | "strike" => self.inline("s", None, element, level),
            "code" | "tt" | "samp" if self.pre == 0 => self.inline("code", None, element, level),
            "kbd" => self.inline("kbd", None, element, level),
            "a" => match value.attr("href") {
                Some(to) => self.inline("a", Some(to.trim().to_owned()), element, level),
                None => self.children(element, level),
            },
            "p" => {
                let gap = if elements::is_close(value) { 1 } else { 2 };
                self.block(gap, element, level);
            }
            "ul" => self.container("ul", element, level, 2),
            "ol" => self.container("ol", element, level, 2),
            "li" => self.container("li", element, level, 1),
            "h1" => self.container("h1", element, level, 2),
            "h2" => self.container("h2", element, level, 2),
            "h3" => self.container("h3", element, level, 2),
            "h4" => self.container("h4", element, level, 2),
            "h5" | "h6" => self.container("h5", element, level, 2),
            "pre" => self.preformatted(element, level),
            "table" if self.cells == 0 && elements::is_data(element) => self.table(element, level),
            "div" | "table" | "tr" | "td" | "th" | "tbody" | "thead" | "center" | "section" | "article" | "header"
            | "footer" | "dl" | "dt" | "dd" | "address" | "blockquote" | "form" | "figure" | "main" | "body"
            | "fieldset" | "caption" => self.block(1, element, level),
            _ => self.children(element, level),
        }
    }

    fn block(&mut self, gap: usize, element: ElementRef, level: usize) {
        self.apart(gap);
        self.children(element, level);
        self.apart(gap);
    }

    /// An element around lines, which stays one.
    fn container(&mut self, name: &'static str, element: ElementRef, level: usize, gap: usize) {
        let gap = if self.cells > 0 { 0 } else { gap };
        self.apart(gap);
        self.push(Piece::Open(name, None));
        self.children(element, level);
        self.push(Piece::Close(name));
        self.apart(gap);
    }

    fn inline(&mut self, name: &'static str, to: Option<String>, element: ElementRef, level: usize) {
        self.push(Piece::Open(name, to));
        self.children(element, level);
        self.push(Piece::Close(name));
    }

    fn preformatted(&mut self, element: ElementRef, level: usize) {
        // A whole message in such an element was plain text once: its lines are no code.
        let is_whole = element
            .parent()
            .and_then(ElementRef::wrap)
            .is_some_and(|parent| parent.value().name() == "body" && parent.child_elements().count() == 1);
        let value = element.value();
        let is_plain =
            is_whole || value.attr("wrap").is_some() || value.attr("class").is_some_and(|class| class.contains("moz-"));
        self.pre += 1;
        if is_plain {
            self.block(2, element, level);
        } else {
            self.container("pre", element, level, 2);
        }
        self.pre -= 1;
    }

    fn table(&mut self, table: ElementRef, level: usize) {
        self.apart(2);
        self.push(Piece::Open("table", None));
        let rows = table.descendent_elements().filter(|inner| inner.value().name() == "tr");
        for row in rows {
            self.apart(1);
            self.push(Piece::Open("tr", None));
            self.cells += 1;
            for cell in row.child_elements() {
                self.push(Piece::Open("td", None));
                self.children(cell, level);
                self.text(" ");
                self.push(Piece::Close("td"));
            }
            self.cells -= 1;
            self.push(Piece::Close("tr"));
        }
        self.push(Piece::Close("table"));
        self.apart(2);
    }

    fn rule(&mut self) {
        self.apart(1);
        self.begin_line();
        if let Some(line) = self.read.lines.last_mut() {
            line.text.push_str("____");
        }
        self.push(Piece::Rule);
        self.apart(1);
    }

    fn picture(&mut self, element: ElementRef) {
        if let Some((from, alt)) = elements::picture(element.value()) {
            self.begin_line();
            if let Some(line) = self.read.lines.last_mut() {
                line.text.push('\u{1F5BC}');
            }
            self.push(Piece::Picture(from.to_owned(), alt.to_owned()));
        } else if let Some(alt) = element.attr("alt").filter(|alt| alt.chars().count() <= 2) {
            // Small pictures that stand for a sign.
            self.text(alt);
        }
    }

    fn line_break(&mut self) {
        if self.cells > 0 {
            self.text(" ");
        } else {
            self.gap = (self.gap + 1).min(2);
        }
    }

    fn apart(&mut self, gap: usize) {
        if self.cells > 0 && gap > 0 {
            self.text(" ");
        } else {
            self.gap = self.gap.max(gap);
        }
    }

    fn text(&mut self, text: &str) {
        if self.pre > 0 {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.line_break();
                }
                self.words(line);
            }
            return;
        }
        let mut collapsed = String::with_capacity(text.len());
        for character in text.chars() {
            let is_space = matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0C');
            if !is_space {
                collapsed.push(character);
            } else if !collapsed.ends_with(' ') {
                collapsed.push(' ');
            }
        }
        let at_start = self.gap > 0 || self.read.lines.last().is_none_or(|line| line.text.is_empty());
        let words = if at_start {
            collapsed.trim_start_matches(' ')
        } else {
            &collapsed
        };
        self.words(words);
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.begin_line();
        if let Some(line) = self.read.lines.last_mut() {
            line.text.push_str(words);
        }
        self.push(Piece::Text(words.to_owned()));
    }

    fn begin_line(&mut self) {
        if self.gap == 0 && !self.read.lines.is_empty() {
            return;
        }
        let inherited = *self.marks.last().unwrap_or(&Mark::None);
        let mark = if inherited == Mark::None && self.signs_from_here {
            Mark::Signature
        } else {
            inherited
        };
        if self.gap > 1 && !self.read.lines.is_empty() {
            self.read.lines.push(Line {
                depth: self.depth,
                mark,
                ..Line::default()
            });
        }
        self.read.lines.push(Line {
            depth: self.depth,
            mark,
            ..Line::default()
        });
        self.gap = 0;
        // What was opened before its first words belongs to their line.
        let line = self.read.lines.len() - 1;
        for (number, piece) in self.read.pieces.iter_mut().rev() {
            match piece {
                Piece::Open(..) => *number = line,
                _ => break,
            }
        }
    }

    fn push(&mut self, piece: Piece) {
        let line = self.read.lines.len().saturating_sub(1);
        self.read.pieces.push((line, piece));
    }

    /// Whether the last words say who is quoted next.
    fn was_attributed(&self) -> bool {
        let lines = &self.read.lines;
        let last = lines.iter().rev().take(3).position(|line| !line.text.trim().is_empty());
        last.is_some_and(|back| cutting::ends_in_attribution(lines.get(..lines.len() - back).unwrap_or_default()))
    }
}
