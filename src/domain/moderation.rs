//! What moderators do, as the log names it.

use chrono::{DateTime, Utc};

use super::body::Reason;
use super::id::UserId;

crate::named! {
    /// An act of a moderator; each leaves a row in the moderation log.
    pub enum Act {
        /// Closed a thread.
        Close = "close",
        /// Opened a closed thread again.
        Reopen = "reopen",
        /// Keeps new posts out of a thread.
        Lock = "lock",
        /// Lets new posts into a thread again.
        Unlock = "unlock",
        /// Keeps a thread on top.
        Pin = "pin",
        /// No longer keeps a thread on top.
        Unpin = "unpin",
        /// Put a thread into another category.
        Move = "move",
        /// Merged a thread into another one.
        Merge = "merge",
        /// Took a merge back.
        Unmerge = "unmerge",
        /// Tells askers of a known problem.
        TellProblem = "tell_problem",
        /// Said that a known problem is solved.
        SolveProblem = "solve_problem",
        /// Changed a thread's tags.
        Retag = "retag",
        /// Changed somebody's post.
        Edit = "edit",
        /// Deleted a post.
        Delete = "delete",
        /// Brought a post back.
        Undelete = "undelete",
        /// Holds a post until a moderator has looked at it.
        Hold = "hold",
        /// Said that flags of a post were wrong: it stays, or comes back.
        Dismiss = "dismiss",
        /// Took a decision about a flagged post back: it waits for one again.
        PutBack = "put_back",
        /// Accepted an answer on the asker's behalf.
        Accept = "accept",
        /// Took an acceptance back.
        Unaccept = "unaccept",
        /// Linked an article to a thread.
        Link = "link",
        /// Took the link of an article back.
        Unlink = "unlink",
        /// Declined what repeated questions propose.
        DeclineProposal = "decline_proposal",
        /// Said that two groups of questions ask the same.
        JoinRepeats = "join_repeats",
        /// Said that questions of a group ask something else.
        PartRepeats = "part_repeats",
        /// Changed a person's role.
        ChangeRole = "change_role",
        /// Put a person into the staff, or out of it.
        ChangeStaff = "change_staff",
        /// A person's conduct raised or lowered their trust, or somebody took that back.
        ChangeTrust = "change_trust",
        /// Told a person to mind something.
        Warn = "warn",
        /// Took a warning back.
        Unwarn = "unwarn",
        /// Keeps a person from writing.
        Silence = "silence",
        /// Lets a person write again.
        Unsilence = "unsilence",
        /// Removed a spammer with everything that they wrote.
        Remove = "remove",
        /// Brought a removed person back with everything that was removed.
        BringBack = "bring_back",
        /// Let a person in who signed up in a way that programs do.
        LetIn = "let_in",
        /// Has such a person wait again.
        Doubt = "doubt",
        /// Keeps a person from signing in.
        Suspend = "suspend",
        /// Lets a person sign in again.
        Unsuspend = "unsuspend",
        /// Took a lost second factor from a person.
        EndSecondFactor = "end_second_factor",
        /// Split replies off into a thread of their own.
        SplitOff = "split_off",
        /// Took words out of a thread and of all its versions, for good.
        Redact = "redact",
        /// Deleted the text of what was deleted, for good.
        Erase = "erase",
        /// Let another name lead to a tag.
        AddSynonym = "add_synonym",
        /// Let a name lead to a tag no more.
        RemoveSynonym = "remove_synonym",
        /// Made a group.
        MakeGroup = "make_group",
        /// Gave a group another name or description.
        ChangeGroup = "change_group",
        /// Took a group apart.
        DeleteGroup = "delete_group",
        /// Put a person into a group.
        JoinGroup = "join_group",
        /// Took a person out of a group.
        LeaveGroup = "leave_group",
        /// Changed what a group may do in a private category.
        Grant = "grant",
        /// Gave an invitation.
        Invite = "invite",
        /// Took an invitation back.
        EndInvitation = "end_invitation",
        /// Split posts off into another thread, as another forum did it.
        Split = "split",
        /// Something that only the imported forum knew.
        Other = "other",
    }
}

impl Act {
    /// The earlier acts on the same thing that are not in force any more once this one is done: those that it takes back, and those
    /// in whose place it comes.
    pub fn ends(self) -> &'static [Act] {
        match self {
            Self::Close => &[Self::Reopen],
            Self::Reopen => &[Self::Close],
            Self::Lock => &[Self::Unlock],
            Self::Unlock => &[Self::Lock],
            Self::Pin => &[Self::Unpin],
            Self::Unpin => &[Self::Pin],
            Self::Move => &[Self::Move],
            Self::Retag => &[Self::Retag, Self::Edit],
            Self::Edit => &[Self::Edit, Self::Retag],
            Self::Merge => &[Self::Unmerge, Self::SplitOff],
            Self::Unmerge | Self::SplitOff => &[Self::Merge],
            Self::TellProblem | Self::SolveProblem => &[Self::TellProblem, Self::SolveProblem],
            Self::Delete => &[Self::Undelete, Self::Hold, Self::Dismiss],
            Self::Undelete => &[Self::Delete, Self::Hold],
            Self::Hold => &[Self::Dismiss, Self::Undelete],
            Self::Dismiss => &[Self::Hold, Self::PutBack],
            Self::PutBack => &[Self::Dismiss, Self::Delete],
            Self::Accept | Self::Unaccept => &[Self::Accept, Self::Unaccept],
            Self::Link | Self::Unlink => &[Self::Link, Self::Unlink],
            Self::DeclineProposal | Self::JoinRepeats | Self::PartRepeats => &[],
            Self::ChangeRole => &[Self::ChangeRole],
            Self::ChangeStaff => &[Self::ChangeStaff],
            Self::ChangeTrust => &[Self::ChangeTrust],
            Self::Warn => &[Self::Unwarn],
            Self::Unwarn => &[Self::Warn],
            Self::Silence => &[Self::Unsilence],
            Self::Unsilence => &[Self::Silence],
            Self::Remove => &[Self::BringBack],
            Self::BringBack => &[Self::Remove],
            Self::LetIn => &[Self::Doubt],
            Self::Doubt => &[Self::LetIn],
            Self::Suspend => &[Self::Unsuspend],
            Self::Unsuspend => &[Self::Suspend],
            Self::EndSecondFactor
            | Self::Redact
            | Self::Erase
            | Self::AddSynonym
            | Self::RemoveSynonym
            | Self::Split
            | Self::Other
            | Self::MakeGroup
            | Self::ChangeGroup
            | Self::DeleteGroup
            | Self::JoinGroup
            | Self::LeaveGroup
            | Self::Grant
            | Self::Invite
            | Self::EndInvitation => &[],
        }
    }

    /// Whether the log offers to take it back. What repeated questions propose is decided anew on the desk of these, a second factor
    /// is set up anew by whoever has it, synonyms, groups and invitations are taken back on their own pages, what was redacted or
    /// erased is nowhere any more, and what another forum did is done.
    pub fn can_be_undone(self) -> bool {
        let is_done = matches!(
            self,
            Self::DeclineProposal
                | Self::JoinRepeats
                | Self::PartRepeats
                | Self::EndSecondFactor
                | Self::Redact
                | Self::Erase
                | Self::AddSynonym
                | Self::RemoveSynonym
                | Self::Split
                | Self::Other
        );
        !is_done && !self.is_named()
    }

    /// Whether it is done to a group or an invitation, which the row names in words.
    pub fn is_named(self) -> bool {
        matches!(
            self,
            Self::MakeGroup
                | Self::ChangeGroup
                | Self::DeleteGroup
                | Self::JoinGroup
                | Self::LeaveGroup
                | Self::Grant
                | Self::Invite
                | Self::EndInvitation
        )
    }

    /// Whether it is done to a person.
    pub fn is_of_person(self) -> bool {
        self.is_of_admins() || self.restrains() || self.removes() || matches!(self, Self::LetIn | Self::Doubt)
    }

    /// Whether only administrators do it.
    pub fn is_of_admins(self) -> bool {
        matches!(
            self,
            Self::ChangeRole | Self::ChangeStaff | Self::ChangeTrust | Self::EndSecondFactor
        )
    }

    /// Whether it removes a person with everything that they wrote, or brings them back: the row names which removal.
    pub fn removes(self) -> bool {
        matches!(self, Self::Remove | Self::BringBack)
    }

    /// Whether it is a warning, a silence or a suspension, or the end of one: the row names which.
    pub fn restrains(self) -> bool {
        matches!(
            self,
            Self::Warn | Self::Unwarn | Self::Silence | Self::Unsilence | Self::Suspend | Self::Unsuspend
        )
    }
}

/// Who acts, why, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// Who; nobody in particular on the command line.
    pub by: Option<UserId>,
    /// Why; may be empty.
    pub reason: Reason,
    /// When.
    pub now: DateTime<Utc>,
}

impl Occasion {
    /// Of somebody who gives no reason.
    pub fn of(by: UserId, now: DateTime<Utc>) -> Self {
        Self {
            by: Some(by),
            reason: Reason::default(),
            now,
        }
    }
}

/// What an act changed, in the words of the row: an id, a name, a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// What was so before.
    pub was: Option<String>,
    /// What is so since.
    pub became: Option<String>,
}

impl Changed {
    /// A change between two things that a row can name.
    pub fn of(was: Option<impl ToString>, became: Option<impl ToString>) -> Self {
        Self {
            was: was.map(|was| was.to_string()),
            became: became.map(|became| became.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_an_act_and_is_no_act_of_the_same_kind_is_ended_by_it() {
        for act in Act::ALL {
            for ended in act.ends() {
                let is_mutual = act == ended || ended.ends().contains(act);
                // A hold ends with whatever a person decides, and comes back with nothing but another hold.
                assert!(
                    is_mutual
                        || *ended == Act::Hold
                        || *act == Act::PutBack
                        || *act == Act::Hold
                        || (*act, *ended) == (Act::Delete, Act::Dismiss),
                    "{act} ends {ended}"
                );
            }
        }
    }
}
