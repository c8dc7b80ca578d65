//! The addresses of digests, and of waiting for a question without an account.

use super::Urls;
use crate::domain::id::ThreadId;

impl Urls {
    /// Where visitors ask for digests.
    pub fn digests(&self) -> String {
        "/digests".to_owned()
    }

    /// Says that a letter is on its way.
    pub fn digests_sent(&self) -> String {
        "/digests/sent".to_owned()
    }

    /// One's own digests.
    pub fn own_digests(&self) -> String {
        "/settings/digests".to_owned()
    }

    /// Stop one's own digests.
    pub fn stop_own_digests(&self) -> String {
        "/settings/digests/stop".to_owned()
    }

    /// Where visitors ask to be told when a question is resolved.
    pub fn tell_me(&self, thread: ThreadId) -> String {
        self.thread_part(thread, "tell-me")
    }
}
