//! Articles: one with all that stands on its page, lists of them, and the verbs that make and change them.

mod list;
mod page;
mod spoken;
mod standing;
mod verbs;
mod whole;
mod wording;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::articles;
use super::{Db, StoreError, changes};
use crate::domain::article::{ArticleKind, ArticleState};
use crate::domain::category::Audience;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{ArticleId, UserId};
use crate::domain::language::Language;
use crate::domain::sight::Sight;

pub use list::{ArticleRow, Desk, Home, desk, frequent, home, in_section, named, suggested, whole_list};
pub use page::{ArticlePage, ArticleSource, OtherLanguage, page, source};
pub use standing::{Becoming, become_state, look_over};
pub use verbs::{Earlier, Refusal, Saving, edit, restore, write};
pub use whole::{WholeArticle, ids_after, published_count, whole};
pub(super) use wording::{Texts, reword, reword_version};
pub use wording::{history, revision};

/// An article that is named: its id and its title, of which its address is made.
pub type Name = (ArticleId, String);

/// An article as its verbs see it, held until the transaction ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) id: i64,
    pub(super) section_id: i64,
    pub(super) state: ArticleState,
    pub(super) audience: Audience,
    pub(super) author: Option<UserId>,
    pub(super) title: String,
    pub(super) version: i64,
}

type HeldRow = (i64, i64, String, String, Option<i64>, String, i64);

/// Holds an article for the rest of the transaction; absent when it is out of sight.
pub(super) fn hold(tx: &mut Db, sight: Sight, id: ArticleId) -> Result<Held, StoreError> {
    if let Db::Postgres(db) = tx {
        articles::table
            .find(id.get())
            .select(articles::id)
            .for_no_key_update()
            .first::<i64>(db)
            .optional()?;
    }
    look(tx, sight, id)
}

/// An article as its verbs see it, for those that need not hold it; absent when it is out of sight.
pub(super) fn look(db: &mut Db, sight: Sight, id: ArticleId) -> Result<Held, StoreError> {
    let row: HeldRow = articles::table
        .find(id.get())
        .select((
            articles::id,
            articles::section_id,
            articles::state,
            articles::audience,
            articles::author_id,
            articles::title,
            articles::version,
        ))
        .first(db)?;
    let held = Held {
        id: row.0,
        section_id: row.1,
        state: state_of(id.get(), &row.2)?,
        audience: audience_of(id.get(), &row.3)?,
        author: row.4.map(UserId::stored),
        title: row.5,
        version: row.6,
    };
    if held.state.is_in_sight(held.audience, sight) {
        Ok(held)
    } else {
        Err(StoreError::NotFound)
    }
}

fn state_of(id: i64, text: &str) -> Result<ArticleState, StoreError> {
    ArticleState::parse(text).ok_or_else(|| StoreError::Unexpected(format!("article {id}: state")))
}

fn language_of(id: i64, text: &str) -> Result<Language, StoreError> {
    Language::parse(text).ok_or_else(|| StoreError::Unexpected(format!("article {id}: language")))
}

fn kind_of(id: i64, text: &str) -> Result<ArticleKind, StoreError> {
    ArticleKind::parse(text).ok_or_else(|| StoreError::Unexpected(format!("article {id}: kind")))
}

fn audience_of(id: i64, text: &str) -> Result<Audience, StoreError> {
    Audience::parse(text).ok_or_else(|| StoreError::Unexpected(format!("article {id}: audience")))
}

/// The title of an article; absent when it is out of sight.
pub fn title_of(db: &mut Db, sight: Sight, id: ArticleId) -> Result<String, StoreError> {
    let row: (String, String, String) = articles::table
        .find(id.get())
        .select((articles::title, articles::state, articles::audience))
        .first(db)?;
    let is_in_sight = state_of(id.get(), &row.1)?.is_in_sight(audience_of(id.get(), &row.2)?, sight);
    if is_in_sight {
        Ok(row.0)
    } else {
        Err(StoreError::NotFound)
    }
}

/// Whether an article was there for this reader, and is retired.
pub fn is_gone(db: &mut Db, sight: Sight, id: ArticleId) -> Result<bool, StoreError> {
    let row: Option<(String, String)> = articles::table
        .find(id.get())
        .select((articles::state, articles::audience))
        .first(db)
        .optional()?;
    Ok(row.is_some_and(|(state, audience)| {
        let audience = Audience::parse(&audience).is_some_and(|audience| sight.includes(audience));
        ArticleState::parse(&state) == Some(ArticleState::Retired) && audience
    }))
}

/// Adds the views that were counted; one short statement for each article.
pub fn add_views(tx: &mut Db, views: &[(ArticleId, i64)]) -> Result<(), StoreError> {
    let mut views = views.to_vec();
    views.sort_unstable();
    for (id, count) in views {
        diesel::update(articles::table.find(id.get()))
            .set(articles::view_count.eq(articles::view_count + count))
            .execute(tx)?;
    }
    Ok(())
}

/// Says that an article changed.
pub(super) fn changed(tx: &mut Db, id: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    changes::record(tx, Noun::Article(ArticleId::stored(id)), ChangeVerb::Changed, now)
}
