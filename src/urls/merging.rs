//! Merging one thread into another.

use super::Urls;
use crate::domain::id::ThreadId;

impl Urls {
    /// Where a thread is merged into another one: the page that asks into which, and takes the answer.
    pub fn merge(&self, id: ThreadId) -> String {
        self.thread_part(id, "merge")
    }

    /// The page that says what merging a thread into this one would do.
    pub fn merge_into(&self, id: ThreadId, into: ThreadId) -> String {
        format!("{}?into={into}", self.merge(id))
    }

    /// Takes the merge of a thread back.
    pub fn unmerge(&self, id: ThreadId) -> String {
        self.thread_part(id, "unmerge")
    }
}
