//! A fact: something that happened to a question, when, and by whom.

use crate::domain::account::User;
use crate::domain::id::{ArticleId, ReplyId, ThreadId, UserId};
use crate::domain::resolution::{CloseReason, When};
use crate::domain::role::Role;

/// Something that happened to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// What happened.
    pub what: What,
    /// When, as precisely as it is known.
    pub at: When,
    /// Who did it, if they have an account.
    pub by: Option<UserId>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The question was asked.
    Asked,
    /// A reply stands under it since; one that came with a merged thread, since the merge.
    Answered {
        /// The reply.
        reply: ReplyId,
        /// What its author was at that time.
        answerer: Answerer,
    },
    /// A reply was deleted.
    Withdrawn {
        /// The reply.
        reply: ReplyId,
    },
    /// A deleted reply was brought back.
    Reinstated {
        /// The reply.
        reply: ReplyId,
    },
    /// A reply that came with a merged thread went away with it.
    Parted {
        /// The reply.
        reply: ReplyId,
    },
    /// A reply was accepted.
    Accepted {
        /// The reply.
        reply: ReplyId,
        /// The asker, when somebody else said it for them.
        on_behalf_of: Option<UserId>,
    },
    /// The acceptance of a merged thread came along, and settles this question too.
    Carried {
        /// The reply.
        reply: ReplyId,
    },
    /// An acceptance ended: it was taken back, another one took its place, or its reply was deleted.
    Unaccepted {
        /// The reply.
        reply: ReplyId,
    },
    /// What came along with a merged thread went back with it, as if it had never been here.
    CarriedBack {
        /// The reply.
        reply: ReplyId,
    },
    /// An article was linked as the answer.
    Linked {
        /// The article.
        article: ArticleId,
    },
    /// That link ended.
    Unlinked {
        /// The article.
        article: ArticleId,
    },
    /// The asker said that a linked article has solved it.
    Confirmed {
        /// The article.
        article: ArticleId,
    },
    /// Somebody said that it still does not work; what had settled the question ended, which are facts of their own.
    Reopened,
    /// It was closed.
    Closed {
        /// Why.
        reason: CloseReason,
        /// The thread that asks the same, for a duplicate.
        original: Option<ThreadId>,
    },
    /// Its closure ended.
    Opened,
    /// It was deleted.
    Deleted {
        /// Why, as far as it was said.
        why: Removal,
    },
    /// It was brought back.
    Restored,
    /// It was merged into another question.
    Merged {
        /// The one that has its posts since.
        into: ThreadId,
    },
    /// That merge was undone.
    Unmerged,
}

crate::named! {
    /// The kinds of facts, as rows name them.
    pub enum FactKind {
        /// See [`What::Asked`].
        Asked = "asked",
        /// See [`What::Answered`].
        Answered = "answered",
        /// See [`What::Withdrawn`].
        Withdrawn = "withdrawn",
        /// See [`What::Reinstated`].
        Reinstated = "reinstated",
        /// See [`What::Parted`].
        Parted = "parted",
        /// See [`What::Accepted`].
        Accepted = "accepted",
        /// See [`What::Carried`].
        Carried = "carried",
        /// See [`What::Unaccepted`].
        Unaccepted = "unaccepted",
        /// See [`What::CarriedBack`].
        CarriedBack = "carried_back",
        /// See [`What::Linked`].
        Linked = "linked",
        /// See [`What::Unlinked`].
        Unlinked = "unlinked",
        /// See [`What::Confirmed`].
        Confirmed = "confirmed",
        /// See [`What::Reopened`].
        Reopened = "reopened",
        /// See [`What::Closed`].
        Closed = "closed",
        /// See [`What::Opened`].
        Opened = "opened",
        /// See [`What::Deleted`].
        Deleted = "deleted",
        /// See [`What::Restored`].
        Restored = "restored",
        /// See [`What::Merged`].
        Merged = "merged",
        /// See [`What::Unmerged`].
        Unmerged = "unmerged",
    }
}

impl What {
    /// Its kind.
    pub fn kind(self) -> FactKind {
        match self {
            What::Asked => FactKind::Asked,
            What::Answered { .. } => FactKind::Answered,
            What::Withdrawn { .. } => FactKind::Withdrawn,
            What::Reinstated { .. } => FactKind::Reinstated,
            What::Parted { .. } => FactKind::Parted,
            What::Accepted { .. } => FactKind::Accepted,
            What::Carried { .. } => FactKind::Carried,
            What::Unaccepted { .. } => FactKind::Unaccepted,
            What::CarriedBack { .. } => FactKind::CarriedBack,
            What::Linked { .. } => FactKind::Linked,
            What::Unlinked { .. } => FactKind::Unlinked,
            What::Confirmed { .. } => FactKind::Confirmed,
            What::Reopened => FactKind::Reopened,
            What::Closed { .. } => FactKind::Closed,
            What::Opened => FactKind::Opened,
            What::Deleted { .. } => FactKind::Deleted,
            What::Restored => FactKind::Restored,
            What::Merged { .. } => FactKind::Merged,
            What::Unmerged => FactKind::Unmerged,
        }
    }

    /// The reply that it is about.
    pub fn reply(self) -> Option<ReplyId> {
        match self {
            What::Answered { reply, .. }
            | What::Withdrawn { reply }
            | What::Reinstated { reply }
            | What::Parted { reply }
            | What::Accepted { reply, .. }
            | What::Carried { reply }
            | What::Unaccepted { reply }
            | What::CarriedBack { reply } => Some(reply),
            _ => None,
        }
    }

    /// The article that it is about.
    pub fn article(self) -> Option<ArticleId> {
        match self {
            What::Linked { article } | What::Unlinked { article } | What::Confirmed { article } => Some(article),
            _ => None,
        }
    }

    /// The other thread that it is about.
    pub fn other(self) -> Option<ThreadId> {
        match self {
            What::Closed { original, .. } => original,
            What::Merged { into } => Some(into),
            _ => None,
        }
    }
}

impl Fact {
    /// Whether both tell of the same event. What only the moment itself knew, such as who was of the staff, does not matter.
    pub fn tells_the_same_as(&self, other: &Fact) -> bool {
        let event = |fact: &Fact| {
            let what = fact.what;
            (what.kind(), what.reply(), what.article(), what.other(), fact.at)
        };
        event(self) == event(other)
    }
}

crate::named! {
    /// What whoever wrote a reply was to the question, at that time.
    pub enum Answerer {
        /// Whoever asked.
        Asker = "asker",
        /// Somebody of the staff, whatever their role.
        Staff = "staff",
        /// A moderator or an administrator.
        Moderator = "moderator",
        /// A helper.
        Helper = "helper",
        /// Anybody else.
        Member = "member",
    }
}

impl Answerer {
    /// What somebody with this role is who has not asked.
    pub fn of_role(role: Role, is_staff: bool) -> Self {
        match role {
            _ if is_staff => Answerer::Staff,
            Role::Moderator | Role::Admin => Answerer::Moderator,
            Role::Helper => Answerer::Helper,
            Role::Member => Answerer::Member,
        }
    }

    /// What this user is to a question of that asker.
    pub fn of(user: &User, asker: Option<UserId>) -> Self {
        if asker == Some(user.id) {
            Answerer::Asker
        } else {
            Answerer::of_role(user.role, user.is_staff)
        }
    }
}

crate::named! {
    /// Why a question was deleted.
    pub enum Removal {
        /// Whoever asked did it themselves.
        Asker = "asker",
        /// It was advertising or worse.
        Spam = "spam",
        /// It did not belong here.
        OffTopic = "off_topic",
        /// Something else, which the moderation log may tell.
        Other = "other",
    }
}

impl Removal {
    /// What whoever does not delete their own question may say of it.
    pub const SAID: [Removal; 3] = [Removal::Other, Removal::Spam, Removal::OffTopic];

    /// Why a question was deleted, by who deleted it and what they said of it.
    pub fn by(remover: Option<UserId>, asker: Option<UserId>, said: Removal) -> Self {
        if remover.is_some() && remover == asker {
            Removal::Asker
        } else {
            said
        }
    }
}
