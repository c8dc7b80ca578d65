//! Proposals: what groups of repeated questions, and articles that no longer help, ask of moderators.
//!
//! What belongs here: the rows, how they follow their groups (`weighing`) and articles (`revising`), what people decide on
//! them, and what that leads to. What does not: which questions ask the same (`crate::repeats`), and what a draft says.

mod deciding;
mod facts;
mod list;
mod page;
mod payback;
mod publishing;
mod revising;
mod rows;
mod titles;
mod weighing;

use diesel::prelude::*;

use super::schema::proposals;
use super::{Db, StoreError};
use crate::domain::category::Audience;
use crate::domain::id::{ArticleId, ProposalId, RepeatGroupId};
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::domain::sight::Sight;

pub use deciding::{Deciding, Ticks, Turn, adopt, decline, link, merge, put_back, split};
pub use list::{Filter, ProposalRow, list, of_thread, others, waiting_count};
pub use page::{MemberView, ProposalPage, Settled, members, page, ticked};
pub use payback::{Payback, Week, payback, paybacks};
pub use publishing::{Telling, Told, told, written};
pub(super) use publishing::{published, take_turn_for};
pub(super) use revising::revised;
pub use revising::{due_for_revision, weigh_article};
pub(super) use titles::seen_titles;
pub use weighing::{aged, lapse_orphans, next_groups, weigh, weigh_threads};

/// A proposal as its verbs see it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    id: i64,
    kind: ProposalKind,
    state: ProposalState,
    group: Option<RepeatGroupId>,
    article: Option<ArticleId>,
    version: i64,
}

type HeldRow = (i64, String, String, Option<i64>, Option<i64>, i64, String);

/// A proposal; absent when it is out of sight. Whoever is to decide on it has taken their turn.
fn look(db: &mut Db, sight: Sight, id: ProposalId) -> Result<Held, StoreError> {
    let row: HeldRow = proposals::table
        .find(id.get())
        .select((
            proposals::id,
            proposals::kind,
            proposals::state,
            proposals::group_id,
            proposals::article_id,
            proposals::version,
            proposals::audience,
        ))
        .first(db)?;
    let (kind, state) = marks_of(row.0, &row.1, &row.2)?;
    if !sight.includes(audience_of(row.0, &row.6)?) {
        return Err(StoreError::NotFound);
    }
    Ok(Held {
        id: row.0,
        kind,
        state,
        group: row.3.map(RepeatGroupId::stored),
        article: row.4.map(ArticleId::stored),
        version: row.5,
    })
}

fn marks_of(id: i64, kind: &str, state: &str) -> Result<(ProposalKind, ProposalState), StoreError> {
    ProposalKind::parse(kind)
        .zip(ProposalState::parse(state))
        .ok_or_else(|| StoreError::Unexpected(format!("proposal {id}: kind or state")))
}

fn audience_of(id: i64, text: &str) -> Result<Audience, StoreError> {
    Audience::parse(text).ok_or_else(|| StoreError::Unexpected(format!("proposal {id}: audience")))
}
