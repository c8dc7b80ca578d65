//! The turn to feed the server: taken, renewed in time, and made sure of whenever something is sent.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::FOLLOWER;
use super::client::Server;
use super::feeding::FeedError;
use super::indexes::Task;
use crate::clock::Clock;
use crate::domain::token::Token;
use crate::store::search_feeds::{self, Feed, Seen, TURN};
use crate::store::{Store, StoreError};

/// How long a task is left alone before it is asked for first; the pauses grow.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
/// How long it is left alone at most.
const LAST_PAUSE: Duration = Duration::from_secs(1);
/// How soon a process that stops is heeded.
const MOMENT: Duration = Duration::from_millis(250);

/// A node's turn, or its wish for one.
pub struct Turn {
    store: Store,
    clock: Clock,
    stop: CancellationToken,
    /// The name of this node.
    node: String,
    /// When this node took the turn or renewed it.
    renewed_at: Option<DateTime<Utc>>,
}

impl Turn {
    /// A node that has not had one yet.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self {
            store,
            clock,
            stop: CancellationToken::new(),
            node: Token::random().reveal().to_owned(),
            renewed_at: None,
        }
    }

    /// Ends whatever waits when this process stops.
    pub fn heed(&mut self, stop: &CancellationToken) {
        self.stop = stop.clone();
    }

    /// Whether it is worth asking: nobody else has the turn, as far as was seen.
    pub fn may_be_ours(&self, seen: &Seen) -> bool {
        let is_held = seen.held_until.is_some_and(|until| until > self.clock.now());
        self.renewed_at.is_some() || !is_held
    }

    /// Whether this node has the turn; takes it when it is free, and renews it in time.
    pub fn holds(&mut self) -> Result<bool, FeedError> {
        let now = self.clock.now();
        // Two thirds of a turn are left then: more than any request may take.
        if self.renewed_at.is_some_and(|at| now - at < TURN / 3) {
            return Ok(true);
        }
        let node = &self.node;
        let is_ours = self
            .store
            .write_now::<_, StoreError>(|tx| search_feeds::take(tx, FOLLOWER, node, now))?;
        self.renewed_at = is_ours.then_some(now);
        Ok(is_ours)
    }

    /// Fails when the turn is another node's now, or when this process stops.
    pub fn make_sure(&mut self) -> Result<(), FeedError> {
        if self.stop.is_cancelled() {
            return Err(FeedError::Stopped);
        }
        match self.holds()? {
            true => Ok(()),
            false => Err(FeedError::TurnLost),
        }
    }

    /// Waits until tasks are done, as long as it takes while the turn is this node's.
    pub fn wait(&mut self, server: &Server, tasks: &[Task]) -> Result<(), FeedError> {
        for task in tasks {
            let mut pause = FIRST_PAUSE;
            while !server.is_done(*task)? {
                self.pause(pause)?;
                pause = (pause * 2).min(LAST_PAUSE);
            }
        }
        Ok(())
    }

    /// Waits a little.
    pub fn pause(&mut self, pause: Duration) -> Result<(), FeedError> {
        std::thread::sleep(pause);
        self.make_sure()
    }

    /// Waits longer, in short pieces, so that a process that stops need not wait for it.
    pub fn rest(&self, rest: Duration) {
        for _ in 0..rest.as_millis() / MOMENT.as_millis() {
            if self.stop.is_cancelled() {
                return;
            }
            std::thread::sleep(MOMENT);
        }
    }

    /// Writes down how far the server is.
    pub fn keep(&self, feed: &Feed) -> Result<(), FeedError> {
        let (node, now) = (&self.node, self.clock.now());
        let is_kept = self
            .store
            .write_now::<_, StoreError>(|tx| search_feeds::keep(tx, FOLLOWER, node, feed, now))?;
        match is_kept {
            true => Ok(()),
            false => Err(FeedError::TurnLost),
        }
    }

    /// Lets another node have the turn; answers whether it was still this node's.
    pub fn let_go(&mut self) -> Result<bool, FeedError> {
        self.renewed_at = None;
        let node = &self.node;
        Ok(self
            .store
            .write_now::<_, StoreError>(|tx| search_feeds::release(tx, FOLLOWER, node))?)
    }
}
