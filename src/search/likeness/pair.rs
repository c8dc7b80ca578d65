//! How alike two questions are, seen from both sides: what groups of repeated questions are made by.

use super::latent::Latent;
use super::profile::{Profile, Stem, Word};
use super::{Counts, IN_TITLE, MOST_WEIGHED, Placed, Weighed};
use crate::domain::vector::Vector;

/// What words count beside a model's cosine.
const BESIDE_MEANING: f32 = 0.5;
/// What that counts.
const MEANING: f32 = 0.5;
/// What is less near than this is no likeness.
const MEANING_FROM: f32 = 0.3;
/// At this likeness it is as probable as not that two questions ask the same.
const EVEN: f32 = 0.26;
/// How fast that changes.
const STEEPNESS: f32 = 20.0;

/// A question that is compared with others.
#[derive(Debug, Clone, Default)]
pub struct Question {
    placed: Placed,
    weighed: Weighed,
    meaning: Option<Vector>,
}

impl Question {
    /// A question by what is kept of it.
    pub fn of(profile: &Profile, latent: &Latent) -> Self {
        let mut words: Vec<(Stem, Counts)> = profile.words().iter().map(|word| counts(*word, latent)).collect();
        words.sort_by(|(a, of_a), (b, of_b)| of_b.anywhere.total_cmp(&of_a.anywhere).then_with(|| a.cmp(b)));
        words.truncate(MOST_WEIGHED);
        Self {
            weighed: Weighed::weigh(words, latent),
            placed: Placed::of(profile, latent),
            meaning: None,
        }
    }

    /// The same, with what it means by a model.
    pub fn that_means(self, meaning: Option<Vector>) -> Self {
        Self { meaning, ..self }
    }

    /// The stems that it says.
    pub fn words(&self) -> &[Word] {
        &self.placed.words
    }
}

/// How alike two questions are, by their words and, where that is known of both, by what they mean.
pub fn likeness(one: &Question, other: &Question) -> f32 {
    let words = words_alike(one, other);
    match cosine(one, other) {
        Some(cosine) => BESIDE_MEANING * words + MEANING * (cosine - MEANING_FROM),
        None => words,
    }
}

/// How probably two questions ask the same, if they are as alike as this.
pub fn probability(likeness: f32) -> f32 {
    1.0 / (1.0 + (STEEPNESS * (EVEN - likeness)).exp())
}

/// The mean of how alike each is to the other by its words, as a short one says little of a long one.
fn words_alike(one: &Question, other: &Question) -> f32 {
    f32::midpoint(
        one.weighed.likeness_to(&other.placed),
        other.weighed.likeness_to(&one.placed),
    )
}

/// How near they are by what they mean: 1 for the same; `None` where that is not known.
pub fn cosine(one: &Question, other: &Question) -> Option<f32> {
    Some(one.meaning.as_ref()?.cosine(other.meaning.as_ref()?))
}

/// How much of both titles, by rarity, is in both: 1 when they are the same.
pub fn titles_alike(one: &Question, other: &Question) -> f32 {
    let (_, shared) = one.weighed.titles_shared(&other.placed);
    let all = one.weighed.title + other.placed.title - shared;
    if all > 0.0 { shared / all } else { 0.0 }
}

/// The stems that both say, with what each counts for their likeness.
pub fn shared(one: &Question, other: &Question) -> Vec<(Stem, f32)> {
    let both = one.weighed.along(&other.placed.words, |word| word.stem);
    both.filter_map(|(word, counts)| Some((word.stem, counts?.anywhere)))
        .collect()
}

/// What is kept of a question does not tell how rare a word is among titles; how rare it is at all stands for that.
fn counts(word: Word, latent: &Latent) -> (Stem, Counts) {
    let weight = f32::from(word.times).ln_1p();
    let rarity = latent.rarity(word.stem);
    let counts = Counts {
        anywhere: weight * rarity,
        in_title: IN_TITLE * weight * rarity,
        is_of_title: word.is_in_title,
    };
    (word.stem, counts)
}
