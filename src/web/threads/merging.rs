//! Merging a thread into another one, after a page that says what will happen; and taking that back.

use serde::Deserialize;

use super::address;
use super::finding::{Named, merged_to, named};
use crate::domain::body::Reason;
use crate::domain::id::ThreadId;
use crate::domain::merge::Objection;
use crate::domain::problem::Problems;
use crate::store::finding::SimilarThread;
use crate::store::merges::{self, Merging, Plan, Planned, Undoing};
use crate::store::{Db, StoreError};
use crate::web::extract::{Form, Id, NoFields, Query};
use crate::web::views::threads::{MergeChoice, MergePage};
use crate::web::{Fault, Reply, SignedIn, ThreadModerator, Visit, see_other, see_other_with, unprocessable, views};

/// The fields of the address: what names the other thread, or which one it is.
#[derive(Debug, Default, Deserialize)]
pub struct MergeQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    into: String,
}

/// `GET /threads/{id}/-/merge`: asks into which thread, and, once that is known, says what will happen.
pub async fn merge_form(
    ThreadModerator(SignedIn { visit, .. }): ThreadModerator,
    id: Id<ThreadId>,
    query: Query<MergeQuery>,
) -> Reply {
    let MergeQuery { q, into } = query.0;
    let typed = if into.is_empty() { &q } else { &into };
    if let Some(address) = merged_to(&visit.site, visit.sight(), id.0).await? {
        return see_other(&address);
    }
    let thread = thread(&visit, id.0).await?;
    match named(&visit, id.0, typed).await? {
        Named::Nothing => choose(&visit, &thread, typed, &[], None),
        Named::Words(found) if found.is_empty() => choose(&visit, &thread, typed, &[], Some("problem-words-find-none")),
        Named::Words(found) => choose(&visit, &thread, typed, &found, None),
        Named::Thread(into) => match plan(&visit, id.0, into).await {
            Ok(plan) => views::threads::merge(&visit, &confirming(&plan, "", &[]))
                .unlisted()
                .show(&visit),
            Err(Fault::NotFound) => choose(&visit, &thread, typed, &[], Some("problem-thread-missing")),
            Err(fault) => Err(fault),
        },
    }
}

async fn thread(visit: &Visit, id: ThreadId) -> Result<Planned, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db: &mut Db| merges::planned(db, sight, id));
    Ok(found.await.map_err(|error: StoreError| error)?.0)
}

async fn plan(visit: &Visit, id: ThreadId, into: ThreadId) -> Result<Plan, Fault> {
    let sight = visit.sight();
    let plan = visit.site.store.read(move |db| merges::plan(db, sight, id, into));
    Ok(plan.await.map_err(|error: StoreError| error)?)
}

/// The page that asks into which thread; with what is wrong with the answer so far.
fn choose(visit: &Visit, thread: &Planned, typed: &str, found: &[SimilarThread], wrong: Option<&'static str>) -> Reply {
    let problems: Vec<_> = wrong.map(|key| views::problem(visit, "q", key)).into_iter().collect();
    let page = MergePage {
        thread,
        choice: MergeChoice::Open { typed, found },
        reason: "",
        problems: &problems,
    };
    let page = views::threads::merge(visit, &page);
    match wrong {
        Some(_) => unprocessable(visit, page),
        None => page.unlisted().show(visit),
    }
}

fn confirming<'a>(plan: &'a Plan, reason: &'a str, problems: &'a [views::components::Problem]) -> MergePage<'a> {
    MergePage {
        thread: &plan.merged,
        choice: MergeChoice::Into(plan),
        reason,
        problems,
    }
}

/// The form that merges.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MergeForm {
    into: ThreadId,
    #[serde(default)]
    merge_reason: String,
}

/// `POST /threads/{id}/-/merge`
pub async fn merge(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    form: Form<MergeForm>,
) -> Reply {
    let (sight, now, id, into, typed) = (visit.sight(), visit.now, id.0, form.0.into, form.0.merge_reason);
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("merge_reason", Reason::parse(&typed)) else {
        return mend(&visit, id, into, &typed, &problems).await;
    };
    let merged = visit
        .site
        .store
        .write(move |tx| merges::merge(tx, &user, sight, id, into, &reason, now));
    match merged.await.map_err(|error: StoreError| error)? {
        Merging::Merged(_) => lead(&visit, id, "merged").await,
        Merging::NotYours => Err(Fault::Forbidden),
        // Whoever comes second is led to what the first one did.
        Merging::Refused(why) => match merged_to(&visit.site, visit.sight(), id).await? {
            Some(address) => see_other_with(&address, "merged-before"),
            None => mend(&visit, id, into, &typed, &Problems::one("into", objection_key(why))).await,
        },
    }
}

async fn mend(visit: &Visit, id: ThreadId, into: ThreadId, typed: &str, problems: &Problems) -> Reply {
    let plan = plan(visit, id, into).await?;
    let problems = views::problems(visit, problems);
    unprocessable(
        visit,
        views::threads::merge(visit, &confirming(&plan, typed, &problems)),
    )
}

/// The sentence that says why a merge is refused.
pub fn objection_key(objection: Objection) -> &'static str {
    match objection {
        Objection::Itself => "merge-refused-itself",
        Objection::Deleted => "merge-refused-deleted",
        Objection::OtherKind => "merge-refused-other-kind",
        Objection::WiderAudience => "merge-refused-wider-audience",
        Objection::Circle => "merge-refused-circle",
    }
}

/// To where a merged thread's text stands, or to the thread that stands by itself.
async fn lead(visit: &Visit, id: ThreadId, notice: &'static str) -> Reply {
    let to = match merged_to(&visit.site, visit.sight(), id).await? {
        Some(address) => address,
        None => address(visit, id).await?,
    };
    see_other_with(&to, notice)
}

/// `POST /threads/{id}/-/unmerge`: the thread that was merged stands by itself again.
pub async fn unmerge(
    ThreadModerator(SignedIn { visit, user }): ThreadModerator,
    id: Id<ThreadId>,
    _fields: Form<NoFields>,
) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let undone = visit
        .site
        .store
        .write(move |tx| merges::undo(tx, &user, sight, id, now));
    match undone.await.map_err(|error: StoreError| error)? {
        Undoing::Undone => lead(&visit, id, "unmerged").await,
        Undoing::NotMerged => lead(&visit, id, "unchanged").await,
        Undoing::MergedOn => lead(&visit, id, "merged-on").await,
        Undoing::NotYours => Err(Fault::Forbidden),
    }
}
