//! Small verbs on a thread: votes, "me too", and "still not working".

use serde::Deserialize;

use super::{after_deed, with_drafts};
use crate::domain::body::Reason;
use crate::domain::id::ThreadId;
use crate::domain::problem::Problems;
use crate::domain::vote::Vote;
use crate::store::{StoreError, threads, votes};
use crate::web::extract::{Form, Id};
use crate::web::views::threads::Drafts;
use crate::web::{Reply, SignedIn, views};

/// `POST /threads/{id}/-/up`
pub async fn up(voter: SignedIn, id: Id<ThreadId>) -> Reply {
    vote(voter, id.0, Some(Vote::Up)).await
}

/// `POST /threads/{id}/-/down`
pub async fn down(voter: SignedIn, id: Id<ThreadId>) -> Reply {
    vote(voter, id.0, Some(Vote::Down)).await
}

/// `POST /threads/{id}/-/unvote`
pub async fn unvote(voter: SignedIn, id: Id<ThreadId>) -> Reply {
    vote(voter, id.0, None).await
}

async fn vote(SignedIn { visit, user }: SignedIn, id: ThreadId, vote: Option<Vote>) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let deed = visit
        .site
        .store
        .write(move |tx| votes::on_thread(tx, &user, sight, id, vote, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, if vote.is_some() { "voted" } else { "unvoted" }).await
}

/// `POST /threads/{id}/-/me-too`
pub async fn me_too(user: SignedIn, id: Id<ThreadId>) -> Reply {
    join(user, id.0, true).await
}

/// `POST /threads/{id}/-/not-me-too`
pub async fn not_me_too(user: SignedIn, id: Id<ThreadId>) -> Reply {
    join(user, id.0, false).await
}

async fn join(SignedIn { visit, user }: SignedIn, id: ThreadId, joins: bool) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let deed = visit
        .site
        .store
        .write(move |tx| votes::me_too(tx, &user, sight, id, joins, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, if joins { "me-too" } else { "not-me-too" }).await
}

/// The form that opens a question again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenForm {
    reopen_reason: String,
}

/// `POST /threads/{id}/-/reopen`: "still not working", with a reason.
pub async fn reopen(SignedIn { visit, user }: SignedIn, id: Id<ThreadId>, form: Form<ReopenForm>) -> Reply {
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let typed = form.0.reopen_reason;
    let mut problems = Problems::none();
    let Some(reason) = problems.keep("reopen_reason", Reason::required(&typed)) else {
        let problems = views::problems(&visit, &problems);
        return with_drafts(
            &visit,
            id,
            Drafts {
                reopening: Some((&typed, &problems)),
                ..Drafts::default()
            },
        )
        .await;
    };
    let deed = visit
        .site
        .store
        .write(move |tx| threads::reopen(tx, &user, sight, id, &reason, now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    after_deed(&visit, id, deed, "reopened").await
}
