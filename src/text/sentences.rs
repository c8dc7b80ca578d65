//! Where the sentences of a text begin and end.

use std::ops::Range;

/// A point behind these ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "eg", "i.e", "ie", "vs", "approx", "ca", "cf", "incl", "mr", "mrs", "dr", "st", "misal",
];
/// Nor behind these, when what follows begins small.
const BEFORE_SMALL: &[&str] = &["etc", "dll", "dsb", "dst", "atbp", "resp", "ver", "min", "max"];
/// Nor behind these, when a number follows.
const BEFORE_NUMBER: &[&str] = &["no", "nr", "fig", "ver", "v", "hlm", "p", "pp", "step"];
/// What closes a sentence behind its point.
const CLOSING: &[char] = &['"', '\'', ')', ']', '”', '’', '»'];
/// A line of fewer characters was ended on purpose: it is a sentence, whether it has a point or not.
const SHORT_LINE: usize = 60;

/// The sentences of a text, without the blanks around them, as places in it.
///
/// A point ends one when a blank follows, but not behind a single letter, a number or an abbreviation, as in *e. g.* and *3. May*;
/// the signs of scripts without blanks end one by themselves. A line break ends one when the line is short and what follows begins
/// like a sentence.
pub fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = text.len() - text.trim_start().len();
    let to = text.trim_end().len();
    std::iter::from_fn(move || {
        let rest = text.get(from..to).filter(|rest| !rest.is_empty())?;
        let (one, behind) = rest.split_at(end_of(rest));
        let range = from..from + one.trim_end().len();
        from = to - behind.trim_start().len();
        Some(range)
    })
}

fn end_of(text: &str) -> usize {
    let mut word_from = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let end = at + sign.len_utf8();
        match sign {
            '。' | '！' | '？' => return end,
            '\n' if ends_line(text, at) => return end,
            '.' | '!' | '?' | '…' if !matches!(signs.peek(), Some((_, '.' | '!' | '?'))) => {
                let word = text.get(word_from..at).unwrap_or_default();
                if let Some(past) = past_end(text, end, sign, word) {
                    return past;
                }
            }
            _ => {}
        }
        if sign.is_whitespace() {
            word_from = end;
        }
    }
    text.len()
}

/// Where what ends with this sign is over, with what closes it; `None` when the sign ends nothing.
fn past_end(text: &str, end: usize, sign: char, word: &str) -> Option<usize> {
    let behind = text.get(end..).unwrap_or_default();
    let open = behind.trim_start_matches(CLOSING);
    if !open.chars().next().is_none_or(char::is_whitespace) {
        return None;
    }
    let next = open.trim_start().chars().next();
    let is_closed = open.len() < behind.len();
    let goes_on = is_closed && next.is_some_and(char::is_lowercase);
    let ends = !goes_on && (sign != '.' || ends_word(word, next));
    ends.then_some(text.len() - open.len())
}

/// Whether a point behind a word ends a sentence.
fn ends_word(word: &str, next: Option<char>) -> bool {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let is_small = next.is_some_and(char::is_lowercase);
    let is_number = next.is_some_and(|next| next.is_ascii_digit());
    let letters = word.chars().filter(|letter| letter.is_alphanumeric());
    let stands_before = |listed: &[&str]| listed.contains(&word.as_str());
    let is_abbreviation = stands_before(ABBREVIATIONS)
        || (is_small && stands_before(BEFORE_SMALL))
        || (is_number && stands_before(BEFORE_NUMBER));
    letters.clone().count() > 1 && !letters.clone().all(char::is_numeric) && !is_abbreviation
}

fn ends_line(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let begins = |next: char| next.is_uppercase() || next.is_ascii_digit() || "-*•–>".contains(next);
    line.chars().count() < SHORT_LINE && behind.trim_start().chars().next().is_some_and(begins)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        ranges(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn a_point_ends_a_sentence_only_where_one_ends() {
        let text = " Open e.g. Settings, tabs etc. and so on (see the manual.) on v1.2.3. Then (it takes a while...) \
            restart node.js! Done? \"Yes.\" See fig. 3, no. 4. Mr. Smith knows… ";
        assert_eq!(
            sentences(text),
            [
                "Open e.g. Settings, tabs etc. and so on (see the manual.) on v1.2.3.",
                "Then (it takes a while...) restart node.js!",
                "Done?",
                "\"Yes.\"",
                "See fig. 3, no. 4. Mr. Smith knows…",
            ]
        );
        assert_eq!(sentences(" "), [""; 0]);
    }

    #[test]
    fn a_short_line_is_a_sentence_and_a_long_one_runs_on() {
        assert_eq!(sentences("Stop it\nThen start it"), ["Stop it", "Then start it"]);
        let long = "This line goes on and on until it reaches the edge of some old\nEditor and then breaks.";
        assert_eq!(sentences(long).len(), 1);
    }

    proptest! {
        #[test]
        fn sentences_lie_in_their_text_one_behind_the_other(text in "\\PC{0,300}") {
            let mut last = 0;
            for range in ranges(&text) {
                prop_assert!(range.start >= last && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
