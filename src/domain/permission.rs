//! Who may do what: one table of verb × role.

use super::account::User;
use super::role::Role;

crate::named! {
    /// Something that a user may or may not do.
    pub enum Verb {
        /// Start a question or a discussion.
        Ask = "ask",
        /// Start an announcement.
        Announce = "announce",
        /// Write a reply.
        Reply = "reply",
        /// Write a comment.
        Comment = "comment",
        /// Vote up or down.
        Vote = "vote",
        /// Say "I have this too".
        MeToo = "me_too",
        /// Thank for a reply.
        Thank = "thank",
        /// Accept an answer.
        Accept = "accept",
        /// Take an acceptance back.
        Unaccept = "unaccept",
        /// Say that it still does not work.
        Reopen = "reopen",
        /// Change a thread.
        EditThread = "edit_thread",
        /// Change a reply.
        EditReply = "edit_reply",
        /// Change a comment.
        EditComment = "edit_comment",
        /// Delete a thread.
        DeleteThread = "delete_thread",
        /// Delete a reply.
        DeleteReply = "delete_reply",
        /// Delete a comment.
        DeleteComment = "delete_comment",
        /// Bring back what was deleted.
        Undelete = "undelete",
        /// Tell moderators that a post needs them.
        Flag = "flag",
        /// Decide on what is flagged or held.
        Decide = "decide",
        /// Change a thread's tags.
        Retag = "retag",
        /// Close a thread.
        Close = "close",
        /// Keep new posts out of a thread.
        Lock = "lock",
        /// Keep a thread on top of its category.
        Pin = "pin",
        /// Put a thread into another category.
        Move = "move",
        /// Link an article to a thread.
        LinkArticle = "link_article",
        /// Write an article, and change any; the staff write drafts, whatever their role.
        WriteArticle = "write_article",
        /// Say that an article is right.
        ReviewArticle = "review_article",
        /// Publish an article, or take it out of sight.
        PublishArticle = "publish_article",
        /// Merge a thread into another one.
        Merge = "merge",
        /// Tell askers of a known problem.
        TellProblem = "tell_problem",
        /// Warn, silence or suspend somebody of a lower role.
        Restrain = "restrain",
        /// Read the moderation log.
        ReadModerationLog = "read_moderation_log",
        /// See what was deleted.
        SeeDeleted = "see_deleted",
        /// Run the forum: settings, categories, tags, people, jobs.
        Administer = "administer",
    }
}

/// Whose thing it is that a verb is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The user's own: for an acceptance, their own question.
    Own,
    /// Somebody else's, or nobody's.
    Others,
}

/// The least role that may do a verb to one's own things, and to others'; `None` is nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What is done.
    pub verb: Verb,
    /// The least role for one's own things.
    pub own: Option<Role>,
    /// The least role for others' things.
    pub others: Option<Role>,
}

const fn rule(verb: Verb, own: Role, others: Role) -> Rule {
    Rule {
        verb,
        own: Some(own),
        others: Some(others),
    }
}

/// The table, in the order in which `/about/permissions` shows it.
pub const TABLE: &[Rule] = &[
    rule(Verb::Ask, Role::Member, Role::Member),
    rule(Verb::Reply, Role::Member, Role::Member),
    rule(Verb::Comment, Role::Member, Role::Member),
    Rule {
        verb: Verb::Vote,
        own: None,
        others: Some(Role::Member),
    },
    Rule {
        verb: Verb::MeToo,
        own: None,
        others: Some(Role::Member),
    },
    Rule {
        verb: Verb::Thank,
        own: None,
        others: Some(Role::Member),
    },
    rule(Verb::Accept, Role::Member, Role::Helper),
    rule(Verb::Unaccept, Role::Member, Role::Helper),
    rule(Verb::Reopen, Role::Member, Role::Helper),
    rule(Verb::EditThread, Role::Member, Role::Moderator),
    rule(Verb::EditReply, Role::Member, Role::Moderator),
    rule(Verb::EditComment, Role::Member, Role::Moderator),
    rule(Verb::DeleteThread, Role::Member, Role::Moderator),
    rule(Verb::DeleteReply, Role::Member, Role::Moderator),
    rule(Verb::DeleteComment, Role::Member, Role::Moderator),
    Rule {
        verb: Verb::Flag,
        own: None,
        others: Some(Role::Member),
    },
    rule(Verb::Decide, Role::Moderator, Role::Moderator),
    rule(Verb::Undelete, Role::Moderator, Role::Moderator),
    rule(Verb::Retag, Role::Member, Role::Helper),
    rule(Verb::Announce, Role::Moderator, Role::Moderator),
    rule(Verb::Close, Role::Moderator, Role::Moderator),
    rule(Verb::Lock, Role::Moderator, Role::Moderator),
    rule(Verb::Pin, Role::Moderator, Role::Moderator),
    rule(Verb::Move, Role::Moderator, Role::Moderator),
    rule(Verb::LinkArticle, Role::Helper, Role::Helper),
    rule(Verb::WriteArticle, Role::Moderator, Role::Moderator),
    rule(Verb::ReviewArticle, Role::Moderator, Role::Moderator),
    rule(Verb::PublishArticle, Role::Moderator, Role::Moderator),
    rule(Verb::Merge, Role::Moderator, Role::Moderator),
    rule(Verb::TellProblem, Role::Moderator, Role::Moderator),
    Rule {
        verb: Verb::Restrain,
        own: None,
        others: Some(Role::Moderator),
    },
    rule(Verb::ReadModerationLog, Role::Moderator, Role::Moderator),
    rule(Verb::SeeDeleted, Role::Moderator, Role::Moderator),
    rule(Verb::Administer, Role::Admin, Role::Admin),
];

/// Whether somebody of this role may do this.
pub fn allows(role: Role, verb: Verb, whose: Whose) -> bool {
    let least = TABLE
        .iter()
        .find(|rule| rule.verb == verb)
        .and_then(|rule| match whose {
            Whose::Own => rule.own,
            Whose::Others => rule.others,
        });
    least.is_some_and(|least| role >= least)
}

impl Verb {
    /// Whether it puts words in front of others; whoever is silenced may not.
    pub fn writes(self) -> bool {
        matches!(
            self,
            Self::Ask
                | Self::Announce
                | Self::Reply
                | Self::Comment
                | Self::EditThread
                | Self::EditReply
                | Self::EditComment
                | Self::Flag
                | Self::Reopen
                | Self::Retag
                | Self::WriteArticle
        )
    }
}

/// Whether this user may do this to a thing of that author.
pub fn may(user: &User, verb: Verb, author: Option<super::id::UserId>) -> bool {
    if user.is_silenced && verb.writes() {
        return false;
    }
    let whose = if author == Some(user.id) {
        Whose::Own
    } else {
        Whose::Others
    };
    allows(user.role, verb, whose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_exactly_one_row() {
        for verb in Verb::ALL {
            assert_eq!(TABLE.iter().filter(|rule| rule.verb == *verb).count(), 1, "{verb}");
        }
    }

    #[test]
    fn others_things_never_ask_for_less_than_ones_own() {
        for rule in TABLE {
            if let (Some(own), Some(others)) = (rule.own, rule.others) {
                assert!(others >= own, "{}", rule.verb);
            }
        }
    }

    #[test]
    fn nobody_votes_for_themselves() {
        assert!(!allows(Role::Admin, Verb::Vote, Whose::Own));
        assert!(allows(Role::Member, Verb::Vote, Whose::Others));
    }
}
