//! The one sentence of a text that matters to whoever asks something.

use std::collections::HashSet;

use super::language::Tongue;
use super::words::words;
use crate::text::sentences::ranges;

/// How long a sentence is shown at most, in characters.
const LENGTH: usize = 220;
/// A shorter one says too little to stand alone, in characters; it is taken when there is no other.
const SHORTEST: usize = 24;
/// How many sentences are looked at: what matters is said early.
const MOST: usize = 60;

/// The sentence that has most different words of a draft; of several the first, and the first of all when none has any.
///
/// `None` when the text has no words.
pub fn sentence(text: &str, draft: &str, tongue: Tongue) -> Option<String> {
    let asked = stems(draft, tongue);
    let all: Vec<&str> = ranges(text).filter_map(|range| text.get(range)).take(MOST).collect();
    let long = all.iter().rev().filter(|one| one.chars().count() >= SHORTEST);
    let best = long.max_by_key(|one| {
        stems(one, tongue)
            .intersection(&asked)
            .map(|stem| weight(stem))
            .sum::<usize>()
    });
    best.or(all.first()).map(|one| shortened(one))
}

fn stems(text: &str, tongue: Tongue) -> HashSet<String> {
    words(text)
        .into_iter()
        .map(|word| tongue.stem(&word.text).into_owned())
        .collect()
}

/// Short words are mostly such as every sentence has.
fn weight(stem: &str) -> usize {
    if stem.is_ascii() && stem.len() <= 3 { 1 } else { 4 }
}

/// Cuts at a word where there is one.
fn shortened(sentence: &str) -> String {
    if sentence.chars().count() <= LENGTH {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(LENGTH - 1).collect();
    let kept = cut
        .rfind(char::is_whitespace)
        .filter(|at| *at > LENGTH / 2)
        .unwrap_or(cut.len());
    format!(
        "{}…",
        cut.get(..kept)
            .unwrap_or(&cut)
            .trim_end_matches([',', ';', ':', ' ', '-'])
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str, draft: &str) -> String {
        sentence(text, draft, Tongue::of_code("en")).unwrap()
    }

    #[test]
    fn the_sentence_with_most_of_the_draft_is_chosen() {
        let text =
            "Hello there, and welcome to the forum. Hold the button of the valve for ten seconds. It will then blink.";
        assert_eq!(
            of(text, "My valve's button does nothing"),
            "Hold the button of the valve for ten seconds."
        );
        assert_eq!(of(text, "bananas"), "Hello there, and welcome to the forum.");
        assert_eq!(
            of("Yes. You can change the card under Billing.", "cards"),
            "You can change the card under Billing."
        );
        assert_eq!(of("Yes.", "cards"), "Yes.");
        assert_eq!(sentence(" ", "cards", Tongue::Plain), None);
    }

    #[test]
    fn a_point_that_ends_nothing_is_passed_over() {
        let text = "Use version 3.2, e. g. from the 3. May release on. Then restart it.";
        assert_eq!(
            of(text, "version"),
            "Use version 3.2, e. g. from the 3. May release on."
        );
        let text = "電源を切ってから、十秒ほど待って、もう一度だけ入れてみてください。それで直ります。";
        assert_eq!(
            of(text, "電源"),
            "電源を切ってから、十秒ほど待って、もう一度だけ入れてみてください。"
        );
    }

    #[test]
    fn a_sentence_that_never_ends_is_cut_at_a_word() {
        let shown = of(&"word ".repeat(200), "word");
        assert!(shown.chars().count() <= LENGTH && shown.ends_with("word…"), "{shown}");
    }

    proptest! {
        #[test]
        fn any_text_has_a_sentence(text in "\\PC{0,600}", draft in "\\PC{0,60}") {
            let shown = sentence(&text, &draft, Tongue::of_code("en"));
            prop_assert_eq!(shown.is_some(), !text.trim().is_empty());
            prop_assert!(shown.unwrap_or_default().chars().count() <= LENGTH);
        }
    }
}
