//! A text as what stands in it one by one: paragraphs and items of lists, their sentences, and the code that belongs to them.
//!
//! What belongs here: taking a text apart, so that its sentences can be put into another text and mean nothing there but their
//! words. What does not: which of them are worth it.

mod reading;
mod writing;

pub use reading::passages;

/// A paragraph or an item of a list, with the code that follows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// Whether it is an item of a list.
    pub is_item: bool,
    /// Its sentences; none when there is only code.
    pub sentences: Vec<Sentence>,
    /// The blocks of code behind it.
    pub code: Vec<Code>,
    /// Whether a list follows right behind it.
    pub leads_to_list: bool,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    pieces: Vec<Piece>,
}

/// A block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The name of its language; may be empty.
    pub language: String,
    /// The code, without the line break at its end.
    pub literal: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Code(String),
    Link { words: String, to: String },
}

impl Piece {
    fn words(&self) -> &str {
        match self {
            Piece::Words(words) | Piece::Code(words) | Piece::Link { words, .. } => words,
        }
    }
}

#[cfg(test)]
mod tests;
