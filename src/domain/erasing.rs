//! Deleting for good: what was deleted long ago loses its text, and so do the notes and drafts that quote it.

use std::collections::HashSet;

use chrono::{DateTime, Duration, Utc};

use super::redaction::MARK;

/// How long what was deleted can be brought back.
pub const KEPT: Duration = Duration::days(30);
/// How many words in a row make a quotation.
const RUN: usize = 5;
/// The fewest characters of a text of fewer words that make a quotation: `yes` stands everywhere.
const FEWEST: usize = 8;

/// Until when what was deleted then can be brought back.
pub fn kept_until(deleted_at: DateTime<Utc>) -> DateTime<Utc> {
    deleted_at + KEPT
}

/// What makes a quotation of some texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotations {
    runs: HashSet<Vec<String>>,
    /// Texts of fewer words, which are quoted whole.
    short: HashSet<Vec<String>>,
}

impl Quotations {
    /// Minds one more text.
    pub fn add(&mut self, text: &str) {
        let words = words_of(text);
        if words.len() >= RUN {
            self.runs.extend(words.windows(RUN).map(<[String]>::to_vec));
        } else if words.iter().map(|word| word.chars().count()).sum::<usize>() >= FEWEST {
            self.short.insert(words);
        }
    }

    /// Whether a text quotes one of these.
    pub fn stand_in(&self, text: &str) -> bool {
        let words = words_of(text);
        let holds = |short: &Vec<String>| words.windows(short.len()).any(|some| some == short.as_slice());
        words.windows(RUN).any(|run| self.runs.contains(run)) || self.short.iter().any(holds)
    }

    /// The text without the paragraphs that quote one of these; `None` when none does.
    pub fn without(&self, text: &str) -> Option<String> {
        if !self.stand_in(text) {
            return None;
        }
        let kept: Vec<&str> = text
            .split("\n\n")
            .map(|paragraph| if self.stand_in(paragraph) { MARK } else { paragraph })
            .collect();
        // A quotation over the end of a paragraph takes the whole text along.
        let kept = kept.join("\n\n");
        Some(if self.stand_in(&kept) { MARK.to_owned() } else { kept })
    }
}

/// The words of a text without what stands between them.
fn words_of(text: &str) -> Vec<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Quotations {
        let mut quotations = Quotations::default();
        quotations.add(text);
        quotations
    }

    #[test]
    fn five_words_in_a_row_make_a_quotation_however_they_are_written() {
        let quotations = of("My door code is 4711, and the key lies under the *mat*.");
        assert!(quotations.stand_in("He says “the Key\nlies under the mat” here"));
        assert!(!quotations.stand_in("The key lies under something else"));
        assert!(!quotations.stand_in(""));
        assert!(!Quotations::default().stand_in("The key lies under the mat"));
    }

    #[test]
    fn a_short_text_is_quoted_whole_unless_it_stands_everywhere() {
        assert!(of("call 0812345").stand_in("It said: call 0812345!"));
        assert!(!of("call 0812345").stand_in("call me"));
        assert!(!of("Yes.").stand_in("Yes, it was spam."));
        assert!(!of("").stand_in("anything"));
    }

    #[test]
    fn only_the_paragraphs_that_quote_go() {
        let quotations = of("the key lies under the mat");
        let text = "What to do.\n\n> The key lies under the mat\n\nThen go.";
        assert_eq!(
            quotations.without(text).as_deref(),
            Some("What to do.\n\n█████\n\nThen go.")
        );
        assert_eq!(
            quotations.without("The key lies\n\nunder the mat").as_deref(),
            Some(MARK)
        );
        assert_eq!(quotations.without("What to do."), None);
    }

    #[test]
    fn what_was_deleted_is_kept_for_thirty_days() {
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(kept_until(at) - at, Duration::days(30));
    }
}
