//! Which index of the server holds what: what an earlier turn left, and one index taking another's place.

use std::time::Duration;

use super::FOLLOWER;
use super::documents::VERSION;
use super::feeding::{FeedError, Feeder, NEXT, THREADS};
use crate::store::search_feeds::{self, Feed, Filling, Seen};
use crate::store::{StoreError, changes};

/// How often it is asked whether the tasks of an earlier turn are done.
const TIDYING: Duration = Duration::from_millis(250);
/// The change log forgets after ninety days; a server that was not told anything for longer than this is filled anew.
const LONGEST_REST: chrono::Duration = chrono::Duration::days(80);
/// How often the indexes are looked at while nothing is sent.
const LOOK_AGAIN: chrono::Duration = chrono::Duration::seconds(20);

impl Feeder {
    /// Sees to what an earlier turn left: its tasks are waited for, and what the server holds is compared with what was
    /// written down.
    pub(super) fn begin(&mut self, seen: Seen) -> Result<(), FeedError> {
        let (threads, next) = (self.server.uid(THREADS), self.server.uid(NEXT));
        while self.server.server().waiting(&[threads.clone(), next.clone()])? > 0 {
            self.turn.pause(TIDYING)?;
        }
        let (live, beside) = (self.server.server().made(&threads)?, self.server.server().made(&next)?);
        let feed = self.still_true(seen, live, beside.clone())?;
        if feed.serving.as_ref().is_some_and(|made| made.version == VERSION)
            && let Some(task) = self.server.server().set(&threads)?
        {
            self.wait(&[task])?;
        }
        if feed.filling.is_none() && beside.is_some() {
            let task = self.server.server().delete(&next)?;
            self.wait(&[task])?;
        }
        self.keep(&feed)
    }

    /// What is still true of what was written down, the indexes having been made at these times.
    fn still_true(&self, seen: Seen, live: Option<String>, beside: Option<String>) -> Result<Feed, FeedError> {
        let mut feed = seen.feed;
        let end = self.store.read_now::<_, StoreError>(changes::end)?;
        let rested = seen.moved_at.map(|at| self.clock.now() - at);
        if feed.position > end || rested.is_some_and(|rested| rested > LONGEST_REST) {
            // Of another database, or the log has forgotten what comes next.
            return Ok(Feed {
                position: end,
                ..Feed::default()
            });
        }
        let is_live = |at: &String| live.as_ref() == Some(at);
        if let Some(filling) = feed.filling.take_if(|filling| is_live(&filling.made.at)) {
            // It had taken its place, and nobody had written that down.
            feed.serving = Some(filling.made);
        }
        feed.serving = feed.serving.filter(|made| is_live(&made.at));
        feed.filling = feed
            .filling
            .filter(|filling| beside.as_ref() == Some(&filling.made.at) && filling.made.version == VERSION);
        Ok(feed)
    }

    /// Makes sure that the indexes are those that were written down. The server makes an index that is missing when documents
    /// come for it, so that nothing else would tell.
    pub(super) fn look_at_indexes(&mut self, feed: &Feed) -> Result<(), FeedError> {
        let serving = feed.serving.as_ref().map(|made| (THREADS, made));
        let filling = feed.filling.as_ref().map(|filling| (NEXT, &filling.made));
        for (index, made) in serving.into_iter().chain(filling) {
            let uid = self.server.uid(index);
            if self.server.server().made(&uid)?.as_ref() != Some(&made.at) {
                return Err(FeedError::Replaced(uid));
            }
        }
        self.looked_at = Some(self.clock.now());
        Ok(())
    }

    /// The same when nothing was sent for a while.
    pub(super) fn look_now_and_then(&mut self, feed: &Feed) -> Result<(), FeedError> {
        let since = self.looked_at.map(|at| self.clock.now() - at);
        if since.is_some_and(|since| since < LOOK_AGAIN) {
            return Ok(());
        }
        self.look_at_indexes(feed)
    }

    pub(super) fn begin_to_fill(&mut self, mut feed: Feed) -> Result<(), FeedError> {
        let next = self.server.uid(NEXT);
        tracing::info!(index = next, "the search server is filled");
        if feed.serving.is_none() {
            // What changes from now on is told as it comes; all that was before is read.
            feed.position = self.store.read_now::<_, StoreError>(changes::end)?;
        }
        let tasks = self.server.server().make(&next)?;
        self.wait(&tasks)?;
        let made = self.server.server().made_now(&next)?;
        feed.filling = Some(Filling { made, to: 0 });
        self.keep(&feed)?;
        Ok(self
            .store
            .write_now::<_, StoreError>(|tx| search_feeds::hear(tx, FOLLOWER))?)
    }

    /// The full index answers from now on: everything that was sent to it is done, and nothing more is sent meanwhile.
    pub(super) fn take_its_place(&mut self, mut feed: Feed) -> Result<(), FeedError> {
        let (threads, next) = (self.server.uid(THREADS), self.server.uid(NEXT));
        if self.server.server().made(&threads)?.is_none() {
            let tasks = self.server.server().make(&threads)?;
            self.wait(&tasks)?;
        }
        self.turn.make_sure()?;
        let task = self.server.server().swap(&threads, &next)?;
        self.wait(&[task])?;
        feed.serving = feed.filling.take().map(|filling| filling.made);
        self.keep(&feed)?;
        tracing::info!(index = threads, "the search server is filled and answers");
        let task = self.server.server().delete(&next)?;
        self.wait(&[task])
    }
}
