//! Guides: articles made of steps, each of which leads on by whether it worked.
//!
//! What belongs here: what the lines at the end of a step say, the plan that they make together, and a reader's walk through
//! it. Taking a text apart into steps is `text/guide.rs`'s business.

mod plan;
mod walk;
mod wording;

pub use plan::{MOST_STEPS, Plan, Said, Step};
pub use walk::{MOST_TAKEN, Walk};
pub use wording::Exit;

crate::named! {
    /// How a step ended for whoever followed it.
    pub enum Outcome {
        /// It worked.
        Worked = "worked",
        /// It did not.
        DidNot = "not",
    }
}

crate::named! {
    /// How a guide ends.
    pub enum Ending {
        /// The problem is gone.
        Solved = "solved",
        /// A person has to help.
        Contact = "contact",
        /// The forum has to help.
        Ask = "ask",
    }
}

/// Where a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To the step at this place, from 0.
    Step(usize),
    /// Out of the guide.
    End(Ending),
}
