//! How a verb ends when it is not simply done: outcomes that a page can tell, not errors.

use crate::domain::id::UserId;
use crate::domain::trust::Limit;

/// How a verb on a post ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed<T = ()> {
    /// It is done now.
    Done(T),
    /// It was so already.
    Unchanged,
    /// The user may not do this to this thing.
    NotYours,
    /// The thread is locked or closed to this.
    Locked,
    /// These words may not stand in a post.
    Blocked(String),
    /// Its text was deleted for good.
    Erased,
    /// This person is removed with everything that they wrote, which comes back all at once or not at all.
    AuthorRemoved(UserId),
}

impl<T> Deed<T> {
    /// What it gave when it is done now: for what only the wrong person can fail at.
    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(given) => Some(given),
            Self::Unchanged
            | Self::NotYours
            | Self::Locked
            | Self::Blocked(_)
            | Self::Erased
            | Self::AuthorRemoved(_) => None,
        }
    }
}

/// How a post ended that carries a form key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posting<T> {
    /// It was posted.
    Posted(T),
    /// The same form made this post before.
    PostedBefore(T),
    /// The user may not post here.
    NotAllowed,
    /// The thread is locked.
    Locked,
    /// These words may not stand in a post.
    Blocked(String),
    /// The user is a newcomer, and may not post this yet.
    NotYet(Limit),
}
