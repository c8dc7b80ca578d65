//! The follower that keeps the index of what the change log tells.
//!
//! Where it stands is written with what it wrote, in the same commit: after a crash it goes on from there. An index that is
//! new, that stands behind what the log remembers, or that belongs to another database is filled from all threads and articles
//! first: the articles, of which there are few, with the first threads.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::Search;
use super::document::Document;
use super::embedded::{Embedded, IndexError, Writing};
use crate::clock::Clock;
use crate::domain::change::Noun;
use crate::domain::id::{ArticleId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::subject::Subject;
use crate::store::changes::{self, Change, Position};
use crate::store::{Store, StoreError, articles, indexing};

/// How often the log is read.
const FOLLOW: Duration = Duration::from_millis(250);
/// How long it waits after something failed.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How many changes are dealt with at once.
const CHANGES_AT_ONCE: i64 = 500;
/// How many threads, or articles, are written at once.
const AT_ONCE: usize = 1_000;
/// How many threads or articles are read at once: they are held in memory whole.
const IN_MEMORY: usize = 50;
/// The change log forgets after ninety days; an index that stands longer still is filled anew.
const LONGEST_REST: chrono::Duration = chrono::Duration::days(80);

/// Why the index could not follow.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The database could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index could not be written.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A piece of the work ended in a way that nobody foresaw.
    #[error("it panicked")]
    BrokeOff,
}

impl FollowError {
    /// Whether this is the same trouble, whatever file it met this time.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Store(_), Self::Store(_)) | (Self::BrokeOff, Self::BrokeOff) => true,
            (Self::Index(one), Self::Index(other)) => discriminant(one) == discriminant(other),
            _ => false,
        }
    }
}

/// What is said with each commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Standing {
    /// Where it stands in the change log.
    position: Position,
    /// While it is filled: all threads up to this id are there.
    filled_to: Option<i64>,
    /// When.
    at: DateTime<Utc>,
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There is more to do.
    Moved,
    /// Everything is in the index.
    Idle,
}

/// Keeps the index of this node.
pub struct Follower {
    store: Store,
    search: Arc<Search>,
    clock: Clock,
    writing: Option<(Writing, Standing)>,
}

impl Follower {
    /// A follower that has not begun.
    pub fn new(store: Store, search: Arc<Search>, clock: Clock) -> Self {
        Self {
            store,
            search,
            clock,
            writing: None,
        }
    }

    /// Follows until told to stop; blocks its thread.
    pub fn run(mut self, stop: &CancellationToken) {
        let mut said: Option<FollowError> = None;
        while !stop.is_cancelled() {
            // What a panic leaves half done is the writer, which is dropped: the next step opens what was committed.
            let step = catch_unwind(AssertUnwindSafe(|| self.step()));
            match step.unwrap_or(Err(FollowError::BrokeOff)) {
                Ok(step) => {
                    if said.take().is_some() {
                        tracing::info!("the search index follows again");
                    }
                    if step == Step::Idle {
                        std::thread::sleep(FOLLOW);
                    }
                }
                Err(error) => {
                    // Said once, not every few seconds.
                    if !said.as_ref().is_some_and(|said| said.is_like(&error)) {
                        tracing::warn!(%error, "the search index cannot follow");
                    }
                    said = Some(error);
                    self.writing = None;
                    rest(stop);
                }
            }
        }
    }

    /// Brings everything into the index that is known now: for tests and the command line.
    pub fn catch_up(&mut self) -> Result<(), FollowError> {
        while self.step()? == Step::Moved {}
        Ok(())
    }

    /// Does the next piece of work.
    pub fn step(&mut self) -> Result<Step, FollowError> {
        let (mut writing, standing) = match self.writing.take() {
            Some((writing, standing)) if writing.embedded().is_there() => (writing, standing),
            // Its folder was removed under it, or it has not begun; what was there serves until the new one is full.
            gone => {
                drop(gone);
                self.begin()?
            }
        };
        let (step, standing) = match standing.filled_to {
            Some(filled_to) => self.fill(&mut writing, standing, filled_to)?,
            None => self.follow(&mut writing, standing)?,
        };
        if standing.filled_to.is_none() {
            self.search.serve(writing.embedded());
            self.search.holds(Some(standing.position));
        } else {
            self.search.serve_if_none(writing.embedded());
            self.search.holds(None);
        }
        self.writing = Some((writing, standing));
        Ok(step)
    }

    fn begin(&self) -> Result<(Writing, Standing), FollowError> {
        let now = self.clock.now();
        let end = self.store.read_now::<_, StoreError>(changes::end)?;
        let mut writing = match Embedded::open_to_write(self.search.folder()) {
            Err(IndexError::Taken(folder)) => {
                // Another process writes: what it wrote, and looked at before, can be read, once it is there.
                if let Ok(written) = Embedded::open(self.search.folder()) {
                    self.search.serve(&Arc::new(written));
                }
                return Err(IndexError::Taken(folder).into());
            }
            opened => opened?,
        };
        let said = writing.embedded().said()?;
        let standing = said.and_then(|said| serde_json::from_str::<Standing>(&said).ok());
        let standing = standing.filter(|standing| standing.position <= end && now - standing.at < LONGEST_REST);
        if let Some(standing) = standing {
            if standing.filled_to.is_none() {
                writing.replaces_older();
            }
            return Ok((writing, standing));
        }
        let standing = Self::anew(&mut writing, end, now)?;
        Ok((writing, standing))
    }

    fn anew(writing: &mut Writing, end: Position, now: DateTime<Utc>) -> Result<Standing, IndexError> {
        tracing::info!("the search index is filled anew");
        let standing = Standing {
            position: end,
            filled_to: Some(0),
            at: now,
        };
        writing.empty(&said_of(standing))?;
        Ok(standing)
    }

    /// Fills the index anew, whatever it holds, and answers how many threads and articles are in it.
    pub fn refill(&mut self) -> Result<u64, FollowError> {
        let mut writing = Embedded::open_to_write(self.search.folder())?;
        let embedded = Arc::clone(writing.embedded());
        let end = self.store.read_now::<_, StoreError>(changes::end)?;
        let standing = Self::anew(&mut writing, end, self.clock.now())?;
        self.writing = Some((writing, standing));
        self.catch_up()?;
        Ok(embedded.count())
    }

    fn fill(&self, writing: &mut Writing, standing: Standing, from: i64) -> Result<(Step, Standing), FollowError> {
        let ids = self
            .store
            .read_now::<_, StoreError>(|db| indexing::ids_after(db, from, AT_ONCE as i64))?;
        if from == 0 {
            self.put_all_articles(writing)?;
        }
        let standing = Standing {
            filled_to: ids.last().map(|id| id.get()),
            at: self.clock.now(),
            ..standing
        };
        self.put_threads(writing, &ids)?;
        writing.commit(&said_of(standing))?;
        if standing.filled_to.is_none() {
            tracing::info!(count = writing.embedded().count(), "the search index is filled");
            writing.replaces_older();
        }
        Ok((Step::Moved, standing))
    }

    fn follow(&self, writing: &mut Writing, standing: Standing) -> Result<(Step, Standing), FollowError> {
        let changes = self
            .store
            .read_now::<_, StoreError>(|db| changes::after(db, standing.position, CHANGES_AT_ONCE))?;
        let Some(last) = changes.last() else {
            if writing.embedded().should_learn() {
                writing.embedded().learn()?;
            }
            return Ok((Step::Idle, standing));
        };
        let moved = Standing {
            position: last.position(),
            filled_to: None,
            at: self.clock.now(),
        };
        let subjects = self.concerned(writing.embedded(), &changes)?;
        let mut parts = subjects.chunks(AT_ONCE).peekable();
        while let Some(part) = parts.next() {
            self.put(writing, part)?;
            // It stands behind these changes only once all that they concern is written.
            let says = if parts.peek().is_some() { standing } else { moved };
            writing.commit(&said_of(says))?;
        }
        Ok((Step::Moved, moved))
    }

    /// The threads and articles that changes concern, each once.
    fn concerned(&self, embedded: &Embedded, changes: &[Change]) -> Result<Vec<Subject>, FollowError> {
        let mut subjects = BTreeSet::new();
        let mut replies = Vec::new();
        for change in changes {
            match change.noun {
                Some(Noun::Thread(id)) => drop(subjects.insert(Subject::Thread(id))),
                Some(Noun::Article(id)) => drop(subjects.insert(Subject::Article(id))),
                Some(Noun::Reply(id)) => replies.push(id),
                Some(Noun::Tag(id)) => subjects.extend(embedded.tagged(id)?),
                _ => {}
            }
        }
        if !replies.is_empty() {
            let threads = self
                .store
                .read_now::<_, StoreError>(|db| indexing::threads_of(db, &replies))?;
            subjects.extend(threads.into_iter().map(Subject::Thread));
        }
        Ok(subjects.into_iter().collect())
    }

    /// Puts these in as they are now; what is no longer to be found stays out.
    fn put(&self, writing: &mut Writing, subjects: &[Subject]) -> Result<(), FollowError> {
        let threads: Vec<ThreadId> = subjects.iter().filter_map(|subject| subject.thread()).collect();
        let articles: Vec<ArticleId> = subjects.iter().filter_map(|subject| subject.article()).collect();
        self.put_threads(writing, &threads)?;
        self.put_articles(writing, &articles)
    }

    fn put_threads(&self, writing: &mut Writing, ids: &[ThreadId]) -> Result<(), FollowError> {
        let forum = self.search.forum();
        for part in ids.chunks(IN_MEMORY) {
            writing.take_out(part.iter().map(|id| Subject::Thread(*id)));
            let whole = self
                .store
                .read_now::<_, StoreError>(|db| indexing::whole(db, Sight::everything(), part))?;
            for thread in whole {
                writing.put(&Document::of(thread, forum))?;
            }
        }
        Ok(())
    }

    fn put_articles(&self, writing: &mut Writing, ids: &[ArticleId]) -> Result<(), FollowError> {
        for part in ids.chunks(IN_MEMORY) {
            writing.take_out(part.iter().map(|id| Subject::Article(*id)));
            let whole = self
                .store
                .read_now::<_, StoreError>(|db| articles::whole(db, Sight::everything(), part))?;
            for article in whole {
                writing.put(&Document::of_article(article))?;
            }
        }
        Ok(())
    }

    fn put_all_articles(&self, writing: &mut Writing) -> Result<(), FollowError> {
        let mut after = 0;
        loop {
            let ids = self
                .store
                .read_now::<_, StoreError>(|db| articles::ids_after(db, after, AT_ONCE as i64))?;
            let Some(last) = ids.last() else { return Ok(()) };
            after = last.get();
            self.put_articles(writing, &ids)?;
        }
    }
}

/// Waits in short turns, so that a server that stops need not wait for it.
fn rest(stop: &CancellationToken) {
    let turns = AFTER_FAILURE.as_millis() / FOLLOW.as_millis();
    for _ in 0..turns {
        if stop.is_cancelled() {
            return;
        }
        std::thread::sleep(FOLLOW);
    }
}

fn said_of(standing: Standing) -> String {
    // Numbers and a time always have a form in JSON.
    serde_json::to_string(&standing).unwrap_or_default()
}
