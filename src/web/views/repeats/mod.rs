//! Pages of repeated questions: the desk of what they propose, one proposal, what an adopted article pays back, and outbreaks.

mod acts;
mod desk;
mod members;
mod outbreaks;
mod payback;
mod proposal;

pub use desk::{Desk, desk};
pub use outbreaks::outbreaks;
pub use payback::{payback, paybacks};
pub use proposal::{Proposal, Stale, Typed, proposal};

use super::components::Pen;
use crate::domain::proposal::{ProposalKind, tenths_per_week};
use crate::store::proposals::ProposalRow;

/// What a kind of proposal is called.
fn kind_key(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Answer => "proposal-answer",
        ProposalKind::Article => "proposal-article",
        ProposalKind::Linking => "proposal-linking",
        ProposalKind::Revision => "proposal-revision",
    }
}

/// So many in a week, given in tenths.
fn per_week(pen: &Pen<'_>, tenths: i64) -> String {
    pen.tell(
        "repeats-per-week",
        &[("whole", (tenths / 10).into()), ("tenth", (tenths % 10).into())],
    )
}

/// How fast the group of a proposal grows.
fn growth(pen: &Pen<'_>, row: &ProposalRow) -> String {
    per_week(pen, tenths_per_week(row.recent))
}

/// How much of a proposal is unresolved: `2 of 3`.
fn unresolved(pen: &Pen<'_>, row: &ProposalRow) -> String {
    let members = row.members.max(1);
    // Rounded to the nearest.
    let share = (row.open * 200 + members) / (2 * members);
    let values = [
        ("open", row.open.into()),
        ("count", row.members.into()),
        ("share", share.into()),
    ];
    pen.tell("repeats-unresolved", &values)
}
