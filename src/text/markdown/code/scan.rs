//! Languages made of words, strings and comments.

use super::languages::{Language, Text};
use super::{Piece, Pieces, Token};

/// The pieces of code in such a language.
pub(super) fn words<'code>(language: &Language, code: &'code str) -> Vec<Piece<'code>> {
    let mut pieces = Pieces::of(code);
    let mut at = 0;
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        let (token, length) = next(language, rest, language.keys.is_some() && is_line_start(code, at));
        if let Some(token) = token {
            pieces.take(token, at, at + length);
        }
        at += length;
    }
    pieces.whole()
}

/// Whether nothing but white space (and the dash of a list) stands before this place in its line.
fn is_line_start(code: &str, at: usize) -> bool {
    let before = code.get(..at).unwrap_or_default();
    // Long runs of blanks would be read again and again.
    let mut blanks = before
        .chars()
        .rev()
        .take(80)
        .skip_while(|c| matches!(c, ' ' | '\t' | '-'));
    blanks.next().map_or(at < 80, |before| before == '\n')
}

/// What the code begins with, and how many bytes of it that is; at least one character.
fn next(language: &Language, rest: &str, is_line_start: bool) -> (Option<Token>, usize) {
    let Some(first) = rest.chars().next() else {
        return (None, rest.len());
    };
    if let Some(length) = comment(language, rest) {
        return (Some(Token::Comment), length);
    }
    if let Some(length) = language.texts.iter().find_map(|text| string(text, rest)) {
        let is_key = language.keys == Some(':') && language.keys_are_texts && is_followed_by(rest, length, ':');
        return (Some(if is_key { Token::Name } else { Token::Text }), length);
    }
    if first.is_ascii_digit() {
        let length = span(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
        return (Some(Token::Number), length);
    }
    if language.sigils.contains(first) {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let length = span(after, |c| c.is_alphanumeric() || c == '_');
        let token = (length > 0).then_some(Token::Name);
        return (token, first.len_utf8() + length);
    }
    if is_word(language, first) {
        let length = span(rest, |c| is_word(language, c) || c.is_ascii_digit());
        let word = rest.get(..length).unwrap_or(rest);
        return (meaning(language, word, rest, is_line_start), length);
    }
    (None, first.len_utf8())
}

fn comment(language: &Language, rest: &str) -> Option<usize> {
    if language.line_comments.iter().any(|sign| rest.starts_with(sign)) {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    language.block_comments.iter().find_map(|(open, close)| {
        let inside = rest.strip_prefix(open)?;
        Some(match inside.find(close) {
            Some(end) => open.len() + end + close.len(),
            None => rest.len(),
        })
    })
}

/// The length of a string that begins here.
fn string(text: &Text, rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix(text.open)?;
    if text.is_character {
        return character(text, inside);
    }
    let mut skipping = false;
    for (at, character) in inside.char_indices() {
        if skipping {
            skipping = false;
        } else if text.escapes && character == '\\' {
            skipping = true;
        } else if inside.get(at..).is_some_and(|rest| rest.starts_with(text.close)) {
            return Some(text.open.len() + at + text.close.len());
        } else if character == '\n' && !text.spans_lines {
            return Some(text.open.len() + at);
        }
    }
    Some(rest.len())
}

/// `'x'` and `'\n'`, but neither Rust's `'a` nor an apostrophe.
fn character(text: &Text, inside: &str) -> Option<usize> {
    let is_escape = inside.starts_with('\\');
    let mut chars = inside.char_indices().skip(if is_escape { 2 } else { 1 });
    let end = if is_escape {
        chars.take(8).find(|(_, c)| *c == '\'').map(|(at, _)| at)?
    } else {
        chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at)?
    };
    (!inside.starts_with(['\n', '\''])).then_some(text.open.len() + end + text.close.len())
}

fn meaning(language: &Language, word: &str, rest: &str, is_line_start: bool) -> Option<Token> {
    let is_key = |sign| is_line_start && is_followed_by(rest, word.len(), sign);
    if language.keys.is_some_and(is_key) && !language.keys_are_texts {
        return Some(Token::Name);
    }
    let is_among = |words: &str| {
        words
            .split_ascii_whitespace()
            .any(|known| known == word || (language.ignores_case && known.eq_ignore_ascii_case(word)))
    };
    if is_among(language.keywords) {
        Some(Token::Keyword)
    } else if is_among(language.constants) {
        Some(Token::Number)
    } else if language.has_types && word.starts_with(char::is_uppercase) {
        Some(Token::Name)
    } else {
        None
    }
}

fn is_word(language: &Language, character: char) -> bool {
    character.is_alphabetic() || character == '_' || language.word_signs.contains(character)
}

fn is_followed_by(rest: &str, length: usize, sign: char) -> bool {
    let after = rest.get(length..).unwrap_or_default();
    let mut after = after.chars().take(40).skip_while(|c| matches!(c, ' ' | '\t'));
    after.next() == Some(sign)
}

/// How many bytes go on like this.
fn span(text: &str, goes_on: impl Fn(char) -> bool) -> usize {
    text.find(|c| !goes_on(c)).unwrap_or(text.len())
}
