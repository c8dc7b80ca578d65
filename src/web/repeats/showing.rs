//! Reading: the desk, and one proposal with a part of its questions.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde::Deserialize;

use super::drafting::draft;
use super::ticks::Sent;
use crate::domain::id::{ProposalId, ThreadId};
use crate::domain::problem::Problems;
use crate::domain::proposal::{ProposalKind, ProposalState};
use crate::repeats::grouping::GroupError;
use crate::repeats::why::Why;
use crate::repeats::{parts, why};
use crate::store::finding::SimilarThread;
use crate::store::proposals::{self, Filter, MemberView, ProposalPage};
use crate::store::{StoreError, finding, outbreaks};
use crate::web::extract::{After, Id, Query};
use crate::web::views::repeats::{Desk, Proposal, Stale, Typed};
use crate::web::{Fault, ModeratorOrStaff, Reply, Visit, views};

/// How many proposals stand on a page of the desk.
const SIZE: i64 = 30;

/// The fields of the desk's address.
#[derive(Debug, Deserialize)]
pub struct DeskQuery {
    show: Option<String>,
}

impl DeskQuery {
    fn filter(&self) -> Result<Filter, Fault> {
        match self.show.as_deref() {
            None => Ok(Filter::Open(None)),
            Some("adopted") => Ok(Filter::Adopted),
            Some("decided") => Ok(Filter::Decided),
            Some(kind) => ProposalKind::parse(kind)
                .map(|kind| Filter::Open(Some(kind)))
                .ok_or(Fault::Malformed("malformed-query")),
        }
    }
}

/// `GET /moderation/repeats`: what affects most people first.
pub async fn desk(reader: ModeratorOrStaff, query: Query<DeskQuery>, after: After) -> Reply {
    let (visit, filter, after) = (reader.0.visit, query.0.filter()?, after.0);
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        Ok(Desk {
            filter,
            rows: proposals::list(db, sight, filter, after, SIZE)?,
            outbreaks: outbreaks::all_in_force(db, sight)?,
            is_further: after.is_some(),
        })
    });
    let desk = found.await.map_err(|error: StoreError| error)?;
    views::repeats::desk(&visit, &desk).show(&visit)
}

/// The fields of a proposal's address.
#[derive(Debug, Deserialize)]
pub struct PartQuery {
    part: Option<usize>,
}

/// `GET /moderation/repeats/{id}`
pub async fn show(reader: ModeratorOrStaff, id: Id<ProposalId>, query: Query<PartQuery>) -> Reply {
    let visit = reader.0.visit;
    let proposal = load(&visit, id.0, query.0.part.unwrap_or(1)).await?;
    views::repeats::proposal(&visit, &proposal).show(&visit)
}

/// A proposal with the questions of one part; a part that there is not is a page that does not exist.
pub(super) async fn load(visit: &Visit, id: ProposalId, part: usize) -> Result<Proposal, Fault> {
    let sight = visit.sight();
    let page = visit.site.store.read(move |db| proposals::page(db, sight, id));
    let page = page.await.map_err(|error: StoreError| error)?;
    let (parts, whys) = looked_at(visit, &page, part).await?;
    let shown = parts.get(part.wrapping_sub(1)).cloned();
    let shown = match shown {
        Some(shown) => shown,
        None if parts.is_empty() && part == 1 => Vec::new(),
        None => return Err(Fault::NotFound),
    };
    let row = page.row.clone();
    let is_open = row.state == ProposalState::Open;
    let found = visit.site.store.read(move |db| {
        let members = proposals::members(db, sight, &row, &shown)?;
        let others = if is_open {
            proposals::others(db, sight, id)?
        } else {
            Vec::new()
        };
        Ok((members, others))
    });
    let (members, others) = found.await.map_err(|error: StoreError| error)?;
    let has_draft = page.row.kind == ProposalKind::Article && page.row.article.is_none();
    let draft = match has_draft && !page.questions.is_empty() {
        true => draft(visit, &questions_of(&page, &members)).await?,
        false => None,
    };
    Ok(Proposal {
        typed: None,
        problems: Vec::new(),
        stale: None,
        part,
        part_count: parts.len(),
        whys,
        page,
        members,
        others,
        draft,
    })
}

/// The questions of the part that is shown, each with how like the others it is.
fn questions_of(page: &ProposalPage, members: &[MemberView]) -> Vec<(ThreadId, i64)> {
    let shown: BTreeSet<ThreadId> = members.iter().map(|member| member.thread).collect();
    let own = page.questions.iter().filter(|question| shown.contains(&question.0));
    own.map(|question| (question.0, question.2)).collect()
}

type LookedAt = (Vec<Vec<ThreadId>>, HashMap<ThreadId, Why>);

/// The parts of the questions, and for those of one part why they are together: the index is asked off the async threads.
async fn looked_at(visit: &Visit, page: &ProposalPage, part: usize) -> Result<LookedAt, Fault> {
    let ids: Vec<ThreadId> = page.questions.iter().map(|question| question.0).collect();
    let (store, search) = (visit.site.store.clone(), Arc::clone(&visit.site.search));
    let look = move || -> Result<LookedAt, GroupError> {
        let parts = parts::parts(&search, &ids)?;
        let shown = parts.get(part.wrapping_sub(1)).map_or(&[][..], Vec::as_slice);
        let whys = why::members(&store, &search, shown)?;
        Ok((parts, whys.into_iter().map(|why| (why.thread, why)).collect()))
    };
    let looked = actix_web::web::block(look).await;
    let looked = looked.map_err(|error| Fault::Broken(error.to_string()))?;
    looked.map_err(|error| match error {
        GroupError::Store(error) => error.into(),
        GroupError::Index(error) => error.into(),
    })
}

/// The proposal's page again, with what is wrong with a form, and with what was ticked.
pub(super) async fn mend(visit: &Visit, id: ProposalId, sent: Sent, problems: &Problems) -> Reply {
    let proposal = load(visit, id, sent.part).await?;
    let proposal = Proposal {
        typed: Some(typed(sent)),
        problems: views::problems(visit, problems),
        ..proposal
    };
    crate::web::unprocessable(visit, views::repeats::proposal(visit, &proposal))
}

fn typed(sent: Sent) -> Typed {
    Typed {
        ticks: sent.ticks,
        reason: sent.reason,
        other: sent.other,
    }
}

/// The proposal as it is by now, beside what somebody saw who decided on it too late.
pub(super) async fn stale(visit: &Visit, id: ProposalId, sent: Sent) -> Reply {
    let sight = visit.sight();
    let proposal = load(visit, id, 1).await?;
    let ids: Vec<ThreadId> = sent.seen.iter().copied().collect();
    let count = ids.len();
    let named = visit.site.store.read(move |db| finding::named(db, sight, &ids));
    let named: Vec<SimilarThread> = named.await.map_err(|error: StoreError| error)?;
    let proposal = Proposal {
        typed: Some(typed(sent)),
        stale: Some(Stale {
            gone: count.saturating_sub(named.len()),
            seen: named,
        }),
        ..proposal
    };
    let page = views::repeats::proposal(visit, &proposal);
    page.status(actix_web::http::StatusCode::CONFLICT).show(visit)
}
