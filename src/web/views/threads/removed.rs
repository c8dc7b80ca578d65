//! What a deleted post says of itself to those who see it: that it waits, until when it can be brought back, or that it is gone.

use chrono::{DateTime, Utc};

use crate::domain::erasing::kept_until;
use crate::store::threads::CommentView;
use crate::text::time;
use crate::web::views::components::Pen;

/// What comes of a deleted post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It waits for a moderator.
    Waits,
    /// It is kept, as it came with a merge that can be taken back.
    Kept,
    /// Its author is removed, and it comes back with all of theirs or not at all.
    OfRemoved,
    /// Its text goes for good some day.
    Goes,
    /// Its text is gone.
    Gone,
}

impl Fate {
    /// What comes of a deleted comment, which waits for a moderator or not.
    pub(super) fn of_comment(comment: &CommentView, waits: bool) -> Self {
        match (comment.is_erased, waits) {
            (true, _) => Self::Gone,
            _ if comment.author.removed.is_some() => Self::OfRemoved,
            (false, true) => Self::Waits,
            (false, false) => Self::Goes,
        }
    }
}

/// The sentence about it; `None` for what is there.
pub(super) fn removed(pen: &Pen<'_>, deleted_at: Option<DateTime<Utc>>, fate: Fate) -> Option<String> {
    match (fate, deleted_at) {
        (Fate::Gone, _) => Some(pen.say("post-erased")),
        (Fate::OfRemoved, Some(_)) => Some(pen.say("removal-of-post")),
        (Fate::Waits, Some(_)) => Some(pen.say("post-held")),
        (Fate::Kept, Some(_)) => Some(pen.say("post-deleted")),
        (Fate::Goes, Some(at)) => {
            let until = time::exact_day(pen.phrases, kept_until(at));
            Some(pen.tell("post-deleted-until", &[("until", until.into())]))
        }
        (_, None) => None,
    }
}
