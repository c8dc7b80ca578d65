//! Redacting and splitting a thread.

use super::Urls;
use crate::domain::id::{ReplyId, ThreadId};

impl Urls {
    /// Where words are taken out of a thread for good: the page that asks, and takes the answer.
    pub fn redact(&self, id: ThreadId) -> String {
        self.thread_part(id, "redact")
    }

    /// What a redaction would change; the words travel in the form, never in an address.
    pub fn redact_plan(&self, id: ThreadId) -> String {
        self.thread_part(id, "redact/plan")
    }

    /// Where replies are split off a thread.
    pub fn split(&self, id: ThreadId) -> String {
        self.thread_part(id, "split")
    }

    /// The same with the replies from this one on.
    pub fn split_from(&self, id: ThreadId, from: ReplyId) -> String {
        format!("{}?from={from}", self.split(id))
    }
}
