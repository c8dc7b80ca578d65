//! A text as it is compared: without differences of case, width and invisible characters, each piece with where it stood.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A text that can be compared, and from where each of its pieces comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    places: Vec<Place>,
}

/// Where a piece begins in the folded text, and where it stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    folded: usize,
    start: usize,
    end: usize,
}

impl Folded {
    /// Folds a text: a letter with its marks is a piece.
    pub fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len()),
        };
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            let mut end = start + first.len_utf8();
            while let Some((at, mark)) = rest.next_if(|(_, next)| is_mark(*next)) {
                end = at + mark.len_utf8();
            }
            folded.places.push(Place {
                folded: folded.text.len(),
                start,
                end,
            });
            folded.push(text.get(start..end).unwrap_or_default());
        }
        folded
    }

    fn push(&mut self, piece: &str) {
        if piece.is_ascii() {
            self.text.extend(piece.chars().map(|c| c.to_ascii_lowercase()));
            return;
        }
        // Upper case first: ß and ss, σ and ς are one.
        let characters = piece.nfkc().filter(|c| !is_invisible(*c));
        let upper = characters.flat_map(char::to_uppercase);
        self.text.extend(upper.flat_map(char::to_lowercase).nfkc());
    }

    /// The text that is compared.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of the folded text stood, in bytes.
    pub fn source(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.place_of(start)?;
        let last = self.place_of(end.checked_sub(1)?)?;
        Some((first.start, last.end))
    }

    fn place_of(&self, folded: usize) -> Option<&Place> {
        let after = self.places.partition_point(|place| place.folded <= folded);
        self.places.get(after.checked_sub(1)?)
    }

    /// The words with where they begin and end in the folded text.
    pub fn words(&self) -> Vec<(usize, usize, &str)> {
        let mut words = Vec::new();
        let mut start = None;
        let ends = std::iter::once((self.text.len(), ' '));
        for (at, character) in self.text.char_indices().chain(ends) {
            match (start, is_of_word(character)) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    words.extend(self.text.get(from..at).map(|word| (from, at, word)));
                    start = None;
                }
                _ => {}
            }
        }
        words
    }
}

fn is_mark(character: char) -> bool {
    canonical_combining_class(character) != 0
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_mark(character)
}

/// What nobody sees, and what splits a word only for programs.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_width_marks_and_what_is_invisible_do_not_matter() {
        for (written, folded) in [
            ("Casino", "casino"),
            ("ＣＡＳＩＮＯ", "casino"),
            ("Ca\u{200b}si\u{ad}no", "casino"),
            ("𝐂𝐚𝐬𝐢𝐧𝐨", "casino"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
            ("Cafe\u{301}", "café"),
            ("ﬁn", "fin"),
        ] {
            assert_eq!(Folded::of(written).text(), folded, "{written}");
        }
    }

    #[test]
    fn a_part_is_found_where_it_stood() {
        let text = "Ｂuy ca\u{200b}SINO, now";
        let folded = Folded::of(text);
        let at = folded.text().find("casino").unwrap();
        let (start, end) = folded.source(at, at + 6).unwrap();
        assert_eq!(&text[start..end], "ca\u{200b}SINO");
        let words: Vec<&str> = folded.words().iter().map(|word| word.2).collect();
        assert_eq!(words, ["buy", "casino", "now"]);
    }

    proptest! {
        #[test]
        fn every_part_stood_somewhere(text in "\\PC{0,40}") {
            let folded = Folded::of(&text);
            for (start, end, _) in folded.words() {
                let (from, to) = folded.source(start, end).unwrap();
                prop_assert!(text.get(from..to).is_some());
            }
        }
    }
}
