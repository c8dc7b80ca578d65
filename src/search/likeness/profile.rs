//! What a question says, as few bytes: each stem with how often it is said.

/// A stem, as a number: two of one number are taken for the same, which among tens of thousands happens to a few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stem(u32);

impl Stem {
    /// The number of a stem: FNV-1a of its bytes (Fowler, Noll and Vo), the same on every machine.
    pub fn of(stem: &str) -> Self {
        let hash = stem.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        Self(hash)
    }

    /// The number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The stem of this number.
    pub fn numbered(number: u32) -> Self {
        Self(number)
    }
}

/// A word of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Its stem.
    pub stem: Stem,
    /// How often it is said, once in the title counting three times; at most 127.
    pub times: u8,
    /// Whether the title says it.
    pub is_in_title: bool,
}

/// How often a word of the title counts.
pub const TITLE_TIMES: u8 = 3;
/// More is not counted.
const MOST_TIMES: u8 = 0x7f;
const IN_TITLE: u8 = 0x80;
/// Bytes of a word: its number, then how often, with a bit for the title.
const WIDTH: usize = 5;

/// A question's words, each once, in the order of their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile(Vec<Word>);

impl Profile {
    /// Counts the stems of a title and of a text.
    pub fn of(title: &[String], body: &[String]) -> Self {
        let title = title.iter().map(|stem| Word {
            stem: Stem::of(stem),
            times: TITLE_TIMES,
            is_in_title: true,
        });
        let body = body.iter().map(|stem| Word {
            stem: Stem::of(stem),
            times: 1,
            is_in_title: false,
        });
        let mut words: Vec<Word> = title.chain(body).collect();
        words.sort_by_key(|word| word.stem);
        words.dedup_by(|next, kept| {
            let is_same = next.stem == kept.stem;
            if is_same {
                kept.times = kept.times.saturating_add(next.times).min(MOST_TIMES);
                kept.is_in_title |= next.is_in_title;
            }
            is_same
        });
        Self(words)
    }

    /// The words.
    pub fn words(&self) -> &[Word] {
        &self.0
    }

    /// How many words it has, those of the title counting three times.
    pub fn length(&self) -> f32 {
        self.0.iter().map(|word| f32::from(word.times)).sum()
    }

    /// How many different words the title has.
    pub fn title_length(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a title has a few words")]
        let length = self.0.iter().filter(|word| word.is_in_title).count() as f32;
        length
    }

    /// As bytes, to be kept.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.0.len() * WIDTH);
        for word in &self.0 {
            bytes.extend(word.stem.number().to_le_bytes());
            bytes.push(word.times.min(MOST_TIMES) | if word.is_in_title { IN_TITLE } else { 0 });
        }
        bytes
    }

    /// Reads what [`Profile::bytes`] wrote; a broken end is left out.
    pub fn read(bytes: &[u8]) -> Self {
        let words = bytes.chunks_exact(WIDTH).filter_map(|chunk| {
            let (number, marks) = chunk.split_first_chunk::<4>()?;
            let marks = *marks.first()?;
            Some(Word {
                stem: Stem::numbered(u32::from_le_bytes(*number)),
                times: marks & MOST_TIMES,
                is_in_title: marks & IN_TITLE != 0,
            })
        });
        Self(words.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_profile_counts_each_stem_once_and_is_read_as_it_was_written() {
        let profile = Profile::of(&stems("card declin card"), &stems("my card is declin why why"));
        let of = |stem| profile.words().iter().find(|word| word.stem == Stem::of(stem)).copied();
        assert_eq!(of("card").map(|word| (word.times, word.is_in_title)), Some((7, true)));
        assert_eq!(of("why").map(|word| (word.times, word.is_in_title)), Some((2, false)));
        assert_eq!(profile.words().len(), 5);
        assert_eq!(Profile::read(&profile.bytes()), profile);
    }

    #[test]
    fn what_is_said_endlessly_is_counted_to_a_bound_and_broken_bytes_are_no_fault() {
        let profile = Profile::of(&stems(&"very ".repeat(300)), &stems(&"much ".repeat(300)));
        assert!(profile.words().iter().all(|word| word.times == 127));
        assert_eq!(Profile::read(&profile.bytes()), profile);
        assert_eq!(Profile::read(&profile.bytes()[..7]).words().len(), 1);
    }

    #[test]
    fn numbers_of_stems_never_change() {
        assert_eq!(Stem::of("").number(), 0x811c_9dc5);
        assert_eq!(Stem::of("a").number(), 0xe40c_292c, "the published value");
    }
}
