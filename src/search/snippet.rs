//! The piece of a text that shows best why it was found.

use std::collections::HashSet;

use super::language::Tongue;
use super::query::Query;
use super::words::{Word, words};

/// How long a snippet is at most, in bytes of the text.
const LENGTH: usize = 240;
/// How much stands before the first word that was found, in bytes.
const BEFORE: usize = 60;

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub is_found: bool,
}

/// What is looked for in texts of one query, to mark it.
pub struct Marking {
    typed: HashSet<String>,
}

impl Marking {
    /// What a query looks for, with the spellings that were taken for it.
    pub fn of<'a>(query: &'a Query, corrected: impl IntoIterator<Item = &'a String>) -> Self {
        let wanted = query.words.iter().chain(&query.phrases).chain(corrected);
        Self {
            typed: wanted.flat_map(|text| words(text)).map(|word| word.text).collect(),
        }
    }

    /// The best piece of a text in this language; `None` when nothing of what was looked for stands in it.
    pub fn snippet(&self, text: &str, tongue: Tongue) -> Option<Vec<Piece>> {
        let (found, marked) = self.find(text, tongue);
        let first = best_beginning(&marked)?;
        let from = text.floor_char_boundary(first.saturating_sub(BEFORE));
        let from = after_space(text, from);
        let to = before_space(text, text.floor_char_boundary(from + LENGTH));
        let inside = found.into_iter().filter(|word| word.from >= from && word.to <= to);
        Some(pieces(text, from, to, inside))
    }

    /// A whole text with what was looked for marked in it, such as a title.
    pub fn mark(&self, text: &str, tongue: Tongue) -> Vec<Piece> {
        let (found, _) = self.find(text, tongue);
        pieces(text, 0, text.len(), found.into_iter())
    }

    /// The words that are looked for, in order, and where each stands with its stem.
    fn find(&self, text: &str, tongue: Tongue) -> (Vec<Word>, Vec<(usize, String)>) {
        let stems: HashSet<String> = self.typed.iter().map(|word| tongue.stem(word).into_owned()).collect();
        let (mut found, mut marked) = (Vec::new(), Vec::new());
        for word in words(text) {
            let stem = tongue.stem(&word.text).into_owned();
            if stems.contains(&stem) || self.begins(&word.text) {
                marked.push((word.from, stem));
                found.push(word);
            }
        }
        (found, marked)
    }

    /// The last word may be unfinished; so may any, for all that a snippet knows.
    fn begins(&self, word: &str) -> bool {
        let is_beginning = |typed: &String| typed.chars().count() >= 3 && word.starts_with(typed.as_str());
        self.typed.iter().any(is_beginning)
    }
}

/// Where the stretch begins that holds the most different words.
fn best_beginning(marked: &[(usize, String)]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, (from, _)) in marked.iter().enumerate() {
        let inside = marked
            .iter()
            .skip(index)
            .take_while(|(place, _)| *place < from + LENGTH - BEFORE);
        let count = inside.map(|(_, stem)| stem).collect::<HashSet<_>>().len();
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, *from));
        }
    }
    best.map(|(_, from)| from)
}

fn after_space(text: &str, from: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let rest = text.get(from..).unwrap_or_default();
    // A text without spaces is cut where it must.
    rest.find(char::is_whitespace)
        .filter(|at| *at < BEFORE)
        .map_or(from, |at| from + at + 1)
}

fn before_space(text: &str, to: usize) -> usize {
    if to >= text.len() {
        return text.len();
    }
    let kept = text.get(..to).unwrap_or_default();
    kept.rfind(char::is_whitespace)
        .filter(|at| to - at < BEFORE)
        .unwrap_or(to)
}

fn pieces(text: &str, from: usize, to: usize, found: impl Iterator<Item = Word>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |from: usize, to: usize, is_found: bool| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            pieces.push(Piece {
                text: text.to_owned(),
                is_found,
            });
        }
    };
    let mut at = from;
    for word in found {
        let begins = word.from.max(at); // Pairs of a script without spaces lap over each other.
        push(at, begins, false);
        push(begins, word.to, true);
        at = word.to.max(at);
    }
    push(at, to, false);
    if from > 0 {
        pieces.insert(0, ellipsis());
    }
    if to < text.len() {
        pieces.push(ellipsis());
    }
    pieces
}

fn ellipsis() -> Piece {
    Piece {
        text: "…".to_owned(),
        is_found: false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(typed: &str, text: &str) -> Option<String> {
        let marking = Marking::of(&Query::parse(typed), []);
        let pieces = marking.snippet(text, Tongue::of_code("en"))?;
        Some(pieces.iter().fold(String::new(), |mut all, piece| {
            let (open, close) = if piece.is_found { ("[", "]") } else { ("", "") };
            all.extend([open, &piece.text, close]);
            all
        }))
    }

    #[test]
    fn what_was_looked_for_is_marked_in_any_form() {
        assert_eq!(
            marked("changing cards", "How do I change the card?").as_deref(),
            Some("How do I [change] the [card]?")
        );
        assert_eq!(
            marked("Größe", "die Grösse, die Größe").as_deref(),
            Some("die Grösse, die [Größe]")
        );
        assert_eq!(
            marked("支払い", "お支払いの方法").as_deref(),
            Some("お[支払][い]の方法")
        );
        assert_eq!(marked("nothing", "How do I change the card?"), None);
    }

    #[test]
    fn the_stretch_with_most_of_it_is_shown() {
        let text = format!(
            "A card. {} Then I change the card on file. {}",
            "word ".repeat(100),
            "more ".repeat(100)
        );
        let shown = marked("change card file", &text).unwrap();
        assert!(shown.contains("[change] the [card] on [file]"), "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(shown.len() < LENGTH + 40, "{shown}");
    }

    proptest! {
        #[test]
        fn any_text_has_a_snippet_that_stands_in_it(typed in "\\PC{0,40}", text in "\\PC{0,600}") {
            let marking = Marking::of(&Query::parse(&typed), []);
            for pieces in marking.snippet(&text, Tongue::of_code("en")).into_iter().chain([marking.mark(&text, Tongue::Plain)]) {
                for piece in pieces {
                    prop_assert!(piece.text == "…" || text.contains(&piece.text));
                }
            }
        }
    }
}
