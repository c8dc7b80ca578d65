//! How alike two questions are, by their words: what decides which threads are offered to somebody who asks.
//!
//! likeness = words + 0.15 × meaning + 0.03 × title + 0.05 × titles:
//! - *words*: BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over title (three times) and text, plus 0.6 times over the
//!   title alone, as a share of the most that any thread could reach; a word of the draft counts by the logarithm of how often
//!   it is said, as nobody asks twice as much by saying a word twice;
//! - *meaning*: the cosine of both in a [`latent::Latent`] space that is learnt from the forum's own threads, which knows
//!   that those who write "visa" also write "embassy";
//! - *title*: how much of the thread's title, by rarity, the draft says;
//! - *titles*: how much of both titles, by rarity, is in both (Jaccard).
//!
//! The weights were chosen on questions about travel (2,507 questions, 586 of them with a known original) and held against
//! two sets that they were not chosen on: customers' utterances to an insurer, and short rephrasings. They are the same for all
//! forums. What belongs here is pure: no engine, no database.

pub mod latent;
pub mod pair;
pub mod profile;

use latent::Latent;
use profile::{Profile, Stem, Word};

/// How many words of a draft are weighed: the rarest that it says most.
const MOST_WEIGHED: usize = 60;
/// Of them so many look for candidates.
const MOST_SOUGHT: usize = 25;
/// No further word looks for candidates once those before it are said by so many threads: a large forum has enough of them by then.
const MOST_READ: u64 = 100_000;
/// What meaning counts.
const MEANING: f32 = 0.15;
/// What a title that is said counts.
const TITLE_SAID: f32 = 0.03;
/// What two equal titles count.
const TITLES_ALIKE: f32 = 0.05;
/// What a word counts that stands in the title, besides what it counts in all.
const IN_TITLE: f32 = 0.6;
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// A stem that a draft says.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The stem.
    pub stem: String,
    /// How much it counts by how often it is said: the logarithm of that, once in the title being three times.
    pub weight: f32,
    /// Whether the draft's title says it.
    pub is_in_title: bool,
    /// How many threads say it.
    pub threads: u64,
    /// Its inverse document frequency.
    pub rarity: f32,
}

/// Those of the stems that a draft says that are weighed, the weightiest first.
pub fn weightiest(mut said: Vec<Said>) -> Vec<Said> {
    said.sort_by(|a, b| b.counts().total_cmp(&a.counts()).then_with(|| a.stem.cmp(&b.stem)));
    said.truncate(MOST_WEIGHED);
    said
}

impl Said {
    fn counts(&self) -> f32 {
        self.weight * self.rarity
    }
}

/// What a stem of the draft counts in a thread, and besides when it stands in its title.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    anywhere: f32,
    in_title: f32,
    /// Whether the draft's title says it too.
    is_of_title: bool,
    /// How rare it is among what was learnt from.
    rarity: f32,
}

impl Counts {
    fn of(said: &Said, rarity_in_titles: f32, latent: &Latent) -> Self {
        Self {
            rarity: latent.rarity(Stem::of(&said.stem)),
            anywhere: said.counts(),
            in_title: IN_TITLE * said.weight * rarity_in_titles,
            is_of_title: said.is_in_title,
        }
    }
}

/// A draft, weighed: what threads are compared with.
#[derive(Debug, Clone, Default)]
pub struct Weighed {
    said: Vec<Said>,
    /// The stems in the order of their numbers, and what each counts.
    stems: Vec<Stem>,
    counts: Vec<Counts>,
    most: f32,
    title: f32,
    meaning: Vec<f32>,
}

impl Weighed {
    /// Weighs the [`weightiest`] of what is said, each with its rarity among titles only: "want" is in many texts and in few
    /// titles.
    pub fn of(said: Vec<(Said, f32)>, latent: &Latent) -> Self {
        let counted = said
            .iter()
            .map(|(said, in_titles)| (Stem::of(&said.stem), Counts::of(said, *in_titles, latent)));
        let weighed = Self::weigh(counted.collect(), latent);
        let said = said.into_iter().map(|(said, _)| said).collect();
        Self { said, ..weighed }
    }

    /// Weighs words that are known by their numbers only, which are enough to compare.
    fn weigh(mut by_stem: Vec<(Stem, Counts)>, latent: &Latent) -> Self {
        by_stem.sort_by_key(|(stem, _)| *stem);
        let of_title = by_stem.iter().filter(|(_, counts)| counts.is_of_title);
        Self {
            said: Vec::new(),
            most: by_stem.iter().map(|(_, counts)| counts.anywhere).sum::<f32>() * (K1 + 1.0) * (1.0 + IN_TITLE),
            meaning: latent.vector(by_stem.iter().map(|(stem, counts)| (*stem, counts.anywhere))),
            title: of_title.map(|(_, counts)| counts.rarity).sum(),
            stems: by_stem.iter().map(|(stem, _)| *stem).collect(),
            counts: by_stem.into_iter().map(|(_, counts)| counts).collect(),
        }
    }

    /// The words by which candidates are found.
    pub fn sought(&self) -> impl Iterator<Item = &Said> {
        let mut read = 0;
        let known = self.said.iter().filter(|said| said.threads > 0);
        known.take(MOST_SOUGHT).take_while(move |said| {
            let is_wanted = read < MOST_READ;
            read += said.threads;
            is_wanted
        })
    }

    /// From which likeness on a thread so probably asks the same that it should be shown: few words say less, so more of
    /// them must be there.
    ///
    /// On the travel questions 42 % of what is shown for a whole draft is a known duplicate or was linked as related by people;
    /// of questions with a known duplicate 69 % are shown something, of the others 31 %.
    pub fn likely_from(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most a few dozen")]
        let words = self.stems.len().max(1) as f32;
        0.24 + 0.5 / words.sqrt()
    }

    /// How alike a thread is, from 0 to about 1.3.
    pub fn likeness(&self, thread: &Profile, latent: &Latent) -> f32 {
        self.likeness_to(&Placed::of(thread, latent))
    }

    /// The same for a thread of which is known where it lies.
    fn likeness_to(&self, thread: &Placed) -> f32 {
        self.likeness_by(self.shared_with(thread), thread)
    }

    /// The same by what they have in common.
    fn likeness_by(&self, Shared { words, said, shared }: Shared, thread: &Placed) -> f32 {
        if self.most <= 0.0 {
            return 0.0;
        }
        let titles = match thread.title > 0.0 {
            true => TITLE_SAID * said / thread.title + TITLES_ALIKE * shared / (self.title + thread.title - shared),
            false => 0.0,
        };
        words / self.most + MEANING * latent::cosine(&self.meaning, &thread.meaning) + titles
    }

    fn shared_with(&self, thread: &Placed) -> Shared {
        let mut all = Shared::default();
        self.for_shared(thread, |here, there| {
            if let (Some(counts), Some(word)) = (self.counts.get(here), thread.words.get(there)) {
                all.add(counts, word, thread);
            }
        });
        all
    }

    /// Tells the places of each word that a thread says too. Both are in the order of their stems, so one walk finds all; it steps
    /// without asking which is behind, as no processor could foresee the answer.
    fn for_shared(&self, thread: &Placed, mut look: impl FnMut(usize, usize)) {
        let (mut here, mut there) = (0, 0);
        while let (Some(stem), Some(word)) = (self.stems.get(here), thread.words.get(there)) {
            if *stem == word.stem {
                look(here, there);
            }
            here += usize::from(*stem <= word.stem);
            there += usize::from(word.stem <= *stem);
        }
    }
}

/// What a draft and a thread have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    /// The sum of BM25.
    words: f32,
    /// How rare those words of the thread's title are together that the draft says.
    said: f32,
    /// The same of those that its title says.
    shared: f32,
}

impl Shared {
    /// Adds a word of the thread that counts so much in the draft.
    fn add(&mut self, counts: &Counts, word: &Word, thread: &Placed) {
        let times = f32::from(word.times);
        self.words += counts.anywhere * times * (K1 + 1.0) / (times + thread.damping);
        if word.is_in_title {
            self.words += counts.in_title * (K1 + 1.0) / (1.0 + thread.damping_of_title);
            self.said += counts.rarity;
            self.shared += if counts.is_of_title { counts.rarity } else { 0.0 };
        }
    }
}

/// A thread, with all that comparing it needs but does not depend on what it is compared with.
#[derive(Debug, Clone, Default)]
struct Placed {
    words: Vec<Word>,
    /// By how much a word that is said often counts less: k1 × (1 − b + b × length ÷ usual length).
    damping: f32,
    /// The same for its title.
    damping_of_title: f32,
    /// How rare the words of its title are together.
    title: f32,
    /// Where it lies among what words mean here.
    meaning: Vec<f32>,
}

impl Placed {
    fn of(thread: &Profile, latent: &Latent) -> Self {
        let usual = latent.usual();
        let of_title = thread.words().iter().filter(|word| word.is_in_title);
        Self {
            words: thread.words().to_vec(),
            damping: K1 * (1.0 - B + B * thread.length() / usual.length),
            damping_of_title: K1 * (1.0 - B + B * thread.title_length() / usual.title),
            title: of_title.map(|word| latent.rarity(word.stem)).sum(),
            meaning: latent.vector(latent.weighed(thread)),
        }
    }
}

/// What words count beside a model's cosine: of those tried from 0 to 2 the one with the best first places on the travel questions,
/// and among the best for groups on all three sets.
const WORDS: f32 = 0.3;
/// What a thread's meaning is taken to be before a model has read it.
const UNREAD: f32 = 0.3;
/// From which likeness on a thread is shown where a model has a say.
///
/// Of the travel questions with a known duplicate 92 % are shown something, and of what is shown 67 % is one of its duplicates; by words
/// alone it is 63 % and 65 %.
const LIKELY_WITH_MEANING: f32 = 0.68;

/// How alike a thread is by its words and by its meaning, the cosine of a model's vectors.
pub fn with_meaning(words: f32, cosine: Option<f32>) -> f32 {
    WORDS * words + cosine.unwrap_or(UNREAD)
}

/// What [`Weighed::likely_from`] is where a model has a say.
pub fn likely_from_with_meaning() -> f32 {
    LIKELY_WITH_MEANING
}

/// The inverse document frequency of BM25: what a word that so many of all threads say is worth.
#[expect(clippy::cast_precision_loss, reason = "a logarithm of counts")]
pub fn rarity(frequency: u64, all: u64) -> f32 {
    let (frequency, all) = (frequency as f32, all as f32);
    (1.0 + (all - frequency + 0.5).max(0.5) / (frequency + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(title: &[&str], body: &[&str]) -> Profile {
        let stems = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Profile::of(&stems(title), &stems(body))
    }

    /// Threads about cards and about parcels, in which "refund" stands only beside "card".
    fn forum() -> Vec<Profile> {
        vec![
            profile(&["card", "declin"], &["card", "bank", "refund", "my"]),
            profile(&["card", "lost"], &["card", "bank", "block", "my"]),
            profile(&["bank", "refund"], &["bank", "card", "money", "my"]),
            profile(&["parcel", "late"], &["parcel", "courier", "street", "my"]),
            profile(&["courier", "rude"], &["courier", "parcel", "door", "my"]),
            profile(&["parcel", "door"], &["street", "courier", "parcel", "my"]),
        ]
    }

    fn weighed(words: &[(&str, f32)], latent: &Latent) -> Weighed {
        let said = words
            .iter()
            .map(|(word, times)| (word, times, latent.rarity(Stem::of(word))))
            .map(|(word, times, rarity)| Said {
                stem: (*word).to_owned(),
                weight: f32::ln_1p(*times),
                is_in_title: *times >= 3.0,
                threads: 1,
                rarity,
            });
        let said = weightiest(said.collect());
        let in_titles: Vec<f32> = said.iter().map(|said| said.rarity).collect();
        Weighed::of(said.into_iter().zip(in_titles).collect(), latent)
    }

    #[test]
    fn a_thread_that_says_the_same_is_more_alike_than_one_that_shares_a_word() {
        let latent = Latent::learn(&forum());
        let draft = weighed(&[("card", 4.0), ("declin", 3.0), ("my", 1.0)], &latent);
        let likeness = |thread| draft.likeness(thread, &latent);
        let threads = forum();
        assert!(likeness(&threads[0]) > likeness(&threads[1]));
        assert!(likeness(&threads[1]) > likeness(&threads[3]));
        assert!(likeness(&threads[0]) >= draft.likely_from());
        assert!(likeness(&threads[3]) < draft.likely_from());
    }

    #[test]
    fn nothing_said_is_like_nothing() {
        let latent = Latent::learn(&forum());
        let likeness = Weighed::default().likeness(&forum()[0], &latent);
        assert!(likeness.abs() < f32::EPSILON);
        assert!(
            weighed(&[], &Latent::default())
                .likeness(&profile(&[], &[]), &Latent::default())
                .abs()
                < f32::EPSILON
        );
    }
}
