//! What the database adds to a search: what its filters mean, what is out of sight, and the threads that were found.

use std::collections::HashMap;

use diesel::prelude::*;

use super::indexing::{self, WholeThread};
use super::native::among;
use super::schema::{categories as categories_table, threads, users};
use super::threads::{ThreadRow, hidden_categories, rows_of};
use super::{Db, StoreError, articles, categories};
use crate::domain::id::{ArticleId, CategoryId, ThreadId, UserId};
use crate::domain::sight::Sight;
use crate::domain::slug::fold;
use crate::domain::subject::Subject;
use crate::domain::thread::{Standing, ThreadKind};

/// How many people of one name are meant at most.
const MOST_NAMESAKES: i64 = 50;

/// What the filters of a search mean to a viewer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meant {
    /// The category, when one was named; `Some(None)` when none of that name is in sight.
    pub category: Option<Option<CategoryId>>,
    /// The people of that name, when one was named.
    pub authors: Option<Vec<UserId>>,
    /// Categories that are out of sight.
    pub hidden: Vec<CategoryId>,
}

/// What a category's slug and a person's name mean to a viewer.
pub fn meant(db: &mut Db, sight: Sight, slug: Option<&str>, name: Option<&str>) -> Result<Meant, StoreError> {
    let category = match slug.map(|slug| categories::by_slug(db, sight, slug)) {
        None => None,
        Some(Ok(category)) => Some(Some(category.id)),
        Some(Err(StoreError::NotFound)) => Some(None),
        Some(Err(error)) => return Err(error),
    };
    let hidden = hidden_categories(db, sight)?.into_iter().map(CategoryId::stored);
    Ok(Meant {
        category,
        authors: name.map(|name| people_named(db, name)).transpose()?,
        hidden: hidden.collect(),
    })
}

fn people_named(db: &mut Db, name: &str) -> Result<Vec<UserId>, StoreError> {
    let ids: Vec<i64> = users::table
        .filter(users::name_folded.eq(fold(name)))
        .filter(users::closed_at.is_null())
        .limit(MOST_NAMESAKES)
        .select(users::id)
        .load(db)?;
    Ok(ids.into_iter().map(UserId::stored).collect())
}

/// Threads that were found, in that order, as lines of a list and whole; those that are not in sight are left out, whatever
/// an index that has not heard of it yet may say.
pub fn found(db: &mut Db, sight: Sight, ids: &[ThreadId]) -> Result<Vec<(ThreadRow, WholeThread)>, StoreError> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let rows = rows_of(db, sight, &numbers)?;
    let whole = indexing::with_accepted(db, sight, ids)?;
    let mut whole: HashMap<ThreadId, WholeThread> = whole.into_iter().map(|thread| (thread.id, thread)).collect();
    let both = rows
        .into_iter()
        .filter_map(|row| whole.remove(&row.id).map(|whole| (row, whole)));
    Ok(both.collect())
}

/// A thread as another one names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarThread {
    /// Its id.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ThreadKind,
    /// Where it stands.
    pub standing: Standing,
}

/// Threads as another one names them, in this order; those that are not in sight, and deleted ones, are left out.
pub fn named(db: &mut Db, sight: Sight, ids: &[ThreadId]) -> Result<Vec<SimilarThread>, StoreError> {
    let rows: Vec<(i64, String, String, String)> = threads::table
        .inner_join(categories_table::table)
        .filter(among(threads::id, ids.iter().map(|id| id.get())))
        .filter(among(categories_table::audience, sight.audience_names()))
        .filter(threads::deleted_at.is_null())
        .select((threads::id, threads::title, threads::kind, threads::standing))
        .load(db)?;
    let named = rows.into_iter().map(|(id, title, kind, standing)| {
        let strange = || StoreError::Unexpected(format!("thread {id}"));
        Ok(SimilarThread {
            id: ThreadId::stored(id),
            title,
            kind: ThreadKind::parse(&kind).ok_or_else(strange)?,
            standing: Standing::parse(&standing).ok_or_else(strange)?,
        })
    });
    let mut named: Vec<SimilarThread> = named.collect::<Result<_, StoreError>>()?;
    named.sort_by_key(|thread| ids.iter().position(|id| *id == thread.id));
    Ok(named)
}

/// What stands beside a thread: others that probably ask the same, and articles that may answer it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The threads, the most alike first.
    pub threads: Vec<SimilarThread>,
    /// The articles, the most alike first.
    pub articles: Vec<articles::Name>,
}

/// The first so many of these that are in sight, as a thread beside them names them.
pub fn neighbours(db: &mut Db, sight: Sight, subjects: &[Subject], most: usize) -> Result<Neighbours, StoreError> {
    let ids: Vec<ThreadId> = subjects.iter().filter_map(|subject| subject.thread()).collect();
    let mut threads = match ids.is_empty() {
        true => Vec::new(),
        false => named(db, sight, &ids)?,
    };
    let ids: Vec<ArticleId> = subjects.iter().filter_map(|subject| subject.article()).collect();
    let mut articles = articles::named(db, sight, &ids)?;
    let is_there = |subject: &&Subject| match subject {
        Subject::Thread(id) => threads.iter().any(|thread| thread.id == *id),
        Subject::Article(id) => articles.iter().any(|(known, _)| known == id),
    };
    let first: Vec<Subject> = subjects.iter().filter(is_there).take(most).copied().collect();
    threads.retain(|thread| first.contains(&Subject::Thread(thread.id)));
    articles.retain(|(id, _)| first.contains(&Subject::Article(*id)));
    Ok(Neighbours { threads, articles })
}
