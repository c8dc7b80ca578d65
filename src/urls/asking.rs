//! Asking, and the help on the way.

use super::{Urls, encode};
use crate::domain::subject::Subject;
use crate::domain::token::FormKey;

impl Urls {
    fixed! {
        /// What may answer a question that is being written, and what in it should not stand in public.
        suggestions = "/threads/new/suggestions";
        /// A thread or an article that was suggested has solved it.
        solved_while_asking = "/threads/new/solved";
        /// The question is a different one than those that were suggested.
        different_while_asking = "/threads/new/different";
        /// The same problem as in a thread that was suggested.
        join_while_asking = "/threads/new/me-too";
        /// What is decided about help while asking.
        admin_asking = "/admin/asking";
    }

    /// A thread or an article that was suggested in a form, at this place of the list from 1.
    pub fn suggested(&self, subject: Subject, form: &FormKey, place: usize) -> String {
        let path = match subject {
            Subject::Thread(id) => self.thread_part(id, "suggested"),
            Subject::Article(id) => self.article_part(id, "suggested"),
        };
        format!("{path}?form={}&place={place}", encode(form.as_str()))
    }
}
