//! What happens to a question, and what came of it.
//!
//! What belongs here: the facts of one question, and the rule that makes an outcome of them. What does not: the rows that keep
//! both (`store::questions`), and figures about many questions.

mod deriving;
mod fact;
mod outcome;
mod settling;

pub use deriving::{DERIVATION, derive};
pub use fact::{Answerer, Fact, FactKind, Removal, What};
pub use outcome::{Anomaly, Answer, Closed, How, LeftOut, Outcome, Party, Removed, Resolution, STANDS_FOR, Turn};

#[cfg(test)]
mod tests;
