//! What of a thread or a draft a model reads.
//!
//! What belongs here is pure: which words count, and how the vectors of a title and of a whole text become one.

use sha2::{Digest, Sha256};

use crate::domain::vector::Vector;
use crate::store::thread_vectors::ThreadText;
use crate::text::excerpt;

/// How many words of a text are read after the title: what follows is logs and thanks.
const WORDS: usize = 120;
/// And how many characters, for scripts that write no spaces.
const CHARACTERS: usize = 2_000;
/// How much the title counts once more by itself.
const TITLE: f32 = 0.3;

/// What a title and a text are to a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// The title alone.
    pub title: String,
    /// The title and the beginning of the text.
    pub whole: String,
}

impl Meant {
    /// Of a title and a plain text.
    pub fn of(title: &str, body: &str) -> Self {
        let title = joined(title.split_whitespace());
        let body = joined(body.split_whitespace().take(WORDS));
        let whole = match body.is_empty() {
            true => title.clone(),
            false => format!("{title} {body}"),
        };
        let whole = whole.chars().take(CHARACTERS).collect();
        Self { title, whole }
    }

    /// Of a thread.
    pub fn of_thread(thread: &ThreadText) -> Self {
        Self::of(&thread.title, &excerpt::words(&thread.body, CHARACTERS))
    }

    /// A number that another text does not have: eight bytes of its SHA-256.
    pub fn hash(&self) -> i64 {
        let digest = Sha256::digest(format!("{}\n{}", self.title, self.whole).as_bytes());
        digest.first_chunk::<8>().map_or(0, |bytes| i64::from_le_bytes(*bytes))
    }
}

/// One vector of both: that of the whole text, and a little more of its title. Kept as one, a thread takes half the memory that
/// two would.
pub fn blended(title: &[f32], whole: &[f32]) -> Option<Vector> {
    let both = title.iter().zip(whole);
    let sum: Vec<f32> = both.map(|(title, whole)| whole + TITLE * title).collect();
    Vector::of(&sum)
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_text_is_read_after_its_title() {
        let meant = Meant::of("  Why  so\nslow? ", &"word ".repeat(500));
        assert_eq!(meant.title, "Why so slow?");
        assert_eq!(meant.whole, format!("Why so slow? {}word", "word ".repeat(WORDS - 1)));
        assert_eq!(Meant::of("Why?", " \n").whole, "Why?");
        assert_eq!(Meant::of("なぜ", &"遅".repeat(9_000)).whole.chars().count(), CHARACTERS);
    }

    #[test]
    fn another_text_has_another_number() {
        let meant = Meant::of("a", "b c");
        assert_eq!(meant.hash(), Meant::of("a ", "b  c").hash());
        assert_ne!(meant.hash(), Meant::of("a b", "c").hash());
    }

    #[test]
    fn a_title_counts_a_little() {
        let vector = blended(&[1.0, 0.0], &[0.0, 1.0]).unwrap();
        let (title, whole) = (Vector::of(&[1.0, 0.0]).unwrap(), Vector::of(&[0.0, 1.0]).unwrap());
        assert!(vector.cosine(&title) < vector.cosine(&whole));
        assert!(vector.cosine(&title) > 0.2);
    }
}
