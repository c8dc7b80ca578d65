//! The search server, Meilisearch: asked first where one is configured, and left alone when it does not answer well.
//!
//! The embedded index of each node stays behind it, whole and up to date: it answers while the server is filled, is late,
//! is slow or is away, and nobody who searches learns of it. What is similar to a draft is always asked of the embedded one.
//!
//! What belongs here: the server's documents, its questions and answers, and the feed. What does not: the row that nodes
//! share (`store/search_feeds.rs`).

pub mod asking;
pub mod client;
pub mod documents;
pub mod feeding;
pub mod indexes;
mod rebuilding;
pub mod resting;
pub mod turn;

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::Asked;
use super::embedded::{Answer, Strictness};
use crate::store::search_feeds::Seen;

use asking::Wording;
use client::{Server, ServerError};
use documents::VERSION;
use resting::Resting;

/// The follower's name, by which the store knows how far the server is.
pub const FOLLOWER: &str = "meilisearch";

/// Whoever searches waits no longer for the server.
const PATIENCE: Duration = Duration::from_millis(300);
/// Who asks holds one of the few connections to the database meanwhile: more than so many at once ask the embedded index.
const MOST_AT_ONCE: usize = 2;
/// A server that has not heard of changes for longer is not asked: the embedded index knows them within two seconds.
const LATEST: chrono::Duration = chrono::Duration::seconds(10);

/// What is searched: threads and articles stand in one index, so that they are counted and put in order together.
const INDEXES: &[&str] = &["threads"];

/// A search server.
#[derive(Debug)]
pub struct Meilisearch {
    server: Server,
    prefix: String,
    is_ready: AtomicBool,
    resting: Resting,
    in_hand: AtomicUsize,
    figures: Counted,
}

#[derive(Debug, Default)]
struct Counted {
    behind: AtomicI64,
    answers: AtomicU64,
    fallbacks: AtomicU64,
}

/// What `/metrics` tells of the server.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// For how many seconds the oldest change waits that the server was not told.
    pub behind: i64,
    /// How many searches it answered.
    pub answers: u64,
    /// How many searches the embedded index answered in its place.
    pub fallbacks: u64,
}

impl Meilisearch {
    /// The server at an address; the names of all its indexes begin with the prefix. Nothing is sent yet.
    pub fn new(url: &url::Url, key: Option<&str>, prefix: &str) -> Self {
        Self {
            server: Server::new(url, key),
            prefix: prefix.to_owned(),
            is_ready: AtomicBool::new(false),
            resting: Resting::default(),
            in_hand: AtomicUsize::new(0),
            figures: Counted::default(),
        }
    }

    /// The server.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The name of an index.
    pub fn uid(&self, index: &str) -> String {
        format!("{}_{index}", self.prefix)
    }

    /// Takes note of how far the server is.
    pub fn hear(&self, seen: &Seen, now: DateTime<Utc>) {
        let behind = seen.behind(now);
        let serving = seen.feed.serving.as_ref();
        let is_ready = serving.is_some_and(|made| made.version == VERSION) && behind <= LATEST;
        self.is_ready.store(is_ready, Ordering::SeqCst);
        self.figures.behind.store(behind.num_seconds(), Ordering::SeqCst);
    }

    /// Finds threads and articles; `None` when somebody else should be asked.
    pub fn find(&self, asked: &Asked<'_>, first: usize, size: usize) -> Option<Answer> {
        let found = self.attempt(asked, first, size);
        let counter = match found {
            Some(_) => &self.figures.answers,
            None => &self.figures.fallbacks,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        found
    }

    fn attempt(&self, asked: &Asked<'_>, first: usize, size: usize) -> Option<Answer> {
        if !self.is_ready.load(Ordering::SeqCst) {
            return None;
        }
        let Some(wording) = Wording::of(asked) else {
            return Some(Answer::default());
        };
        let _place = Place::take(&self.in_hand)?;
        if !self.resting.may_ask(asked.now) {
            return None;
        }
        match self.ask(&wording, asked.query.words.len() > 1, first, size) {
            Ok(answer) => {
                self.resting.answered();
                Some(answer)
            }
            Err(error) => {
                tracing::warn!(%error, "the search server did not answer; the embedded index does");
                self.resting.failed(asked.now);
                None
            }
        }
    }

    /// Asks for all words, and when nothing has them all, for some: the rare ones.
    fn ask(&self, wording: &Wording, may_drop: bool, first: usize, size: usize) -> Result<Answer, ServerError> {
        let began = Instant::now();
        let indexes: Vec<String> = INDEXES.iter().map(|index| self.uid(index)).collect();
        let client = self.server.client(PATIENCE);
        let answer = asking::ask(&client, &indexes, wording, Strictness::All, first, size)?;
        if answer.counts.all > 0 || !may_drop {
            return Ok(answer);
        }
        let client = self.server.client(PATIENCE.saturating_sub(began.elapsed()));
        let answer = asking::ask(&client, &indexes, wording, Strictness::Half, first, size)?;
        Ok(Answer {
            has_some_only: answer.counts.all > 0,
            ..answer
        })
    }

    /// What there is to tell.
    pub fn figures(&self) -> Figures {
        Figures {
            behind: self.figures.behind.load(Ordering::SeqCst),
            answers: self.figures.answers.load(Ordering::Relaxed),
            fallbacks: self.figures.fallbacks.load(Ordering::Relaxed),
        }
    }
}

/// One of the few who may ask at once.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(in_hand: &'a AtomicUsize) -> Option<Self> {
        let place = Self(in_hand);
        (in_hand.fetch_add(1, Ordering::SeqCst) < MOST_AT_ONCE).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
