//! A sentence as plain words, and as Markdown that means nothing but its words, its code and its links.

use super::{Code, Piece, Sentence};
use crate::text::html::escape::{self, Place};

impl Sentence {
    /// Its words in one line.
    pub fn plain(&self) -> String {
        self.pieces
            .iter()
            .map(Piece::words)
            .collect::<String>()
            .trim()
            .to_owned()
    }

    /// Whether it says something besides code and links.
    pub fn has_words(&self) -> bool {
        let words = self.pieces.iter().filter(|piece| matches!(piece, Piece::Words(_)));
        words.flat_map(|piece| piece.words().chars()).any(char::is_alphabetic)
    }

    /// Whether there is code or a link in it.
    pub fn has_more_than_words(&self) -> bool {
        self.pieces.iter().any(|piece| !matches!(piece, Piece::Words(_)))
    }

    /// The addresses to which it leads.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Link { to, .. } => Some(to.as_str()),
            _ => None,
        })
    }

    /// As Markdown of one line, that may stand at the beginning of a line.
    pub fn markdown(&self) -> String {
        self.written(false)
    }

    /// As Markdown that may stand in a cell of a table.
    pub fn cell(&self) -> String {
        self.written(true)
    }

    fn written(&self, in_table: bool) -> String {
        let mut output = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Words(words) => {
                    let next = self.pieces.get(at + 1).map(|next| match next {
                        Piece::Code(_) => '`',
                        _ => '[',
                    });
                    let place = Place {
                        begins_line: output.is_empty(),
                        in_table,
                        in_link: false,
                        after: next,
                    };
                    escape::text(words, place, &mut output);
                }
                Piece::Code(code) if code.trim().is_empty() => {}
                Piece::Code(code) => escape::code(code, in_table, &mut output),
                Piece::Link { words, to } => link(words, to, in_table, &mut output),
            }
        }
        output.trim().to_owned()
    }

    /// Without so many bytes of its plain words, unless they end within code or a link.
    pub fn without_beginning(&self, bytes: usize) -> Sentence {
        let mut rest = bytes;
        let mut pieces = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) if rest > 0 => {
                    let kept = words.get(rest..).unwrap_or_default();
                    rest = rest.saturating_sub(words.len());
                    if rest == 0 {
                        pieces.push(Piece::Words(begun_large(kept)));
                    }
                }
                other if rest > 0 => rest = rest.saturating_sub(other.words().len()),
                other => pieces.push(other.clone()),
            }
        }
        Sentence { pieces }
    }
}

/// With a capital at the beginning, as a sentence has it.
fn begun_large(words: &str) -> String {
    let mut letters = words.trim_start().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A link where it leads somewhere; where its address is of another kind, its words.
fn link(words: &str, to: &str, in_table: bool, output: &mut String) {
    let leads_out = to.starts_with("http://") || to.starts_with("https://");
    let leads_on = to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\");
    if words == to && escape::is_plain_address(to) {
        output.push_str(&format!("<{to}>"));
        return;
    }
    let place = Place {
        begins_line: output.is_empty(),
        in_table,
        in_link: true,
        after: Some(']'),
    };
    if !leads_out && !leads_on {
        escape::text(words, place, output);
        return;
    }
    output.push('[');
    escape::text(words, place, output);
    output.push_str("](");
    escape::destination(to, "", output);
    output.push(')');
}

impl Code {
    /// As a block of Markdown, its lines set in by so many blanks.
    pub fn markdown(&self, indent: usize) -> String {
        let fence = "`".repeat(escape::fence_length(&self.literal));
        let lines = [format!("{fence}{}", self.language)]
            .into_iter()
            .chain(self.literal.lines().map(str::to_owned))
            .chain([fence.clone()]);
        let blanks = " ".repeat(indent);
        let set_in = lines.map(|line| {
            if line.is_empty() {
                line
            } else {
                format!("{blanks}{line}")
            }
        });
        set_in.collect::<Vec<_>>().join("\n")
    }
}
