//! The feed: what the change log tells is sent to the server, by one node at a time.
//!
//! Where the server stands is written down only once it has said that all of it is done; what was sent before that and not
//! written down is sent again, and each document takes the place of the one before. So nothing is lost and nothing is there
//! twice, whichever of the two stops in the middle. Whoever feeds holds a turn, and makes sure of it between reading threads
//! and sending them. A node that was held up longer than its turn, and learns of it only when its documents are on their way,
//! has those sent once more: they may be older than what another node sent meanwhile.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::client::ServerError;
use super::documents::{Document, VERSION};
use super::indexes::Task;
use super::turn::Turn;
use super::{FOLLOWER, Meilisearch};
use crate::clock::Clock;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ArticleId, ReplyId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::subject::Subject;
use crate::search::Search;
use crate::store::changes::{self, Change};
use crate::store::search_feeds::{self, Feed, Seen};
use crate::store::{Store, StoreError, articles, indexing};

/// How often the log is read.
const FOLLOW: Duration = Duration::from_millis(250);
/// How long it waits after something failed.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How many changes are dealt with at once.
const CHANGES_AT_ONCE: i64 = 500;
/// How many threads, or articles, are sent at once.
const AT_ONCE: usize = 1_000;
/// How many are read at once: they are held in memory whole.
const IN_MEMORY: usize = 50;
/// How large a request may be, in bytes: about as much is held in memory, twice.
const MOST_BYTES: usize = 4_000_000;
/// How often threads are sent before it is waited for while an index is filled: the server does in one go what waits.
const SENT_AT_ONCE: usize = 8;
/// The index that answers.
pub const THREADS: &str = "threads";
/// The one that is filled beside it.
pub(super) const NEXT: &str = "threads_next";

/// Why the server could not be fed.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// The database could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server did not do it.
    #[error(transparent)]
    Server(#[from] ServerError),
    /// An index is not the one that was written down: somebody deleted it, or the server was emptied.
    #[error("the search server's index {0} is another one than was filled")]
    Replaced(String),
    /// Another node has taken the turn.
    #[error("another node feeds the search server now")]
    TurnLost,
    /// This process is stopping.
    #[error("stopped")]
    Stopped,
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There is more to do.
    Moved,
    /// The server knows everything.
    Idle,
    /// Another node feeds it, perhaps one of a newer version.
    Elsewhere,
}

/// Feeds the server, when it is this node's turn.
pub struct Feeder {
    pub(super) store: Store,
    pub(super) server: Arc<Meilisearch>,
    pub(super) clock: Clock,
    pub(super) turn: Turn,
    search: Arc<Search>,
    /// Whether it has seen to what an earlier turn left.
    has_begun: bool,
    /// When the indexes were last looked at.
    pub(super) looked_at: Option<DateTime<Utc>>,
    /// What was sent since it was last written down how far the server is.
    sent: Vec<Subject>,
}

impl Feeder {
    /// A node that has not had a turn yet.
    pub fn new(store: Store, search: Arc<Search>, server: Arc<Meilisearch>, clock: Clock) -> Self {
        Self {
            turn: Turn::new(store.clone(), clock.clone()),
            store,
            search,
            server,
            clock,
            has_begun: false,
            looked_at: None,
            sent: Vec::new(),
        }
    }

    /// Feeds until told to stop; blocks its thread.
    pub fn run(mut self, stop: &CancellationToken) {
        self.turn.heed(stop);
        let mut said = String::new();
        while !stop.is_cancelled() {
            match self.step() {
                Ok(Step::Moved) => {}
                Ok(Step::Idle | Step::Elsewhere) => {
                    said.clear();
                    std::thread::sleep(FOLLOW);
                }
                Err(FeedError::Stopped) => break,
                Err(error) => {
                    // Said once, not every few seconds.
                    let error = error.to_string();
                    if said != error {
                        tracing::warn!(%error, "the search server is not fed; the embedded index answers meanwhile");
                        said = error;
                    }
                    self.turn.rest(AFTER_FAILURE);
                }
            }
        }
        if let Err(error) = self.let_go() {
            tracing::warn!(%error, "the turn to feed the search server ends by itself");
        }
    }

    /// Tells the server everything that is known now: for tests.
    pub fn catch_up(&mut self) -> Result<(), FeedError> {
        while self.step()? == Step::Moved {}
        Ok(())
    }

    /// Does the next piece of work. After a failure another node may have a try.
    pub fn step(&mut self) -> Result<Step, FeedError> {
        let seen = self.look()?;
        let outcome = self.attempt(seen);
        if outcome.is_err() {
            self.let_go()?;
        }
        self.look()?;
        outcome
    }

    fn look(&self) -> Result<Seen, FeedError> {
        let seen = self
            .store
            .read_now::<_, StoreError>(|db| search_feeds::seen(db, FOLLOWER))?;
        self.server.hear(&seen, self.clock.now());
        Ok(seen)
    }

    fn attempt(&mut self, seen: Seen) -> Result<Step, FeedError> {
        if is_of_newer(&seen.feed) || !self.turn.may_be_ours(&seen) || !self.turn.holds()? {
            return Ok(Step::Elsewhere);
        }
        if !self.has_begun {
            self.begin(seen)?;
            self.has_begun = true;
            return Ok(Step::Moved);
        }
        let feed = seen.feed;
        let is_ours = feed.serving.as_ref().is_some_and(|made| made.version == VERSION);
        if feed.filling.is_none() && (!is_ours || feed.is_wanted_anew) {
            self.begin_to_fill(feed)?;
            return Ok(Step::Moved);
        }
        let (feed, has_followed) = self.follow(feed)?;
        let has_filled = self.fill(feed.clone())?;
        if has_followed || has_filled {
            return Ok(Step::Moved);
        }
        self.look_now_and_then(&feed)?;
        Ok(Step::Idle)
    }

    /// Tells what has changed, to the index that answers and to the one that is being filled.
    fn follow(&mut self, feed: Feed) -> Result<(Feed, bool), FeedError> {
        let changes = self
            .store
            .read_now::<_, StoreError>(|db| changes::after(db, feed.position, CHANGES_AT_ONCE))?;
        let Some(last) = changes.last() else {
            return Ok((feed, false));
        };
        let uids = self.uids(&feed);
        let subjects = self.concerned(&uids, &changes)?;
        for part in subjects.chunks(AT_ONCE) {
            let (mut tasks, gone) = self.send(&uids, part)?;
            if !gone.is_empty() {
                self.sent.extend(&gone);
                for uid in &uids {
                    self.turn.make_sure()?;
                    tasks.push(self.server.server().take_out(uid, &gone)?);
                }
            }
            self.wait(&tasks)?;
        }
        self.look_at_indexes(&feed)?;
        let feed = Feed {
            position: last.position(),
            ..feed
        };
        self.keep(&feed)?;
        Ok((feed, true))
    }

    fn uids(&self, feed: &Feed) -> Vec<String> {
        let serving = feed.serving.as_ref().map(|_| self.server.uid(THREADS));
        let filling = feed.filling.as_ref().map(|_| self.server.uid(NEXT));
        serving.into_iter().chain(filling).collect()
    }

    /// The threads and articles that changes concern, each once.
    fn concerned(&self, uids: &[String], changes: &[Change]) -> Result<Vec<Subject>, FeedError> {
        let mut subjects = BTreeSet::new();
        let mut replies: Vec<ReplyId> = Vec::new();
        for change in changes {
            match change.noun {
                Some(Noun::Thread(id)) => drop(subjects.insert(Subject::Thread(id))),
                Some(Noun::Article(id)) => drop(subjects.insert(Subject::Article(id))),
                Some(Noun::Reply(id)) => replies.push(id),
                Some(Noun::Tag(id)) => {
                    for uid in uids {
                        subjects.extend(self.server.server().tagged(uid, id)?);
                    }
                }
                _ => {}
            }
        }
        if !replies.is_empty() {
            let read = |db: &mut _| indexing::threads_of(db, &replies);
            let threads = self.store.read_now::<_, StoreError>(read)?;
            subjects.extend(threads.into_iter().map(Subject::Thread));
        }
        Ok(subjects.into_iter().collect())
    }

    /// Fills the index beside the one that answers, and has it take its place when all is in it. Answers whether there was
    /// anything to do.
    fn fill(&mut self, mut feed: Feed) -> Result<bool, FeedError> {
        let Some(filling) = &mut feed.filling else {
            return Ok(false);
        };
        let uids = [self.server.uid(NEXT)];
        let mut tasks = match filling.to {
            0 => self.send_all_articles(&uids)?,
            _ => Vec::new(),
        };
        let mut is_all = false;
        for _ in 0..SENT_AT_ONCE {
            let after = filling.to;
            let ids = self
                .store
                .read_now::<_, StoreError>(|db| indexing::ids_after(db, after, AT_ONCE as i64))?;
            let Some(last) = ids.last() else {
                is_all = true;
                break;
            };
            filling.to = last.get();
            let threads: Vec<Subject> = ids.into_iter().map(Subject::Thread).collect();
            tasks.extend(self.send(&uids, &threads)?.0);
        }
        self.wait(&tasks)?;
        self.look_at_indexes(&feed)?;
        match is_all {
            true => self.take_its_place(feed)?,
            false => self.keep(&feed)?,
        }
        Ok(true)
    }

    /// Sends the articles, of which there are few, with the first threads.
    fn send_all_articles(&mut self, uids: &[String]) -> Result<Vec<Task>, FeedError> {
        let (mut tasks, mut after) = (Vec::new(), 0);
        loop {
            let read = |db: &mut _| articles::ids_after(db, after, AT_ONCE as i64);
            let ids = self.store.read_now::<_, StoreError>(read)?;
            let Some(last) = ids.last() else { return Ok(tasks) };
            after = last.get();
            let articles: Vec<Subject> = ids.into_iter().map(Subject::Article).collect();
            tasks.extend(self.send(uids, &articles)?.0);
        }
    }

    /// Sends threads and articles as they are now, and names those that are gone.
    fn send(&mut self, uids: &[String], subjects: &[Subject]) -> Result<(Vec<Task>, Vec<Subject>), FeedError> {
        let mut tasks = Vec::new();
        let mut documents: Vec<Document> = Vec::new();
        let mut gone: BTreeSet<Subject> = subjects.iter().copied().collect();
        let mut size = 0;
        for part in subjects.chunks(IN_MEMORY) {
            for document in self.documents(part)? {
                gone.remove(&Subject::numbered(document.id));
                size += document.size();
                documents.push(document);
                if size > MOST_BYTES {
                    tasks.extend(self.deliver(uids, &documents)?);
                    documents.clear();
                    size = 0;
                }
            }
        }
        if !documents.is_empty() {
            tasks.extend(self.deliver(uids, &documents)?);
        }
        Ok((tasks, gone.into_iter().collect()))
    }

    /// These as the server is to keep them, without those that are gone.
    fn documents(&self, subjects: &[Subject]) -> Result<Vec<Document>, FeedError> {
        let forum = self.search.forum();
        let threads: Vec<ThreadId> = subjects.iter().filter_map(|subject| subject.thread()).collect();
        let ids: Vec<ArticleId> = subjects.iter().filter_map(|subject| subject.article()).collect();
        let (threads, articles) = self.store.read_now::<_, StoreError>(|db| {
            let threads = indexing::whole(db, Sight::everything(), &threads)?;
            Ok((threads, articles::whole(db, Sight::everything(), &ids)?))
        })?;
        let threads = threads.iter().map(|thread| Document::of(thread, forum));
        Ok(threads.chain(articles.iter().map(Document::of_article)).collect())
    }

    fn deliver(&mut self, uids: &[String], documents: &[Document]) -> Result<Vec<Task>, FeedError> {
        self.sent
            .extend(documents.iter().map(|document| Subject::numbered(document.id)));
        let mut tasks = Vec::new();
        for uid in uids {
            self.turn.make_sure()?;
            tasks.push(self.server.server().put(uid, documents)?);
        }
        Ok(tasks)
    }

    pub(super) fn keep(&mut self, feed: &Feed) -> Result<(), FeedError> {
        self.turn.keep(feed)?;
        self.sent.clear();
        Ok(())
    }

    pub(super) fn wait(&mut self, tasks: &[Task]) -> Result<(), FeedError> {
        self.turn.wait(self.server.server(), tasks)
    }

    /// Lets another node have the turn. What was sent after the turn had ended may have come behind what another node sent: all
    /// hear of them once more.
    fn let_go(&mut self) -> Result<(), FeedError> {
        self.has_begun = false;
        let sent = std::mem::take(&mut self.sent);
        if self.turn.let_go()? {
            return Ok(());
        }
        let now = self.clock.now();
        Ok(self.store.write_now::<_, StoreError>(|tx| {
            sent.iter()
                .try_for_each(|subject| changes::record(tx, subject.noun(), ChangeVerb::Changed, now))
        })?)
    }
}

/// A program of an older version leaves the server to those of the newer one.
fn is_of_newer(feed: &Feed) -> bool {
    let filling = feed.filling.as_ref().map(|filling| &filling.made);
    let all = feed.serving.iter().chain(filling);
    all.into_iter().any(|made| made.version > VERSION)
}
