//! Digests: when one is due, which span of time it covers, and what may stand in it.
//!
//! What belongs here: the rhythm that a subscriber chose (`rhythm`), the windows that follow from it (`window`), what is chosen on
//! the page of choices (`choices`), what stands in a digest (`contents`) and how it is picked from what happened (`picking`). What
//! does not: who subscribes and what happened, which are rows.

mod choices;
mod contents;
mod picking;
mod rhythm;
#[cfg(test)]
mod tests;
mod window;

pub use choices::{Choices, ChoicesInput, MOST_TAGS, is_zone};
pub use contents::{Contents, Figures, Item, Settled, Why};
pub use picking::{ArticleEvent, Events, MOST_IN_SECTION, OwnQuestion, Picked, ThreadEvent, Wish};
pub use rhythm::{Rhythm, WEEK};
pub use window::{Course, SETTLES_AFTER, Window};

use super::account::Viewer;

/// How long somebody without an account has to confirm that they want letters.
pub const CONFIRM_WITHIN: chrono::Duration = chrono::Duration::hours(48);

crate::named! {
    /// How often digests come.
    pub enum Frequency {
        /// Each day.
        Daily = "daily",
        /// Each week.
        Weekly = "weekly",
    }
}

crate::named! {
    /// A part of a digest; each can be switched off by itself.
    pub enum Section {
        /// What one was told on the site but not by letter, as a day brings only so many.
    Waiting = "waiting",
    /// Answers to one's own questions, to be confirmed.
        ToConfirm = "to-confirm",
        /// One's own questions that nobody has answered.
        OwnOpen = "own-open",
        /// Questions that nobody has answered, for whoever may know.
        Unanswered = "unanswered",
        /// Questions that were resolved and that many have.
        Resolved = "resolved",
        /// Articles that were published.
        Articles = "articles",
        /// Articles that are proposed, for moderators.
        Proposals = "proposals",
        /// Articles whose review is due, for moderators.
        Reviews = "reviews",
        /// How questions went, for the staff.
        Figures = "figures",
    }
}

impl Section {
    /// The parts that a viewer may get, in the order in which they stand in a digest.
    pub fn offered(viewer: &Viewer) -> Vec<Section> {
        let Some(user) = viewer.user() else {
            return vec![Section::Resolved, Section::Articles];
        };
        let is_offered = |section: &Section| match section {
            Section::Proposals | Section::Reviews => user.writes_articles(),
            Section::Figures => user.reads_reports(),
            _ => true,
        };
        Section::ALL.iter().copied().filter(is_offered).collect()
    }
}

crate::named! {
    /// What became of the digest of a window.
    pub enum DigestState {
        /// There was nothing to tell: no letter goes.
        Empty = "empty",
        /// Its letter is on its way.
        Composed = "composed",
        /// Its letter has gone.
        Sent = "sent",
    }
}
