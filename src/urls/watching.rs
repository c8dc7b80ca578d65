//! Addresses of the words that are watched.

use super::Urls;
use crate::domain::id::WatchedWordId;

impl Urls {
    /// The words that are watched.
    pub fn admin_watched_words(&self) -> String {
        "/admin/watched-words".to_owned()
    }

    /// Looks through what is here already.
    pub fn scan_posts(&self) -> String {
        "/admin/watched-words/scan".to_owned()
    }

    /// One of them.
    pub fn admin_watched_word(&self, id: WatchedWordId) -> String {
        format!("/admin/watched-words/{id}")
    }

    /// Takes one off the list.
    pub fn delete_watched_word(&self, id: WatchedWordId) -> String {
        format!("/admin/watched-words/{id}/delete")
    }
}
