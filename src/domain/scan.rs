//! Looking through what is here already for what looks like advertising, a bounded number of pieces at a time.

use super::case::Piece;
use super::id::{CommentId, ReplyId, ThreadId};

/// The most cases that one scan brings to the desk: another scan goes on behind them.
pub const MOST_CASES: i64 = 200;

crate::named! {
    /// What a scan goes through, one kind after the other.
    pub enum PieceNoun {
        /// The texts of threads.
        Thread = "thread",
        /// Replies.
        Reply = "reply",
        /// Comments.
        Comment = "comment",
    }
}

impl PieceNoun {
    /// The piece of this kind that has a number.
    pub fn piece(self, id: i64) -> Piece {
        match self {
            Self::Thread => Piece::Thread(ThreadId::stored(id)),
            Self::Reply => Piece::Reply(ReplyId::stored(id)),
            Self::Comment => Piece::Comment(CommentId::stored(id)),
        }
    }

    /// The kind that comes behind this one.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Thread => Some(Self::Reply),
            Self::Reply => Some(Self::Comment),
            Self::Comment => None,
        }
    }
}

/// Where a scan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which kind it goes through.
    pub noun: PieceNoun,
    /// The last number that it looked at.
    pub after: i64,
}

impl Place {
    /// Where a scan of everything begins.
    pub const BEGINNING: Self = Self {
        noun: PieceNoun::Thread,
        after: 0,
    };

    /// How far a scan is that is here, in percent, by the last number that there is of each kind.
    pub fn percent(self, last: &[(PieceNoun, i64)]) -> i64 {
        let all: i64 = last.iter().map(|(_, last)| *last).sum();
        let seen: i64 = last
            .iter()
            .map(|(noun, last)| match *noun {
                noun if noun < self.noun => *last,
                noun if noun == self.noun => self.after.min(*last),
                _ => 0,
            })
            .sum();
        // There may be nothing at all.
        (seen * 100).checked_div(all).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_scan_is_counts_all_kinds_together() {
        use PieceNoun::{Comment, Reply, Thread};
        let last = [(Thread, 100), (Reply, 300), (Comment, 600)];
        for (noun, after, percent) in [
            (Thread, 0, 0),
            (Thread, 100, 10),
            (Reply, 0, 10),
            (Reply, 150, 25),
            (Comment, 599, 99),
            (Comment, 900, 100),
        ] {
            assert_eq!(Place { noun, after }.percent(&last), percent, "{noun} {after}");
        }
        assert_eq!(Place::BEGINNING.percent(&[]), 0);
    }

    #[test]
    fn every_kind_has_its_turn_once() {
        let mut seen = vec![Place::BEGINNING.noun];
        while let Some(next) = seen.last().and_then(|noun| noun.next()) {
            seen.push(next);
        }
        assert_eq!(seen, PieceNoun::ALL);
        for noun in PieceNoun::ALL {
            assert_eq!(noun.piece(7).noun(), noun.as_str());
        }
    }
}
