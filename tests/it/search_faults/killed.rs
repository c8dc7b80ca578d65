//! kill -9 at any moment of filling and of following.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{Forum, Watched};
use crate::support::{Child, is_long};

/// How long nothing happens in the folder before it is taken for finished.
const QUIET: Duration = Duration::from_secs(2);

/// Kills a server when its index folder has changed so often, or when nothing happens there any more.
fn kill_after(index: &Path, server: &mut Child, turns: usize) -> bool {
    let mut watched = Watched::new(index.to_owned());
    let (mut before, mut since) = (watched.look(), Instant::now());
    let is_in_time = loop {
        let now = watched.look();
        if now >= turns {
            break true;
        }
        if now != before {
            (before, since) = (now, Instant::now());
        }
        // Before anything is there, it has not begun.
        if now > 1 && since.elapsed() > QUIET {
            break false;
        }
        std::thread::yield_now();
    };
    // Within the next thing that it does: a random number of turns rather than a sleep.
    for _ in 0..rand::random::<u32>() % 200_000 {
        std::hint::spin_loop();
    }
    server.kill();
    is_in_time
}

fn some(most: usize) -> usize {
    1 + rand::random_range(0..most)
}

#[test]
fn a_kill_while_the_index_is_filled_loses_nothing_and_doubles_nothing() {
    let (halls, rounds) = if is_long() { (25, 25) } else { (12, 3) };
    let forum = Forum::with_halls(halls);
    let mut in_time = 0;
    for _ in 0..rounds {
        let _gone = std::fs::remove_dir_all(forum.index_folder());
        // Several kills in one filling: what goes on after a crash may crash too.
        for _ in 0..2 {
            let mut server = forum.serve();
            in_time += usize::from(kill_after(&forum.index_folder(), &mut server, some(30)));
        }
        let server = forum.serve();
        forum.wait_until_whole(&server);
    }
    assert!(in_time > 0, "every kill came too late to be one");
    assert!(
        !forum.index_folder().with_extension("broken").exists(),
        "a kill broke the index"
    );
}

#[test]
fn a_kill_while_the_index_follows_loses_nothing_and_doubles_nothing() {
    let rounds = if is_long() { 30 } else { 4 };
    let mut forum = Forum::with_halls(1);
    let mut server = forum.serve();
    forum.wait_until_whole(&server);
    for _ in 0..rounds {
        let index = forum.index_folder();
        std::thread::scope(|scope| {
            let killer = scope.spawn(|| kill_after(&index, &mut server, some(12)));
            forum.add_hall();
            for hall in 0..forum.halls.len() {
                forum.stir(hall);
            }
            killer.join().unwrap();
        });
        server = forum.serve();
        forum.wait_until_whole(&server);
    }
    assert!(
        !forum.index_folder().with_extension("broken").exists(),
        "a kill broke the index"
    );
}
