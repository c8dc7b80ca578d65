//! Search, and asking from there.

use super::{Urls, encode, with_query};

impl Urls {
    /// Search.
    pub fn search(&self) -> String {
        "/search".to_owned()
    }

    /// A page of what a search finds, counted from 1.
    pub fn found(&self, typed: &str, page: usize) -> String {
        let mut pairs = vec![format!("q={}", encode(typed))];
        if page > 1 {
            pairs.push(format!("page={page}"));
        }
        with_query(self.search(), &pairs)
    }

    /// The ask form with a title that was typed elsewhere.
    pub fn new_thread_about(&self, typed: &str) -> String {
        with_query(self.new_thread(), &[format!("q={}", encode(typed))])
    }
}
