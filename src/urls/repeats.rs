//! The desk of repeated questions and what they propose.

use super::{Urls, with_query};
use crate::domain::id::ProposalId;

impl Urls {
    fixed! {
        /// The desk of what repeated questions propose.
        repeats = "/moderation/repeats";
    }

    /// The desk with one list of it: a kind of proposals, those that are adopted, or those that are decided.
    pub fn repeats_shown(&self, show: &str) -> String {
        with_query(self.repeats(), &[format!("show={show}")])
    }

    /// A proposal.
    pub fn proposal(&self, id: ProposalId) -> String {
        format!("/moderation/repeats/{id}")
    }

    /// A part of the questions of a proposal, counted from 1.
    pub fn proposal_of_part(&self, id: ProposalId, part: usize) -> String {
        with_query(self.proposal(id), &[format!("part={part}")])
    }

    /// What is done to a proposal: `adopt`, `link`, `decline`, `merge`, `split`, `put-back`.
    pub fn proposal_act(&self, id: ProposalId, act: &str) -> String {
        format!("/moderation/repeats/{id}/{act}")
    }

    /// The form of a new article that is begun with the draft of a proposal.
    pub fn new_article_for(&self, id: ProposalId) -> String {
        with_query(self.new_article(), &[format!("proposal={id}")])
    }
}
