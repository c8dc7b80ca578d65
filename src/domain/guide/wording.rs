//! The words of the lines that say where a step leads.
//!
//! They are no phrases: a stored guide must go on meaning the same when a phrase is reworded, and whatever the language of
//! whoever reads it. So the words of every language of the site are read everywhere.

use super::{Ending, Outcome};
use crate::domain::slug::fold;

/// A line as it stands at the end of a step: `It did not: Restart the router`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// For which outcome.
    pub outcome: Outcome,
    /// Where to, as it was written.
    pub to: String,
}

const WORKED: &[&str] = &["it worked", "it works", "worked", "berhasil", "gumana", "gumana ito"];
const DID_NOT: &[&str] = &[
    "it did not",
    "it did not work",
    "it didn't",
    "it didn't work",
    "it does not",
    "tidak berhasil",
    "belum berhasil",
    "hindi gumana",
    "hindi ito gumana",
];
const SOLVED: &[&str] = &["solved", "selesai", "terselesaikan", "nalutas", "lutas na"];
const CONTACT: &[&str] = &["contact", "kontak", "hubungi", "makipag-ugnayan"];
const ASK: &[&str] = &["ask", "tanya", "bertanya", "tanong", "magtanong"];
const NEXT: &[&str] = &[
    "next",
    "next step",
    "lanjut",
    "langkah berikutnya",
    "susunod",
    "susunod na hakbang",
];

/// What stands between an outcome and where it leads.
const BETWEEN: &[&str] = &["->", "→", ":", "："];

impl Exit {
    /// Reads a line; nothing when it says something else.
    pub fn read(line: &str) -> Option<Self> {
        let (at, between) = BETWEEN
            .iter()
            .filter_map(|between| line.find(between).map(|at| (at, between)))
            .min()?;
        let (words, rest) = (line.get(..at)?, line.get(at + between.len()..)?);
        let words = plain(words);
        let outcome = if WORKED.contains(&words.as_str()) {
            Outcome::Worked
        } else if DID_NOT.contains(&words.as_str()) {
            Outcome::DidNot
        } else {
            return None;
        };
        Some(Self {
            outcome,
            to: rest.trim().to_owned(),
        })
    }
}

/// The ending that these words name.
pub(super) fn ending(words: &str) -> Option<Ending> {
    let words = plain(words);
    let named = [(SOLVED, Ending::Solved), (CONTACT, Ending::Contact), (ASK, Ending::Ask)];
    let found = named.iter().find(|(known, _)| known.contains(&words.as_str()));
    found.map(|(_, ending)| *ending)
}

/// Whether these words name the step that follows, whichever it is.
pub(super) fn is_next(words: &str) -> bool {
    NEXT.contains(&plain(words).as_str())
}

/// Words without what people write differently and mean alike.
fn plain(words: &str) -> String {
    let words = fold(&words.replace('’', "'"));
    words.trim_end_matches(['.', '!']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_for_which_outcome_and_where_to() {
        for (line, outcome, to) in [
            ("It worked: solved", Outcome::Worked, "solved"),
            (
                "it didn’t work →  Restart: the router ",
                Outcome::DidNot,
                "Restart: the router",
            ),
            ("IT DID NOT -> ask", Outcome::DidNot, "ask"),
            ("Tidak berhasil: Mulai ulang", Outcome::DidNot, "Mulai ulang"),
            ("Gumana：susunod", Outcome::Worked, "susunod"),
            ("It worked:", Outcome::Worked, ""),
        ] {
            let to = to.to_owned();
            assert_eq!(Exit::read(line), Some(Exit { outcome, to }), "{line}");
        }
        for line in ["", ":", "It worked", "Note: it worked", "It worked well: solved", "→"] {
            assert_eq!(Exit::read(line), None, "{line}");
        }
    }

    #[test]
    fn endings_and_the_next_step_are_named_in_every_language() {
        for words in ["Solved", "selesai.", "NALUTAS"] {
            assert_eq!(ending(words), Some(Ending::Solved), "{words}");
        }
        for (words, expected) in [("kontak", Ending::Contact), ("Magtanong", Ending::Ask)] {
            assert_eq!(ending(words), Some(expected), "{words}");
        }
        assert_eq!(ending("Solve it"), None);
        assert!(is_next("Next step") && is_next("lanjut") && !is_next("Next door"));
    }
}
