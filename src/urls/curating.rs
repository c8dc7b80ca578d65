//! Redacting and splitting a thread, and acts on a selection.

use super::Urls;
use crate::domain::id::{ReplyId, SelectionId, ThreadId};

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
    /// What an act on a selection would do; the selection travels in the form.
    pub fn selection(&self) -> String {
        "/moderation/selection".to_owned()
    }

    /// Does it.
    pub fn selection_do(&self) -> String {
        format!("{}/do", self.selection())
    }

    /// Takes an act on a selection back.
    pub fn undo_selection(&self, id: SelectionId) -> String {
        format!("/moderation/selections/{id}/undo")
    }
}
