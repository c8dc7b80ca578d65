//! Who may do what: one table of verb × role.

use super::account::User;
use super::audience::Audience;
use super::grant::Grant;
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
        /// Take words out of a thread and of all its versions, for good.
        Redact = "redact",
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
    rule(Verb::Redact, Role::Moderator, Role::Moderator),
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

/// Whether this user may do this to a thing of that author in a category for this audience.
///
/// In a private category the grant of their groups decides what members may do: who only sees it neither asks nor answers, who
/// asks also writes under their own questions. Moderators and administrators moderate where they see.
pub fn may_in(user: &User, audience: Audience, verb: Verb, author: Option<super::id::UserId>) -> bool {
    let Audience::Private(category) = audience else {
        return may(user, verb, author);
    };
    let grant = match user.grants.at(category) {
        Some(_) if user.role >= Role::Moderator => Grant::Moderate,
        Some(grant) => grant,
        None if user.role == Role::Admin => Grant::Moderate,
        None => return false,
    };
    let role = match grant {
        Grant::Moderate => user.role.max(Role::Moderator),
        _ => user.role,
    };
    let whose = if author == Some(user.id) {
        Whose::Own
    } else {
        Whose::Others
    };
    grant >= least_grant(verb, whose) && allows(role, verb, whose)
}

/// What a group must grant for a verb in a private category. Whoever sees a thing may say that it needs a moderator.
const fn least_grant(verb: Verb, whose: Whose) -> Grant {
    match (verb, whose) {
        (Verb::Flag, _) => Grant::See,
        (Verb::Ask, _) | (_, Whose::Own) => Grant::Ask,
        _ => Grant::Answer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::grant::Grants;
    use crate::domain::id::{CategoryId, UserId};
    use crate::domain::role::Trust;

    fn user(role: Role, grant: Option<Grant>) -> User {
        User {
            id: UserId::stored(1),
            name: String::new(),
            role,
            trust: Trust::Member,
            is_staff: true,
            is_silenced: false,
            language: None,
            grants: Grants::of(grant.map(|grant| (CategoryId::stored(1), grant))),
        }
    }

    #[test]
    fn in_a_private_category_the_grant_decides() {
        let private = Audience::Private(CategoryId::stored(1));
        let (own, others) = (Some(UserId::stored(1)), Some(UserId::stored(2)));
        // Verb, whose thing, and the least grant with which a member may do it.
        let rows = [
            (Verb::Flag, others, Grant::See),
            (Verb::Ask, own, Grant::Ask),
            (Verb::Reply, own, Grant::Ask),
            (Verb::Accept, own, Grant::Ask),
            (Verb::Reply, others, Grant::Answer),
            (Verb::Comment, others, Grant::Answer),
            (Verb::Vote, others, Grant::Answer),
            (Verb::Close, others, Grant::Moderate),
            (Verb::EditThread, others, Grant::Moderate),
        ];
        for (verb, author, least) in rows {
            assert!(!may_in(&user(Role::Moderator, None), private, verb, author), "{verb}");
            assert!(may_in(&user(Role::Admin, None), private, verb, author), "{verb}");
            for grant in Grant::ALL.iter().copied() {
                let may = |role| may_in(&user(role, Some(grant)), private, verb, author);
                assert_eq!(may(Role::Member), grant >= least, "{verb} {grant}");
                assert!(may(Role::Moderator), "{verb} {grant}");
            }
        }
        assert!(!may_in(
            &user(Role::Member, Some(Grant::Moderate)),
            private,
            Verb::Administer,
            None
        ));
        assert!(!may_in(
            &user(Role::Member, Some(Grant::Moderate)),
            Audience::Public,
            Verb::Close,
            None
        ));
    }

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
