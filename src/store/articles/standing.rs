//! How far an article is: handed in, published, retired, brought back; and looked over again.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{changed, hold};
use crate::domain::account::User;
use crate::domain::article::ArticleState;
use crate::domain::id::ArticleId;
use crate::domain::permission::{Verb, may};
use crate::domain::sight::Sight;
use crate::store::outcome::Deed;
use crate::store::schema::articles;
use crate::store::time::row_time;
use crate::store::{Db, StoreError, article_citations, proposals, sections};

/// How bringing an article to another state ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becoming {
    /// It is in that state now.
    Done,
    /// It is no longer in the state, or in the version, that the page showed.
    Raced,
    /// It cites an answer that is deleted, and nobody said that it is to be published nevertheless.
    CitesDeleted,
    /// The user may not.
    NotYours,
}

/// Brings an article from the state and version that somebody saw to another state.
///
/// Whoever publishes it is its reviewer: they say that it is right. One that repeated questions proposed answers them from now
/// on. `despite_deleted` says that an answer which it cites may be deleted.
pub fn become_state(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ArticleId,
    (from, version): (ArticleState, i64),
    (to, despite_deleted): (ArticleState, bool),
    now: DateTime<Utc>,
) -> Result<Becoming, StoreError> {
    if to == ArticleState::Published {
        proposals::take_turn_for(tx, id)?;
    }
    let held = hold(tx, sight, id)?;
    if !from.may_become(to, by) {
        return Ok(Becoming::NotYours);
    }
    if (held.state, held.version) != (from, version) {
        return Ok(Becoming::Raced);
    }
    let is_published = to == ArticleState::Published;
    if is_published && !despite_deleted && !article_citations::deleted(tx, sight, held.id)?.is_empty() {
        return Ok(Becoming::CitesDeleted);
    }
    let row = articles::table.find(held.id);
    match (from, to) {
        (_, ArticleState::Published) => {
            diesel::update(row)
                .set((
                    articles::published_at.eq(Some(row_time(now))),
                    articles::reviewed_at.eq(Some(row_time(now))),
                    articles::reviewer_id.eq(Some(by.id.get())),
                ))
                .execute(tx)?;
            sections::count(tx, held.section_id, held.audience, 1)?;
        }
        (ArticleState::Published, _) => sections::count(tx, held.section_id, held.audience, -1)?,
        _ => {}
    }
    diesel::update(row).set(articles::state.eq(to.as_str())).execute(tx)?;
    changed(tx, held.id, now)?;
    if to == ArticleState::Published {
        proposals::published(tx, by, sight, id, now)?;
    }
    Ok(Becoming::Done)
}

/// Says that a published article is still right, and when somebody should look again.
pub fn look_over(
    tx: &mut Db,
    by: &User,
    sight: Sight,
    id: ArticleId,
    again_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Deed, StoreError> {
    let held = hold(tx, sight, id)?;
    if !may(by, Verb::ReviewArticle, held.author) || held.state != ArticleState::Published {
        return Ok(Deed::NotYours);
    }
    diesel::update(articles::table.find(held.id))
        .set((
            articles::reviewed_at.eq(Some(row_time(now))),
            articles::reviewer_id.eq(Some(by.id.get())),
            articles::review_at.eq(again_at.map(row_time)),
        ))
        .execute(tx)?;
    changed(tx, held.id, now)?;
    Ok(Deed::Done(()))
}
