//! Merging one thread into another: when it is refused.

use super::category::Audience;
use super::id::ThreadId;
use super::split::kind_of_split;
use super::thread::ThreadKind;

/// What is asked of a thread that takes part in a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// The thread.
    pub id: ThreadId,
    /// What it is.
    pub kind: ThreadKind,
    /// Who may see it.
    pub audience: Audience,
    /// Whether it is deleted.
    pub is_deleted: bool,
}

crate::named! {
    /// Why a thread is not merged into another one.
    pub enum Objection {
        /// Both are the same thread, perhaps by an earlier merge.
        Itself = "itself",
        /// One of them is deleted.
        Deleted = "deleted",
        /// A question takes only questions, a discussion or an announcement only discussions.
        OtherKind = "other_kind",
        /// More people would see what was written for fewer.
        WiderAudience = "wider_audience",
        /// The target is a duplicate of the merged thread, perhaps over others.
        Circle = "circle",
    }
}

/// Why one thread is not merged into the other, as far as the two tell; `None` when it may be.
pub fn objection(merged: Side, target: Side) -> Option<Objection> {
    if merged.id == target.id {
        Some(Objection::Itself)
    } else if merged.is_deleted || target.is_deleted {
        Some(Objection::Deleted)
    } else if merged.kind != target.kind && merged.kind != kind_of_split(target.kind) {
        Some(Objection::OtherKind)
    } else if !target.audience.is_within(merged.audience) {
        Some(Objection::WiderAudience)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CategoryId;

    fn side(id: i64, audience: Audience) -> Side {
        Side {
            id: ThreadId::stored(id),
            kind: ThreadKind::Question,
            audience,
            is_deleted: false,
        }
    }

    #[test]
    fn what_was_written_for_fewer_is_never_shown_to_more() {
        let private = [1, 2].map(|id| Audience::Private(CategoryId::stored(id)));
        let all: Vec<Audience> = Audience::SHARED.iter().copied().chain(private).collect();
        for merged in &all {
            for target in &all {
                let refused = objection(side(1, *merged), side(2, *target)) == Some(Objection::WiderAudience);
                assert_eq!(refused, !target.is_within(*merged), "{merged} into {target}");
            }
        }
    }

    #[test]
    fn a_thread_is_not_merged_into_itself_nor_into_what_is_gone_or_of_another_kind() {
        let one = side(1, Audience::Public);
        let gone = Side {
            is_deleted: true,
            ..side(2, Audience::Public)
        };
        let talk = Side {
            kind: ThreadKind::Discussion,
            ..side(2, Audience::Public)
        };
        assert_eq!(objection(one, one), Some(Objection::Itself));
        assert_eq!(objection(one, gone), Some(Objection::Deleted));
        assert_eq!(objection(gone, one), Some(Objection::Deleted));
        assert_eq!(objection(one, talk), Some(Objection::OtherKind));
    }

    #[test]
    fn what_was_split_off_news_goes_back_and_news_goes_into_news() {
        let [news, other] = [1, 2].map(|id| Side {
            kind: ThreadKind::Announcement,
            ..side(id, Audience::Public)
        });
        let talk = Side {
            kind: ThreadKind::Discussion,
            ..side(3, Audience::Public)
        };
        assert_eq!(objection(news, other), None);
        assert_eq!(objection(talk, news), None);
        assert_eq!(objection(news, talk), Some(Objection::OtherKind));
    }
}
