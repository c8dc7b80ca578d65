//! How far this node's index and the search server are, for whoever checks a forum from the command line.
//!
//! What belongs here: looking. Nothing is followed, filled or sent.

use std::path::Path;

use serde::Deserialize;

use super::embedded::{Embedded, IndexError};
use super::meilisearch::documents::VERSION;
use super::meilisearch::feeding::THREADS;
use super::meilisearch::{FOLLOWER, Meilisearch};
use crate::store::changes::Position;
use crate::store::search_feeds::{self, Seen};
use crate::store::{Store, StoreError};

/// How far an index in a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexFigures {
    /// How many threads and articles it holds.
    pub count: u64,
    /// Where it stands in the change log; `None` before it was written the first time.
    pub position: Option<Position>,
    /// Whether it is being filled.
    pub is_filling: bool,
}

/// What the follower says with each commit.
#[derive(Deserialize)]
struct Said {
    position: Position,
    filled_to: Option<i64>,
}

/// Looks at the index in a folder; `None` when there is none yet.
pub fn index(folder: &Path) -> Result<Option<IndexFigures>, IndexError> {
    if !folder.exists() {
        return Ok(None);
    }
    let embedded = Embedded::open(folder)?;
    let said = embedded.said()?;
    let said = said.and_then(|said| serde_json::from_str::<Said>(&said).ok());
    Ok(Some(IndexFigures {
        count: embedded.count(),
        position: said.as_ref().map(|said| said.position),
        is_filling: said.is_none_or(|said| said.filled_to.is_some()),
    }))
}

/// How far a search server is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerFigures {
    /// Its version.
    pub version: String,
    /// How many threads and articles the index holds that answers; `None` while there is none.
    pub count: Option<u64>,
    /// What the nodes know of it.
    pub seen: Seen,
}

impl ServerFigures {
    /// Whether an index that answers is there.
    pub fn is_filled(&self) -> bool {
        self.seen
            .feed
            .serving
            .as_ref()
            .is_some_and(|made| made.version == VERSION)
    }
}

/// Why it cannot be told how far a search server is.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// The database could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server does not answer.
    #[error(transparent)]
    Server(#[from] super::meilisearch::client::ServerError),
}

/// Looks at a search server.
pub fn server(store: &Store, server: &Meilisearch) -> Result<ServerFigures, LookError> {
    let version = server.server().version()?;
    Ok(ServerFigures {
        version,
        count: server.server().count(&server.uid(THREADS))?,
        seen: store.read_now::<_, StoreError>(|db| search_feeds::seen(db, FOLLOWER))?,
    })
}
