//! What changed between two revisions.

use maud::{Markup, html};

use super::Pen;

/// A run of text inside a line; `changed` when it is what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffPiece {
    /// The text.
    pub text: String,
    /// Whether this run differs from the other revision.
    pub changed: bool,
}

/// One line of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffLine {
    /// The line is in both revisions.
    Same(String),
    /// The line came with the newer revision.
    Added(Vec<DiffPiece>),
    /// The line went with the newer revision.
    Removed(Vec<DiffPiece>),
    /// So many lines that are the same were left out.
    Skipped(i64),
}

/// A comparison line by line, with signs to see and words to hear.
pub fn diff_view(pen: &Pen<'_>, label: &str, lines: &[DiffLine]) -> Markup {
    html! {
        div.diff role="group" aria-label=(label) {
            @for line in lines {
                @match line {
                    DiffLine::Same(text) => { p dir="auto" { (text) } }
                    DiffLine::Skipped(count) => { p.skipped { (pen.count("diff-skipped", *count)) } }
                    DiffLine::Added(pieces) => {
                        ins dir="auto" {
                            span.unseen { (pen.say("diff-added")) " " }
                            @for piece in pieces { (changed_piece(piece)) }
                        }
                    }
                    DiffLine::Removed(pieces) => {
                        del dir="auto" {
                            span.unseen { (pen.say("diff-removed")) " " }
                            @for piece in pieces { (changed_piece(piece)) }
                        }
                    }
                }
            }
        }
    }
}

fn changed_piece(piece: &DiffPiece) -> Markup {
    html! {
        @if piece.changed { strong { (piece.text) } } @else { (piece.text) }
    }
}
