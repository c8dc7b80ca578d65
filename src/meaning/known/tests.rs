use super::*;

const DIMENSIONS: usize = 96;

/// Marsaglia's xorshift.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / 8_388_608.0 - 1.0
    }

    fn vector(&mut self) -> Vector {
        let numbers: Vec<f32> = (0..DIMENSIONS).map(|_| self.next()).collect();
        Vector::of(&numbers).unwrap()
    }

    /// Something like another vector.
    fn like(&mut self, other: &Vector) -> Vector {
        let numbers = other
            .numbers()
            .iter()
            .map(|number| f32::from(*number) + 60.0 * self.next());
        Vector::of(&numbers.collect::<Vec<f32>>()).unwrap()
    }
}

fn id(at: usize) -> ThreadId {
    ThreadId::stored(i64::try_from(at).unwrap() + 1)
}

/// The nearest by looking at each.
fn looked_at(vectors: &[Option<Vector>], to: &Vector, most: usize) -> Vec<ThreadId> {
    let there = vectors
        .iter()
        .enumerate()
        .filter_map(|(at, vector)| Some((at, vector.as_ref()?)));
    let mut all: Vec<(ThreadId, f32)> = there.map(|(at, vector)| (id(at), vector.cosine(to))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.into_iter().take(most).map(|(id, _)| id).collect()
}

#[test]
fn the_nearest_are_those_that_looking_at_each_finds_also_after_some_changed_and_went() {
    let mut numbers = Numbers(11);
    let mut held = Held::default();
    let mut vectors: Vec<Option<Vector>> = (0..PIECE + 500).map(|_| Some(numbers.vector())).collect();
    for (at, vector) in vectors.iter().enumerate() {
        held.put(id(at), vector.as_ref().unwrap());
    }
    for at in (0..vectors.len()).step_by(7) {
        vectors[at] = (at % 2 == 0).then(|| numbers.vector());
        match &vectors[at] {
            Some(vector) => held.put(id(at), vector),
            None => held.remove(id(at)),
        }
    }
    let known = Known(RwLock::new(held));
    assert_eq!(known.count(), vectors.iter().flatten().count());
    for _ in 0..20 {
        let to = numbers.vector();
        let found: Vec<ThreadId> = known.nearest(&to, 10).into_iter().map(|(id, _)| id).collect();
        assert_eq!(found, looked_at(&vectors, &to, 10));
    }
    let numbers_of = |vector: Option<Vector>| vector.map(|vector| vector.numbers().to_vec());
    assert_eq!(numbers_of(known.of(id(1))), numbers_of(vectors[1].clone()));
    assert_eq!((known.of(id(7)), known.between(id(7), id(1))), (None, None));
    assert!(
        known.nearest(&Vector::of(&[1.0]).unwrap(), 10).is_empty(),
        "of another space"
    );
}

#[test]
fn signs_find_what_is_really_near() {
    let mut numbers = Numbers(12);
    let sought = numbers.vector();
    let mut held = Held::default();
    for at in 0..5_000 {
        let vector = if at % 500 == 0 {
            numbers.like(&sought)
        } else {
            numbers.vector()
        };
        held.put(id(at), &vector);
    }
    let places = held.by_signs(&sought, 100);
    assert!((100..1_000).contains(&places.len()), "{}", places.len());
    let found = held.nearest(&sought, places, 10);
    assert!(found.iter().all(|(thread, _)| thread.get() % 500 == 1), "{found:?}");
}

#[test]
fn a_thread_that_comes_back_takes_a_place_that_is_free() {
    let mut numbers = Numbers(13);
    let mut held = Held::default();
    for _ in 0..3 {
        held.put(id(0), &numbers.vector());
        held.remove(id(0));
    }
    assert_eq!((held.threads.len(), held.places.len()), (1, 0));
}
