//! What words mean here: a space of few dimensions in which words that are said of the same things lie near each other.
//!
//! Latent semantic analysis (Deerwester, Dumais, Furnas, Landauer and Harshman 1990) of a sample of the forum's threads: the
//! dominant right singular vectors of their matrix of weighed words, found by orthogonal iteration (Golub and Van Loan, *Matrix
//! Computations*, 8.2.4). Only the space that they span matters to cosines, so they are not rotated into single directions.

use std::collections::HashMap;

use super::profile::{Profile, Stem};
use super::rarity;

/// The dimensions of the space.
const DIMENSIONS: usize = 50;
/// How many threads are learnt from at most: more change little.
pub const MOST_LEARNT_FROM: usize = 20_000;
/// How many words have a place in it: those that most threads say.
const MOST_WORDS: usize = 30_000;
/// How often the space is turned towards the words that are said together; each time brings the rest down by the square of
/// its share.
const TURNS: usize = 12;
const MAGIC: &[u8; 8] = b"tanyals1";

/// How long questions usually are here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usual {
    /// [`Profile::length`] of the average thread.
    pub length: f32,
    /// [`Profile::title_length`] of it.
    pub title: f32,
}

/// A column's numbers along all directions.
type Along = [f32; DIMENSIONS];

/// A word's place.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    rarity: f32,
    /// By what the numbers are multiplied.
    scale: f32,
    numbers: [i8; DIMENSIONS],
}

/// What was learnt from a forum's threads.
#[derive(Debug, Clone, PartialEq)]
pub struct Latent {
    threads: u64,
    usual: Usual,
    places: HashMap<Stem, Place>,
}

/// Nothing was learnt yet: words count alike, and no two have anything to do with each other.
impl Default for Latent {
    fn default() -> Self {
        Self {
            threads: 0,
            usual: Usual {
                length: 100.0,
                title: 8.0,
            },
            places: HashMap::new(),
        }
    }
}

impl Latent {
    /// How many threads there were when this was learnt: it is time to learn anew when they are twice as many.
    pub fn threads(&self) -> u64 {
        self.threads
    }

    /// The same, learnt when there were so many threads, of which those that it was learnt from are a sample.
    pub fn when_there_were(self, threads: u64) -> Self {
        Self { threads, ..self }
    }

    /// How long questions usually are.
    pub fn usual(&self) -> Usual {
        self.usual
    }

    /// The inverse document frequency of a word in the sample; a word that is not known is as rare as can be.
    pub fn rarity(&self, stem: Stem) -> f32 {
        match self.places.get(&stem) {
            Some(place) => place.rarity,
            None => rarity(1, self.threads.clamp(1, MOST_LEARNT_FROM as u64)),
        }
    }

    /// A thread's words with what each counts.
    pub fn weighed<'a>(&'a self, thread: &'a Profile) -> impl Iterator<Item = (Stem, f32)> + 'a {
        thread.words().iter().filter_map(|word| {
            let place = self.places.get(&word.stem)?;
            Some((word.stem, (1.0 + f32::from(word.times).ln()) * place.rarity))
        })
    }

    /// Where words, with what each counts, lie together: of length 1, or nowhere when none of them is known.
    pub fn vector(&self, words: impl Iterator<Item = (Stem, f32)>) -> Vec<f32> {
        let mut sum = vec![0.0; DIMENSIONS];
        for (stem, counts) in words {
            if let Some(place) = self.places.get(&stem) {
                let factor = counts * place.scale;
                for (sum, number) in sum.iter_mut().zip(place.numbers) {
                    *sum += factor * f32::from(number);
                }
            }
        }
        let length = cosine(&sum, &sum).sqrt();
        if length > 0.0 {
            sum.iter_mut().for_each(|number| *number /= length);
        }
        sum
    }

    /// Learns from a sample of threads; the same sample teaches the same.
    pub fn learn(sample: &[Profile]) -> Self {
        let mut said_by: HashMap<Stem, u64> = HashMap::new();
        for word in sample.iter().flat_map(Profile::words) {
            *said_by.entry(word.stem).or_default() += 1;
        }
        let mut words: Vec<(Stem, u64)> = said_by.into_iter().filter(|(_, threads)| *threads > 1).collect();
        words.sort_unstable_by_key(|(stem, threads)| (std::cmp::Reverse(*threads), *stem));
        words.truncate(MOST_WORDS);
        let count = sample.len() as u64;
        let rarities: Vec<f32> = words.iter().map(|(_, threads)| rarity(*threads, count)).collect();
        let columns: HashMap<Stem, u32> = words.iter().zip(0..).map(|((stem, _), at)| (*stem, at)).collect();
        let rows = sample
            .iter()
            .map(|thread| row(thread, &columns, &rarities, rarity(1, count)));
        let basis = dominant(&rows.collect::<Vec<_>>(), words.len());
        let placed = words.iter().zip(&rarities).zip(&basis);
        let places = placed.map(|(((stem, _), rarity), along)| (*stem, Place::of(*rarity, along)));
        Self {
            threads: count,
            usual: usual(sample),
            places: places.collect(),
        }
    }

    /// As bytes, to be kept.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.threads.to_le_bytes());
        bytes.extend(self.usual.length.to_le_bytes());
        bytes.extend(self.usual.title.to_le_bytes());
        let mut places: Vec<(&Stem, &Place)> = self.places.iter().collect();
        places.sort_unstable_by_key(|(stem, _)| **stem);
        for (stem, place) in places {
            bytes.extend(stem.number().to_le_bytes());
            bytes.extend(place.rarity.to_le_bytes());
            bytes.extend(place.scale.to_le_bytes());
            bytes.extend(place.numbers.map(|number| number.to_le_bytes()).as_flattened());
        }
        bytes
    }

    /// Reads what [`Latent::bytes`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let threads = u64::from_le_bytes(take(&mut rest)?);
        let usual = Usual {
            length: f32::from_le_bytes(take(&mut rest)?),
            title: f32::from_le_bytes(take(&mut rest)?),
        };
        let mut places = HashMap::new();
        while !rest.is_empty() {
            let stem = Stem::numbered(u32::from_le_bytes(take(&mut rest)?));
            let place = Place {
                rarity: f32::from_le_bytes(take(&mut rest)?),
                scale: f32::from_le_bytes(take(&mut rest)?),
                numbers: take::<DIMENSIONS>(&mut rest)?.map(|byte| i8::from_le_bytes([byte])),
            };
            places.insert(stem, place);
        }
        let is_sound = usual.length > 0.0 && usual.title > 0.0;
        is_sound.then_some(Self { threads, usual, places })
    }
}

impl Place {
    fn of(rarity: f32, values: &Along) -> Self {
        let most = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let scale = if most > 0.0 { most / 127.0 } else { 1.0 };
        #[expect(clippy::cast_possible_truncation, reason = "between -127 and 127")]
        let numbers = values.map(|value| (value / scale).round() as i8);
        Self { rarity, scale, numbers }
    }
}

/// How near two places of [`Latent::vector`] are, added up in several sums at once: in one, each would wait for the one before.
pub fn cosine(a: &[f32], b: &[f32]) -> f32 {
    const AT_ONCE: usize = 10;
    let mut sums = [0.0; AT_ONCE];
    for (a, b) in a.chunks(AT_ONCE).zip(b.chunks(AT_ONCE)) {
        let along = sums.iter_mut().zip(a.iter().zip(b));
        along.for_each(|(sum, (a, b))| *sum += a * b);
    }
    sums.iter().sum()
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*taken)
}

fn usual(sample: &[Profile]) -> Usual {
    #[expect(clippy::cast_precision_loss, reason = "an average of thousands")]
    let average = |of: fn(&Profile) -> f32| sample.iter().map(of).sum::<f32>() / sample.len().max(1) as f32;
    Usual {
        length: average(Profile::length).max(1.0),
        title: average(Profile::title_length).max(1.0),
    }
}

/// A thread as a row of the matrix: columns with weights. With the words that nobody else says it has the length 1, so that
/// a thread of its own words teaches little.
fn row(thread: &Profile, columns: &HashMap<Stem, u32>, rarities: &[f32], rarest: f32) -> Vec<(u32, f32)> {
    let mut length = 0.0;
    let mut row = Vec::with_capacity(thread.words().len());
    for word in thread.words() {
        let column = columns.get(&word.stem).copied();
        let rarity = column.and_then(|column| rarities.get(column as usize)).copied();
        let weight = (1.0 + f32::from(word.times).ln()) * rarity.unwrap_or(rarest);
        length += weight * weight;
        row.extend(column.map(|column| (column, weight)));
    }
    row.iter_mut().for_each(|(_, weight)| *weight /= length.sqrt());
    row
}

/// The dominant directions of the words of these rows: for each column its number along each of them.
fn dominant(rows: &[Vec<(u32, f32)>], columns: usize) -> Vec<Along> {
    let mut basis = beginning(columns);
    for _ in 0..TURNS {
        orthonormalise(&mut basis);
        basis = turned(rows, &basis);
    }
    orthonormalise(&mut basis);
    basis
}

/// Where orthogonal iteration begins: any directions do that are not orthogonal to those which are sought. The same each time.
fn beginning(columns: usize) -> Vec<Along> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        // Marsaglia's xorshift with 64 bits (2003).
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        #[expect(clippy::cast_precision_loss, reason = "a number of no meaning")]
        let number = (state >> 40) as f32 / 8_388_608.0 - 1.0;
        number
    };
    (0..columns).map(|_| std::array::from_fn(|_| next())).collect()
}

/// The rows' own products with the directions, brought back to the columns.
fn turned(rows: &[Vec<(u32, f32)>], basis: &[Along]) -> Vec<Along> {
    let mut turned = vec![[0.0; DIMENSIONS]; basis.len()];
    for row in rows {
        let mut along = [0.0; DIMENSIONS];
        for (column, weight) in row {
            if let Some(numbers) = basis.get(*column as usize) {
                add(&mut along, *weight, numbers);
            }
        }
        for (column, weight) in row {
            if let Some(sum) = turned.get_mut(*column as usize) {
                add(sum, *weight, &along);
            }
        }
    }
    turned
}

fn add(sum: &mut Along, factor: f32, numbers: &Along) {
    for (sum, number) in sum.iter_mut().zip(numbers) {
        *sum += factor * number;
    }
}

/// Makes directions orthogonal and of length 1 (modified Gram–Schmidt); what is left of one that others span is 0.
fn orthonormalise(basis: &mut [Along]) {
    for axis in 0..DIMENSIONS {
        let was = product(basis, axis, axis).sqrt();
        for other in 0..axis {
            let along = product(basis, axis, other);
            for numbers in basis.iter_mut() {
                let part = along * number(numbers, other);
                set(numbers, axis, |value| value - part);
            }
        }
        let length = product(basis, axis, axis).sqrt();
        let factor = if length > was * 1e-4 { 1.0 / length } else { 0.0 };
        for numbers in basis.iter_mut() {
            set(numbers, axis, |value| value * factor);
        }
    }
}

fn product(basis: &[Along], a: usize, b: usize) -> f32 {
    basis
        .iter()
        .map(|numbers| number(numbers, a) * number(numbers, b))
        .sum()
}

fn number(numbers: &Along, axis: usize) -> f32 {
    numbers.get(axis).copied().unwrap_or_default()
}

fn set(numbers: &mut Along, axis: usize, to: impl FnOnce(f32) -> f32) {
    if let Some(value) = numbers.get_mut(axis) {
        *value = to(*value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forum() -> Vec<Profile> {
        let stems = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let texts = [
            "visa embassy",
            "embassy visa stamp",
            "train ticket",
            "ticket train seat",
            "seat train",
            "stamp visa",
        ];
        texts.iter().map(|text| Profile::of(&stems(text), &[])).collect()
    }

    fn along(latent: &Latent, a: &str, b: &str) -> f32 {
        let vector = |word| latent.vector(std::iter::once((Stem::of(word), 1.0)));
        cosine(&vector(a), &vector(b))
    }

    #[test]
    fn directions_are_orthogonal_and_of_length_one_or_nothing() {
        let rows = vec![
            vec![(0, 1.0), (1, 0.5)],
            vec![(1, 1.0), (2, 1.0)],
            vec![(0, 0.2), (2, 0.7)],
        ];
        let basis = dominant(&rows, 3);
        for a in 0..DIMENSIONS {
            for b in 0..DIMENSIONS {
                let wanted = if a == b && a < 3 { 1.0 } else { 0.0 };
                assert!((product(&basis, a, b) - wanted).abs() < 1e-3, "{a} and {b}");
            }
        }
    }

    #[test]
    fn the_first_direction_is_the_dominant_one() {
        // Worked by hand: the matrix has the singular values 5 and 3, the first along the third column.
        let rows = vec![vec![(2, 5.0)], vec![(0, 3.0)]];
        let basis = dominant(&rows, 3);
        assert!(basis[2][0].abs() > 0.99, "{basis:?}");
        assert!(basis[0][1].abs() > 0.99, "{basis:?}");
    }

    #[test]
    fn it_is_read_as_it_was_written_and_learns_the_same_each_time() {
        let latent = Latent::learn(&forum()).when_there_were(600);
        assert_eq!(Latent::read(&latent.bytes()), Some(latent.clone()));
        assert_eq!(latent, Latent::learn(&forum()).when_there_were(600));
        assert_eq!(Latent::read(&latent.bytes()[..latent.bytes().len() - 3]), None);
        assert_eq!(Latent::read(b""), None);
    }

    #[test]
    fn words_of_one_matter_lie_near_each_other_even_if_nobody_says_them_together() {
        // Fifty matters of four words: half of the threads say the first three, half the last three.
        let thread = |at: usize| -> Vec<String> {
            let (matter, from) = (at / 4, at % 2);
            (from..from + 3)
                .map(|word| format!("matter{matter}word{word}"))
                .collect()
        };
        let forum: Vec<Profile> = (0..200).map(|at| Profile::of(&thread(at), &[])).collect();
        let latent = Latent::learn(&forum);
        let near = along(&latent, "matter7word0", "matter7word3");
        let far = along(&latent, "matter7word0", "matter8word3");
        assert!(near > 0.9 && far.abs() < 0.05, "{near} and {far}");
    }

    #[test]
    fn a_forum_of_a_few_words_keeps_them_apart() {
        let latent = Latent::learn(&forum());
        assert!(along(&latent, "visa", "visa") > 0.99);
        assert!(along(&latent, "visa", "train").abs() < 0.1);
        assert!(along(&latent, "visa", "nowhere").abs() < f32::EPSILON);
        assert_eq!(Latent::learn(&[]).threads(), 0);
    }
}
