//! Finding threads and articles by their words, and those that ask the same or answer it.
//!
//! What belongs here: engines, how texts become words, how queries are read, in which order results stand, and the follower
//! that keeps an index of what the change log tells. What does not: pages, and SQL (`store/indexing.rs`).

pub mod document;
pub mod embedded;
pub mod follower;
pub mod inspection;
pub mod language;
pub mod likeness;
pub mod meanings;
pub mod meant;
pub mod meilisearch;
pub mod query;
pub mod ranking;
pub mod sentence;
pub mod snippet;
pub mod words;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};

use document::Draft;
use embedded::pairing::Pairing;
use embedded::{Answer, Embedded, Filters, Hit, IndexError, Near, Similar, Visible};
use language::Tongue;
use meanings::Meanings;
use meilisearch::Meilisearch;
use query::{Only, Query};

use crate::store::changes::Position;

/// What the site asks to find threads and articles.
pub struct Search {
    folder: PathBuf,
    forum: RwLock<Tongue>,
    embedded: RwLock<Option<Arc<Embedded>>>,
    server: Option<Arc<Meilisearch>>,
    holds_up_to: RwLock<Option<Position>>,
    meanings: Option<Arc<Meanings>>,
}

impl Search {
    /// A search whose index stands, or will stand, in this folder; nothing is found before a [`follower::Follower`] serves.
    pub fn new(folder: &Path, forum: Tongue) -> Self {
        Self {
            folder: folder.to_owned(),
            forum: RwLock::new(forum),
            embedded: RwLock::new(None),
            server: None,
            holds_up_to: RwLock::new(None),
            meanings: None,
        }
    }

    /// The same with a search server, which is asked first while it answers well.
    pub fn with_server(self, server: Option<Arc<Meilisearch>>) -> Self {
        Self { server, ..self }
    }

    /// The same with a model that tells what threads mean.
    pub fn with_meanings(self, meanings: Option<Arc<Meanings>>) -> Self {
        Self { meanings, ..self }
    }

    /// What threads mean, where there is a model.
    pub fn meanings(&self) -> Option<&Arc<Meanings>> {
        self.meanings.as_ref()
    }

    /// The search server, where there is one.
    pub fn server(&self) -> Option<&Arc<Meilisearch>> {
        self.server.as_ref()
    }

    /// Finds threads and articles; `None` while there is no index yet.
    pub fn find(&self, asked: &Asked<'_>, first: usize, size: usize) -> Result<Option<Answer>, IndexError> {
        if let Some(answer) = self.server.as_ref().and_then(|server| server.find(asked, first, size)) {
            return Ok(Some(answer));
        }
        let found = self
            .embedded()
            .map(|index| index.find(asked.query, asked.filters, asked.visible, asked.now, first, size));
        found.transpose()
    }

    /// What may ask the same as a draft, or answer it, the most alike first; none while there is no index yet.
    pub fn similar(
        &self,
        title: &str,
        body: &str,
        visible: &Visible,
        now: DateTime<Utc>,
        size: usize,
    ) -> Result<Similar, IndexError> {
        let Some(index) = self.embedded() else {
            return Ok(Similar::default());
        };
        let meanings = self.meanings.as_ref();
        let near = meanings.and_then(|meanings| Near::of(meanings, title, body));
        index.similar(Draft::of(title, body, self.forum()), near.as_ref(), visible, now, size)
    }

    /// What so probably asks the same as a draft, or answers it, that somebody should be shown it: none is better than bad ones.
    pub fn likely(
        &self,
        title: &str,
        body: &str,
        visible: &Visible,
        now: DateTime<Utc>,
        size: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        Ok(self.similar(title, body, visible, now, size)?.likely())
    }

    /// Articles that may answer a thread, the best first, for somebody who looks for one; `None` while there is no index yet.
    pub fn articles_for(
        &self,
        title: &str,
        body: &str,
        visible: &Visible,
        now: DateTime<Utc>,
        size: usize,
    ) -> Result<Option<Vec<Hit>>, IndexError> {
        let draft = || Draft::of(title, body, self.forum());
        let found = self
            .embedded()
            .map(|index| index.similar_articles(draft(), visible, now, size));
        Ok(found.transpose()?.map(Similar::perhaps))
    }

    /// Whether words that somebody searched for find an article by now; asked of this node's index, as many are asked at once.
    pub fn finds_article(&self, typed: &str, visible: &Visible, now: DateTime<Utc>) -> Result<bool, IndexError> {
        let query = Query {
            only: Some(Only::Articles),
            ..Query::parse(typed)
        };
        let found = self
            .embedded()
            .map(|index| index.find(&query, &Filters::default(), visible, now, 0, 1));
        Ok(found.transpose()?.is_some_and(|answer| answer.counts.all > 0))
    }

    /// The threads of the index as they are now, to be compared with each other, also by what they mean if that is known of all of
    /// them; `None` while there is no index.
    pub fn pairing(&self) -> Option<Pairing> {
        let meanings = self.meanings.as_ref().filter(|meanings| meanings.known().is_whole());
        self.embedded().map(|index| Pairing::of(&index, meanings))
    }

    /// Up to where in the change log everything is in the index; `None` while it is filled, and where another process fills it.
    pub fn holds_up_to(&self) -> Option<Position> {
        *self.holds_up_to.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says so.
    pub fn holds(&self, up_to: Option<Position>) {
        *self.holds_up_to.write().unwrap_or_else(PoisonError::into_inner) = up_to;
    }

    /// Whether there is an index to ask; it may still be filling.
    pub fn is_ready(&self) -> bool {
        self.embedded().is_some()
    }

    /// How many threads there were when it was learnt what words mean here: what was alike before need not be any more.
    pub fn learnt(&self) -> u64 {
        self.embedded().map_or(0, |index| index.learnt())
    }

    /// The forum's language, for texts that do not tell theirs.
    pub fn forum(&self) -> Tongue {
        *self.forum.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The forum speaks this language from now on; threads keep the stems that they have until they change.
    pub fn speak(&self, forum: Tongue) {
        *self.forum.write().unwrap_or_else(PoisonError::into_inner) = forum;
    }

    /// The folder of the index.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Answers from this index from now on.
    pub fn serve(&self, index: &Arc<Embedded>) {
        *self.embedded.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(index));
    }

    /// Answers from this index unless there is another, which knows more.
    pub fn serve_if_none(&self, index: &Arc<Embedded>) {
        let mut embedded = self.embedded.write().unwrap_or_else(PoisonError::into_inner);
        embedded.get_or_insert_with(|| Arc::clone(index));
    }

    fn embedded(&self) -> Option<Arc<Embedded>> {
        self.embedded.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A query with what else decides what it finds.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What was typed, read.
    pub query: &'a Query,
    /// What the database knows of its filters.
    pub filters: &'a Filters,
    /// What may be shown.
    pub visible: &'a Visible,
    /// The time, by which the age of a thread is told.
    pub now: DateTime<Utc>,
}
