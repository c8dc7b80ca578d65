//! The change log and its followers: none ever steps over a change, in whatever order transactions come to an end.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use tanya::domain::change::{ChangeVerb, Noun};
use tanya::domain::id::ThreadId;
use tanya::store::changes::{self, Change, Position};
use tanya::store::db::ConnectionPurpose;
use tanya::store::{Db, Store, StoreError};

use crate::support::{Database, beginning};

fn record(tx: &mut Db, thread: i64) -> Result<(), StoreError> {
    changes::record(
        tx,
        Noun::Thread(ThreadId::stored(thread)),
        ChangeVerb::Changed,
        beginning(),
    )
}

fn thread_of(change: &Change) -> i64 {
    change.noun.map(Noun::parts).unwrap().1
}

/// What a follower reads who stands at a position, and where it stands then.
fn read_on(store: &Store, position: &mut Position) -> Vec<i64> {
    let read = store
        .read_now::<_, StoreError>(|db| changes::after(db, *position, 1_000))
        .unwrap();
    if let Some(last) = read.last() {
        assert!(last.position() > *position, "a follower only moves on");
        *position = last.position();
    }
    read.iter().map(thread_of).collect()
}

/// The first two changes, once they can be read.
fn first_two(store: &Store) -> Vec<Change> {
    read_until(store, &mut Position::default(), 3);
    let read = store.read_now::<_, StoreError>(|db| changes::after(db, Position::default(), 2));
    read.unwrap()
}

/// What a follower reads until it has read so many: PostgreSQL holds rows back while a transaction is open anywhere on
/// the server, and other tests have theirs.
fn read_until(store: &Store, position: &mut Position, count: usize) -> Vec<i64> {
    let patience = Instant::now() + Duration::from_secs(30);
    let mut read = Vec::new();
    while read.len() < count && Instant::now() < patience {
        read.extend(read_on(store, position));
        std::thread::yield_now();
    }
    read
}

fn open(database: &Database) -> Db {
    database.url().open(ConnectionPurpose::Write).unwrap()
}

fn run(db: &mut Db, statement: &str) {
    db.batch_execute(statement).unwrap();
}

#[test]
fn a_follower_reads_what_was_written_in_its_order_and_once() {
    let database = Database::new();
    let store = database.store();
    let mut position = Position::default();
    for batch in [vec![1, 2], vec![3], vec![4, 5, 6]] {
        store
            .write_now(|tx| batch.iter().try_for_each(|thread| record(tx, *thread)))
            .unwrap();
        assert_eq!(read_until(&store, &mut position, batch.len()), batch);
        assert!(read_on(&store, &mut position).is_empty());
    }
    let end = store.read_now::<_, StoreError>(changes::end).unwrap();
    assert_eq!(end, position);
}

#[test]
fn what_is_rolled_back_was_never_there() {
    let database = Database::new();
    let store = database.store();
    let failed = store.write_now(|tx| record(tx, 1).and(Err::<(), _>(StoreError::Conflict)));
    assert!(matches!(failed, Err(StoreError::Conflict)));
    store.write_now(|tx| record(tx, 2)).unwrap();
    assert_eq!(read_until(&store, &mut Position::default(), 1), [2]);
}

#[test]
fn a_follower_keeps_its_place_by_name() {
    let database = Database::new();
    let store = database.store();
    store
        .write_now(|tx| (1..=3).try_for_each(|thread| record(tx, thread)))
        .unwrap();
    let place = |name: &'static str| {
        store
            .read_now::<_, StoreError>(move |db| changes::position(db, name))
            .unwrap()
    };
    assert_eq!(place("index"), Position::default());
    let two = first_two(&store);
    let there = two[1].position();
    for _ in 0..2 {
        store
            .write_now(|tx| changes::advance(tx, "index", there, beginning()))
            .unwrap();
    }
    assert_eq!((place("index"), place("cache")), (there, Position::default()));
    assert_eq!(read_until(&store, &mut place("index"), 1), [3]);
}

#[test]
fn a_follower_never_steps_over_an_open_transaction() {
    if !Database::is_postgres() {
        return; // SQLite has one writer: no transaction can overtake another.
    }
    let database = Database::new();
    let store = database.store();
    let (mut early, mut late) = (open(&database), open(&database));
    let mut position = Position::default();

    run(&mut early, "begin");
    record(&mut early, 1).unwrap();
    run(&mut late, "begin");
    record(&mut late, 2).unwrap();
    run(&mut late, "commit");
    assert!(
        read_on(&store, &mut position).is_empty(),
        "the row with the higher id is there, the lower one is not yet"
    );
    run(&mut early, "commit");
    assert_eq!(read_until(&store, &mut position, 2), [1, 2]);

    // A transaction that began first but writes last: ids and transactions stand in opposite orders.
    run(&mut early, "begin; select pg_current_xact_id()");
    run(&mut late, "begin");
    record(&mut late, 3).unwrap();
    run(&mut late, "commit");
    assert!(read_on(&store, &mut position).is_empty());
    record(&mut early, 4).unwrap();
    run(&mut early, "commit");
    assert_eq!(
        read_until(&store, &mut position, 2),
        [4, 3],
        "in the order of transactions, none left out"
    );

    // One that is given up holds nobody back for ever.
    run(&mut early, "begin");
    record(&mut early, 5).unwrap();
    run(&mut late, "begin");
    record(&mut late, 6).unwrap();
    run(&mut late, "commit");
    run(&mut early, "rollback");
    assert_eq!(read_until(&store, &mut position, 1), [6]);
}

#[test]
fn after_a_restore_into_another_cluster_the_old_rows_stand_first() {
    let database = Database::new();
    let store = database.store();
    store
        .write_now(|tx| (1..=4).try_for_each(|thread| record(tx, thread)))
        .unwrap();
    let two = first_two(&store);
    let place = two[1].position();
    store
        .write_now(|tx| changes::advance(tx, "index", place, beginning()))
        .unwrap();
    store
        .write_now(|tx| changes::forget_transactions(tx).map(|_| ()))
        .unwrap();
    store.write_now(|tx| record(tx, 5)).unwrap();
    let mut position = store
        .read_now::<_, StoreError>(|db| changes::position(db, "index"))
        .unwrap();
    assert_eq!(read_until(&store, &mut position, 3), [3, 4, 5]);
}

#[test]
fn a_follower_sees_all_of_many_writers_exactly_once() {
    const WRITERS: i64 = 4;
    const EACH: i64 = 60;
    /// Of fifteen in a row three are given up and four are written twice.
    const ALL: usize = 4 * 4 * (15 - 3 + 4);
    let database = Database::new();
    let store = database.store();
    let finished = AtomicUsize::new(0);
    let seen = std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (store, finished) = (store.clone(), &finished);
            scope.spawn(move || {
                for round in 0..EACH {
                    let thread = writer * 1_000 + round + 1;
                    let outcome = store.write_now(|tx| {
                        record(tx, thread)?;
                        // Every fifth one thinks better of it; every third one writes twice and takes longer.
                        match thread % 15 {
                            0 | 5 | 10 => Err(StoreError::Conflict),
                            3 | 6 | 9 | 12 => record(tx, thread),
                            _ => Ok(()),
                        }
                    });
                    assert_eq!(outcome.is_err(), thread % 5 == 0);
                }
                finished.fetch_add(1, Ordering::SeqCst);
            });
        }
        let (mut seen, mut position) = (Vec::new(), Position::default());
        loop {
            let all_are_done = finished.load(Ordering::SeqCst) == usize::try_from(WRITERS).unwrap();
            seen.extend(read_on(&store, &mut position));
            if all_are_done {
                seen.extend(read_until(&store, &mut position, ALL.saturating_sub(seen.len())));
                break seen;
            }
        }
    });
    let threads = (0..WRITERS).flat_map(|writer| (0..EACH).map(move |round| writer * 1_000 + round + 1));
    let expected: BTreeSet<i64> = threads.filter(|thread| thread % 5 != 0).collect();
    assert_eq!(seen.iter().copied().collect::<BTreeSet<_>>(), expected);
    let twice = expected
        .iter()
        .filter(|thread| matches!(*thread % 15, 3 | 6 | 9 | 12))
        .count();
    assert_eq!(seen.len(), expected.len() + twice, "each change once");
}
