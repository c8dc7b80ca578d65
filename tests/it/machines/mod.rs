//! What machines read: structured data, feeds, sitemaps, what robots are told, pictures, and how browsers search.

mod feeds;
mod heads;
mod opensearch;
mod pictures;
mod sitemaps;
mod structured;

use tanya::domain::id::ThreadId;
use tanya::domain::sight::Sight;
use tanya::store::threads;

use crate::support::{Page, TestApp};

/// A thread's page as a passer-by sees it.
pub fn page_of(app: &TestApp, thread: ThreadId) -> Page {
    app.visitor().visit(&format!("/threads/{thread}"))
}

/// Has a moderator delete a thread.
pub fn delete(app: &TestApp, thread: ThreadId) {
    app.by("cat", |cat| {
        let reason = tanya::domain::body::Reason::default();
        threads::delete(cat.tx, &cat.author, Sight::everything(), thread, &reason, cat.now)
    });
}

/// Moves an address of the site to the test's server: its path.
pub fn path(address: &str) -> String {
    let path = address.strip_prefix(crate::support::ORIGIN);
    path.unwrap_or_else(|| panic!("{address} is not whole")).to_owned()
}
