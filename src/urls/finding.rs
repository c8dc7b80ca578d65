//! Search, and asking from there.

use super::{Urls, article_named, encode, thread_named, with_query};
use crate::domain::searching::{Finding, Period};
use crate::domain::subject::Subject;

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

    /// A thread or an article.
    pub fn subject(&self, subject: Subject, title: &str) -> String {
        match subject {
            Subject::Thread(id) => self.thread(id, title),
            Subject::Article(id) => self.article(id, title),
        }
    }

    /// A thread or an article, as one of the results of a search.
    pub fn subject_found(&self, subject: Subject, title: &str, finding: Finding) -> String {
        with_query(self.subject(subject, title), &[format!("{FOUND}={finding}")])
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

/// The thread or the article whose page stands at a path of this site.
pub fn subject_at(path: &str) -> Option<Subject> {
    if path.starts_with("/articles/") {
        return article_named(path).map(Subject::Article);
    }
    let is_thread = path.starts_with("/threads/");
    is_thread.then(|| thread_named(path))?.map(Subject::Thread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ArticleId, ThreadId};

    #[test]
    fn a_page_of_a_thread_or_an_article_is_told_by_its_path() {
        assert_eq!(subject_at("/threads/7/x"), Some(Subject::Thread(ThreadId::stored(7))));
        assert_eq!(subject_at("/articles/7"), Some(Subject::Article(ArticleId::stored(7))));
        for other in [
            "/",
            "/threads",
            "/threads/new",
            "/articles/faq",
            "/users/7",
            "/x/threads/7",
        ] {
            assert_eq!(subject_at(other), None, "{other}");
        }
    }
}
