//! Whose turn it is to have a password hashed: whoever failed least, and among those whoever came first.
//!
//! A flood of guesses is then a queue of its own, behind whoever comes for the first time. What waits is bounded: when it is
//! full, the last of the queue makes room for whoever belongs before it, else the one who comes is told to come back.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot::{Receiver, Sender, channel};

/// Who asks for a turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asker {
    /// What it belongs to, such as an account and a network: each further try of the same stands further back.
    pub groups: Vec<String>,
    /// How often its groups have failed lately.
    pub failures: u32,
}

/// Turns, and who waits for one.
pub struct Turns {
    queue: Mutex<Queue>,
    most_waiting: usize,
}

struct Queue {
    free: usize,
    number: u64,
    waiting: BTreeMap<Rank, Waiter>,
    /// How many of a group wait or have a turn.
    groups: HashMap<String, u32>,
}

/// Where somebody stands: how much speaks against them, then when they came.
type Rank = (u32, u64);

struct Waiter {
    asker: Asker,
    told: Sender<Turn>,
}

/// A turn; whoever is next gets it when this is dropped.
pub struct Turn {
    turns: Option<Arc<Turns>>,
    asker: Asker,
}

/// A place in the queue, given up when this is dropped.
pub struct Place {
    turns: Arc<Turns>,
    rank: Rank,
    told: Receiver<Turn>,
}

/// What came of asking for a turn.
pub enum Asking {
    /// It is there.
    Now(Turn),
    /// It comes later.
    Later(Place),
    /// Too many wait already who belong before.
    Full,
}

impl Turns {
    /// So many turns at once, so many who wait.
    pub fn new(at_once: usize, most_waiting: usize) -> Arc<Self> {
        let queue = Queue {
            free: at_once,
            number: 0,
            waiting: BTreeMap::new(),
            groups: HashMap::new(),
        };
        Arc::new(Self {
            queue: Mutex::new(queue),
            most_waiting,
        })
    }

    /// Asks for a turn.
    pub fn ask(self: &Arc<Self>, asker: Asker) -> Asking {
        let mut queue = self.lock();
        if queue.free > 0 {
            queue.free -= 1;
            queue.count_in(&asker);
            return Asking::Now(self.turn(asker));
        }
        let rank = queue.rank(&asker);
        let displaced = if queue.waiting.len() >= self.most_waiting {
            match queue.waiting.last_entry() {
                Some(last) if *last.key() > rank => Some(last.remove()),
                _ => return Asking::Full,
            }
        } else {
            None
        };
        if let Some(displaced) = &displaced {
            queue.count_out(&displaced.asker);
        }
        queue.count_in(&asker);
        let (told, hears) = channel();
        queue.waiting.insert(rank, Waiter { asker, told });
        Asking::Later(Place {
            turns: Arc::clone(self),
            rank,
            told: hears,
        })
    }

    /// How many may wait.
    pub fn most_waiting(&self) -> usize {
        self.most_waiting
    }

    /// How many turns are free, and how many wait.
    pub fn counts(&self) -> (usize, usize) {
        let queue = self.lock();
        (queue.free, queue.waiting.len())
    }

    fn turn(self: &Arc<Self>, asker: Asker) -> Turn {
        Turn {
            turns: Some(Arc::clone(self)),
            asker,
        }
    }

    /// Gives a turn that was given back to whoever is next and still there.
    fn pass_on(self: &Arc<Self>, asker: &Asker) {
        self.lock().count_out(asker);
        loop {
            let mut queue = self.lock();
            let Some((_, next)) = queue.waiting.pop_first() else {
                queue.free += 1;
                return;
            };
            drop(queue);
            let Err(mut turn) = next.told.send(self.turn(next.asker)) else {
                return;
            };
            // Gone: this one ends without passing on what goes to the next anyway.
            turn.turns = None;
            self.lock().count_out(&turn.asker);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Queue {
    fn rank(&mut self, asker: &Asker) -> Rank {
        let of_groups = asker.groups.iter().filter_map(|group| self.groups.get(group)).max();
        self.number += 1;
        (
            asker.failures.saturating_add(of_groups.copied().unwrap_or_default()),
            self.number,
        )
    }

    fn count_in(&mut self, asker: &Asker) {
        for group in &asker.groups {
            *self.groups.entry(group.clone()).or_default() += 1;
        }
    }

    fn count_out(&mut self, asker: &Asker) {
        for group in &asker.groups {
            if let Some(count) = self.groups.get_mut(group) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    self.groups.remove(group);
                }
            }
        }
    }
}

impl Place {
    /// Waits for the turn; `None` when somebody who belongs before it needed the place.
    pub async fn turn(mut self) -> Option<Turn> {
        (&mut self.told).await.ok()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut queue = self.turns.lock();
        if let Some(waiter) = queue.waiting.remove(&self.rank) {
            queue.count_out(&waiter.asker);
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(turns) = self.turns.take() {
            turns.pass_on(&self.asker);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asker(group: &str, failures: u32) -> Asker {
        Asker {
            groups: vec![group.to_owned()],
            failures,
        }
    }

    fn place(asking: Asking) -> Place {
        match asking {
            Asking::Later(place) => place,
            _ => panic!("no place"),
        }
    }

    fn now(asking: Asking) -> Turn {
        match asking {
            Asking::Now(turn) => turn,
            _ => panic!("no turn"),
        }
    }

    #[tokio::test]
    async fn who_failed_least_comes_first_and_then_who_came_first() {
        let turns = Turns::new(1, 9);
        let held = now(turns.ask(asker("a", 0)));
        let flood: Vec<Place> = (0..3).map(|_| place(turns.ask(asker("b", 0)))).collect();
        let failed = place(turns.ask(asker("c", 4)));
        let fresh = place(turns.ask(asker("d", 0)));
        let (order, mut told) = tokio::sync::mpsc::unbounded_channel();
        let names = ["b0", "b1", "b2", "c", "d"];
        let places = flood.into_iter().chain([failed, fresh]);
        let waiting: Vec<_> = names
            .into_iter()
            .zip(places)
            .map(|(name, place)| {
                let order = order.clone();
                tokio::spawn(async move {
                    let turn = place.turn().await;
                    order.send(name).unwrap();
                    drop(turn);
                })
            })
            .collect();
        drop(held);
        for waiting in waiting {
            waiting.await.unwrap();
        }
        let heard: Vec<&str> = std::iter::from_fn(|| told.try_recv().ok()).collect();
        assert_eq!(heard, ["b0", "d", "b1", "b2", "c"]);
        assert_eq!(turns.counts(), (1, 0));
        assert!(turns.lock().groups.is_empty());
    }

    #[tokio::test]
    async fn a_full_queue_makes_room_for_whoever_belongs_before() {
        let turns = Turns::new(1, 2);
        let held = now(turns.ask(asker("a", 0)));
        let first = place(turns.ask(asker("b", 1)));
        let last = place(turns.ask(asker("c", 5)));
        assert!(matches!(turns.ask(asker("d", 5)), Asking::Full));
        let better = place(turns.ask(asker("e", 0)));
        assert!(last.turn().await.is_none(), "it made room");
        drop(held);
        drop(better.turn().await.unwrap());
        drop(first.turn().await.unwrap());
        assert_eq!(turns.counts(), (1, 0));
        assert!(turns.lock().groups.is_empty());
    }

    #[tokio::test]
    async fn who_is_gone_leaves_nothing_behind() {
        let turns = Turns::new(1, 9);
        let held = now(turns.ask(asker("a", 0)));
        let (gone, stays) = (place(turns.ask(asker("b", 0))), place(turns.ask(asker("c", 0))));
        drop(gone);
        assert_eq!(turns.counts(), (0, 1));
        drop(held);
        // It has its turn already, and goes without taking it.
        drop(stays);
        assert_eq!(turns.counts(), (1, 0));
        assert!(turns.lock().groups.is_empty());
    }
}
