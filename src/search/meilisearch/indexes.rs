//! What the feed has the server do with its indexes: make them, fill them, have one take another's place.
//!
//! The server takes everything on as a task and does it later, in order. Whoever needs it done waits here, as long as it
//! takes: the crate's own waiting gives up after five seconds, and knows no task that was cancelled.

use std::time::Duration;

use meilisearch_sdk::client::SwapIndexes;
use meilisearch_sdk::documents::DocumentsQuery;
use meilisearch_sdk::task_info::TaskInfo;
use serde::Deserialize;
use serde_json::Value;

use super::client::{Server, ServerError, done};
use super::documents::{Document, VERSION, holds, settings};
use crate::domain::id::TagId;
use crate::domain::subject::Subject;
use crate::store::search_feeds::Made;

/// How long a request may take that has no reader waiting.
pub const REQUEST: Duration = Duration::from_secs(20);
/// How many documents of a tag are asked for at once.
const TAGGED_AT_ONCE: usize = 1_000;

/// A task that the server has taken on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task(pub u32);

/// A task as the server tells it.
#[derive(Debug, Deserialize)]
struct TaskSaid {
    status: String,
    error: Option<ErrorSaid>,
}

#[derive(Debug, Deserialize)]
struct ErrorSaid {
    message: String,
}

#[derive(Debug, Deserialize)]
struct TasksSaid {
    total: u64,
}

/// What is asked of a document when only its id matters.
#[derive(Debug, Deserialize)]
struct Id {
    id: i64,
}

impl Server {
    /// When the index of this name was made, in the server's own words; `None` when there is none.
    pub fn made(&self, uid: &str) -> Result<Option<String>, ServerError> {
        match done(self.client(REQUEST).get_raw_index(uid)) {
            Ok(said) => Ok(said.get("createdAt").and_then(Value::as_str).map(str::to_owned)),
            Err(ServerError::NoIndex) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Has an index made, with our settings.
    pub fn make(&self, uid: &str) -> Result<Vec<Task>, ServerError> {
        let client = self.client(REQUEST);
        let made = done(client.create_index(uid, Some("id")))?;
        let set = done(client.index(uid).set_settings(&settings()))?;
        Ok(vec![task(&made), task(&set)])
    }

    /// An index that was made a moment ago.
    pub fn made_now(&self, uid: &str) -> Result<Made, ServerError> {
        let at = self.made(uid)?.ok_or(ServerError::NoIndex)?;
        Ok(Made { version: VERSION, at })
    }

    /// Has an index read its documents as we want it to; `None` when it does already.
    pub fn set(&self, uid: &str) -> Result<Option<Task>, ServerError> {
        let index = self.client(REQUEST).index(uid);
        let has = as_value(&done(index.get_settings())?)?;
        if holds(&has, &as_value(&settings())?) {
            return Ok(None);
        }
        tracing::info!(index = uid, "the search server is told how to read what it holds");
        Ok(Some(task(&done(index.set_settings(&settings()))?)))
    }

    /// Has documents put in, each in place of the one that there was.
    pub fn put(&self, uid: &str, documents: &[Document]) -> Result<Task, ServerError> {
        let index = self.client(REQUEST).index(uid);
        Ok(task(&done(index.add_or_replace(documents, Some("id")))?))
    }

    /// Has the documents of threads and articles taken out.
    pub fn take_out(&self, uid: &str, subjects: &[Subject]) -> Result<Task, ServerError> {
        let index = self.client(REQUEST).index(uid);
        let ids: Vec<i64> = subjects.iter().map(|subject| subject.number()).collect();
        Ok(task(&done(index.delete_documents(&ids))?))
    }

    /// What in an index carries a tag.
    pub fn tagged(&self, uid: &str, tag: TagId) -> Result<Vec<Subject>, ServerError> {
        let index = self.client(REQUEST).index(uid);
        let filter = format!("tag_ids = {}", tag.get());
        let mut found: Vec<Subject> = Vec::new();
        loop {
            let mut query = DocumentsQuery::new(&index);
            query.with_filter(&filter).with_fields(["id"]);
            query.with_offset(found.len()).with_limit(TAGGED_AT_ONCE);
            let part = done(index.get_documents_with::<Id>(&query))?.results;
            found.extend(part.iter().map(|document| Subject::numbered(document.id)));
            if part.len() < TAGGED_AT_ONCE {
                return Ok(found);
            }
        }
    }

    /// Has two indexes change places.
    pub fn swap(&self, one: &str, other: &str) -> Result<Task, ServerError> {
        let swap = SwapIndexes {
            indexes: (one.to_owned(), other.to_owned()),
            rename: None,
        };
        Ok(task(&done(self.client(REQUEST).swap_indexes([&swap]))?))
    }

    /// Has an index deleted.
    pub fn delete(&self, uid: &str) -> Result<Task, ServerError> {
        Ok(task(&done(self.client(REQUEST).delete_index(uid))?))
    }

    /// Whether a task is done; one that failed, or that somebody cancelled, is an error.
    pub fn is_done(&self, task: Task) -> Result<bool, ServerError> {
        let said: TaskSaid = self.ask(&format!("/tasks/{}", task.0), REQUEST)?;
        match said.status.as_str() {
            "succeeded" => Ok(true),
            "enqueued" | "processing" => Ok(false),
            status => {
                let why = said.error.map_or_else(|| status.to_owned(), |error| error.message);
                Err(ServerError::Task(task.0, why))
            }
        }
    }

    /// How many tasks wait or are in hand for these indexes, whoever sent them.
    pub fn waiting(&self, uids: &[String]) -> Result<u64, ServerError> {
        let path = format!(
            "/tasks?limit=1&statuses=enqueued,processing&indexUids={}",
            uids.join(",")
        );
        Ok(self.ask::<TasksSaid>(&path, REQUEST)?.total)
    }

    /// The server's version, by which it says that it answers and takes the key.
    pub fn version(&self) -> Result<String, ServerError> {
        Ok(done(self.client(REQUEST).get_version())?.pkg_version)
    }

    /// How many documents an index holds; `None` when there is no such index.
    pub fn count(&self, uid: &str) -> Result<Option<u64>, ServerError> {
        match done(self.client(REQUEST).index(uid).get_stats()) {
            Ok(stats) => Ok(u64::try_from(stats.number_of_documents).ok()),
            Err(ServerError::NoIndex) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn task(taken: &TaskInfo) -> Task {
    Task(taken.task_uid)
}

fn as_value(settings: &meilisearch_sdk::settings::Settings) -> Result<Value, ServerError> {
    serde_json::to_value(settings).map_err(|error| ServerError::Failed(error.to_string()))
}
