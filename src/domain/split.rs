//! Splitting replies off into a thread of their own: what a form brings, and when it is refused.

use super::audience::Audience;
use super::body::Reason;
use super::id::{CategoryId, ReplyId};
use super::thread::ThreadKind;
use super::title::Title;

/// The most replies that are split off at once.
pub const MOST_SPLIT: usize = 100;

/// A split that may be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitDraft {
    /// The replies; the oldest becomes the thread's own text.
    pub replies: Vec<ReplyId>,
    /// What the thread is called.
    pub title: Title,
    /// Where it lives.
    pub category: CategoryId,
    /// Why.
    pub reason: Reason,
}

crate::named! {
    /// Why replies are not split off.
    pub enum SplitObjection {
        /// One of them does not stand here any more, or is deleted.
        Gone = "gone",
        /// One of them came by a merge, which is to be undone first.
        Merged = "merged",
        /// The oldest of them is, or was, accepted as the answer.
        Accepted = "accepted",
        /// The category does not take such threads, or others would see them there.
        Category = "category",
    }
}

/// What a thread is that is split off one of this kind.
pub fn kind_of_split(origin: ThreadKind) -> ThreadKind {
    match origin {
        ThreadKind::Announcement => ThreadKind::Discussion,
        kind => kind,
    }
}

/// Whether a thread may go from a category for one audience to one for another and back again.
pub fn is_as_visible(from: Audience, to: Audience) -> bool {
    from.is_within(to) && to.is_within(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_changes_nobodys_sight() {
        let private = [1, 2].map(|id| Audience::Private(CategoryId::stored(id)));
        let all: Vec<Audience> = Audience::SHARED.iter().copied().chain(private).collect();
        for from in &all {
            for to in &all {
                assert_eq!(is_as_visible(*from, *to), from == to, "{from} to {to}");
            }
        }
    }
}
