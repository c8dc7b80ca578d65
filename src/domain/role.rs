//! What a user may do, and what conduct has earned.

crate::named! {
    /// What a user may do; each role may all that the one before it may.
    pub enum Role {
        /// Asks, answers, comments, votes.
        Member = "member",
        /// Accepts on an asker's behalf, retags.
        Helper = "helper",
        /// Edits, closes, moves, locks, pins, deletes.
        Moderator = "moderator",
        /// Runs the forum.
        Admin = "admin",
    }
}

crate::named! {
    /// What conduct has earned.
    pub enum Trust {
        /// Not known yet.
        Newcomer = "newcomer",
        /// Known.
        Member = "member",
        /// Known for long, and well.
        Regular = "regular",
    }
}
