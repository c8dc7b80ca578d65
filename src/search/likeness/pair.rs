//! How alike two questions are, seen from both sides: what groups of repeated questions are made by.

use super::latent::Latent;
use super::profile::{Profile, Stem, Word};
use super::{Counts, IN_TITLE, MOST_WEIGHED, Weighed};

/// A question that is compared with others.
#[derive(Debug, Clone, Default)]
pub struct Question {
    profile: Profile,
    weighed: Weighed,
    /// Where it lies among what words mean here.
    place: Vec<f32>,
}

impl Question {
    /// A question by what is kept of it.
    pub fn of(profile: Profile, latent: &Latent) -> Self {
        let mut words: Vec<(Stem, Counts)> = profile.words().iter().map(|word| counts(*word, latent)).collect();
        words.sort_by(|(a, of_a), (b, of_b)| of_b.anywhere.total_cmp(&of_a.anywhere).then_with(|| a.cmp(b)));
        words.truncate(MOST_WEIGHED);
        Self {
            weighed: Weighed::weigh(words, latent),
            place: latent.vector(latent.weighed(&profile)),
            profile,
        }
    }

    /// The stems that it says.
    pub fn words(&self) -> &[Word] {
        self.profile.words()
    }
}

/// How alike two questions are: the mean of how alike each is to the other, as a short one says little of a long one.
pub fn likeness(one: &Question, other: &Question, latent: &Latent) -> f32 {
    let there = one.weighed.likeness_at(&other.profile, &other.place, latent);
    let back = other.weighed.likeness_at(&one.profile, &one.place, latent);
    f32::midpoint(there, back)
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
