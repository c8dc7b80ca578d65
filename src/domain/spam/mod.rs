//! What is made of a text before it is posted: the one place that decides, for pages, mail and all else that posts.

mod folding;
mod haste;
mod learning;
mod proof;
mod rules;
mod watching;

use std::collections::BTreeSet;

pub use folding::Folded;
pub use haste::{HasteRule, MOST_SECONDS, Manner, OfferedMoment, UNSEEN_FIELD, sign_moment};
pub use learning::{
    Counts, FIRST_POSTS, LEAST_LESSONS, Lesson, MOST_KEPT, MOST_PERCENT, Score, SpamRule, score, tokens,
};
pub use proof::{LONGEST_PLAIN, MOST_BITS, OfferedProof, PlainQuestion, ProofRule, Solved};
pub use rules::{Admission, BURST, BURST_SPAN, Doubt, SpamRules};
pub use watching::{Found, Watch};

use super::account::User;
use super::role::{Role, Trust};
use super::tag::TagName;
use super::watched_word::WatchedDeed;

/// How much of what was found is told, in characters.
const TOLD: usize = 60;

/// Who writes, as far as that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// Moderators and administrators, who must be able to quote what they watch.
    Moderator,
    /// Helpers and staff, who are not held.
    Helper,
    /// Everybody else whom the forum knows.
    Member,
    /// Whoever is new, and visitors.
    Newcomer,
}

impl Writer {
    /// What somebody is here.
    pub fn of(user: &User) -> Self {
        if user.role >= Role::Moderator {
            Self::Moderator
        } else if user.is_staff || user.role >= Role::Helper {
            Self::Helper
        } else if user.trust == Trust::Newcomer {
            Self::Newcomer
        } else {
            Self::Member
        }
    }

    /// Whether anything of theirs is looked at.
    pub fn is_judged(self) -> bool {
        self != Self::Moderator
    }

    /// Whether something of theirs may be held.
    pub fn may_be_held(self) -> bool {
        matches!(self, Self::Member | Self::Newcomer)
    }
}

/// What is made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is not posted, because of these words in it.
    Blocked(String),
    /// It is posted, perhaps otherwise than it was written.
    Passed(Passed),
}

/// How a text is posted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passed {
    /// Each part with what was replaced in it; nothing where nothing was.
    pub parts: Vec<Option<String>>,
    /// The first words that were replaced.
    pub replaced: Option<String>,
    /// The tags that its thread gets.
    pub tags: Vec<TagName>,
    /// The words for which it waits for a moderator, if it does.
    pub held_for: Option<String>,
}

/// Decides on the parts of a text: a title, a body, the answers to a template.
pub fn judge(parts: &[&str], writer: Writer, watch: &Watch) -> Verdict {
    let mut passed = Passed {
        parts: vec![None; parts.len()],
        ..Passed::default()
    };
    if !writer.is_judged() || watch.is_empty() {
        return Verdict::Passed(passed);
    }
    let found: Vec<Vec<Found<'_>>> = parts.iter().map(|part| watch.find(part)).collect();
    let words = |deed: WatchedDeed| {
        let all = parts.iter().zip(&found);
        all.flat_map(move |(part, found)| {
            let those = found.iter().filter(move |found| found.rule.deed == deed);
            those.filter_map(move |found| part.get(found.place.clone()))
        })
    };
    if let Some(blocked) = words(WatchedDeed::Block).next() {
        return Verdict::Blocked(told([blocked].into_iter()));
    }
    if writer.may_be_held() && words(WatchedDeed::Hold).next().is_some() {
        passed.held_for = Some(told(words(WatchedDeed::Hold)));
    }
    passed.replaced = words(WatchedDeed::Replace)
        .next()
        .map(|first| told([first].into_iter()));
    passed.parts = parts
        .iter()
        .zip(&found)
        .map(|(part, found)| replaced(part, found))
        .collect();
    let tags = found
        .iter()
        .flatten()
        .filter(|found| found.rule.deed == WatchedDeed::Tag);
    let tags: BTreeSet<TagName> = tags.filter_map(|found| TagName::parse(&found.rule.with).ok()).collect();
    passed.tags = tags.into_iter().collect();
    Verdict::Passed(passed)
}

/// What was found, each once, as far as it is told.
fn told<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut told: Vec<&str> = Vec::new();
    for word in words {
        if !told.contains(&word) {
            told.push(word);
        }
    }
    let whole = told.join(", ");
    let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    whole.chars().take(TOLD).collect()
}

/// The part with everything replaced that is to be; of what overlaps, the first.
fn replaced(part: &str, found: &[Found<'_>]) -> Option<String> {
    let mut whole = String::new();
    let mut done = 0;
    for found in found.iter().filter(|found| found.rule.deed == WatchedDeed::Replace) {
        if found.place.start < done {
            continue;
        }
        whole.push_str(part.get(done..found.place.start)?);
        whole.push_str(&found.rule.with);
        done = found.place.end;
    }
    (done > 0).then(|| whole + part.get(done..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::watched_word::{WatchedDraft, WatchedForm};

    fn rule(form: WatchedForm, text: &str, deed: WatchedDeed, with: &str) -> WatchedDraft {
        WatchedDraft {
            text: text.to_owned(),
            form,
            deed,
            with: with.to_owned(),
        }
    }

    fn watch() -> Watch {
        Watch::new(vec![
            rule(WatchedForm::Words, "casino", WatchedDeed::Block, ""),
            rule(WatchedForm::Words, "free money", WatchedDeed::Hold, ""),
            rule(WatchedForm::Pattern, r"\bvi[a4]gr[a4]\b", WatchedDeed::Hold, ""),
            rule(WatchedForm::Words, "darn", WatchedDeed::Replace, "d***"),
            rule(WatchedForm::Words, "refund", WatchedDeed::Tag, "billing"),
        ])
    }

    fn passed(parts: &[&str], writer: Writer) -> Passed {
        match judge(parts, writer, &watch()) {
            Verdict::Passed(passed) => passed,
            Verdict::Blocked(words) => panic!("blocked for {words}"),
        }
    }

    #[test]
    fn whole_words_are_blocked_however_they_are_written() {
        for (text, words) in [
            ("Best casino", Some("casino")),
            ("Best CASINO!", Some("CASINO")),
            ("Best ｃａｓｉｎｏ", Some("ｃａｓｉｎｏ")),
            ("Best ca\u{200b}sino", Some("ca\u{200b}sino")),
            ("The casinos", None),
            ("occasion", None),
        ] {
            let verdict = judge(&["A title", text], Writer::Helper, &watch());
            match words {
                Some(words) => assert_eq!(verdict, Verdict::Blocked(words.to_owned()), "{text}"),
                None => assert!(matches!(verdict, Verdict::Passed(_)), "{text}"),
            }
        }
    }

    #[test]
    fn phrases_and_patterns_are_held_unless_helpers_write_them() {
        for (text, words) in [
            ("Get free money today", Some("free money")),
            ("Get FREE – money", Some("FREE – money")),
            ("Free Money, V14GRA and Viagra", Some("Free Money, Viagra")),
            ("money is free", None),
            ("freed money", None),
        ] {
            assert_eq!(passed(&[text], Writer::Member).held_for.as_deref(), words, "{text}");
            assert_eq!(passed(&[text], Writer::Helper).held_for, None, "{text}");
        }
    }

    #[test]
    fn words_are_replaced_and_tags_given() {
        let passed = passed(
            &["A darn title", "Darn, a refund. DARN it", "Nothing"],
            Writer::Newcomer,
        );
        let parts: Vec<Option<&str>> = passed.parts.iter().map(Option::as_deref).collect();
        assert_eq!(parts, [Some("A d*** title"), Some("d***, a refund. d*** it"), None]);
        assert_eq!(passed.replaced.as_deref(), Some("darn"));
        assert_eq!(passed.tags, [TagName::parse("billing").unwrap()]);
        assert_eq!(passed.held_for, None);
    }

    #[test]
    fn moderators_may_quote_everything() {
        let passed = passed(&["casino, free money, darn"], Writer::Moderator);
        assert_eq!(
            passed,
            Passed {
                parts: vec![None],
                ..Passed::default()
            }
        );
    }
}
