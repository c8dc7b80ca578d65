//! Tag synonyms: other names under which people look for a tag, or type it. A name is a tag's or a synonym, never both.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::moderations::{self, Subject};
use super::native::{among, beginning_with};
use super::schema::{tag_synonyms, tags};
use super::tags::{Renaming, Tag, change};
use super::time::row_time;
use super::{Db, StoreError, changes};
use crate::domain::change::{ChangeVerb, Noun};
use crate::domain::id::{TagId, UserId};
use crate::domain::moderation::{Act, Changed};
use crate::domain::tag::TagName;

/// The most synonyms of one tag.
pub const MOST_SYNONYMS: i64 = 50;

/// How a synonym came to be, or did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// It leads to the tag now.
    Added,
    /// It does so already.
    Unchanged,
    /// A tag has this name, or it leads to another one.
    Taken,
    /// The tag has as many as it can.
    TooMany,
}

/// The names that lead to a tag.
pub fn of_tag(db: &mut Db, id: TagId) -> Result<Vec<String>, StoreError> {
    Ok(tag_synonyms::table
        .filter(tag_synonyms::tag_id.eq(id.get()))
        .order(tag_synonyms::name)
        .limit(MOST_SYNONYMS)
        .select(tag_synonyms::name)
        .load(db)?)
}

/// The tag to which a name leads.
pub(super) fn tag_of(db: &mut Db, name: &str) -> Result<Option<i64>, StoreError> {
    Ok(tag_synonyms::table
        .filter(tag_synonyms::name.eq(name))
        .select(tag_synonyms::tag_id)
        .first(db)
        .optional()?)
}

/// The names of the tags that are meant, in the order in which they were typed; doubles count once.
pub fn meant(db: &mut Db, names: &[String]) -> Result<Vec<String>, StoreError> {
    // What no tag can be called is no synonym either, and not all of it can be asked for.
    let names_of_tags = names.iter().filter(|name| TagName::parse(name).is_ok());
    let names_of_tags: Vec<String> = names_of_tags.cloned().collect();
    let known: Vec<(String, String)> = match names_of_tags.is_empty() {
        true => Vec::new(),
        false => tag_synonyms::table
            .inner_join(tags::table)
            .filter(among(tag_synonyms::name, names_of_tags))
            .select((tag_synonyms::name, tags::name))
            .load(db)?,
    };
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let proper = known.iter().find(|(synonym, _)| synonym == name);
        let proper = proper.map_or(name, |(_, tag)| tag);
        if !found.contains(proper) {
            found.push(proper.clone());
        }
    }
    Ok(found)
}

/// The same of names that a form brought.
pub(super) fn meant_names(db: &mut Db, names: &[TagName]) -> Result<Vec<TagName>, StoreError> {
    let typed: Vec<String> = names.iter().map(|name| name.as_str().to_owned()).collect();
    let mut found: Vec<TagName> = Vec::new();
    for name in meant(db, &typed)? {
        let as_typed = names.iter().find(|typed| typed.as_str() == name).cloned();
        let strange = || StoreError::Unexpected(format!("tag {name}"));
        found.push(match as_typed {
            Some(typed) => typed,
            None => TagName::parse(&name).map_err(|_| strange())?,
        });
    }
    Ok(found)
}

/// The names of the tags to which synonyms lead that begin so.
pub(super) fn tags_behind(db: &mut Db, beginning: &str, most: i64) -> Result<Vec<String>, StoreError> {
    Ok(tag_synonyms::table
        .inner_join(tags::table)
        .filter(tag_synonyms::name.like(beginning_with(beginning)).escape('!'))
        .order(tag_synonyms::name)
        .limit(most)
        .select(tags::name)
        .load(db)?)
}

/// Lets a name lead to a tag.
pub fn add(tx: &mut Db, by: UserId, id: TagId, name: &TagName, now: DateTime<Utc>) -> Result<Naming, StoreError> {
    let tags_so_called = tags::table.filter(tags::name.eq(name.as_str()));
    if diesel::select(diesel::dsl::exists(tags_so_called)).get_result::<bool>(tx)? {
        return Ok(Naming::Taken);
    }
    match tag_of(tx, name.as_str())? {
        Some(tag) if tag == id.get() => return Ok(Naming::Unchanged),
        Some(_) => return Ok(Naming::Taken),
        None => {}
    }
    let known = i64::try_from(of_tag(tx, id)?.len()).unwrap_or(MOST_SYNONYMS);
    if known >= MOST_SYNONYMS {
        return Ok(Naming::TooMany);
    }
    diesel::insert_into(tag_synonyms::table)
        .values((
            tag_synonyms::name.eq(name.as_str()),
            tag_synonyms::tag_id.eq(id.get()),
            tag_synonyms::made_at.eq(row_time(now)),
        ))
        .execute(tx)?;
    log(tx, by, Act::AddSynonym, (id, name.as_str()), now)?;
    Ok(Naming::Added)
}

/// Lets a name lead to a tag no more; answers whether it did.
pub fn remove(tx: &mut Db, by: UserId, id: TagId, name: &TagName, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let known = tag_synonyms::table
        .filter(tag_synonyms::name.eq(name.as_str()))
        .filter(tag_synonyms::tag_id.eq(id.get()));
    let is_gone = diesel::delete(known).execute(tx)? > 0;
    if is_gone {
        log(tx, by, Act::RemoveSynonym, (id, name.as_str()), now)?;
    }
    Ok(is_gone)
}

/// What the log says names the tag only where everybody sees it.
fn log(tx: &mut Db, by: UserId, act: Act, (id, name): (TagId, &str), now: DateTime<Utc>) -> Result<(), StoreError> {
    let (tag, public_count): (String, i64) = tags::table
        .find(id.get())
        .select((tags::name, tags::public_count))
        .first(tx)?;
    let (reason, changed) = match (public_count > 0, act) {
        (false, _) => (String::new(), Changed::default()),
        (true, Act::RemoveSynonym) => (format!("{name} → {tag}"), Changed::of(Some(name), None::<&str>)),
        (true, _) => (format!("{name} → {tag}"), Changed::of(None::<&str>, Some(name))),
    };
    moderations::record_change(tx, Some(by), act, (Subject::default(), &changed), &reason, now)?;
    changes::record(tx, Noun::Tag(id), ChangeVerb::Changed, now)
}

/// How a tag is to be.
#[derive(Debug, Clone)]
pub struct TagChange {
    /// Its name.
    pub name: TagName,
    /// What it stands for.
    pub description: String,
    /// Whether a name that is another tag's is meant.
    pub may_merge: bool,
    /// Whether the name that it had leads to it from now on.
    pub keeps_name: bool,
}

/// Changes a tag, and lets its former name lead to what it became if that is wanted.
pub fn change_tag(
    tx: &mut Db,
    by: UserId,
    tag: &Tag,
    to: &TagChange,
    now: DateTime<Utc>,
) -> Result<Renaming, StoreError> {
    let renaming = change(tx, tag.id(), &to.name, &to.description, to.may_merge, now)?;
    let former = TagName::parse(&tag.name).ok().filter(|former| *former != to.name);
    if let (Some(former), true) = (former, to.keeps_name && !matches!(renaming, Renaming::NameTaken(_))) {
        let id: i64 = match tag_of(tx, to.name.as_str())? {
            Some(id) => id,
            None => tags::table
                .filter(tags::name.eq(to.name.as_str()))
                .select(tags::id)
                .first(tx)?,
        };
        add(tx, by, TagId::stored(id), &former, now)?;
    }
    Ok(renaming)
}

/// A tag takes this name itself: it leads nowhere else any more.
pub(super) fn forget(tx: &mut Db, id: TagId, name: &TagName) -> Result<(), StoreError> {
    let own = tag_synonyms::table
        .filter(tag_synonyms::name.eq(name.as_str()))
        .filter(tag_synonyms::tag_id.eq(id.get()));
    diesel::delete(own).execute(tx)?;
    Ok(())
}

/// What led to a tag leads to the one that it becomes part of.
pub(super) fn hand_on(tx: &mut Db, tag: i64, twin: i64) -> Result<(), StoreError> {
    diesel::update(tag_synonyms::table.filter(tag_synonyms::tag_id.eq(tag)))
        .set(tag_synonyms::tag_id.eq(twin))
        .execute(tx)?;
    Ok(())
}
