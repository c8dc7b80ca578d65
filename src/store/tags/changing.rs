//! Changing a tag: another name, merging it with another one, and deleting it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Tag;
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::TagId;
use crate::domain::tag::TagName;
use crate::store::schema::{article_tags, tags, thread_tags};
use crate::store::{Db, StoreError, changes, imports, subscribers, subscriptions, tag_synonyms};

/// How changing a tag ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renaming {
    /// It has the new name and description.
    Renamed,
    /// The name was another tag's: the two are one now.
    Merged,
    /// The name is this other tag's, and merging was not asked for.
    NameTaken(Tag),
}

/// Gives a tag another name and description; a name that is another tag's merges the two, when that is meant.
pub fn change(
    tx: &mut Db,
    id: TagId,
    name: &TagName,
    description: &str,
    may_merge: bool,
    now: DateTime<Utc>,
) -> Result<Renaming, StoreError> {
    let twin: Option<Tag> = tags::table
        .filter(tags::name.eq(name.as_str()))
        .filter(tags::id.ne(id.get()))
        .select((tags::id, tags::name, tags::description, tags::thread_count))
        .first(tx)
        .optional()?;
    let twin = match twin {
        Some(twin) => Some(twin),
        None => behind(tx, id, name)?,
    };
    if let Some(twin) = twin {
        if !may_merge {
            return Ok(Renaming::NameTaken(twin));
        }
        merge(tx, id.get(), twin.id, description)?;
        changes::record(tx, Noun::Tag(id), ChangeVerb::Deleted, now)?;
        changes::record(tx, Noun::Tag(twin.id()), ChangeVerb::Changed, now)?;
        return Ok(Renaming::Merged);
    }
    tag_synonyms::forget(tx, id, name)?;
    let row = (tags::name.eq(name.as_str()), tags::description.eq(description));
    if diesel::update(tags::table.find(id.get())).set(row).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    changes::record(tx, Noun::Tag(id), ChangeVerb::Changed, now)?;
    Ok(Renaming::Renamed)
}

/// The other tag to which a name leads.
fn behind(db: &mut Db, id: TagId, name: &TagName) -> Result<Option<Tag>, StoreError> {
    let Some(tag) = tag_synonyms::tag_of(db, name.as_str())?.filter(|tag| *tag != id.get()) else {
        return Ok(None);
    };
    Ok(tags::table
        .find(tag)
        .select((tags::id, tags::name, tags::description, tags::thread_count))
        .first(db)
        .optional()?)
}

/// Moves every thread of a tag to its twin; the twin keeps its description unless there is another one.
fn merge(tx: &mut Db, tag: i64, twin: i64, description: &str) -> Result<(), StoreError> {
    let both = thread_tags::table
        .filter(thread_tags::tag_id.eq(twin))
        .select(thread_tags::thread_id);
    let both: Vec<i64> = both.load(tx)?;
    for part in both.chunks(500) {
        let doubled = thread_tags::table
            .filter(thread_tags::tag_id.eq(tag))
            .filter(thread_tags::thread_id.eq_any(part));
        diesel::delete(doubled).execute(tx)?;
    }
    diesel::update(thread_tags::table.filter(thread_tags::tag_id.eq(tag)))
        .set(thread_tags::tag_id.eq(twin))
        .execute(tx)?;
    merge_on_articles(tx, tag, twin)?;
    subscriptions::merge_tags(tx, tag, twin)?;
    subscribers::merge_tags(tx, tag, twin)?;
    tag_synonyms::hand_on(tx, tag, twin)?;
    if diesel::delete(tags::table.find(tag)).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    if !description.is_empty() {
        diesel::update(tags::table.find(twin))
            .set(tags::description.eq(description))
            .execute(tx)?;
    }
    imports::count_tag(tx, twin)
}

/// The same of articles, of which few carry a tag.
fn merge_on_articles(tx: &mut Db, tag: i64, twin: i64) -> Result<(), StoreError> {
    let both: Vec<i64> = article_tags::table
        .filter(article_tags::tag_id.eq(twin))
        .select(article_tags::article_id)
        .load(tx)?;
    let carried = article_tags::table.filter(article_tags::tag_id.eq(tag));
    diesel::delete(carried.filter(article_tags::article_id.eq_any(both))).execute(tx)?;
    diesel::update(article_tags::table.filter(article_tags::tag_id.eq(tag)))
        .set(article_tags::tag_id.eq(twin))
        .execute(tx)?;
    Ok(())
}

/// Takes a tag off every thread and article.
pub fn delete(tx: &mut Db, id: TagId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::delete(thread_tags::table.filter(thread_tags::tag_id.eq(id.get()))).execute(tx)?;
    diesel::delete(article_tags::table.filter(article_tags::tag_id.eq(id.get()))).execute(tx)?;
    subscribers::forget_tag(tx, id)?;
    if diesel::delete(tags::table.find(id.get())).execute(tx)? == 0 {
        return Err(StoreError::NotFound);
    }
    changes::record(tx, Noun::Tag(id), ChangeVerb::Deleted, now)
}
