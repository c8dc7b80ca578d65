//! What people say beside the matter: greetings, thanks, signatures, talk about themselves and about their thread.

mod words;

use words::{
    ADVISING, BOUND, FILLERS, GREETINGS, LABELS, LEANING, OWN, OWN_DEEDS, SIGNATURES, TALK, THANKS, WORKS, listed,
};

use crate::search::words::words;
use crate::text::passages::Sentence;

/// How strictly talk is sorted out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sieve {
    /// What can stand in an article.
    Fine,
    /// All but greetings, thanks and what only its thread makes sense of; for answers of which nothing else is left.
    Coarse,
    /// As coarse, and questions and fragments stay: for what askers say.
    Asked,
}

/// The longest sentence, in characters.
const LONGEST: usize = 420;
/// The longest that a coarse sieve lets through.
const LONGEST_COARSE: usize = 700;
/// A sentence with thanks in it may say more than thanks when it has more words.
const MOST_OF_THANKS: usize = 14;
/// The same of a sentence that says that it works.
const MOST_OF_WORKS: usize = 6;

/// What of a sentence can stand in an article, in a sieve; nothing when it is talk.
pub(super) fn sifted(sentence: &Sentence, is_item: bool, sieve: Sieve) -> Option<Sentence> {
    let sentence = without_opening(sentence);
    let plain = sentence.plain();
    let folded = folded(&plain);
    let count = folded.split(' ').filter(|word| !word.is_empty()).count();
    let least = if is_item || sentence.has_more_than_words() {
        1
    } else {
        3
    };
    let longest = if sieve == Sieve::Fine { LONGEST } else { LONGEST_COARSE };
    let is_question = plain.ends_with('?') && sieve != Sieve::Asked;
    let is_talk = has_any(&folded, TALK)
        || is_addressed(&plain)
        || (count <= MOST_OF_THANKS && has_any(&folded, THANKS))
        || (count <= MOST_OF_WORKS && has_any(&folded, WORKS))
        || (sieve != Sieve::Asked && has_any(&folded, BOUND));
    let is_deed = !is_item && listed(OWN_DEEDS).any(|deed| begins_with(&folded, deed));
    let is_own = (is_deed || speaks_of_self(&plain)) && !has_any(&folded, ADVISING);
    let is_own = sieve == Sieve::Fine && is_own;
    let is_fit = count >= least && plain.chars().count() <= longest && !is_question && !is_talk && !is_own;
    is_fit.then_some(sentence)
}

/// Without the greeting, the filler or the label that it begins with.
fn without_opening(sentence: &Sentence) -> Sentence {
    let mut sentence = sentence.clone();
    for _ in 0..3 {
        let plain = sentence.plain();
        let Some(bytes) = opening(&plain) else { break };
        sentence = sentence.without_beginning(bytes);
    }
    sentence
}

/// How many bytes of a sentence are a greeting, a filler or a label with the sign behind it.
fn opening(plain: &str) -> Option<usize> {
    /// What stands in it is at most so long, in bytes.
    const MOST: usize = 40;
    let at = plain.find([',', ':', '!', '-', '–', '—']).filter(|at| *at <= MOST)?;
    let (before, sign_on) = plain.split_at(at);
    let sign = sign_on.chars().next()?;
    let behind = sign_on.get(sign.len_utf8()..)?;
    let said = folded(before);
    let is_greeting = listed(GREETINGS).any(|greeting| begins_with(&said, greeting)) && said.split(' ').count() <= 3;
    let is_empty = match sign {
        ':' => listed(LABELS).any(|one| one == said) || is_greeting,
        ',' | '!' => listed(FILLERS).any(|one| one == said) || is_greeting,
        _ => listed(FILLERS).any(|one| one == said) && behind.starts_with(' '),
    };
    let rest = behind.trim_start();
    (is_empty && !rest.is_empty()).then_some(plain.len() - rest.len())
}

/// Whether a sentence ends a text as a signature does: what follows is a name.
pub(super) fn is_signature(sentence: &Sentence) -> bool {
    let folded = folded(&sentence.plain());
    let is_short = folded.split(' ').count() <= 4;
    is_short && listed(SIGNATURES).any(|signature| begins_with(&folded, signature)) && !sentence.plain().ends_with(':')
}

/// Whether a sentence makes sense behind another one only.
pub(super) fn leans(sentence: &Sentence) -> bool {
    let plain = sentence.plain();
    let folded = folded(&plain);
    let is_small = plain.chars().next().is_some_and(char::is_lowercase) && !sentence.has_more_than_words();
    is_small || listed(LEANING).any(|word| begins_with(&folded, word))
}

/// Whether whoever wrote this speaks of themselves.
///
/// "I" and "my" as they are typed: `I'd` folds to what `ID` folds to, and *My account* is the name of a page.
pub(super) fn speaks_of_self(plain: &str) -> bool {
    let mut words = plain.split_whitespace().enumerate();
    words.any(|(at, word)| {
        let word = word
            .trim_matches(|sign: char| !sign.is_alphanumeric())
            .replace('’', "'");
        let small = word.to_lowercase();
        let is_typed_so = small == word || at == 0 || small.starts_with('i');
        is_typed_so && listed(OWN).any(|one| one == small)
    })
}

/// Whether it speaks to one person.
fn is_addressed(plain: &str) -> bool {
    plain.starts_with('@')
        || plain
            .split_whitespace()
            .any(|word| word.starts_with('@') && word.len() > 2 && !word.contains('/'))
}

fn folded(text: &str) -> String {
    words(text)
        .into_iter()
        .map(|word| word.text)
        .collect::<Vec<_>>()
        .join(" ")
}

fn begins_with(folded: &str, words: &str) -> bool {
    folded
        .strip_prefix(words)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn has_any(folded: &str, said: &'static str) -> bool {
    let padded = format!(" {folded} ");
    listed(said).any(|words| padded.contains(&format!(" {words} ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::passages::passages;

    fn sieved(text: &str, sieve: Sieve) -> Option<String> {
        let sentence = passages(text).remove(0).sentences.remove(0);
        sifted(&sentence, false, sieve).map(|sentence| sentence.plain())
    }

    #[test]
    fn greetings_fillers_and_labels_are_cut_off() {
        for (text, kept) in [
            ("Hi Bob, open the settings.", "Open the settings."),
            ("Yes, you can pay by card.", "You can pay by card."),
            ("Edit: hello all, the `port` is 80.", "The port is 80."),
            ("Halo kak, buka menu pengaturan.", "Buka menu pengaturan."),
            ("Open settings, then tabs.", "Open settings, then tabs."),
        ] {
            assert_eq!(sieved(text, Sieve::Fine).as_deref(), Some(kept), "{text}");
        }
    }

    #[test]
    fn what_is_looked_for_is_what_stands_between_two_commas() {
        for list in [BOUND, FILLERS, GREETINGS, LEANING, TALK, THANKS, WORKS] {
            let strange: Vec<&str> = listed(list).filter(|one| folded(one) != *one).collect();
            assert_eq!(strange, [""; 0]);
        }
    }

    #[test]
    fn talk_is_dropped() {
        for text in [
            "Hello!",
            "Thanks a lot for the quick help.",
            "I had this last week and it went away.",
            "@bob did that.",
            "As I said above, restart it.",
            "Did you restart the wallet?",
            "Hope this helps you.",
            "Terima kasih banyak semuanya.",
            "Ask @bob about the wallet.",
            "It works for me now.",
            "Everything works fine.",
            "That worked great for everybody.",
        ] {
            assert_eq!(sieved(text, Sieve::Fine), None, "{text}");
        }
        for text in [
            "I'd recommend the `ID` field.",
            "Open My Account in the menu.",
            "Set ID to 5.",
            "The old cable works fine, but only up to two metres of length.",
        ] {
            assert!(sieved(text, Sieve::Fine).is_some(), "{text}");
        }
        assert!(sieved("I had this last week and it went away.", Sieve::Coarse).is_some());
        assert!(sieved("Why does my wallet stop?", Sieve::Asked).is_some());
    }

    #[test]
    fn a_sentence_that_leans_on_another_is_known() {
        let leaning = |text: &str| leans(&passages(text).remove(0).sentences.remove(0));
        assert!(leaning("Then it restarts.") && leaning("This deletes all files."));
        assert!(!leaning("There is a button.") && !leaning("Thermal paste helps."));
        assert!(is_signature(
            &passages("Best regards, Bob").remove(0).sentences.remove(0)
        ));
        assert!(!is_signature(
            &passages("Best is to restart the wallet").remove(0).sentences.remove(0)
        ));
    }
}
