//! The model test: random sequences of what six players do, against the store and against a small model in memory that
//! was written apart from it. Outcomes must agree verb by verb, and afterwards everything that anybody can see.

mod compare;
mod memory;
mod merging;
pub mod real;
mod real_merges;
mod rules;
mod thread_page;
mod thread_rules;
pub mod verbs;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use tanya::store::{Store, StoreError};

use memory::Memory;
use real::Real;
use verbs::{Chance, Verb, sequence};

use crate::support::{Database, is_long};

/// Where the seeds begin; each sequence has the next one.
const FIRST_SEED: u64 = 20_260_302;

/// Ends a transaction that is never to be kept.
enum Stop {
    Store(StoreError),
    Checked(Result<(), String>),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Stop::Store(error)
    }
}

/// Plays a sequence in a transaction that is rolled back at the end; the first disagreement, if there is one.
fn play(store: &Store, seed: u64, verbs: &[Verb]) -> Result<(), String> {
    let played = store.write_now(|tx| {
        let mut real = Real::new(tx)?;
        let mut memory = Memory::default();
        for (place, verb) in verbs.iter().enumerate() {
            // Two things may happen in the same moment.
            memory.now = i64::try_from(place / 2).unwrap();
            let (expected, found) = (memory.act(verb), real.act(verb, memory.now));
            if found != Ok(expected) {
                let said = format!("{verb:?} (number {place}) ended as {found:?}, the model says {expected:?}");
                return Err::<(), _>(Stop::Checked(Err(said)));
            }
        }
        // Disagreements are assertions that fail: they say themselves where.
        let checked = catch_unwind(AssertUnwindSafe(|| {
            compare::everything(&mut real, &memory, &mut Chance::new(!seed))
        }));
        Err(Stop::Checked(checked.map_err(|failure| words_of(&*failure))))
    });
    match played {
        Err(Stop::Checked(outcome)) => outcome,
        Err(Stop::Store(error)) => Err(format!("the store broke: {error}")),
        Ok(()) => unreachable!("it is always rolled back"),
    }
}

fn words_of(failure: &(dyn std::any::Any + Send)) -> String {
    let text = failure.downcast_ref::<String>().map(String::as_str);
    text.or(failure.downcast_ref::<&str>().copied())
        .unwrap_or("it panicked")
        .to_owned()
}

/// The shortest sequence found that still fails: cut off at the end, then each verb left out in turn.
fn shrink(store: &Store, seed: u64, mut verbs: Vec<Verb>) -> (Vec<Verb>, String) {
    let mut said = play(store, seed, &verbs).expect_err("it fails");
    for length in 1..verbs.len() {
        if let Err(again) = play(store, seed, &verbs[..length]) {
            verbs.truncate(length);
            said = again;
            break;
        }
    }
    let mut place = verbs.len();
    while place > 0 {
        place -= 1;
        let mut shorter = verbs.clone();
        shorter.remove(place);
        if let Err(again) = play(store, seed, &shorter) {
            (verbs, said) = (shorter, again);
        }
    }
    (verbs, said)
}

/// Plays sequences until there is none left; several players share the work, each with a database.
fn play_all(next: &AtomicU64, end: u64) {
    let database = Database::with_cast();
    let store = database.store();
    loop {
        let seed = next.fetch_add(1, Ordering::Relaxed);
        if seed >= end {
            return;
        }
        let verbs = sequence(seed);
        if play(&store, seed, &verbs).is_err() {
            next.store(end, Ordering::Relaxed);
            let (verbs, said) = shrink(&store, seed, verbs);
            panic!("seed {seed}: {said}\nafter {} verbs: {verbs:#?}", verbs.len());
        }
    }
}

#[test]
fn the_store_agrees_with_a_small_model() {
    let count = if is_long() { 10_000 } else { 500 };
    let first = std::env::var("TANYA_TEST_SEED").map_or(FIRST_SEED, |seed| seed.parse().unwrap());
    let next = AtomicU64::new(first);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| play_all(&next, first + count));
        }
    });
}

#[test]
fn a_sequence_is_the_same_for_the_same_seed() {
    assert_eq!(sequence(7), sequence(7));
    assert_ne!(sequence(7), sequence(8));
    let lengths: Vec<usize> = (0..200).map(|seed| sequence(seed).len()).collect();
    assert!(lengths.iter().min() < Some(&10) && lengths.iter().max() > Some(&40));
}
