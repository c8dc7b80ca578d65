//! What is remembered of a search: its words, the period over which searches are counted, and what was opened from it.
//!
//! What belongs here: nothing that tells who searched. What does not: how a query is read (`search/query.rs`).

use std::fmt;
use std::str::FromStr;

use super::secrets;
use super::slug::fold;

/// Longer searches, in characters, are cut.
const LONGEST: usize = 100;
/// A number of at least so many digits may be a telephone's or a card's; a day has eight.
const LONG_NUMBER: usize = 9;
/// What stands for what is left out.
const LEFT_OUT: &str = "…";

/// The words of a search as they are kept: folded, cut, without what looks like a person's, and without long numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SearchedWords(String);

impl SearchedWords {
    /// The words of what was typed; `None` when there is nothing to remember.
    pub fn of(typed: &str) -> Option<Self> {
        let beginning: String = typed.chars().take(LONGEST * 4).collect();
        // Folding writes the mark out as three dots.
        let folded = fold(&secrets::redacted(&beginning)).replace("...", LEFT_OUT);
        let masked = without_long_numbers(&folded);
        let cut: String = masked.chars().take(LONGEST).collect();
        let kept = cut.trim();
        kept.chars().any(char::is_alphanumeric).then(|| Self(kept.to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text with a mark in place of each long number, spaces and hyphens between its digits included.
fn without_long_numbers(text: &str) -> String {
    let (mut masked, mut number) = (String::new(), String::new());
    for character in text.chars() {
        let is_within = !number.is_empty() && matches!(character, ' ' | '-' | '.' | '/' | '(' | ')');
        if character.is_numeric() || is_within {
            number.push(character);
        } else {
            end_number(&mut masked, &mut number);
            masked.push(character);
        }
    }
    end_number(&mut masked, &mut number);
    masked
}

fn end_number(masked: &mut String, number: &mut String) {
    let digits = number.chars().filter(|character| character.is_numeric()).count();
    if digits >= LONG_NUMBER {
        let tail = number.trim_end_matches(|character: char| !character.is_numeric()).len();
        masked.push_str(LEFT_OUT);
        masked.push_str(number.get(tail..).unwrap_or_default());
    } else {
        masked.push_str(number);
    }
    number.clear();
}

/// The random number of one search, which its results carry in their addresses; it tells nothing of who searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SearchKey(i64);

impl SearchKey {
    /// A new key.
    pub fn random() -> Self {
        Self(rand::random_range(1..=i64::MAX))
    }

    /// The key that a row carries.
    pub const fn stored(value: i64) -> Self {
        Self(value)
    }

    /// The number, for a row.
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// A result of a search: which search, and where it stood among its results, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Finding {
    /// The search.
    pub search: SearchKey,
    /// Its place, from 1.
    pub position: u16,
}

/// What stood where a result was expected is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a result of a search")]
pub struct NotAFinding;

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.search.0, self.position)
    }
}

impl FromStr for Finding {
    type Err = NotAFinding;

    fn from_str(text: &str) -> Result<Self, NotAFinding> {
        let (key, position) = text.split_once('-').ok_or(NotAFinding)?;
        let key = i64::from_str_radix(key, 16).ok().filter(|key| *key > 0);
        let position = position.parse().ok().filter(|position| *position > 0);
        Ok(Self {
            search: SearchKey(key.ok_or(NotAFinding)?),
            position: position.ok_or(NotAFinding)?,
        })
    }
}

/// The days over which searches are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub enum Period {
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
    /// Ninety days.
    Quarter,
}

impl Period {
    /// Every period, the shortest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// How many days it has.
    pub const fn days(self) -> i64 {
        match self {
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 90,
        }
    }

    /// The period of so many days; `None` when nothing is counted over them.
    pub fn of_days(days: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.days() == days)
    }

    /// The next longer one.
    pub fn longer(self) -> Option<Self> {
        Self::ALL.into_iter().find(|period| *period > self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(typed: &str) -> String {
        SearchedWords::of(typed).map_or(String::new(), |words| words.0)
    }

    #[test]
    fn words_are_folded_and_cut() {
        assert_eq!(words("  Change   CARD on\u{a0}file "), "change card on file");
        assert_eq!(words(" -- \"\" "), "");
        assert_eq!(words(&"word ".repeat(100)).chars().count(), 99);
    }

    #[test]
    fn addresses_and_long_numbers_are_left_out() {
        assert_eq!(words("login ada@analytical.io fails"), "login … fails");
        assert_eq!(words("call +63 917 123 4567 now"), "call … now");
        assert_eq!(words("card 4111-1111-1111-1111"), "card …");
        assert_eq!(words("٠١٢٣٤٥٦٧٨٩ x"), "… x");
        assert_eq!(words("ada@analytical.io"), "", "nothing is left to remember");
        for kept in ["before:2025-01-31 valve", "error 80070005", "@ada tag:a@b", "v1.2.3"] {
            assert_eq!(words(kept), kept);
        }
    }

    #[test]
    fn a_finding_reads_back_and_nothing_else_does() {
        let finding = Finding {
            search: SearchKey(0x1f),
            position: 12,
        };
        assert_eq!(finding.to_string(), "1f-12");
        assert_eq!("1f-12".parse(), Ok(finding));
        for text in [
            "",
            "1f",
            "1f-0",
            "-1",
            "0-1",
            "xyz-1",
            "1f-70000",
            "ffffffffffffffffff-1",
        ] {
            assert_eq!(text.parse::<Finding>(), Err(NotAFinding), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_words_that_fit(typed in "\\PC{0,300}") {
            prop_assert!(words(&typed).chars().count() <= LONGEST);
        }
    }
}
