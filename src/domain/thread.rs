//! What a member starts, and how lists of it are asked for.

use super::id::{CategoryId, TagId};

crate::named! {
    /// What a member starts; only a question can be resolved.
    pub enum ThreadKind {
        /// Something that can be settled by an answer.
        Question = "question",
        /// Something to talk about.
        Discussion = "discussion",
        /// Something that the company says.
        Announcement = "announcement",
    }
}

crate::named! {
    /// Where a thread stands, in one word: what lists show and filter by.
    pub enum Standing {
        /// A discussion or an announcement: there is nothing to settle.
        Talk = "talk",
        /// A question without a reply.
        Unanswered = "unanswered",
        /// A question with replies, none of them accepted.
        Answered = "answered",
        /// A question with an accepted answer, or one that an article answers.
        Resolved = "resolved",
        /// Closed without an accepted answer.
        Closed = "closed",
    }
}

impl Standing {
    /// Decides where a thread stands; what settled a question, an acceptance or an article, outweighs a closure, as the answer is
    /// still the answer.
    pub fn decide(kind: ThreadKind, is_settled: bool, is_closed: bool, reply_count: i64) -> Self {
        match kind {
            ThreadKind::Question if is_settled => Standing::Resolved,
            _ if is_closed => Standing::Closed,
            ThreadKind::Question if reply_count > 0 => Standing::Answered,
            ThreadKind::Question => Standing::Unanswered,
            ThreadKind::Discussion | ThreadKind::Announcement => Standing::Talk,
        }
    }

    /// Whether an asker still waits.
    pub fn is_open(self) -> bool {
        matches!(self, Standing::Unanswered | Standing::Answered)
    }
}

crate::named! {
    /// Which threads a list shows (`?is=`).
    pub enum Is {
        /// Questions without a reply.
        Unanswered = "unanswered",
        /// Questions that are neither resolved nor closed.
        Open = "open",
        /// Questions with an accepted answer, or that an article answers.
        Resolved = "resolved",
    }
}

crate::named! {
    /// In which order a list stands (`?sort=`); always the largest first.
    pub enum Sort {
        /// By the last post or edit.
        Active = "active",
        /// By the time of asking.
        New = "new",
        /// By votes.
        Votes = "votes",
    }
}

/// What a list of threads is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// Only threads that stand so.
    pub is: Option<Is>,
    /// Only threads of this category.
    pub category: Option<CategoryId>,
    /// Only threads with this tag.
    pub tag: Option<TagId>,
    /// The order.
    pub sort: Sort,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acceptance_outweighs_a_closure() {
        use Standing::*;
        let decide = Standing::decide;
        assert_eq!(decide(ThreadKind::Question, true, true, 1), Resolved);
        assert_eq!(decide(ThreadKind::Question, false, true, 1), Closed);
        assert_eq!(decide(ThreadKind::Question, false, false, 2), Answered);
        assert_eq!(decide(ThreadKind::Question, false, false, 0), Unanswered);
        assert_eq!(decide(ThreadKind::Discussion, false, false, 0), Talk);
        assert_eq!(decide(ThreadKind::Announcement, false, true, 9), Closed);
    }
}
