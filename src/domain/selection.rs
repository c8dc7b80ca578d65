//! Acts on several pieces of writing at once.

use super::body::Reason;
use super::case::Piece;
use super::id::CategoryId;
use super::moderation::Act;
use super::resolution::CloseReason;
use super::tag::TagName;

/// The most pieces of one selection.
pub const MOST_SELECTED: usize = 50;

crate::named! {
    /// What can be done to a selection.
    pub enum SelectionAct {
        /// Delete threads and replies.
        Delete = "delete",
        /// Close threads.
        Close = "close",
        /// Keep new posts out of threads.
        Lock = "lock",
        /// Put threads into another category.
        Move = "move",
        /// Give threads other tags.
        Retag = "retag",
    }
}

impl SelectionAct {
    /// Whether it can be done to such a piece at all.
    pub fn takes(self, piece: Piece) -> bool {
        match piece {
            Piece::Thread(_) => true,
            Piece::Reply(_) => self == Self::Delete,
            Piece::Comment(_) => false,
        }
    }

    /// How the log names it.
    pub fn act(self) -> Act {
        match self {
            Self::Delete => Act::Delete,
            Self::Close => Act::Close,
            Self::Lock => Act::Lock,
            Self::Move => Act::Move,
            Self::Retag => Act::Retag,
        }
    }
}

/// The act with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// Delete them.
    Delete,
    /// Close them, for this reason; not as duplicates, of which each has an original of its own.
    Close(CloseReason),
    /// Lock them.
    Lock,
    /// Move them there.
    Move(CategoryId),
    /// Give them exactly these tags.
    Retag(Vec<TagName>),
}

impl Doing {
    /// Which act it is.
    pub fn act(&self) -> SelectionAct {
        match self {
            Self::Delete => SelectionAct::Delete,
            Self::Close(_) => SelectionAct::Close,
            Self::Lock => SelectionAct::Lock,
            Self::Move(_) => SelectionAct::Move,
            Self::Retag(_) => SelectionAct::Retag,
        }
    }
}

/// An act that is to be done to a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The pieces.
    pub pieces: Vec<Piece>,
    /// What is done to each.
    pub doing: Doing,
    /// Why.
    pub reason: Reason,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{CommentId, ReplyId, ThreadId};

    #[test]
    fn threads_take_every_act_replies_are_deleted_and_comments_stand_in_no_selection() {
        for act in SelectionAct::ALL.iter().copied() {
            assert!(act.takes(Piece::Thread(ThreadId::stored(1))));
            assert_eq!(act.takes(Piece::Reply(ReplyId::stored(1))), act == SelectionAct::Delete);
            assert!(!act.takes(Piece::Comment(CommentId::stored(1))));
            assert!(act.act().can_be_undone(), "{act}");
        }
    }
}
