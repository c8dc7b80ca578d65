//! What people are told of: the facts, how each concerns a person, and who wants to hear it.

use chrono::Duration;

use super::moderation::Act;
use super::subscription::{Level, Nearness, Wishes};

crate::named! {
    /// What happened that people may be told of.
    pub enum TidingKind {
        /// Somebody started a thread, or changed its text so that it names others.
        Asked = "asked",
        /// Somebody replied, or a reply was changed so that it names others.
        Replied = "replied",
        /// Somebody commented on a post, or a comment was changed so that it names others.
        Commented = "commented",
        /// An answer was accepted.
        Accepted = "accepted",
        /// An article was said to answer a question.
        Linked = "linked",
        /// A known problem was solved, or a question became a duplicate of one that is, or part of it.
        Solved = "solved",
        /// A moderator did something to somebody's post.
        Moderated = "moderated",
    }
}

crate::named! {
    /// How a fact concerns the person who is told of it.
    pub enum NotificationKind {
        /// A reply on their thread, or a comment on such a reply.
        Answered = "answered",
        /// A reply or a comment in a thread that they watch.
        Watched = "watched",
        /// A thread or a reply in a category or with a tag that they watch.
        Around = "around",
        /// Their answer was accepted.
        Accepted = "accepted",
        /// They were named.
        Mentioned = "mentioned",
        /// A comment on their post.
        Commented = "commented",
        /// A problem that they have too is solved.
        Solved = "solved",
        /// An article answers their question.
        Article = "article",
        /// A moderator did something to their post.
        Moderated = "moderated",
    }
}

impl NotificationKind {
    /// Whether somebody with these wishes is told.
    ///
    /// What concerns one's own post is nearer than its category and its tags: only muting the thread itself silences it. What
    /// moderators do to one's post is always told.
    pub fn is_heard(self, wishes: &Wishes) -> bool {
        let (level, nearness) = wishes.in_force();
        match self {
            Self::Moderated => true,
            Self::Answered | Self::Accepted | Self::Commented | Self::Article => {
                level != Level::Muted || nearness != Nearness::Thread
            }
            Self::Mentioned | Self::Solved => level != Level::Muted,
            Self::Watched | Self::Around => level == Level::Watching,
        }
    }

    /// Whether it goes by mail for those who chose nothing: all but what happens around what they watch, which may be much.
    pub fn is_by_mail_at_first(self) -> bool {
        self != Self::Around
    }
}

/// How long a letter waits for what else is said in its thread.
pub const LETTER_WAITS: Duration = Duration::minutes(5);
/// How long it waits at most, however much is said.
pub const LETTER_WAITS_AT_MOST: Duration = Duration::minutes(15);
/// How many letters about threads somebody gets in a day, unless the forum says otherwise.
pub const LETTERS_A_DAY: i64 = 20;

/// The most unread notifications that are counted.
pub const MOST_UNREAD: i64 = 99;

/// Whether somebody is told when a moderator does this to their post.
pub fn tells(act: Act) -> bool {
    matches!(
        act,
        Act::Close | Act::Move | Act::Merge | Act::Edit | Act::Redact | Act::SplitOff | Act::Delete | Act::Hold
    )
}

/// The acts that this one takes back, or ends: whoever was told of those need not know any more.
pub fn takes_back(act: Act) -> &'static [Act] {
    match act {
        Act::Reopen => &[Act::Close],
        Act::Unmerge => &[Act::Merge],
        Act::Merge => &[Act::SplitOff],
        Act::Undelete => &[Act::Delete, Act::Hold],
        Act::PutBack => &[Act::Delete],
        Act::Dismiss | Act::Delete => &[Act::Hold],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(thread: Option<Level>, category: Option<Level>) -> Wishes {
        Wishes {
            thread,
            category,
            ..Wishes::default()
        }
    }

    #[test]
    fn without_a_wish_people_hear_what_concerns_them() {
        for kind in NotificationKind::ALL {
            let is_of_others = matches!(kind, NotificationKind::Watched | NotificationKind::Around);
            assert_eq!(kind.is_heard(&Wishes::default()), !is_of_others, "{kind}");
        }
    }

    #[test]
    fn a_muted_thread_is_silent_but_for_what_moderators_do() {
        for kind in NotificationKind::ALL {
            let is_heard = kind.is_heard(&wishes(Some(Level::Muted), Some(Level::Watching)));
            assert_eq!(is_heard, *kind == NotificationKind::Moderated, "{kind}");
        }
    }

    #[test]
    fn a_muted_category_does_not_silence_what_concerns_own_posts() {
        let muted = wishes(None, Some(Level::Muted));
        for kind in [
            NotificationKind::Answered,
            NotificationKind::Accepted,
            NotificationKind::Commented,
            NotificationKind::Article,
        ] {
            assert!(kind.is_heard(&muted), "{kind}");
        }
        for kind in [
            NotificationKind::Mentioned,
            NotificationKind::Solved,
            NotificationKind::Around,
        ] {
            assert!(!kind.is_heard(&muted), "{kind}");
        }
    }

    #[test]
    fn what_takes_an_act_back_is_itself_not_told() {
        for act in Act::ALL {
            for taken in takes_back(*act) {
                assert!(tells(*taken), "{act}");
                // That a post is deleted is told in the place of that it waits, and a merge in the place of the split.
                let instead = [(Act::Hold, Act::Delete), (Act::SplitOff, Act::Merge)];
                assert!(!tells(*act) || instead.contains(&(*taken, *act)), "{act}");
            }
        }
    }
}
