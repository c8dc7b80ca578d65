//! How alike two questions are, seen from both sides: what groups of repeated questions are made by.

use std::sync::Arc;

use super::latent::Latent;
use super::profile::{Profile, Stem, Word};
use super::{Counts, IN_TITLE, MOST_WEIGHED, Placed, Shared, Weighed, with_meaning};
use crate::domain::vector::Vector;

/// Words and meaning together are less than this for questions that have nothing to do with each other.
const NOTHING: f32 = 0.17;
/// By what the rest is multiplied, so that what is alike enough by words alone and by both is told by one number.
const SCALE: f32 = 0.6;

/// How a likeness becomes a probability.
struct Calibration {
    /// The likeness at which it is as probable as not that two questions ask the same.
    even: f32,
    /// How fast that changes.
    steepness: f32,
}

/// Logistic regressions over all pairs of three sets whose questions are known to be the same or not (short rephrasings,
/// customers' utterances to an insurer, questions about travel), each set counting the same: 100,000 pairs from a likeness of 0.12 on.
const BY_WORDS: Calibration = Calibration {
    even: 0.305,
    steepness: 12.1,
};
const BY_MEANING: Calibration = Calibration {
    even: 0.278,
    steepness: 15.0,
};

/// A question that is compared with others; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Question {
    said: Arc<Said>,
    meaning: Option<Vector>,
}

/// What a question says, seen from both sides, which have the same words in the same order.
#[derive(Debug, Default)]
struct Said {
    placed: Placed,
    weighed: Weighed,
}

impl Question {
    /// A question by what is kept of it.
    pub fn of(profile: &Profile, latent: &Latent) -> Self {
        let mut words: Vec<(Stem, Counts)> = profile.words().iter().map(|word| counts(*word, latent)).collect();
        words.sort_by(|(a, of_a), (b, of_b)| of_b.anywhere.total_cmp(&of_a.anywhere).then_with(|| a.cmp(b)));
        // The rest is said, but counts nothing.
        words
            .iter_mut()
            .skip(MOST_WEIGHED)
            .for_each(|(_, counts)| *counts = Counts::default());
        let said = Said {
            weighed: Weighed::weigh(words, latent),
            placed: Placed::of(profile, latent),
        };
        Self {
            said: Arc::new(said),
            meaning: None,
        }
    }

    /// The same, with what it means by a model.
    pub fn that_means(self, meaning: Option<Vector>) -> Self {
        Self { meaning, ..self }
    }

    /// The stems that it says.
    pub fn words(&self) -> &[Word] {
        &self.said.placed.words
    }
}

/// How alike two questions are, by their words and, where that is known of both, by what they mean.
pub fn likeness(one: &Question, other: &Question) -> f32 {
    let words = words_alike(one, other);
    match cosine(one, other) {
        Some(cosine) => SCALE * (with_meaning(words, Some(cosine)) - NOTHING),
        None => words,
    }
}

/// How probably two questions ask the same, from 0 to 1.
pub fn probability(one: &Question, other: &Question) -> f32 {
    let Calibration { even, steepness } = match cosine(one, other) {
        Some(_) => BY_MEANING,
        None => BY_WORDS,
    };
    1.0 / (1.0 + (steepness * (even - likeness(one, other))).exp())
}

/// The mean of how alike each is to the other by its words, as a short one says little of a long one.
fn words_alike(one: &Question, other: &Question) -> f32 {
    let (one, other) = (&*one.said, &*other.said);
    let (mut of_one, mut of_other) = (Shared::default(), Shared::default());
    one.weighed.for_shared(&other.placed, |here, there| {
        if let (Some(counts), Some(word)) = (one.weighed.counts.get(here), other.placed.words.get(there)) {
            of_one.add(counts, word, &other.placed);
        }
        if let (Some(counts), Some(word)) = (other.weighed.counts.get(there), one.placed.words.get(here)) {
            of_other.add(counts, word, &one.placed);
        }
    });
    f32::midpoint(
        one.weighed.likeness_by(of_one, &other.placed),
        other.weighed.likeness_by(of_other, &one.placed),
    )
}

/// How near they are by what they mean: 1 for the same; `None` where that is not known.
pub fn cosine(one: &Question, other: &Question) -> Option<f32> {
    Some(one.meaning.as_ref()?.cosine(other.meaning.as_ref()?))
}

/// How much of both titles, by rarity, is in both: 1 when they are the same.
pub fn titles_alike(one: &Question, other: &Question) -> f32 {
    let shared = one.said.weighed.shared_with(&other.said.placed).shared;
    let all = one.said.weighed.title + other.said.placed.title - shared;
    if all > 0.0 { shared / all } else { 0.0 }
}

/// The stems that both say, with what each counts for their likeness.
pub fn shared(one: &Question, other: &Question) -> Vec<(Stem, f32)> {
    let mut both = Vec::new();
    let weighed = &one.said.weighed;
    weighed.for_shared(&other.said.placed, |here, _| {
        if let (Some(stem), Some(counts)) = (weighed.stems.get(here), weighed.counts.get(here)) {
            both.push((*stem, counts.anywhere));
        }
    });
    both
}

/// What is kept of a question does not tell how rare a word is among titles; how rare it is at all stands for that.
fn counts(word: Word, latent: &Latent) -> (Stem, Counts) {
    let weight = f32::from(word.times).ln_1p();
    let rarity = latent.rarity(word.stem);
    let counts = Counts {
        anywhere: weight * rarity,
        in_title: IN_TITLE * weight * rarity,
        is_of_title: word.is_in_title,
        rarity,
    };
    (word.stem, counts)
}
