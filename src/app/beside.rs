//! What follows the writes of this forum beside the server, each in a thread of its own.

use std::sync::Arc;
use std::thread::JoinHandle;

use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::jobs::Workshop;
use crate::mail::mailbox::{Door, Watch};
use crate::repeats::recogniser::Recogniser;
use crate::reports::reckoner::Reckoner;
use crate::search::Search;
use crate::search::follower::Follower;
use crate::search::meanings::Meanings;
use crate::search::meilisearch::feeding::Feeder;
use crate::store::Store;

/// All of them, before they run.
pub(super) struct Beside {
    follower: Follower,
    recogniser: Recogniser,
    reckoner: Reckoner,
    feeder: Option<Feeder>,
    mailbox: Option<Watch>,
}

impl Beside {
    pub(super) fn new(store: &Store, search: &Arc<Search>, door: Option<Door>, clock: &Clock) -> Self {
        let feed = |server| Feeder::new(store.clone(), Arc::clone(search), server, clock.clone());
        Self {
            follower: Follower::new(store.clone(), Arc::clone(search), clock.clone()),
            recogniser: Recogniser::new(store.clone(), Arc::clone(search), clock.clone()),
            reckoner: Reckoner::new(store.clone(), clock.clone()),
            feeder: search.server().cloned().map(feed),
            mailbox: door.map(|door| Watch::new(door, store.clone(), clock.clone())),
        }
    }

    /// Has them run until they are told to stop, and the reader of vectors with them.
    pub(super) fn begin(self, workshop: &Workshop, stop: &CancellationToken) -> Vec<JoinHandle<()>> {
        let mut threads = vec![
            in_a_thread(self.follower, stop, Follower::run),
            in_a_thread(self.recogniser, stop, Recogniser::run),
            in_a_thread(self.reckoner, stop, Reckoner::run),
        ];
        threads.extend(self.mailbox.map(|mailbox| in_a_thread(mailbox, stop, Watch::run)));
        threads.extend(self.feeder.map(|feeder| in_a_thread(feeder, stop, Feeder::run)));
        let store = workshop.store.clone();
        let read = move |meanings: Arc<Meanings>, stop: &CancellationToken| meanings.read_until(&store, stop);
        let meanings = workshop.meanings.clone();
        threads.extend(meanings.map(|meanings| in_a_thread(meanings, stop, read)));
        threads
    }
}

fn in_a_thread<T: Send + 'static>(
    part: T,
    stop: &CancellationToken,
    run: impl FnOnce(T, &CancellationToken) + Send + 'static,
) -> JoinHandle<()> {
    let stop = stop.clone();
    std::thread::spawn(move || run(part, &stop))
}

/// Waits for them after they were told to stop: they write a batch of threads at most, and are not interrupted in it.
pub(super) fn end(threads: Vec<JoinHandle<()>>) {
    for thread in threads {
        if thread.join().is_err() {
            tracing::error!(
                "the search index, the search server's feed, the recognising of repeats, the keeping of outcomes or the reader of vectors ended badly"
            );
        }
    }
}
