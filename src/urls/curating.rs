//! Redacting and splitting a thread.

use super::Urls;
use crate::domain::id::ThreadId;

impl Urls {
    /// Where words are taken out of a thread for good: the page that asks, and takes the answer.
    pub fn redact(&self, id: ThreadId) -> String {
        self.thread_part(id, "redact")
    }

    /// What a redaction would change; the words travel in the form, never in an address.
    pub fn redact_plan(&self, id: ThreadId) -> String {
        self.thread_part(id, "redact/plan")
    }
}
