//! The draft of the article that questions which ask the same deserve: put together from sentences that people wrote.
//!
//! Nothing in it is anybody's invention but the headings: every sentence, step and row names where it stands, as a link with
//! author and day. What belongs here: which sentences, in which order. What does not: reading rows (`store::evidence`), and what
//! a moderator does with a draft.
//!
//! The way: each answer is taken apart into statements, without greetings and talk (`reading`, `chatter`); those that answers
//! agree on are found (`agreement`); the best answer gives the steps in its order, with what others agree on, and the others say
//! where they differ (`choosing`); systems and versions that differ between the questions are told (`environment`).

mod agreement;
mod chatter;
mod choosing;
mod environment;
mod licence;
mod problem;
mod reading;
mod stems;
#[cfg(test)]
mod tests;
mod writing;

use crate::domain::id::ReplyId;
use crate::search::language::Tongue;
use crate::store::evidence::Evidence;
use crate::text::phrases::Phrases;
use crate::urls::Urls;

/// What comes of questions that ask the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// An article can be begun with this.
    Draft(Drafted),
    /// No answer was accepted or voted for, or none of those says anything: somebody has to answer first.
    NeedsAnswer,
}

/// The draft of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The title of the question that is most like all others.
    pub title: String,
    /// The short answer; a sentence of the text.
    pub lead: String,
    /// The text.
    pub markdown: String,
    /// The answers that it cites, in the order of their ids.
    pub cited: Vec<ReplyId>,
}

/// Puts the draft together, with its headings in the language of these phrases, which is the forum's.
pub fn draft(evidence: &Evidence, phrases: &Phrases, urls: &Urls) -> Outcome {
    let forum = Tongue::of_code(phrases.language());
    let statements = reading::statements(evidence, forum);
    let asked = problem::Asked::of(evidence, forum);
    match choosing::choose(evidence, &statements, &asked) {
        Some(choice) => Outcome::Draft(writing::write(evidence, &asked, &choice, phrases, urls)),
        None => Outcome::NeedsAnswer,
    }
}
