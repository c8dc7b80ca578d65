//! What is known of a language: its comments, its strings and its words. The languages themselves are in `table`.

use super::table::LANGUAGES;

/// How a language is taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words, strings and comments.
    Words,
    /// Tags and attributes.
    Markup,
    /// Lines that came and went.
    Difference,
}

/// What a string looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    /// Whether a backslash takes the meaning from what follows.
    pub(super) escapes: bool,
    pub(super) spans_lines: bool,
    /// Whether it is a single character; otherwise the sign is no string at all.
    pub(super) is_character: bool,
}

/// A language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Language {
    /// How it is called after a fence, in lower case.
    pub(super) names: &'static [&'static str],
    pub(super) kind: Kind,
    pub(super) line_comments: &'static [&'static str],
    pub(super) block_comments: &'static [(&'static str, &'static str)],
    /// The longer signs first.
    pub(super) texts: &'static [Text],
    /// Words with a meaning of their own, parted by blanks.
    pub(super) keywords: &'static str,
    /// Words that are values.
    pub(super) constants: &'static str,
    pub(super) ignores_case: bool,
    /// Whether words with a capital are names of types.
    pub(super) has_types: bool,
    /// Signs that belong to words.
    pub(super) word_signs: &'static str,
    /// Signs that make the word behind them a name: variables, decorators, directives.
    pub(super) sigils: &'static str,
    /// What follows a key: at the beginning of a line, or after a string.
    pub(super) keys: Option<char>,
    pub(super) keys_are_texts: bool,
}

impl Language {
    /// The language with this name after the fence, in whatever case.
    pub(super) fn named(name: &str) -> Option<&'static Language> {
        LANGUAGES
            .iter()
            .find(|language| language.names.iter().any(|known| known.eq_ignore_ascii_case(name)))
    }
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> &'static [Language] {
    LANGUAGES
}
