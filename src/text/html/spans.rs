//! Writes spans as Markdown.

use super::escape::{self, Place};
use super::tree::{Span, Style};

/// Writes the spans of a paragraph, a heading or a cell.
pub(super) fn write(spans: &[Span], in_table: bool) -> String {
    let mut writer = Writer {
        output: String::new(),
        in_table,
        signs: Vec::new(),
        in_link: false,
    };
    writer.write_all(spans, None);
    writer.output
}

/// The words of some spans alone.
pub(super) fn words(spans: &[Span]) -> String {
    let mut words = String::new();
    push_words(spans, &mut words);
    words
}

fn push_words(spans: &[Span], words: &mut String) {
    for span in spans {
        match span {
            Span::Text(text) | Span::Code(text) => words.push_str(text),
            Span::Styled(_, inner) | Span::Link { spans: inner, .. } => push_words(inner, words),
            Span::Image { alt, .. } => words.push_str(alt),
            Span::Break => words.push(' '),
        }
    }
}

/// Stands for the first character of an emphasis of which it is not yet known whether and how it will be written.
const UNSURE: char = '\u{FFFF}';

struct Writer {
    output: String,
    in_table: bool,
    /// The signs of the emphases that are open.
    signs: Vec<char>,
    in_link: bool,
}

impl Writer {
    /// `after` is the character that will follow the last span.
    fn write_all(&mut self, spans: &[Span], after: Option<char>) {
        for (index, span) in spans.iter().enumerate() {
            let next = spans.get(index + 1);
            let after = next.map_or(after, |next| first_character(next, self.in_table));
            self.write_span(span, after);
        }
    }

    fn write_span(&mut self, span: &Span, after: Option<char>) {
        match span {
            Span::Text(text) => {
                let place = Place {
                    begins_line: self.output.is_empty() || self.output.ends_with('\n'),
                    in_table: self.in_table,
                    in_link: self.in_link,
                    after,
                };
                escape::text(text, place, &mut self.output);
            }
            Span::Code(text) => escape::code(text, self.in_table, &mut self.output),
            Span::Styled(style, inner) => self.write_styled(*style, inner, after),
            Span::Link { to, title, spans } => self.write_link(to, title, spans),
            Span::Image { from, alt, title } => {
                self.output.push_str("![");
                let place = Place {
                    begins_line: false,
                    in_table: self.in_table,
                    in_link: true,
                    after: None,
                };
                escape::text(alt, place, &mut self.output);
                self.output.push_str("](");
                escape::destination(from, title, &mut self.output);
                self.output.push(')');
            }
            Span::Break => self.output.push_str(if self.in_table { "<br>" } else { "\n" }),
        }
    }

    fn write_styled(&mut self, style: Style, inner: &[Span], after: Option<char>) {
        if let Some((open, close)) = tags(style) {
            self.output.push_str(open);
            self.write_all(inner, Some('<'));
            self.output.push_str(close);
            return;
        }
        let (leading, inner, trailing) = without_outer_punctuation(inner, self.output.chars().next_back(), after);
        self.write_all(&leading, inner.first().map_or(after, |_| Some('*')));
        let after = trailing
            .first()
            .map_or(after, |span| first_character(span, self.in_table));
        // Emphasis of signs alone is nothing to see, and hard for Markdown to tell from its own.
        let has_words = words(&inner).contains(char::is_alphanumeric);
        match self.sign(style, &inner, after).filter(|_| has_words) {
            Some((sign, count)) => {
                self.signs.push(sign);
                self.push_signs(sign, count);
                self.write_all(&inner, Some(sign));
                self.push_signs(sign, count);
                self.signs.pop();
            }
            // Markdown would show the signs themselves: better no emphasis.
            None => self.write_all(&inner, after),
        }
        self.write_all(&trailing, after);
    }

    /// The sign that counts as emphasis between what was written and what comes after, and how many of it.
    fn sign(&self, style: Style, inner: &[Span], after: Option<char>) -> Option<(char, usize)> {
        let (candidates, count): (&[char], usize) = match style {
            Style::Emphasis => (&['*', '_'], 1),
            Style::Strong => (&['*', '_'], 2),
            _ => (&['~'], 2),
        };
        let before = self.output.chars().next_back();
        // An address may yet be put between `<` and `>`.
        let first = match inner.first() {
            Some(Span::Text(text)) if escape::begins_address(text) => Some('<'),
            other => other.and_then(|span| first_character(span, self.in_table)),
        };
        let last = match inner.last() {
            Some(Span::Text(text)) if text.rsplit(char::is_whitespace).next().is_some_and(escape::has_address) => {
                Some('>')
            }
            other => other.and_then(|span| last_character(span, self.in_table)),
        };
        let within_words = [before, after].into_iter().flatten().any(may_be_word);
        let counts = |sign: char| {
            !self.signs.contains(&sign)
                && before != Some(sign)
                && after != Some(sign)
                && after != Some(UNSURE)
                && !(sign == '_' && within_words)
                && opens(before, first)
                && opens(after, last)
        };
        candidates
            .iter()
            .copied()
            .find(|sign| counts(*sign))
            .map(|sign| (sign, count))
    }

    fn push_signs(&mut self, sign: char, count: usize) {
        self.output.extend(std::iter::repeat_n(sign, count));
    }

    fn write_link(&mut self, to: &str, title: &str, spans: &[Span]) {
        if let [Span::Text(text)] = spans
            && title.is_empty()
            && text == to
            && escape::is_plain_address(to)
        {
            self.output.push('<');
            self.output.push_str(to);
            self.output.push('>');
            return;
        }
        self.output.push('[');
        self.in_link = true;
        self.write_all(spans, Some(']'));
        self.in_link = false;
        self.output.push_str("](");
        escape::destination(to, title, &mut self.output);
        self.output.push(')');
    }
}

fn tags(style: Style) -> Option<(&'static str, &'static str)> {
    match style {
        Style::Emphasis | Style::Strong | Style::Struck => None,
        Style::Key => Some(("<kbd>", "</kbd>")),
        Style::Below => Some(("<sub>", "</sub>")),
        Style::Above => Some(("<sup>", "</sup>")),
    }
}

/// Whether a sign of emphasis counts between these two: the rule of CommonMark, for either side.
fn opens(outside: Option<char>, inside: Option<char>) -> bool {
    let Some(inside) = inside else { return false };
    if inside.is_whitespace() {
        return false;
    }
    // Past `~` the reader looks at what it strikes through, which may be a letter.
    let is_apart =
        |outside: char| outside.is_whitespace() || is_punctuation(outside) && !matches!(outside, '~' | UNSURE);
    !is_punctuation(inside) || outside.is_none_or(is_apart)
}

fn may_be_word(character: char) -> bool {
    character.is_alphanumeric() || character == UNSURE
}

fn is_punctuation(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace()
}

/// Moves punctuation at an edge of emphasis out of it where a letter follows: `**Note:**this` would show its asterisks.
fn without_outer_punctuation(
    spans: &[Span],
    before: Option<char>,
    after: Option<char>,
) -> (Vec<Span>, Vec<Span>, Vec<Span>) {
    let mut inner = spans.to_vec();
    let (mut leading, mut trailing) = (Vec::new(), Vec::new());
    if before.is_some_and(char::is_alphanumeric)
        && let Some(Span::Text(text)) = inner.first_mut()
    {
        let rest = text.trim_start_matches(is_punctuation).to_owned();
        let cut = text.len() - rest.len();
        if cut > 0 {
            leading.push(Span::text(text.get(..cut).unwrap_or_default()));
            *text = rest;
        }
    }
    if after.is_some_and(may_be_word)
        && let Some(Span::Text(text)) = inner.last_mut()
    {
        let kept = text.trim_end_matches(is_punctuation).len();
        if kept < text.len() {
            trailing.push(Span::text(text.get(kept..).unwrap_or_default()));
            text.truncate(kept);
        }
    }
    inner.retain(|span| !matches!(span, Span::Text(text) if text.is_empty()));
    (leading, inner, trailing)
}

/// The first character of what a span will be in Markdown.
fn first_character(span: &Span, in_table: bool) -> Option<char> {
    match span {
        Span::Text(text) => text.chars().next(),
        Span::Code(_) => Some('`'),
        Span::Styled(style, _) if tags(*style).is_some() => Some('<'),
        Span::Styled(..) => Some(UNSURE),
        Span::Link { .. } => Some('['),
        Span::Image { .. } => Some('!'),
        Span::Break => Some(if in_table { '<' } else { '\n' }),
    }
}

/// The last character of what a span will be in Markdown.
fn last_character(span: &Span, in_table: bool) -> Option<char> {
    match span {
        Span::Text(text) => text.chars().next_back(),
        Span::Link { .. } | Span::Image { .. } => Some(')'),
        Span::Styled(style, _) if tags(*style).is_some() => Some('>'),
        Span::Break if in_table => Some('>'),
        other => first_character(other, in_table),
    }
}
