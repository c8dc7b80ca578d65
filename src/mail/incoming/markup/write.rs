//! Writes the lines that are kept as plain HTML.

use super::walk::{Piece, Read};

/// Elements whose content begins a line of its own.
const CONTAINERS: &[&str] = &[
    "blockquote",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "pre",
    "table",
    "tr",
    "td",
];

/// The kept lines of a page.
pub(super) fn html(read: &Read, kept: &[bool]) -> String {
    let mut writer = Writer {
        output: String::new(),
        last: None,
        in_pre: false,
        cells: 0,
    };
    for (line, piece) in &read.pieces {
        let is_kept = kept.get(*line).copied().unwrap_or_default();
        match piece {
            Piece::Open(name, to) => writer.open(name, to.as_deref()),
            Piece::Close(name) => writer.close(name),
            Piece::Text(text) if is_kept => {
                let is_blank = read.lines.get(*line).is_none_or(|line| line.text.trim().is_empty());
                if !is_blank {
                    writer.text(*line, text);
                }
            }
            Piece::Picture(from, alt) if is_kept => writer.picture(*line, from, alt),
            Piece::Rule if is_kept => {
                writer.output.push_str("<hr>");
                writer.last = None;
            }
            _ => {}
        }
    }
    writer.output
}

struct Writer {
    output: String,
    /// The line of the last words within the present container.
    last: Option<usize>,
    in_pre: bool,
    cells: usize,
}

impl Writer {
    fn open(&mut self, name: &str, to: Option<&str>) {
        self.output.push('<');
        self.output.push_str(name);
        if let Some(to) = to {
            self.output.push_str(" href=\"");
            self.attribute(to);
            self.output.push('"');
        }
        self.output.push('>');
        self.turn(name, true);
    }

    fn close(&mut self, name: &str) {
        self.output.push_str("</");
        self.output.push_str(name);
        self.output.push('>');
        self.turn(name, false);
    }

    fn turn(&mut self, name: &str, is_opened: bool) {
        if CONTAINERS.contains(&name) {
            self.last = None;
        }
        match name {
            "pre" => self.in_pre = is_opened,
            "td" => self.cells = usize::from(is_opened),
            _ => {}
        }
    }

    fn text(&mut self, line: usize, text: &str) {
        self.begin(line);
        for character in text.chars() {
            match character {
                '<' => self.output.push_str("&lt;"),
                '>' => self.output.push_str("&gt;"),
                '&' => self.output.push_str("&amp;"),
                '\u{A0}' => self.output.push(' '),
                other => self.output.push(other),
            }
        }
    }

    fn picture(&mut self, line: usize, from: &str, alt: &str) {
        self.begin(line);
        self.output.push_str("<img src=\"");
        self.attribute(from);
        self.output.push_str("\" alt=\"");
        self.attribute(alt);
        self.output.push_str("\">");
    }

    fn begin(&mut self, line: usize) {
        let breaks = match self.last {
            Some(last) if self.cells == 0 => line.saturating_sub(last).min(2),
            _ => 0,
        };
        for _ in 0..breaks {
            self.output.push_str(if self.in_pre { "\n" } else { "<br>" });
        }
        self.last = Some(line);
    }

    fn attribute(&mut self, value: &str) {
        for character in value.chars() {
            match character {
                '"' => self.output.push_str("&quot;"),
                '&' => self.output.push_str("&amp;"),
                '<' => self.output.push_str("&lt;"),
                other => self.output.push(other),
            }
        }
    }
}
