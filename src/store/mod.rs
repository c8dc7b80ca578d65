//! All SQL. `Store` holds the pools, `Db` is one open connection; functions take `&mut Db` and return domain types or
//! page-shaped structs.
//!
//! What belongs here: every query, one file for each noun. What does not: HTTP, HTML, rules that can be decided without a row.

pub mod address_changes;
pub mod announcements;
pub mod article_citations;
pub mod article_links;
pub mod article_opinions;
pub mod articles;
pub mod ask_sessions;
pub mod authors;
pub mod awaitings;
pub mod bounces;
pub mod canned_replies;
pub mod cases;
pub mod categories;
pub mod changes;
pub mod comments;
pub mod consents;
#[expect(
    missing_docs,
    reason = "the derived connection brings items that nobody can document"
)]
pub mod db;
pub mod digests;
pub mod documents;
pub mod doubts;
pub mod duplicates;
pub mod erasing;
pub mod error;
pub mod evidence;
pub mod exports;
pub mod feeds;
pub mod finding;
pub mod flags;
mod gathering;
pub mod grants;
pub mod groups;
pub mod guides;
pub mod hints;
pub mod holds;
pub mod home;
pub mod imports;
pub mod incoming;
pub mod indexing;
#[cfg(test)]
pub(crate) mod inspection;
pub mod invitations;
pub mod jobs;
pub mod knowledge;
pub mod known_browsers;
pub mod known_problems;
pub mod logos;
pub mod manners;
pub mod merges;
pub mod migrations;
pub mod moderations;
pub mod monthly_helpers;
pub mod native;
pub mod newcomers;
pub mod notifications;
pub mod outbreaks;
pub mod outcome;
pub mod overview;
pub mod proofs;
pub mod proposals;
mod query_count;
pub mod questions;
pub mod readings;
pub mod redactions;
pub mod reminders;
pub mod removals;
pub mod renderings;
pub mod repeats;
pub mod replies;
pub mod restraints;
pub mod revisions;
pub mod scans;
pub(crate) mod schema;
pub mod screening;
pub mod search_feeds;
pub mod searches;
pub mod sections;
pub mod selections;
pub mod self_service;
pub mod sessions;
pub mod settings;
pub mod sign_ups;
pub mod signed_links;
pub mod sitemaps;
pub mod spam_lessons;
pub mod splits;
pub mod staff_notes;
pub mod submissions;
pub mod subscribers;
pub mod subscriptions;
pub mod suggesting;
pub mod surveys;
pub mod tag_synonyms;
pub mod tags;
pub mod thanks;
pub mod thread_vectors;
pub mod threads;
pub mod throttle;
pub(crate) mod time;
pub mod tokens;
pub mod trust;
pub mod uploads;
pub mod users;
pub mod votes;
pub mod watched_words;
pub mod written;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use parking_lot::FairMutex;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use changes::Written;
use db::{ConnectionPurpose, Manager};
pub use db::{DatabaseUrl, Db};
pub use error::{OpenError, StoreError};
use query_count::QueryCount;

/// How many readers work at once; SQLite gains nothing from more than a few.
const READERS: u32 = 4;
/// How many of them may be kept by work that is not the database's own, as a search is: the others are for pages.
const LONG_READERS: u32 = 2;
/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// The pools, and the bounds on how many work at once.
#[derive(Clone)]
pub struct Store {
    parts: Arc<Parts>,
}

struct Parts {
    readers: r2d2::Pool<Manager>,
    writers: r2d2::Pool<Manager>,
    reading: Arc<Semaphore>,
    reading_long: Arc<Semaphore>,
    writing: Arc<Semaphore>,
    /// Whose turn it is to write where only one can: a pool gives its connection to whoever asks first after it came back, and
    /// that is mostly whoever had it.
    turn: Option<FairMutex<()>>,
    queries: QueryCount,
    written: Notify,
    /// Who is told of each write, before it is acknowledged.
    listener: OnceLock<Listener>,
    /// The last transaction that this process wrote, as the change log counts.
    last_written: AtomicI64,
    url: DatabaseUrl,
}

type Listener = Box<dyn Fn(&Written) + Send + Sync>;

impl Store {
    /// Opens the pools of a database that is there and migrated.
    pub fn open(url: &DatabaseUrl) -> Result<Self, OpenError> {
        Self::open_for(url, ConnectionPurpose::Write)
    }

    /// The same for a command beside a server, which waits for its turn to write.
    pub fn open_patiently(url: &DatabaseUrl) -> Result<Self, OpenError> {
        Self::open_for(url, ConnectionPurpose::WritePatiently)
    }

    fn open_for(url: &DatabaseUrl, writing: ConnectionPurpose) -> Result<Self, OpenError> {
        url.check_exists()?;
        let writer_count = match url {
            DatabaseUrl::Sqlite { .. } => 1,
            DatabaseUrl::Postgres(_) => READERS,
        };
        let queries = QueryCount::default();
        let parts = Parts {
            writers: pool(url, writing, writer_count, &queries)?,
            readers: pool(url, ConnectionPurpose::Read, READERS, &queries)?,
            reading: Arc::new(Semaphore::new(READERS as usize)),
            reading_long: Arc::new(Semaphore::new(LONG_READERS as usize)),
            writing: Arc::new(Semaphore::new(writer_count as usize)),
            turn: (writer_count == 1).then(FairMutex::default),
            queries,
            written: Notify::new(),
            listener: OnceLock::new(),
            last_written: AtomicI64::new(0),
            url: url.clone(),
        };
        Ok(Self { parts: Arc::new(parts) })
    }

    /// Answers one question in one read transaction, on a blocking thread.
    pub async fn read<T, E>(&self, work: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let parts = Arc::clone(&self.parts);
        let turn = turn(&self.parts.reading).await?;
        let work = move || {
            let _turn = turn;
            parts.readers.get().map_err(unavailable)?.read(work)
        };
        tokio::task::spawn_blocking(work).await.map_err(crashed)?
    }

    /// Like [`Store::read`], for work that asks somebody else between its queries; few of these go on at once, so that pages
    /// that need none find a reader.
    pub async fn read_long<T, E>(&self, work: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _turn = turn(&self.parts.reading_long).await?;
        self.read(work).await
    }

    /// Like [`Store::read`], with two readers, for work that takes so long that they share it. Each sees a state of its own.
    pub async fn read_by_two<T, E>(
        &self,
        work: impl FnOnce([&mut Db; 2]) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        let turns = turns(&self.parts.reading, 2).await?;
        let work = move || {
            let _turns = turns;
            store.read_by_two_now(work)
        };
        tokio::task::spawn_blocking(work).await.map_err(crashed)?
    }

    /// Does one thing in one write transaction, on a blocking thread; when it answers, it is on the disk.
    pub async fn write<T, E>(&self, work: impl FnOnce(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let parts = Arc::clone(&self.parts);
        let turn = turn(&self.parts.writing).await?;
        let work = move || {
            let _turn = turn;
            parts.write(work)
        };
        tokio::task::spawn_blocking(work).await.map_err(crashed)?
    }

    /// [`Store::read`] for the command line and for threads of their own: blocks the caller.
    pub fn read_now<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.parts.readers.get().map_err(unavailable)?.read(work)
    }

    /// [`Store::read_by_two`] for the command line: blocks the caller.
    pub fn read_by_two_now<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce([&mut Db; 2]) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read_now(|one| self.read_now(|other| work([one, other])))
    }

    /// [`Store::write`] for the command line and for threads of their own: blocks the caller.
    pub fn write_now<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        self.parts.write(work)
    }

    /// Waits until this process has written something, perhaps a job.
    pub async fn written(&self) {
        self.parts.written.notified().await;
    }

    /// Tells somebody of each write of this process from now on: after it is committed, before it is acknowledged.
    /// There is one listener; a second one is not heard.
    pub fn tell(&self, listener: impl Fn(&Written) + Send + Sync + 'static) -> Result<(), StoreError> {
        let last = self.read_now(changes::last_transaction)?;
        self.parts.last_written.fetch_max(last, Ordering::SeqCst);
        drop(self.parts.listener.set(Box::new(listener)));
        Ok(())
    }

    /// The last transaction that this process wrote, as the change log counts; only known once somebody listens.
    pub fn last_written(&self) -> i64 {
        self.parts.last_written.load(Ordering::SeqCst)
    }

    /// How many queries have run, beside those that open and close transactions, for the figures and for tests that watch a page's count.
    pub fn query_count(&self) -> u64 {
        self.parts.queries.count()
    }

    /// Tells somebody of each query from now on, with its values: for tests that ask how it would be answered. There is one
    /// who hears; a second one does not.
    pub fn overhear(&self, ear: impl Fn(&str) + Send + Sync + 'static) {
        self.parts.queries.overhear(ear);
    }

    /// Where the database is.
    pub fn url(&self) -> &DatabaseUrl {
        &self.parts.url
    }
}

impl Parts {
    fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let turn = self.turn.as_ref().map(|turn| {
            turn.try_lock_for(PATIENCE)
                .ok_or_else(|| StoreError::Busy("others write".into()))
        });
        let _turn = turn.transpose()?;
        let mut db = self.writers.get().map_err(unavailable)?;
        let outcome = match self.listener.get() {
            Some(listener) => self.write_and_tell(&mut db, work, listener),
            None => db.write(work),
        };
        if outcome.is_ok() {
            self.written.notify_one();
        }
        outcome
    }

    fn write_and_tell<T, E: From<StoreError>>(
        &self,
        db: &mut Db,
        work: impl FnOnce(&mut Db) -> Result<T, E>,
        listener: &Listener,
    ) -> Result<T, E> {
        let last = self.last_written.load(Ordering::SeqCst);
        let (value, written) = db.write(|tx| {
            let value = work(tx)?;
            Ok::<_, E>((value, changes::written(tx, last)?))
        })?;
        if let Some(written) = written {
            self.last_written.fetch_max(written.transaction, Ordering::SeqCst);
            listener(&written);
        }
        Ok(value)
    }
}

fn pool(
    url: &DatabaseUrl,
    purpose: ConnectionPurpose,
    size: u32,
    queries: &QueryCount,
) -> Result<r2d2::Pool<Manager>, OpenError> {
    let manager = Manager {
        url: url.clone(),
        purpose,
        queries: queries.clone(),
    };
    r2d2::Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .test_on_check_out(false)
        .connection_timeout(PATIENCE)
        .error_handler(Box::new(Quiet))
        .build(manager)
        .map_err(|error| OpenError::Refused(error.to_string()))
}

/// A turn goes along with the work that it is for: whoever asked may be gone before that is done.
async fn turn(semaphore: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, StoreError> {
    turns(semaphore, 1).await
}

async fn turns(semaphore: &Arc<Semaphore>, count: u32) -> Result<OwnedSemaphorePermit, StoreError> {
    let waited = tokio::time::timeout(PATIENCE, Arc::clone(semaphore).acquire_many_owned(count)).await;
    let permit = waited.map_err(|error| StoreError::Busy(Box::new(error)))?;
    permit.map_err(|error| StoreError::Unreachable(Box::new(error)))
}

fn unavailable(error: r2d2::Error) -> StoreError {
    StoreError::Unreachable(Box::new(error))
}

fn crashed(error: tokio::task::JoinError) -> StoreError {
    StoreError::Unexpected(error.to_string())
}

/// The pool's own complaints go to the log, without addresses that may carry a password.
#[derive(Debug)]
struct Quiet;

impl<E> r2d2::HandleError<E> for Quiet {
    fn handle_error(&self, _: E) {
        tracing::warn!("a connection to the database could not be made; trying again");
    }
}

#[cfg(test)]
mod tests;
