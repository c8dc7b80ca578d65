//! Bringing an article from state to state, and looking it over again.

use chrono::Duration;
use serde::Deserialize;

use super::address;
use crate::domain::article::ArticleState;
use crate::domain::id::ArticleId;
use crate::store::StoreError;
use crate::store::articles::{self, Becoming};
use crate::store::outcome::Deed;
use crate::web::extract::{Id, Sent};
use crate::web::{Fault, Moderator, ModeratorOrStaff, Reply, SignedIn, see_other_with};

/// When an article that was looked over is due again: after half a year.
const AGAIN: Duration = Duration::days(182);

/// The button that brings an article to another state: what its page showed, and where to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateForm {
    from: ArticleState,
    version: i64,
    to: ArticleState,
    #[serde(default)]
    despite_deleted: bool,
}

/// `POST /articles/{id}/-/state`
pub async fn become_state(sent: Sent<ModeratorOrStaff, StateForm>, id: Id<ArticleId>) -> Reply {
    let Sent(ModeratorOrStaff(SignedIn { visit, user }), form) = sent;
    let (sight, now, id, to) = (visit.sight(), visit.now, id.0, form.to);
    let seen = (form.from, form.version);
    let becoming = visit
        .site
        .store
        .write(move |tx| articles::become_state(tx, &user, sight, id, seen, (to, form.despite_deleted), now));
    let notice = match becoming.await.map_err(|error: StoreError| error)? {
        Becoming::Done => match to {
            ArticleState::Draft => "article-draft",
            ArticleState::Review => "article-review",
            ArticleState::Published => "article-published",
            ArticleState::Retired => "article-retired",
        },
        Becoming::Raced => "article-raced",
        Becoming::CitesDeleted => "article-cites-deleted",
        Becoming::NotYours => return Err(Fault::Forbidden),
    };
    see_other_with(&address(&visit, id).await?, notice)
}

/// `POST /articles/{id}/-/reviewed`: it is still right, and due again in half a year.
pub async fn look_over(by: Moderator, id: Id<ArticleId>) -> Reply {
    let SignedIn { visit, user } = by.0;
    let (sight, now, id) = (visit.sight(), visit.now, id.0);
    let deed = visit
        .site
        .store
        .write(move |tx| articles::look_over(tx, &user, sight, id, Some(now + AGAIN), now));
    let deed = deed.await.map_err(|error: StoreError| error)?;
    if deed != Deed::Unchanged {
        deed.done().ok_or(Fault::Forbidden)?;
    }
    see_other_with(&address(&visit, id).await?, "article-reviewed")
}
