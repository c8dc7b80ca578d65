//! What made-up posts say: words that come as often as words do, and that keep company as words do.
//!
//! A word's chance falls with its rank: the hundredth word comes a hundredth as often as the first (Zipf 1949). The first
//! hundred are English, so that the texts have a language; behind them stands a million of made-up ones, most of which few
//! threads hold. Each thread has a topic, some topics are far more popular than others, and each has a vocabulary of its own,
//! of which the thread's title, its text and its answers draw; and all of them say some of the title's words again.

/// The words that stand in every English text, the most frequent first.
const COMMON: [&str; 100] = [
    "the", "to", "and", "of", "a", "in", "is", "it", "you", "that", "for", "on", "with", "have", "this", "be", "not",
    "are", "as", "but", "what", "from", "when", "can", "my", "or", "if", "was", "at", "do", "an", "so", "there",
    "which", "your", "all", "will", "one", "by", "would", "how", "they", "we", "no", "has", "some", "then", "just",
    "like", "use", "any", "after", "time", "does", "only", "out", "me", "up", "try", "get", "other", "more", "about",
    "work", "because", "them", "new", "also", "could", "than", "should", "were", "same", "now", "been", "here", "into",
    "need", "see", "their", "had", "where", "know", "too", "who", "these", "make", "before", "very", "way", "first",
    "without", "over", "find", "change", "problem", "set", "still", "even", "again",
];

/// What made-up words are made of.
const BEGINNINGS: [&str; 16] = [
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "st", "br", "v",
];
const ENDS: [&str; 8] = ["a", "e", "i", "o", "er", "an", "in", "or"];

/// How many words there are.
const WORDS: u64 = 1_000_000;
/// How many topics, the first the most popular.
const TOPICS: u64 = 500;
/// How many words a topic has, and of how many they are.
const WORDS_OF_TOPIC: u64 = 300;
const TOPICAL: u64 = 60_000;

/// What one thread says.
pub struct Story {
    number: u64,
    topic: u64,
    title: Vec<String>,
}

impl Story {
    /// The story of the thread with this number, always the same.
    pub fn of(number: i64) -> Self {
        let number = number.unsigned_abs();
        let mut chance = Chance(number);
        let topic = chance.zipf(TOPICS);
        let length = 5 + chance.below(5);
        let title = (0..length)
            .map(|_| match chance.below(100) {
                0..65 => of_topic(topic, &mut chance),
                65..90 => common(&mut chance),
                _ => word(chance.zipf(WORDS)),
            })
            .collect();
        Self { number, topic, title }
    }

    /// Its title.
    pub fn title(&self) -> String {
        format!("{}?", capital(&self.title.join(" ")))
    }

    /// Its text, in Markdown.
    pub fn text(&self) -> String {
        let mut chance = Chance(self.number ^ 0x7e47);
        let sentences = 3 + chance.below(6);
        self.post(sentences, &mut chance)
    }

    /// A reply to it, in Markdown; replies are numbered through the forum.
    pub fn reply(&self, number: i64) -> String {
        let mut chance = Chance(number.unsigned_abs() ^ 0x4e_b17e);
        let sentences = 2 + chance.below(5);
        self.post(sentences, &mut chance)
    }

    fn post(&self, sentences: u64, chance: &mut Chance) -> String {
        let mut post = String::new();
        for nth in 0..sentences {
            if nth > 0 {
                post.push_str(if chance.below(3) == 0 { "\n\n" } else { " " });
            }
            post.push_str(&self.sentence(chance));
        }
        match chance.below(12) {
            0 => post.push_str(&format!("\n\n- {}\n- {}", self.sentence(chance), self.sentence(chance))),
            1 => post.push_str(&format!("\n\n```\n{}\n{}\n```", self.sentence(chance), detail(chance))),
            _ => {}
        }
        post
    }

    fn sentence(&self, chance: &mut Chance) -> String {
        let length = 6 + chance.below(12);
        let words: Vec<String> = (0..length).map(|_| self.next_word(chance)).collect();
        format!("{}.", capital(&words.join(" ")))
    }

    fn next_word(&self, chance: &mut Chance) -> String {
        match chance.below(100) {
            0..32 => common(chance),
            32..51 => word(chance.zipf(WORDS)),
            51..86 => of_topic(self.topic, chance),
            86..99 => {
                let place = chance.below(self.title.len() as u64);
                self.title.get(place as usize).cloned().unwrap_or_default()
            }
            _ => detail(chance),
        }
    }
}

fn common(chance: &mut Chance) -> String {
    word(chance.zipf(COMMON.len() as u64))
}

fn of_topic(topic: u64, chance: &mut Chance) -> String {
    let place = chance.zipf(WORDS_OF_TOPIC);
    let rank = COMMON.len() as u64 + 1 + Chance(topic * WORDS_OF_TOPIC + place).below(TOPICAL);
    word(rank)
}

/// What next to nobody else says: a version, or the code of an error.
fn detail(chance: &mut Chance) -> String {
    match chance.below(2) {
        0 => format!("v{}.{}.{}", chance.below(9), chance.below(40), chance.below(200)),
        _ => format!("E{}", 1_000 + chance.below(9_000)),
    }
}

/// The word of this rank, counted from 1: the rarer, the longer.
fn word(rank: u64) -> String {
    let place = usize::try_from(rank.saturating_sub(1)).unwrap_or_default();
    if let Some(common) = COMMON.get(place) {
        return (*common).to_owned();
    }
    // At least two syllables, so that none is a common word; the first syllable turns fastest, so that words of like rank
    // stand far apart in an index.
    let mut left = place - COMMON.len();
    let syllables = BEGINNINGS.len() * ENDS.len();
    let mut made = String::new();
    for nth in 0.. {
        if nth > 1 {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        let syllable = left % syllables;
        left /= syllables;
        made.push_str(BEGINNINGS.get(syllable % BEGINNINGS.len()).copied().unwrap_or_default());
        made.push_str(ENDS.get(syllable / BEGINNINGS.len()).copied().unwrap_or_default());
    }
    made
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Numbers that look like chance and are always the same (SplitMix64, Steele et al. 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, below: u64) -> u64 {
        self.next() % below.max(1)
    }

    /// A rank from 1 to `last`, each as likely as one divided by it, near enough.
    #[expect(clippy::cast_precision_loss, reason = "a rank, not an amount")]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 1 and the last rank"
    )]
    fn zipf(&mut self, last: u64) -> u64 {
        let even = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = ((last + 1) as f64).powf(even) as u64;
        rank.clamp(1, last)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    fn words_of(text: &str) -> Vec<String> {
        let words = text.split(|character: char| !character.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    }

    #[test]
    fn next_to_every_word_has_one_rank() {
        let words: HashSet<String> = (1..=100_000).map(word).collect();
        assert!(
            words.len() > 99_900,
            "a few are English by chance, not {}",
            100_000 - words.len()
        );
    }

    #[test]
    fn a_story_is_always_the_same_and_no_two_are() {
        assert_eq!(Story::of(7).text(), Story::of(7).text());
        let titles: HashSet<String> = (1..=2_000).map(|number| Story::of(number).title()).collect();
        assert_eq!(titles.len(), 2_000);
    }

    #[test]
    fn few_words_are_frequent_and_most_are_rare() {
        let mut threads: HashMap<String, usize> = HashMap::new();
        for number in 1..=2_000 {
            let words: HashSet<String> = words_of(&Story::of(number).text()).into_iter().collect();
            for word in words {
                *threads.entry(word).or_default() += 1;
            }
        }
        assert!(
            threads.get("the").is_some_and(|count| *count > 1_600),
            "{:?}",
            threads.get("the")
        );
        let once = threads.values().filter(|count| **count == 1).count();
        assert!(once * 3 > threads.len(), "{once} of {}", threads.len());
    }

    #[test]
    fn answers_speak_of_what_was_asked() {
        let shared = |a: &str, b: &str| {
            let common: HashSet<&str> = COMMON.into_iter().collect();
            let (a, b): (HashSet<String>, HashSet<String>) =
                (words_of(a).into_iter().collect(), words_of(b).into_iter().collect());
            a.intersection(&b)
                .filter(|word| !common.contains(word.as_str()))
                .count()
        };
        let (mut own, mut others) = (0, 0);
        for number in 1..=500 {
            let story = Story::of(number);
            own += shared(&story.title(), &story.reply(number));
            others += shared(&story.title(), &Story::of(number + 1).reply(number + 1));
        }
        assert!(own > 4 * others, "{own} words of the own title, {others} of another");
    }
}
