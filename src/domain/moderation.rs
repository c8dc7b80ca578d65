//! What moderators do, as the log names it.

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
        /// Keeps a person from signing in.
        Suspend = "suspend",
        /// Lets a person sign in again.
        Unsuspend = "unsuspend",
        /// Took a lost second factor from a person.
        EndSecondFactor = "end_second_factor",
        /// Split posts off into another thread.
        Split = "split",
        /// Something that only the imported forum knew.
        Other = "other",
    }
}
