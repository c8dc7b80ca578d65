//! What all threads mean, in the memory of this node: a vector each, and what finds the nearest of them.
//!
//! Up to [`EXACT_UP_TO`] threads every vector is compared. Beyond that the signs of the numbers are compared first, a bit each
//! (the angle between two directions is about the share of signs that differ; Charikar 2002, *Similarity estimation techniques
//! from rounding algorithms*), and the vectors of the best few thousand.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::domain::change::Noun;
use crate::domain::id::ThreadId;
use crate::domain::vector::{Vector, product};
use crate::store::changes::{self, Position};
use crate::store::{Db, Store, StoreError, thread_vectors};

/// Up to so many threads are all compared.
pub const EXACT_UP_TO: usize = 200_000;
/// Of more, the vectors of so many are compared.
const COMPARED: usize = 4_000;
/// How many vectors are read from the database at once.
const READ_AT_ONCE: i64 = 2_000;
/// How many changes are read at once.
const CHANGES_AT_ONCE: i64 = 500;
/// How many vectors share one piece of memory: none is ever moved because another came.
const PIECE: usize = 4_096;
/// How many signs share one number.
const SIGNS: usize = 64;

/// The vectors of one model.
#[derive(Debug, Default)]
pub struct Known(RwLock<Held>);

#[derive(Debug, Default)]
struct Held {
    read: Option<Read>,
    places: HashMap<ThreadId, usize>,
    /// The thread at each place; `None` where one went.
    threads: Vec<Option<ThreadId>>,
    dimensions: usize,
    /// The numbers of [`PIECE`] vectors each.
    pieces: Vec<Vec<i8>>,
    /// One divided by the length of each.
    shortened: Vec<f32>,
    /// The signs of each, in as many numbers as they need.
    signs: Vec<u64>,
    /// Places that are free.
    free: Vec<usize>,
}

/// How far the database was read.
#[derive(Debug, Clone, Copy)]
struct Read {
    model: i64,
    position: Position,
    /// Vectors up to this thread are here; those that come later are told by the change log.
    to: i64,
}

impl Known {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many threads' vectors are here.
    pub fn count(&self) -> usize {
        self.held().places.len()
    }

    /// Whether every thread's vector is here: the model has read them all, and so has this node.
    pub fn is_whole(&self) -> bool {
        self.held().read.is_some_and(|read| read.to == i64::MAX)
    }

    /// The direction of a thread.
    pub fn of(&self, thread: ThreadId) -> Option<Vector> {
        self.held().of(thread)
    }

    /// How near a thread is to a vector: 1 for the same, 0 for nothing in common; `None` while it is not known.
    pub fn cosine(&self, to: &Vector, thread: ThreadId) -> Option<f32> {
        let held = self.held();
        let place = *held.places.get(&thread)?;
        Some(held.compared(&Sought::of(to), place))
    }

    /// How near two threads are; `None` while one of them is not known.
    pub fn between(&self, one: ThreadId, other: ThreadId) -> Option<f32> {
        self.cosine(&self.of(one)?, other)
    }

    /// The nearest so many threads, the nearest first.
    pub fn nearest(&self, to: &Vector, most: usize) -> Vec<(ThreadId, f32)> {
        let held = self.held();
        if held.dimensions != to.numbers().len() || most == 0 {
            return Vec::new();
        }
        let places = match held.threads.len() {
            ..=EXACT_UP_TO => (0..held.threads.len()).collect(),
            _ => held.by_signs(to, COMPARED.max(most)),
        };
        held.nearest(to, places, most)
    }

    /// The threads that are nearest to one, without it.
    pub fn neighbours(&self, thread: ThreadId, most: usize) -> Vec<(ThreadId, f32)> {
        let Some(vector) = self.of(thread) else {
            return Vec::new();
        };
        let mut found = self.nearest(&vector, most.saturating_add(1));
        found.retain(|(other, _)| *other != thread);
        found.truncate(most);
        found
    }

    /// Reads what is new in the database of a model's vectors.
    pub fn refresh(&self, store: &Store, fingerprint: &str) -> Result<(), StoreError> {
        while store.read_now(|db| self.read_on(db, fingerprint))? {}
        Ok(())
    }

    /// Reads the next few; answers whether there may be more. What follows the database is one thread, so nobody else moves
    /// what is read meanwhile.
    fn read_on(&self, db: &mut Db, fingerprint: &str) -> Result<bool, StoreError> {
        let Some(progress) = thread_vectors::progress(db, fingerprint)? else {
            *self.held_to_write() = Held::default();
            return Ok(false);
        };
        let read = self.held().read.filter(|read| read.model == progress.model);
        let Some(mut read) = read else {
            let position = changes::end(db)?;
            let (model, to) = (progress.model, 0);
            *self.held_to_write() = Held {
                read: Some(Read { model, position, to }),
                ..Held::default()
            };
            return Ok(true);
        };
        let up_to = if progress.is_filled {
            i64::MAX
        } else {
            progress.filled_to
        };
        let vectors = thread_vectors::between(db, read.model, read.to, up_to, READ_AT_ONCE)?;
        let changes = changes::after(db, read.position, CHANGES_AT_ONCE)?;
        let told: Vec<ThreadId> = changes.iter().filter_map(meaning).collect();
        let anew = match told.is_empty() {
            true => Vec::new(),
            false => thread_vectors::of(db, read.model, &told)?,
        };
        read.to = vectors.last().map_or(up_to.max(read.to), |(id, _)| id.get());
        read.position = changes.last().map_or(read.position, changes::Change::position);
        let is_all = vectors.is_empty() && changes.is_empty();
        let mut held = self.held_to_write();
        held.read = Some(read);
        told.iter().for_each(|id| held.remove(*id));
        for (id, vector) in vectors.into_iter().chain(anew) {
            held.put(id, &vector);
        }
        Ok(!is_all)
    }

    fn held(&self) -> RwLockReadGuard<'_, Held> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn held_to_write(&self) -> RwLockWriteGuard<'_, Held> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a vector is compared by.
struct Sought<'a> {
    numbers: &'a [i8],
    shortened: f32,
}

impl<'a> Sought<'a> {
    fn of(vector: &'a Vector) -> Self {
        Self {
            numbers: vector.numbers(),
            shortened: vector.shortened(),
        }
    }
}

impl Held {
    fn of(&self, thread: ThreadId) -> Option<Vector> {
        let place = *self.places.get(&thread)?;
        let numbers: Vec<f32> = self.numbers(place).iter().map(|number| f32::from(*number)).collect();
        Vector::of(&numbers)
    }

    fn numbers(&self, place: usize) -> &[i8] {
        let from = place % PIECE * self.dimensions;
        let piece = self.pieces.get(place / PIECE);
        piece
            .and_then(|piece| piece.get(from..from + self.dimensions))
            .unwrap_or_default()
    }

    /// A vector of another space than the first is left out.
    fn put(&mut self, thread: ThreadId, vector: &Vector) {
        if self.threads.is_empty() {
            self.dimensions = vector.numbers().len();
        }
        if self.dimensions != vector.numbers().len() {
            return;
        }
        self.remove(thread);
        let place = self.free.pop().unwrap_or_else(|| self.another());
        let from = place % PIECE * self.dimensions;
        let piece = self.pieces.get_mut(place / PIECE);
        if let Some(numbers) = piece.and_then(|piece| piece.get_mut(from..from + self.dimensions)) {
            numbers.copy_from_slice(vector.numbers());
        }
        let width = self.dimensions.div_ceil(SIGNS);
        if let Some(signs) = self.signs.get_mut(place * width..(place + 1) * width) {
            signs.copy_from_slice(&signs_of(vector.numbers()));
        }
        if let (Some(thread_there), Some(length)) = (self.threads.get_mut(place), self.shortened.get_mut(place)) {
            *thread_there = Some(thread);
            *length = vector.shortened();
        }
        self.places.insert(thread, place);
    }

    /// Makes room for one more, and answers where.
    fn another(&mut self) -> usize {
        let place = self.threads.len();
        self.threads.push(None);
        self.shortened.push(0.0);
        self.signs
            .extend(std::iter::repeat_n(0, self.dimensions.div_ceil(SIGNS)));
        if place.is_multiple_of(PIECE) {
            self.pieces.push(Vec::new());
        }
        if let Some(piece) = self.pieces.last_mut() {
            // Small forums should not hold a megabyte and a half for a hundred threads.
            if piece.len() == piece.capacity() && place >= PIECE {
                piece.reserve_exact(PIECE * self.dimensions);
            }
            piece.extend(std::iter::repeat_n(0, self.dimensions));
        }
        place
    }

    fn remove(&mut self, thread: ThreadId) {
        let Some(place) = self.places.remove(&thread) else {
            return;
        };
        if let Some(there) = self.threads.get_mut(place) {
            *there = None;
        }
        self.free.push(place);
    }

    fn compared(&self, to: &Sought<'_>, place: usize) -> f32 {
        let length = self.shortened.get(place).copied().unwrap_or_default();
        product(to.numbers, self.numbers(place)) * to.shortened * length
    }

    fn nearest(&self, to: &Vector, places: Vec<usize>, most: usize) -> Vec<(ThreadId, f32)> {
        let sought = Sought::of(to);
        let there = places.into_iter();
        let there = there.filter_map(|place| Some((self.threads.get(place).copied().flatten()?, place)));
        let mut found: Vec<(ThreadId, f32)> = there
            .map(|(thread, place)| (thread, self.compared(&sought, place)))
            .collect();
        let order = |a: &(ThreadId, f32), b: &(ThreadId, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > most {
            found.select_nth_unstable_by(most, order);
            found.truncate(most);
        }
        found.sort_unstable_by(order);
        found
    }

    /// The places of at least so many threads whose signs differ least, if there are so many.
    fn by_signs(&self, to: &Vector, least: usize) -> Vec<usize> {
        let signs = signs_of(to.numbers());
        let differing = self.signs.chunks_exact(signs.len().max(1));
        let differing: Vec<u16> = differing.map(|there| differ(&signs, there)).collect();
        let mut counts = vec![0_usize; self.dimensions + 1];
        for (differs, _) in differing
            .iter()
            .zip(&self.threads)
            .filter(|(_, thread)| thread.is_some())
        {
            if let Some(count) = counts.get_mut(usize::from(*differs)) {
                *count += 1;
            }
        }
        let mut all = 0;
        let bound = counts.iter().position(|count| {
            all += count;
            all >= least
        });
        let bound = bound.unwrap_or(self.dimensions);
        let near = differing.iter().enumerate();
        near.filter(|(_, differs)| usize::from(**differs) <= bound)
            .map(|(place, _)| place)
            .collect()
    }
}

/// The thread whose meaning a change is about.
fn meaning(change: &changes::Change) -> Option<ThreadId> {
    match change.noun {
        Some(Noun::Meaning(id)) => Some(id),
        _ => None,
    }
}

/// Which numbers are negative, a bit each.
fn signs_of(numbers: &[i8]) -> Vec<u64> {
    let signs = numbers.chunks(SIGNS);
    signs
        .map(|chunk| {
            let bits = chunk.iter().enumerate();
            bits.fold(0, |bits, (at, number)| bits | u64::from(*number < 0) << at)
        })
        .collect()
}

/// In how many signs two vectors differ.
fn differ(a: &[u64], b: &[u64]) -> u16 {
    let differing = a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum::<u32>();
    u16::try_from(differing).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
