//! Colours for code: comments, strings, numbers, keywords and names of types, found by one pass over the text.
//!
//! This is no parser and wants to be none: a reader finds their way by what is a comment and what is a string. The crates
//! of the field (syntect was measured) compile about 5 MB of regular expressions for each language that somebody ever
//! uses, and backtrack over whatever is posted; this keeps nothing, and its time grows with the length of the text only.

mod languages;
mod markup;
mod scan;
mod table;
#[cfg(test)]
mod tests;

use languages::{Kind, Language};

/// A block with more bytes is a log or a file: it is shown without colours.
const LONGEST_BLOCK: usize = 20_000;
/// A line with more bytes was made by a machine.
const LONGEST_LINE: usize = 2_000;

/// What a stretch of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Comment,
    Text,
    Number,
    Keyword,
    Name,
    Added,
    Removed,
}

impl Token {
    /// Every kind.
    #[cfg(test)]
    pub(super) const ALL: [Token; 7] = [
        Token::Comment,
        Token::Text,
        Token::Number,
        Token::Keyword,
        Token::Name,
        Token::Added,
        Token::Removed,
    ];

    /// The class that the style sheet gives a colour.
    pub(super) fn class(self) -> &'static str {
        match self {
            Token::Comment => "code-comment",
            Token::Text => "code-text",
            Token::Number => "code-number",
            Token::Keyword => "code-keyword",
            Token::Name => "code-name",
            Token::Added => "code-added",
            Token::Removed => "code-removed",
        }
    }
}

/// Whether this is one of the classes of [`Token`].
pub(super) fn is_class(value: &str) -> bool {
    matches!(
        value,
        "code-comment" | "code-text" | "code-number" | "code-keyword" | "code-name" | "code-added" | "code-removed"
    )
}

/// A stretch of code; what is nothing in particular has no token.
pub(super) type Piece<'code> = (Option<Token>, &'code str);

/// The pieces of a block, which together are the whole block; `None` when its language is not known or it is too long.
pub(super) fn pieces<'code>(language: &str, code: &'code str) -> Option<Vec<Piece<'code>>> {
    if code.len() > LONGEST_BLOCK || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let language = Language::named(language)?;
    Some(match language.kind {
        Kind::Words => scan::words(language, code),
        Kind::Markup => markup::pieces(code),
        Kind::Difference => code.split_inclusive('\n').map(line_of_difference).collect(),
    })
}

fn line_of_difference(line: &str) -> Piece<'_> {
    let token = match line.as_bytes().first() {
        _ if line.starts_with("+++") || line.starts_with("---") || line.starts_with("diff ") => Some(Token::Keyword),
        Some(b'+' | b'>') => Some(Token::Added),
        Some(b'-' | b'<') => Some(Token::Removed),
        Some(b'@') => Some(Token::Name),
        _ => None,
    };
    (token, line)
}

/// Collects pieces; neighbours of one kind become one.
struct Pieces<'code> {
    code: &'code str,
    found: Vec<Piece<'code>>,
    /// Where the plain text that is not yet collected begins.
    plain: usize,
}

impl<'code> Pieces<'code> {
    fn of(code: &'code str) -> Self {
        Self {
            code,
            found: Vec::new(),
            plain: 0,
        }
    }

    /// Takes `start..end` as this token; what lies before it is plain.
    fn take(&mut self, token: Token, start: usize, end: usize) {
        self.plain_until(start);
        if let Some(text) = self.code.get(start..end).filter(|text| !text.is_empty()) {
            self.found.push((Some(token), text));
            self.plain = end;
        }
    }

    fn plain_until(&mut self, end: usize) {
        if let Some(text) = self.code.get(self.plain..end).filter(|text| !text.is_empty()) {
            self.found.push((None, text));
            self.plain = end;
        }
    }

    fn whole(mut self) -> Vec<Piece<'code>> {
        self.plain_until(self.code.len());
        self.found
    }
}
