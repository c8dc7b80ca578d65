//! Search, and asking from there.

use super::{Urls, encode, with_query};
use crate::domain::id::ThreadId;
use crate::domain::searching::{Finding, Period};

/// What an address calls the search that led there.
pub const FOUND: &str = "found";

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

    /// A thread, as one of the results of a search.
    pub fn thread_found(&self, id: ThreadId, title: &str, finding: Finding) -> String {
        with_query(self.thread(id, title), &[format!("{FOUND}={finding}")])
    }

    /// Where a browser searches: what was typed takes the place of the braces.
    pub fn search_template(&self) -> String {
        self.absolute("/search?q={searchTerms}")
    }

    /// The searches of a period without an answer.
    pub fn searches_of(&self, period: Period) -> String {
        with_query(self.searches(), &[format!("days={}", period.days())])
    }

    /// The same as a file.
    pub fn searches_file(&self, period: Period) -> String {
        with_query("/reports/searches.csv".to_owned(), &[format!("days={}", period.days())])
    }

    /// The ask form with a title that was typed elsewhere.
    pub fn new_thread_about(&self, typed: &str) -> String {
        with_query(self.new_thread(), &[format!("q={}", encode(typed))])
    }
}
